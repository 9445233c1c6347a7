"""The templates/ of a project, as it stands beside content/."""

from pathlib import Path

from digest.lint.page_words import check_page_words, keys_of
from digest.lint.styles import check_styles
from digest.lint.templates import check_templates
from digest.model.problem import Problem
from digest.render.pages import environment


def check_project(own: Path, shipped: Path) -> tuple[Problem, ...]:
    """What is wrong with a project's own templates, words, and style sheets, beside those of the program.

    Problems: those of ``check_templates``, ``check_page_words`` and ``check_styles``.
    """
    return (
        *check_templates(own, shipped, environment([own, shipped]), keys_of(shipped)),
        *check_page_words(own, shipped),
        *check_styles(own, shipped),
    )
