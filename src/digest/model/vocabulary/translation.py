"""content/glossary.toml and content/translation.toml: the English of terms, and by what English is compared with Chinese."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the field: ``en`` is the rendering to use, ``accepted`` are other good ones, ``forbidden`` wrong
    ones that are likely; ``definition_zh`` and ``definition_en`` tell readers what it means, ``note`` tells
    translators how to use it; ``source`` names the policies in which it stands."""

    zh: str
    en: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    definition_zh: str = ""
    definition_en: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryTitle:
    """The one English title of a cited document; ``number`` is its 文号."""

    zh: str
    en: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Glossary:
    """content/glossary.toml, in its order."""

    terms: tuple[GlossaryTerm, ...] = ()
    titles: tuple[GlossaryTitle, ...] = ()
    _english: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_english", {term.zh.lower(): term.en for term in self.terms})

    def english(self, word: str) -> str | None:
        """The rendering of a word, in large or small letters; None for one that is no term."""
        return self._english.get(word.lower())


@dataclass(frozen=True, slots=True)
class UnitNames:
    """A unit in both languages."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """The words beside a figure that say how it bounds: at most, at least, more than, less than (its ``id``)."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    en_before: tuple[str, ...]
    en_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A size or level (its ``id``). ``en`` may be said only where the Chinese has one of ``zh``; where it has one of
    ``marks``, the English must have one of ``en`` or ``also``."""

    id: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    marks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationWords:
    """content/translation.toml: by what the English is compared with the Chinese. ``levels`` and ``bodies`` are the English
    words that say of which level the bodies of a list are (municipal, departments)."""

    counters: tuple[str, ...]
    units: tuple[UnitNames, ...]
    directions: tuple[Direction, ...]
    scopes: tuple[Scope, ...] = ()
    levels: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
