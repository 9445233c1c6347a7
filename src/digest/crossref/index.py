"""Which acts are worth comparing: those that share a telling word or a theme. Never all pairs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from digest.crossref.features import Features


def candidates(acts: Sequence[Features], weights: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``acts``, of different policies, the earlier first; each pair once."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for here, act in enumerate(acts):
        keys = [word for word, weight in act.words.items() if weight >= weights["key_weight"]]
        themes = [f"#{theme}" for theme in act.themes]
        themes += [f"={word}" for word in act.topic]
        found: set[int] = set()
        for key in keys:
            found.update(by_key[key])
        for key in themes:
            if len(by_key[key]) <= weights["theme_list"]:
                found.update(by_key[key])
        for there in sorted(found):
            if acts[there].act.doc != act.act.doc:
                yield there, here
        for key in (*keys, *themes):
            by_key[key].append(here)
