"""``digest parse`` takes any number of files with any content."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from digest.pages.fact_rows import FACTS
from running import Run

TEXT = "一、总体要求\n（一）目标。到2025年达到80亿元。\n（三）原则。\n"


@pytest.fixture
def text(tmp_path: Path) -> str:
    (tmp_path / "My Text.txt").write_text(TEXT, "utf-8")
    return "My Text.txt"


def test_tree_on_stdout_findings_on_stderr(run: Run, text: str) -> None:
    code, out, err = run("parse", text)
    assert code == 0
    assert [line.split("  ")[0] for line in out.splitlines() if "|" not in line] == ["#1", "", ""]
    assert "  #1.1  section  L2  （一） 目标\n" in out
    assert "My Text.txt:3:1" in err
    assert "P20" in err
    assert "hint:" in err


def test_quiet_prints_the_tree_only(run: Run, text: str) -> None:
    code, out, err = run("parse", "-q", text)
    assert (code, err) == (0, "")
    assert out == run("parse", text).out


def test_json_has_document_clauses_and_problems(run: Run, text: str) -> None:
    code, out, err = run("parse", "--format", "json", text)
    assert (code, err) == (0, "")
    row = json.loads(out)
    assert list(row) == ["document", "clauses", "problems"]
    assert row["document"]["id"] == "my-text"
    clause = row["clauses"][1]
    assert (clause["id"], clause["parent"], clause["label"], clause["lines"]) == (
        "1.1",
        "1",
        "（一）",
        [2, 2],
    )
    assert {problem["path"] for problem in row["problems"]} == {text}


def test_facts_are_added_on_request(run: Run, text: str) -> None:
    row = json.loads(run("parse", "--format", "json", "--facts", text).out)
    assert {"instruments", "targets", "agencies", "citations"} < set(row)


def test_jsonl_is_one_object_a_file_in_order(run: Run, text: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("第一条 甲。\n", "utf-8")
    code, out, _ = run("parse", "--format", "jsonl", "b.txt", text, "b.txt")
    assert code == 0
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == ["b", "my-text", "b"]
    rows = json.loads(run("parse", "--format", "json", "b.txt", text, "b.txt").out)
    assert [row["document"]["id"] for row in rows] == ["b", "my-text", "b"]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, 1, "R001"),
        (b"", 1, "R005"),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, "R003"),
        ("一、总则\n".encode() + b"\xff\xfe\xfd", 1, "R004"),
        (TEXT.encode("gb18030"), 0, "R006"),
        ("字".encode() * 1_700_000, 0, "R008"),
        (b"\xef\xbb\xbf" + TEXT.encode(), 0, "P20"),
        (TEXT.replace("\n", "\r\n").encode(), 0, "P20"),
        (b"\x1b]0;title\x07 plain words\n", 0, None),
        ("一、\u202e甲\u202c\n".encode(), 0, None),
    ],
    ids=["missing", "empty", "binary", "damaged", "gb18030", "5 MB line", "bom", "crlf", "control", "bidi"],
)
def test_any_bytes_give_a_clear_answer(
    run: Run, tmp_path: Path, data: bytes | None, code: int, said: str | None
) -> None:
    path = tmp_path / "input.txt"
    if data is not None:
        path.write_bytes(data)
    ran = run("parse", "input.txt")
    assert ran.code == code
    assert "Traceback" not in ran.err
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)
    assert said is None or said in ran.err
    assert len(ran.err) < 2_000
    if code:
        assert "hint:" in ran.err
        assert json.loads(run("parse", "--format", "json", "input.txt").out)["clauses"] == []


def test_one_bad_file_does_not_stop_the_others(run: Run, text: str) -> None:
    code, out, err = run("parse", "--format", "jsonl", "missing.txt", text)
    assert code == 1
    assert [bool(json.loads(line)["clauses"]) for line in out.splitlines()] == [False, True]
    assert "missing.txt: error R001" in err


def test_a_file_the_system_refuses(run: Run) -> None:
    code, _, err = run("parse", "x" * 300)
    assert code == 1
    assert "File name too long" in err


def test_a_reader_that_stops_listening_is_no_fault(project: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("第一条 甲。\n" * 20_000, "utf-8")
    command = [sys.executable, "-m", "digest", "parse", "-q", "long.txt"]
    env = os.environ | {"PYTHONPATH": str(project / "src")}
    with subprocess.Popen(
        command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


FACTS_TEXT = (
    "示例市支持传感器产业若干措施\n第一条 对首轮流片，按不超过费用的50%给予资助，最高不超过500万元。（市科技局负责）\n"
    "第二条 到2025年产业规模达到80亿元。依据《某某意见》（国发〔2020〕8号）制定。\n"
)


def test_facts_are_rows_of_the_bulk_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTS_TEXT, "utf-8")
    row = json.loads(run("parse", "--format", "jsonl", "--facts", "a.txt").out)
    for table in ("instruments", "targets", "agencies", "citations"):
        assert [list(each) for each in row[table]] == [[column.name for column in FACTS[table]]], table
    assert (row["instruments"][0]["clause"], row["instruments"][0]["rate_percent"]) == ("art1", 50)
    assert (row["targets"][0]["clause"], row["targets"][0]["value"]) == ("art2", 8_000_000_000)
    assert row["citations"][0]["number"] == "国发〔2020〕8号"


def test_facts_follow_the_word_lists_of_the_content_folder(run: Run, tmp_path: Path, project: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTS_TEXT, "utf-8")
    words = (project / "content/agencies.toml").read_text("utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/agencies.toml").write_text(words.replace("zh = ", "zhong = "), "utf-8")
    code, _, err = run("parse", "--format", "json", "--facts", "a.txt")
    assert code == 1
    assert "content/agencies.toml" in err


def test_the_place_of_a_text_is_that_of_its_title(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FACTS_TEXT.replace("示例市", "深圳市"), "utf-8")
    row = json.loads(run("parse", "--format", "json", "--facts", "a.txt").out)
    assert [agency["name_zh"] for agency in row["agencies"]] == ["深圳市科学技术局"]
