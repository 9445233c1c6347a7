"""Lists that are too long for one page, in pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from digest.pages.strings import TAGS, Run, Runs, Words
from digest.text import urls

Item = TypeVar("Item")

NEAR = 2
"""So many pages before and after the one shown are linked by number, beside the first and the last."""


class Numbered(NamedTuple):
    """A page by its number; ``href`` is None for the one shown. ``after_gap`` where others are left out before it."""

    number: str
    label: str
    href: str | None
    after_gap: bool


class Paging(NamedTuple):
    """One page of a long list: which part of it is shown (``rows 501–1,000 of 12,345``), and the ways to the others. ``files``
    names all pages in order, apart by spaces, the one shown by a dot: what a script can fetch them by."""

    part: Runs
    before: str | None
    after: str | None
    numbered: tuple[Numbered, ...]
    files: str


def cut(items: Iterable[Item], weight: Callable[[Item], int], heaviest: int, most: int) -> list[list[Item]]:
    """A list in pages, in order: each has as many items as weigh ``heaviest`` at most, one at least and ``most`` at most."""
    pages: list[list[Item]] = [[]]
    total = 0
    for item in items:
        own = weight(item)
        if pages[-1] and (total + own > heaviest or len(pages[-1]) == most):
            pages.append([])
            total = 0
        pages[-1].append(item)
        total += own
    return pages


def make_pagings(
    words: Words, language: str, paths: Sequence[str], sizes: Sequence[int], key: str = "listing.rows"
) -> Iterator[Paging]:
    """The paging of each page of a list; ``paths`` lead to them, ``sizes`` say how many items each has. The word ``key`` says
    which part is shown."""
    total, first = sum(sizes), 1
    for at, (here, size) in enumerate(zip(paths, sizes, strict=True)):
        hrefs = [urls.relative(here, there) for there in paths]
        values = {"first": f"{first:,}", "last": f"{first + size - 1:,}", "total": f"{total:,}"}
        yield Paging(
            (Run(words.plain(key, **values), TAGS[language]),),
            hrefs[at - 1] if at else None,
            hrefs[at + 1] if at + 1 < len(paths) else None,
            tuple(_numbered(words, hrefs, at)),
            " ".join([*hrefs[:at], ".", *hrefs[at + 1 :]]),
        )
        first += size


def _numbered(words: Words, hrefs: Sequence[str], here: int) -> Iterator[Numbered]:
    last = -1
    for at, href in enumerate(hrefs):
        if at in {0, len(hrefs) - 1} or abs(at - here) <= NEAR:
            label = words.plain("listing.page", number=f"{at + 1:,}")
            yield Numbered(f"{at + 1:,}", label, None if at == here else href, at > last + 1)
            last = at
