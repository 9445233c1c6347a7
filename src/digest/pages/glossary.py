"""The table of terms: how each is translated, what it means, in which policies it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.model.vocabulary import GlossaryTerm
from digest.pages.catalogue import in_place_order
from digest.pages.frame import Setting
from digest.pages.listing import Cell, Desk, Draft, Line, make_listing, make_listing_page, text_cell
from digest.pages.parts import Part, Shown
from digest.pages.terms import GLOSSARY, in_order, meaning
from digest.pages.words import joined, run
from digest.text import urls

COLUMNS = {"zh": ("term", "english", "meaning", "policies"), "en": ("term", "chinese", "meaning", "policies")}


class _Use(NamedTuple):
    """Where a term stands first in a policy."""

    policy: Policy
    clause: Clause


def make_glossary(setting: Setting) -> Iterator[Part]:
    """The glossary, once in each language. It is made from the clauses in which a term stands first."""
    found: dict[str, set[str]] = {policy.meta.slug: set() for policy in setting.corpus.policies}
    for term in setting.corpus.glossary.terms:
        for use in _uses(setting, term):
            found[use.policy.meta.slug].add(use.clause.id)
    yield Part(_pages, Shown(found))


def _pages(setting: Setting, _: None) -> Iterator[Page]:
    terms = setting.corpus.glossary.terms
    uses = {term.zh: tuple(_uses(setting, term)) for term in terms}
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, GLOSSARY)
        rows = (_row(desk, term, uses[term.zh]) for term in in_order(terms, language))
        yield make_listing_page(desk, (make_listing(desk, GLOSSARY, COLUMNS[language], (), rows),))


def _uses(setting: Setting, term: GlossaryTerm) -> Iterator[_Use]:
    """The first clause of each policy in which a term stands."""
    for policy in in_place_order(setting.corpus):
        for clause in policy.document.clauses:
            if term.zh in clause.text or term.zh in (clause.heading or ""):
                yield _Use(policy, clause)
                break


def _row(desk: Desk, term: GlossaryTerm, uses: tuple[_Use, ...]) -> Draft:
    """A term with its renderings, the one to use first."""
    language, said = desk.language, meaning(term, desk.language)
    chinese = text_cell(run(term.zh, "zh"))
    english = text_cell(run(term.en, "en"), run(", ".join(term.accepted), "en") if term.accepted else ())
    places = [desk.place(use.policy) for use in uses]
    lines = (_line(desk, use, place) for use, (place, _) in zip(uses, places, strict=True))
    return Draft(
        (
            *((english, chinese) if language == "en" else (chinese, english)),
            text_cell(run(said, language) if said else ()),
            Cell(tuple(lines)),
        ),
        {"policies": tuple(choice for _, choice in places)},
        anchor=urls.term_anchor(term.zh),
    )


def _line(desk: Desk, use: _Use, place: Cell) -> Line:
    """The way to the clause in the full text: its place and id."""
    there = urls.relative(desk.here, urls.policy(desk.language, use.policy.meta.slug), use.clause.id)
    return Line(joined((place.lines[0].text, run(use.clause.id, "en"))), there)
