"""How much the pages of comparisons show. A site of few policies shows everything. In a larger one a page shows what comes
first, counts the rest in words, and says where that is: in the download, or on the pages of single policies.
"""

from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.pages.strings import Runs, Words

FEW = 20
"""Up to so many policies, pages show everything."""


class Limits(NamedTuple):
    """The most that a page shows of each kind; None for all.

    ``offers`` are those of one list, ``groups`` those of a theme, ``columns`` the policies of one table, ``ties`` the reasons
    below it, ``possible`` the pairs that are perhaps comparable. ``reasoned`` are the counterparts of a clause for which
    reasons are given. ``shelves`` are policies with measures not matched, and ``measures`` so many of each; ``others``
    policies that are only named; ``absences`` those without a measure. ``aligned``, ``lone`` and ``goals`` are pairs of
    measures, measures and goals of a side where two policies are side by side.
    """

    offers: int | None = None
    groups: int | None = None
    columns: int | None = None
    ties: int | None = None
    possible: int | None = None
    reasoned: int | None = None
    shelves: int | None = None
    measures: int | None = None
    others: int | None = None
    absences: int | None = None
    aligned: int | None = None
    lone: int | None = None
    goals: int | None = None


ALL = Limits()
MANY = Limits(
    offers=15,
    groups=12,
    columns=5,
    ties=3,
    possible=6,
    reasoned=8,
    shelves=20,
    measures=5,
    others=200,
    absences=20,
    aligned=60,
    lone=10,
    goals=40,
)
"""Of a page of at most one megabyte: a column of a table takes up to 6 kB, a tie 3 kB, a measure 1 kB."""


def by_choice(corpus: Corpus) -> bool:
    """Whether a site has so many policies that its readers choose which are compared."""
    return len(corpus.policies) > FEW


def limits_of(corpus: Corpus) -> Limits:
    """The limits of a site."""
    return MANY if by_choice(corpus) else ALL


def left_out(words: Words, kind: str, number: int) -> Runs:
    """How many of a kind are not shown, and where they are (``count.more_<kind>``); nothing where all are."""
    return words.count(f"more_{kind}", number) if number else ()
