"""A sentence with all that its figures are judged by: deadlines, years, what it grants or demands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.enrich.deadlines import Deadline, find_deadlines, plain_years
from digest.enrich.quantities import Quantity, find_quantities
from digest.model.vocabulary import TargetWords


class Aims(NamedTuple):
    """What a clause inherits: ``goals`` is True below a heading of goals, False in commentary (notes,
    explanations), None when nothing is known; ``deadline`` is the one stated above the clause."""

    goals: bool | None = None
    deadline: Deadline | None = None


NO_AIMS = Aims()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that its figures are judged by. ``at`` is its place in the clause."""

    text: str
    at: int
    goals: bool | None
    inherited: Deadline | None
    deadlines: tuple[Deadline, ...]
    years: tuple[Deadline, ...]
    quantities: tuple[Quantity, ...]
    grants: bool
    conditional: bool


def read_sentence(text: str, at: int, words: TargetWords, aims: Aims) -> Sentence:
    """The sentence that stands at ``at`` in its clause."""
    deadlines = find_deadlines(text, words.periods)
    years = tuple(y for y in plain_years(text) if not any(d.start <= y.start < d.end for d in deadlines))
    if aims.goals:  # below 发展目标, 2025年 needs no 到
        deadlines = tuple(sorted((*deadlines, *years), key=lambda d: d.start))
        years = ()
    else:
        listed = {d.end + 1 for d in deadlines}
        planned = tuple(
            y
            for y in years
            if (y.start in listed and text[y.start - 1] in _JOINS) or _dates_aim(text, y, years, words)
        )
        deadlines = tuple(sorted((*deadlines, *planned), key=lambda d: d.start))
        years = tuple(y for y in years if y not in planned)
    return Sentence(
        text=text,
        at=at,
        goals=aims.goals,
        inherited=aims.deadline,
        deadlines=deadlines,
        years=years,
        quantities=find_quantities(text, words),
        grants=any(word in text for word in words.grant_words),
        conditional=bool(_RECIPIENT.match(text)) or any(word in text for word in words.condition_words),
    )


def last(deadlines: Sequence[Deadline]) -> Deadline | None:
    """The last of some deadlines."""
    return deadlines[-1] if deadlines else None


def _dates_aim(text: str, year: Deadline, years: Sequence[Deadline], words: TargetWords) -> bool:
    """True for a plain year whose figures are demanded (2025年，…不低于, 2025年计划…), or one of several
    years that all end a planning period (2025年、2030年，…). A word about the past decides against it."""
    if any(word in text for word in words.statistic_words):
        return False
    end = min(
        (y.start for y in years if y.start > year.start and text[y.start - 1] not in _JOINS),
        default=len(text),
    )
    demanded = any(word in text[year.end : end] for word in words.demand_words)
    ends = set(words.periods.values())
    stages = len({y.year for y in years}) > 1 and all(y.year in ends for y in years)
    return demanded or stages


_JOINS = "、和及与"
GROWTH = re.compile(r"翻(?P<times>[一两二三])?(?:番|倍)")
GROWTH_FACTOR: Mapping[str | None, float] = {None: 2.0, "一": 2.0, "两": 4.0, "二": 4.0, "三": 8.0}
_RECIPIENT = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.])?\s*(?:对于?|凡是?|经(?!过))[^，]")
