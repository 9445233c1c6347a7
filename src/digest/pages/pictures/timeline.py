"""What holds from when to when, and what is due by when, on one scale of years."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from digest.pages.pictures.scale import share
from digest.pages.strings import Runs

MOST = 60
"""So many rows are drawn; further ones are counted."""


class Span(NamedTuple):
    """Something that lasts from ``start`` to ``end``, or that is known of one day or year only (``end`` is None). A year (a
    number) begins with its first day and ends with its last. The ``note`` says when in words."""

    label: Runs
    start: int | date
    end: int | date | None
    href: str
    note: Runs


class Row(NamedTuple):
    """A span with its place on the scale; ``length`` is None for a point."""

    label: Runs
    note: Runs
    href: str
    at: str
    length: str | None


class Year(NamedTuple):
    """A year that is named above the rows, by its first day; ``late`` where it is near the end of the scale."""

    name: str
    at: str
    late: bool


class Timeline(NamedTuple):
    """Spans in the order in which they were given, on a scale from one day to another (ISO 8601). ``left_out`` counts those
    that are not drawn."""

    caption: Runs
    years: tuple[Year, ...]
    rows: tuple[Row, ...]
    first_day: str
    last_day: str
    left_out: int


def timeline(spans: Sequence[Span], caption: Runs = ()) -> Timeline | None:
    """The spans on one scale of whole years; None where there are none."""
    if not spans:
        return None
    drawn = spans[:MOST]
    starts = [_year(span.start) for span in drawn]
    ends = [_year(span.end if span.end is not None else span.start) for span in drawn]
    first, last = min(starts), max(starts + ends)
    whole = last - first < _EACH
    step = 1 if whole else next(step for step in _STEPS if (last - first) // step < _NAMED)
    begin, end = _day(first), _day(last + 1)
    return Timeline(
        caption,
        tuple(
            Year(str(year), share(_day(year), begin, end), last + 1 - year < (last + 1 - first) * _LATE)
            for year in range(first, last + 1)
            if year % step == 0
        ),
        tuple(_row(span, begin, end) for span in drawn),
        f"{first:04}-01-01",
        f"{last:04}-12-31",
        len(spans) - len(drawn),
    )


_STEPS = (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_EACH = 8
"""Of so many years each is named."""
_NAMED = 5
"""About so many years are named: that many fit on a phone."""
_LATE = 0.08
"""Above this last part of the scale a name has no room to its right."""


def _row(span: Span, begin: float, end: float) -> Row:
    if span.end is None:
        middle = _day(span.start) + (0.5 if isinstance(span.start, date) else _YEAR / 2)
        return Row(span.label, span.note, span.href, share(middle, begin, end), None)
    start, until = _day(span.start), _day(span.end) + (1 if isinstance(span.end, date) else _YEAR)
    length = share(until - start, 0, end - begin)
    return Row(span.label, span.note, span.href, share(start, begin, end), length)


_YEAR = 365.2425


def _year(when: int | date) -> int:
    return when.year if isinstance(when, date) else when


def _day(when: int | date) -> float:
    """A day as a number; for a year its first one, also of years that the calendar does not have."""
    return float(when.toordinal()) if isinstance(when, date) else 1 + (when - 1) * _YEAR
