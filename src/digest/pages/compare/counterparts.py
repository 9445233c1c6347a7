"""The counterparts of a clause in other policies, for its own page."""

from dataclasses import dataclass

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.matches import Match
from digest.pages.compare.desk import Desk
from digest.pages.compare.index import Index
from digest.pages.compare.reasons import Reasoning, match_reasoning
from digest.pages.frame import Link
from digest.pages.validity import Phases
from digest.pages.words import TAGS, Runs, run
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A clause of another policy, and why it corresponds. ``theme`` leads to the comparison of their theme, in
    each language of the page; ``beside`` to both policies side by side."""

    place: Runs
    validity: Phases
    clause: Link
    themes: tuple[Link, ...]
    beside: tuple[Link, ...]
    reasoning: Reasoning


def counterparts(desk: Desk, index: Index, policy: Policy, clause: Clause) -> tuple[Counterpart, ...]:
    """The counterparts of a clause, the surest first."""
    found = index.about.get((policy.meta.slug, clause.id), ())
    return tuple(_counterpart(desk, index, policy, match) for match in found)


def _counterpart(desk: Desk, index: Index, policy: Policy, match: Match) -> Counterpart:
    slug = policy.meta.slug
    doc, clause = (match.b_doc, match.b_clause) if match.a_doc == slug else (match.a_doc, match.a_clause)
    other = index.measures.whole(doc, clause)
    setting = desk.setting
    theme = next((each for each in setting.corpus.themes if each.id == match.theme), None)
    names = {"zh": theme.zh, "en": theme.en} if theme else {}
    return Counterpart(
        place=desk.place(other.policy),
        validity=desk.validity(other.policy),
        clause=Link(desk.clause(other, 40), urls.relative(desk.here, urls.clause(doc, clause))),
        themes=tuple(
            Link(
                run(names[language], language),
                urls.relative(desk.here, urls.theme(language, theme.id)),
                TAGS[language],
            )
            for language in desk.languages
            if theme
        ),
        beside=tuple(
            Link(
                setting.words[language]["compare.beside"],
                urls.relative(desk.here, urls.pair(language, slug, doc)),
                TAGS[language],
            )
            for language in desk.languages
        ),
        reasoning=match_reasoning(desk, index.measures, match, slug),
    )
