"""What the log of changes learns when a site is published: in what its policies are otherwise than their ledgers say.

The log is written before the ledgers. Where a ledger cannot be written after it, the next publication finds the same
difference again; what the log has already is not written twice.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from digest.check.ledger import news
from digest.model.changes import (
    ADDED,
    AMENDED,
    CHANGED,
    EDITION,
    ENDED,
    GONE,
    MOVED,
    NEW,
    RESTORED,
    Change,
    ClauseChange,
    Earlier,
    Log,
)
from digest.model.corpus import Content, Corpus, Policy
from digest.model.ledger import Ledger, Wording
from digest.model.problem import Problem, problem
from digest.text.ids import short_hash
from digest.text.pairing import wordings


def check_log(content: Content, path: str) -> tuple[Problem, ...]:
    """What the log says of policies that are not there. ``path`` names it in messages.

    Problems: I127 such a policy (warning).
    """
    known = {*content.left_out, *(text.meta.slug for text in content.policies)}
    return tuple(
        problem("I127", path, line=line, doc=slug)
        for slug, line in content.changes.lines.items()
        if slug not in known
    )


def continued(corpus: Corpus, day: str) -> Log:
    """The log once a corpus is published on a day (ISO 8601). Where there is none yet, it begins: what was published
    before gets no entry, and clauses that an amendment took away, which no publication followed, count among that."""
    log = corpus.changes
    if not log.tag:
        earlier = (_earlier(corpus, policy) for policy in corpus.policies if policy.ledger.clauses)
        log = Log(_tag(corpus.site.base_url, day), tuple(each for each in earlier if any(each[1:])))
    known = _known(log)
    histories = {policy.meta.slug: known.get(policy.meta.slug, _History()) for policy in corpus.policies}
    fresh = {
        policy.meta.slug
        for policy in corpus.policies
        if not policy.ledger.clauses and not histories[policy.meta.slug].published
    }
    changes: list[Change] = []
    met: list[Earlier] = []
    for policy in corpus.policies:
        slug = policy.meta.slug
        history = histories[slug]
        replaces = [each for each in corpus.replaced_by(slug) if each not in history.replaces]
        ended = _has_ended(corpus, slug)
        if slug in fresh:
            changes.append(Change(day, slug, EDITION if replaces else NEW, replaces=tuple(replaces)))
            met += [Earlier(slug, ended=True)] if ended else []
            continue
        if clauses := tuple(_clauses(policy, history)):
            changes.append(Change(day, slug, AMENDED, clauses))
        if later := tuple(each for each in replaces if each not in fresh):
            changes.append(Change(day, slug, EDITION, replaces=later))
        if older := tuple(each for each in replaces if each in fresh):  # superseded before it was collected
            met.append(Earlier(slug, replaces=older))
        if ended and not history.ended:
            changes.append(Change(day, slug, ENDED))
        if history.ended and corpus.validity_of(slug).force != "ended":
            changes.append(Change(day, slug, RESTORED))
    return replace(log, earlier=(*log.earlier, *met), changes=(*log.changes, *changes))


@dataclass(slots=True)
class _History:
    """What the log knows of a policy: whether it was published since the log began, the clauses there are and those that
    are gone, the last version of each, the policies it supersedes, and whether it no longer holds."""

    published: bool = False
    live: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    last: dict[str, str] = field(default_factory=dict)
    replaces: set[str] = field(default_factory=set)
    ended: bool = False


def _known(log: Log) -> Mapping[str, _History]:
    """What the log knows, by slug."""
    found: dict[str, _History] = {}
    for each in log.earlier:
        history = found.setdefault(each.policy, _History())
        history.gone |= {*each.gone}
        history.replaces |= {*each.replaces}
        history.ended |= each.ended
    for change in log.changes:
        history = found.setdefault(change.policy, _History())
        history.published = True
        history.replaces |= {*change.replaces}
        if change.kind in (ENDED, RESTORED):
            history.ended = change.kind == ENDED
        for clause in change.clauses:
            if clause.how in (MOVED, GONE):
                history.gone.add(clause.clause)
                history.live.discard(clause.clause)
            if clause.how != GONE:
                name = clause.to or clause.clause
                history.live.add(name)
                history.gone.discard(name)
                history.last[name] = clause.after
    return found


def _earlier(corpus: Corpus, policy: Policy) -> Earlier:
    """What is so of a published policy when the log begins. An alias to a clause that was never published is new."""
    ledger, slug = policy.ledger, policy.meta.slug
    moved = (
        old
        for old in ledger.aliases
        if (end := ledger.end(old)) in ledger.clauses or end in ledger.tombstones
    )
    return Earlier(
        slug,
        tuple(dict.fromkeys((*moved, *ledger.tombstones))),
        tuple(corpus.replaced_by(slug)),
        _has_ended(corpus, slug),
    )


def _clauses(policy: Policy, history: _History) -> Iterator[ClauseChange]:
    """What became of the clauses of a published policy since its last publication."""
    ledger, now = policy.ledger, wordings(policy.document)
    if not ledger.clauses:
        return
    fresh = news(now, ledger)
    moved = {
        old: end
        for old in ledger.aliases
        if old in ledger.clauses and old not in history.gone and (end := ledger.end(old)) in now
    }
    for name in fresh.reworded:
        before, after = _last(ledger, name), _version(now[name])
        if history.last.get(name) != after and name not in history.gone:
            yield ClauseChange(CHANGED, name, before=before, after=after)
    for name, wording in now.items():
        unknown = name not in ledger.clauses and name not in history.live
        if name in history.gone or (unknown and name not in moved.values()):
            yield ClauseChange(ADDED, name, after=_version(wording))
    for old, end in moved.items():
        yield ClauseChange(MOVED, old, end, _last(ledger, old), _version(now[end]))
    settled = {*now, *moved, *history.gone}
    for name in (*ledger.aliases, *ledger.tombstones):
        if name in ledger.clauses and name not in settled and ledger.end(name) in ledger.tombstones:
            yield ClauseChange(GONE, name, before=_last(ledger, name))


def _last(ledger: Ledger, name: str) -> str:
    """The version of a clause that was published last; empty where only a hash of its text is known."""
    last = ledger.last(name)
    return _version(last) if last else ""


def _version(wording: Wording) -> str:
    return short_hash(wording.words)


def _has_ended(corpus: Corpus, slug: str) -> bool:
    """Whether a policy no longer holds, as its editors state, and not because another one supersedes it. What only a day
    can tell is no change that anybody publishes."""
    known = corpus.validity_of(slug)
    return known.force == "ended" and not known.by


def _tag(base_url: str, day: str) -> str:
    """The tag URI of a site that is published for the first time on a day. A host may be written in any script."""
    host = urlsplit(base_url).hostname or ""
    with suppress(UnicodeError):  # what is no name of a host gets one in its likeness
        host = host.encode("idna").decode()
    return f"tag:{re.sub('[^A-Za-z0-9.-]', '-', host)},{day}:"
