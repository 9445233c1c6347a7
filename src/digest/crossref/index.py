"""Which acts are worth comparing: those that share a telling word or a theme. Never all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.crossref.features import Features
from digest.model.matches import Weights


def candidates(acts: Sequence[Features], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``acts``, of different policies, the earlier first; each pair once.

    Two acts whose common words weigh ``weights.proposing`` have one of them among the rare words of each, as
    words stand in one order everywhere; so only those are looked up (prefix filter: Chaudhuri, Ganti and
    Kaushik, ICDE 2006). A theme proposes as long as few acts have it.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for here, act in enumerate(acts):
        words = _rare(act, weights.proposing)
        marks = [*(f"#{theme}" for theme in act.themes), *(f"={word}" for word in act.around.topic)]
        found: set[int] = set()
        for key in words:
            found.update(by_key[key])
        for key in marks:
            if len(by_key[key]) <= weights.theme_list:
                found.update(by_key[key])
        doc = act.act.doc
        yield from ((there, here) for there in sorted(found) if acts[there].act.doc != doc)
        for key in (*words, *marks):
            by_key[key].append(here)


def _rare(act: Features, least: float) -> list[str]:
    """The rare words of an act: without the common ones that weigh less than ``least`` together."""
    left, kept = act.mass, []
    for word, weight in act.words.items():
        if left < least:
            break
        kept.append(word)
        left -= weight
    return kept
