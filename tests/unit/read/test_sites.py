"""The good site is read whole; each broken one gives exactly the Problems it names."""

from pathlib import Path

import pytest

from digest.model.problem import Problem
from digest.read.content import read_content
from site_cases import BROKEN, broken_site, good_site

PROJECT = Path(__file__).parents[3]


def place(problem: Problem, content: Path, precision: int) -> str:
    """A Problem as expect.txt writes it, as exactly as the line it is compared with."""
    where = (str(problem.line), str(problem.column))[:precision]
    path = Path(problem.path).relative_to(content).as_posix()
    return f"{problem.code} {':'.join((path, *where))}"


def test_the_good_site_has_no_problem(tmp_path):
    good_site(tmp_path / "content")
    content, problems = read_content(tmp_path / "content", PROJECT / "content")
    assert problems == ()
    assert content is not None
    assert [policy.meta.slug for policy in content.policies] == ["city-2024", "district-2023"]
    assert [(page.name, page.language, page.title) for page in content.pages] == [
        ("about", "en", "About this site"),
        ("about", "zh", "关于本站"),
        ("help", "en", "Help for editors"),
        ("help", "zh", "编辑手册"),
    ]
    assert content.terms["genre", "measures"].name_zh == "措施"
    assert content.jurisdictions["990101"].parent == "990100"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_site_names_its_problem(name, tmp_path):
    content = tmp_path / "content"
    expected = broken_site(name, content)
    read, problems = read_content(content, PROJECT / "content")
    precision = [line.count(":") for line in expected.problems]
    assert len(problems) == len(expected.problems), [(p.code, p.path, p.line, p.message) for p in problems]
    found = [place(problem, content, exact) for problem, exact in zip(problems, precision, strict=True)]
    assert tuple(found) == expected.problems
    published = tuple(policy.meta.slug for policy in read.policies) if read else None
    assert published == expected.published


@pytest.mark.parametrize("name", BROKEN)
def test_every_message_is_whole(name, tmp_path):
    broken_site(name, tmp_path / "content")
    for problem in read_content(tmp_path / "content", PROJECT / "content").problems:
        assert problem.message.endswith(".")
        assert problem.hint.endswith((".", '."'))
        assert "{" not in problem.message
        assert problem.line == 0 or problem.source_line or problem.code in {"R004", "R008"}


def test_the_site_of_this_repository_has_no_problem():
    content, problems = read_content(PROJECT / "content", PROJECT / "content")
    assert problems == ()
    assert content is not None
    assert len(content.policies) >= 5
