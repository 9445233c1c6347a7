"""The content trees of tests/sites: a good one, and what to lay over it to break it.

``expect.txt`` of a broken site has a line for each thing that is so:

    remove FILE             FILE or folder of the good site is not there
    CODE FILE[:LINE[:COL]]  a Problem, in order of file and place; there are no others
    publishes SLUG...       the policies that are still published; ``nothing`` when nothing can be built
"""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

SITES = Path(__file__).parent / "sites"
BROKEN = tuple(sorted(path.name for path in (SITES / "broken").iterdir()))


@dataclass(frozen=True, slots=True)
class Expected:
    """What a broken site must lead to; ``published`` is None where nothing can be built."""

    removed: tuple[str, ...]
    problems: tuple[str, ...]
    published: tuple[str, ...] | None


def good_site(content: Path) -> None:
    """Write the good site into a folder that is not there yet."""
    copytree(SITES / "good", content)


def broken_site(name: str, content: Path) -> Expected:
    """Write a broken site into a folder that is not there yet, and tell what must come of it."""
    good_site(content)
    copytree(SITES / "broken" / name, content, ignore=ignore_patterns("expect.txt"), dirs_exist_ok=True)
    expected = _expected((SITES / "broken" / name / "expect.txt").read_text("utf-8"))
    for each in expected.removed:
        path = content / each
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink()
    return expected


def _expected(text: str) -> Expected:
    removed: list[str] = []
    problems: list[str] = []
    published: tuple[str, ...] | None = None
    for line in text.splitlines():
        word, *rest = line.split()
        if word == "remove":
            removed += rest
        elif word == "publishes":
            published = None if rest == ["nothing"] else tuple(rest)
        else:
            problems.append(line)
    return Expected(tuple(removed), tuple(problems), published)
