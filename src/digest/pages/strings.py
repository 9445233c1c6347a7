"""The interface words, and runs of text that know their language.

templates/words.<language>.toml holds the words; a project's own file may replace single ones.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from digest.text import urls

TAGS = {"zh": "zh-CN", "en": "en"}
"""The language tag (BCP 47) of each language of the site."""


ORIGINAL, UNTRANSLATED, QUOTED, LITERAL, MARK = "original-name", "untranslated", "quoted", "literal", "mark"
"""What a run in another language than its page is: a name beside its translation, what has no translation yet, words of a
text that are quoted, or names of data; a test finds what is none of these (``tests/readers_languages.py``). A mark says
how far words can be relied on."""


class Run(NamedTuple):
    """A stretch of text in one language, named by its tag. ``kind`` are classes: ``figure`` for a number with its unit, which
    must not be broken, and those above; or ``ID`` for an id; else empty. ``reader`` is the language (a tag, too) of the
    readers for whom it is, on pages that speak both; empty where it is for all."""

    text: str
    lang: str
    kind: str = ""
    reader: str = ""


Runs = tuple[Run, ...]

ID = "id"
"""The kind of a run that is to be read as an id, never as a number of a text: it is shown as code."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, or of both, Chinese first, for pages that speak both.

    Every look-up gives one run for each language; KeyError when a key is missing.
    """

    entries: tuple[tuple[str, Mapping[str, str]], ...]
    _whole: Mapping[str, Runs] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Most words have no names to fill in, and every page asks for dozens of them.
        texts = [words for _, words in self.entries]
        whole = [key for key in texts[0] if not any(set("{}") & set(each.get(key, "{")) for each in texts)]
        object.__setattr__(self, "_whole", {key: self.fill(key) for key in whole})

    def __hash__(self) -> int:
        return hash(self.lang)

    @property
    def lang(self) -> str:
        """The tag of the page's main language."""
        return TAGS[self.entries[0][0]]

    @property
    def only(self) -> str:
        """The tag of the language of a page that speaks one; empty for several, of which a script shows one."""
        return self.lang if len(self.entries) == 1 else ""

    def __getitem__(self, key: str) -> Runs:
        return self._whole.get(key) or self.fill(key)

    def has(self, key: str) -> bool:
        """Whether there is a word under a key."""
        return key in self.entries[0][1]

    def fill(self, key: str, **values: object) -> Runs:
        """A word with its {names} filled in."""
        said = [(words[key].format_map(values), language) for language, words in self.entries]
        if len(said) == 1:
            return run(*said[0])
        return tuple([Run(text, TAGS[language], reader=TAGS[language]) for text, language in said])

    def weave(self, key: str, **values: Runs | str) -> Runs:
        """A word of one language with runs in the places of its {names}."""
        lang, woven = self.lang, list[Run]()
        for text, name in _pieces(self.entries[0][1][key]):
            value = values[name] if name else ()
            for part in (Run(text, lang), *((Run(value, lang),) if isinstance(value, str) else value)):
                if woven and (woven[-1].lang, woven[-1].kind, "") == (part.lang, part.kind, part.kind):
                    woven[-1] = Run(woven[-1].text + part.text, part.lang)
                elif part.text:
                    woven.append(part)
        return tuple(woven)

    def count(self, key: str, number: int) -> Runs:
        """A number with its noun: ``count("clauses", 3)``."""
        form = "one" if number == 1 else "many"
        return self.fill(f"count.{key}.{form}", number=number)

    def plain(self, key: str, **values: object) -> str:
        """A word where no markup can stand (titles, labels)."""
        return " · ".join([words[key].format_map(values) for _, words in self.entries])


@lru_cache(maxsize=1024)  # a pure function; the same words are filled on page after page
def _pieces(text: str) -> tuple[tuple[str, str | None], ...]:
    """A word in pieces, each with the name of what follows it, if anything does."""
    return tuple((said, name) for said, name, _, _ in Formatter().parse(text))


def read_words(folders: Sequence[Path]) -> Mapping[str, Words]:
    """The words as ``zh``, ``en`` and ``both``; the first folders win over later ones, key by key. A file that cannot be
    read, and keys that the last folder, the program's own, does not have, are left out."""
    read = {language: _read(language, folders) for language in urls.LANGUAGES}
    words = {language: Words(((language, entries),)) for language, entries in read.items()}
    return {**words, "both": Words(tuple(read.items()))}


def run(text: str, language: str, kind: str = "") -> Runs:
    """One run in a language of the site."""
    return (Run(text, TAGS[language], kind),)


def original(text: str) -> Runs:
    """The Chinese that stands beside its English."""
    return run(text, "zh", ORIGINAL)


def translated(english: str | None, chinese: str, language: str) -> Runs:
    """What a page in a language says: the Chinese, or its English; where it has none yet, the Chinese with a note."""
    if language == "en":
        return run(english, "en") if english else run(chinese, "zh", UNTRANSLATED)
    return run(chinese, "zh")


def for_readers(said: Mapping[str, Runs]) -> Runs:
    """What readers of each language are told (``said``, by their language), on a page that speaks several; once where all are
    told the same, or only some are told anything."""
    if len(said) == 1:
        return next(iter(said.values()))
    told = [(TAGS[language], runs) for language, runs in said.items() if plain(runs)]
    if all(runs == told[0][1] for _, runs in told):
        return told[0][1] if told else ()
    return tuple([Run(each.text, each.lang, each.kind, tag) for tag, runs in told for each in runs])


def read_by(runs: Runs, language: str) -> Runs:
    """What readers of a language are told of something that is ``for_readers``."""
    return tuple(each for each in runs if each.reader in ("", TAGS[language]))


def joined(parts: Iterable[Runs], between: str = " ") -> Runs:
    """Runs after each other with something between them (said in the language before it)."""
    result: list[Run] = []
    for part in parts:
        if result and part:
            result.append(Run(between, result[-1].lang))
        result.extend(part)
    return tuple(result)


def plain(runs: Runs) -> str:
    """The text of some runs."""
    return "".join([run.text for run in runs])


def alone(runs: Runs) -> str:
    """The text of some runs in the language of the page: without names that stand beside their translation or have none,
    quoted words and marks."""
    others = {ORIGINAL, UNTRANSLATED, QUOTED, MARK}
    return plain(tuple(run for run in runs if not others & set(run.kind.split()))).strip()


def _read(language: str, folders: Sequence[Path]) -> Mapping[str, str]:
    """The words of one language, the program's own overlaid by the project's."""
    words: dict[str, str] = {}
    for folder in reversed(folders):
        path = folder / f"words.{language}.toml"
        with suppress(FileNotFoundError, NotADirectoryError, tomllib.TOMLDecodeError, UnicodeDecodeError):
            found = _flat(tomllib.loads(path.read_text(encoding="utf-8-sig")))
            words |= {key: text for key, text in found.items() if key in words or not words}
    return words


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested tables with their keys joined by dots."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        flat |= _flat(value, f"{name}.") if isinstance(value, dict) else {name: str(value)}
    return flat
