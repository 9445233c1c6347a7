"""content/keywords.toml: what can be a keyword."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeywordWords:
    """content/keywords.toml, where the keys are explained: what can be a keyword, and what cannot."""

    verbs: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
