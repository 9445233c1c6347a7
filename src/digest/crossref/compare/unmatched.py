"""Whether a measure without a match is the only one of its kind, or the other policy covers the same.

"Only here" is said where the other policy has no measure of any of its themes, no clause with words of these themes,
and none of the telling words of the measure. A measure without a theme, or without telling words, cannot be tested.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import NamedTuple

from digest.crossref.compare.mentions import Absences, short_forms
from digest.crossref.compare.texts import FoldedText, as_printed, folded
from digest.crossref.gist import Gist
from digest.model.comparison import Unmatched
from digest.model.matches import ActKey, key_of

_WORDS = 4  # so many of the telling words that the other text lacks are named, the heaviest
_FEWEST = 2  # with fewer telling words nothing can be tested
_FIRST = 1000.0  # counterparts come before clauses that share words
_RELATED = 3  # so many clauses of the other policy are named
_SEVERAL = 2  # so many telling words a clause of another theme shares with a measure, and
_MUCH = 0.3  # such a share of their weight, before it is named: one word (首次, 企业) is no kinship


_POINTING = "该此其每各本单几当"
"""A word that begins so (该类, 每家) points to a thing and does not name it."""


class _Word(NamedTuple):
    """A telling word: it and its short form as texts hold them, the themes that it names, and what it weighs."""

    forms: tuple[str, ...]
    themes: tuple[str, ...]
    weight: float


class _Asked(NamedTuple):
    """The telling words of a measure, the heaviest first, and the first of them that name a thing, as it prints them."""

    words: tuple[_Word, ...]
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tester:
    """Knows the words of all measures and texts. ``themes`` are the clauses of each theme and policy, ``absences``
    knows what is said of a theme in a policy that has none, ``words`` the themes that a word names. What is asked of a
    measure is the same for each other policy, and kept."""

    acts: Mapping[ActKey, Gist]
    texts: Mapping[str, FoldedText]
    themes: Mapping[tuple[str, str], Sequence[str]]
    absences: Absences
    words: Mapping[str, Collection[str]]
    _known: dict[ActKey, _Asked] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        texts: Mapping[str, FoldedText],
        acts: Iterable[Gist],
        themes: Mapping[tuple[str, str], Collection[str]],
        absences: Absences,
    ) -> "Tester":
        """A tester of the measures of some policies."""
        naming: dict[str, list[str]] = {}
        for theme, found in absences.words.items():
            for word in found.alone:
                naming.setdefault(word, []).append(theme)
        return cls(
            {key_of(each.act): each for each in acts},
            texts,
            {name: sorted(clauses) for name, clauses in themes.items()},
            absences,
            naming,
        )

    def test(self, key: ActKey, doc: str, counterparts: Collection[str]) -> Unmatched:
        """A measure that stands beside none of the policy ``doc``. ``counterparts`` are the clauses there to which it
        corresponds, which correspond better to another measure."""
        act = self.acts.get(key)
        if act is None:
            return Unmatched(key, tuple(dict.fromkeys(counterparts))[:_RELATED])
        asked = self._asked(key, act)
        weight = dict.fromkeys(counterparts, _FIRST)
        for theme in act.themes:
            weight = dict.fromkeys(self._of_theme(theme, doc), 0.0) | weight
        akin = set(weight)
        used: Counter[str] = Counter()
        for word in asked.words:
            here = self._using(word, doc)
            used.update(here)
            for clause in sorted(here.union(*(self._of_theme(theme, doc) for theme in word.themes))):
                weight[clause] = weight.get(clause, 0.0) + word.weight
        enough = _MUCH * fsum(word.weight for word in asked.words)
        akin.update(name for name, count in used.items() if count >= _SEVERAL and weight[name] >= enough)
        acting = self.absences.acting.get(doc, ())
        related = sorted(
            (name for name in akin if name in acting),
            key=lambda clause: (
                -weight[clause],
                -used[clause],
                clause,
            ),  # its words before those of its theme
        )
        open_themes = any(self._is_open(theme, doc) for theme in act.themes)
        testable = bool(act.themes) and not open_themes and len(asked.words) >= _FEWEST
        missing = asked.named if testable and not weight else ()
        return Unmatched(key, tuple(related[:_RELATED]), missing)

    def _asked(self, key: ActKey, act: Gist) -> _Asked:
        """What is looked up for a measure, in whatever policy."""
        if key not in self._known:
            words = [word for word in act.telling if word not in act.subject]
            words.sort(key=lambda word: (-act.telling[word], word))
            naming = [word for word in words if word[0] not in _POINTING][:_WORDS]
            self._known[key] = _Asked(
                tuple(
                    _Word(
                        tuple(map(folded, (word, *short_forms(word)))),
                        tuple(self.words.get(word, ())),
                        act.telling[word],
                    )
                    for word in words
                ),
                tuple(as_printed(word, act.act.text) for word in naming),
            )
        return self._known[key]

    def _using(self, word: _Word, doc: str) -> set[str]:
        """The clauses of a policy that use a word, or its short form."""
        text = self.texts[doc]
        return {clause.id for form in word.forms for clause in text.using_folded(form)}

    def _of_theme(self, theme: str, doc: str) -> Iterable[str]:
        """The clauses of a policy that are of a theme, or use its words."""
        if clauses := self.themes.get((theme, doc)):
            return clauses
        absence = self.absences.get(theme, doc)
        return (mention.clause for mention in absence.mentions) if absence else ()

    def _is_open(self, theme: str, doc: str) -> bool:
        """Whether a policy without a recognised measure of a theme may have one."""
        absence = self.absences.get(theme, doc)
        return absence is not None and absence.open
