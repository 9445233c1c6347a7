"""The full text of a policy, every clause under its id: in Chinese, in English, and both side by side.

The page with both exists once for each language of the site, since its frame speaks one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from digest.cite import policy_reference
from digest.model.corpus import Policy
from digest.model.document import Clause, Document, Kind
from digest.model.page import Page
from digest.pages.changed import changed_since
from digest.pages.citing import CiteBox, cite_box
from digest.pages.clauses import (
    MISSING,
    Spoken,
    has_head,
    locator,
    name_of_former,
    spoken,
    state_of,
    states,
    up_to_date,
)
from digest.pages.compare.limits import by_choice
from digest.pages.descriptions import of_policy
from digest.pages.editions import Notices, editions_of, notices
from digest.pages.feeds import feed_links, policy_feed
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.government import tags_of_policy
from digest.pages.head import cited_as_report
from digest.pages.linked import Form, linked_policy, policy_forms
from digest.pages.particulars import Particular, first_particulars, other_title, particulars, policy_title
from digest.pages.parts import Part, Shown
from digest.pages.prose import shortened, unbroken
from digest.pages.provisions import ProvisionGroup, provision_groups, unmentioned
from digest.pages.related import tags
from digest.pages.strings import TAGS, UNTRANSLATED, Runs, Words, joined, plain, run
from digest.pages.terms import Explainer, Explanations, Terms, make_terms
from digest.pages.validity import Phases, phases
from digest.text import urls
from digest.text.changes import Difference
from digest.text.ids import version_of

DEEPEST_ENTRY = 3
"""Clauses below this depth are not listed in the contents."""

MODES: Mapping[str, tuple[str, ...]] = {"zh": ("zh",), "en": ("en",), "both": urls.LANGUAGES}
"""How a text can be read, and the languages that each mode shows."""


class Tool(NamedTuple):
    """A small link beside a clause; ``label`` says in full where it leads, ``lang`` is the language there."""

    text: Runs
    href: str
    label: str
    lang: str | None


class ClauseView(NamedTuple):
    """A clause in the full text. ``name`` says where it stands, in words. ``level`` is that of its heading element, None where
    the label runs into the text. ``sides`` are what it says in each language shown, Chinese first; English that is ``missing``
    has no side of its own. ``changed`` is how the Chinese has changed since it was translated; ``tools`` lead to the
    same clause in the other modes, ``permanent`` to its page; ``version`` pins its wording. ``former`` are ids under which
    the clause was published before."""

    id: str
    name: str
    former: tuple[str, ...]
    kind: str
    level: int | None
    sides: tuple[Spoken, ...]
    missing: bool
    marks: tuple[Runs, ...]
    changed: Difference | None
    permanent: str
    version: str | None
    tools: tuple[Tool, ...]
    children: tuple["ClauseView", ...]


class ContentsEntry(NamedTuple):
    """A line of the contents list, with those below it; ``kind`` is that of a run."""

    href: str
    label: str | None
    text: str
    lang: str
    kind: str
    children: tuple["ContentsEntry", ...]


class Gone(NamedTuple):
    """A clause that was removed from the text, by its id, and the page that says what it said."""

    id: str
    page: Link


class FullTextPage(NamedTuple):
    """What policy.html receives. ``first`` are the particulars that readers ask for first; ``validity`` takes the place of the
    status among the particulars; ``not_stated`` are the terms without a value, ``reasons`` the particulars that were
    concluded; ``state`` says how much is translated;
    ``provisions`` is what it says of its own use, ``silent`` of what it says nothing, ``rules`` leads to those of all policies;
    ``compared`` leads to its comparisons, where these have a page; ``gone`` are clauses that were published and are not
    there now; ``modes`` are the ways to read the text, ``both`` is true where two languages stand side by side; ``terms``
    are those marked in the text, ``tags`` the words it is about; ``files`` hold the policy in other forms."""

    frame: Frame
    cite: CiteBox
    forms: tuple[Form, ...]
    files: tuple[Link, ...]
    title: Runs
    other_title: Runs
    first: tuple[Particular, ...]
    validity: Phases
    editions: Notices
    tags: tuple[Link, ...]
    compared: Link | None
    provisions: tuple[ProvisionGroup, ...]
    silent: tuple[Runs, ...]
    rules: Link
    particulars: tuple[Particular, ...]
    not_stated: tuple[Runs, ...]
    reasons: tuple[Particular, ...]
    sha256: str
    state: Runs
    review: Runs
    modes: tuple[Link, ...]
    both: bool
    contents: tuple[ContentsEntry, ...]
    clauses: tuple[ClauseView, ...]
    gone: tuple[Gone, ...]
    terms: Explanations


def make_full_texts(setting: Setting) -> Iterator[Part]:
    """For each policy a page in each language, and a page with both for the readers of each: made together from its own
    clauses, and from what is known of the policies it is related to and of its other editions."""
    terms, compared = make_terms(setting.corpus.glossary), by_choice(setting.corpus)
    days = setting.corpus.changes.days()
    for policy in setting.corpus.policies:
        slug = policy.meta.slug
        cited = (
            each.resolves_to
            for found in setting.corpus.resolutions.get(slug, {}).values()
            for each in found
            if each.resolves_to
        )
        named = (
            *(each.target for each in policy.meta.relations),
            *cited,
            *editions_of(setting.corpus, slug),
        )
        others: dict[str, Collection[str]] = dict.fromkeys(named, ())
        shown = Shown(others | {slug: {clause.id for clause in policy.document.clauses}}, whole=(slug,))
        gone = {
            language: tuple(
                (name, name_of_former(policy, name, language)) for name in policy.ledger.tombstones
            )
            for language in urls.LANGUAGES
        }
        yield Part(_pages, shown, _Given(slug, terms, compared, days.of(slug), gone))


class _Given(NamedTuple):
    """Which policy, the terms that are explained on its pages, whether its comparisons have a page, when it
    changed last, and the clauses that are gone, by id, with their names in each language."""

    slug: str
    terms: Mapping[str, Terms]
    compared: bool
    changed: str
    gone: Mapping[str, tuple[tuple[str, Runs], ...]]


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    policy = next(each for each in setting.corpus.policies if each.meta.slug == given.slug)
    text = _Text(policy, given.terms)
    for language in urls.LANGUAGES:
        yield _page(setting, text, given, language, language)
        yield _page(setting, text, given, language, "both")


def _page(setting: Setting, text: "_Text", given: _Given, language: str, mode: str) -> Page:
    policy, slug = text.policy, given.slug
    words = setting.words[language]
    at = page_location(
        language, lambda each: _path(each, "both" if mode == "both" else each, slug), "policies"
    )
    title = policy_title(policy, language)
    views = _Views(text, words, language, mode)
    facts = particulars(setting, policy, language, at.path)
    name = joined((title, words["mode.both_of"])) if mode == "both" else title
    said = of_policy(words, policy, title, facts, both=mode == "both")
    reference = policy_reference(setting.corpus, policy, language)
    cited = cited_as_report(reference, linked_policy(setting, policy))
    frame = make_frame(setting, at, name, description=said, cited=cited)
    offered = language == "zh" or up_to_date(policy) >= setting.site.english_from
    value = FullTextPage(
        frame=frame._replace(
            indexed=offered,
            tags=tags_of_policy(setting, policy, language),
            feeds=feed_links(setting, (policy_feed(slug),), (language,), at.path),
            changed=given.changed,
        ),
        cite=cite_box(at.path, reference, language),
        forms=policy_forms(slug, at.path),
        files=(
            Link(run("XML (Akoma Ntoso)", "en"), urls.relative(at.path, urls.akoma_ntoso(slug))),
            Link(run("JSON-LD", "en"), urls.relative(at.path, urls.policy_data(slug))),
        ),
        title=unbroken(title),
        other_title=unbroken(other_title(policy, language)),
        first=first_particulars(facts),
        validity=phases(setting, policy, language),
        editions=notices(setting, policy, (language,), at.path),
        tags=tags(setting, policy, policy.keywords.whole, language, at.path),
        compared=Link(words["compare.of_policy"], urls.relative(at.path, urls.compared(language, slug)))
        if given.compared
        else None,
        provisions=provision_groups(setting, policy, language, at.path),
        silent=unmentioned(setting, policy, language),
        rules=Link(words["provision.all"], urls.relative(at.path, urls.section(language, "provisions"))),
        particulars=tuple(fact for fact in facts if fact.values and fact.name != "status"),
        not_stated=tuple(fact.term for fact in facts if not fact.values and fact.name != "status"),
        reasons=tuple(fact for fact in facts if fact.how),
        sha256=policy.document.source.sha256,
        state=_state(setting, policy, language),
        review=_review(setting, policy, language),
        modes=tuple(
            Link(
                words[f"mode.{each}"],
                urls.relative(at.path, _path(language, each, slug)),
                TAGS.get(each),
                current=each == mode,
            )
            for each in MODES
        ),
        both=mode == "both",
        contents=text.entries(language, None, 1),
        clauses=views.below(None, 1),
        gone=tuple(
            Gone(name, Link(said, urls.relative(at.path, urls.clause(slug, name))))
            for name, said in given.gone[language]
        ),
        terms=text.explained(mode).explanations(
            setting, at.path, (language, _other(language)) if mode == "both" else (language,)
        ),
    )
    return Page(at.path, "policy.html", value)


class _Text:
    """A policy as all its pages show it: what each clause says in each language, its terms marked, and where it stands."""

    def __init__(self, policy: Policy, terms: Mapping[str, Terms]) -> None:
        self.policy, self.children = policy, _children(policy.document)
        self.former: dict[str, list[str]] = {}
        for old in policy.ledger.aliases:
            self.former.setdefault(policy.ledger.end(old), []).append(old)
        self._terms, clauses = terms, policy.document.clauses
        self._explained = {language: Explainer(terms) for language in urls.LANGUAGES}
        self.said = {
            language: {each.id: explained.said(spoken(policy, each, language), each) for each in clauses}
            for language, explained in self._explained.items()
        }
        self.places = {
            language: {each.id: plain(locator(policy, each, language)) for each in clauses}
            for language in urls.LANGUAGES
        }
        self.changed = {each.id: changed_since(policy, each) for each in clauses}
        self.versions = {each.id: version_of(each.text) for each in clauses}

    def explained(self, mode: str) -> Explainer:
        """What explains the terms of a page."""
        met = [self._explained[language].met for language in MODES[mode]]
        return Explainer(self._terms, dict(chain.from_iterable(each.items() for each in met)))

    def entries(self, language: str, parent: str | None, depth: int) -> tuple[ContentsEntry, ...]:
        """The contents list under a parent."""
        if depth > DEEPEST_ENTRY:
            return ()
        return tuple(
            entry
            for clause in self.children.get(parent, ())
            for entry in self._entries(language, clause, depth)
        )

    def _entries(self, language: str, clause: Clause, depth: int) -> tuple[ContentsEntry, ...]:
        if not has_head(clause) or clause.kind in (Kind.ENTRY, Kind.NOTE, Kind.FRONT, Kind.POINT):
            return () if clause.kind is Kind.NOTE else self.entries(language, clause.id, depth)
        said = self.said[language][clause.id]
        children = self.entries(language, clause.id, depth + 1)
        name = said.heading or shortened(said.beginning, 16 if said.lang == TAGS["zh"] else 40)
        kind = UNTRANSLATED if said.state == MISSING else ""
        return (ContentsEntry(urls.fragment(clause.id), said.label, name, said.lang, kind, children),)


class _Views:
    """Makes the views of the clauses on one page."""

    def __init__(self, text: _Text, words: Words, language: str, mode: str) -> None:
        slug = text.policy.meta.slug
        self._text, self._words, self._mode = text, words, mode
        self._here = here = _path(language, mode, slug)
        self._said = [text.said[each] for each in MODES[mode]]
        self._places = text.places[language]
        self._others = {
            each: urls.relative(here, _path(language, each, slug)) for each in MODES if each != mode
        }

    def below(self, parent: str | None, level: int) -> tuple[ClauseView, ...]:
        """The clauses under a parent; ``level`` is the heading level above them."""
        return tuple(self._view(clause, level) for clause in self._text.children.get(parent, ()))

    def _view(self, clause: Clause, above: int) -> ClauseView:
        words, text = self._words, self._text
        level = min(above + 1, 6) if has_head(clause) else None
        sides = [said[clause.id] for said in self._said]
        english = self._mode != "zh"
        state = state_of(text.policy, clause)
        marks = [words[f"translation.{state}"]] if english and state != "reviewed" else []
        if clause.placeholder:
            marks.append(words["clause.placeholder"])
        place = self._places[clause.id]
        return ClauseView(
            id=clause.id,
            name=place,
            former=tuple(text.former.get(clause.id, ())),
            kind=clause.kind.value,
            level=level,
            sides=tuple(said for said in sides if said.state != MISSING or len(sides) == 1),
            missing=english and state == MISSING,
            marks=tuple(marks),
            changed=text.changed[clause.id] if english else None,
            permanent=urls.relative(self._here, urls.clause(text.policy.meta.slug, clause.id)),
            version=text.versions[clause.id],
            tools=tuple(
                Tool(
                    words[f"mode.{mode}"],
                    way + urls.fragment(clause.id),
                    words.plain(f"mode.{mode}_clause", clause=place),
                    TAGS.get(mode),
                )
                for mode, way in self._others.items()
            ),
            children=self.below(clause.id, level or above),
        )


def _path(language: str, mode: str, slug: str) -> str:
    """The page with a mode for readers of a language."""
    return urls.policy_both(language, slug) if mode == "both" else urls.policy(mode, slug)


def _state(setting: Setting, policy: Policy, language: str) -> Runs:
    """How much of a policy is translated, in words."""
    words, counts, total = setting.words[language], states(policy), len(policy.document.clauses)
    done = total - counts[MISSING]
    key = "none" if done == 0 else "all" if done == total else "some"
    parts = [words.fill(f"quality.part.{state}", number=number) for state, number in sorted(counts.items())]
    return words.fill(
        f"translation.{key}", done=done, total=total, parts=plain(joined(parts, words.plain("compare.comma")))
    )


def _review(setting: Setting, policy: Policy, language: str) -> Runs:
    """How the English that is reviewed was reviewed, where the editors say so in this language."""
    how = policy.meta.review_zh if language == "zh" else policy.meta.review_en
    return (
        setting.words[language].fill("translation.how", how=how) if how and states(policy)["reviewed"] else ()
    )


def _children(document: Document) -> dict[str | None, Sequence[Clause]]:
    """The clauses under each parent, in reading order."""
    found: dict[str | None, list[Clause]] = {}
    for clause in document.clauses:
        found.setdefault(clause.parent, []).append(clause)
    return dict(found)


def _other(language: str) -> str:
    return next(each for each in urls.LANGUAGES if each != language)
