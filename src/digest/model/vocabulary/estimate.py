"""content/estimate.toml: what firms are asked for, and what is not counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputWords:
    """A figure that a firm is asked for: an ``[[input]]`` of content/estimate.toml. It is what a share is taken of where the
    printed base has one of ``words`` and none of ``but``, and one of ``also`` where there are any; with a ``unit`` it is a number of
    such things, of supports of some ``kinds`` only where there are any. ``example`` is in whole yuan or of the unit, 0 for none."""

    id: str
    name_zh: str
    name_en: str
    words: tuple[str, ...] = ()
    unit: str = ""
    also: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    example: int = 0


@dataclass(frozen=True, slots=True)
class EstimateWords:
    """content/estimate.toml, where the keys are explained: what a firm is asked for, and words of supports and of their bases by
    which it shows that a firm gets none, or that it is not counted."""

    input: tuple[InputWords, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    growth: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    rising: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    ceilings: tuple[str, ...] = ()
