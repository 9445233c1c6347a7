"""What stands at the top of the pages of a policy that others supersede, and of those that supersede others: which, from
which day, and on the page of a clause what became of it, or what it was.

That a policy is superseded *from a day* is true on every day; whether it has been or will be is for the reader's own
date to say, as in ``pages/validity.py``.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import NamedTuple

from digest.model.corpus import Corpus, Policy
from digest.model.document import Clause
from digest.model.editions import EditionPair, Editions
from digest.model.validity import SUPERSEDED
from digest.pages.clauses import name_of
from digest.pages.frame import Link, Setting
from digest.pages.names import terms
from digest.pages.particulars import date, dated, policy_title
from digest.pages.strings import TAGS, Runs
from digest.pages.validity import Phase, Phases
from digest.text import urls
from digest.text.dates import days_of


class Became(NamedTuple):
    """A clause of another edition: the way to it, how it continues the one shown, the figures that differ (old and
    new, empty where there is none)."""

    clause: Link
    how: Runs
    figures: tuple[tuple[str, str], ...]


class Edition(NamedTuple):
    """Another edition in one language. ``since`` says how it stands to the one shown: from when it supersedes it, by the
    reader's day; ``name`` leads to its text, ``beside`` to both texts side by side. ``clauses`` are those that continue
    the clause shown, or that it continues; ``missing`` says of a clause that nothing continues which words the later
    text does not use."""

    since: Phases
    name: Link
    beside: Link
    clauses: tuple[Became, ...] = ()
    missing: Runs = ()


class Notice(NamedTuple):
    """The editions of a policy in one language: those that supersede it, the newest last, and those it supersedes; what each
    list is called, and its ``reader`` as that of a ``Link``."""

    later: tuple[Edition, ...]
    earlier: tuple[Edition, ...]
    later_label: str
    earlier_label: str
    reader: str = ""


Notices = tuple[Notice, ...]
"""One for each language of the page; none where a policy has no other edition. The macro ``editions`` of parts.html
shows them."""


def near_editions(corpus: Corpus, slug: str, clause: str) -> tuple[Editions, Mapping[str, AbstractSet[str]]]:
    """What ``notices`` needs for the page of a clause: the editions as far as they are about it, and the policies by slug,
    each with the clauses that are named."""
    near: dict[str, set[str]] = {doc: set() for doc in (slug, *editions_of(corpus, slug))}
    beside = {}
    for old, new in _named(corpus, slug):
        whole = corpus.editions.beside.get((old, new), _NOTHING)
        about = tuple(each for each in whole.continued if clause == (each.old if slug == old else each.new))
        near[old].update(each.old for each in about)
        near[new].update(each.new for each in about)
        dropped = {clause: whole.dropped[clause]} if slug == old and clause in whole.dropped else {}
        beside[old, new] = EditionPair(about, dropped)
    return Editions(beside=beside), near


def editions_about(corpus: Corpus, slug: str) -> Editions:
    """The editions as far as the pages of a policy and of its clauses name them."""
    beside = corpus.editions.beside
    return Editions(beside={pair: beside[pair] for pair in _named(corpus, slug) if pair in beside})


def editions_of(corpus: Corpus, slug: str) -> tuple[str, ...]:
    """The other editions that ``notices`` names on the pages of a policy, and those between."""
    return (*_chain(corpus, slug), *corpus.replaced_by(slug))


def _chain(corpus: Corpus, slug: str) -> Iterator[str]:
    """The policies that supersede one, themselves or through others."""
    seen, waiting = {slug}, [*corpus.validity_of(slug).by]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += corpus.validity_of(each).by
            yield each


def _named(corpus: Corpus, slug: str) -> tuple[tuple[str, str], ...]:
    """The pairs of editions, the earlier first, that the pages of a policy name."""
    later = dict.fromkeys((*corpus.validity_of(slug).by, *corpus.newest_of(slug)))
    return (*((slug, new) for new in later), *((old, slug) for old in corpus.replaced_by(slug)))


def edition_name(setting: Setting, policy: Policy, language: str) -> Runs:
    """The title of a policy, with its year."""
    return dated(setting, policy, policy_title(policy, language), language)


def name_of_editions(setting: Setting, later: Policy, language: str) -> Runs:
    """What a page of two editions is called, by the later one."""
    words = setting.words[language]
    return (*words["editions.title"], *words["compare.colon"], *edition_name(setting, later, language))


def notices(
    setting: Setting, policy: Policy, languages: Iterable[str], here: str, clause: Clause | None = None
) -> Notices:
    """The notices of a page of a policy, or of one of its clauses."""
    corpus = setting.corpus
    if not _named(corpus, policy.meta.slug):
        return ()
    found = {language: _Maker(setting, policy, language, here, clause).notice() for language in languages}
    if len(found) == 1:
        return tuple(found.values())
    return tuple(notice._replace(reader=TAGS[language]) for language, notice in found.items())


class _Maker:
    """Makes the notice of a page in one language."""

    def __init__(
        self, setting: Setting, policy: Policy, language: str, here: str, clause: Clause | None
    ) -> None:
        self._setting, self._words, self._language, self._here = (
            setting,
            setting.words[language],
            language,
            here,
        )
        self._slug, self._clause = policy.meta.slug, clause
        self._policies = {each.meta.slug: each for each in setting.corpus.policies}

    def notice(self) -> Notice:
        corpus, slug = self._setting.corpus, self._slug
        by = corpus.validity_of(slug).by
        newest = [each for each in corpus.newest_of(slug) if each not in by]
        return Notice(
            (
                *(self._edition(new, (slug, new), self._since(self._policies[new])) for new in by),
                *(self._edition(new, (slug, new), self._said("newest")) for new in newest),
            ),
            tuple(
                self._edition(old, (old, slug), self._said("replaces")) for old in corpus.replaced_by(slug)
            ),
            self._words.plain("editions.label_later"),
            self._words.plain("editions.label_earlier"),
        )

    def _edition(self, doc: str, names: tuple[str, str], since: Phases) -> Edition:
        language, here = self._language, self._here
        return Edition(
            since,
            Link(
                edition_name(self._setting, self._policies[doc], language),
                urls.relative(here, urls.policy(language, doc)),
                TAGS[language],
            ),
            Link(
                self._words["editions.beside"],
                urls.relative(here, urls.pair(language, *names)),
                TAGS[language],
            ),
            tuple(self._became(doc, names)),
            self._missing(names),
        )

    def _since(self, successor: Policy) -> Phases:
        """From when a policy supersedes the one shown."""
        effective = successor.meta.effective.value
        days = days_of(effective) if effective else None
        if not effective or not days:
            return self._said("superseded")
        day = date(effective, self._language)[0].text
        first, last = days
        return (
            Phase(SUPERSEDED, self._words.fill("editions.superseded_from", day=day)),
            Phase(
                SUPERSEDED, self._words.fill("editions.superseded_will", day=day), before=first.isoformat()
            ),
            Phase(
                SUPERSEDED,
                self._words.fill("editions.superseded_since", day=day),
                after=(last - timedelta(days=1)).isoformat(),
            ),
        )

    def _said(self, key: str) -> Phases:
        return (Phase(SUPERSEDED, self._words[f"editions.{key}"]),)

    def _became(self, doc: str, names: tuple[str, str]) -> Iterator[Became]:
        """The clauses of another edition that continue the clause of the page, or that it continues."""
        clause, later = self._clause, doc == names[1]
        if clause is None:
            return
        found = self._setting.corpus.editions.beside.get(names, _NOTHING)
        for each in found.continued:
            own, other = (each.old, each.new) if later else (each.new, each.old)
            if own == clause.id:
                policy = self._policies[doc]
                name = name_of(self._setting, policy, policy.document.clause(other), self._language)
                there = urls.relative(self._here, urls.clause(doc, other))
                yield Became(Link(name, there), self._words[f"editions.{each.how}"], each.figures)

    def _missing(self, names: tuple[str, str]) -> Runs:
        found = self._setting.corpus.editions.beside.get(names, _NOTHING)
        if self._clause is None or names[0] != self._slug or self._clause.id not in found.dropped:
            return ()
        words = terms(self._setting, found.dropped[self._clause.id][:_WORDS], self._language)
        return (*self._words["editions.dropped"], *words)


_NOTHING = EditionPair()
_WORDS = 4
