import codecs
import hashlib
import os

import pytest

from digest.read import source as reading
from digest.read.formats import FORMATS, format_of
from digest.read.source import decode, decode_utf8, read_bytes, read_policy_text, read_source

TEXT = "一、总体要求\n（一）发展目标。到2025年，产业增加值达到80亿元。\n"


def codes(problems):
    return [problem.code for problem in problems]


def test_utf8_is_read_without_a_word():
    source, problems = decode("a.txt", TEXT.encode())
    assert source is not None
    assert (source.text, source.encoding, problems) == (TEXT, "utf-8", ())


def test_the_sum_is_of_the_bytes_as_received():
    source, _ = decode("a.txt", codecs.BOM_UTF8 + b"abc")
    assert source is not None
    assert source.text == "abc"
    assert source.text.encode(source.encoding) == codecs.BOM_UTF8 + b"abc"
    assert source.sha256 == hashlib.sha256(codecs.BOM_UTF8 + b"abc").hexdigest()


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030"])
def test_chinese_encodings_are_read_and_told(encoding):
    source, problems = decode("a.txt", TEXT.encode(encoding))
    assert source is not None
    assert (source.text, source.encoding) == (TEXT, "gb18030")
    assert codes(problems) == ["R006"]
    assert "GB18030" in problems[0].message


def test_no_line_of_a_real_text_is_mistaken(project):
    for path in sorted((project / "content/policies").glob("*/source.txt")):
        for line in path.read_text("utf-8").split("\n"):
            if len(line.strip()) >= 4:
                source, _ = decode("a.txt", line.encode("gb18030"))
                assert source is not None, line
                assert source.text == line


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf16_needs_its_mark(mark):
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    source, problems = decode("a.txt", mark + TEXT.encode(encoding))
    assert source is not None
    assert source.text == TEXT
    assert codes(problems) == ["R006"]


def test_characters_are_never_normalised():
    odd = "２﹒⼀\u3000５０％…\r\n\ufb01\u200b"
    source, _ = decode("a.txt", odd.encode())
    assert source is not None
    assert source.text == odd


def test_a_damaged_byte_does_not_make_a_utf8_text_into_gibberish():
    data = TEXT.encode().replace(b"\n", b"\xe5\n", 1)
    source, problems = decode("a.txt", data)
    assert source is None
    assert codes(problems) == ["R004"]
    assert problems[0].line == 1


def test_a_text_cut_in_a_character_names_the_line():
    source, problems = decode("a.txt", TEXT.encode()[:-3])
    assert source is None
    assert (codes(problems), problems[0].line) == (["R004"], 2)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\xd0\xcf\x11\xe0rest", "Office"),
        (b"abc\0def", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_binary_files_are_named(data, found):
    source, problems = decode("a.txt", data)
    assert source is None
    assert codes(problems) == ["R003"]
    assert found in problems[0].message


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, "\u3000\n".encode()])
def test_a_file_without_words_is_empty(data):
    source, problems = decode("a.txt", data)
    assert source is None
    assert codes(problems) == ["R005"]


def test_a_line_of_five_megabytes_is_read_with_a_warning():
    text = "短\n" + "一" * 1_700_000 + "\n短"
    source, problems = decode("a.txt", text.encode())
    assert source is not None
    assert source.text == text
    assert [(p.code, p.line, str(p.severity)) for p in problems] == [("R008", 2, "warning")]


def test_a_missing_file_is_named(tmp_path):
    source, problems = read_source(tmp_path / "source.txt")
    assert source is None
    assert codes(problems) == ["R001"]
    assert problems[0].path.endswith("/source.txt")
    assert "source.txt" in problems[0].message


