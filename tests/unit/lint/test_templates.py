"""A project's own templates: each fault of an editor is found at its place, with what to do; sound ones are left in peace."""

from pathlib import Path
from shutil import copytree

import pytest

from digest.lint.project import check_project
from digest.model.problem import Problem
from digest.resources import templates


def found_in(folder: Path, **files: str) -> tuple[Problem, ...]:
    own = folder / "templates"
    own.mkdir(exist_ok=True)
    for name, text in files.items():
        path = own / name.replace("_html", ".html").replace("words_zh_toml", "words.zh.toml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return check_project(own, templates())


def marked(found: Problem) -> str:
    first = found.column - found.source_column
    return found.source_line[first : found.end_column - found.source_column]


CHILD = '{% extends "base.html" %}\n{% block main %}\n'

FAULTS = [
    # what stands in editorial.html, the code, the line and what is marked there, the cause, what the remedy says
    ("<p>\n{{ page.title }\n", "B311", 2, "}", "} is used where }} is needed", "both signs"),
    ("<p>{{ page.title", "B311", 1, "<p>{{ page.title", "}} is missing", "Write }}"),
    ("<p>\n{% if page.title }x{% endif %}", "B311", 2, "}", "} is used where %} is needed", "both signs"),
    ("<p>\n{% if page.title %}\n<b>\n", "B311", 2, "if", "`if` is not closed", "{% endif %}"),
    ("{% for a in page.b %}\n{% endfo %}", "B311", 2, "endfo", "line 1 is still open", "`endfor`"),
    ("{% for a in page.b %}\n{% endif %}", "B311", 2, "endif", "line 1 is still open", "{% endfor %}"),
    ("{% if page.a %}{% elsif page.b %}{% endif %}", "B311", 1, "elsif", "no tag `elsif`", "`elif`"),
    ("{% iff page.a %}", "B311", 1, "iff", "no tag `iff`", "`if`"),
    ("{% if page.a = 1 %}{% endif %}", "B311", 1, "=", "= is used where %} is needed", "=="),
    ("{{ page.title | upper) }}", "B311", 1, ")", ")", "pairs"),
    ("{{ “a” }}", "B311", 1, "“", "full-width sign “", 'Replace “ with "'),
    ('{{ "a }}', "B311", 1, '"', "quotation mark is not closed", "closing quotation mark"),
    ("<p>\n{# mine\n<p>", "B311", 2, "{#", "{# is not closed", "#}"),
    ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "B311", 1, "a", "appears twice", "another name"),
    ("{{ page.title }}\n{{ titel }}", "B311", 2, "titel", "`titel` is not defined", "Remove it"),
    ("{{ pge.title }}", "B311", 1, "pge", "`pge` is not defined", "Write `page`"),
    ("{{ runs(page.title) }}", "B311", 1, "runs", "`runs` is not defined", 'Write {% from "parts.html" import runs %}'),
    ("{% extends base.html %}", "B311", 1, "base", "`base` is not defined", "in quotation marks"),
    ("{{ page.body | markdwn }}", "B311", 1, "markdwn", "no filter `markdwn`", "`markdown`"),
    ("{% if page is defind %}{% endif %}", "B311", 1, "defind", "no test `defind`", "`defined`"),
    ('{% include "partz.html" %}', "B311", 1, "partz.html", "no template partz.html", "`parts.html`"),
    ('{% extends "bas.html" %}', "B311", 1, "bas.html", "no template bas.html", "`base.html`"),
    ('{% from "parts.html" import runz %}', "B311", 1, "runz", "no macro `runz`", "`runs`"),
    ('{% import "parts.html" as p %}{{ p.lable("x") }}', "B311", 1, "lable", "no macro `lable`", "`label`"),
    ('{% from "parts.html" import say %}{{ say("a", "b", "c") }}', "B311", 1, "say", "takes 1 values", "It takes: "),
    ("{% macro m(a) %}{% endmacro %}{{ m(b=1) }}", "B311", 1, "b", "no value `b`", "correct the name"),
    ('{{ page.frame.words["frame.homee"] }}', "B311", 1, "frame.homee", "no word `frame.homee`", "`frame.home`"),
    ('{{ page.frame.words.plain("frame.hom") }}', "B311", 1, "frame.hom", "no word `frame.hom`", "`frame.home`"),
    ('{% include "editorial.html" %}', "B311", 1, "editorial.html", "without end", "copy"),
    ('{% extends "editorial.html" %}', "B311", 1, "editorial.html", "without end", "copy"),
    ('{% extends "base.html" %}\n<p>x</p>', "B313", 2, "<p>x</p>", "only shows its blocks", "block"),
    ('{% extends "base.html" %}\n{% block mian %}{% endblock %}', "B313", 2, "mian", "no block `mian`", "`main`"),
    (CHILD + "{ { page.title }}{% endblock %}", "B313", 3, "{ {", "appear on the page", "both of its signs"),
    (CHILD + "｛｛ page.title ｝｝{% endblock %}", "B313", 3, "｛｛", "appear on the page", "half-width"),
    (CHILD + "<script>alert(1)</script>{% endblock %}", "B314", 3, "<script>", "a script", "templates/assets/"),
    (CHILD + "<style>p { color: red }</style>{% endblock %}", "B314", 3, "<style>", "a style", "site.css"),
    (CHILD + '<p style="color: red">x</p>{% endblock %}', "B314", 3, 'style="color: red"', "a style", "class"),
    (CHILD + '<a href="#" onclick="x()">x</a>{% endblock %}', "B314", 3, 'onclick="x()"', "a script", "templates/assets/"),
    (CHILD + '<img src="https://x.cn/a.png">{% endblock %}', "B314", 3, 'src="https://x.cn/a.png"', "another host", "Copy"),
    (CHILD + '<iframe src="/x"></iframe>{% endblock %}', "B314", 3, '<iframe src="/x">', "a page or an object", "a link"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "mark", "cause", "remedy"), FAULTS)
