"""Text cases, for people who do not program: `## title`, the input, a line of three dashes, the outcome."""

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """``settings`` are the `name: value` lines under the title."""

    title: str
    settings: dict[str, str]
    text: str
    expected: list[str]


def read_cases(name: str) -> list[Case]:
    """All cases of tests/cases/<name>.md, in order."""
    blocks = re.split(r"^## ", (CASES / f"{name}.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
    return [_case(block) for block in blocks]


def _case(block: str) -> Case:
    title, _, rest = block.partition("\n")
    settings: dict[str, str] = {}
    while match := re.match(r"\s*([a-z_]+): (.*)\n", rest):
        settings[match[1]] = match[2].strip()
        rest = rest[match.end() :]
    text, _, expected = rest.partition("\n---\n")
    return Case(
        title.strip(), settings, text.strip("\n"), [x.strip() for x in expected.splitlines() if x.strip()]
    )
