"""The pieces in which a site is made. Each holds all that its pages are made from, and nothing else, so that two
pieces with the same ground give the same pages, and a build can leave out those whose ground has not changed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from digest.model.comparison import Comparisons
from digest.model.corpus import Corpus, Jurisdiction, Policy
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.keywords import Keywords
from digest.model.ledger import Ledger
from digest.model.matches import Match
from digest.model.page import EditorPage, Page
from digest.model.source import Source
from digest.pages.frame import Setting


class Part(NamedTuple):
    """Some pages: a function of a module, and the one value it makes them from. ``templated`` says whether they are
    rendered by templates, which then count as well."""

    make: Callable[[Any], Iterable[Page]]
    given: Any
    templated: bool = True


def by_page(pages: Iterable[Page]) -> Iterator[Part]:
    """A part for each page: for kinds whose values are quickly made and slowly written."""
    return (Part(_itself, page, bool(page.template)) for page in pages)


def pages_of(parts: Iterable[Part]) -> Iterator[Page]:
    """The pages of some parts."""
    return (page for part in parts for page in part.make(part.given))


def narrowed(
    setting: Setting,
    clauses: Mapping[str, Collection[str]],
    matches: Iterable[Match],
    themes: Collection[str],
    editions: Editions = NO_EDITIONS,
) -> Setting:
    """A setting that knows no more than some pages need: the named clauses of the named policies (by slug)
    with what is known of them, the matches, the themes with their measures in these clauses, and the editions. Of
    comparisons it knows none: pages that show one are given it.

    Of the editors' pages only names and titles are left. Site, words and lists stay as they are.
    """
    corpus = setting.corpus
    policies = tuple(
        _policy(policy, clauses[policy.meta.slug])
        for policy in corpus.policies
        if policy.meta.slug in clauses
    )
    return replace(
        setting,
        corpus=replace(
            corpus,
            jurisdictions=_places(corpus, policies),
            policies=policies,
            pages=tuple(EditorPage(page.name, page.language, f"# {page.title}") for page in corpus.pages),
            resolutions={
                slug: {name: to for name, to in found.items() if name in clauses[slug]}
                for slug, found in corpus.resolutions.items()
                if slug in clauses
            },
            matches=tuple(matches),
            comparisons=Comparisons(),
            themes=tuple(theme for theme in corpus.themes if theme.id in themes),
            unused_themes=(),
            families=(),
            theme_members={
                theme: tuple(each for each in found if each.clause in clauses.get(each.doc, ()))
                for theme, found in corpus.theme_members.items()
                if theme in themes
            },
            validity={slug: found for slug, found in corpus.validity.items() if slug in clauses},
            editions=editions,
            addresses={},
        ),
    )


def _itself(page: Page) -> tuple[Page]:
    return (page,)


def _policy(policy: Policy, clauses: Collection[str]) -> Policy:
    """A policy with some of its clauses; of its source the hash, of its ledger what became of ids, and of its keywords
    those of the whole, when all clauses are there."""
    document = policy.document
    kept = tuple(clause for clause in document.clauses if clause.id in clauses)
    sha256 = document.source.sha256 if kept == document.clauses else ""  # each edit changes it
    source = Source(document.source.name, "", sha256=sha256)
    return replace(
        policy,
        document=replace(document, source=source, clauses=kept, tokens=()),
        facts={clause.id: policy.facts[clause.id] for clause in kept if clause.id in policy.facts},
        translations={
            clause.id: policy.translations[clause.id] for clause in kept if clause.id in policy.translations
        },
        problems=(),
        ledger=_addresses(policy.ledger) if kept == document.clauses else Ledger(),
        keywords=Keywords(
            policy.keywords.whole if kept == document.clauses else (),
            {name: found for name, found in policy.keywords.clauses.items() if name in clauses},
        ),
    )


def _addresses(ledger: Ledger) -> Ledger:
    """A ledger without how clauses read before."""
    return Ledger(aliases=ledger.aliases, tombstones=ledger.tombstones)


def _places(corpus: Corpus, policies: Iterable[Policy]) -> Mapping[str, Jurisdiction]:
    """The places of some policies, and those above them."""
    found: dict[str, Jurisdiction] = {}
    for policy in policies:
        code = policy.meta.jurisdiction.value
        while code and code not in found and code in corpus.jurisdictions:
            found[code] = corpus.jurisdictions[code]
            code = found[code].parent
    return found
