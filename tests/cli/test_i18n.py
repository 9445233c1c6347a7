"""``digest i18n`` on the content of this repository and on copies of it."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import polib
import pytest

from running import Run

CLAUSE, POLICY = "art5", "longhua-2024"


@pytest.fixture
def content(project: Path, tmp_path: Path) -> Path:
    """A copy of the content."""
    folder = tmp_path / "content"
    shutil.copytree(project / "content", folder)
    return folder


def change(content: Path) -> None:
    path = content / "policies" / POLICY / "source.txt"
    text = path.read_text("utf-8")
    old = "的 30%给予补贴，单个企业年度最高补贴不超过 500 万元"
    assert text.count(old) == 1
    path.write_text(text.replace(old, old.replace("30%", "35%")), "utf-8")


def entry(content: Path, clause: str = CLAUSE) -> polib.POEntry:
    path = content / "policies" / POLICY / "en.po"
    return next(each for each in polib.pofile(str(path)) if each.msgctxt == clause)


def files(content: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(content.rglob("*")) if path.is_file()}


def test_the_english_of_the_policies_is_complete_and_in_step(run: Run, content: Path) -> None:
    before = files(content)
    ran = run("i18n", "status", "--content", content, "--format", "json", "--fail-under", "100")
    assert ran.code == 0
    counted = json.loads(ran.out)
    assert (counted["all"]["stale"], counted["all"]["missing"], counted["all"]["share_percent"]) == (
        0,
        0,
        100,
    )
    assert len(counted["policies"]) == len(counted["jurisdictions"]) >= 5
    assert run("i18n", "sync", "--content", content).code == 0
    assert files(content) == before


def test_the_english_of_the_policies_has_no_findings(run: Run, project: Path) -> None:
    code, out, err = run("i18n", "check", "--content", project / "content")
    assert (code, out) == (0, "")
    assert "no findings" in err


def test_a_changed_rate_turns_its_clause_stale_everywhere(run: Run, content: Path) -> None:
    change(content)
    english = entry(content).msgstr
    built = run("build", "--content", content)
    assert built.code == 0
    assert "T101" in built.err
    assert f"{CLAUSE} (30% → 35%)" in built.err
    site = content.parent / "site"
    rows = [json.loads(line) for line in (site / "data/clauses.jsonl").read_text("utf-8").splitlines()]
    (row,) = [row for row in rows if (row["doc"], row["id"]) == (POLICY, CLAUSE)]
    assert row["translation"] == "stale"
    assert row["text_en"].split()[:3] == english.split("\n\n")[1].split()[:3]
    assert run("i18n", "sync", "--content", content) == (0, "", f"{POLICY}: 1 changed\n")
    assert entry(content).fuzzy
    assert "30%" in (entry(content).previous_msgid or "")
    assert "35%" in entry(content).msgid
    assert entry(content).msgstr == english
    once = files(content)
    assert run("i18n", "sync", "--content", content) == (0, "", "")
    assert files(content) == once
    assert run("i18n", "status", "--content", content, "--fail-under", "100").code == 1
    checked = run("i18n", "check", "--strict", "--content", content)
    assert checked.code == 1
    assert "T101" in checked.out


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("30%", "3%", {"T301", "T302"}),
        ("RMB 5 million", "RMB 5 billion", {"T301", "T302"}),
        ("RMB", "RMB（", {"T204"}),
    ],
)
def test_an_error_is_found_with_its_place(
    run: Run, content: Path, old: str, new: str, codes: set[str]
) -> None:
    path = content / "policies" / POLICY / "en.po"
    file = polib.pofile(str(path), wrapwidth=0)
    spoilt = next(each for each in file if each.msgctxt == CLAUSE)
    assert old in spoilt.msgstr
    spoilt.msgstr = spoilt.msgstr.replace(old, new, 1)
    file.save()
    code, out, _ = run("i18n", "check", "--strict", "--content", content, "--format", "json")
    assert code == 1
    found = [each for each in json.loads(out) if each["code"].startswith("T")]
    assert codes <= {each["code"] for each in found}
    line = path.read_text("utf-8").splitlines()[found[0]["line"] - 1]
    assert line == f'msgctxt "{CLAUSE}"'


def test_a_broken_file_stops_the_build_and_is_never_overwritten(run: Run, content: Path) -> None:
    path = content / "policies" / POLICY / "en.po"
    path.write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    for command in (["build"], ["i18n", "sync"], ["i18n", "status"], ["i18n", "check"]):
        code, out, err = run(*command, "--content", content)
        assert code == 1
        assert "en.po:2:1-9: error T001" in out + err
    assert path.read_text("utf-8") == 'msgid "a"\nmsgstr "b\n'


@pytest.mark.parametrize(("form", "name"), [("csv", "x.csv"), ("tmx", "x.tmx"), ("xliff", "x.xlf")])
def test_out_and_in_again_changes_nothing(run: Run, content: Path, form: str, name: str) -> None:
    exported = run("i18n", "export", f"--{form}", "--content", content)
    assert exported.code == 0
    (content.parent / name).write_text(exported.out, "utf-8")
    before = files(content)
    assert run("i18n", "import", name, "--content", content) == (0, "", "0 entries changed\n")
    assert files(content) == before


def test_english_comes_in_from_a_spreadsheet(run: Run, content: Path) -> None:
    exported = run("i18n", "export", "--csv", "--content", content).out
    rows = list(csv.DictReader(io.StringIO(exported.removeprefix("\ufeff"))))
    row = next(each for each in rows if (each["doc"], each["id"]) == (POLICY, "front.1"))
    row |= {"en": "Annex 2", "state": "reviewed"}
    other = row | {"id": "front.2", "zh": "别的文字"}
    with (content.parent / "x.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerows([row, other])
    code, _, err = run("i18n", "import", "x.csv", "--content", content)
    assert code == 0
    assert f"T801: The English of {POLICY}#front.2 was not imported" in err
    assert err.endswith("1 entry changed\n")
    assert entry(content, "front.1").msgstr == "Annex 2"
    assert entry(content, "front.1").tcomment == ""


@pytest.mark.parametrize(("name", "text"), [("x.docx", "a"), ("x.tmx", "no xml"), ("x.csv", "a,b\n1,2\n")])
def test_a_file_that_cannot_be_taken_in(run: Run, content: Path, name: str, text: str) -> None:
    (content.parent / name).write_text(text, "utf-8")
    before = files(content)
    code, _, err = run("i18n", "import", name, "--content", content)
    assert code == 1
    assert f"{name}: error T804" in err
    assert files(content) == before


ECHO = """
import json, sys
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps({"doc": asked["doc"], "id": asked["id"], "en": "Draft of " + asked["id"]}))
print("that was all")
"""


def test_drafts_of_a_program_are_never_reviewed(run: Run, content: Path) -> None:
    (content / "policies" / POLICY / "en.po").unlink()
    (content.parent / "echo.py").write_text(ECHO, "utf-8")
    code, _, err = run("i18n", "draft", "--command", f"{sys.executable} echo.py", "--content", content)
    assert code == 0
    assert "T803: This does not answer the request: that was all" in err
    stored = polib.pofile(str(content / "policies" / POLICY / "en.po"))
    assert f"{len(stored)} drafts stored" in err
    assert entry(content, f"{CLAUSE}/recipient").msgstr == f"Draft of {CLAUSE}/recipient"
    assert entry(content).msgstr == f"Draft of {CLAUSE}"
    assert entry(content).tcomment == "digest: machine draft"
    status = json.loads(run("i18n", "status", "--content", content, "--format", "json").out)
    (counted,) = [each for each in status["policies"] if each["name"] == POLICY]
    assert (counted["machine"], counted["reviewed"], counted["missing"]) == (28, 0, 0)
    assert counted["phrases"]["machine"] == len(stored) - 29


@pytest.mark.parametrize("command", ["no-such-program-here", f"{sys.executable} -c 1/0", "'"])
def test_a_program_that_fails_is_named(run: Run, content: Path, command: str) -> None:
    (content / "policies" / POLICY / "en.po").unlink()
    code, _, err = run("i18n", "draft", "--command", command, "--content", content)
    assert code == 2
    assert "cannot be used" in err


def test_export_needs_a_format(run: Run) -> None:
    code, out, err = run("i18n", "export")
    assert (code, out) == (2, "")
    assert "--csv, --tmx or --xliff" in err
