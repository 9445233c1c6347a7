"""``digest export``: single tables to stdout, several files to a folder."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from lxml import etree

from digest.exporting import FORMS
from digest.pages.data import TABLES
from running import Run


@pytest.fixture
def content(tmp_path: Path, project: Path) -> Path:
    shutil.copytree(project / "content", tmp_path / "content")
    return tmp_path / "content"


@pytest.mark.usefixtures("content")
def test_one_table_goes_to_stdout(run: Run) -> None:
    code, out, err = run("export", "documents")
    assert (code, err) == (0, "")
    assert [json.loads(line)["id"] for line in out.splitlines()][:1] == ["guangming-2022"]
    assert run("export", "--format", "csv", "documents").out.startswith("\ufeffid,title_zh,")


@pytest.mark.usefixtures("content")
def test_several_files_go_to_a_folder(run: Run, tmp_path: Path) -> None:
    names = {"jsonl": {f"{kind.name}.jsonl" for kind in TABLES}, "akn": set()}
    for form, wanted in names.items():
        code, out, err = run("export", "--format", form, "--output", f"out/{form}")
        assert (code, out) == (0, "")
        assert f"out/{form}: " in err
        assert wanted <= {path.name for path in (tmp_path / "out" / form).iterdir()}
    assert etree.parse(tmp_path / "out/akn/longhua-2024.xml").getroot().tag.endswith("akomaNtoso")
    assert run("export", "-q", "--format", "sqlite", "--output", "out").err == ""
    database = sqlite3.connect(tmp_path / "out/digest.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT count(*) FROM documents").fetchall() == [(5,)]
    database.close()


@pytest.mark.usefixtures("content")
def test_the_files_are_those_of_the_site(run: Run, tmp_path: Path) -> None:
    assert run("build", "-q").code == 0
    for form in FORMS:
        run("export", "--format", form, "--output", "out")
    for path in (tmp_path / "out").iterdir():
        folder = "akn" if path.suffix == ".xml" else "data"
        assert path.read_bytes() == (tmp_path / "site" / folder / path.name).read_bytes(), path.name


@pytest.mark.usefixtures("content")
def test_what_cannot_be_exported_is_said(run: Run, tmp_path: Path) -> None:
    for arguments, said in (
        (["clause"], "Did you mean clauses?"),
        (["--format", "akn", "longhua"], "Did you mean longhua-2024?"),
        (["--format", "sqlite", "clauses"], "There is no clauses to export as sqlite."),
        ([], "Several files need a folder"),
    ):
        code, out, err = run("export", *arguments)
        assert (code, out) == (2, "")
        assert said in " ".join(err.split())
    (tmp_path / "taken").write_text("")
    code, _, err = run("export", "documents", "--output", "taken")
    assert code == 1
    assert "B101" in err
    assert run("export", "documents", "--content", "nowhere").code == 1
