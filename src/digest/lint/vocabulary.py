"""Words that a project has added to its word lists and that can never apply. What is in the program's own lists, too, is not
looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from gettext import gettext
from pathlib import Path
from typing import Any

from digest.model.corpus import Corpus
from digest.model.problem import Problem
from digest.read.locate import KeyPath
from digest.read.source import read_bytes
from digest.read.toml import TomlFile, read_toml
from digest.read.word_lists import (
    AGENCIES,
    GENRES,
    GLOSSARY,
    INSTRUMENTS,
    MATCHING,
    TARGETS,
    THEMES,
    TRANSLATION,
)

_FILES = tuple(
    each.file for each in (AGENCIES, GENRES, GLOSSARY, INSTRUMENTS, MATCHING, TARGETS, THEMES, TRANSLATION)
)


def check_vocabulary(content: Path, starter: Path, corpus: Corpus | None) -> tuple[Problem, ...]:
    """The word lists of a content folder that differ from those in ``starter``.

    Problems: R226 a word that is in its list twice, R227 one that can never apply (warnings); R228 an id of the project's own
    that nothing in the site has (note). What reading these files finds is not repeated.
    """
    found: list[Problem] = []
    for name in _FILES:
        data, _ = read_bytes(content / name)
        shipped, _ = read_bytes(starter / name)
        if data is None or data == shipped:  # most sites leave most lists as they are
            continue
        own, _ = read_toml(content / name)
        known, _ = read_toml(starter / name)
        if own is None or known is None:
            continue
        before = set(_words(known.data))
        found += _in_lists(own, own.data, (), before)
        if name == THEMES.file:
            found += _in_themes(own, known)
        if name == GLOSSARY.file:
            found += _in_glossary(own, before)
        found += _without_use(own, known, name, corpus)
    return tuple(sorted(found, key=lambda each: (each.path, each.line, each.column)))


def _words(data: object, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text with the keys that lead to it."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _words(value, (*keys, key))
    elif isinstance(data, list):
        for value in data:
            yield from _words(value, keys)
    elif isinstance(data, str):
        yield keys, data


def _in_lists(
    file: TomlFile, data: object, path: KeyPath, before: set[tuple[tuple[str, ...], str]]
) -> Iterator[Problem]:
    """Words that stand twice in a list of words, or with a blank at one end, which no text has there."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _in_lists(file, value, (*path, key), before)
    elif isinstance(data, list):
        keys = tuple(each for each in path if isinstance(each, str))
        first: dict[str, int] = {}
        for at, value in enumerate(data):
            if not isinstance(value, str):
                yield from _in_lists(file, value, (*path, at), before)
                continue
            if value != value.strip() and (keys, value) not in before:
                reason = gettext("it begins or ends with a blank, but no text has it so")
                remedy = gettext('Write "{word}".').format(word=value.strip())
                yield file.at_value("R227", (*path, at), word=value, reason=reason, remedy=remedy)
            if first.setdefault(value, at) != at:
                yield file.at_value("R226", (*path, at), word=value, line=file.line((*path, first[value])))


def _in_themes(own: TomlFile, known: TomlFile) -> Iterator[Problem]:
    """Hints that another word of the theme makes useless."""
    former = {row.get("id"): row for row in known.data.get("theme", ())}
    for at, row in enumerate(own.data.get("theme", ())):
        before = former.get(row.get("id"), {})
        hints, excluded = _texts(row, "hints"), _texts(row, "not")
        for key in ("hints", "weak"):
            for index, word in enumerate(_texts(row, key)):
                others = [*hints, *excluded]
                if word in _texts(before, key) and not set(others) - {
                    *_texts(before, "hints"),
                    *_texts(before, "not"),
                }:
                    continue
                if reason := _useless(word, key, hints, excluded):
                    remedy = gettext("Remove it, or the other word.")
                    yield own.at_value(
                        "R227", ("theme", at, key, index), word=word, reason=reason, remedy=remedy
                    )


def _useless(word: str, key: str, hints: Sequence[str], excluded: Sequence[str]) -> str:
    if word in excluded:
        return gettext("`not` of the same theme excludes it")
    if key == "weak" and word in hints:
        return gettext("it is a word of `hints`, too")
    shorter = [
        each for each in hints if each != word and " " not in each and each in word and " " not in word
    ]
    return (
        gettext("it contains “{other}”, which is itself a word of `hints`").format(other=shorter[0])
        if shorter
        else ""
    )


def _texts(row: Mapping[str, Any], key: str) -> list[str]:
    found = row.get(key, [])
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _in_glossary(own: TomlFile, before: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[Problem]:
    """Renderings that are called right and wrong."""
    for at, row in enumerate(own.data.get("term", ())):
        right = [str(row.get("en", "")), *_texts(row, "accepted")]
        for index, word in enumerate(_texts(row, "forbidden")):
            if word.lower() in map(str.lower, right) and (("term", "forbidden"), word) not in before:
                reason = gettext("it is accepted in the same row, too")
                remedy = gettext("Remove it here or there.")
                yield own.at_value(
                    "R227", ("term", at, "forbidden", index), word=word, reason=reason, remedy=remedy
                )


def _without_use(own: TomlFile, known: TomlFile, name: str, corpus: Corpus | None) -> Iterator[Problem]:
    """Ids that the project has added and that nothing has."""
    if corpus is None:
        return
    metas = [policy.meta for policy in corpus.policies]
    used = {
        (THEMES.file, "theme"): {theme.id for theme in corpus.themes},
        (THEMES.file, "family"): {row.get("family") for row in own.data.get("theme", ())},
        (GENRES.file, "genre"): {meta.genre.value for meta in metas},
        (GENRES.file, "form"): {meta.form.value for meta in metas},
        (GENRES.file, "status"): {meta.status.value for meta in metas},
    }
    for (file, table), ids in used.items():
        former = {row.get("id") for row in known.data.get(table, ())}
        for at, row in enumerate(own.data.get(table, ()) if file == name else ()):
            if row.get("id") not in {*ids, *former}:
                yield own.at_value("R228", (table, at, "id"), id=row.get("id"), table=table)
