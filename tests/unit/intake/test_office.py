"""Old Word and WPS files go through LibreOffice, where it is installed; a stand-in of it shows how."""

import sys
from pathlib import Path

import pytest

from digest.intake import office, take
from docx_files import docx, p
from parsing import title_words

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "WordDocument".encode("utf-16-le")


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, does: str) -> None:
    """A program of the name of LibreOffice's, first on the search path."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, time\nfrom pathlib import Path\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (OLD, "an old Word or WPS document (.doc, .wps)"),
        (b"{\\rtf1\\ansi x}", "an RTF file"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "an OpenDocument text (.odt)",
        ),
    ],
)
def test_without_it_the_editor_learns_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes, words: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = take("办法.docx", data, title_words())
    assert found.taken is None
    (line,) = found.problems
    assert (line.code, words in line.message) == ("A109", True)
    assert "save it as .docx" in line.hint


def test_what_it_makes_is_read_like_any_docx(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(docx(p("第一条 目的。")))
    made = (
        "assert '--headless' in sys.argv and sys.argv[1].startswith('-env:UserInstallation=file:///')\n"
        "out = Path(sys.argv[sys.argv.index('--outdir') + 1])\nout.mkdir()\n"
        f"(out / 'policy.docx').write_bytes(Path({str(tmp_path / 'made.docx')!r}).read_bytes())"
    )
    stand_in(monkeypatch, tmp_path, made)
    found = take("办法.doc", OLD, title_words())
    assert found.taken is not None
    assert found.taken.text == "第一条 目的。\n"
    assert [each.code for each in found.problems] == ["A119"]


@pytest.mark.parametrize("does", ["sys.exit(1)", "time.sleep(30)"])
def test_where_it_fails_or_hangs_the_editor_learns_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.3)
    stand_in(monkeypatch, tmp_path, does)
    assert [each.code for each in take("办法.doc", OLD, title_words()).problems] == ["A110"]


def test_what_is_locked_or_no_text_never_reaches_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, f"Path({str(tmp_path / 'called')!r}).touch()")
    take("a.doc", OLD + "EncryptedPackage".encode("utf-16-le"), title_words())
    take(
        "a.doc",
        OLD.replace("WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le")),
        title_words(),
    )
    assert not (tmp_path / "called").exists()
