"""Faults of a project's templates that show when pages are made are its editor's, in every command and every process."""

from pathlib import Path

import pytest

from digest.build import build, check
from digest.model.problem import Problem
from digest.new_site import new_site

CHILD = '{% extends "base.html" %}\n{% block main %}\n'


@pytest.fixture
def content(tmp_path) -> Path:
    (tmp_path / "templates").mkdir()
    return new_site(tmp_path)


def errors_of(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, str]]:
    return [
        (each.code, Path(each.path).name, each.line, each.message) for each in problems if each.code == "B311"
    ]


FAULTS = [
    # what stands in the block `main` of editorial.html, the cause
    ("{{ page.titel }}", "`titel`"),
    ("{{ page.title[0].txt }}", "`txt`"),
    ('{% set key = "frame." ~ "hom" %}{{ page.frame.words[key] }}', "no word `frame.hom`"),
    ('{{ 1 + "a" }}', "TypeError"),
    ("{{ 1 / 0 }}", "ZeroDivisionError"),
    ("{{ page.title() }}", "not callable"),
    ("{{ page.__class__ }}", "`__class__`"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
]


@pytest.mark.parametrize(("text", "cause"), FAULTS)
def test_check_and_build_say_the_same(content, text, cause):
    (content.parent / "templates" / "editorial.html").write_text(f"{CHILD}{text}{{% endblock %}}")
    found = errors_of(check(content))
    assert [each[:3] for each in found] == [("B311", "editorial.html", 3)]
    assert cause in found[0][3]
    for jobs in (1, 2):
        built = build(content, content.parent / "site", jobs=jobs)
        (same,) = errors_of(built.problems)
        assert same[:3] == found[0][:3]
        assert built.written == 0
    assert not (content.parent / "site" / "zh").exists()


def test_a_branch_that_no_page_takes_is_read_too(content):
    text = (
        "{% if not page.frame.lang %}\n{{ page.nothing }}\n{% for step in page.frame.searches %}\n{{ step.hreff }}\n"
        "{% endfor %}{% endif %}{% if page.perhaps is defined %}{{ page.frame.lang }}{% endif %}{% endblock %}"
    )
    (content.parent / "templates" / "editorial.html").write_text(CHILD + text)
    found = [each for each in check(content) if each.code == "B311"]
    assert [(each.line, each.column) for each in found] == [(4, 9), (6, 9)]
    assert "`href`" in found[1].hint


def test_a_copy_of_an_older_template_is_told_how_to_begin_again(content):
    (content.parent / "templates" / "_headers").write_text("/*\n  Content-Security-Policy: {{ page.csp }}\n")
    (found,) = (each for each in check(content) if each.code == "B311")
    assert "Known here: rules." in found.hint
    assert "`digest templates copy NAME --force`" in found.hint


def test_a_piece_that_pages_use(content):
    (content.parent / "templates" / "note.html").write_text("{{ page.titel }}")
    (content.parent / "templates" / "editorial.html").write_text(
        CHILD + '{% include "note.html" %}{% endblock %}'
    )
    assert [each[:3] for each in errors_of(check(content))] == [("B311", "note.html", 1)]


def test_a_fault_of_the_program_stays_one(content, monkeypatch):
    def fail(*_: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("digest.build.publish", fail)
    with pytest.raises(ZeroDivisionError):
        build(content, content.parent / "site")
