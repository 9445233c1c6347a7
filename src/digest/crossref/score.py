"""How much two acts correspond: in wording, in substance, and why."""

from collections.abc import Mapping, Set

from digest.crossref.features import Features
from digest.model.matches import ActPair


def compare(a: Features, b: Features, weights: Mapping[str, float], narrow: Set[str]) -> ActPair | None:
    """Two acts with both scores and the reasons; None where they do not correspond."""
    wording, information = _wording(a, b)
    told = min(1.0, information / weights["information"])
    if a.around.topic and b.around.topic:
        if not a.around.topic & b.around.topic:
            return None
        told = max(told, weights["topic"])
        theme, themed = _theme({**a.around.wider, **a.themes}, {**b.around.wider, **b.themes})
    else:
        theme, themed = _theme(a.themes, b.themes)
    if (a.rules or b.rules) and told < 0.5:
        theme, themed = None, 0.0
    related = bool(a.around.subject & b.around.subject)
    apart = bool(a.themes and b.themes and not theme)
    action = _overlap(a.actions, b.actions)
    kind = bool(a.kinds & b.kinds)
    figures = _overlap(a.figures, b.figures)
    substance = (
        weights["theme"] * themed
        + weights["objects"] * told
        + weights["action"] * action
        + weights["support"] * (a.pays and b.pays)
        + weights["figures"] * max(figures, 0.5 * kind)
    )
    score = weights["wording_share"] * wording * told + (1 - weights["wording_share"]) * min(1.0, substance)
    if a.around.goal or b.around.goal:
        score *= weights["goal"]
    near = information >= weights["information"] and wording >= weights[_NEAR[bool(theme), related]]
    shared = told >= 0.5 and wording >= weights["shared_wording"]
    founded = bool(theme) and a.founds is not None and a.founds == b.founds
    paid = a.pays and b.pays
    one_instrument = theme in narrow and (paid or action >= 0.5)
    both = paid and len(a.themes.keys() & b.themes.keys()) > 1
    if not related:
        theme, founded, one_instrument, both = None, False, False, False
    if near or founded or one_instrument or both or (score >= weights["same"] and theme):
        grade = 2
    elif apart or not related:
        grade = 0
    elif score >= weights["comparable" if theme else "rules" if a.rules and b.rules else "unthemed"]:
        grade = 1
    else:
        grade = 0
    if founded or one_instrument or both:
        score = max(score, weights["same"])
    if not grade:
        return None
    reasons = (
        "near_text" if near else "shared_wording" if shared else "",
        "same_theme" if theme else "",
        "same_action" if action >= 0.5 else "",
        "same_instrument" if kind else "",
        "same_figures" if figures else "",
        "same_recipients" if a.recipients & b.recipients else "",
    )
    return ActPair(
        a.act, b.act, grade, round(score, 3), round(wording, 3), round(substance, 3), theme, tuple(filter(None, reasons))
    )


_NEAR = {
    (True, True): "near_text",
    (False, True): "near_text_alone",
    (True, False): "near_text_apart",
    (False, False): "near_text_apart",
}


def _wording(a: Features, b: Features) -> tuple[float, float]:
    """How much of the weighted words is shared (mean of cosine and share of the smaller act), and its weight."""
    small, large = (a.words, b.words) if len(a.words) < len(b.words) else (b.words, a.words)
    shared = [(weight, large[word]) for word, weight in small.items() if word in large]
    if not shared:
        return 0.0, 0.0
    dot = sum(x * y for x, y in shared)
    common = sum(min(pair) for pair in shared)
    smaller = min(a.mass, b.mass) or 1.0
    return 0.65 * dot / (a.norm * b.norm) + 0.35 * min(1.0, common / smaller), common


def _theme(a: Mapping[str, float], b: Mapping[str, float]) -> tuple[str | None, float]:
    """The theme that both share most, and how much."""
    shared = {theme: min(score, b[theme]) for theme, score in a.items() if theme in b}
    if not shared:
        return None, 0.0
    best = min(shared, key=lambda theme: (-shared[theme], theme))
    return best, shared[best]


def _overlap(a: frozenset[object], b: frozenset[object]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
