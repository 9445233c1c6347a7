"""What texts say of their own use: whom to apply to, what must be fulfilled, what can be combined, on which documents a text rests,
how long it holds; and of which of these a text says nothing."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Provision
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.citations import resolution
from digest.pages.clauses import name_of
from digest.pages.evidence import of_kind
from digest.pages.frame import Link, Setting
from digest.pages.listing import (
    Cell,
    Choice,
    Line,
    RowDraft,
    RowGroup,
    TableContext,
    make_listing,
    make_listing_pages,
)
from digest.pages.names import cited_title
from digest.pages.names import number as numbered
from digest.pages.particulars import issuers_of, policy_title, short_title, term
from digest.pages.parts import Part, Shown
from digest.pages.strings import Runs, joined, plain, translated
from digest.pages.translated import english_of
from digest.text import urls

SECTION = "provisions"
COLUMNS = ("clause", "place", "named")
MOST_ITEMS = 20
"""So many items of a list are shown below the sentence that begins it."""
_LONGEST_ITEM = 120
FEW = 3
"""So many sentences of a kind are shown on the page of a place."""
_LEVELS = ("nation", "province", "prefecture", "county", "zone", None)


class _Said(NamedTuple):
    """A sentence in which a text says how it is used."""

    clause: Clause
    anchor: str
    fact: Provision


class ProvisionLine(NamedTuple):
    """A sentence that leads to its clause, and the lines below it: items of the list that it begins, or documents by level."""

    said: Link
    below: tuple[Line, ...]


class ProvisionGroup(NamedTuple):
    """All that a policy says of one kind, under the name of that."""

    name: Runs
    lines: tuple[ProvisionLine, ...]


def make_provisions(setting: Setting) -> Iterator[Part]:
    """The table of all provisions in each language."""
    shown = Shown({policy.meta.slug: _shown_of(policy) for policy in setting.corpus.policies})
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def kinds_of(setting: Setting) -> tuple[str, ...]:
    """The kinds of provisions that a site knows, in their order."""
    return tuple(name for table, name in setting.corpus.terms if table == "provision")


def sentence_of(policy: Policy, clause: Clause, fact: Provision, language: str) -> Runs:
    """The sentence in the language of the page, where its English is known."""
    english = english_of(policy, clause, fact) if language == "en" else None
    return translated(english, fact.evidence, language)


def provision_groups(
    setting: Setting, policy: Policy, language: str, here: str
) -> tuple[ProvisionGroup, ...]:
    """All that a policy says, by kind, for its own page: links stay on it."""
    return tuple(
        ProvisionGroup(
            term(setting, "provision", kind, language),
            tuple(_line(setting, policy, said, language, here) for said in found),
        )
        for kind, found in _by_kind(setting, policy)
        if found
    )


def _line(setting: Setting, policy: Policy, said: _Said, language: str, here: str) -> ProvisionLine:
    """A sentence on the page of its policy; of one that says on what the text rests, the documents, below the name of the clause."""
    below = tuple(_below(setting, policy, said, language, here, on_page=True))
    if said.fact.kind == "basis" and below:
        name = name_of(setting, policy, said.clause, language)
    else:
        name = sentence_of(policy, said.clause, said.fact, language)
    return ProvisionLine(Link(name, urls.relative(here, here, said.clause.id)), below)


def rules_of(
    setting: Setting, policies: Sequence[Policy], language: str, here: str, place: str
) -> Iterator[tuple[Link, tuple[Runs, ...]]]:
    """For the page of a place, each kind with the way to all of it, and a few sentences; or that its texts say nothing. What holds of
    all supports is said at the end of a text."""
    words, table = setting.words[language], urls.relative(here, urls.section(language, SECTION))
    told = [(policy, dict(_by_kind(setting, policy))) for policy in policies]
    for kind in kinds_of(setting):
        found = [(policy, said) for policy, by_kind in told for said in by_kind[kind]]
        name = term(setting, "provision", kind, language)
        number = words.fill("provision.number", number=len(found)) if len(found) > FEW else ()
        way = Link(joined(filter(None, (name, number))), f"{table}?place={place}&provision={kind}")
        few = found[-FEW:] if kind == "combining" else found[:FEW]
        if found:
            lines = (line for policy, said in few for line in _answer(setting, policy, said, language, here))
            yield way, tuple(line.text for line in lines)
        elif policies and all(kind in _silent(setting, policy) for policy in policies):
            yield way, (words["provision.none_apply" if kind == "apply" else "provision.none"],)


def unmentioned(setting: Setting, policy: Policy, language: str) -> tuple[Runs, ...]:
    """The kinds of which the text of a policy says nothing."""
    return tuple(term(setting, "provision", kind, language) for kind in _silent(setting, policy))


def _silent(setting: Setting, policy: Policy) -> tuple[str, ...]:
    """The kinds of which a text says nothing; a period in its title is an end that no sentence states."""
    ends = setting.corpus.validity_of(policy.meta.slug).time is not None
    return tuple(kind for kind in policy.silent if not (ends and kind == "end"))


def _shown_of(policy: Policy) -> list[str]:
    """The clauses that the table shows: those with provisions, and the items below them."""
    with_rules = {name for name, facts in policy.facts.items() if facts.provisions}
    return [
        clause.id
        for clause in policy.document.clauses
        if clause.id in with_rules or clause.parent in with_rules
    ]


def _by_kind(setting: Setting, policy: Policy) -> Iterator[tuple[str, list[_Said]]]:
    found = [
        _Said(clause, each.anchor, each.fact)
        for clause, each in of_kind(policy, SECTION)
        if isinstance(each.fact, Provision)
    ]
    for kind in kinds_of(setting):
        yield kind, [said for said in found if said.fact.kind == kind]


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, SECTION)
    policies = tuple(in_place_order(setting.corpus))
    told = {policy.meta.slug: dict(_by_kind(setting, policy)) for policy in policies}
    rows = (
        row
        for kind in kinds_of(setting)
        for policy in policies
        for row in _rows(context, policy, kind, told[policy.meta.slug][kind])
    )
    table = make_listing(context, SECTION, COLUMNS, (), rows)
    yield from make_listing_pages(context, (table,), {SECTION: SECTION})


def _rows(context: TableContext, policy: Policy, kind: str, found: list[_Said]) -> Iterator[RowDraft]:
    setting, language = context.setting, context.language
    name = term(setting, "provision", kind, language)
    place, where = context.document(policy)
    picks = {
        "provision": (Choice(kind, plain(name)),),
        "place": (where,),
        "status": context.states(policy),
    }
    group = RowGroup(kind, name)
    for clause, same in groupby(found, key=lambda said: said.clause):
        several = tuple(same)
        lines = tuple(
            line for said in several for line in _answer(setting, policy, said, language, context.here)
        )
        yield RowDraft(
            (context.clause(policy, clause, several[0].anchor), place, Cell(lines)), picks, group=group
        )
    if not found and kind in _silent(setting, policy):
        there = urls.relative(context.here, urls.policy(language, policy.meta.slug))
        text = Line(short_title(policy, language), there)
        validity = Line((), quiet=True, validity=context.validity(policy))
        yield RowDraft(
            (Cell((text, validity)), place, Cell(tuple(_none(setting, policy, kind, language)))),
            picks,
            group=group,
        )


def _answer(setting: Setting, policy: Policy, said: _Said, language: str, here: str) -> Iterator[Line]:
    """A sentence with what it leads to; of one that says on what the text rests, the documents alone."""
    below = tuple(_below(setting, policy, said, language, here, on_page=False))
    if not (said.fact.kind == "basis" and below):
        yield Line(sentence_of(policy, said.clause, said.fact, language))
    yield from below


def _none(setting: Setting, policy: Policy, kind: str, language: str) -> Iterator[Line]:
    """That a text says nothing of a kind; of applications also who issued it, which does not mean that it takes them."""
    words = setting.words[language]
    if kind != "apply":
        yield Line(words["provision.none"])
        return
    yield Line(words["provision.none_apply"])
    if policy.meta.issuers.value:
        names = issuers_of(setting, policy, language)
        yield Line(words.weave("provision.issued", issuers=names), quiet=True)


def _below(
    setting: Setting, policy: Policy, said: _Said, language: str, here: str, *, on_page: bool
) -> Iterator[Line]:
    """What a sentence leads to: the documents it cites, by level, or the items of the list it begins."""
    if said.fact.kind == "basis":
        yield from _documents(setting, policy, said, language, here)
    elif said.fact.evidence.endswith(("：", ":")):
        items = [each for each in policy.document.clauses if each.parent == said.clause.id]
        for item in items[:MOST_ITEMS]:
            there = (
                urls.relative(here, here, item.id)
                if on_page
                else urls.relative(here, urls.clause(policy.meta.slug, item.id))
            )
            yield Line(name_of(setting, policy, item, language, _LONGEST_ITEM), there, quiet=True)


def _documents(setting: Setting, policy: Policy, said: _Said, language: str, here: str) -> Iterator[Line]:
    """The documents on which a sentence says that the text rests, the highest first, each with its level, number and way."""
    words, slug = setting.words[language], policy.meta.slug
    by_slug = {each.meta.slug: each for each in setting.corpus.policies}
    citations = policy.facts[said.clause.id].citations
    cited = [(row, citations[row]) for row in said.fact.documents]
    for level in _LEVELS:
        for row, each in cited:
            if each.level == level:
                other = by_slug.get(resolution(setting, slug, said.clause.id, row).resolves_to or "")
                name = policy_title(other, language) if other else cited_title(each, language)
                number = numbered(words, each.number) if each.number else ()
                high = words[f"level.{level}"] if level else words["provision.no_level"]
                href = urls.relative(here, urls.policy(language, other.meta.slug)) if other else None
                named = joined(filter(None, (name, number)))
                yield Line(joined((high, named), words.plain("provision.between")), href, quiet=True)
