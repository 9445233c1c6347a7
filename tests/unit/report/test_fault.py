"""An exception names its place: in the program, or in a template of the project."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.render.pages import environment
from digest.report.fault import fault
from digest.resources import templates


def raised(work: Callable[[], object]) -> Exception:
    try:
        work()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("<p>\n{{ page.", 2, "expected name or number"),
        ("<p>\n\n{{ page.none }}", 3, "has no attribute 'none'"),
        ("{% extends 'nothing.html' %}", 1, "'nothing.html' not found"),
    ],
)
def test_a_mistake_in_a_template(tmp_path: Path, template: str, line: int, reason: str) -> None:
    (tmp_path / "mine.html").write_text(template)
    env = environment([tmp_path, templates()])
    error = raised(lambda: env.get_template("mine.html").render(page="page"))
    said = fault(error)
    assert f"mine.html:{line}: error: This template cannot be used: " in said
    assert reason in said.splitlines()[0]
    assert "bug" not in said


def test_a_mistake_that_comes_from_another_process(tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("<p>\n{{ page.")
    error = raised(lambda: environment([tmp_path]).get_template("mine.html"))
    said = fault(copy.copy(error))  # without its traceback, as it comes out of a pipe
    assert "mine.html:2: error: This template cannot be used: expected name or number\n" in said


def test_a_mistake_of_the_program() -> None:
    said = fault(raised(lambda: dict[str, str]()["key"]))
    assert "KeyError: 'key'\n  at test_fault.py, line " in said
    assert "This is a bug" in said
