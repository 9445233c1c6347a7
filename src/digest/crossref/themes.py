"""Which themes an act names, by the hints of content/themes.toml.

A hint counts 0.6, a weak one 0.3 (also a hint that stands in a list among others, or right before
企业, or after 利用: then it says who, where or by what means); different hits add up without reaching 1. In a list of
means (贷款贴息、融资担保等服务) each hint keeps its worth. A heading lends its themes to the acts below it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import NamedTuple

from digest.model.matches import MatchingWords, Theme
from digest.model.vocabulary import any_of
from digest.regex import regex
from digest.text.find import starts

_STRONG, _WEAK = 0.6, 0.3
_HEADING = 0.5  # of what a theme scores in the heading
_SIDE = 0.6  # of what a hint is worth in a circumstance
_LEAST = 0.5  # from this score on an act has the theme
_BY_MEANS_OF = regex(r"(?:利用|依托|借助|凭借)[^，。；]{0,12}\Z")
Stretches = tuple[tuple[int, int], ...]


class _Hint(NamedTuple):
    """A hint of a theme: words that must all stand in a text, and what they are worth."""

    theme: int
    parts: tuple[str, ...]
    worth: float


class _Around(NamedTuple):
    """What a text has around its hints: the stretches of circumstances, and the words that name means of support."""

    side: Stretches
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeFinder:
    """The themes, and their hints by the two characters with which they begin (most texts have few of these)."""

    themes: tuple[Theme, ...]
    words: MatchingWords = field(repr=False)
    by_start: Mapping[str, tuple[_Hint, ...]] = field(init=False, repr=False)
    who: re.Pattern[str] = field(init=False, repr=False)
    others: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts: defaultdict[str, list[_Hint]] = defaultdict(list)
        for place, theme in enumerate(self.themes):
            for words, worth in ((theme.hints, _STRONG), (theme.weak, _WEAK)):
                for hint in dict.fromkeys(words):
                    starts[hint[:2]].append(_Hint(place, tuple(hint.split(" ")), worth))
        object.__setattr__(self, "by_start", {start: tuple(hints) for start, hints in starts.items()})
        between, firms = any_of(self.words.firm_words), any_of(self.words.firms)
        object.__setattr__(self, "who", regex(rf"[的类]?(?:{between})*(?:{firms})"))
        body, review = any_of(self.words.reviewers), any_of(self.words.reviews)
        reviewed = rf"(?:经|由|委托|聘请)[^，。；、]{{0,24}}?(?:{body})[^，。；、]{{0,6}}?(?:{review})"
        object.__setattr__(self, "others", regex(rf"{_EXCLUDED}|{reviewed}"))

    def scores(self, text: str) -> Mapping[str, float]:
        """How much a text names each theme, from 0 to 1; what it does not name is left out."""
        text = self._own_words(text)
        by_theme: defaultdict[int, list[_Hint]] = defaultdict(list)
        for pair in self.by_start.keys() & set(map(add, text, text[1:])):
            for hint in self.by_start[pair]:
                if _stands(hint, text):
                    by_theme[hint.theme].append(hint)
        side = _circumstances(text) if by_theme else ()
        around = _Around(side, self._means(by_theme) if "、" in text else ())
        found = {}
        for place in sorted(by_theme):
            theme = self.themes[place]
            if score := self._score(theme, sorted(by_theme[place]), text, around):
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

    def _own_words(self, text: str) -> str:
        """A text with what it is not about blotted out: what it excludes, and bodies that only review."""
        return self.others.sub(lambda found: "＿" * len(found.group()), text)

    def _means(self, by_theme: Mapping[int, Sequence[_Hint]]) -> tuple[str, ...]:
        """The words in a text that name means of support: the strong hints of themes that are no fields."""
        return tuple(
            hint.parts[0]
            for place, hints in by_theme.items()
            if self.themes[place].family not in self.words.fields
            for hint in hints
            if hint.worth == _STRONG and len(hint.parts) == 1
        )

    def _score(self, theme: Theme, hints: Sequence[_Hint], text: str, around: _Around) -> float:
        """How much a text names a theme, from the hints that stand in it."""
        for word in theme.excluded:
            text = text.replace(word, "＿" * len(word))
        hits = [
            self._hit(hint, text, around)
            for hint in hints
            if not any(_inside(hint, other) and _stands(other, text) for other in hints)
        ]
        return 1 - reduce(lambda left, hit: left * (1 - hit), hits, 1.0)

    def _hit(self, hint: _Hint, text: str, around: _Around) -> float:
        """What a hint is worth in a text, 0 where it does not stand."""
        if not _stands(hint, text):
            return 0.0
        return max(
            self._worth(text, start, start + len(hint.parts[0]), hint.worth, around.means)
            * (_SIDE if any(first <= start < last for first, last in around.side) else 1.0)
            for start in starts(hint.parts[0], text)
        )

    def _worth(self, text: str, start: int, end: int, worth: float, means: Sequence[str]) -> float:
        if self.who.match(text, end) and not text[start:end].endswith(self.words.firms):
            return _WEAK / 2
        if _BY_MEANS_OF.search(text, max(0, start - 14), start):
            return _WEAK * worth / _STRONG
        if (bounds := _listed(text, start, end)) is None:
            return worth
        if text[start:end] in means and _beside(text, *bounds, means):
            return worth
        return _WEAK * worth / _STRONG


_EXCLUDED = r"不(?:包括|包含|含)[^，。；）)]{1,60}|[（(][^（）()]{1,60}除外(?:[，,][^（）()]{0,30})?[）)]"
"""What a text says that it is not about."""


def _circumstances(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches that say by what means or under which circumstances an act is done."""
    pieces = [
        (found.start(), found.end()) for found in _CIRCUMSTANCE.finditer(text) if found.end() < len(text)
    ]
    inside = ((found.start(), found.end()) for pattern in (_AS, _MEMBERS) for found in pattern.finditer(text))
    return (*pieces, *inside)


