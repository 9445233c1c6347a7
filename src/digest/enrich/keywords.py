"""The words a text is about: those that stand in it more often than a text of its size would have them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from digest.model.document import Clause, Document
from digest.model.keywords import Keyword, Keywords
from digest.text.rarity import UNKNOWN, rarity
from digest.text.segmenter import Segmenter, content_words

MOST = 8
"""Keywords that are kept of a text."""

_HEADING = 2  # a word of the heading counts as if it stood so often in the text
_COMMON = 4.0  # words in more than one of 55 texts say little
_EVERYWHERE = 1.5  # words in more than two of nine texts say nothing


def find_keywords(document: Document, words: Segmenter) -> Keywords:
    """The keywords of a document and of its clauses. In a clause, a word counts the less the more clauses of the
    document have it: what the whole is about does not tell one from another."""
    rare = rarity()
    counts = {clause.id: _counts(clause, words) for clause in document.clauses}
    spread = Counter(word for each in counts.values() for word in each)
    whole: Counter[str] = Counter()
    for each in counts.values():
        whole.update(each)
    own = {word: 1 - log(clauses) / log(len(counts) + 1) for word, clauses in spread.items()}
    return Keywords(
        _best(whole, dict.fromkeys(whole, 1.0), rare),
        {name: _best(each, own, rare) for name, each in counts.items()},
        {name: _shares(_all(each, own, rare)) for name, each in counts.items()},
    )


def _counts(clause: Clause, words: Segmenter) -> Counter[str]:
    """How often each Chinese word stands in a clause."""
    heading = Counter(_chinese(clause.heading or "", words))
    text = Counter(_chinese(clause.text, words))
    return Counter({word: _HEADING * heading[word] + text[word] for word in (*heading, *text)})


def _chinese(text: str, words: Segmenter) -> Iterable[str]:
    return (word.text for word in content_words(words.words(text)) if not word.text.isascii())


def _best(
    counts: Mapping[str, int], own: Mapping[str, float], rare: Mapping[str, float]
) -> tuple[Keyword, ...]:
    weights = {
        word: count * own[word] * rare.get(word, UNKNOWN)
        for word, count in counts.items()
        if rare.get(word, UNKNOWN) > _COMMON
    }
    shares = _shares(weights)
    best = sorted(weights, key=lambda word: (-weights[word], word))[:MOST]
    return tuple(Keyword(word, shares[word]) for word in best)


def _all(
    counts: Mapping[str, int], own: Mapping[str, float], rare: Mapping[str, float]
) -> Mapping[str, float]:
    """The weights of all words of a clause: those of every text weigh nothing, a second mention less than the first."""
    weights = {
        word: (1 + log(count)) * own[word] * (rare.get(word, UNKNOWN) - _EVERYWHERE)
        for word, count in counts.items()
    }
    return {word: weight for word, weight in weights.items() if weight > 0}


def _shares(weights: Mapping[str, float]) -> Mapping[str, int]:
    """Weights as thousandths of the length of their vector."""
    length = sqrt(sum(weights[word] ** 2 for word in sorted(weights)))
    return {word: round(1000 * weights[word] / length) for word in sorted(weights)}
