"""The permanent page of a clause: both languages, its place in the text, its neighbours."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from digest.cite import cited_clause
from digest.model.corpus import Policy
from digest.model.document import Clause, Kind
from digest.model.page import Page
from digest.pages.changed import changed_since
from digest.pages.citing import CiteBox, cite_box
from digest.pages.clause_facts import FactGroup, fact_groups
from digest.pages.clauses import MISSING, Spoken, ancestors, name_of, names_of, spoken
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.counterparts import (
    Counterpart,
    KnownCounterparts,
    brief_of,
    counterparts,
    further,
)
from digest.pages.compare.index import MatchIndex
from digest.pages.descriptions import of_clause
from digest.pages.editions import Notices, notices
from digest.pages.embeds import embed_forms
from digest.pages.feeds import feed_links, policy_feed
from digest.pages.frame import Frame, Link, PageLocation, Setting, links_for_readers, make_frame
from digest.pages.head import cited_as_report
from digest.pages.linked import Form, clause_forms, linked_clause
from digest.pages.marked import NO_MARKS, MarkedText, marked_text
from digest.pages.particulars import policy_title
from digest.pages.prose import unbroken
from digest.pages.related import Like, like, tags_for_readers
from digest.pages.strings import TAGS, Runs, for_readers, plain, read_by, run
from digest.pages.terms import Explainer, Explanations
from digest.pages.validity import Phases
from digest.pages.whole import Whole
from digest.pages.wordings import EarlierWording, Published, earlier
from digest.search.similar import Similar
from digest.text import urls
from digest.text.changes import Difference
from digest.text.pairing import wording_of


class Side(NamedTuple):
    """A clause in one language (a tag): the language's name, a note on its state, the way to the full text.
    ``said`` is None, and ``excuse`` stands instead, where there is no translation; ``marked`` is the text
    of the original once more, with what stands out in it, ``legend`` names the kinds of marks; ``changed`` is how the
    Chinese has changed since it was translated. ``items`` are the parts of a clause that prints nothing but a heading, where
    all of them are in the language."""

    lang: str
    name: Runs
    note: Runs
    state: str
    review: tuple[Link, ...]
    said: Spoken | None
    marked: MarkedText
    legend: tuple[tuple[str, Runs], ...]
    changed: Difference | None
    excuse: Runs
    items: tuple[Spoken, ...]
    full_text: Link


class ClausePage(NamedTuple):
    """What clause.html receives. ``version`` pins the text of the clause, None where there is none; ``earlier`` are wordings
    that were published before; ``renamed`` says that one of them has the text of now. ``terms`` are those marked in the
    text, ``tags`` the words it is about; ``brief`` its own support in a few words, where there are counterparts; ``further``
    counterparts are counted and not shown; ``similar`` are clauses about the same that are no counterparts. In a near copy,
    ``stands`` leads to the clause that is compared in its place."""

    frame: Frame
    forms: tuple[Form, ...]
    title: Runs
    validity: Phases
    editions: Notices
    tags: tuple[Link, ...]
    sides: tuple[Side, ...]
    facts: tuple[FactGroup, ...]
    stands: tuple[Link, ...]
    brief: Runs
    counterparts: tuple[Counterpart, ...]
    further: Link | None
    possible: tuple[Counterpart, ...]
    further_possible: Link | None
    number_possible: int
    similar: tuple[Like, ...]
    parts: tuple[Link, ...]
    terms: Explanations
    cite: CiteBox
    version: str | None
    earlier: tuple[EarlierWording, ...]
    renamed: bool
    lines: Runs
    placeholder: Runs | None
    before: Link | None
    after: Link | None


class ClauseGiven(NamedTuple):
    """Which clause, by its policy and id; ``similar`` are clauses that are no counterparts; ``stands`` is the policy of which
    this one is a near copy, ``left`` the numbers of counterparts that are not shown, ``published`` the wordings of the clause
    that were published, but for that of now, ``changed`` when the clause changed last; ``shares``: another clause of the
    policy has the same name."""

    whole: Whole
    clause: str
    similar: tuple[Similar, ...]
    beside: KnownCounterparts
    stands: str | None
    left: Mapping[str, int]
    published: Published
    changed: str
    shares: bool


def clause_page(setting: Setting, given: ClauseGiven) -> Iterator[Page]:
    """The page of a clause."""
    policy = next(each for each in setting.corpus.policies if each.meta.slug == given.whole.slug)
    yield _Maker(setting, given, policy).page(policy.document.clause(given.clause))


TITLE = 60
"""Characters of a clause in the title of its page, at most."""


class _Maker:
    """Makes the page of a clause."""

    def __init__(self, setting: Setting, given: ClauseGiven, policy: Policy) -> None:
        self._setting, self._policy = setting, policy
        self._index, self._given = MatchIndex.of(setting.corpus), given
        self._by_id = {clause.id: clause for clause in policy.document.clauses}
        self._by_order = {clause.order: clause for clause in policy.document.clauses}

    def page(self, clause: Clause) -> Page:
        """The page of a clause."""
        setting, policy, both = self._setting, self._policy, self._setting.words["both"]
        here = urls.clause(policy.meta.slug, clause.id)
        versions = {
            language: (urls.policy(language, policy.meta.slug), clause.id) for language in urls.LANGUAGES
        }
        whole = self._given.whole
        title = names_of(setting, policy, clause, TITLE)
        reference = cited_clause(whole.reference, setting.corpus, policy, clause)
        stands = {"zh": reference.locator_zh, "en": reference.locator_en} if self._given.shares else {}
        titles = {
            each: " – ".join(
                filter(
                    None, (plain(read_by(title, each)), stands.get(each), plain(policy_title(policy, each)))
                )
            )
            for each in versions
        }
        before, after = self._by_order.get(clause.order - 1), self._by_order.get(clause.order + 1)
        first, last = clause.lines
        explained, context = Explainer(whole.terms), ComparisonContext(setting, "both", here)
        left = {shown: self._given.left.get(shown, 0) for shown in ("likely", "possible")}
        found = counterparts(context, self._index, policy, clause, self._given.beside)
        frame = make_frame(
            setting,
            PageLocation("both", here, versions, "policies"),
            for_readers({each: run(name, each) for each, name in titles.items()}),
            trail=self._trail(here, clause),
            description=of_clause(policy, clause, title, reference.locator_zh),
            cited=cited_as_report(reference, linked_clause(setting, policy, clause, whole.linked)),
            heading=titles["zh"],
        )
        wordings = tuple(
            earlier(self._given.published, wording_of(clause), policy.translations.get(clause.id))
        )
        value = ClausePage(
            frame=frame._replace(
                feeds=feed_links(setting, (policy_feed(policy.meta.slug),), urls.LANGUAGES, here),
                changed=self._given.changed,
            ),
            forms=(
                *clause_forms(policy.meta.slug, clause.id, here),
                *embed_forms(setting, policy.meta.slug, clause.id),
            ),
            title=unbroken(title),
            validity=whole.validity,
            editions=notices(setting, policy, urls.LANGUAGES, here, clause),
            tags=tags_for_readers(setting, policy, policy.keywords.clauses.get(clause.id, ()), here),
            sides=tuple(_side(setting, policy, clause, language, explained) for language in urls.LANGUAGES),
            facts=fact_groups(setting, policy, clause, here),
            stands=self._stands(here),
            brief=self._brief(context, clause) if found["likely"] or found["possible"] else (),
            counterparts=found["likely"],
            further=further(context, left["likely"]),
            possible=found["possible"],
            further_possible=further(context, left["possible"]),
            number_possible=len(found["possible"]) + left["possible"],
            similar=tuple(like(context, self._index, each) for each in self._given.similar),
            parts=tuple(self._link(here, each) for each in self._by_id.values() if each.parent == clause.id),
            terms=explained.explanations(setting, here, urls.LANGUAGES, apart=True),
            cite=cite_box(here, reference, "both", dict(_quoted(setting, policy, clause))),
            version=reference.version,
            earlier=wordings,
            renamed=reference.version in [each.version for each in wordings],
            lines=both.fill("clause.line" if first == last else "clause.lines", first=first, last=last),
            placeholder=both["clause.placeholder"] if clause.placeholder else None,
            before=self._link(here, before) if before else None,
            after=self._link(here, after) if after else None,
        )
        return Page(here, "clause.html", value)

    def _trail(self, here: str, clause: Clause) -> tuple[Link, ...]:
        """The document, and the clauses above, in each language."""
        setting, policy, slug = self._setting, self._policy, self._policy.meta.slug
        ways = [{each: (policy_title(policy, each), urls.policy(each, slug)) for each in urls.LANGUAGES}]
        for above in ancestors(self._by_id, clause):
            there = urls.clause(slug, above.id)
            ways.append({each: (name_of(setting, policy, above, each), there) for each in urls.LANGUAGES})
        return tuple(chain.from_iterable(links_for_readers(here, each) for each in ways))

    def _brief(self, context: ComparisonContext, clause: Clause) -> Runs:
        return brief_of(context, self._index.measures.whole(self._policy.meta.slug, clause.id))

    def _stands(self, here: str) -> tuple[Link, ...]:
        """The way to the text that is compared in the place of a near copy, in each language: to the clause that corresponds
        to this one, where one does."""
        slug = self._given.stands
        if not slug:
            return ()
        other = next(each for each in self._setting.corpus.policies if each.meta.slug == slug)
        clause = next(
            (
                m.b_clause if m.b_doc == slug else m.a_clause
                for m in self._setting.corpus.matches
                if slug in (m.a_doc, m.b_doc)
            ),
            None,
        )
        ways = {}
        for language in urls.LANGUAGES:
            title = plain(policy_title(other, language))
            said = self._setting.words[language].fill("compare.copy_of", title=title)
            ways[language] = said, urls.clause(slug, clause) if clause else urls.policy(language, slug)
        return links_for_readers(here, ways)

    def _link(self, here: str, clause: Clause) -> Link:
        there = urls.clause(self._policy.meta.slug, clause.id)
        return Link(names_of(self._setting, self._policy, clause), urls.relative(here, there))


def _side(setting: Setting, policy: Policy, clause: Clause, language: str, explained: Explainer) -> Side:
    both = setting.words["both"]
    said = spoken(policy, clause, language)
    marked = NO_MARKS
    if language == "zh":
        marked = explained.marked(marked_text(clause.text, policy.facts.get(clause.id)), clause)
    elif said.state != MISSING:
        said = explained.said(said, clause)
    there = urls.policy(language, policy.meta.slug)
    return Side(
        lang=TAGS[language],
        name=both["clause.original" if language == "zh" else "clause.english"],
        note=both["clause.prevails" if language == "zh" else f"translation.{said.state}"],
        state=said.state or "original",
        review=_review(setting, policy, clause, said.state) if language == "en" else (),
        said=None if said.state == MISSING else said,
        marked=marked,
        legend=tuple((kind, both[f"marks.{kind}"]) for kind in marked.kinds),
        changed=changed_since(policy, clause) if language == "en" else None,
        excuse=both["translation.excuse"],
        items=_items(policy, clause, language),
        full_text=Link(
            both[f"clause.in_{language}"],
            urls.relative(urls.clause(policy.meta.slug, clause.id), there, clause.id),
            TAGS[language],
        ),
    )


def _items(policy: Policy, clause: Clause, language: str) -> tuple[Spoken, ...]:
    """The parts of a clause that says nothing without them."""
    if clause.text or clause.kind not in _OF_ITEMS:
        return ()
    inside = [each for each in policy.document.clauses if each.parent == clause.id]
    if any(each.kind is Kind.ARTICLE for each in inside):
        return ()  # an article is quoted by itself
    parts = [spoken(policy, each, language) for each in inside]
    return () if any(each.state == MISSING for each in parts) else tuple(parts)


_OF_ITEMS = (Kind.SECTION, Kind.ARTICLE, Kind.ITEM, Kind.BOX)


def _review(setting: Setting, policy: Policy, clause: Clause, state: str | None) -> tuple[Link, ...]:
    """The way to what the editors say of how the English was reviewed, in each language."""
    said = {"zh": policy.meta.review_zh, "en": policy.meta.review_en}
    slug, words = policy.meta.slug, setting.words
    ways = {
        each: (words[each]["clause.reviewed_how"], urls.policy(each, slug))
        for each in urls.LANGUAGES
        if state == "reviewed" and said[each]
    }
    return links_for_readers(urls.clause(slug, clause.id), ways, "translation")


def _quoted(setting: Setting, policy: Policy, clause: Clause) -> Iterator[tuple[str, Runs]]:
    """The languages in which a clause can be quoted, with their names: English that belongs to another text can not."""
    words, english = setting.words["both"], policy.translations.get(clause.id)
    if clause.text:
        yield "zh", words["clause.original"]
    if clause.text and english is not None and english.state != "stale":
        draft = words["translation.machine"] if english.state == "machine" else ()
        yield "en", (*words["clause.english"], *draft)
