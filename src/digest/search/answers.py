"""What a question asks for (an agency, a sum, a day), and which clauses say such a thing: the ``[[answer]]``s of
content/search.toml. A clause is found by each as by a word that nobody can type: ``?`` and a letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from digest.model.facts import ClauseFacts
from digest.model.vocabulary import SearchWords
from digest.text.units import fold

Units = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What clauses say that questions ask for."""

    words: SearchWords
    _printed: Sequence[re.Pattern[str]] = field(init=False)
    _aside: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_printed", [re.compile(_any(each.printed)) for each in self.words.answer])
        object.__setattr__(self, "_aside", re.compile(_any(self.words.aside)))

    def given(self, texts: Iterable[str], facts: ClauseFacts) -> Iterator[str]:
        """What a clause with these texts and facts answers, each as its units, joined."""
        text = fold("\n".join(texts))
        for at, (answer, printed) in enumerate(zip(self.words.answer, self._printed, strict=True)):
            if (answer.facts and getattr(facts, answer.facts)) or printed.search(text):
                yield "".join(answer_units(at))

    def is_aside(self, text: str) -> bool:
        """Whether a text only says why something was made."""
        return bool(self._aside.search(fold(text)))


def answer_units(at: int) -> Units:
    """The units by which the clauses are found that give an answer of this number."""
    return "?", chr(ord("a") + at)


def _any(words: Iterable[str]) -> str:
    """A pattern of any of some words; foreign ones only where they begin a word."""
    folded = [fold(word) for word in words]
    return "|".join(f"{'(?<![a-z])' * word[0].isascii()}{re.escape(word)}" for word in folded) or "(?!)"
