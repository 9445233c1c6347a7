"""What cites what: the graph of citations, the documents cited, and every citation with where it leads."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Citation, Resolution
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Setting
from digest.pages.graph import Edge, Graph, Node, draw
from digest.pages.listing import Cell, Choice, Desk, Draft, Line, make_listing, make_listing_page, text_cell
from digest.pages.particulars import policy_title
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.validity import Phases
from digest.pages.words import TAGS, Run, Runs, run
from digest.text import urls
from digest.text.titles import title_key

CITATIONS = ("clause", "place", "cited", "number", "standing")
DOCUMENTS = ("cited", "number", "citing", "times")

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
    """The page of citations, once in each language."""
    yield Part(_pages, Shown(with_facts(setting.corpus, "citations")))


def _pages(setting: Setting, _: None) -> Iterator[Page]:
    mentions = tuple(_mentions(setting))
    for language in urls.LANGUAGES:
        desk = Desk(setting, language, "citations")
        documents = make_listing(desk, "documents", DOCUMENTS, ("times",), _documents(desk, mentions))
        citations = make_listing(
            desk, "citations_all", CITATIONS, (), (_row(desk, each) for each in mentions)
        )
        graph = _graph(desk, mentions)
        yield make_listing_page(desk, (documents, citations), graph)


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


def _row(desk: Desk, mention: _Mention) -> Draft:
    words, citation, to = desk.words, mention.citation, mention.to
    place, where = desk.place(mention.policy)
    abbreviated = title_key(citation.printed.strip("《》")) != title_key(citation.title)
    target = _title(desk, mention)
    href = urls.relative(desk.here, urls.policy(desk.language, to.resolves_to)) if to.resolves_to else None
    standing = Choice("here" if to.resolves_to else "elsewhere", words.plain(f"table.citations.{_held(to)}"))
    return Draft(
        (
            desk.clause(mention.policy, mention.clause, mention.anchor),
            place,
            Cell((
                Line(target, href),
                *((Line(run(citation.printed, "zh"), quiet=True),) if abbreviated or href else ()),
            )),
            text_cell(run(citation.number, "zh") if citation.number else ()),
            text_cell(words[f"table.citations.{_held(to)}"], words[f"resolution.{to.reason}"]),
        ),
        {"place": (where,), "status": desk.states(mention.policy), "standing": (standing,)},
    )  # fmt: skip


def _documents(desk: Desk, mentions: Sequence[_Mention]) -> Iterator[Draft]:
    """A row for each document that another one cites; those cited most come first."""
    for same in _by_document(mentions):
        to = same[0].to.resolves_to
        number = next((each.citation.number for each in same if each.citation.number), None)
        href = urls.relative(desk.here, urls.policy(desk.language, to)) if to else None
        citing = {each.policy.meta.slug: each for each in reversed(same)}
        yield Draft(
            (
                Cell((Line(_title(desk, same[0]), href, validity=_validity(desk, to)),)),
                text_cell(run(number, "zh") if number else ()),
                Cell(tuple(_citing(desk, citing[slug]) for slug in sorted(citing))),
                Cell((Line((Run(str(len(same)), TAGS[desk.language]),)),), key=str(len(same))),
            ),
            {},
        )


def _citing(desk: Desk, first: _Mention) -> Line:
    """The document that cites, with a link to the first place where it does."""
    slug = first.policy.meta.slug
    href = evidence_link(desk.here, slug, first.clause.id, first.anchor)
    return Line(policy_title(first.policy, desk.language), href, validity=desk.validity(first.policy))


def _by_document(mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    found: dict[str, list[_Mention]] = {}
    for mention in mentions:
        if mention.document is not None and mention.to.resolves_to != mention.policy.meta.slug:
            found.setdefault(mention.document, []).append(mention)
    return sorted(
        found.values(),
        key=lambda same: (-len({each.policy.meta.slug for each in same}), -len(same), same[0].citation.title),
    )


def _graph(desk: Desk, mentions: Sequence[_Mention]) -> Graph | None:
    """The policies of the collection, the documents beyond it, and who cites whom how often."""
    documents = _by_document(mentions)
    names: dict[str, Node] = {}
    edges: Counter[tuple[str, str]] = Counter()
    for same in documents:
        for each in same:
            slug, document = each.policy.meta.slug, each.document or ""
            edges[slug, document] += 1
            names.setdefault(slug, _node(desk, slug))
            to = each.to.resolves_to
            names.setdefault(
                document, _node(desk, to) if to else Node(document, run(each.citation.title, "zh"), None)
            )
    own = [policy.meta.slug for policy in in_place_order(desk.setting.corpus) if policy.meta.slug in names]
    return draw(
        tuple(names[slug] for slug in own),
        tuple(node for key, node in names.items() if key not in own),
        tuple(Edge(*pair, times) for pair, times in edges.items()),
    )


def _node(desk: Desk, slug: str) -> Node:
    policy = next(each for each in desk.setting.corpus.policies if each.meta.slug == slug)
    title = policy_title(policy, desk.language)
    return Node(slug, title, urls.relative(desk.here, urls.policy(desk.language, slug)))


def _title(desk: Desk, mention: _Mention) -> Runs:
    """The title of the document meant: of a policy in the page's language, else as cited."""
    policy = _policy(desk, mention.to.resolves_to)
    return policy_title(policy, desk.language) if policy else run(f"《{mention.citation.title}》", "zh")


def _validity(desk: Desk, slug: str | None) -> Phases:
    """The validity of a document that is cited; nothing is known of those beyond this site."""
    policy = _policy(desk, slug)
    return desk.validity(policy) if policy else ()


def _policy(desk: Desk, slug: str | None) -> Policy | None:
    return next((each for each in desk.setting.corpus.policies if each.meta.slug == slug), None)


def _held(to: Resolution) -> str:
    return "here" if to.resolves_to else "elsewhere"
