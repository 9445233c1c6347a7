"""Themes that are missing: groups of measures without one that speak of the same thing.

A group grows around one word that measures of several policies share, that public texts seldom use and that
is not what the whole policy is about; what to call the group is for an editor to say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.crossref.features import Features
from digest.model.matches import Act, Weights

_LEAST_ACTS = 3
_MOST_HINTS = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A group of acts without a theme; ``words`` are what they share, the most telling first."""

    words: tuple[str, ...]
    acts: tuple[Act, ...]


def suggest_themes(acts: Iterable[Features], weights: Weights, most: int) -> tuple[Suggestion, ...]:
    """At most ``most`` groups, those of the most policies first; no act stands in two. A group has acts of
    two policies at least."""
    left = [act for act in acts if not act.themes]
    found: list[Suggestion] = []
    while len(found) < most:
        word = _best_word(left, weights)
        if word is None:
            break
        group = [act for act in left if word in act.words]
        found.append(Suggestion(_shared_words(word, group), tuple(act.act for act in group)))
        left = [act for act in left if word not in act.words]
    return tuple(
        sorted(found, key=lambda each: (-len({act.doc for act in each.acts}), -len(each.acts), each.words))
    )


def _best_word(acts: Sequence[Features], weights: Weights) -> str | None:
    """The word that holds the largest group together: policies count most, then its weight."""
    policies: defaultdict[str, set[str]] = defaultdict(set)
    weight: defaultdict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for act in acts:
        for word, own in act.words.items():
            if own >= weights.telling and word not in act.around.subject:
                policies[word].add(act.act.doc)
                weight[word] += own
                count[word] += 1
    fit = [word for word in weight if len(policies[word]) > 1 and count[word] >= _LEAST_ACTS]
    return min(fit, key=lambda word: (-len(policies[word]) * weight[word], word), default=None)


def _shared_words(word: str, acts: Sequence[Features]) -> tuple[str, ...]:
    """The word of a group, and others that half of its acts have."""
    weight: defaultdict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for act in acts:
        count.update(act.words)
        for each, own in act.words.items():
            weight[each] += own
    others = [each for each in weight if each != word and 2 * count[each] >= len(acts)]
    return (word, *sorted(others, key=lambda each: (-weight[each], each))[: _MOST_HINTS - 1])
