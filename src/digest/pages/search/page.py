"""The search page. Without scripts it lists ways to clauses: themes, jurisdictions, agencies, words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.model.vocabulary import SearchWords
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import name_of
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.names import terms as terms_of
from digest.pages.particulars import place_chain, place_name, policy_title
from digest.pages.parts import Part, Shown
from digest.pages.search.files import make_search_files
from digest.pages.strings import Runs, joined, plain, run, translated
from digest.search.index import KnownIndex
from digest.search.records import in_search_order
from digest.text import urls
from digest.text.segmenter import segmenter

NAME = "search"
MOST_TERMS = 240
"""Words in the list; those of most clauses are kept."""
MOST_KEYWORDS = 5
"""Keywords of a clause that are listed."""
MOST_LINKS = 6
"""Clauses listed for each."""
MOST_POLICIES = 30
"""Policies listed for a place; of more, as many as of clauses."""
MOST_WAYS, FOREMOST = 240, 120
"""A list of more places or agencies than these has those with most policies or clauses."""

Where = tuple[Policy, Clause]

_Given = tuple[KnownIndex | None, SearchWords, Collection[str]]
"""What the files are made from besides: the index, how people ask, the themes that have a page."""


class BrowseLink(NamedTuple):
    """A theme, place, agency or word, and where it leads; ``more`` clauses are not listed."""

    name: Runs
    links: tuple[Link, ...]
    more: Runs | None = None


class Ways(NamedTuple):
    """One list of the page; ``rest`` leads to those that are not in it."""

    id: str
    title: Runs
    ways: tuple[BrowseLink, ...]
    rest: Link | None = None


class SearchPage(NamedTuple):
    """What search.html receives. ``root`` leads to the root of the site, ``scripts`` are that of the search and that
    of its page; ``ways`` lead on where nothing is found."""

    frame: Frame
    title: Runs
    scripts: tuple[str, ...]
    ways: tuple[Link, ...]
    lists: tuple[Ways, ...]


def make_search(setting: Setting) -> Iterator[Part]:
    """The search page in each language, and the files its script fetches: both made from everything but matches,
    the files without what surrounds a page."""
    corpus = setting.corpus
    clauses = {
        policy.meta.slug: {clause.id for clause in policy.document.clauses} for policy in corpus.policies
    }
    shown = Shown(clauses, themes={theme.id for theme in corpus.themes}, whole=tuple(clauses))
    given = (setting.search, corpus.search, tuple(sorted(corpus.comparisons.themes)))
    yield Part(_files, shown, given, templated=False)
    yield Part(_pages, shown)


def _files(setting: Setting, given: _Given) -> Iterator[Page]:
    index, search, compared = given
    asked = replace(setting, corpus=replace(setting.corpus, search=search))
    yield from make_search_files(asked, segmenter(), index, compared)


def _pages(setting: Setting, _: None) -> Iterator[Page]:
    clauses = [
        (policy, clause) for policy in in_search_order(setting.corpus) for clause in policy.document.clauses
    ]
    terms = _terms(clauses)
    for language in urls.LANGUAGES:
        at = page_location(language, lambda each: urls.section(each, NAME), NAME)
        own = setting.words[language]
        maker = _Ways(setting, language, at.path, clauses)
        title = own["search.title"]
        value = SearchPage(
            frame=make_frame(setting, at, title, description=own.plain("search.lead")),
            title=title,
            scripts=tuple(urls.relative(at.path, urls.asset(f"{name}.js")) for name in ("search", "results")),
            ways=tuple(
                Link(own[f"section.{name}"], urls.relative(at.path, urls.section(language, name)))
                for name in ("compare", "instruments", "policies")
            ),
            lists=tuple(
                each
                for each in (maker.themes(), maker.places(), maker.agencies(), maker.terms(terms))
                if each.ways
            ),
        )
        yield Page(at.path, "search.html", value)


def _terms(clauses: Iterable[Where]) -> Mapping[str, list[Where]]:
    """The keywords of all clauses with the clauses they are keywords of: those of two or more, in their order."""
    found: dict[str, list[Where]] = {}
    for policy, clause in clauses:
        for keyword in policy.keywords.clauses.get(clause.id, ())[:MOST_KEYWORDS]:
            found.setdefault(keyword.word, []).append((policy, clause))
    best = sorted(found, key=lambda word: (-len(found[word]), word))[:MOST_TERMS]
    return {word: found[word] for word in sorted(best, key=lambda word: word.encode("gb18030"))}


class _Ways:
    """Makes the lists of the page in one language."""

    def __init__(self, setting: Setting, language: str, here: str, clauses: Sequence[Where]) -> None:
        self._setting, self._language, self._here, self._clauses = setting, language, here, clauses
        self._words = setting.words[language]

    def themes(self) -> Ways:
        """The themes with their clauses."""
        corpus = self._setting.corpus
        where = {(policy.meta.slug, clause.id): (policy, clause) for policy, clause in self._clauses}
        ways = []
        for theme in corpus.themes:
            members = [(member.doc, member.clause) for member in corpus.theme_members.get(theme.id, ())]
            found = [where[member] for member in members if member in where]
            name = run(theme.en, "en") if self._language == "en" else run(theme.zh, "zh")
            ways += [self._way(name, found)] if found else []
        return Ways("themes", self._words["search.themes"], tuple(ways))

    def places(self) -> Ways:
        """The jurisdictions with their policies."""
        found: dict[str, list[Policy]] = {}
        for policy in in_place_order(self._setting.corpus):
            found.setdefault(policy.meta.jurisdiction.value or "", []).append(policy)
        ways: list[tuple[int, BrowseLink]] = []
        for code, policies in found.items():
            chain = place_chain(self._setting, code)
            name = place_name(chain[-1], self._language) if chain else self._words["policy.unknown"]
            links = tuple(
                Link(
                    policy_title(policy, self._language),
                    urls.relative(self._here, urls.policy(self._language, policy.meta.slug)),
                )
                for policy in policies
            )
            if len(links) <= MOST_POLICIES:
                ways.append((len(links), BrowseLink(name, links)))
            else:
                more = self._words.fill("search.more_policies", number=f"{len(links) - MOST_LINKS:,}")
                ways.append((len(links), BrowseLink(name, links[:MOST_LINKS], more)))
        return self._foremost("places", "policies", ways)

    def agencies(self) -> Ways:
        """The agencies with the clauses that name them."""
        found: dict[str, tuple[Runs, list[Where]]] = {}
        for policy, clause in self._clauses:
            facts = policy.facts.get(clause.id)
            for role in facts.agencies if facts else ():
                name = translated(role.name_en, role.name_zh, self._language)
                _, where = found.setdefault(role.name_zh, (name, []))
                if not where or where[-1] != (policy, clause):
                    where.append((policy, clause))
        ordered = sorted(found.values(), key=lambda each: plain(each[0]).encode("gb18030"))
        ways = [(len(where), self._way(name, where)) for name, where in ordered]
        return self._foremost("agencies", "agencies", ways)

    def terms(self, terms: Mapping[str, list[Where]]) -> Ways:
        """The words with the clauses they are keywords of."""
        ways = tuple(
            self._way(terms_of(self._setting, [word], self._language), where) for word, where in terms.items()
        )
        return Ways("terms", self._words["search.terms"], ways)

    def _foremost(self, name: str, section: str, ways: Sequence[tuple[int, BrowseLink]]) -> Ways:
        """A list of ways, each with its weight: of very many the weightiest, and the section that has them all."""
        title = self._words[f"search.{name}"]
        if len(ways) <= MOST_WAYS:
            return Ways(name, title, tuple(way for _, way in ways))
        best = sorted(range(len(ways)), key=lambda at: -ways[at][0])[:FOREMOST]
        more = self._words.fill(f"search.more_{name}", number=f"{len(ways) - FOREMOST:,}")
        there = urls.relative(self._here, urls.section(self._language, section))
        return Ways(name, title, tuple(ways[at][1] for at in sorted(best)), Link(more, there))

    def _way(self, name: Runs, where: list[Where]) -> BrowseLink:
        links = tuple(self._link(policy, clause) for policy, clause in where[:MOST_LINKS])
        rest = len(where) - len(links)
        return BrowseLink(name, links, self._words.fill("search.more_clauses", number=rest) if rest else None)

    def _link(self, policy: Policy, clause: Clause) -> Link:
        chain = place_chain(self._setting, policy.meta.jurisdiction.value or "")
        there = urls.relative(self._here, urls.policy(self._language, policy.meta.slug), clause.id)
        place = place_name(chain[-1], self._language) if chain else ()
        return Link(joined((place, name_of(self._setting, policy, clause, self._language, 16))), there)
