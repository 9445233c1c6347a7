"""What the matrix and the pages of single policies have in common: columns, families of themes, and cells, which say what a
policy has of a theme."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from digest.model.comparison import Absence, Offer
from digest.model.corpus import Policy
from digest.model.facts import Instrument
from digest.model.matches import ActKey, Family, Theme
from digest.model.measures import Measures
from digest.pages.compare.absences import AbsenceView, absence_view
from digest.pages.compare.briefs import gist
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.naming import by_family
from digest.pages.frame import Link
from digest.pages.pictures.strength import NONE
from digest.pages.strings import Runs
from digest.pages.validity import Phases
from digest.text import urls


class MatrixColumn(NamedTuple):
    """A policy at the head of a column. Its title is shown where it is ``titled``: where another policy is of the same place, or
    readers choose the columns. ``own`` leads to its own comparisons, on a site whose readers choose."""

    doc: str
    place: Runs
    document: Link
    validity: Phases
    titled: bool = True
    own: Link | None = None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a policy has of a theme: its best support in a few words, with the way to the words that grant it, and how many
    measures; ``absence`` instead, where no measure was recognised. ``strength`` is that of ``pictures.strength``. ``document``
    names the policy, where a place may have several."""

    place: Runs
    strength: int
    support: Link | None = None
    count: Link | None = None
    absence: AbsenceView | None = None
    document: Runs = ()


Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class MatrixFamily(Generic[Line]):
    """The themes of a family, a line each, with an anchor."""

    id: str
    name: Runs
    count: Runs
    lines: tuple[Line, ...]


def make_families(
    context: ComparisonContext, families: Iterable[Family], line: Callable[[Theme], Line]
) -> Iterator[MatrixFamily[Line]]:
    """The families of the themes of a site, with the ``line`` of each theme."""
    for family, name, themes in by_family(context, context.setting.corpus.themes, families):
        lines = tuple(map(line, themes))
        yield MatrixFamily(family, name, context.words.count("themes", len(lines)), lines)


def column_of(
    context: ComparisonContext, policy: Policy, *, titled: bool = True, own: Link | None = None
) -> MatrixColumn:
    """The head of a policy's column."""
    document = Link(
        context.title(policy), urls.relative(context.here, urls.policy(context.language, policy.meta.slug))
    )
    return MatrixColumn(
        policy.meta.slug, context.place(policy), document, context.validity(policy), titled, own
    )


def supports_of(measures: Measures, acts: Iterable[ActKey]) -> tuple[Instrument, ...]:
    """The supports of some measures."""
    return tuple(fact for act in acts for fact in measures.find(act).supports)


def cell_of(
    context: ComparisonContext,
    measures: Measures,
    policy: Policy,
    best: Sequence[Offer],
    number: int,
    href: str,
    strength: int,
) -> MatrixCell:
    """The cell of a policy with ``number`` measures, which ``href`` leads to, and the first of its best offers."""
    return MatrixCell(
        context.place(policy),
        strength,
        _support(context, measures, best[0]) if best else None,
        Link(context.words.count("measures", number), href),
    )


def _support(context: ComparisonContext, measures: Measures, offer: Offer) -> Link:
    """The figures of a support, or its kind."""
    said = gist(context.words, context.setting.corpus.terms, offer.fact, offer.cap)
    return Link(said, context.href(measures.find(offer.act), offer.fact.start))


def empty_cell(context: ComparisonContext, policy: Policy, absence: Absence) -> MatrixCell:
    """The cell of a policy without a recognised measure."""
    view = absence_view(context, policy, absence, located=False)
    return MatrixCell(context.place(policy), NONE, absence=view)
