"""Two editions of one work side by side: which clause of the later text continues which of the earlier one, what changed in
it, and the clauses for which none was found.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.editions import Continued, EditionPair
from digest.model.page import Page
from digest.pages.clauses import name_of
from digest.pages.compare.context import ComparisonContext
from digest.pages.descriptions import described
from digest.pages.editions import edition_name, name_of_editions
from digest.pages.frame import Frame, Link, Setting, make_frame, page_location
from digest.pages.parts import Part, Shown
from digest.pages.strings import Runs
from digest.pages.validity import Phases, phases
from digest.text import urls
from digest.text.changes import Difference, what_changed
from digest.text.entries import joined


class Text(NamedTuple):
    """One of the two texts. ``alone`` are its clauses that none of the other continues, or is continued by."""

    document: Link
    validity: Phases
    alone_name: Runs
    alone: tuple[Link, ...]


class EditionRow(NamedTuple):
    """A clause of the earlier text and the one of the later that continues it; ``change`` is what is different, None
    where nothing is, or where only a part of a clause went into another."""

    old: Link
    new: Link
    how: Runs
    change: Difference | None


class EditionsPage(NamedTuple):
    """What editions.html receives."""

    frame: Frame
    style: str
    title: Runs
    old: Text
    new: Text
    rows: tuple[EditionRow, ...]


class _Given(NamedTuple):
    """Two editions by their slugs, and what continues."""

    old: str
    new: str
    beside: EditionPair


def make_edition_pages(setting: Setting) -> Iterator[Part]:
    """A page for each earlier and later edition in each language, at the address of two policies side by side."""
    clauses = {
        policy.meta.slug: {clause.id for clause in policy.document.clauses}
        for policy in setting.corpus.policies
    }
    for (old, new), beside in setting.corpus.editions.beside.items():
        both = {slug: clauses[slug] for slug in (old, new)}
        yield Part(_pages, Shown(both), _Given(old, new, beside))


def _pages(setting: Setting, given: _Given) -> Iterator[Page]:
    for language in urls.LANGUAGES:
        yield _page(setting, given, language)


def _page(setting: Setting, given: _Given, language: str) -> Page:
    words = setting.words[language]
    at = page_location(language, lambda each: urls.pair(each, given.old, given.new), "compare")
    by_slug = {policy.meta.slug: policy for policy in setting.corpus.policies}
    title = name_of_editions(setting, by_slug[given.new], language)
    old, new = (_Clauses(setting, by_slug[slug], language, at.path) for slug in (given.old, given.new))
    value = EditionsPage(
        frame=make_frame(
            setting,
            at,
            title,
            trail=ComparisonContext(setting, language, at.path).trail,
            description=described(words, title, words["editions.lead"]),
        ),
        style=urls.relative(at.path, urls.asset("compare.css")),
        title=words["editions.title"],
        old=old.text({each.old for each in given.beside.continued}, "editions.alone_old"),
        new=new.text({each.new for each in given.beside.continued}, "editions.alone_new"),
        rows=tuple(_row(old, new, each) for each in given.beside.continued),
    )
    return Page(at.path, "editions.html", value)


def _row(old: "_Clauses", new: "_Clauses", found: Continued) -> EditionRow:
    before, after = old.by_id[found.old], new.by_id[found.new]
    change = None
    if found.how == "reworded":
        change = what_changed(joined(before.heading, before.text), joined(after.heading, after.text))
    return EditionRow(old.link(before), new.link(after), old.words[f"editions.{found.how}"], change)


class _Clauses:
    """Names the clauses of one text on a page in one language."""

    def __init__(self, setting: Setting, policy: Policy, language: str, here: str) -> None:
        self._setting, self._policy, self._language, self._here = setting, policy, language, here
        self.words = setting.words[language]
        self.by_id: Mapping[str, Clause] = {clause.id: clause for clause in policy.document.clauses}

    def link(self, clause: Clause) -> Link:
        """The way to the page of a clause."""
        there = urls.clause(self._policy.meta.slug, clause.id)
        return Link(
            name_of(self._setting, self._policy, clause, self._language), urls.relative(self._here, there)
        )

    def text(self, continued: set[str], alone: str) -> Text:
        """The text, with the clauses that are not among those ``continued``."""
        slug = self._policy.meta.slug
        return Text(
            Link(
                edition_name(self._setting, self._policy, self._language),
                urls.relative(self._here, urls.policy(self._language, slug)),
            ),
            phases(self._setting, self._policy, self._language),
            self.words[alone],
            tuple(self.link(clause) for clause in self.by_id.values() if clause.id not in continued),
        )
