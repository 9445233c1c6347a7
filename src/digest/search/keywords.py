"""The words a clause is about: those that stand in it more often than a text of its size would have them."""

from collections import Counter
from collections.abc import Mapping

from digest.search.records import Field, Record
from digest.text.rarity import UNKNOWN
from digest.text.words import Segmenter, content_words

_HEADING = 2  # a word of the heading counts as if it stood so often in the text


def keywords(record: Record, words: Segmenter, rarity: Mapping[str, float], most: int = 5) -> tuple[str, ...]:
    """The Chinese keywords of a record, the weightiest first."""
    counts: Counter[str] = Counter()
    for field, text in record.said:
        if field is Field.FACTS:
            continue
        times = _HEADING if field is Field.HEADING else 1
        for word in content_words(words.words(text)):
            if not word.text.isascii():
                counts[word.text] += times
    weights = {word: count * rarity.get(word, UNKNOWN) for word, count in counts.items()}
    best = sorted(weights, key=lambda word: (-weights[word], word))
    return tuple(word for word in best if rarity.get(word, UNKNOWN) > _COMMON)[:most]


_COMMON = 4.0  # words in more than one of 55 paragraphs say little
