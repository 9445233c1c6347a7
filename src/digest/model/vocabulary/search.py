"""content/search.toml: by what a question is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SameWords:
    """Words that mean the same: a ``[[same]]`` of content/search.toml."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What a question can ask for: an ``[[answer]]`` of content/search.toml. Questions ask with ``asked``, or with words of
    their subject (``about``); clauses that answer print one of ``printed``, or have ``facts`` of this name."""

    asked: tuple[str, ...]
    about: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    facts: str = ""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """content/search.toml, where the keys are explained: by what a question is read."""

    ask: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    or_more: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    answer: tuple[AnswerWords, ...] = ()
    same: tuple[SameWords, ...] = ()