_CIRCUMSTANCE = regex(
    r"(?:(?<=，)|^)\s*(?:通过|依托|围绕|针对|立足|充分发挥|发挥|充分利用|利用|紧紧抓住|抓住|按照|结合|根据|作为|随着|以|联合)[^，]*"
)
_MEMBERS = regex(r"(?:包括|包含|[（(]含)[^。；：]*、[^。；]*|《[^》]*》")
_AS = regex(r"以[^，。；]{2,30}为(?:支撑|重点|主体|导向|纽带|核心|目标|主|基础)")


def _inside(hint: _Hint, other: _Hint) -> bool:
    """Whether a hint is part of a longer strong one."""
    whole = " ".join(other.parts)
    return other.worth == _STRONG and hint.parts != other.parts and " ".join(hint.parts) in whole


def _stands(hint: _Hint, text: str) -> bool:
    return all(map(text.__contains__, hint.parts))


def _listed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the marks stand about words in a list, None for others: 、 on a side, and hardly anything else between."""
    left = max(text.rfind(mark, 0, start) for mark in "、，（和")
    rights = [at for at in (text.find(mark, end) for mark in "、，等和") if at >= 0]
    right = min(rights, default=len(text))
    enumerated = (left >= 0 and text[left] == "、") or (right < len(text) and text[right] == "、")
    return (left, right) if enumerated and (right - left - 1) <= end - start + 2 else None


def _beside(text: str, left: int, right: int, means: Sequence[str]) -> bool:
    """Whether the words before or after the item of a list between two marks name means of support, too."""
    before = re.split("[、，。；（和]", text[max(0, left - _ITEM) : left])[-1] if left >= 0 else ""
    after = re.split("[、，。；）等和]", text[right + 1 : right + 1 + _ITEM])[0]
    return any(word in before or word in after for word in means)


_ITEM = 20
"""The longest item of a list that is looked at."""
