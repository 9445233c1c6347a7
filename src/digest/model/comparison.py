"""Measures of different policies beside each other: what each states, how that differs, what was not recognised.

Everything is language-neutral: ``pages`` words it, the data files and ``digest compare`` list it, all from the same
values. Measures are named by their ``ActKey``.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

from digest.model.facts import AgencyRole, Cap, Instrument, Target, Threshold, Tier
from digest.model.matches import ActKey, ActPair, Match

ROWS = (
    "kind", "sum", "rate", "base", "cap", "scope", "tiers", "thresholds", "conditions", "recipients", "duration",
    "payment", "agencies", "targets",
)  # fmt: skip
"""The rows of a comparison, in order."""

TOLD = frozenset({"kind", "sum", "rate", "cap", "tiers", "thresholds", "duration", "payment", "targets"})
"""The rows whose differences are said in a sentence. Only for these is it tested whether an empty cell is really
empty; the others hold wording, of which a grammar never finds all."""

Stated = Instrument | Cap | Tier | Threshold | Target | AgencyRole
"""A fact, or the part of one, that a value is taken from."""


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One value that a measure states in a row.

    ``key`` is what makes two values equal; ``basis`` what the value counts by: values with another one are not
    weighed against each other (of two wordings, one may be part of the other). ``start`` is the place of the fact in
    the clause's text. ``part`` tells apart what one fact states in one row: fixed | unit | fund.
    """

    key: Hashable
    start: int
    stated: Stated
    basis: Hashable = None
    part: str = ""


class CountedGoal(NamedTuple):
    """What a goal counts: its indicator without white space, its unit, and its year where one is printed."""

    indicator: str
    unit: str | None
    year: int | None


class Verdict(StrEnum):
    """How the values of a row differ."""

    SAME = "same"
    DIFFERENT = "different"
    SOME = "some"  # equal where stated, but not every measure states one
    INCOMPARABLE = "incomparable"  # they count different things
    OWN = "own"  # not weighed: each place has its own


class Silence(StrEnum):
    """What is known of a measure without a value in a row. Only ``NONE`` may be called "not stated"."""

    NONE = "none"  # neither its clause nor a clause of its document on the subject states one
    ELSEWHERE = "elsewhere"  # another clause of its document states one
    UNREAD = "unread"  # its clause prints a figure or a word of the row, and no fact was found there


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """What one measure states in a row; ``silence`` is None where it states something. ``elsewhere`` is the id of the
    clause that states it instead."""

    values: tuple[StatedValue, ...]
    silence: Silence | None = None
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One row of a comparison, a cell for each measure in their order.

    ``only`` says that the measures with values are the only ones of the documents compared: every empty cell is
    ``Silence.NONE``, and the verdict is ``SOME``, or one measure alone states something.
    """

    name: str
    verdict: Verdict
    cells: tuple[ComparisonCell, ...]

    @property
    def only(self) -> bool:
        """Whether "only these state it" was tested and holds."""
        return self.verdict is Verdict.SOME and all(
            cell.silence in (None, Silence.NONE) for cell in self.cells
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """Two measures that correspond, and the match of their clauses; ``pair`` is None where an editor joined two
    clauses as a whole."""

    match: Match
    pair: ActPair | None
    a: ActKey
    b: ActKey

    @property
    def likely(self) -> bool:
        """Whether pages show it at once; else it is folded."""
        return (self.pair or self.match).shown == "likely"


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures that correspond, one of a policy, in the order of slugs; the most reliable tie first."""

    acts: tuple[ActKey, ...]
    ties: tuple[Tie, ...]
    rows: tuple[MeasureRow, ...]

    @property
    def grade(self) -> int:
        """2 where all of them are the same."""
        same = {act for tie in self.ties if tie.pair and tie.pair.grade > 1 for act in (tie.a, tie.b)}
        return 2 if same.issuperset(self.acts) else 1


