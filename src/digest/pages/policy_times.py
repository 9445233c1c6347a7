"""Policies on a scale of years: from when to when each holds or is planned for, else when it was made."""

from collections.abc import Iterable, Iterator
from datetime import date

from digest.model.corpus import Policy
from digest.pages import particulars
from digest.pages.frame import Setting
from digest.pages.particulars import place_chain, place_name, term
from digest.pages.pictures.timeline import Span, Timeline, timeline
from digest.pages.strings import joined
from digest.text import urls
from digest.text.dates import days_of

YEAR = len("2022")


def policy_times(
    setting: Setting, policies: Iterable[Policy], language: str, here: str, *, placed: bool
) -> Timeline | None:
    """Some policies, the earliest first, named by their places (``placed``) or by what they are; None where fewer than two have
    a date."""
    found = (span for policy in policies for span in _span(setting, policy, language, here, placed=placed))
    spans = sorted(found, key=lambda span: _first_day(span.start))
    return timeline(spans, setting.words[language]["home.times"]) if len(spans) > 1 else None


def _span(setting: Setting, policy: Policy, language: str, here: str, *, placed: bool) -> Iterator[Span]:
    """A policy, where it has a date: its period, or the days from its start to the last one on which it holds."""
    meta, words = policy.meta, setting.words[language]
    starts = (meta.period, meta.effective, meta.made, meta.published)
    start = next((each for each in starts if each.value and days_of(each.value)), None)
    if start is None or start.value is None or (days := days_of(start.value)) is None:
        return
    last = setting.corpus.validity_of(meta.slug).last
    begin: int | date = days[0]
    end: date | None = None
    when = particulars.date(start.value, language)
    if "/" in start.value:
        end, when = days[1], particulars.span(start.value, language)
    elif last and last > start.value:
        end, when = date.fromisoformat(last), particulars.span(f"{start.value}/{last}", language)
    elif len(start.value) == YEAR:
        begin = days[0].year
    if start.basis in ("inferred", "external"):
        when += words.fill("policy.in_brackets", text=words.plain(f"policy.{start.basis}"))
    genre = term(setting, "genre", meta.genre.value, language) if meta.genre.value else ()
    chain = place_chain(setting, meta.jurisdiction.value or "")
    place = place_name(chain[-1], language) if chain else words["policy.unknown"]
    label, note = (place, (genre, when)) if placed else (genre or place, (when,))
    there = urls.relative(here, urls.policy(language, meta.slug))
    yield Span(label, begin, end, there, joined(filter(None, note), " · "))


def _first_day(start: int | date) -> date:
    return start if isinstance(start, date) else date(start, 1, 1)
