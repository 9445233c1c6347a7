"""An exception names its place: in the program, or in a template of the project."""

import operator
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.render.pages import Templates, environment
from digest.report.fault import fault
from digest.resources import templates
from digest.workers import open_workers


def raised(work: Callable[[], object]) -> Exception:
    try:
        work()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError("nothing was raised")


MISTAKES = pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("<p>\n{{ page.", 2, "expected name or number"),
        ("<p>\n\n{{ page.none }}", 3, "has no attribute 'none'"),
        ("{% extends 'nothing.html' %}", 1, "'nothing.html' not found"),
    ],
)


@MISTAKES
def test_a_mistake_in_a_template(tmp_path: Path, template: str, line: int, reason: str) -> None:
    (tmp_path / "mine.html").write_text(template)
    env = environment([tmp_path, templates()])
    error = raised(lambda: env.get_template("mine.html").render(page="page"))
    said = fault(error)
    assert f"mine.html:{line}: error: This template cannot be used: " in said
    assert reason in said.splitlines()[0]
    assert "bug" not in said


def shown(env: Templates, name: str) -> str:
    return env.get_template(name).render(page="page")


@MISTAKES
def test_a_mistake_that_comes_from_another_process(
    tmp_path: Path, template: str, line: int, reason: str
) -> None:
    (tmp_path / "mine.html").write_text(template)
    env = environment([tmp_path, templates()])
    with open_workers(2) as workers:
        error = raised(lambda: list(workers.map(shown, workers.share(env), ["mine.html"] * 2)))
    said = fault(error)
    assert f"mine.html:{line}: error: This template cannot be used: " in said
    assert reason in said.splitlines()[0]
    assert "bug" not in said


def test_a_mistake_of_the_program() -> None:
    said = fault(raised(lambda: dict[str, str]()["key"]))
    assert "KeyError: 'key'\n  at test_fault.py, line " in said
    assert "This is a bug" in said


def test_a_mistake_of_the_program_in_another_process() -> None:
    with open_workers(2) as workers:
        error = raised(lambda: list(workers.map(operator.truediv, workers.share(1), [1, 0, 1])))
    assert "ZeroDivisionError: division by zero\n  at seam.py, line " in fault(error)
    assert "Traceback" in "".join(traceback.format_exception(error))
