"""Whether a policy can be relied on, in words: what is shown beside a measure wherever one is named.

A page is made once and read for years, so it holds what is true on every day (``issued · period 2021–2023``) and, hidden
beside it, what is true before or after a day (``period ended · 2021–2023``). The reader's own date decides which one is
shown; without scripts the first stays.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.validity import NOT_YET, Validity
from digest.pages.frame import Setting
from digest.pages.particulars import date, span, term
from digest.pages.strings import Runs, Words, for_readers, plain, run
from digest.text import urls


class Phase(NamedTuple):
    """A state of a policy: its id, the words for it in each language of the page, and the days (ISO
    8601) ``after`` and ``before`` which it is so; None where there is no such end."""

    state: str
    text: Runs
    after: str | None = None
    before: str | None = None


Phases = tuple[Phase, ...]
"""Of those that fit a day the last one counts. The first one is true on every day. The macro ``validity`` of parts.html
shows them."""


def phases(setting: Setting, policy: Policy, language: str) -> Phases:
    """The validity of a policy, in a language of the site or in ``both``."""
    known = setting.corpus.validity_of(policy.meta.slug)
    found = [Phase(known.state, _said(setting, language, known, known.state))]
    if known.first:
        found.append(Phase(NOT_YET, _said(setting, language, known, NOT_YET), before=known.first))
    if known.last:
        found.append(Phase(known.then, _said(setting, language, known, known.then), after=known.last))
    return tuple(found)


def state_name(setting: Setting, state: str, language: str) -> Runs:
    """The name of a state, for filters."""
    return term(setting, "status", state, language)


def _said(setting: Setting, language: str, known: Validity, state: str) -> Runs:
    """A state with its days, in each language of the page."""
    languages = urls.LANGUAGES if language == "both" else (language,)
    return for_readers(
        {
            each: run(
                _text(setting.words[each], each, plain(state_name(setting, state, each)), known, state), each
            )
            for each in languages
        }
    )


@lru_cache(maxsize=1024)  # a pure function; said beside each measure of a policy
def _text(words: Words, language: str, name: str, known: Validity, state: str) -> str:
    return " · ".join(_parts(words, language, name, known, state))


def _parts(words: Words, language: str, name: str, known: Validity, state: str) -> Iterator[str]:
    """What is said of a state, in one language: its ``name``, its days, and that they were inferred."""
    time, now = known.time or "", state == known.state
    if not (now and time and known.force == "in_force"):  # "in force until 2026" is true in 2027, too
        yield name
    if state == NOT_YET and known.start and not now:
        yield words.plain("validity.from", time=plain(date(known.start, language)))
        return
    if "/" in time:
        years = plain(span(time, language))
        yield words.plain("validity.period", time=years) if now else years
    elif time:
        yield words.plain("validity.until" if now else "validity.ended", time=plain(date(time, language)))
    elif now and known.start:
        yield words.plain("validity.from", time=plain(date(known.start, language)))
    if "inferred" in ((known.basis, known.time_basis) if now else (known.time_basis,)):
        yield words.plain("policy.inferred")
    if now and known.endless and known.force != "ended":
        yield words.plain("validity.endless")
