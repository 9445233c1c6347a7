"""Which measures are worth comparing: those that share a theme or telling words. Never all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.crossref.features import Features, Whole, common, dot

Place = tuple[int, int]
"""Two places in a list of measures, the earlier first."""


def candidates(measures: Sequence[Sequence[Features]], proposing: float) -> Iterator[Place]:
    """Pairs of measures of different policies, each as its acts; each pair once. Whether two are worth comparing depends
    on their policies alone.

    They are when both are about a theme, or when two of their acts have words in common that weigh ``proposing``; and
    when the whole measures share enough. Such acts have a common word among the rare ones of each, as words stand in one
    order everywhere; so only those are looked up (prefix filter: Chaudhuri, Ganti and Kaushik, ICDE 2006). Rules of law
    (应当, 不得) must share more: there are very many, in set phrases.
    """
    by_word: defaultdict[str, list[tuple[int, Features]]] = defaultdict(list)
    by_theme: defaultdict[str, list[int]] = defaultdict(list)
    for here, acts in enumerate(measures):
        doc, whole = acts[0].act.doc, acts[0].whole
        bar = _RULES if whole.commands else _MEASURES
        least = proposing * bar.proposing
        themes = [theme for theme, score in whole.themes.items() if score >= bar.theme]
        near = {place for theme in themes for place in by_theme[theme]}
        rare = [(act, word) for act in acts for word in _rare(act, least)]
        for act, word in rare:
            for place, other in by_word[word]:
                if place not in near and _weighs(act.words, other.words, least):
                    near.add(place)
        for place in sorted(near):
            other = measures[place][0]
            if other.act.doc != doc and _worth(other.whole, whole):
                yield place, here
        for act, word in rare:
            by_word[word].append((here, act))
        for theme in themes:
            by_theme[theme].append(here)


class _Bar(NamedTuple):
    """What two measures must share: how much of a theme proposes a pair, how many times ``proposing`` the words; then
    the cosine of all words, or the score of the common themes."""

    theme: float
    proposing: float
    cosine: float
    shared: float


_MEASURES = _Bar(theme=0.15, proposing=1.0, cosine=0.04, shared=0.2)
_RULES = _Bar(theme=0.3, proposing=2.0, cosine=0.06, shared=0.35)


def _worth(a: Whole, b: Whole) -> bool:
    bar = _RULES if a.commands or b.commands else _MEASURES
    return common(a.themes, b.themes) >= bar.shared or dot(a.grams, b.grams) >= bar.cosine


def _rare(act: Features, least: float) -> list[str]:
    """The rare words of an act: without the common ones that weigh less than ``least`` together."""
    left, kept = sum(act.words.values()), []
    for word, weight in act.words.items():
        if left < least:
            break
        kept.append(word)
        left -= weight
    return kept


def _weighs(a: Mapping[str, float], b: Mapping[str, float], least: float) -> bool:
    """Whether the common words of two acts weigh at least so much."""
    weight = 0.0
    for word in a.keys() & b.keys():
        weight += min(a[word], b[word])
        if weight >= least:
            return True
    return False
