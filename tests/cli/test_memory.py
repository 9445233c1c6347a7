"""English that is there already is not typed twice: `digest i18n sync` over all policies of a site."""

import hashlib
import re
from pathlib import Path
from shutil import copytree

import polib
import pytest

from digest.new_site import new_site
from running import Run

ENGLISH = {
    "title": "Several Measures of Example City to Support the Smart Sensor Industry",
    "front.1": "Several Measures of Example City to Support the Smart Sensor Industry",
    "front.2": "These Measures are made to support the development of the smart sensor industry.",
    "art1": "Support for R&D\n\nR&D projects on smart sensors receive up to 30% of actual investment, at most RMB 5 million.",
    "art1/recipient": "R&D projects on smart sensors undertaken by enterprises",
    "art1/rate_base": "actual investment",
    "art2": "Support for tape-outs\n\nEnterprises that tape out for the first time receive the following support:",
    "art2.1": "50% of the cost of tape-outs, up to RMB 3 million a year;",
    "art2.1/rate_base": "the cost of tape-outs",
    "art2.2": "priority on public testing platforms.",
    "art3": "These Measures take effect on 1 January 2024 and are valid for three years.",
}


@pytest.fixture
def content(run: Run, tmp_path: Path) -> Path:
    """A site whose policy is translated, and a later edition of it with another rate and another cap."""
    content = new_site(tmp_path)
    first = content / "policies/example-2024"
    later = copytree(first, content / "policies/example-2026")
    text = (later / "source.txt").read_text("utf-8").replace("30%", "45%").replace("500万元", "800万元")
    (later / "source.txt").write_text(text, "utf-8")
    toml = re.sub(
        r'source_sha256 = "\w+"',
        f'source_sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"',
        (later / "policy.toml").read_text("utf-8"),
    )
    relation = '\n[[relations]]\nkind = "supersedes"\ntarget = "example-2024"\n'
    (later / "policy.toml").write_text(toml + relation, "utf-8")
    run("i18n", "sync")
    file = polib.pofile(str(first / "en.po"))
    for entry in file:
        entry.msgstr = ENGLISH[entry.msgctxt]
    file.save()
    return content


def entries(content: Path) -> dict[str, polib.POEntry]:
    return {each.msgctxt: each for each in polib.pofile(str(content / "policies/example-2026/en.po"))}


def findings(run: Run) -> list[tuple[str, str]]:
    """What is found in the English of the first article of the later edition."""
    out = run("i18n", "check").out
    return re.findall(r"example-2026/en\.po:\d+: \w+ (T\d+): (art1: .*)", out)


def test_identical_clauses_are_filled_and_the_changed_one_is_offered(run: Run, content: Path) -> None:
    ran = run("i18n", "sync")
    assert (ran.code, ran.err) == (0, "example-2026: 10 filled in, 1 offered\n")
    found = entries(content)
    assert {name: each.msgstr for name, each in found.items()} == ENGLISH
    assert found["art2.1/rate_base"].tcomment == "digest: from example-2024#art2.1/rate_base"
    assert found["art2.1"].tcomment == "digest: from example-2024#art2.1"
    assert found["art3"].tcomment == "digest: machine draft\ndigest: from example-2024#art3"  # 本措施
    assert [name for name, each in found.items() if each.fuzzy] == ["art1"]
    assert "30%" in (found["art1"].previous_msgid or "")
    assert "45%" in found["art1"].msgid
    before = {path: path.read_bytes() for path in content.rglob("en.po")}
    assert run("i18n", "sync").err == ""
    assert {path: path.read_bytes() for path in content.rglob("en.po")} == before
    table = run("i18n", "status").out
    clauses, phrases = re.findall(r"^example-2026 .*$", table, re.MULTILINE)
    assert clauses.split() == ["example-2026", "4", "2", "0", "1", "7", "85.7%"]
    assert phrases.split() == ["example-2026", "3", "0", "0", "0", "3", "100.0%"]


def test_what_is_only_offered_is_on_no_page_and_in_no_export(run: Run, content: Path) -> None:
    run("i18n", "sync")
    assert findings(run) == []
    assert (
        "RMB 5 million"
        not in run("i18n", "export", "--csv").out.partition("example-2026")[2].partition("art2")[0]
    )
    built = run("build")
    assert built.code == 0
    page = (content.parent / "site/en/policies/example-2026/index.html").read_text("utf-8")
    assert "RMB 5 million" not in page
    assert "priority on public testing platforms" in page


def test_an_offer_accepted_with_its_old_figures_is_an_error_of_the_check(run: Run, content: Path) -> None:
    run("i18n", "sync")
    path = content / "policies/example-2026/en.po"
    file = polib.pofile(str(path))
    entry = file.find("art1", by="msgctxt")
    assert entry is not None
    entry.flags, entry.previous_msgid, entry.previous_msgctxt = [], None, None
    file.save()
    found = findings(run)
    assert any(code == "T301" and "45%" in words for code, words in found), found
    assert any(code == "T301" and "800万元" in words for code, words in found), found


def test_the_same_chinese_with_different_english_is_listed(run: Run, content: Path) -> None:
    third = copytree(content / "policies/example-2024", content / "policies/example-2027")
    (third / "source.txt").write_bytes((third / "source.txt").read_bytes() + b"\n")
    file = polib.pofile(str(third / "en.po"))
    entry = file.find("art2.2", by="msgctxt")
    assert entry is not None
    entry.msgstr = "first access to public testing platforms."
    file.save()
    ran = run("i18n", "sync")
    assert "T420" in ran.err
    assert "example-2024#art2.2, example-2027#art2.2" in ran.err
    assert entries(content)["art2.2"].msgstr == ""