@dataclass(frozen=True, slots=True)
class ThemeMention:
    """A clause that uses words of a theme without a recognised measure of it."""

    clause: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """A policy without a recognised measure of a theme. ``mentions`` are clauses with words that tell of the theme. It is
    ``open`` whether there is one where a clause uses any of its ``words``, also one that may mean something else."""

    doc: str
    words: tuple[str, ...]
    mentions: tuple[ThemeMention, ...]
    open: bool

    @property
    def verdict(self) -> Literal["mentioned", "open", "not_recognised"]:
        """What can be said: which clauses use telling words, nothing, or that none was recognised."""
        if self.mentions:
            return "mentioned"
        return "open" if self.open else "not_recognised"


@dataclass(frozen=True, slots=True)
class Alone:
    """A measure without a counterpart, with what it states by row."""

    act: ActKey
    stated: Mapping[str, tuple[StatedValue, ...]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A support with the cap by which it is ranked; None where it has none."""

    act: ActKey
    fact: Instrument
    cap: Cap | None


@dataclass(frozen=True, slots=True)
class ThemeComparison:
    """A theme, or measures that correspond and share none (``theme`` is then the name of their group): the groups of its
    measures, those without a counterpart, and the policies without any. Groups hold likely ties; ``possible`` are those
    that need a second look, the most reliable first. ``offers`` are its supports with figures, a list for each thing that caps
    apply to, the best first; ``best`` by slug the first offer of each list of a policy. ``earlier`` are the measures of
    policies that others of the site supersede: they are listed and not compared, since the later text stands for its place.
    ``copies`` are those of near copies: they are not compared either, since another policy with nearly the same text is; and
    those of that policy to which only measures of its copies correspond. What copies offer is among the ``offers``. Of more
    than 25 policies, ``absences`` holds those that use one of the ``words`` of the theme; others without a measure use none."""

    theme: str
    groups: tuple[MeasureGroup, ...] = ()
    alone: tuple[Alone, ...] = ()
    absences: tuple[Absence, ...] = ()
    possible: tuple[Tie, ...] = ()
    offers: tuple[tuple[Offer, ...], ...] = ()
    best: Mapping[str, tuple[Offer, ...]] = field(default_factory=dict)
    earlier: tuple[ActKey, ...] = ()
    copies: tuple[Alone, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def acts(self) -> tuple[ActKey, ...]:
        """All its measures, group by group, then those without a counterpart, those of near copies last."""
        grouped = (act for group in self.groups for act in group.acts)
        return (*grouped, *(each.act for each in (*self.alone, *self.copies)))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two measures of two policies that correspond, compared row by row; ``tie.a`` is the first cell."""

    tie: Tie
    rows: tuple[MeasureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A measure that stands beside none of the other policy. ``related`` are clauses there that correspond to it less
    than to another measure, or share a theme or several telling words with it. Where no clause there shares any
    with a measure of its clause, and none of these is matched, ``missing`` are the telling words that the other text does not
    hold, and the measure may be called the only one of its kind."""

    act: ActKey
    related: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def only(self) -> bool:
        """Whether "only here" was tested and holds."""
        return not self.related and bool(self.missing)


@dataclass(frozen=True, slots=True)
class PairComparison:
    """Two policies: what corresponds, what perhaps does among the rest, the measures of each that do not, and goals
    with one indicator. Of a near copy and the policy that stands for it, ``alike`` counts the measures of the first policy
    whose words the other has as well; they are left out."""

    a_doc: str
    b_doc: str
    aligned: tuple[Aligned, ...] = ()
    possible: tuple[Tie, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    goals: tuple[MeasureRow, ...] = ()
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Comparisons:
    """All comparisons of a site: by theme id, by the id of a group without a theme, and by the slugs of two policies in
    order."""

    themes: Mapping[str, ThemeComparison] = field(default_factory=dict)
    groups: Mapping[str, ThemeComparison] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], PairComparison] = field(default_factory=dict)
