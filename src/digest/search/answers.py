"""What a question asks for (an agency, a sum, a day), and which clauses say such a thing: the ``[[answer]]``s of
content/search.toml. A clause is found by each as by a word that nobody can type: ``?`` and a letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, Self

from digest.model.facts import ClauseFacts
from digest.model.vocabulary import SearchWords
from digest.text.units import fold

Units = tuple[str, str]


class _AnyOf(NamedTuple):
    """Any of some words; foreign ones only where they begin a word. Each is looked for by itself: a pattern of all of them
    takes ten times as long."""

    chinese: Sequence[str]
    foreign: Sequence[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Words as they may stand in a folded text."""
        folded = [fold(word) for word in words]
        foreign = [word for word in folded if word[0].isascii()]
        return cls([word for word in folded if word not in foreign], foreign)

    def found_in(self, folded: str) -> Iterator[str]:
        """Those that stand in a text."""
        yield from (word for word in self.chinese if word in folded)
        yield from (
            word
            for word in self.foreign
            if word in folded and re.search(f"(?<![a-z]){re.escape(word)}", folded)
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """What clauses say that questions ask for."""

    words: SearchWords
    _printed: Sequence[_AnyOf] = field(init=False)
    _aside: _AnyOf = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_printed", [_AnyOf.of(each.printed) for each in self.words.answer])
        object.__setattr__(self, "_aside", _AnyOf.of(self.words.aside))

    def given(self, texts: Iterable[str], facts: ClauseFacts) -> Iterator[tuple[str, bool]]:
        """What a clause with these texts and facts answers, each as its units, joined; and whether more than one thing
        shows it."""
        text = fold("\n".join(texts))
        for at, (answer, printed) in enumerate(zip(self.words.answer, self._printed, strict=True)):
            known = bool(answer.facts and getattr(facts, answer.facts))
            if signs := known + len(list(islice(printed.found_in(text), 2))):
                yield "".join(answer_units(at)), signs > 1

    def is_aside(self, text: str) -> bool:
        """Whether a text only says why something was made."""
        return any(self._aside.found_in(fold(text)))


def answer_units(at: int) -> Units:
    """The units by which the clauses are found that give an answer of this number."""
    return "?", chr(ord("a") + at)
