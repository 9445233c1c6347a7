"""When a text was made, published, takes effect and expires, as far as it says so."""

import re
from datetime import date
from typing import NamedTuple

from digest.model.corpus import Stated
from digest.model.document import Clause, Document, Kind
from digest.text.dates import DATE, last_day, parse_date
from digest.text.numerals import parse_numeral


class Dates(NamedTuple):
    """ISO 8601, each with the words that say so."""

    made: Stated[str]
    published: Stated[str]
    effective: Stated[str]
    expires: Stated[str]


class Signed(NamedTuple):
    """A signature: ``body`` where it is printed in one breath with the date."""

    body: str | None
    day: date


def dates_of(document: Document, front: list[Clause]) -> Dates:
    """All dates of a document; a validity of years is counted from the day it takes effect."""
    signed = signature_dates(front)
    made = _stated(signed.day if signed else None, "the signature")
    published = _published(document, front)
    effective = _effective(document, published, made)
    return Dates(made, published, effective, _expires(document, effective))


def signature_dates(front: list[Clause]) -> Signed | None:
    """The first signature date: on a line of its own, behind a body, or in brackets under the title."""
    for clause in front:
        if clause.kind is Kind.FRONT and (day := parse_date(clause.text.strip().strip("（）()"))):
            return Signed(None, day)
    for clause in front:
        match = _IN_ONE_BREATH.search(clause.text) if clause.text else None
        if match and (day := parse_date(match["date"])):
            return Signed(match["body"], day)
        under = _UNDER_TITLE.search(clause.heading or "")
        if under and (day := parse_date(under["date"])):
            return Signed(None, day)
    return None


_BODY = r"[\u4e00-\u9fff]{2,30}?(?:人民政府办公[厅室]|人民政府|委员会|办公[厅室]|国务院|[局厅部])"
_IN_ONE_BREATH = re.compile(rf"[。\n](?P<body>{_BODY})\s*(?P<date>{DATE})(?=$|[（(\n]|[\u4e00-\u9fff]{{4,}})")
_UNDER_TITLE = re.compile(rf"[（(]\s*(?P<date>{DATE})\s*[）)]\s*$")
_IMPRINT = re.compile(rf"(?P<date>{DATE})\s*印发")
_WEB_DATE = re.compile(
    r"(?<![止取])(?:发布|发文|公布)?(?<![止取])(?:时间|日期)\s*[：:]\s*(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\s*(?:至|到))"
)
_EFFECTIVE = re.compile(
    rf"(?:^|[。；;，,\n]|本[\u4e00-\u9fff]{{2,12}}?)自(?P<date>{DATE}|发布之日|公布之日|印发之日|发文之日|[\u4e00-\u9fff]{{2}}之日)"
    r"起?(?:\d{1,3}日后)?(?:正式)?(?:施行|实施|执行|生效|起效)"
)
_VALID_YEARS = re.compile(
    r"有效期(?:限)?(?:为|是|暂定)?\s*(?P<count>\d{1,2}|[一二三四五六七八九十]{1,2})\s*年"
)
_VALID_UNTIL = re.compile(
    rf"有效期(?:限)?(?:截)?(?:至|到|止于)\s*(?P<date>{DATE})|(?:至|到)\s*(?P<until>{DATE})(?:终止|失效|废止|止)"
)
_SEARCHED = 3000


def _stated(day: date | None, how: str) -> Stated[str]:
    return Stated(day.isoformat(), "printed", how) if day else Stated(None, "unknown")


def _published(document: Document, front: list[Clause]) -> Stated[str]:
    for clause in front:
        match = _IMPRINT.search(clause.text) if "印发" in clause.text else None
        if match:
            return _stated(parse_date(match["date"]), "the imprint")
    web = _WEB_DATE.search(document.source.text[:_SEARCHED])
    return _stated(parse_date(web["date"]) if web else None, "the head of the web page")


def _effective(document: Document, published: Stated[str], made: Stated[str]) -> Stated[str]:
    for clause in document.clauses:
        match = _EFFECTIVE.search(clause.text) if "之日" in clause.text or "起" in clause.text else None
        if match is None:
            continue
        if day := parse_date(match["date"]):
            return _stated(day, match[0].strip("，。；"))
        first = published if match["date"].startswith(("发布", "公布")) and published.value else made
        if first.value is not None:
            return Stated(first.value, "inferred", match[0].strip("，。；"), "medium")
        return Stated(None, "unknown", match[0].strip("，。；"))
    return Stated(None, "unknown")


def _expires(document: Document, effective: Stated[str]) -> Stated[str]:
    for clause in document.clauses:
        if not any(word in clause.text for word in ("有效期", "终止", "失效")):
            continue
        until = _VALID_UNTIL.search(clause.text)
        if until and (day := parse_date(until["date"] or until["until"])):
            return _stated(day, until[0])
        years = _VALID_YEARS.search(clause.text)
        count = parse_numeral(years["count"]) if years else None
        if years is None or not count:
            continue
        end = last_day(date.fromisoformat(effective.value), count) if effective.value else None
        if end is None:
            return Stated(None, "unknown", years[0])
        return Stated(end.isoformat(), "inferred", f"{years[0]}, counted from {effective.value}", "medium")
    return Stated(None, "unknown")
