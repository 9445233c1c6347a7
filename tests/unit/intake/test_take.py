"""A file as it was received: its kind is found by content, it is read in a process of its own, and nothing breaks that."""

import json
from pathlib import Path
from subprocess import TimeoutExpired

import pytest

from digest import intake
from digest.cli.language import speaking
from digest.intake import child, take
from digest.intake.wire import from_json, to_json
from digest.model.intake import Clue, ReadFile, ReceivedWords, TextChange
from digest.model.problem import problem
from docx_files import docx, p, zipped
from parsing import title_words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


def codes(found: ReadFile) -> list[str]:
    return [each.code for each in found.problems]


def test_a_word_file_is_read_whatever_its_name_says() -> None:
    found = take("办法.txt", docx(p("第一条 本办法适用于本市。")), title_words())
    assert found == ReadFile(ReceivedWords("docx", "第一条 本办法适用于本市。\n", (), ()), ())


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "R005", "empty"),
        (zipped({"xl/workbook.xml": "<x/>"}), "A101", "Excel table (.xlsx)"),
        (zipped({"ppt/presentation.xml": "<x/>"}), "A101", "slides (.pptx)"),
        (zipped({"办法.doc": "x"}), "A101", "a ZIP file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "A101", "a picture"),
        (b'{"title": "x"}', "A101", "a JSON file"),
        (b'<?xml version="1.0"?><rss><p>x</p></rss>', "A101", "an XML file"),
        (OLE + "Workbook".encode("utf-16-le"), "A101", "old Excel table"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "A101", "old slides"),
        (OLE, "A101", "an old Office file"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "A102", "locked with a password"),
        (docx(p("")), "A111", "no words"),
    ],
)
def test_what_is_not_read_is_refused_in_one_line(data: bytes, code: str, words: str) -> None:
    found = take("file", data, title_words())
    assert found.taken is None
    assert codes(found) == [code]
    assert words in found.problems[0].message
    assert "\n" not in found.problems[0].message


def test_too_large_a_file_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 10)
    assert codes(take("file", bytes(11), title_words())) == ["R007"]


def test_a_reader_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PATIENCE", 0.01)
    monkeypatch.setattr(intake, "SECONDS", 0.01)
    found = take("file", docx(p("一")), title_words())
    assert codes(found) == ["A105"]
    assert "0.01 seconds" in found.problems[0].message


@pytest.mark.parametrize(("module", "limit"), [(None, intake.SECONDS), (object(), intake.PATIENCE)])
def test_where_processor_time_is_counted_a_file_may_wait_longer(
    monkeypatch: pytest.MonkeyPatch, module: object, limit: int
) -> None:
    """On a busy machine three seconds of work take more than eight by the clock."""
    waited = []

    def run(*_: object, timeout: float, **__: object) -> None:
        waited.append(timeout)
        raise TimeoutExpired("python", timeout)

    monkeypatch.setattr(intake, "find_spec", lambda _: module)
    monkeypatch.setattr("subprocess.run", run)
    assert f"{limit} seconds" in take("file", b"x", title_words()).problems[0].message
    assert waited == [limit]


def test_a_reader_that_dies_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -SEGV $$\n")
    dying.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(dying))
    found = take("file", b"x", title_words())
    assert codes(found) == ["A107"]
    assert "-11" in found.problems[0].message


def test_memory_and_time_are_limited_in_the_process_of_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resource = pytest.importorskip("resource")
    limits = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: limits.update({what: most}))
    child._limit(10)
    assert limits == {resource.RLIMIT_AS: (512_000_000, 512_000_000), resource.RLIMIT_CPU: (10, 11)}


def test_out_of_memory_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_data: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "kind_of", exhausted)
    assert codes(child.read(b"x", "file", title_words())) == ["A106"]


def test_a_library_that_is_missing_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(child.READERS, "docx", ("no_such_library", "read"))
    found = child.read(docx(p("一")), "file", title_words())
    assert codes(found) == ["A108"]
    assert "no_such_library" in found.problems[0].message
    assert "pip install 'policy-digest[add]'" in found.problems[0].hint


def test_any_fault_of_a_reader_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(child.READERS, "docx", ("digest.intake.docx", "no_such_reader"))
    assert codes(child.read(docx(p("一")), "file", title_words())) == ["A107"]


def test_more_text_than_a_policy_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_TEXT", 20)
    assert codes(child.read(docx(p("一" * 20)), "file", title_words())) == ["R007"]


def test_reasons_are_in_the_language_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = docx(p("一"))[:-30]
    assert "list of contents" in take("file", broken, title_words()).problems[0].message
    with speaking("zh"):
        assert (
            take("file", broken, title_words()).problems[0].message
            == "文件已损坏或不完整：文件目录缺失或损坏。"
        )


FOUND = ReadFile(
    ReceivedWords(
        "docx",
        "第一条\n",
        (Clue("title_zh", "办法", "x"),),
        (TextChange(1, "", "第一条", "automatic number"),),
    ),
    (problem("A112", "办法.docx", line=1, was="1", now="2"),),
)


def test_what_was_found_goes_through_json_unchanged() -> None:
    assert from_json(to_json(FOUND)) == FOUND
    assert from_json(to_json(ReadFile(None, ()))) == ReadFile(None, ())


@pytest.mark.parametrize(
    "said",
    [
        [],
        {"taken": None},
        {"taken": ["docx", 1, [], []], "problems": []},
        {"taken": ["docx", "x", [["title_zh", "y"]], []], "problems": []},
        {"taken": ["docx", "x", [], [[True, "", "", ""]]], "problems": []},
        {"taken": None, "problems": [["Z999", "", 0, 1, 1, "", [], 1]]},
        {"taken": None, "problems": [["A101", "", "0", 1, 1, "", [], 1]]},
    ],
)
def test_an_answer_of_another_shape_is_none(said: object) -> None:
    with pytest.raises(ValueError, match=r"no answer|other types|unknown code"):
        from_json(json.dumps(said).encode())
