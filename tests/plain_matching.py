"""Two plain methods to compare with: tf-idf and BM25 on pairs of characters of whole clauses."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log, sqrt

from labelled_fields import Pair


def tf_idf(units: Mapping[str, str], pairs: Iterable[Pair]) -> Mapping[Pair, float]:
    """The cosine of vectors of character pairs."""
    counts = {name: bigrams(text) for name, text in units.items()}
    spread = Counter(gram for each in counts.values() for gram in each)
    vectors = {
        name: {gram: (1 + log(count)) * log(len(units) / spread[gram]) for gram, count in each.items()}
        for name, each in counts.items()
    }
    norms = {name: sqrt(sum(weight**2 for weight in each.values())) or 1.0 for name, each in vectors.items()}

    def cosine(a: str, b: str) -> float:
        shared = sum(weight * vectors[b].get(gram, 0.0) for gram, weight in vectors[a].items())
        return shared / (norms[a] * norms[b])

    return {(a, b): cosine(a, b) for a, b in pairs}


def bm25(
    units: Mapping[str, str], pairs: Iterable[Pair], k: float = 1.2, b: float = 0.75
) -> Mapping[Pair, float]:
    """Okapi BM25, each clause asked for the other; the mean of both ways."""
    counts = {name: bigrams(text) for name, text in units.items()}
    spread = Counter(gram for each in counts.values() for gram in each)
    mean = sum(each.total() for each in counts.values()) / len(counts)

    def asked(query: str, name: str) -> float:
        scale = k * (1 - b + b * counts[name].total() / mean)
        return sum(
            log(1 + (len(units) - spread[gram] + 0.5) / (spread[gram] + 0.5))
            * found
            * (k + 1)
            / (found + scale)
            for gram in counts[query]
            if (found := counts[name].get(gram, 0))
        ) / (counts[query].total() or 1)

    return {(a, c): (asked(a, c) + asked(c, a)) / 2 for a, c in pairs}


def bigrams(text: str) -> Counter[str]:
    """The pairs of neighbouring characters."""
    packed = [character for character in text if character.isalnum()]
    return Counter(map("".join, pairwise(packed)))
