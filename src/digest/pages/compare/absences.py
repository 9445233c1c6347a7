"""What is said of a policy without a recognised measure of a theme.

"No measure recognised" only where no clause uses a word of the theme; it leads to the search for these words in the
policies of the place. Where a clause does, it is named with its words.
"""

from dataclasses import dataclass
from urllib.parse import quote

from digest.model.comparison import Absence, Mention
from digest.model.corpus import Policy
from digest.pages.compare.desk import Desk
from digest.pages.frame import Link
from digest.pages.words import Runs, run
from digest.text import urls

MOST_WORDS = 3
"""So many words of a theme are named or searched for."""


@dataclass(frozen=True, slots=True)
class AbsenceView:
    """A policy without a recognised measure. ``said`` says so, or which words it uses, and where; it leads to the clause, else to
    the search."""

    place: Runs
    mentioned: bool
    said: Link


def absence_view(desk: Desk, policy: Policy, absence: Absence) -> AbsenceView:
    """What a page says of an absence."""
    mention = next(iter(absence.mentions), None)
    said = _mentioned(desk, absence.doc, mention) if mention else _nothing(desk, policy, absence)
    return AbsenceView(desk.place(policy), mention is not None, said)


def _mentioned(desk: Desk, doc: str, mention: Mention) -> Link:
    used = run("、".join(mention.words[:MOST_WORDS]), "zh")
    clause = (*desk.words["compare.open"], *run(mention.clause, desk.language), *desk.words["compare.close"])
    text: Runs = (*desk.words["compare.mentioned"], *used, *clause)
    return Link(text, urls.relative(desk.here, urls.clause(doc, mention.clause)))


def _nothing(desk: Desk, policy: Policy, absence: Absence) -> Link:
    search = urls.relative(desk.here, urls.section(desk.language, "search"))
    words = quote(" ".join(absence.words[:MOST_WORDS]))
    return Link(desk.words["compare.not_recognised"], f"{search}?q={words}&doc={policy.meta.slug}")
