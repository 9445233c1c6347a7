"""The table of terms: how each is translated, what it means, in which policies it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.page import Page
from digest.model.vocabulary import GlossaryTerm
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import locator
from digest.pages.frame import Setting
from digest.pages.listing import (
    Cell,
    Line,
    RowDraft,
    TableContext,
    bounded,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.parts import Part, Shown
from digest.pages.strings import ORIGINAL, joined, run
from digest.pages.terms import GLOSSARY, in_order, meaning, named
from digest.text import urls

COLUMNS = {"zh": ("term", "english", "meaning", "policies"), "en": ("term", "chinese", "meaning", "policies")}


MOST_POLICIES, FIRST = 30, 12
"""A term that stands in more policies than these is shown with the first ones."""


class _Use(NamedTuple):
    """Where a term stands first in a policy, by slug and id."""

    doc: str
    clause: str


def make_glossary(setting: Setting) -> Iterator[Part]:
    """The glossary in each language. It is made from the clauses in which a term stands first."""
    uses = _uses(setting)
    found: dict[str, set[str]] = {policy.meta.slug: set() for policy in setting.corpus.policies}
    for use in (use for every in uses.values() for use in every):
        found[use.doc].add(use.clause)
    yield from (Part(_pages, Shown(found), _Given(language, uses)) for language in urls.LANGUAGES)


class _Given(NamedTuple):
    """The language of a page, and where each term stands."""

    language: str
    uses: Mapping[str, Sequence[_Use]]


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    context = TableContext(setting, given.language, GLOSSARY)
    policies = {policy.meta.slug: policy for policy in setting.corpus.policies}
    terms = in_order(setting.corpus.glossary.terms, given.language)
    rows = (_row(context, term, policies, given.uses[term.zh]) for term in terms)
    table = make_listing(context, GLOSSARY, COLUMNS[given.language], (), rows)
    yield from make_listing_pages(context, (table,), {})


def _uses(setting: Setting) -> Mapping[str, Sequence[_Use]]:
    """The first clause of each policy in which a term stands, by term."""
    uses: dict[str, list[_Use]] = {term.zh: [] for term in setting.corpus.glossary.terms}
    for policy in in_place_order(setting.corpus):
        clauses = policy.document.clauses
        said = [f"{clause.heading or ''}\0{clause.text}" for clause in clauses]
        whole = "\0".join(said)  # most terms stand in none of its clauses
        for term, found in uses.items():
            if term in whole:
                at = next(at for at, words in enumerate(said) if term in words)
                found.append(_Use(policy.meta.slug, clauses[at].id))
    return uses


def _row(
    context: TableContext, term: GlossaryTerm, policies: Mapping[str, Policy], uses: Sequence[_Use]
) -> RowDraft:
    """A term with its renderings, the one to use first."""
    language, said = context.language, meaning(term, context.language)
    other = run(", ".join(term.accepted), "en", "" if language == "en" else ORIGINAL) if term.accepted else ()
    chinese = text_cell(named(term, "zh", [language]))
    english = text_cell(named(term, "en", [language]), other)
    places = (context.place(policies[use.doc])[1] for use in uses)
    return RowDraft(
        (
            *((english, chinese) if language == "en" else (chinese, english)),
            text_cell(run(said, language) if said else ()),
            Cell(
                bounded(
                    context, uses, lambda use: [_line(context, policies, use)], term.zh, MOST_POLICIES, FIRST
                )
            ),
        ),
        {"policies": tuple(dict.fromkeys(places))},
        anchor=urls.term_anchor(term.zh),
    )


def _line(context: TableContext, policies: Mapping[str, Policy], use: _Use) -> Line:
    """The way to the clause in the full text: its place, and where it stands."""
    place, _ = context.place(policies[use.doc])
    there = urls.relative(context.here, urls.policy(context.language, use.doc), use.clause)
    name = locator(policies[use.doc], policies[use.doc].document.clause(use.clause), context.language)
    return Line(joined((place.lines[0].text, name), context.words.plain("compare.colon")), there)
