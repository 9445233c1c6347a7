"""What editors type instead of TOML: the cause, its place, and a text that is TOML once the remedy was followed."""

import tomllib

import pytest

from digest.output.frame import framed
from digest.read.toml import parse_toml

FAULTS = [
    # the text, the line and what is marked there, the cause, what the remedy leads to
    ("a = “x”", 1, "“", "full-width sign “", 'a = "x"'),
    ("a = ‘x’", 1, "‘", "full-width sign ‘", "a = 'x'"),
    ('a = "x”\nb = "y"', 1, "”", "full-width sign ”", 'a = "x"\nb = "y"'),
    ('a ＝ "x"', 1, "＝", "full-width sign ＝", 'a = "x"'),
    ('a："x"', 1, "：", "full-width sign ：", 'a="x"'),
    ("【a】\nb = 1", 1, "【", "full-width sign 【", "[a]\nb = 1"),
    ("［a］\nb = 1", 1, "［", "full-width sign ［", "[a]\nb = 1"),
    ('a = ["x"，"y"]', 1, "，", "full-width sign ，", 'a = ["x","y"]'),
    ('a = ["x"、"y"]', 1, "、", "full-width sign 、", 'a = ["x","y"]'),
    ('a = "x"，', 1, "，", "full-width sign ，", 'a = "x"'),
    ("　a = 1", 1, "　", "full-width or invisible space", "a = 1"),
    ("a = 1\u00a0# x", 1, "\u00a0", "full-width or invisible space", "a = 1 # x"),
    ('a = ["x"\nb = "y"', 1, "[", "bracket [ is not closed", 'a = ["x"]\nb = "y"'),
    ('a = ["x",\nb = "y"', 1, "[", "bracket [ is not closed", 'a = ["x",]\nb = "y"'),
    ('a = [\n  "x",\n\n[made]\nb = 1', 1, "[", "bracket [ is not closed", 'a = [\n  "x"]\n\n[made]\nb = 1'),
    ('a = [\n  "x"\n[made]\nb = 1', 1, "[", "bracket [ is not closed", 'a = [\n  "x"]\n[made]\nb = 1'),
    ("a = [1, 2\n", 1, "[", "bracket [ is not closed", "a = [1, 2]\n"),
    ('a = { b = "x"\nc = 1', 1, "{", "bracket { is not closed", 'a = { b = "x" }\nc = 1'),
    ("a = { b = 1, }", 1, "}", "last comma", "a = { b = 1 }"),
    ('a = ["x" "y"]', 1, '"y"', "comma is missing", 'a = ["x", "y"]'),
    ('a = "x\nb = 1', 1, "", "before its closing quotation mark", 'a = "x"\nb = 1'),
    ("a = 'x\nb = 1", 1, "", "before its closing quotation mark", "a = 'x'\nb = 1"),
    ('a = "x', 1, "", "before its closing quotation mark", 'a = "x"'),
    ('a = """x\nb = 1\n', 1, '"""', "three quotation marks is not closed", 'a = """x"""\nb = 1\n'),
    ('a = "关于"芯片"的通知"', 1, '"', "quotation mark inside the text", 'a = "关于“芯片”的通知"'),
    ('a = "D:\\政策\\b.txt"', 1, "\\", "special meaning", 'a = "D:/政策/b.txt"'),
    ('a = "C:\\Users\\x"', 1, "\\", "special meaning", "a = 'C:\\Users\\x'"),
    ("a = 2024-7-9", 1, "2024-7-9", "needs straight quotation marks", 'a = "2024-07-09"'),
    ("a = 2024年7月9日", 1, "2024年7月9日", "needs straight quotation marks", 'a = "2024-07-09"'),
    ("a = 2024-07", 1, "2024-07", "needs straight quotation marks", 'a = "2024-07"'),
    ("a = 2024-13-45", 1, "2024-13-45", "needs straight quotation marks", 'a = "2024-13-45"'),
    ("a = 000000 # code", 1, "000000", "needs straight quotation marks", 'a = "000000" # code'),
    ("a = printed", 1, "printed", "needs straight quotation marks", 'a = "printed"'),
    ('a = ["x", y]', 1, "y", "needs straight quotation marks", 'a = ["x", "y"]'),
    ("a = 80%", 1, "80%", "no unit", "a = 80"),
    ("a = True", 1, "True", "not a value of TOML", "a = true"),
    ("a = 是", 1, "是", "not a value of TOML", "a = true"),
    ("a =\nb = 1", 1, "=", "the value is missing", "b = 1"),
    ("a =", 1, "=", "the value is missing", ""),
    ("a == 1", 1, "=", "one = too many", "a = 1"),
    ('= "x"', 1, "=", "the key before = is missing", ""),
    ('a: "x"', 1, ":", "a colon", 'a= "x"'),
    ('标题 = "x"', 1, "标题", "标题 cannot be a key", '# 标题 = "x"'),
    ("说明文字", 1, "说明文字", "neither", "# 说明文字"),
    ("// x", 1, "// x", "a comment begins with #", "# // x"),
    ('a = "x";', 1, ";", "comes after the value", 'a = "x"'),
    ('a = "x" 说明', 1, "说明", "there is something after the value", 'a = "x" # 说明'),
    ("[a\nb = 1", 1, "[a", "not closed with ]", "[a]\nb = 1"),
    ("[[a]\nb = 1", 1, "[[a]", "not closed with ]]", "[[a]]\nb = 1"),
    ("[a]]\nb = 1", 1, "]", "after the name of the table", "[a]\nb = 1"),
    ("a = 1\nb = 2\na = 3", 3, "a", "the key `a` appears twice, first in line 1", "a = 1\nb = 2"),
    ("[x]\na = 1\na = [\n 1,\n]", 3, "a", "the key `a` appears twice, first in line 2", "[x]\na = 1"),
    ("[a]\nb = 1\n[c]\n[a]\nd = 1", 4, "a", "the table [a] appears twice, first in line 1", "[a]\nb = 1\nd = 1\n[c]"),
    ("[[a]]\nb = 1\n[a]\nc = 1", 3, "a", "two brackets and with one", "[[a]]\nb = 1\n[[a]]\nc = 1"),
    ("[a]\nb = 1\n[[a]]\nc = 1", 3, "a", "two brackets and with one", "[[a]]\nb = 1\n[[a]]\nc = 1"),
    ('a = "x\x07"', 1, "\x07", "U+0007", 'a = "x"'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "marked", "cause", "cured"), FAULTS)
def test_a_fault_is_named_where_it_is(text, line, marked, cause, cured):
    file, (found,) = parse_toml("x.toml", text.encode())
    assert file is None
    assert found.code == "R101"
    assert cause in found.message
    assert found.line == line
    first = found.column - found.source_column
    assert found.source_line[first : found.end_column - found.source_column] == marked
    tomllib.loads(cured)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_the_ends_of_lines_do_not_move_a_place(end):
    text = end.join(["# 说明", "[made]", "value = “2024”", ""])
    _, (found,) = parse_toml("x.toml", b"\xef\xbb\xbf" + text.encode())
    assert (found.line, found.column) == (3, 9)
    assert framed(found).before.endswith("value = ")


def test_many_open_brackets_take_no_longer_than_they_are():
    _, (found,) = parse_toml("x.toml", ("a = [\n" + '"x", # 说明\n' * 20_000 + "b = 1").encode())
    assert (found.code, found.line, found.column) == ("R101", 1, 5)
