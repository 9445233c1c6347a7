"""What the gates know beside an entry, and how they look for English words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from digest.model.vocabulary import AgencyWords, Glossary, TranslationWords
from digest.regex import regex
from digest.text.titles import title_key
from digest.translate.gates.body_names import BodyNames


@dataclass(frozen=True, slots=True)
class Terminology:
    """The words to compare by, the glossary, and the names of bodies (without ``agencies`` they are not compared).

    ``titles`` gives the English of a title by its key, ``renderings`` the terms that a preferred English of several words
    (in small letters) may stand for.
    """

    words: TranslationWords
    glossary: Glossary
    agencies: AgencyWords | None = None
    titles: Mapping[str, str] = field(init=False, repr=False, compare=False)
    renderings: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    bodies: BodyNames | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        renderings: dict[str, list[str]] = {}
        for term in self.glossary.terms:
            if " " in term.en or term.en.isupper():
                renderings.setdefault(plain(term.en).lower(), []).append(term.zh)
        for term in self.glossary.terms:
            for words in term.accepted:
                if plain(words).lower() in renderings:
                    renderings[plain(words).lower()].append(term.zh)
        object.__setattr__(self, "renderings", {words: tuple(names) for words, names in renderings.items()})
        titles = {title_key(title.zh): title.en for title in self.glossary.titles}
        object.__setattr__(self, "titles", titles)
        object.__setattr__(self, "bodies", BodyNames(self.agencies) if self.agencies else None)


def plain(text: str) -> str:
    """English with the marks that printers vary made one, each for one: quotes, dashes."""
    return text.translate(_SIMPLER)


def alike(text: str) -> str:
    """English by which renderings are compared: small letters, without double quotes."""
    return " ".join(plain(text).replace('"', "").casefold().split())


@lru_cache(maxsize=4096)  # a pure function; each rendering is looked for in every clause
def english_pattern(words: str) -> re.Pattern[str]:
    """Whole words in any case, with a plural ending; a hyphen is as good as a space."""
    parts = [re.escape(part) for part in re.split(r"[\s-]+", plain(words))]
    inner = r"[\s-]+".join(part for part in parts if part)
    return regex(rf"(?<![A-Za-z]){inner}(?:s|es)?(?![A-Za-z])", re.IGNORECASE)


_SIMPLER = str.maketrans("’‘“”–—‑", "''\"\"---")
