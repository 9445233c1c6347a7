"""The pieces in which a site is made. Each part says what of the corpus its pages show, and its pages are made from
that and nothing else, so that two parts with the same ground give the same pages, and a build can leave out those whose
ground has not changed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from digest.model.changes import Log
from digest.model.corpus import Corpus, Jurisdiction, Policy, PolicyMeta, Translation
from digest.model.document import Clause, Document
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.facts import ClauseFacts, Resolution
from digest.model.keywords import Keyword, Keywords
from digest.model.ledger import Ledger
from digest.model.matches import Match, Theme, ThemeMember
from digest.model.page import DataFile, EditorPage, Page
from digest.model.phrases import Rendering
from digest.model.source import Source
from digest.model.validity import Validity
from digest.pages.frame import Setting


class Shown(NamedTuple):
    """What of a corpus some pages show: the named ``clauses`` of the named policies (by slug) with what is known of them,
    the matches, the themes (by id) with their measures in these clauses, and the editions. Of the policies in ``whole``
    also what is known of the text as a whole."""

    clauses: Mapping[str, Collection[str]]
    matches: tuple[Match, ...] = ()
    themes: Collection[str] = ()
    editions: Editions = NO_EDITIONS
    whole: Collection[str] = ()


class Part(NamedTuple):
    """Some pages: a function of a module, what it is shown (None for one that is handed pages, made already), and what
    it is given besides. ``templated`` says whether they are rendered by templates, which then count as well."""

    make: Callable[[Setting, Any], Iterable[Page]]
    shown: Shown | None
    given: Any = None
    templated: bool = True


class Bundle(NamedTuple):
    """Parts that a function of a module makes from whole policies (``docs``, by slug), from nothing else that lies in a corpus or
    between its policies, and from what it is given. They show only these policies, and of ``themes`` (by id) the measures there.
    As long as all of this stays as it is, each of the parts does."""

    make: Callable[[Setting, Any], Iterable[Part]]
    docs: Collection[str]
    themes: Collection[str]
    given: Any


def by_page(pages: Iterable[Page]) -> Iterator[Part]:
    """A part for each page: for kinds whose values are quickly made and slowly written."""
    return (Part(_itself, None, page, bool(page.template)) for page in pages)


def with_facts(corpus: Corpus, *kinds: str) -> Mapping[str, Collection[str]]:
    """The clauses of each policy that have facts of some kinds (fields of ``ClauseFacts``), for what a table shows."""
    return {
        policy.meta.slug: [
            name for name, facts in policy.facts.items() if any(getattr(facts, kind) for kind in kinds)
        ]
        for policy in corpus.policies
    }


def pages_of(parts: Iterable[Part | Bundle], setting: Setting) -> Iterator[Page]:
    """The pages of some parts of a site."""
    stock = Stock(setting)
    return (page for each in parts for part in stock.parts(each) for page in stock.pages(part))


class PolicyHead(NamedTuple):
    """What is known of a policy before its clauses. ``names`` are the English of names in ``meta``, ``places`` its own and
    those above it, ``silent`` the kinds of provisions of which it says nothing."""

    meta: PolicyMeta
    names: Mapping[str, Rendering]
    source: str
    validity: Validity | None
    places: tuple[Jurisdiction, ...]
    silent: tuple[str, ...]


class PolicyRecord(NamedTuple):
    """What is known of a policy as a whole: the hash of its source, what became of ids, and its keywords."""

    sha256: str
    ledger: Ledger
    keywords: tuple[Keyword, ...]


class ClauseRecord(NamedTuple):
    """A clause with what is known of it. Where it stands in the source is left out: an edit moves all that follow, and no
    page shows it."""

    clause: Clause
    facts: ClauseFacts | None
    translation: Translation | None
    resolutions: tuple[Resolution, ...] | None
    keywords: tuple[Keyword, ...] | None


class PartInput(NamedTuple):
    """All that the pages of a part are made from, besides what all pages know: the policies with their clauses, the
    matches, the themes with their measures, the editions."""

    policies: tuple[tuple[PolicyHead, PolicyRecord | None, tuple[ClauseRecord, ...]], ...]
    matches: tuple[Match, ...]
    themes: tuple[tuple[Theme, tuple[ThemeMember, ...]], ...]
    editions: Editions


class PartTask(NamedTuple):
    """What is to be done for a part: its function, and all that it needs besides what all pages know, so that it can be done
    in another process. ``ground`` is None for pages that are made already."""

    make: Callable[[Setting, Any], Iterable[Page]]
    ground: PartInput | None
    given: Any

    def pages(self, common: Setting) -> Iterable[Page]:
        """The pages; ``common`` is what all pages know."""
        return self.make(common if self.ground is None else narrowed(common, self.ground), self.given)

    @property
    def size(self) -> int:
        """About how much is shown: clauses, or rows of data."""
        if self.ground is not None:
            return sum(len(records) for _, _, records in self.ground.policies)
        value = self.given.value if isinstance(self.given, Page) else None
        return sum(len(table.rows) for table in value.tables) if isinstance(value, DataFile) else 0


class Stock:
    """A setting taken to pieces. ``common`` is what all pages know: site, words and lists; of the editors' pages names and
    titles, of the log of changes whether it has begun. ``kept`` are the pieces of policies that an earlier stock was made of:
    those that are still right stay."""

    def __init__(self, setting: Setting, kept: "dict[str, Pieces] | None" = None) -> None:
        corpus = setting.corpus
        titles = tuple(EditorPage(page.name, page.language, f"# {page.title}") for page in corpus.pages)
        self.common = replace(
            setting,
            corpus=Corpus(
                corpus.site,
                {},
                (),
                corpus.terms,
                titles,
                quality=corpus.quality,
                glossary=corpus.glossary,
                agencies=corpus.agencies,
                changes=Log(corpus.changes.tag),
            ),
            search=None,
        )
        kept = {} if kept is None else kept
        self._policies: dict[str, Pieces] = {}
        for policy in corpus.policies:
            slug = policy.meta.slug
            before = kept.get(slug)
            again = before if before and before.are_of(corpus, policy) else None
            kept[slug] = self._policies[slug] = again or Pieces(corpus, policy)
        self._at = {slug: at for at, slug in enumerate(self._policies)}
        self._themes = {theme.id: (at, theme) for at, theme in enumerate(corpus.themes)}
        self._members: dict[tuple[str, str], list[ThemeMember]] = {}
        for theme, members in corpus.theme_members.items():
            for each in members:
                self._members.setdefault((theme, each.doc), []).append(each)

    def ground(self, shown: Shown) -> PartInput:
        """The pieces that some pages are made from."""
        return PartInput(
            tuple(
                pieces.taken(shown.clauses[slug], whole=slug in shown.whole)
                for slug, pieces in self.pieces(shown.clauses)
            ),
            shown.matches,
            self.shown_themes(shown),
            shown.editions,
        )

    def pieces(self, docs: Iterable[str]) -> Sequence[tuple[str, "Pieces"]]:
        """Some policies, by slug, in the order of the corpus."""
        slugs = sorted((slug for slug in docs if slug in self._at), key=self._at.__getitem__)
        return [(slug, self._policies[slug]) for slug in slugs]

    def themes(
        self, themes: Iterable[str], docs: Iterable[str]
    ) -> tuple[tuple[Theme, tuple[ThemeMember, ...]], ...]:
        """Some themes, in their order, with their measures in some policies."""
        found = sorted(self._themes[theme] for theme in themes if theme in self._themes)
        slugs = [slug for slug, _ in self.pieces(docs)] if found else []
        return tuple(
            (theme, tuple(each for slug in slugs for each in self._members.get((theme.id, slug), ())))
            for _, theme in found
        )

    def shown_themes(self, shown: Shown) -> tuple[tuple[Theme, tuple[ThemeMember, ...]], ...]:
        """The themes that some pages show, with their measures there."""
        return tuple(
            (theme, tuple(each for each in members if each.clause in shown.clauses[each.doc]))
            for theme, members in self.themes(shown.themes, shown.clauses)
        )

    def parts(self, each: Part | Bundle) -> Iterable[Part]:
        """The parts of a bundle; a part is one of its own."""
        return [each] if isinstance(each, Part) else each.make(self._whole(each.docs), each.given)

    def _whole(self, docs: Collection[str]) -> Setting:
        """A setting that knows some policies, and all of these."""
        made = {slug: pieces.made_of for slug, pieces in self.pieces(docs)}
        known = replace(
            self.common.corpus,
            jurisdictions={place.code: place for _, _, _, places in made.values() for place in places},
            policies=tuple(policy for policy, _, _, _ in made.values()),
            resolutions={slug: resolutions for slug, (_, resolutions, _, _) in made.items()},
            validity={slug: validity for slug, (_, _, validity, _) in made.items() if validity},
        )
        return replace(self.common, corpus=known)

    def work(self, part: Part) -> PartTask:
        """What is to be done for a part."""
        return PartTask(part.make, self.ground(part.shown) if part.shown else None, part.given)

    def pages(self, part: Part) -> Iterable[Page]:
        """The pages of a part."""
        return self.work(part).pages(self.common)


def narrowed(common: Setting, ground: PartInput) -> Setting:
    """A setting that knows what some pages show. Of comparisons it knows none: pages that show one are given it."""
    return replace(
        common,
        corpus=replace(
            common.corpus,
            jurisdictions={place.code: place for head, _, _ in ground.policies for place in head.places},
            policies=tuple(_policy(*each) for each in ground.policies),
            resolutions={
                head.meta.slug: {
                    records.clause.id: records.resolutions
                    for records in found
                    if records.resolutions is not None
                }
                for head, _, found in ground.policies
            },
            matches=ground.matches,
            themes=tuple(theme for theme, _ in ground.themes),
            theme_members={theme.id: members for theme, members in ground.themes},
            validity={head.meta.slug: head.validity for head, _, _ in ground.policies if head.validity},
            editions=ground.editions,
        ),
    )


class Pieces:
    """A policy taken to pieces, once one of them is asked for. ``made_of`` is all that they are made of."""

    def __init__(self, corpus: Corpus, policy: Policy) -> None:
        slug = policy.meta.slug
        self.made_of = (
            policy,
            corpus.resolutions.get(slug, {}),
            corpus.validity.get(slug),
            tuple(_places(corpus, policy)),
        )

    @cached_property
    def head(self) -> PolicyHead:
        """What is known before the clauses."""
        policy, _, validity, places = self.made_of
        source = policy.document.source.name
        return PolicyHead(policy.meta, policy.names, source, validity, places, policy.silent)

    @cached_property
    def whole(self) -> PolicyRecord:
        """What is known of the text as a whole."""
        policy = self.made_of[0]
        ledger = Ledger(aliases=policy.ledger.aliases, tombstones=policy.ledger.tombstones)
        return PolicyRecord(policy.document.source.sha256, ledger, policy.keywords.whole)

    @cached_property
    def clauses(self) -> Mapping[str, ClauseRecord]:
        """The clauses by id, in the order of the text."""
        policy, resolutions, _, _ = self.made_of
        return {
            clause.id: ClauseRecord(
                replace(clause, pieces=()),
                policy.facts.get(clause.id),
                policy.translations.get(clause.id),
                resolutions.get(clause.id),
                policy.keywords.clauses.get(clause.id),
            )
            for clause in policy.document.clauses
        }

    def are_of(self, corpus: Corpus, policy: Policy) -> bool:
        """Whether these are the pieces of a policy in a corpus."""
        return self.made_of[0] is policy and self.made_of == Pieces(corpus, policy).made_of

    def taken(
        self, clauses: Collection[str], *, whole: bool
    ) -> tuple[PolicyHead, PolicyRecord | None, tuple[ClauseRecord, ...]]:
        """Some of the pieces, the clauses in the order of the text."""
        known = self.whole if whole else None
        if len(clauses) == len(self.clauses):
            return self.head, known, tuple(self.clauses.values())
        found = (self.clauses[name] for name in clauses if name in self.clauses)
        return self.head, known, tuple(sorted(found, key=lambda records: records.clause.order))


def _itself(_: Setting, page: Page) -> tuple[Page]:
    return (page,)


def _policy(head: PolicyHead, whole: PolicyRecord | None, found: Iterable[ClauseRecord]) -> Policy:
    """A policy that is put together from some of its pieces."""
    facts: dict[str, ClauseFacts] = {}
    translations: dict[str, Translation] = {}
    keywords: dict[str, tuple[Keyword, ...]] = {}
    clauses = []
    for records in found:
        name = records.clause.id
        clauses.append(records.clause)
        if records.facts is not None:
            facts[name] = records.facts
        if records.translation is not None:
            translations[name] = records.translation
        if records.keywords is not None:
            keywords[name] = records.keywords
    source = Source(head.source, "", sha256=whole.sha256 if whole else "")
    return Policy(
        head.meta,
        Document(head.meta.slug, source, tuple(clauses), ()),
        facts,
        translations,
        ledger=whole.ledger if whole else Ledger(),
        keywords=Keywords(whole.keywords if whole else (), keywords),
        names=head.names,
        silent=head.silent,
    )


def _places(corpus: Corpus, policy: Policy) -> Iterator[Jurisdiction]:
    """The place of a policy, and those above it."""
    seen = set()
    code = policy.meta.jurisdiction.value
    while code and code not in seen and code in corpus.jurisdictions:
        seen.add(code)
        yield corpus.jurisdictions[code]
        code = corpus.jurisdictions[code].parent
