"""The columns and cells of the matrix: what a policy has of a theme."""

from collections.abc import Iterable
from dataclasses import dataclass

from digest.model.comparison import Absence, Offer
from digest.model.corpus import Policy
from digest.model.measures import Measures
from digest.pages.compare.absences import AbsenceView, absence_view
from digest.pages.compare.briefs import brief
from digest.pages.compare.context import ComparisonContext
from digest.pages.frame import Link
from digest.pages.strings import Runs
from digest.pages.validity import Phases
from digest.text import urls


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A policy at the head of a column. ``own`` leads to its own comparisons, on a site whose readers choose the columns."""

    doc: str
    place: Runs
    document: Link
    validity: Phases
    own: Link | None = None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a policy has of a theme: the best support for each thing that caps apply to, with the way to the words
    that grant it, and how many measures; ``absence`` instead, where no measure was recognised. ``document`` names the
    policy, where a place may have several."""

    place: Runs
    supports: tuple[Link, ...] = ()
    count: Link | None = None
    absence: AbsenceView | None = None
    document: Runs = ()


def column_of(context: ComparisonContext, policy: Policy, own: Link | None = None) -> MatrixColumn:
    """The head of a policy's column."""
    document = Link(
        context.title(policy), urls.relative(context.here, urls.policy(context.language, policy.meta.slug))
    )
    return MatrixColumn(policy.meta.slug, context.place(policy), document, context.validity(policy), own)


def cell_of(
    context: ComparisonContext,
    measures: Measures,
    policy: Policy,
    best: Iterable[Offer] = (),
    number: int = 0,
    href: str = "",
) -> MatrixCell:
    """The cell of a policy with ``number`` measures, which ``href`` leads to, and the best of its offers."""
    supports = tuple(
        Link(
            brief(context.words, context.setting.corpus.terms, offer.fact, offer.cap),
            context.href(measures.find(offer.act), offer.fact.start),
        )
        for offer in best
    )
    return MatrixCell(context.place(policy), supports, Link(context.words.count("measures", number), href))


def empty_cell(context: ComparisonContext, policy: Policy, absence: Absence) -> MatrixCell:
    """The cell of a policy without a recognised measure."""
    return MatrixCell(context.place(policy), absence=absence_view(context, policy, absence))
