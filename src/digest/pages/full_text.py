"""The full text of a policy, once in each language, every clause under its id."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.model.corpus import Policy
from digest.model.document import Clause, Document, Kind
from digest.model.page import Page
from digest.pages.clauses import MISSING, Spoken, has_head, spoken, state_of
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.linked import Form, policy_forms
from digest.pages.particulars import Particular, particulars, policy_title
from digest.pages.prose import unbroken
from digest.pages.words import Runs
from digest.text import urls

DEEPEST_ENTRY = 3
"""Clauses below this depth are not listed in the contents."""


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause in the full text. ``level`` is that of its heading element, None where the label runs
    into the text. ``other`` leads to the same clause in the other language."""

    id: str
    kind: str
    level: int | None
    said: Spoken
    marks: tuple[Runs, ...]
    permanent: str
    other: str
    children: tuple["ClauseView", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list, with those below it."""

    href: str
    label: str | None
    text: str
    lang: str
    children: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class FullTextPage:
    """What policy.html receives. ``not_stated`` are the terms without a value, ``reasons`` the
    particulars that were concluded; ``state`` says how much is translated; ``other_lang`` is the tag
    of the other language, ``versions`` are the ways to it."""

    frame: Frame
    forms: tuple[Form, ...]
    title: Runs
    other_title: Runs
    jurisdiction: Runs
    particulars: tuple[Particular, ...]
    not_stated: tuple[Runs, ...]
    reasons: tuple[Particular, ...]
    sha256: str
    state: Runs
    contents: tuple[Entry, ...]
    clauses: tuple[ClauseView, ...]
    other_lang: str
    versions: tuple[Link, ...]


def make_full_texts(setting: Setting) -> Iterator[Page]:
    """One page for each policy and language."""
    for policy in setting.corpus.policies:
        for language in urls.LANGUAGES:
            yield _page(setting, policy, language)


def _page(setting: Setting, policy: Policy, language: str) -> Page:
    slug = policy.meta.slug
    at = standing(language, lambda each: urls.policy(each, slug), "policies")
    words = setting.words[language]
    title = policy_title(policy, language)
    trail = (
        Link(words["frame.home"], urls.relative(at.path, urls.home(language))),
        Link(words["section.policies"], urls.relative(at.path, urls.section(language, "policies"))),
    )
    views = _Views(setting, policy, language, at.path)
    facts = particulars(setting, policy, language, at.path)
    frame = make_frame(setting, at, title, trail=trail)
    value = FullTextPage(
        frame=frame,
        forms=policy_forms(policy.meta.slug, at.path),
        title=unbroken(title),
        other_title=unbroken(policy_title(policy, _other(language))),
        jurisdiction=next(
            (fact.values[0].text for fact in facts if fact.name == "jurisdiction" and fact.values), ()
        ),
        particulars=tuple(fact for fact in facts if fact.values),
        not_stated=tuple(fact.term for fact in facts if not fact.values),
        reasons=tuple(fact for fact in facts if fact.how),
        sha256=policy.document.source.sha256,
        state=_state(setting, policy, language),
        contents=views.entries(None, 1),
        clauses=views.below(None, 1),
        other_lang=setting.words[_other(language)].lang,
        versions=tuple(version for version in frame.languages if not version.current),
    )
    return Page(at.path, "policy.html", value)


class _Views:
    """Makes the views of one policy in one language."""

    def __init__(self, setting: Setting, policy: Policy, language: str, here: str) -> None:
        self._setting, self._policy, self._language, self._here = setting, policy, language, here
        self._children = _children(policy.document)

    def below(self, parent: str | None, level: int) -> tuple[ClauseView, ...]:
        """The clauses under a parent; ``level`` is the heading level above them."""
        return tuple(self._view(clause, level) for clause in self._children.get(parent, ()))

    def entries(self, parent: str | None, depth: int) -> tuple[Entry, ...]:
        """The contents list under a parent."""
        if depth > DEEPEST_ENTRY:
            return ()
        return tuple(
            entry for clause in self._children.get(parent, ()) for entry in self._entries(clause, depth)
        )

    def _entries(self, clause: Clause, depth: int) -> tuple[Entry, ...]:
        if not has_head(clause) or clause.kind in (Kind.ENTRY, Kind.NOTE, Kind.FRONT, Kind.POINT):
            return () if clause.kind is Kind.NOTE else self.entries(clause.id, depth)
        said = spoken(self._policy, clause, self._language)
        href = urls.relative(self._here, self._here, clause.id)
        children = self.entries(clause.id, depth + 1)
        return (Entry(href, said.label, said.heading or "", said.lang, children),)

    def _view(self, clause: Clause, above: int) -> ClauseView:
        slug, words = self._policy.meta.slug, self._setting.words[self._language]
        level = min(above + 1, 6) if has_head(clause) else None
        said = spoken(self._policy, clause, self._language)
        marks = [words[f"translation.{said.state}"]] if said.state not in (None, "reviewed") else []
        if clause.placeholder:
            marks.append(words["clause.placeholder"])
        return ClauseView(
            id=clause.id,
            kind=clause.kind.value,
            level=level,
            said=said,
            marks=tuple(marks),
            permanent=urls.relative(self._here, urls.clause(slug, clause.id)),
            other=urls.relative(self._here, urls.policy(_other(self._language), slug), clause.id),
            children=self.below(clause.id, level or above),
        )


def _state(setting: Setting, policy: Policy, language: str) -> Runs:
    """How much of a policy is translated, in words."""
    total = len(policy.document.clauses)
    done = sum(state_of(policy, clause) != MISSING for clause in policy.document.clauses)
    key = "none" if done == 0 else "all" if done == total else "some"
    return setting.words[language].fill(f"translation.{key}", done=done, total=total)


def _children(document: Document) -> dict[str | None, Sequence[Clause]]:
    """The clauses under each parent, in reading order."""
    found: dict[str | None, list[Clause]] = {}
    for clause in document.clauses:
        found.setdefault(clause.parent, []).append(clause)
    return dict(found)


def _other(language: str) -> str:
    return next(each for each in urls.LANGUAGES if each != language)
