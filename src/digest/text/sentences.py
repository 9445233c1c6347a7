"""Sentences of a Chinese text and of its translation that belong together.

A translation may cut a long sentence into several, or join short ones. Which belong together is told from their lengths
(Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993) and from the sums, shares and Latin words
that both print.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from digest.regex import regex
from digest.text.english_figures import MONEY, PERCENT, find_english_figures
from digest.text.money import Unit, find_figures


@lru_cache(maxsize=4096)  # a pure function; a measure is quoted on many pages
def translated_part(chinese: str, english: str, start: int, end: int) -> str | None:
    """The English sentences for ``chinese[start:end]``, paragraph by paragraph; the whole paragraph where it is not sure which
    of its sentences these are. None where the two texts do not have the same paragraphs."""
    ours, theirs = chinese.split("\n"), english.split("\n")
    if len(ours) != len(theirs):
        return None
    found: list[str] = []
    at = 0
    for printed, translated in zip(ours, theirs, strict=True):
        spans = [
            (at + match.start(), at + match.end())
            for match in _CHINESE.finditer(printed)
            if match.group().strip()
        ]
        touched = [index for index, (first, last) in enumerate(spans) if first < end and start < last]
        if touched:
            sentences = english_sentences(translated)
            if len(touched) < len(spans) and len(sentences) > 1:
                said = [chinese[first:last] for first, last in spans]
                sentences = sentences[_places(said, sentences, touched)]
            found += sentences
        at += len(printed) + 1
    return " ".join(found) or None


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a Chinese text stand, cut at 。 and ；, without the white space around them.

    >>> [*sentence_spans("支持流片；给予补贴。")]
    [(0, 5), (5, 10)]
    """
    for match in _SENTENCE.finditer(text):
        said = match[0].strip()
        if said:
            start = match.start() + match[0].index(said)
            yield start, start + len(said)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence with ``text[start:end]``, or the sentences where that goes on behind the first, without the mark that ends it.

    >>> sentence_around("支持流片；给予补贴。", 7, 9)
    '给予补贴'
    """
    touched = [span for span in sentence_spans(text) if span[0] < end and start < span[1]]
    return text[touched[0][0] : touched[-1][1]].rstrip(_ENDS) if touched else ""


_ENDS = "。；;"
_SENTENCE = regex(rf"[^{_ENDS}\n]+[{_ENDS}]?")


def english_sentences(text: str) -> tuple[str, ...]:
    """The sentences of an English text.

    >>> english_sentences("Grants for firms. Up to RMB 5.5 million a year.")
    ('Grants for firms.', 'Up to RMB 5.5 million a year.')
    """
    return tuple(sentence for sentence in _ENGLISH.split(text) if sentence.strip())


class _Group(NamedTuple):
    """Sentences that belong together: the ends of both, how badly all up to here fit, and the ends of the group before."""

    zh: int
    en: int
    cost: float
    before: "_Group | None"


def _places(chinese: Sequence[str], english: Sequence[str], touched: Sequence[int]) -> slice:
    """The places of the English sentences for some Chinese ones that follow each other; all where that is not sure."""
    same = slice(touched[0], touched[-1] + 1)
    if len(chinese) == len(english) and _same_figures(chinese[same], english[same]):
        return same
    group = _best(tuple(chinese), tuple(english))
    found = []
    while group and group.before:
        if group.before.zh <= touched[-1] and touched[0] < group.zh:
            found.append((group.before, group))
        group = group.before
    if not found or not all(_same_figures(chinese[a.zh : b.zh], english[a.en : b.en]) for a, b in found):
        return slice(None)
    return slice(found[-1][0].en, found[0][1].en)


def _same_figures(chinese: Sequence[str], english: Sequence[str]) -> bool:
    """Whether both print the same sums and shares."""
    return _figures_zh("".join(chinese)) == _figures_in(english)


@lru_cache(maxsize=1024)  # several measures stand in one paragraph
def _best(chinese: tuple[str, ...], english: tuple[str, ...]) -> _Group | None:
    """The groups that fit best: one sentence for one or more, or two or three for one."""
    ratio = sum(map(len, english)) / max(sum(map(len, chinese)), 1)
    table: dict[tuple[int, int], _Group] = {(0, 0): _Group(0, 0, 0, None)}
    for zh in range(1, len(chinese) + 1):
        for en in range(1, len(english) + 1):
            best: _Group | None = None
            for a, b in _STEPS:
                before = table.get((zh - a, en - b))
                most = best.cost if best else inf
                if before and before.cost < most:
                    ours, theirs = chinese[zh - a : zh], english[en - b : en]
                    cost = before.cost + _misfit(ours, theirs, ratio, most - before.cost)
                    best = _Group(zh, en, cost, before) if cost < most else best
            if best:
                table[zh, en] = best
    return table.get((len(chinese), len(english)))


def _misfit(chinese: Sequence[str], english: Sequence[str], ratio: float, most: float) -> float:
    """How badly some sentences fit each other; by their lengths alone where that is already as bad as ``most``, since it
    takes long to read figures."""
    zh, en = "".join(chinese), " ".join(english)
    expected = len(zh) * ratio
    known = (len(en) - expected) ** 2 / (_SPREAD * expected) + _JOINED * (len(chinese) - 1)
    if known >= most:
        return known
    figures = len(_figures_zh(zh) ^ _figures_in(english))
    latin = len(set(_LATIN.findall(zh)) ^ set(_LATIN.findall(en)))
    return known + _FIGURE * figures + _WORD * latin


@lru_cache(maxsize=4096)
def _figures_zh(text: str) -> frozenset[tuple[bool, float]]:
    found = (each for each in find_figures(text) if each.unit in (Unit.YUAN, Unit.PERCENT))
    return frozenset(
        (each.unit is Unit.PERCENT, float(end)) for each in found for end in (each.low, each.high)
    )


def _figures_in(sentences: Iterable[str]) -> frozenset[tuple[bool, float]]:
    """No English figure goes on beyond the end of its sentence: each sentence is read once, beside whatever it stands."""
    return frozenset().union(*map(_figures_en, sentences))


@lru_cache(maxsize=4096)
def _figures_en(sentence: str) -> frozenset[tuple[bool, float]]:
    found = (each for each in find_english_figures(sentence) if each.kind in (MONEY, PERCENT))
    return frozenset((each.kind == PERCENT, float(each.value)) for each in found)


_STEPS = ((1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (2, 1), (3, 1))
_SPREAD, _FIGURE, _WORD, _JOINED = 6.8, 12.0, 4.0, 3.0
"""How much lengths vary (Gale and Church), and what a figure or a Latin word costs that one side lacks."""
_LATIN = regex(r"[A-Z][A-Z0-9]+|[0-9]G")
_CHINESE = regex(r"[^。！？\n]+[。！？]*")
_ENGLISH = regex(r"(?<=[.!?])[”\")]*\s+(?=[“\"(]*[A-Z])")
