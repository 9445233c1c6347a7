"""A project's own style sheets."""

from pathlib import Path

import pytest

from digest.lint.styles import check_styles
from digest.model.problem import Problem
from digest.resources import templates


def found_in(folder: Path, sheet: str) -> tuple[Problem, ...]:
    assets = folder / "templates" / "assets"
    assets.mkdir(parents=True)
    (assets / "site.css").write_text(sheet, "utf-8")
    return check_styles(folder / "templates", templates())


FAULTS = [
    # the sheet, the code, the line and what is marked there, the cause, what the remedy says
    ("a { color: red\n\nb { color: blue; }\n", "B316", 1, "{", "{ is not closed", "Write }"),
    ("@media (width > 3em) { a { b: c; }\n", "B316", 1, "{", "{ is not closed", "Write }"),
    ("a { color: red; }}\nb { color: blue }", "B316", 1, "}", "} closes nothing", "Remove it"),
    ("/* x\na { color: red }", "B316", 1, "/*", "comment is not closed", "*/"),
    ('a::after { content: "x; }\nb { c: d }', "B316", 1, '"', "quotation mark is not closed", "closing quotation mark"),
    ("a { color: red\n  background: blue; }", "B316", 1, "d", "semicolon is missing before background", "Write ;"),
    ("a { color red; }", "B316", 1, "color red", "colon is missing", "property: value"),
    ("a { : red; }", "B316", 1, ":", "property is missing", "property: value"),
    ("a { color：red; }", "B316", 1, "：", "full-width sign ：", "Replace ： with :"),
    ("a { color: red；}", "B316", 1, "；", "full-width sign ；", "Replace ； with ;"),
    ("color: red;", "B316", 1, "color: red", "outside of all rules", "brackets of a rule"),
    ("// x\na { color: red }", "B316", 1, "//", "between /* and */", "/*"),
    ("@medai print { a { color: red } }", "B316", 1, "@medai", "no at-rule @medai", "`@media`"),
    ('a { b: c }\n@import "icon.css";', "B316", 2, "@import", "before all rules", "top of the file"),
    ("a { width: calc(1px + 2px; }", "B316", 1, "(", "( is not closed", "Write )"),
    ("a[href { x: y }", "B316", 1, "[", "[ is not closed", "Write ]"),
    ("a { background: url(icon 2.svg) }", "B316", 1, "url(", "has a blank", 'url("...")'),
    ("a { background: url(icon.svg; }", "B316", 1, "url(", "has no end", 'url("...")'),
    ("@media （width > 3em） { a { b: c } }", "B316", 1, "（", "full-width sign （", "Replace （ with ("),
    ("a { // it's\n color: red; }", "B316", 1, "//", "between /* and */", "/*"),
    ("a { color: red /* x }", "B316", 1, "/*", "comment is not closed", "*/"),
    ("@import url(https://x.cn/a.css);", "B314", 1, "https://x.cn/a.css", "another host", "Copy the file"),
    ('@font-face { src: url("//x.cn/f.woff2"); }', "B314", 1, "//x.cn/f.woff2", "another host", "Copy the file"),
    ('a { background: url("icn.svg") }', "B317", 1, "icn.svg", "assets/icn.svg", "`icon.svg`"),
    ("a { background: url(../../x/none.jpg) }", "B317", 1, "../../x/none.jpg", "x/none.jpg", "Put the file"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "code", "line", "marked", "cause", "remedy"), FAULTS)
def test_a_fault_is_found_at_its_place(tmp_path, sheet, code, line, marked, cause, remedy):
    found = found_in(tmp_path, sheet)[0]
    first = found.column - found.source_column
    assert (found.code, found.line) == (code, line)
    assert found.source_line[first : found.end_column - found.source_column] == marked
    assert cause in found.message
    assert remedy in found.hint


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        "\ufeffa { color: red }",
        '@charset "utf-8"; @layer a, b; @import url("theme.css") screen; p { color: red }'.replace("theme.css", "site.css"),
        "a { &:hover { color: red } b:focus > c { x: y } --x: a:b; --y: {a: b}; }",
        'a::before { content: "：；}"; content: \'{\' }',
        "a { background: url(data:image/svg+xml;utf8,<svg/>) , url( icon.svg ) }",
        '@media (min-width: 3em) and (color) { a:not(:hover), b[c="d;"] { color: red } }',
        "a { color: red; /* ： // } */ background: blue }",
        '@font-face { font-family: x; src: local("x") }  @keyframes k { from { a: b } 50% { a: c } }',
        "a { *zoom: 1; filter: progid:DXImageTransform.Microsoft.Alpha(opacity=50); }",
    ],
)  # fmt: skip
def test_what_is_sound_is_left_in_peace(tmp_path, sheet):
    assert found_in(tmp_path, sheet) == ()


def test_the_programs_own_sheets_have_no_fault():
    assert check_styles(templates(), templates()) == ()


def test_reading_a_sheet_takes_no_longer_than_it_is(tmp_path):
    assert len(found_in(tmp_path, "a { b: c; " * 20_000)) == 1
