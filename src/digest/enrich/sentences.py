"""A sentence with all that its figures are judged by: deadlines, years, what it grants or demands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.enrich.deadlines import Deadline, find_deadlines, plain_years
from digest.enrich.quantities import Quantity, find_quantities
from digest.model.vocabulary import TargetWords
from digest.regex import regex


class Aims(NamedTuple):
    """What a clause inherits: ``goals`` is True below a heading of goals, False in commentary (notes,
    explanations), None when nothing is known; ``deadline`` is the one stated above the clause, ``carried``
    the last one of its own earlier sentences. ``written`` is the year in which the text was made."""

    goals: bool | None = None
    deadline: Deadline | None = None
    carried: Deadline | None = None
    written: int | None = None


NO_AIMS = Aims()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that its figures are judged by. ``at`` is its place in the clause; ``grants``,
    ``aims``, ``reports`` and ``weak_reports`` say where words of support, intent and the past are."""

    text: str
    at: int
    goals: bool | None
    above: Deadline | None
    carried: Deadline | None
    deadlines: tuple[Deadline, ...]
    years: tuple[Deadline, ...]
    quantities: tuple[Quantity, ...]
    conditional: bool
    grants: tuple[int, ...]
    aims: tuple[int, ...]
    reports: tuple[int, ...]
    weak_reports: tuple[int, ...]

    @property
    def inherited(self) -> Deadline | None:
        """The deadline that holds where the sentence states none."""
        return self.carried or self.above


def read_sentence(text: str, at: int, words: TargetWords, aims: Aims) -> Sentence:
    """The sentence that stands at ``at`` in its clause. Figures and years in titles (《…2025年…》) are none."""
    read = _TITLE.sub(lambda title: "　" * len(title[0]), text)
    deadlines, years = _dates(read, words, aims)
    return Sentence(
        text=text,
        at=at,
        goals=aims.goals,
        above=aims.deadline,
        carried=aims.carried,
        deadlines=deadlines,
        years=years,
        quantities=find_quantities(read, words),
        conditional=bool(_RECIPIENT.match(text)) or any(word in text for word in words.condition_words),
        grants=_grants(text, words, aims),
        aims=_ends(words.aiming, text),
        reports=_ends(words.reporting, _FROM_NOW.sub(lambda found: "　" * len(found[0]), text)),
        weak_reports=_ends(words.weakly_reporting, text),
    )


def _grants(text: str, words: TargetWords, aims: Aims) -> tuple[int, ...]:
    """Where words of support stand. 发放租赁补贴5万户 and 资助500个团队 count who is paid; below a heading of goals only
    给予 grants."""
    if aims.goals and "给予" not in text:
        return ()
    counted = _PAID_OUT.sub(lambda found: "　" * len(found[0]), text)
    return tuple(match.start() for match in words.granting.finditer(counted))


def _ends(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.end(1) for match in pattern.finditer(text))


def last(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The last of some deadlines."""
    return deadlines[-1] if deadlines else None


def after_join(text: str, end: int) -> int:
    """Past 、实现 and the like after a figure."""
    match = _GROWTH_JOIN.match(text, end)
    return match.end() if match else end


def _dates(text: str, words: TargetWords, aims: Aims) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """(deadlines, years that only date). A plain year is a deadline below 发展目标, in a list with one
    (到2025年、2027年) and behind one (“十四五”期间…，2025年…), where something is demanded by it, and when it
    lies after the year of the text; one before that year never is."""
    found = find_deadlines(text, words.periods)
    stated = [d for d in found if not _is_before(d, aims.written)]
    over = [d for d in found if d not in stated]
    plain = [y for y in plain_years(text) if not any(d.start < y.end and y.start < d.end for d in found)]
    planned: list[Deadline] = []
    for year in plain:
        before = next((d for d in (*stated, *planned) if d.end + 1 == year.start), None)
        listed = before is not None and text[before.end] in _JOINS
        follows = any(d.end <= year.start and (d.year or 0) <= (year.year or 0) for d in stated)
        reported = year.text.startswith("截") and not _is_after(year, aims.written)
        if (
            not _is_before(year, aims.written)
            and not reported
            and (
                aims.goals
                or listed
                or follows
                or _is_after(year, aims.written)
                or _dates_aim(text, year, plain, words)
            )
        ):
            planned.append(year)
    deadlines = sorted((*stated, *planned), key=lambda d: d.start)
    dates = sorted((*over, *(year for year in plain if year not in planned)), key=lambda d: d.start)
    return tuple(deadlines), tuple(dates)


def _is_before(year: Deadline, written: int | None) -> bool:
    return written is not None and year.year is not None and year.year < written


def _is_after(year: Deadline, written: int | None) -> bool:
    return written is not None and (year.year or 0) > written


def _dates_aim(text: str, year: Deadline, years: Sequence[Deadline], words: TargetWords) -> bool:
    """True for a plain year whose figures are demanded (2025年，…不低于, 2025年计划…), or one of several
    years that all end a planning period (2025年、2030年，…). A word about the past decides against it."""
    if words.reporting.search(text):
        return False
    end = min(
        (y.start for y in years if y.start > year.start and text[y.start - 1] not in _JOINS),
        default=len(text),
    )
    demanded = any(word in text[year.end : end] for word in words.demand_words)
    demanded = demanded or any(word in text[: year.start] for word in words.goal_headings)
    ends = set(words.periods.values())
    stages = len({y.year for y in years}) > 1 and all(y.year in ends for y in years)
    return demanded or stages


_PAID_OUT = regex(
    r"(?:(?:发放|落实|兑现)[^，。；]{0,8}(?:补[贴助]|奖励|贷款|返还)|资助|奖励|补[贴助])[^，。；\d]{0,14}"
    r"(?=\d[\d.]{0,8}[万亿余多]{0,2}[户人家名张笔个项])"
)
_FROM_NOW = regex("[由从](?:目前|现有|当前)")  # 由目前的20家增加到40家
_TITLE = regex(r"《[^《》\n]{1,100}》")
_JOINS = "、和及与"
_GROWTH_JOIN = regex(r"[、，,]?(?:力争|努力)?(?:实现)?")
GROWTH = regex(r"翻(?P<times>[一两二三])?(?:番|倍)")
GROWTH_FACTOR: Mapping[str | None, float] = {None: 2.0, "一": 2.0, "两": 4.0, "二": 4.0, "三": 8.0}
_RECIPIENT = regex(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.])?\s*(?:对(?![外口])于?|凡是?|经(?!过|济))[^，]"
)
