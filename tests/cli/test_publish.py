"""Publishing is a step of its own: nothing is promised before."""

import re
from pathlib import Path

import pytest

from digest import publishing
from digest.build import build, check
from digest.publish.write import write_file
from digest.publishing import publish_site
from running import Run


@pytest.fixture
def content(run: Run, tmp_path: Path) -> Path:
    assert run("new", tmp_path / "project").code == 0
    return tmp_path / "project/content"


def ledger(content: Path) -> Path:
    return content / "policies/example-2024/ids.toml"


def test_a_build_promises_nothing(run: Run, content: Path, tmp_path: Path) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    code, _, err = run("build", *arguments)
    assert code == 0
    assert "digest publish" in err
    assert not ledger(content).exists()
    assert not (content / "changes.toml").exists()
    code, _, err = run("build", "--frozen", *arguments)
    assert code == 1
    assert "I105" in err


def test_what_is_new_is_said_and_recorded(run: Run, content: Path, tmp_path: Path) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    code, _, err = run("publish", *arguments)
    assert code == 0
    assert "new: example-2024#front.1" in err
    known = ledger(content).read_text("utf-8")
    code, _, err = run("publish", *arguments)
    assert code == 0
    assert "new:" not in err
    assert ledger(content).read_text("utf-8") == known
    assert run("build", "--frozen", *arguments).code == 0
    source = ledger(content).with_name("source.txt")
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    assert run("build", "--frozen", *arguments).code == 1
    assert "reworded: example-2024#art1" in run("publish", *arguments).err
    assert len(ledger(content).read_text("utf-8").splitlines()) == len(known.splitlines()) + 1


def test_a_site_that_cannot_be_built_promises_nothing(run: Run, content: Path, tmp_path: Path) -> None:
    (content / "site.toml").write_text("title_zh = 1\n", "utf-8")
    assert run("publish", "--content", content, "--output", tmp_path / "out").code == 1
    assert not ledger(content).exists()
    assert not (content / "changes.toml").exists()


def test_a_draft_is_left_out(run: Run, content: Path, tmp_path: Path) -> None:
    draft = content / "policies/draft-2025"
    draft.mkdir()
    for path in ledger(content).parent.iterdir():
        (draft / path.name).write_bytes(path.read_bytes())
    settings = draft / "policy.toml"
    settings.write_text("draft = true\n" + settings.read_text("utf-8"), "utf-8")
    out = tmp_path / "out"
    for command in ("build", "publish"):
        assert run(command, "--content", content, "--output", out).code == 0
        assert (out / "zh/policies/example-2024/index.html").is_file()
        assert not (out / "zh/policies/draft-2025").exists()
    assert not (draft / "ids.toml").exists()
    assert "draft-2025" not in run("export", "documents", "--content", content).out
    assert run("show", "draft-2025", "--content", content).code == 0


def test_what_was_published_before_stays_on_the_page_of_a_clause(
    run: Run, content: Path, tmp_path: Path
) -> None:
    arguments = ("--content", content, "--output", tmp_path / "out")
    page, source = tmp_path / "out/p/example-2024/art1/index.html", ledger(content).with_name("source.txt")
    assert run("publish", *arguments).code == 0
    (cited,) = re.findall(r'data-version="(\w{8})"', page.read_text("utf-8"))
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    for command in ("build", "publish", "build"):
        assert run(command, *arguments).code == 0
        said = page.read_text("utf-8")
        assert f'<article id="at-{cited}">' in said, command
        assert "500万元 → 600万元" in said
    source.write_text(source.read_text("utf-8").replace("600万元", "500万元"), "utf-8")
    assert run("build", *arguments).code == 0
    said = page.read_text("utf-8")
    assert f'data-version="{cited}"' in said
    assert "600万元 → 500万元" in said


def log(content: Path) -> str:
    return (content / "changes.toml").read_text("utf-8")


def publish(content: Path, day: str) -> list[str]:
    """Publish without a process of its own, and give the codes of the errors."""
    found = publish_site(content, content.parent / "site", {}, day).problems
    return [each.code for each in found if each.severity == "error"]


def test_a_publication_is_logged(content: Path) -> None:
    """The site that is published shows its changes already, and is the one that everybody builds afterwards."""
    site = content.parent / "site"
    build(content, site)
    assert not (site / "feeds").exists()
    assert publish(content, "2026-01-01") == []
    assert 'day = "2026-01-01"\npolicy = "example-2024"\nkind = "new"\n' in log(content)
    assert "New in this digest" in (site / "feeds/en/all.xml").read_text("utf-8")
    known = log(content)
    assert publish(content, "2026-02-01") == []
    assert log(content) == known  # on another day, with nothing new
    source = ledger(content).with_name("source.txt")
    source.write_text(source.read_text("utf-8").replace("500万元", "600万元"), "utf-8")
    build(content, site)
    assert "600万元" not in (site / "feeds/zh/all.xml").read_text("utf-8")
    assert log(content) == known
    assert publish(content, "2026-02-01") == []
    assert log(content).startswith(known)
    assert "<summary>500万元 → 600万元" in (site / "feeds/zh/all.xml").read_text("utf-8")
    published = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert build(content, site, frozen=True).files
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == published


def test_a_change_is_not_lost_when_a_file_cannot_be_written(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log comes before the ledgers: without it they learn nothing; without them it is not written twice."""
    broken: set[str] = set()

    def write(path: Path, text: bytes) -> None:
        if path.name in broken:
            raise OSError(28, "No space left on device")
        write_file(path, text)

    monkeypatch.setattr(publishing, "write_file", write)
    for name in ("changes.toml", "ids.toml"):
        broken.add(name)
        assert publish(content, "2026-01-01") == ["B104"]
        assert not ledger(content).exists()
        broken.clear()
    assert publish(content, "2026-01-02") == []
    assert ledger(content).exists()
    assert log(content).count("[[change]]") == 1


def test_an_entry_about_a_policy_that_is_not_there_is_a_warning(content: Path) -> None:
    publish(content, "2026-01-01")
    with (content / "changes.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[change]]\nday = "2026-01-01"\npolicy = "exmaple-2024"\nkind = "new"\n')
    found = [each for each in check(content) if each.code == "I127"]
    assert [(each.severity, each.line) for each in found] == [("warning", log(content).count("\n") - 1)]


def test_the_day_may_be_set(run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert run("publish", "--content", content, "--output", tmp_path / "out").code == 0
    assert 'day = "2026-01-01"' in log(content)
