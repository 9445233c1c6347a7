"""What is said of a policy without a recognised measure of a theme.

That it does not use the words of the theme only where no clause does: a measure may still be there, in other words. Where one
uses words that tell of it, it is named with them; where the words may mean something else, nothing is said, and the search for
them is offered.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from digest.model.comparison import Absence, ThemeComparison, ThemeMention
from digest.model.corpus import Policy
from digest.pages.clauses import locator
from digest.pages.compare.context import ComparisonContext
from digest.pages.frame import Link
from digest.pages.names import terms
from digest.pages.strings import Runs
from digest.text import urls

MOST_WORDS = 3
"""So many words of a theme are named or searched for."""


class AbsenceView(NamedTuple):
    """A policy without a recognised measure. ``said`` says so, or which words it uses, and where; it leads to the clause, else to
    the search, where it is known for which words. ``verdict``: mentioned | open | not_recognised.
    ``document`` is the policy, where a place may have several; ``support`` what the clause grants that it leads to."""

    place: Runs
    verdict: str
    said: Link
    document: Link | None = None
    support: Runs = ()


def absences_of(found: ThemeComparison, docs: Iterable[str]) -> tuple[Absence, ...]:
    """What is known of policies without a measure of a theme. One that the comparison does not name uses none of its words."""
    known = {absence.doc: absence for absence in found.absences}
    return tuple(known.get(doc) or Absence(doc, found.words, (), open=False) for doc in docs)


def without_search(absence: Absence) -> Absence:
    """An absence as a column by choice shows it: none that was recognised offers no search, since the cell stands for all
    themes whose words the policy does not use."""
    return absence if absence.open else replace(absence, words=())


def absence_view(
    context: ComparisonContext, policy: Policy, absence: Absence, *, located: bool = True
) -> AbsenceView:
    """What a page says of an absence; without naming the clause that uses words of the theme unless ``located``."""
    if absence.mentions:
        said = _mentioned(context, policy, absence.mentions[0], located=located)
    else:
        text = context.words["compare.search_words" if absence.open else "compare.not_recognised"]
        said = Link(text, _search(context, policy, absence) if absence.words else "")
    return AbsenceView(context.place(policy), absence.verdict, said)


def _mentioned(context: ComparisonContext, policy: Policy, mention: ThemeMention, *, located: bool) -> Link:
    used = terms(context.setting, mention.words[: MOST_WORDS if located else 1], context.language)
    text: Runs = (*context.words["compare.mentioned"], *used)
    if located:
        clause = locator(policy, policy.document.clause(mention.clause), context.language)
        text += (*context.words["compare.open"], *clause, *context.words["compare.close"])
    return Link(text, urls.relative(context.here, urls.clause(policy.meta.slug, mention.clause)))


def _search(context: ComparisonContext, policy: Policy, absence: Absence) -> str:
    """The search for words of a theme in a policy."""
    search = urls.relative(context.here, urls.section(context.language, "search"))
    words = quote(" ".join(absence.words[:MOST_WORDS]))
    return f"{search}?q={words}&doc={policy.meta.slug}"
