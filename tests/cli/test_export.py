"""``digest export``: single tables to stdout, several files to a folder."""

import sqlite3
from pathlib import Path

import pytest
from lxml import etree

from digest.build import build, load
from digest.exporting import FORMS, export
from digest.new_site import new_site
from digest.pages.data import TABLES
from running import Run


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return new_site(tmp_path)


@pytest.mark.usefixtures("content")
def test_one_table_goes_to_stdout(run: Run) -> None:
    code, out, err = run("export", "documents")
    assert (code, err) == (0, "")
    assert out.startswith('{"id": "example-2024", ')
    assert run("export", "--format", "csv", "documents").out.startswith("\ufeffid,title_zh,")


def test_no_file_goes_among_the_content(run: Run, content: Path) -> None:
    before = sorted(content.rglob("*"))
    assert run("export", "--output", "content/policies/example-2024").code == 2
    assert sorted(content.rglob("*")) == before


@pytest.mark.usefixtures("content")
def test_several_files_go_to_a_folder(run: Run, tmp_path: Path) -> None:
    code, out, err = run("export", "--output", "out/tables")
    assert (code, out) == (0, "")
    assert "out/tables: " in err
    assert {path.name for path in (tmp_path / "out/tables").iterdir()} == {
        f"{kind.name}.jsonl" for kind in TABLES
    }
    assert run("export", "-q", "--format", "sqlite", "--output", "out").err == ""
    database = sqlite3.connect(tmp_path / "out/digest.sqlite")
    assert database.execute("SELECT id FROM documents").fetchall() == [("example-2024",)]
    database.close()
    akoma = etree.fromstring(run("export", "--format", "akn", "example-2024").out.encode())
    assert akoma.tag.endswith("akomaNtoso")


def test_the_files_are_those_of_the_site(content: Path, tmp_path: Path) -> None:
    build(content, tmp_path / "site")
    corpus, _ = load(content)
    assert corpus
    for form in FORMS:
        for name, data in export(corpus, form).items():
            folder = "akn" if form == "akn" else "data"
            assert data == (tmp_path / "site" / folder / name).read_bytes(), name


def test_the_database_of_the_policies_is_sound(project: Path, tmp_path: Path) -> None:
    corpus, _ = load(project / "content")
    assert corpus
    (tmp_path / "d.sqlite").write_bytes(export(corpus, "sqlite")["digest.sqlite"])
    database = sqlite3.connect(tmp_path / "d.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    search = "SELECT count(*) FROM clauses_fts WHERE clauses_fts MATCH '首轮流片'"
    plain = "SELECT count(*) FROM clauses WHERE text_zh LIKE '%首轮流片%' OR heading_zh LIKE '%首轮流片%'"
    assert database.execute(search).fetchone() == database.execute(plain).fetchone() != (0,)
    database.close()


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["clause"], "Did you mean clauses?"),
        (["--format", "akn", "example"], "Did you mean example-2024?"),
        (["--format", "sqlite", "clauses"], "There is no clauses to export as sqlite."),
        ([], "Several files need a folder"),
    ],
)
def test_what_cannot_be_exported_is_said(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run("export", *arguments)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


@pytest.mark.usefixtures("content")
def test_a_folder_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    code, _, err = run("export", "documents", "--output", "taken")
    assert code == 1
    assert "B101" in err
    assert run("export", "documents", "--content", "nowhere").code == 1
