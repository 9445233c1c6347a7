"""Dates as Chinese texts print them (2021年 7 月 9 日, 二〇二一年七月九日, 2021-07-09) and ISO 8601."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from digest.regex import regex
from digest.text.numerals import parse_numeral


class OutOfOrder(NamedTuple):
    """Two fields of a policy and their dates: the ``later`` one ends before the ``earlier`` one begins."""

    later: str
    ends: str | None
    earlier: str
    begins: str | None


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months in English."""

_COUNT = r"[\d０-９一二三四五六七八九十]{1,3}"
MONTH = rf"(?:[\d０-９]{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年\s*{_COUNT}\s*月"
"""A month of a year as a pattern without groups."""

DATE = rf"{MONTH}\s*{_COUNT}\s*日"
"""A full date as a pattern without groups."""

_SIMPLER = str.maketrans("０１２３４５６７８９－—–／．", "0123456789---/.")
_PARTS = regex(rf"(?P<year>[^\s年]+)\s*年\s*(?P<month>{_COUNT})\s*月\s*(?P<day>{_COUNT})\s*日")
_STATED = regex(
    r"(?P<year>[\d〇○零一二三四五六七八九]{4})"
    rf"(?:\s*[年/.-]\s*(?P<month>{_COUNT})(?:\s*[月/.-]\s*(?P<day>{_COUNT})\s*日?|\s*月)?|\s*年)?"
    r"(?:(?<=日)|T\d|\s|[（(，,；;]|$)"
)
_RUN = regex(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?(?!\d)")
_YEARS = regex(rf"({_COUNT})(?:\s*[-—–~～至到]+\s*({_COUNT}))?\s*年")
_DASHED = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")


def parse_date(text: str) -> date | None:
    """The date a text prints in full; None when it is none or does not exist (2月30日)."""
    match = _PARTS.fullmatch(text.strip()) or _DASHED.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (parse_numeral(match[part]) for part in ("year", "month", "day"))
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stated_date(text: str) -> str | None:
    """The date at the beginning of what a field states, in ISO 8601, shortened where day or month is not stated; a time
    of day is left out. None when there is none, or it does not exist.

    >>> stated_date("2024-02-06 10:00"), stated_date("二〇二四年二月"), stated_date("２０２４．２．６")
    ('2024-02-06', '2024-02', '2024-02-06')
    """
    plain = _RUN.sub(r"\1-\2-\3", text.strip().translate(_SIMPLER), count=1)
    match = _STATED.match(plain)
    parts = [parse_numeral(part) for part in match.groups() if part] if match else []
    if not parts or None in parts:
        return None
    iso = "-".join(f"{part:02d}" for part in parts)
    return iso if days_of(iso) else None


def print_date(day: date) -> str:
    """The date as Chinese papers print it: 2021年7月9日."""
    return f"{day.year}年{day.month}月{day.day}日"


def span_of_years(text: str) -> str | None:
    """The years of a period in digits; None where it is not told in years.

    >>> span_of_years("经过3—5年努力"), span_of_years("经过三年发展")
    ('3–5', '3')
    """
    match = _YEARS.search(text)
    years = [parse_numeral(part) for part in match.groups() if part] if match else []
    return "–".join(map(str, years)) if years and None not in years else None


def days_of(stated: str) -> tuple[date, date] | None:
    """The first and the last day of an ISO 8601 date, which may be a month or a year, or of a period (2021/2023);
    None where one of them does not exist.

    >>> days_of("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> days_of("2021/2023")
    (datetime.date(2021, 1, 1), datetime.date(2023, 12, 31))
    """
    first, _, last = stated.partition("/")
    try:
        return date.fromisoformat(first + "-01-01"[len(first) - 4 :]), _end(last or first)
    except ValueError:
        return None


def out_of_order(values: Mapping[str, str | None]) -> Iterator[OutOfOrder]:
    """Dates of a policy that cannot both be right: one that expires before it was made or takes effect, a period that
    ends before it begins. ``values`` are ``made``, ``effective``, ``expires`` and ``period`` in ISO 8601, as far as known; a
    month or a year counts as all of its days."""
    period = values.get("period")
    first, _, last = (period or "").partition("/")
    ends = values.get("expires")
    pairs = (
        OutOfOrder("expires", ends, "effective", values.get("effective")),
        OutOfOrder("expires", ends, "made", values.get("made")),
        OutOfOrder("expires", ends, "period", first),
        OutOfOrder("period", last, "period", first),
    )
    for each in pairs:
        end, start = (days_of(value) if value else None for value in (each.ends, each.begins))
        if start and end and end[1] < start[0]:
            yield each


def _end(stated: str) -> date:
    """The last day of a year, a month or a day."""
    if len(stated) == len("2024-02-29"):
        return date.fromisoformat(stated)
    year, month = int(stated[:4]), int(stated[5:] or 12)
    return date(year, month, monthrange(year, month)[1])


def last_day(first: date, years: int) -> date | None:
    """The last day of a validity of so many years that begins on ``first``."""
    try:
        anniversary = first.replace(year=first.year + years)
    except ValueError:  # 29 February
        anniversary = date(first.year + years, 3, 1) if first.year + years <= date.max.year else first
    return anniversary - timedelta(days=1) if anniversary > first else None
