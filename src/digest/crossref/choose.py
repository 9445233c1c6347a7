"""The verdict on two acts: the same (2), comparable (1), or neither (0), and the reasons that readers see."""

from collections.abc import Set as AbstractSet

from digest.crossref.score import Comparison
from digest.model.matches import Weights


def grade(found: Comparison, weights: Weights, narrow: AbstractSet[str]) -> int:
    """The grade of a comparison. ``narrow`` are the themes that are one instrument."""
    if is_near_text(found, weights) or (found.theme and not found.apart and _is_same(found, weights, narrow)):
        return 2
    if found.apart or not found.related:
        return 0
    least = weights.comparable if found.theme else weights.rules if found.ruled else weights.unthemed
    return int(found.score >= least)


def is_near_text(found: Comparison, weights: Weights) -> bool:
    """Whether two acts say the same in nearly the same words; the less they share else, the nearer."""
    least = weights.near_text if found.theme else weights.near_text_alone
    if found.apart or not found.related:
        least = weights.near_text_apart
    return found.information >= weights.information and found.wording >= least


def is_one_instrument(found: Comparison, narrow: AbstractSet[str]) -> bool:
    """Whether two acts of a theme are the same instrument whatever their words: both set up the same kind of
    body; both pay, or act alike, for a theme that is one instrument; both pay for two common themes."""
    alike = found.paid or found.action >= _ALIKE
    return found.founded or (found.theme in narrow and alike) or (found.paid and found.themes > 1)


def final_score(found: Comparison, weights: Weights, narrow: AbstractSet[str]) -> float:
    """The score that readers see: one instrument never scores less than other acts that are the same."""
    one = found.theme and not found.apart and is_one_instrument(found, narrow)
    return max(found.score, weights.same) if one else found.score


def reasons(found: Comparison, weights: Weights) -> tuple[str, ...]:
    """Why two acts correspond, as ids."""
    near = is_near_text(found, weights)
    shared = not near and found.told >= _TOLD and found.wording >= weights.shared_wording
    told = {
        "near_text": near,
        "shared_wording": shared,
        "same_theme": found.theme is not None,
        "same_action": found.action >= _ALIKE,
        "same_instrument": found.kinds,
        "same_figures": found.figures,
        "same_recipients": found.recipients,
    }
    return tuple(reason for reason, holds in told.items() if holds)


_ALIKE = 0.5  # share of common actions from which two acts do the same kind of thing
_TOLD = 0.5  # below this, the common words are too common to be worth naming


def _is_same(found: Comparison, weights: Weights, narrow: AbstractSet[str]) -> bool:
    return found.score >= weights.same or is_one_instrument(found, narrow)
