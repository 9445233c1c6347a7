"""PO files: what is printed is read back, the same bytes come again, and any text gives a value or a reason."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model.translation import MACHINE_DRAFT, Catalogue, Entry
from digest.text.po import PoError, one_line_safe, parse_po, print_po

HEADER = {"Project-Id-Version": "a-2024", "Language": "en", "MIME-Version": "1.0",
          "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
          "PO-Revision-Date": "2026-01-01 00:00+0000", "Last-Translator": "A <a@example.org>",
          "Language-Team": "English"}  # fmt: skip
ENTRIES = (
    Entry("title", "甲市行动计划", "Action Plan of A"),
    Entry(
        "1",
        "总则\n\n第一段。\n第二段“引”。",
        'General\n\nFirst.\nSecond "quote" \\ end.',
        notes=(MACHINE_DRAFT,),
    ),
    Entry(
        "2", "给予35%补贴。", "A subsidy of 30%.", was_zh="给予30%补贴。", fuzzy=True, notes=("why", "more")
    ),
    Entry("3", "空", ""),
    Entry("4", "旧条款", "Old clause", obsolete=True),
)
CATALOGUE = Catalogue("en.po", "English of A.\nSecond line.", HEADER, ENTRIES)

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\#~%'), max_size=40)


def test_what_is_printed_is_read_back() -> None:
    assert parse_po(print_po(CATALOGUE), "en.po") == CATALOGUE


def test_the_same_bytes_come_again() -> None:
    printed = print_po(CATALOGUE)
    assert print_po(parse_po(printed)) == printed
    assert printed.endswith('msgstr "Old clause"\n')
    assert '#| msgid "给予30%补贴。"\n' in printed


def test_states() -> None:
    assert [entry.state for entry in ENTRIES[:4]] == ["reviewed", "machine", "stale", "missing"]
    assert ENTRIES[2].belongs_to == "给予30%补贴。"


def test_the_line_is_that_of_the_words_not_of_the_comments() -> None:
    printed = print_po(CATALOGUE)
    lines = printed.splitlines()
    for entry in parse_po(printed).entries:
        assert lines[entry.line - 1].removeprefix("#~ ") == f'msgctxt "{entry.context}"'


@given(WORDS, WORDS, WORDS)
def test_any_words_survive(zh: str, en: str, was: str) -> None:
    entry = Entry("1", f"甲{zh}", en, was_zh=f"乙{was}", fuzzy=True)
    again = parse_po(print_po(Catalogue(entries=(entry,), header=HEADER))).entries[0]
    safe = (one_line_safe(entry.zh), one_line_safe(en), one_line_safe(entry.was_zh or ""))
    assert (again.zh, again.en, again.was_zh) == safe


@given(st.text(max_size=200))
def test_any_text_gives_a_value_or_a_reason(text: str) -> None:
    try:
        found = parse_po(text)
    except PoError:
        return
    assert isinstance(found, Catalogue)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c\nmsgstr "d"\n', 4),
        ("total nonsense\n", 1),
        ('msgid "a\u2028b"\n', 1),
        ("/etc/hostname", 1),
    ],
)
def test_what_is_no_po_file_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(PoError) as caught:
        parse_po(text)
    assert caught.value.line == line


needs_gettext = pytest.mark.skipif(shutil.which("msgcat") is None, reason="GNU gettext is not installed")


@needs_gettext
def test_gettext_accepts_it_and_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_text(print_po(CATALOGUE), "utf-8")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True)
    for arguments in (["--no-wrap"], []):
        done = subprocess.run(
            ["msgcat", *arguments, str(path)], capture_output=True, check=True, encoding="utf-8"
        )
        assert parse_po(done.stdout, "en.po") == CATALOGUE


@needs_gettext
def test_gettext_accepts_the_english_of_the_policies(project: Path) -> None:
    paths = sorted((project / "content/policies").glob("*/en.po"))
    assert len(paths) >= 5
    for path in paths:
        done = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, check=False, text=True
        )
        assert (done.returncode, done.stderr) == (0, "")
        done = subprocess.run(["msgcat", str(path)], capture_output=True, check=True, encoding="utf-8")
        text = path.read_text("utf-8")
        assert parse_po(done.stdout) == parse_po(text)
        assert print_po(parse_po(text)) == text


def test_polib_writes_unwrapped_what_we_write() -> None:
    printed = print_po(CATALOGUE)
    assert str(polib.pofile(printed, wrapwidth=0)).rstrip("\n") + "\n" == printed
