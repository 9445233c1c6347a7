"""Noun phrases of a Chinese text: neighbouring words of which the last names a thing, as 节地生态安葬, 骨灰海葬, 加装电梯.

Words that point, count or name a time or a place are in none (当年, 每家, 首次, 万美元, 深圳): what a dictionary calls a
pronoun, a numeral and so on, and a word it does not hold that begins or ends with such a character (每例, 元奖补).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.text.segmenter import Word, parts_of_speech


class Phrase(NamedTuple):
    """A phrase with its words, as they stand in the text."""

    text: str
    words: tuple[Word, ...]


def noun_phrases(text: str, words: Sequence[Word]) -> Iterator[Phrase]:
    """All phrases of one to three of the words of a text, where they follow each other without a gap; longer than
    eight characters is no name."""
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            if last > first and words[last].start != words[last - 1].end:
                break
            if not _names(words[last].text):
                break
            run = tuple(words[first : last + 1])
            phrase = text[run[0].start : run[-1].end]
            if len(phrase) > _LONGEST:
                break
            if _ends_name(words[last].text, alone=last == first):
                yield Phrase(phrase, run)


_MOST_WORDS = 3
_LONGEST = 8
_NO_NAMES = frozenset("tmqrdpcufsyeoxkh") | {"ns", "nt", "mq", "zg"}
"""Parts of speech that are in no name: times, numerals, measure words, pronouns, adverbs, ..., places, bodies."""
_NOUNS = ("n", "vn", "j", "an", "eng")
_POINTING = "每该此某各同"
"""Characters with which no name begins, whatever a dictionary calls the word (每台, 同一)."""


def _names(word: str) -> bool:
    """Whether a word can be part of a name."""
    known = parts_of_speech()
    if word[0] in _POINTING:
        return False
    if part := known.get(word):
        return part not in _NO_NAMES and not part.startswith(("r", "m", "u", "t"))
    begins, ends = known.get(word[0], ""), known.get(word[-1], "")
    return (
        len(word) > 1
        and not begins.startswith(("r", "m", "q", "d", "p", "c", "f"))
        and ends[:1] not in {"r", "f"}
    )


def _ends_name(word: str, *, alone: bool) -> bool:
    """Whether a word can end a name: it names a thing, as new words do that no dictionary holds, or what is done with a
    thing that stands before it (生态安葬). An idiom names nothing (优势互补), nor does what a thing is like (区级)."""
    part = parts_of_speech().get(word, "n")
    return word[-1] != "级" and (part.startswith(_NOUNS) or (part == "v" and not alone))
