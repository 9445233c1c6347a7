"""The part of a text that answers: where what was asked for stands in it, and what is shown around that.

assets/results/ does the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.regex import regex
from digest.search.query import Units
from digest.text.units import Phrase, fold, phrases


class Sought(NamedTuple):
    """What is looked for in the texts of hits: words as they were asked for; the pieces of long ones; others of the same
    meaning; and what is printed where such a thing as was asked for is said, ``sums`` too perhaps."""

    whole: Sequence[Units] = ()
    loose: Sequence[Units] = ()
    also: Sequence[Units] = ()
    said: Sequence[Units] = ()
    sums: bool = False


class Place(NamedTuple):
    """Where something that was looked for stands in a text; ``answers``: it is such a thing as was asked for."""

    start: int
    end: int
    answers: bool = False


def units_of(words: Iterable[str], stem: Callable[[str], str]) -> Iterator[Units]:
    """Words as they are looked for: those without a mark in them."""
    for word in words:
        found = list(phrases(fold(word), stem))
        if len(found) == 1:
            yield tuple(unit.text for unit in found[0])


def find_places(text: str, sought: Sought, stem: Callable[[str], str]) -> Sequence[Place]:
    """Where what was asked for stands in a text; others of the same meaning only where nothing stands whole, pieces only where
    these do not stand there either. Of places that lie in each other the longest."""
    cut = list(phrases(fold(text), stem))
    found: list[Place] = []
    for words in (sought.whole, sought.also, sought.loose):
        found = found or list(_seek(cut, words))
    found += (Place(start, end, answers=True) for start, end, _ in _seek(cut, sought.said))
    if sought.sums:
        found += (Place(*sum_.span(), answers=True) for sum_ in _SUM.finditer(text))
    found.sort(key=lambda place: (place.start, -place.end))
    left: list[Place] = []
    for place in found:
        if not left or place.end > left[-1].end:
            left.append(place)
    return left


def _seek(cut: Sequence[Phrase], words: Iterable[Units]) -> Iterator[Place]:
    for word in words:
        for phrase in cut:
            texts = tuple(unit.text for unit in phrase)
            for at in range(len(texts) - len(word) + 1):
                if texts[at : at + len(word)] == word:
                    yield Place(phrase[at].start, phrase[at + len(word) - 1].end)


def passage(text: str, places: Sequence[Place], length: int) -> str:
    """The part of a text with the most of what was found in it, first of all what answers; what is left out is ``…``."""
    lead = length // 3

    def worth(start: int) -> int:
        within = (place for place in places if start <= place.start and place.end <= start + length - lead)
        return len({"" if place.answers else text[place.start : place.end] for place in within})

    first = max((place.start for place in places), key=worth, default=0)
    start = max(0, first - lead)
    if start:
        start = next((at + 1 for at in range(start, start + lead) if _MARK.match(text[at])), start)
    while start < first and _is_inside(text, start):
        start += 1
    end = min(len(text), start + length)
    while end > start + length / 2 and _is_inside(text, end):
        end -= 1
    return f"{'…' * (start > 0)}{text[start:end].rstrip()}{'…' * (end < len(text))}"


def _is_inside(text: str, at: int) -> bool:
    """Whether a text would be cut inside a word or a figure: 最高500 is not what 最高500万元 says."""
    return 0 < at < len(text) and bool(_INSIDE.match(text, at - 1))


_MARK = regex(r"[，。；：、！？,;:!?\n（）()《》“”]")
_INSIDE = regex(r"[A-Za-z0-9]{2}|[0-9][.,%％万亿元]|[.,][0-9]|[万亿]元")
_SUM = regex(r"[0-9][0-9.,]*[ 多余]?(?:[百千万亿]*元|[%％‰])|RMB [0-9.,]+(?: [mb]illion)?")
