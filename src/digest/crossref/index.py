"""Which acts are worth comparing: those that share telling words or a theme. Never all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from digest.crossref.features import Features
from digest.model.matches import Weights


def candidates(acts: Sequence[Features], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``acts``, of different policies, the earlier first; each pair once.

    Two acts are worth comparing when their common words weigh ``weights.proposing``. They then have one of
    these among the rare words of each, as words stand in one order everywhere; so only those are looked up
    (prefix filter: Chaudhuri, Ganti and Kaushik, ICDE 2006). A theme proposes as long as few acts have it.
    """
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    by_mark: defaultdict[str, list[int]] = defaultdict(list)
    for here, act in enumerate(acts):
        rare = _rare(act, weights.proposing)
        marks = [*(f"#{theme}" for theme in act.themes), *(f"={word}" for word in act.around.topic)]
        marked = {
            place for mark in marks if len(by_mark[mark]) <= weights.theme_list for place in by_mark[mark]
        }
        worded = {place for word in rare for place in by_word[word]} - marked
        near = [place for place in worded if _weighs(act.words, acts[place].words, weights.proposing)]
        doc = act.act.doc
        yield from ((place, here) for place in sorted((*marked, *near)) if acts[place].act.doc != doc)
        for word in rare:
            by_word[word].append(here)
        for mark in marks:
            by_mark[mark].append(here)


def _rare(act: Features, least: float) -> list[str]:
    """The rare words of an act: without the common ones that weigh less than ``least`` together."""
    left, kept = act.mass, []
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
