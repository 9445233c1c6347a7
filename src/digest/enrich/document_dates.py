"""When a text was made, published, takes effect and expires, as far as it says so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from digest.enrich.document_record import DocumentRecord
from digest.model.corpus import Stated
from digest.model.document import Clause, Document, Kind
from digest.regex import regex
from digest.text.dates import DATE, MONTH, last_day, parse_date, stated_date
from digest.text.numerals import parse_numeral
from digest.text.rules import Rule, any_of
from digest.text.titles import printed_titles, title_key, without_status

BODY = (
    r"[\u4e00-\u9fff“”]{2,44}?"
    r"(?:人民政府办公[厅室]|人民政府|管理委员会|管委会|委员会办公室|委员会|办公[厅室]|国务院|[委局厅部署院]|小组办公室)"
)
"""The name of a body that signs a text, as a pattern without groups."""


class Dates(NamedTuple):
    """ISO 8601, each with the words that say so (``how_zh``)."""

    made: Stated[str]
    published: Stated[str]
    effective: Stated[str]
    expires: Stated[str]


class Signed(NamedTuple):
    """A signature: its date in ISO 8601, which may be a month, and the ``bodies`` that are printed with it."""

    bodies: tuple[str, ...]
    day: str


def dates_of(
    document: Document,
    front: list[Clause],
    head: Mapping[str, str],
    record: DocumentRecord,
    titles: Iterable[str],
) -> Dates:
    """All dates of a document; a validity of years is counted from the day it takes effect. ``head`` is what the
    head of its page prints, which holds where the text itself says nothing, nor the ``record`` below its title; ``titles`` are
    its own: what another one is in force from or until is no date of this."""
    signed = signature_dates(document, front)
    made = Stated(signed.day, "printed", "signature") if signed else Stated(None, "unknown")
    made = made if made.value else _recorded(record.made, record)
    made = made if made.value else _from_head(head, "made")
    published = _published(front, head, record)
    own = frozenset(title_key(without_status(title)) for title in titles)
    effective = _effective(document, own, published, made)
    effective = effective if effective.value or effective.how_zh else _from_head(head, "effective")
    expires = _expires(document, own, effective)
    return Dates(
        made,
        published,
        effective,
        expires if expires.value or expires.how_zh else _from_head(head, "expires"),
    )


def signature_dates(document: Document, front: list[Clause]) -> Signed | None:
    """The first signature with a date: the date on a line of its own, behind a body, in brackets under the title; or below
    the last words of the text, where its annexes follow."""
    for clause in front:
        if clause.kind is Kind.FRONT and (day := _signed_day(clause.text.strip().strip("（）()"))):
            return Signed((), day)
    for clause in front:
        match = _IN_ONE_BREATH.search(clause.text) if clause.text else None
        if match and (day := _signed_day(match["date"])):
            return Signed((match["body"],), day)
        under = _UNDER_TITLE.search(clause.heading or "")
        if under and (day := _signed_day(under["date"])):
            return Signed((), day)
    return next(filter(None, (_closing(clause.text) for clause in document.clauses)), None)


def _closing(text: str) -> Signed | None:
    """Bodies, each on a line of its own or several beside each other, and a date in the next line or at the end of it."""
    bodies: list[str] = []
    for line in text.split("\n") if "\n" in text else ():
        match = _SIGNED.fullmatch(line.strip()) if len(line) <= _LONGEST_SIGNATURE else None
        if match is None:
            bodies.clear()
            continue
        bodies += (match["bodies"] or "").split()
        if match["date"] and bodies and (day := _signed_day(match["date"])):
            return Signed(tuple(bodies), day)
    return None


def _signed_day(text: str) -> str | None:
    return stated_date(text) if _A_DAY.fullmatch(text) else None


_A_DAY = regex(rf"{DATE}|{MONTH}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")
_BODY = r"[\u4e00-\u9fff]{2,30}?(?:人民政府办公[厅室]|人民政府|委员会|办公[厅室]|国务院|[局厅部])"
_IN_ONE_BREATH = regex(rf"[。\n](?P<body>{_BODY})\s*(?P<date>{DATE})(?=$|[（(\n]|[\u4e00-\u9fff]{{4,}})")
_SIGNED = regex(rf"(?P<bodies>{BODY}(?:[\s　]+{BODY})*)?[\s　]*(?P<date>{DATE}|{MONTH})?")
_LONGEST_SIGNATURE = 200
_UNDER_TITLE = regex(rf"[（(][^（）()]{{0,40}}?(?P<date>{DATE})\s*(?:印发|发布|公布)?[）)]\s*$")
_IMPRINT = regex(rf"(?P<date>{DATE})\s*印发")
_IN_FORCE = r"(?:施行|实施|执行|生效|起效)"
_LASTING = (
    r"(?:有效期限?|(?:执行|实施|施行|试行|适用|政策)(?:期限|期|时间)|政策有效期)(?:为|是|自|从|[：:]|\s)*"
)
_DAY = rf"(?:{DATE})"
_YEAR = r"\d{4}\s*年"


STARTS = (
    Rule(
        "a day since when",
        rf"(?:(?<![按止])(?:自|从|于)|本[\u4e00-\u9fff]{{1,6}}?)\s*(?P<date>{_DAY})起?"
        r"(?:与[^，。]{1,20}?(?:一并|同时|同步))?(?:正式|开始)?(?:施行|实施|执行|生效|起效|试行)",
        "本文件自2026年9月1日施行。",
    ),
    Rule(
        "an event since which, or so many days later",
        r"自(?P<event>发布|公布|印发|发文|下发|颁布|签发|[\u4e00-\u9fff]{2})之日起?"
        rf"(?:满?(?P<after>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:日|天)(?:后|起)?)?(?:正式|开始)?{_IN_FORCE}",
        "本办法自公布之日起30日后施行。",
    ),
    Rule(
        "the day of a field",
        rf"(?:施行|实施|执行|生效)(?:日期|时间)(?:为|是|从|自|[：:])\s*(?P<date>{_DAY})(?!\s*起?\s*(?:至|到|[-—–~～]))",
        "本政策实施时间为2024年1月1日。",
        but=("本政策实施时间为2024年1月1日至2026年12月31日。",),
        why="both ends are printed",
    ),
)
"""From when a text holds: ``date`` is a day, ``event`` (发布之日) is counted from, with ``after`` days."""

SPANS = (
    Rule(
        "how long, from day to day",
        rf"{_LASTING}(?P<date>{_DAY})起?\s*(?:至|到|[-—–~～]{{1,2}})\s*(?P<until>{_DAY})",
        "有效期为2024年1月1日至2026年12月31日。",
    ),
    Rule(
        "from day to day",
        rf"自\s*(?P<date>{_DAY})起?(?:{_IN_FORCE}，?|，?(?=\s*[至到]\s*{_DAY}\s*(?:止|终止|失效|废止|有效|{_IN_FORCE})))"
        rf"\s*[至到]\s*(?P<until>{_DAY})",
        "本措施自2024年1月1日起至2026年12月31日止。",
    ),
    Rule(
        "how long, from year to year",
        r"(?:政策|本[\u4e00-\u9fff]{2,6}?)的?(?:执行|实施|施行|有效|适用)?期限?(?:为|是|自|从|[：:])?"
        rf"\s*(?P<date>{_YEAR})起?\s*(?:至|到|[-—–~～]{{1,2}})\s*(?P<until>{_YEAR})底?(?!\s*\d|[前内度])",
        "政策期限为2016年至2018年。",
        but=("政策期限为2016年至2018年度。",),
        why="years in which something is counted",
    ),
)
"""From when until when a text holds: ``date`` and ``until`` are days, or both years."""

ENDS = (
    Rule(
        "how long, up to a day",
        rf"(?:有效期限?|执行期限?|实施期限?|试行期限?)(?:截止?)?(?:至|到|止于)\s*(?P<until>{_DAY})",
        "有效期至2028年12月31日。",
    ),
    Rule(
        "up to a day",
        rf"(?:至|到)\s*(?P<until>{_DAY})\s*(?:终止|失效|废止|止)",
        "到2025年12月31日止。",
    ),
    Rule(
        "a day on which it ends",
        rf"(?P<until>{_DAY})(?:自动|自行|起|后)?(?:失效|废止)",
        "本办法2026年12月31日自行失效。",
    ),
)
"""Until when a text holds: ``until`` is a day."""

PERIODS = (
    Rule(
        "how many years",
        r"(?:有效期限?|试行(?:期限?)?|执行期限?|实施期限?|政策期限)(?:为|是|暂定|暂定为|[：:])?(?:自[\u4e00-\u9fff]{2}之日起(?:计算)?)?\s*"
        r"(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(?:个)?年(?![前内度])",
        "本办法有效期为五年。",
        but=("试行三年内",),
        why="years in which something is done",
    ),
    Rule(
        "years before the word",
        r"(?:暂定为?|为|是|，|、)(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(?:个)?年的?(?:有效期|试行期)",
        "本政策自发布之日起施行，暂定三年有效期。",
        but=("自发布之日起施行，满三年有效期",),
        why="when they are over",
    ),
)
"""How long a text holds: ``years`` is their number."""

_TEXTS = (
    *(
        "办法",
        "规定",
        "措施",
        "政策",
        "细则",
        "意见",
        "方案",
        "计划",
        "通知",
        "条例",
        "规则",
        "规程",
        "文件",
        "若干",
    ),
    *("指南", "决定", "公告"),
)
"""What a text calls itself behind 本."""

_NAMED = "|".join(_TEXTS)
OF_ITSELF = (
    Rule("what is done with a text", "施行|实施|执行|生效|试行|印发|发布|公布", "自印发之日起，有效期三年"),
    Rule("its name", rf"本(?:[\u4e00-\u9fff]{{0,4}})(?:{_NAMED})", "本政策有效期三年"),
    Rule("its term", "(?<!本)政策(?:有效)?期", "政策期限为三年"),
)
"""A sentence with one of these is about the text; 认证有效期三年 is not."""

BY_NAME = (
    Rule("its name", rf"本[\u4e00-\u9fff]{{0,8}}?(?:{_NAMED})", "本实施细则有效期2年"),
    Rule(
        "the day on which it begins",
        "自[\u4e00-\u9fff]{0,4}(?:印发|发布|公布|颁布|施行|实施|生效|执行)之?日",
        "自印发之日起生效，有效期2年",
        but=("创业券自发放之日起生效，有效期2年",),
        why="another thing than a text is given out",
    ),
    Rule("nothing else", "^[^，。]{0,4}有效期", "有效期2年"),
)
"""What must stand beside a number of years."""

_SINCE, _UNTIL, _YEARS = (
    tuple(regex(rule.pattern) for rule in rules) for rules in ((*STARTS, *SPANS), (*SPANS, *ENDS), PERIODS)
)
_OF_ITSELF, _BY_NAME = any_of(OF_ITSELF), any_of(BY_NAME)


def _stated(day: date | None, how: str, quoted: str | None = None) -> Stated[str]:
    return Stated(day.isoformat(), "printed", how, how_zh=quoted) if day else Stated(None, "unknown")


def _counted(day: date, words: str, first: str | None) -> Stated[str]:
    """A day that some words of the text give, counted from another day."""
    wording = {"how_zh": f"“{words}”，自{first}起算", "how_en": f"“{words}”, counted from {first}"}
    return Stated(day.isoformat(), "inferred", "counted", "medium", **wording)


def _from_head(head: Mapping[str, str], field: str) -> Stated[str]:
    return _stated(parse_date(head.get(field, "")), "page_head")


def _recorded(day: str | None, record: DocumentRecord) -> Stated[str]:
    return Stated(day, "printed", "text", how_zh=record.words) if day else Stated(None, "unknown")


def _published(front: list[Clause], head: Mapping[str, str], record: DocumentRecord) -> Stated[str]:
    for clause in front:
        match = _IMPRINT.search(clause.text) if "印发" in clause.text else None
        if match:
            return _stated(parse_date(match["date"]), "imprint")
    return _recorded(record.published, record) if record.published else _from_head(head, "published")


def _effective(
    document: Document, own: frozenset[str], published: Stated[str], made: Stated[str]
) -> Stated[str]:
    for match in _found(document, _SINCE, own):
        words = match[0].strip("，。；")
        if match.groupdict().get("date"):
            day = _day(match["date"], "01-01")
            years_before = day is not None and made.value and int(made.value[:4]) - day.year > 1
            if years_before and not _BACK.search(match.string):
                continue  # in force for years when this was written: another text, or a practice
            return _stated(day, "text", words)
        first = published if match["event"] in {"发布", "公布", "颁布"} and published.value else made
        if first.value is None or len(first.value) < _WHOLE_DATE:
            return Stated(None, "unknown", "text", how_zh=words)
        later = parse_numeral(match["after"]) or 0 if match["after"] else 0
        day = date.fromisoformat(first.value) + timedelta(days=later)
        return _counted(day, words, first.value)
    return Stated(None, "unknown")


def _expires(document: Document, own: frozenset[str], effective: Stated[str]) -> Stated[str]:
    for match in _found(document, _UNTIL, own):
        if day := _day(match["until"], "12-31"):
            return _stated(day, "text", match[0])
    for match in _found(document, _YEARS, own):
        if not _BY_NAME.search(match.string):
            continue
        count = parse_numeral(match["years"])
        start = date.fromisoformat(effective.value) if effective.value else None
        end = last_day(start, count) if start and count else None
        if end is None:
            return Stated(None, "unknown", "text", how_zh=match[0])
        return _counted(end, match[0], effective.value)
    return Stated(None, "unknown")


def _day(printed: str, of_year: str) -> date | None:
    """The day that a text prints; one of the year, where it prints only that."""
    year = printed.rstrip("年 ")
    return date.fromisoformat(f"{year}-{of_year}") if year.isdecimal() else parse_date(printed)


_WHOLE_DATE = len("2026-01-01")


def _found(
    document: Document, patterns: tuple[re.Pattern[str], ...], own: frozenset[str]
) -> Iterator[re.Match[str]]:
    """What some patterns find in sentences about the text itself, in its order."""
    for clause in document.clauses:
        if not _HINT.search(clause.text):
            continue
        for sentence in _SENTENCE.findall(clause.text):
            if _OF_ITSELF.search(sentence):
                found = [
                    match
                    for pattern in patterns
                    if (match := pattern.search(sentence)) and not _is_of_another(match, own)
                ]
                yield from sorted(found, key=lambda match: (match.start(), -match.end()))


def _is_of_another(match: re.Match[str], own: frozenset[str]) -> bool:
    """Whether something else is in force: 我市自2020年1月1日起施行《民宿管理办法》; 《旧办法》自同日起废止."""
    sentence = match.string
    begin = max(sentence.rfind(sign, 0, match.start()) for sign in "，；：,;") + 1
    subject, behind = sentence[begin : match.start()], sentence[match.end() :]
    if behind.lstrip(" 的了新原旧").startswith("《") or _OTHER_SUBJECT.search(subject):
        return True
    if "本" in subject:
        return False
    before = sentence[: match.start()]
    for title in printed_titles(before) if "《" in before else ():
        is_subject = title.start >= begin or before[title.end :].startswith(("自", "从", "于"))
        if is_subject and title_key(without_status(title.title)) not in own:
            return True
    return False


# 本办法自2016年1月1日起施行 says whose day it is, however early
_BACK = regex("溯及|追溯|本")
_OTHER_SUBJECT = regex(r"我(?:国|省|市|县|区|州|盟|旗)|(?:该|原|旧|原有|此前|国家|上级|前述)[^，]{0,12}$")
_HINT = regex(r"有效期|政策期|施行|实施|执行|生效|起效|失效|废止|终止|试行|[日]止")
_SENTENCE = regex(r"[^。\n]+")
