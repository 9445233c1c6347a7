"""content/instruments.toml: kinds of support, and the words of sums."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstrumentKind:
    """A kind of support (支持方式). ``triggers`` are the words that name it, none for kinds told by the
    sentence; ``by_area`` marks kinds that are paid by floor space; ``stip`` is a code of the STIP taxonomy
    or None; ``side`` supply | environment | demand."""

    id: str
    name_zh: str
    name_en: str
    triggers: tuple[str, ...]
    by_area: bool = False
    stip: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """What a sum is counted by: a unit (平方米) or the scope of a ceiling (企业). ``time`` for 年, 月 ...

    ``en`` is the English of a unit where its id is not.
    """

    id: str
    printed: tuple[str, ...]
    time: bool = False
    en: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words ``before`` and ``after`` a figure that compare it; ``sign`` is one of ``>= > <= < ~``."""

    sign: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """content/instruments.toml; the lists are explained there. ``kinds`` come in order of precedence."""

    kinds: tuple[InstrumentKind, ...]
    units: tuple[MeasureWord, ...]
    scopes: tuple[MeasureWord, ...]
    comparisons: tuple[Comparison, ...]
    give: tuple[str, ...]
    support: tuple[str, ...]
    brief: tuple[str, ...]
    nouns: tuple[str, ...]
    caps: tuple[str, ...]
    caps_after: tuple[str, ...]
    floors: tuple[str, ...]
    reach: tuple[str, ...]
    reach_after: tuple[str, ...]
    metrics: tuple[str, ...]
    fund_nouns: tuple[str, ...]
    fund_verbs: tuple[str, ...]
    never: tuple[str, ...]
    punish: tuple[str, ...]
    punish_not: tuple[str, ...]
    paid_out: tuple[str, ...]
    ended: tuple[str, ...]
    ended_after: tuple[str, ...]
    programmes: tuple[str, ...]
    acts: tuple[str, ...]
    deeds: tuple[str, ...]
    recipients: tuple[str, ...]
    purposes: tuple[str, ...] = ()
