"""The changes that were published, as pages and feeds show them: figures first.

An entry of the log names clauses and versions of their words; how these read is in the ledgers, and in the text as it is.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from digest.model.changes import AMENDED, EDITION, HOW, Change
from digest.model.corpus import Corpus, Policy
from digest.model.ledger import Wording
from digest.pages.clauses import name_of, name_of_id, name_of_wording
from digest.pages.frame import Link, Setting
from digest.pages.particulars import date, dated, place_chain, place_name, policy_title
from digest.pages.parts import Shown
from digest.pages.strings import Runs, Words, joined
from digest.text import urls
from digest.text.changes import figures_changed
from digest.text.ids import short_hash, version_of
from digest.text.pairing import wording_of

MOST_CLAUSES, MOST_FIGURES = 40, 6
"""So many clauses of an entry are named, with so many figures each; the page of a clause has all of it."""

_NAMED = 28  # characters of a clause that name it

Way = Callable[[str], str]
"""The link to a path of the site, from where it is shown."""


class LogEntry(NamedTuple):
    """An entry of the log with what is needed to show it besides the corpus: a ``key`` of its own, which depends on nothing
    but what it says, and how the clauses that it names have read, by their ids."""

    key: str
    change: Change
    wordings: tuple[tuple[str, tuple[Wording, ...]], ...]

    def about(self, names: Collection[str]) -> "LogEntry":
        """The same entry, as far as it is about some clauses."""
        clauses = tuple(each for each in self.change.clauses if (each.to or each.clause) in names)
        return self._replace(change=replace(self.change, clauses=clauses))


class ChangedClause(NamedTuple):
    """A clause that changed: ``how``, the way to it as it read then, and its figures, old and new (empty where there is
    none)."""

    how: Runs
    clause: Link
    figures: tuple[tuple[str, str], ...]


class ChangeView(NamedTuple):
    """What became of a policy on a day, in one language. ``what`` says it in short; ``figures`` are the first that changed;
    ``replaces`` are the policies that it supersedes, ``more`` counts the clauses that are not named."""

    day: str
    date: Runs
    policy: Link
    place: Runs
    what: Runs
    figures: tuple[tuple[str, str], ...]
    replaces: tuple[Link, ...]
    clauses: tuple[ChangedClause, ...]
    more: Runs


def find_entries(corpus: Corpus) -> tuple[LogEntry, ...]:
    """The entries of the log about policies and clauses that are there, the newest first; what two branches have both
    written counts once."""
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    changes = dict.fromkeys(each for each in reversed(corpus.changes.changes) if each.policy in policies)
    newest = sorted(changes, key=lambda each: each.day, reverse=True)
    entries = (_entry(policies[each.policy], each) for each in newest)
    return tuple(each for each in entries if each.change.clauses or each.change.kind != AMENDED)


def shown_of(entries: Iterable[LogEntry]) -> Shown:
    """What of a corpus the views of some entries show."""
    clauses: dict[str, dict[str, None]] = {}
    for entry in entries:
        change = entry.change
        for slug in (change.policy, *change.replaces):
            clauses.setdefault(slug, {})
        clauses[change.policy] |= dict.fromkeys(each.to or each.clause for each in change.clauses)
    return Shown({slug: tuple(names) for slug, names in clauses.items()})


def make_change(
    setting: Setting, entry: LogEntry, language: str, way: Way, most: int = MOST_CLAUSES
) -> ChangeView:
    """The view of an entry, which names so many clauses at ``most``."""
    change, words = entry.change, setting.words[language]
    policies = {policy.meta.slug: policy for policy in setting.corpus.policies}
    policy = policies[change.policy]
    clauses = sorted(_clauses(setting, policy, entry, language, way), key=lambda each: not each.figures)
    chain = place_chain(setting, policy.meta.jurisdiction.value or "")
    left = len(clauses) - most
    return ChangeView(
        day=change.day,
        date=date(change.day, language),
        policy=_policy(setting, policy, language, way, edition=change.kind == EDITION),
        place=place_name(chain[-1], language) if chain else (),
        what=_what(words, change),
        figures=tuple(pair for each in clauses for pair in each.figures)[:MOST_FIGURES],
        replaces=tuple(
            _policy(setting, policies[slug], language, way, edition=True)
            for slug in change.replaces
            if slug in policies
        ),
        clauses=tuple(clauses[:most]),
        more=words.count("more_clauses", left) if left > 0 else (),
    )


def _entry(policy: Policy, change: Change) -> LogEntry:
    """An entry with the clauses that have an address."""
    known = {
        *policy.ledger.aliases,
        *policy.ledger.tombstones,
        *(clause.id for clause in policy.document.clauses),
    }
    clauses = tuple(each for each in change.clauses if {each.clause, each.to or each.clause} <= known)
    names = dict.fromkeys(name for each in clauses for name in (each.clause, each.to) if name)
    details = ("/".join(each) for each in change.clauses)
    digits = short_hash("|".join((change.day, change.policy, change.kind, *change.replaces, *details)))
    return LogEntry(
        f"{change.policy}/{change.day}/{change.kind}/{digits}",
        replace(change, clauses=clauses),
        tuple((name, _wordings(policy, name)) for name in names),
    )


def _wordings(policy: Policy, name: str) -> tuple[Wording, ...]:
    """How a clause was published."""
    return tuple(each for each in policy.ledger.clauses.get(name, ()) if isinstance(each, Wording))


def _policy(setting: Setting, policy: Policy, language: str, way: Way, *, edition: bool) -> Link:
    """The way to a policy. Editions often have one title, so that the year tells them apart."""
    title, slug = policy_title(policy, language), policy.meta.slug
    told_apart = edition or setting.corpus.validity_of(slug).by
    return Link(
        dated(setting, policy, title, language) if told_apart else title, way(urls.policy(language, slug))
    )


def _what(words: Words, change: Change) -> Runs:
    """新收录；修改 3 个条款，新增 1 个条款."""
    if change.kind != AMENDED:
        return words[f"changes.{change.kind}"]
    numbers = Counter(each.how for each in change.clauses)
    counts = (
        words.fill(f"changes.{how}_{'one' if numbers[how] == 1 else 'many'}", number=numbers[how])
        for how in HOW
        if numbers[how]
    )
    return joined(counts, words.plain("compare.comma"))


def _clauses(
    setting: Setting, policy: Policy, entry: LogEntry, language: str, way: Way
) -> Iterator[ChangedClause]:
    """The clauses of an entry."""
    slug, words = policy.meta.slug, setting.words[language]
    current = {clause.id: clause for clause in policy.document.clauses}
    known = dict(entry.wordings)

    def read(name: str, version: str) -> Wording | None:
        """How a clause read in a version; None where that is not known."""
        every = (*known.get(name, ()), *([wording_of(current[name])] if name in current else ()))
        return next((each for each in every if short_hash(each.words) == version), None)

    for each in entry.change.clauses:
        name = each.to or each.clause
        before, after = read(each.clause, each.before), read(name, each.after)
        last = after or before or next(iter(reversed(known.get(name, ()))), Wording())
        then = name_of_wording(last, language, _NAMED) or name_of_id(slug, name)
        now = name_of_wording(wording_of(current[name]), language, _NAMED) if name in current else ()
        as_now = name in current and (after is None or then == now)  # else it is named as it read on the day
        said = name_of(setting, policy, current[name], language, _NAMED) if as_now else then
        pin = version_of(after.text) if after else None
        figures = figures_changed(before.words, after.words)[:MOST_FIGURES] if before and after else ()
        yield ChangedClause(
            words[f"changes.{each.how}"], Link(said, urls.pinned(way(urls.clause(slug, name)), pin)), figures
        )
