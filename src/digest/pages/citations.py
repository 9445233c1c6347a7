"""What cites what: the graph of citations, the documents cited, and every citation with where it leads."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Citation, Resolution
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Setting
from digest.pages.graph import Edge, Graph, Node, draw
from digest.pages.listing import (
    MOST_LISTED,
    Cell,
    Choice,
    Line,
    Pictures,
    RowDraft,
    TableContext,
    bounded,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.names import cited_title, number
from digest.pages.particulars import policy_title, short_title
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.strings import ORIGINAL, TAGS, Run, Runs, original, run
from digest.text import urls
from digest.text.titles import title_key

CITATIONS = ("clause", "place", "cited", "number", "standing")
DOCUMENTS = ("cited", "number", "citing", "times")

_Policies = Mapping[str, Policy]
"""The policies by slug."""

UNRESOLVED = Resolution(None, "unknown")
"""Where a citation leads that nobody resolved."""


class _Mention(NamedTuple):
    """A citation where it stands; ``document`` tells cited documents apart, None where it names none."""

    policy: Policy
    clause: Clause
    anchor: str
    citation: Citation
    to: Resolution
    document: str | None


def make_citations(setting: Setting) -> Iterator[Part]:
    """The page of citations in each language."""
    shown = Shown(with_facts(setting.corpus, "citations"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    mentions = tuple(_mentions(setting))
    context = TableContext(setting, language, "citations")
    policies = {policy.meta.slug: policy for policy in in_place_order(setting.corpus)}
    cited = _by_document(mentions)
    documents = make_listing(
        context,
        "documents",
        DOCUMENTS,
        ("times",),
        (_document(context, policies, same) for same in cited),
        measured=context.measured("citations", "numbers"),
    )
    citations = make_listing(
        context, "citations_all", CITATIONS, (), (_row(context, policies, each) for each in mentions)
    )
    data = {"documents": "citations", "citations_all": "citations"}
    pictures = Pictures(graph=_graph(context, policies, cited))
    yield from make_listing_pages(context, (documents, replace(citations, folded=True)), data, pictures)


def resolution(setting: Setting, doc: str, clause_id: str, row: int) -> Resolution:
    """Where the citation leads that stands in this row of a clause's citations."""
    found = setting.corpus.resolutions.get(doc, {}).get(clause_id, ())
    return found[row] if row < len(found) else UNRESOLVED


def _mentions(setting: Setting) -> Iterator[_Mention]:
    for policy in in_place_order(setting.corpus):
        slug = policy.meta.slug
        for clause, found in of_kind(policy, "citations"):
            if isinstance(found.fact, Citation) and found.fact.kind != "own_clause":
                to = resolution(setting, slug, clause.id, found.row)
                named = None if to.reason == "undefined" else title_key(found.fact.title)
                yield _Mention(policy, clause, found.anchor, found.fact, to, to.resolves_to or named)


def _row(context: TableContext, policies: _Policies, mention: _Mention) -> RowDraft:
    words, citation, to = context.words, mention.citation, mention.to
    place, where = context.document(mention.policy)
    abbreviated = title_key(citation.printed.strip("《》")) != title_key(citation.title)
    target = _title(context, policies, mention)
    href = (
        urls.relative(context.here, urls.policy(context.language, to.resolves_to)) if to.resolves_to else None
    )
    chinese = run(citation.printed, "zh", ORIGINAL if context.language == "en" else "")
    printed = chinese if abbreviated or href or target[0].lang != chinese[0].lang else ()
    standing = Choice("here" if to.resolves_to else "elsewhere", words.plain(f"table.citations.{_held(to)}"))
    return RowDraft(
        (
            context.clause(mention.policy, mention.clause, mention.anchor),
            place,
            Cell((Line(target, href), *((Line(printed, quiet=True),) if printed else ()))),
            text_cell(number(words, citation.number) if citation.number else ()),
            text_cell(words[f"table.citations.{_held(to)}"], words[f"resolution.{to.reason}"]),
        ),
        {"place": (where,), "status": context.states(mention.policy), "standing": (standing,)},
    )  # fmt: skip


def _document(context: TableContext, policies: _Policies, same: Sequence[_Mention]) -> RowDraft:
    """The row of a document that another one cites."""
    to = same[0].to.resolves_to
    numbered = next((each.citation.number for each in same if each.citation.number), None)
    href = urls.relative(context.here, urls.policy(context.language, to)) if to else None
    citing = {each.policy.meta.slug: each for each in reversed(same)}
    title = _title(context, policies, same[0])
    chinese = context.language == "en" and title[0].lang == TAGS["en"]
    printed = original(f"《{same[0].citation.title}》") if chinese else ()
    validity = context.validity(policies[to]) if to else ()  # nothing is known of those beyond this site
    return RowDraft(
        (
            Cell((Line(title, href, validity=validity), *((Line(printed, quiet=True),) if printed else ()))),
            text_cell(number(context.words, numbered) if numbered else ()),
            Cell(
                bounded(
                    context,
                    sorted(citing),
                    lambda slug: [_citing(context, citing[slug])],
                    same[0].citation.title,
                )
            ),
            Cell((Line((Run(str(len(same)), TAGS[context.language]),)),), key=str(len(same))),
        ),
        {},
        cut=len(citing) > MOST_LISTED,
    )


def _citing(context: TableContext, first: _Mention) -> Line:
    """The document that cites, with a link to the first place where it does."""
    slug = first.policy.meta.slug
    href = evidence_link(context.here, slug, first.clause.id, first.anchor)
    return Line(short_title(first.policy, context.language), href, validity=context.validity(first.policy))


def _by_document(mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """The mentions of each document that another one cites; those cited by most policies come first."""
    found: dict[str, list[_Mention]] = {}
    for mention in mentions:
        if mention.document is not None and mention.to.resolves_to != mention.policy.meta.slug:
            found.setdefault(mention.document, []).append(mention)
    return sorted(
        found.values(),
        key=lambda same: (-len({each.policy.meta.slug for each in same}), -len(same), same[0].citation.title),
    )


def _graph(
    context: TableContext, policies: _Policies, documents: Sequence[Sequence[_Mention]]
) -> Graph | None:
    """The policies of the collection, the documents beyond it, and who cites whom how often."""
    names: dict[str, Node] = {}
    edges: Counter[tuple[str, str]] = Counter()
    for same in documents:
        for each in same:
            slug, document = each.policy.meta.slug, each.document or ""
            edges[slug, document] += 1
            names.setdefault(slug, _node(context, policies[slug]))
            to = each.to.resolves_to
            names.setdefault(
                document,
                _node(context, policies[to]) if to else Node(document, _title(context, policies, each), None),
            )
    own = {slug: names[slug] for slug in policies if slug in names}
    return draw(
        tuple(own.values()),
        tuple(node for key, node in names.items() if key not in own),
        tuple(Edge(*pair, times) for pair, times in edges.items()),
    )


def _node(context: TableContext, policy: Policy) -> Node:
    slug = policy.meta.slug
    there = urls.policy(context.language, slug)
    return Node(slug, short_title(policy, context.language), urls.relative(context.here, there))


def _title(context: TableContext, policies: _Policies, mention: _Mention) -> Runs:
    """The title of the document meant: of a policy in the page's language, else as cited."""
    policy = policies.get(mention.to.resolves_to or "")
    return (
        policy_title(policy, context.language) if policy else cited_title(mention.citation, context.language)
    )


def _held(to: Resolution) -> str:
    return "here" if to.resolves_to else "elsewhere"