def test_a_folder_is_no_text(tmp_path):
    assert codes(read_source(tmp_path).problems) == ["R002"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert codes(read_source(tmp_path / "pipe").problems) == ["R002"]


def test_a_refusal_of_the_system_is_told(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "read_bytes", refuse)
    (found,) = read_source(file).problems
    assert found.code == "R002"
    assert "Permission denied" in found.message


def test_a_file_over_the_limit_is_not_loaded(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"12345")
    (found,) = read_bytes(file, limit=4).problems
    assert found.code == "R007"
    assert "5 bytes" in found.message
    assert read_bytes(file, limit=5).data == b"12345"
    assert reading.MAX_BYTES > 5_000_000


FORMATTED = {
    "an RTF file": ["{\\rtf1\\ansi 第一条", "\n {\\rtf1"],
    "a saved web page (MHTML)": [
        "From: <Saved by Blink>\nSnapshot",
        "MIME-Version: 1.0\nContent-Type: multipart",
    ],
    "an XML file": ["<?xml version='1.0'?>\n<akomaNtoso>", "\ufeff<?xml?><w:document/>"],
    "an HTML page": [
        "<!DOCTYPE html><html>",
        "\u3000<html lang='zh'>",
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>",
        "<!-- saved from url=(0042)https://www.example.gov.cn/ -->\n<p>第一条</p>",
        "<div class=TRS_Editor>第一条</div>",
        "某市办法<p>第一条 甲。</p>\n<p>第二条 乙。</p><p>第三条 丙。</p>\n<p>第四条 丁。</p>",
    ],
    "a JSON file": [
        '{"title": "某市办法", "content": "第一条"}',
        '{"id": 1}\n{"id": 2}\n',
        '[\n {"title": "某市办法"}]',
        "{'title': '某市办法'}",
        '["第一条", "第二条"]',
    ],
    "a TeX file": ["\\documentclass{ctexart}"],
}


@pytest.mark.parametrize(
    ("words", "text"), [(words, text) for words, texts in FORMATTED.items() for text in texts]
)
def test_a_format_is_named_and_refused(words, text, tmp_path):
    assert format_of(text) == words
    (tmp_path / "source.txt").write_text(text, "utf-8")
    source, (found,) = read_policy_text(tmp_path / "source.txt")
    assert (source, found.code) == (None, "R003")
    assert words in found.message


def test_every_format_has_an_example():
    assert {each.words for each in FORMATS} == set(FORMATTED)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "[bookmark: _GoBack]一、目标",
        "[2021]12号\n某市办法",
        "《某市办法》\n<征求意见稿>\n一、目标",
        "一、目标<br>\n二、措施</p>",
        "---\ntitle: 某市办法\n---\n一、目标",
    ],
)
def test_plain_text_is_no_format(text):
    assert format_of(text) is None


def test_a_text_no_policy_has_the_size_of_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MAX_TEXT", 40)
    (tmp_path / "source.txt").write_text("一、目标\n" * 4, "utf-8")
    source, (found,) = read_policy_text(tmp_path / "source.txt")
    assert (source, found.code, dict(found.values)) == (None, "R007", {"size": "52", "limit": "40"})


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("policies/a/policy.toml", "Keep the side that is right"),
        ("policies/a/source.txt", "Keep the side that is right"),
        ("policies/a/en.po", "Keep the side that is right"),
        ("policies/a/ids.toml", "Keep the entries of both sides"),
        ("addresses.toml", "Keep the entries of both sides"),
        ("changes.toml", "Keep the entries of both sides"),
    ],
)
def test_a_merge_conflict_is_called_one(name: str, advice: str, end: str) -> None:
    text = "title\n<<<<<<< HEAD\na = 1\n||||||| base\n=======\na = 2\n>>>>>>> branch\n".replace("\n", end)
    for read in (decode, decode_utf8):
        source, (found,) = read(name, text.encode())
        assert (source, found.code, found.line) == (None, "R010", 2)
        assert advice in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "标题\n=======\n正文\n",
        "<<<<<<< 一\n正文\n",
        "=======\n<<<<<<< 一\n>>>>>>> 二\n",
        "a <<<<<<< b\n=======\n>>>>>>> c\n",
    ],
)
def test_signs_alone_are_no_merge_conflict(text: str) -> None:
    assert decode("source.txt", text.encode()).source
