"""Which themes an act names, by the hints of content/themes.toml.

A hint counts 0.6, a weak one 0.3 (also a hint that stands in a list among others, or right before
企业, or after 利用: then it says who or by what means); different hits add up without reaching 1. A heading lends its themes to
the acts below it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import NamedTuple

from digest.model.matches import MatchingWords, Theme
from digest.model.vocabulary import any_of

_STRONG, _WEAK = 0.6, 0.3
_HEADING = 0.5  # of what a theme scores in the heading
_SIDE = 0.6  # of what a hint is worth in a circumstance
_LEAST = 0.5  # from this score on an act has the theme
_BY_MEANS_OF = re.compile(r"(?:利用|依托|借助|凭借)[^，。；]{0,12}\Z")
Stretches = tuple[tuple[int, int], ...]


class _Hint(NamedTuple):
    """A hint of a theme: words that must all stand in a text, and what they are worth."""

    theme: int
    parts: tuple[str, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class ThemeFinder:
    """The themes, and their hints by the two characters with which they begin (most texts have few of these)."""

    themes: tuple[Theme, ...]
    words: MatchingWords = field(repr=False)
    by_start: Mapping[str, tuple[_Hint, ...]] = field(init=False, repr=False)
    who: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts: defaultdict[str, list[_Hint]] = defaultdict(list)
        for place, theme in enumerate(self.themes):
            for words, worth in ((theme.hints, _STRONG), (theme.weak, _WEAK)):
                for hint in dict.fromkeys(words):
                    starts[hint[:2]].append(_Hint(place, tuple(hint.split(" ")), worth))
        object.__setattr__(self, "by_start", {start: tuple(hints) for start, hints in starts.items()})
        between, firms = any_of(self.words.firm_words), any_of(self.words.firms)
        object.__setattr__(self, "who", re.compile(rf"[的类]?(?:{between})*(?:{firms})"))

    def scores(self, text: str) -> Mapping[str, float]:
        """How much a text names each theme, from 0 to 1; what it does not name is left out."""
        by_theme: defaultdict[int, list[_Hint]] = defaultdict(list)
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
            for hint in self.by_start.get(pair, ()):
                if all(part in text for part in hint.parts):
                    by_theme[hint.theme].append(hint)
        side = _circumstances(text) if by_theme else ()
        found = {}
        for place in sorted(by_theme):
            theme = self.themes[place]
            if score := self._score(theme, sorted(by_theme[place]), text, side):
                found[theme.id] = score
        return found

    def find(self, text: str, lent: Mapping[str, float]) -> Mapping[str, float]:
        """The themes of an act with their scores, the best first; ``lent`` is what its heading scores."""
        own = self.scores(text)
        scores = {
            theme: 1 - (1 - own.get(theme, 0.0)) * (1 - _HEADING * lent.get(theme, 0.0))
            for theme in own.keys() | lent.keys()
        }
        found = {theme: score for theme, score in scores.items() if score >= _LEAST}
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def _score(self, theme: Theme, hints: Sequence[_Hint], text: str, side: Stretches) -> float:
        """How much a text names a theme, from the hints that stand in it."""
        for word in theme.excluded:
            text = text.replace(word, "＿" * len(word))
        hits = [
            self._hit(hint, text, side)
            for hint in hints
            if not any(_inside(hint, other) and _stands(other, text) for other in hints)
        ]
        return 1 - reduce(lambda left, hit: left * (1 - hit), hits, 1.0)

    def _hit(self, hint: _Hint, text: str, side: Stretches) -> float:
        """What a hint is worth in a text, 0 where it does not stand."""
        if not _stands(hint, text):
            return 0.0
        return max(
            self._worth(text, found.start(), found.end(), hint.worth)
            * (_SIDE if any(start <= found.start() < end for start, end in side) else 1.0)
            for found in re.finditer(re.escape(hint.parts[0]), text)
        )

    def _worth(self, text: str, start: int, end: int, worth: float) -> float:
        if self.who.match(text, end) and not text[start:end].endswith(self.words.firms):
            return _WEAK / 2
        if _BY_MEANS_OF.search(text, max(0, start - 14), start):
            return _WEAK * worth / _STRONG
        return (
            _WEAK / 2
            if worth == _WEAK and _listed(text, start, end)
            else _WEAK
            if _listed(text, start, end)
            else worth
        )


def _circumstances(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches that say by what means or under which circumstances an act is done."""
    pieces = [
        (found.start(), found.end()) for found in _CIRCUMSTANCE.finditer(text) if found.end() < len(text)
    ]
    return (*pieces, *((found.start(), found.end()) for found in _AS.finditer(text)))


_CIRCUMSTANCE = re.compile(
    r"(?:(?<=，)|^)\s*(?:通过|依托|围绕|针对|立足|充分发挥|发挥|充分利用|利用|紧紧抓住|抓住|按照|结合|根据|作为|随着|以|联合)[^，]*"
)
_AS = re.compile(r"以[^，。；]{2,30}为(?:支撑|重点|主体|导向|纽带|核心|目标|主|基础)")


def _inside(hint: _Hint, other: _Hint) -> bool:
    """Whether a hint is part of a longer strong one."""
    whole = " ".join(other.parts)
    return other.worth == _STRONG and hint.parts != other.parts and " ".join(hint.parts) in whole


def _stands(hint: _Hint, text: str) -> bool:
    return all(part in text for part in hint.parts)


def _listed(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a list: 、 on a side, and hardly anything else between the marks."""
    left = max(text.rfind(mark, 0, start) for mark in "、，（和")
    rights = [at for at in (text.find(mark, end) for mark in "、，等和") if at >= 0]
    right = min(rights, default=len(text))
    enumerated = (left >= 0 and text[left] == "、") or (right < len(text) and text[right] == "、")
    return enumerated and (right - left - 1) <= end - start + 2