def test_a_fault_is_found_at_its_place(tmp_path, text, code, line, mark, cause, remedy):
    found = found_in(tmp_path, editorial_html=text)[0]
    assert (found.code, found.line, marked(found)) == (code, line, mark)
    assert cause in found.message
    assert remedy in found.hint


def test_the_programs_own_templates_have_no_fault(tmp_path):
    copytree(templates(), tmp_path / "templates")
    assert check_project(tmp_path / "templates", templates()) == ()


def test_what_is_sound_is_left_in_peace(tmp_path):
    page = (
        '{% extends "base.html" %}\n{% from "banner.html" import banner %}\n'
        '{% block main %}{{ banner(page.title) }}{% include "note.html" %}\n'
        '{% set n = 1 %}{{ runs(page.title) }}<pre>{{ "}}" }}</pre>{% include "none.html" ignore missing %}\n'
        '<script src="{{ page.frame.script }}"></script><script type="application/ld+json">{}</script>{% endblock %}\n'
    )
    banner = '{% from "parts.html" import runs %}{% macro banner(text) %}{{ runs(text) }}{% endmacro %}'
    assert (
        found_in(tmp_path, editorial_html=page, banner_html=banner, note_html="{{ n }}", README="about") == ()
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("edtorial.html", "editorial.html"),
        ("Base.html", "base.html"),
        ("site.css", "assets/site.css"),
        ("asset/site.css", "assets/site.css"),
        ("words.cn.toml", "words.zh.toml"),
        ("plan.docx", "Give it the name"),
    ],
)
def test_a_file_that_nothing_uses(tmp_path, name, meant):
    path = tmp_path / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_text("")
    (found,) = check_project(tmp_path / "templates", templates())
    assert (found.code, found.path) == ("B312", path.as_posix())
    assert meant in found.hint


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "~$base.html", "base.html~", "desktop.ini", ".git/config"]
)
def test_files_of_systems_and_editors_are_not_spoken_of(tmp_path, name):
    path = tmp_path / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    assert check_project(tmp_path / "templates", templates()) == ()


def test_another_encoding_is_named(tmp_path):
    own = tmp_path / "templates"
    own.mkdir()
    (own / "editorial.html").write_bytes("<p>政策".encode("gbk"))
    (found,) = check_project(own, templates())
    assert (found.code, found.line, found.column) == ("R100", 1, 4)


def test_what_the_programs_templates_need_is_missed(tmp_path):
    parts = (templates() / "parts.html").read_text("utf-8").replace("{% macro say(", "{% macro sayy(")
    (found,) = found_in(tmp_path, parts_html=parts)
    assert found.code == "B311"
    assert "lacks `say`, which " in found.message


def test_words_of_the_pages(tmp_path):
    words = '[frame]\nhone = "首页"\nlicence = "{licens}"\nskip = 3\ndark = "{"\nhome = "首页 {{x}}"\n'
    found = found_in(tmp_path, words_zh_toml=words.replace("_", "."))
    assert [(each.code, each.line, marked(each)) for each in found] == [
        ("B302", 2, "hone"),
        ("B315", 3, '"{licens}"'),
        ("R104", 4, "3"),
        ("B315", 5, '"{"'),
    ]
    assert "`frame.home`" in found[0].hint
    assert "{licence}" in found[1].hint


def test_words_that_are_no_toml(tmp_path):
    (found,) = found_in(tmp_path, words_zh_toml="[frame]\nhome = “首页”\n")
    assert (found.code, found.line, found.column) == ("R101", 2, 8)
