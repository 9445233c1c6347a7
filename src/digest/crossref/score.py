"""How much two acts correspond: in wording, in substance, and by what."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.crossref.features import Features
from digest.model.matches import Weights


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two acts have in common. ``wording``, ``substance`` and ``score`` run from 0 to 1, ``told`` says how
    much of it the common words can vouch for.

    ``theme`` is the one both share most, None where they share none; ``themes`` how many they share.
    ``related`` policies are about one subject (or one says too little to tell), ``apart`` are acts whose themes or headings contradict each
    other. ``founded``: both set up the same kind of body; ``paid``: both give support; ``ruled``: both
    command or forbid.
    """

    wording: float
    information: float
    told: float
    substance: float
    score: float
    theme: str | None
    themes: int
    related: bool
    apart: bool
    action: float
    kinds: bool
    figures: bool
    recipients: bool
    founded: bool
    paid: bool
    ruled: bool


def compare(a: Features, b: Features, weights: Weights) -> Comparison:
    """What two acts have in common; the same whichever comes first."""
    wording, information = _wording(a, b)
    told = min(1.0, information / weights.information)
    subjects = a.around.subject, b.around.subject
    related = not all(subjects) or bool(subjects[0] & subjects[1])
    headed = bool(a.around.topic and b.around.topic)
    if headed and a.around.topic & b.around.topic:
        told = max(told, weights.topic)
    speaks = related and (told >= _ENOUGH or not (a.rules or b.rules))
    shared = _shared_themes(a, b, wider=headed) if speaks else {}
    theme = min(shared, key=lambda name: (-shared[name], name), default=None)
    action = _overlap(a.actions, b.actions)
    figures = _overlap(a.figures, b.figures)
    kinds = bool(a.kinds & b.kinds)
    paid = a.pays and b.pays
    substance = min(
        1.0,
        weights.theme * shared.get(theme or "", 0.0)
        + weights.objects * told
        + weights.action * action
        + weights.support * paid
        + weights.figures * max(figures, kinds / 2),
    )
    score = weights.wording * wording * told + (1 - weights.wording) * substance
    return Comparison(
        wording=wording,
        information=information,
        told=told,
        substance=substance,
        score=score * weights.goal if a.around.goal or b.around.goal else score,
        theme=theme,
        themes=len(a.themes.keys() & b.themes.keys()),
        related=related,
        apart=(headed and not a.around.topic & b.around.topic)
        or bool(speaks and a.themes and b.themes and not theme),
        action=action,
        kinds=kinds,
        figures=figures > 0,
        recipients=bool(a.recipients & b.recipients),
        founded=a.founds is not None and a.founds == b.founds,
        paid=paid,
        ruled=a.rules and b.rules,
    )


_ENOUGH = 0.5
"""A rule of law is compared by its words: a theme counts only where the words vouch for so much."""

_COSINE = 0.65
"""The part of the angle between two acts in their wording; the rest is the share of the smaller one."""


def _wording(a: Features, b: Features) -> tuple[float, float]:
    """How much of the weighted words is shared, and what they weigh."""
    small, large = (a.words, b.words) if len(a.words) < len(b.words) else (b.words, a.words)
    shared = [(weight, large[word]) for word, weight in small.items() if word in large]
    if not shared:
        return 0.0, 0.0
    angle = sum(x * y for x, y in shared) / (a.norm * b.norm)
    common = sum(min(pair) for pair in shared)
    return _COSINE * angle + (1 - _COSINE) * min(1.0, common / (min(a.mass, b.mass) or 1.0)), common


def _shared_themes(a: Features, b: Features, *, wider: bool) -> Mapping[str, float]:
    """The themes that both have, with the lower score; below headings that name things, those above, too."""
    left, right = a.themes, b.themes
    if wider:
        left, right = {**a.around.wider, **left}, {**b.around.wider, **right}
    return {theme: min(score, right[theme]) for theme, score in left.items() if theme in right}


def _overlap(a: AbstractSet[object], b: AbstractSet[object]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
