"""Dates as Chinese texts print them (2021年 7 月 9 日, 二〇二一年七月九日, 2021-07-09) and ISO 8601."""

import re
from calendar import monthrange
from datetime import date, timedelta

from digest.text.numerals import parse_numeral

_COUNT = r"[\d０-９一二三四五六七八九十]{1,3}"
DATE = rf"(?:[\d０-９]{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年\s*{_COUNT}\s*月\s*{_COUNT}\s*日"
"""A full date as a pattern without groups."""

_PARTS = re.compile(rf"(?P<year>[^\s年]+)\s*年\s*(?P<month>{_COUNT})\s*月\s*(?P<day>{_COUNT})\s*日")
_YEARS = re.compile(rf"({_COUNT})(?:\s*[-—–~～至到]+\s*({_COUNT}))?\s*年")
_MONTH = re.compile(r"(?P<year>\d{4})(?:\s*年|[-/.](?=\d))\s*(?:(?P<month>\d{1,2})\s*月?)?")
_MONTHS = 12
_DASHED = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")


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


def iso_date(text: str) -> str | None:
    """A day, month or year as people write it, in ISO 8601; None where it is none or does not exist.

    >>> iso_date("2021年7月9日"), iso_date("2021/7/9"), iso_date("2022年6月"), iso_date("2024年")
    ('2021-07-09', '2021-07-09', '2022-06', '2024')
    """
    if day := parse_date(text):
        return day.isoformat()
    month = _MONTH.fullmatch(text.strip())
    if month is None or (month["month"] and not 1 <= int(month["month"]) <= _MONTHS):
        return None
    return f"{month['year']}-{int(month['month']):02}" if month["month"] else month["year"]


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
