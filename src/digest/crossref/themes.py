"""Which themes an act names, by the hints of content/themes.toml.

A hint counts 0.6, a weak one 0.3 (also a hint that stands in a list among others, or right before
企业, or after 利用: then it says who or by what means); different hits add up without reaching 1. A heading lends its themes to
the acts below it. A general theme counts only where nothing more specific is named.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

from digest.model.matches import Theme

_STRONG, _WEAK = 0.6, 0.3
_HEADING = 0.5  # of what a theme scores in the heading
_SIDE = 0.6  # of what a hint is worth in a circumstance
_LEAST_GENERAL = 0.7  # from this score on an act has a general theme
_LEAST = 0.5  # from this score on an act has the theme
_BY_MEANS_OF = re.compile(r"(?:利用|依托|借助|凭借)[^，。；]{0,12}\Z")
_WHO = re.compile(
    r"[的类]?(?:龙头|骨干|头部|重点|领军|优势|相关|知名|专业|设备|研发|开发|设计|制造)*(?:企业|厂商|公司|运营机构)"
)


Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ThemeFinder:
    """The themes, and for each pair of characters those with a hint that begins so (most acts have none)."""

    themes: tuple[Theme, ...]
    by_start: Mapping[str, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for place, theme in enumerate(self.themes):
            for start in sorted({hint[:2] for hint in (*theme.hints, *theme.weak)}):
                starts[start].append(place)
        object.__setattr__(self, "by_start", {start: tuple(places) for start, places in starts.items()})

    def scores(self, text: str) -> Mapping[str, float]:
        """How much a text names each theme, from 0 to 1; what it does not name is left out."""
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        places = sorted({place for pair in pairs if pair in self.by_start for place in self.by_start[pair]})
        side = _circumstances(text) if places else ()
        found = {self.themes[place].id: _score(self.themes[place], text, side) for place in places}
        return {theme: score for theme, score in found.items() if score}

    def find(self, text: str, lent: Mapping[str, float]) -> Mapping[str, float]:
        """The themes of an act with their scores, the best first; ``lent`` is what its heading scores."""
        own = self.scores(text)
        scores = {}
        for theme in self.themes:
            if theme.id in own or theme.id in lent:
                score = 1 - (1 - own.get(theme.id, 0.0)) * (1 - _HEADING * lent.get(theme.id, 0.0))
                if score >= (_LEAST_GENERAL if theme.general else _LEAST):
                    scores[theme.id] = (theme.general, score)
        specific = not all(general for general, _ in scores.values())
        found = {theme: score for theme, (general, score) in scores.items() if not (general and specific)}
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


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


def _score(theme: Theme, text: str, side: Stretches) -> float:
    for word in theme.excluded:
        text = text.replace(word, "＿" * len(word))
    hits = [_hit(hint, text, side, _STRONG) for hint in theme.hints if not _covered(hint, theme.hints, text)]
    hits += [_hit(hint, text, side, _WEAK) for hint in theme.weak if not _covered(hint, theme.hints, text)]
    return 1 - reduce(lambda left, hit: left * (1 - hit), hits, 1.0)


def _covered(word: str, hints: Iterable[str], text: str) -> bool:
    """Whether a hint is part of a longer one that counts."""
    return any(word in hint and word != hint and hint in text for hint in hints)


def _hit(hint: str, text: str, side: Stretches, worth: float) -> float:
    """What a hint is worth in a text, 0 where it does not stand."""
    parts = hint.split(" ")
    if any(part not in text for part in parts):
        return 0.0
    return max(
        _worth(text, found.start(), found.end(), worth)
        * (_SIDE if any(start <= found.start() < end for start, end in side) else 1.0)
        for found in re.finditer(re.escape(parts[0]), text)
    )


def _worth(text: str, start: int, end: int, worth: float) -> float:
    if _WHO.match(text, end) and not text[start:end].endswith(("企业", "厂商")):
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


def _listed(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a list: 、 on a side, and hardly anything else between the marks."""
    left = max(text.rfind(mark, 0, start) for mark in "、，（和")
    rights = [at for at in (text.find(mark, end) for mark in "、，等和") if at >= 0]
    right = min(rights, default=len(text))
    enumerated = (left >= 0 and text[left] == "、") or (right < len(text) and text[right] == "、")
    return enumerated and (right - left - 1) <= end - start + 2
