"""The terms, folded by their first letters: how each is translated, what it means, in which policies it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.model.vocabulary import GlossaryTerm
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import locator
from digest.pages.frame import Frame, Setting, make_frame, page_location
from digest.pages.listing import Choice, Line, TableContext, bounded, make_status
from digest.pages.parts import Part, Shown
from digest.pages.strings import ORIGINAL, Runs, joined, run
from digest.pages.terms import GLOSSARY, in_order, initial, meaning, named
from digest.text import urls

MOST_POLICIES, FIRST = 30, 12
"""A term that stands in more policies than these is shown with the first ones."""

MOST_OPEN = 40
"""Letters of a glossary of more terms are folded."""


class GlossaryEntry(NamedTuple):
    """A term in the language of the page, with its ``other`` name, accepted variants, what it means, and the ways to where it
    stands; ``places`` are the codes of these places, apart by spaces."""

    anchor: str
    name: Runs
    other: Runs
    accepted: Runs
    meaning: Runs
    uses: tuple[Line, ...]
    places: str


class Letter(NamedTuple):
    """The terms with one initial. ``span`` names the first and the last of them."""

    name: str
    anchor: str
    number: Runs
    span: Runs
    entries: tuple[GlossaryEntry, ...]


class GlossaryPage(NamedTuple):
    """What glossary.html receives. ``places`` are choices to filter by; ``status`` are the words before and after the ``shown``
    number of terms."""

    frame: Frame
    script: str
    title: Runs
    lead: Runs
    letters: tuple[Letter, ...]
    opened: bool
    places: tuple[Choice, ...]
    shown: str
    status: tuple[str, str]


class _Use(NamedTuple):
    """Where a term stands first in a policy, by slug and id."""

    doc: str
    clause: str


def make_glossary(setting: Setting) -> Iterator[Part]:
    """The glossary in each language. It is given the names of the clauses in which a term stands first: nothing else of a text
    is shown."""
    found = _found(setting)
    uses = {
        term: [_Use(policy.meta.slug, clause.id) for policy, clause in every] for term, every in found.items()
    }
    policies = Shown({policy.meta.slug: () for policy in setting.corpus.policies})
    shown = (
        use for every in found.values() for use in (every if len(every) <= MOST_POLICIES else every[:FIRST])
    )
    named = {_Use(policy.meta.slug, clause.id): (policy, clause) for policy, clause in shown}
    for language in urls.LANGUAGES:
        names = {use: locator(policy, clause, language) for use, (policy, clause) in named.items()}
        yield Part(_pages, policies, _Given(language, uses, names))


class _Given(NamedTuple):
    """The language of a page, where each term stands, and how the clauses that the page leads to are named."""

    language: str
    uses: Mapping[str, Sequence[_Use]]
    names: Mapping[_Use, Runs]


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    language, words = given.language, setting.words[given.language]
    context = TableContext(setting, language, GLOSSARY)
    at = page_location(language, lambda each: urls.section(each, GLOSSARY), GLOSSARY)
    title, lead = words["table.glossary.title"], words["table.glossary.about"]
    terms = in_order(setting.corpus.glossary.terms, language)
    policies = {policy.meta.slug: policy for policy in setting.corpus.policies}
    used = {use.doc for uses in given.uses.values() for use in uses}
    places = dict.fromkeys(
        context.place(policy)[1] for policy in in_place_order(setting.corpus) if policy.meta.slug in used
    )
    value = GlossaryPage(
        frame=make_frame(setting, at, title, description=words.plain("table.glossary.about")),
        script=urls.relative(at.path, urls.asset("glossary.js")),
        title=title,
        lead=lead,
        letters=tuple(_letters(context, terms, policies, given)),
        opened=len(terms) <= MOST_OPEN,
        places=tuple(places),
        shown=str(len(terms)),
        status=make_status(words, "table.glossary.status", str(len(terms))),
    )
    yield Page(at.path, "glossary.html", value)


def _found(setting: Setting) -> Mapping[str, Sequence[tuple[Policy, Clause]]]:
    """The first clause of each policy in which a term stands, by term."""
    every: dict[str, list[tuple[Policy, Clause]]] = {term.zh: [] for term in setting.corpus.glossary.terms}
    for policy in in_place_order(setting.corpus):
        clauses = policy.document.clauses
        said = [f"{clause.heading or ''}\0{clause.text}" for clause in clauses]
        whole = "\0".join(said)  # most terms stand in none of its clauses
        for term, found in every.items():
            if term in whole:
                at = next(at for at, words in enumerate(said) if term in words)
                found.append((policy, clauses[at]))
    return every


def _letters(
    context: TableContext,
    terms: Iterable[GlossaryTerm],
    policies: Mapping[str, Policy],
    given: _Given,
) -> Iterator[Letter]:
    """The terms, which are in their order, by their initials; those without one together."""
    language, words = context.language, context.words
    known: dict[str, list[GlossaryTerm]] = {}
    for term in terms:
        known.setdefault(initial(term, language), []).append(term)
    for letter, found in known.items():
        entries = tuple(_entry(context, term, policies, given) for term in found)
        ends = dict.fromkeys((entries[0].name, entries[-1].name))
        yield Letter(
            letter or words.plain("table.glossary.others"),
            f"letter-{letter or 'others'}",
            words.count("terms", len(entries)),
            joined(ends, words.plain("table.glossary.to")),
            entries,
        )


def _entry(
    context: TableContext, term: GlossaryTerm, policies: Mapping[str, Policy], given: _Given
) -> GlossaryEntry:
    language, said, uses = context.language, meaning(term, context.language), given.uses[term.zh]
    accepted = ", ".join(term.accepted)
    places = (context.place(policies[use.doc])[1].value for use in uses)

    def line(use: _Use) -> Sequence[Line]:
        return [_line(context, policies[use.doc], use.clause, given.names[use])]

    lines = bounded(context, uses, line, term.zh, MOST_POLICIES, FIRST)
    return GlossaryEntry(
        urls.term_anchor(term.zh),
        named(term, language, [language]),
        named(term, "zh" if language == "en" else "en", [language]),
        run(accepted, "en", "" if language == "en" else ORIGINAL) if accepted else (),
        run(said, language) if said else (),
        lines,
        " ".join(dict.fromkeys(places)),
    )


def _line(context: TableContext, policy: Policy, clause: str, name: Runs) -> Line:
    """The way to the clause in the full text: its place, and where it stands."""
    place, _ = context.place(policy)
    there = urls.relative(context.here, urls.policy(context.language, policy.meta.slug), clause)
    return Line(joined((place.lines[0].text, name), context.words.plain("compare.colon")), there)
