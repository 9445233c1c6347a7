"""Policies on a scale of years: from when to when each holds or is planned for, else when it was made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from digest.model.corpus import Policy
from digest.pages import particulars
from digest.pages.frame import Setting
from digest.pages.particulars import place_chain, place_name, policy_title, term
from digest.pages.pictures.timeline import Span, Timeline, timeline
from digest.pages.prose import shortened
from digest.pages.strings import TAGS, joined
from digest.text import urls
from digest.text.dates import days_of

MOST = 8
"""So many policies are drawn."""

_YEAR = len("2022")

_LENGTHS = {TAGS["zh"]: 24, TAGS["en"]: 56}
"""So many characters of a title name a policy."""


def policy_times(setting: Setting, policies: Sequence[Policy], language: str, here: str) -> Timeline | None:
    """The first of some policies, the earliest on top, named by their places, or by their titles where these have several; None
    where fewer than two have a date."""
    shown = policies[:MOST]
    places = Counter(policy.meta.jurisdiction.value for policy in shown)
    found = (span for policy in shown for span in _span(setting, policy, language, here, places))
    spans = sorted(found, key=lambda span: _first_day(span.start))
    return timeline(spans, setting.words[language]["home.times"]) if len(spans) > 1 else None


def _span(
    setting: Setting, policy: Policy, language: str, here: str, places: Counter[str | None]
) -> Iterator[Span]:
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
    elif len(start.value) == _YEAR:
        begin = days[0].year
    if start.basis in ("inferred", "external"):
        when += words.fill("policy.in_brackets", text=words.plain(f"policy.{start.basis}"))
    genre = term(setting, "genre", meta.genre.value, language) if meta.genre.value else ()
    chain = place_chain(setting, meta.jurisdiction.value or "")
    place = place_name(chain[-1], language) if chain else words["policy.unknown"]
    title = tuple(
        each._replace(text=shortened(each.text, _LENGTHS[each.lang]))
        for each in policy_title(policy, language)
    )
    label, what = title, place if len(places) > 1 else genre
    if max(places.values()) == 1:
        label, what = place, genre
    there = urls.relative(here, urls.policy(language, meta.slug))
    yield Span(label, begin, end, there, joined(filter(None, (what, when)), " · "))


def _first_day(start: int | date) -> date:
    return start if isinstance(start, date) else date(start, 1, 1)
