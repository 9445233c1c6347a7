"""How many errors the gates catch: wrong figures, swapped terms and dropped sentences put into good English.

The English is that of content/policies. ``pytest -s`` shows the table.
"""

import random
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from digest.model.translation import Entry
from digest.model.vocabulary import GlossaryTerm
from digest.read.translations import read_translations
from digest.read.word_lists import AGENCIES, GLOSSARY, TRANSLATION, read_words
from digest.text.english_figures import EnglishFigure, find_english_figures
from digest.translate.check import found_in
from digest.translate.gates.terminology import Terminology, english_pattern, plain

Wrong = tuple[Entry, Entry]  # the good entry and the spoilt one

FIGURES, TERMS, SENTENCES = 200, 50, 20


@pytest.fixture(scope="module")
def terminology(project: Path) -> Terminology:
    content = project / "content"
    words, _ = read_words(content, content, TRANSLATION)
    glossary, _ = read_words(content, content, GLOSSARY)
    agencies, _ = read_words(content, content, AGENCIES)
    assert words
    assert glossary
    assert agencies
    return Terminology(words, glossary, agencies)


@pytest.fixture(scope="module")
def entries(project: Path) -> list[Entry]:
    """All that is translated and up to date."""
    found = []
    for folder in sorted((project / "content/policies").iterdir()):
        catalogue, _ = read_translations(folder)
        assert catalogue
        found += [entry for entry in catalogue.entries if entry.state in ("machine", "reviewed")]
    return found


def test_seeded_errors_are_caught(entries: list[Entry], terminology: Terminology) -> None:
    kinds = {
        "wrong figures": (FIGURES, 0.99, _wrong_figures(entries)),
        "swapped terms": (TERMS, 0.90, _swapped_terms(entries, terminology)),
        "dropped sentences": (SENTENCES, 0.90, _dropped_sentences(entries)),
    }
    missed = {}
    print(f"\n{'error':<20}{'seeded':>8}{'caught':>8}{'share':>8}")  # noqa: T201 # the table is the result
    for name, (number, _, errors) in kinds.items():
        wrong = errors[:number]
        assert len(wrong) == number
        missed[name] = [
            each
            for each in wrong
            if not set(found_in(each[1], terminology)) - set(found_in(each[0], terminology))
        ]
        caught = number - len(missed[name])
        print(f"{name:<20}{number:>8}{caught:>8}{caught / number:>8.1%}")  # noqa: T201
    alarms = sum(bool(_unexempted(entry, terminology)) for entry in entries)
    print(f"{'false alarms':<20}{len(entries):>8}{alarms:>8}{alarms / len(entries):>8.1%}")  # noqa: T201
    for name, (number, share, _) in kinds.items():
        assert 1 - len(missed[name]) / number >= share, _shown(missed[name])
    assert alarms <= 0.01 * len(entries)


def _wrong_figures(entries: list[Entry]) -> list[Wrong]:
    """Figures that count something, one changed at a time: another digit, factor, unit or share."""
    errors = []
    for entry in entries:
        for figure in find_english_figures(entry.en):
            printed = entry.en[figure.start : figure.end]
            if figure.digits:
                for spoil in (_digit, _factor, _shifted):
                    spoilt = spoil(printed)
                    if spoilt != printed:
                        errors.append((entry, _with(entry, figure, spoilt)))
            elif figure.value >= 2 and printed.lower() in _NEXT:
                errors.append((entry, _with(entry, figure, _NEXT[printed.lower()])))
    random.Random(1).shuffle(errors)
    return errors


_NEXT = {
    "two": "three",
    "three": "four",
    "four": "six",
    "five": "seven",
    "six": "five",
    "fifteen": "fifty",
    "seven": "nine",
}


def _with(entry: Entry, figure: EnglishFigure, printed: str) -> Entry:
    return replace(entry, en=entry.en[: figure.start] + printed + entry.en[figure.end :])


def _digit(printed: str) -> str:
    at = random.Random(printed).choice([match.start() for match in re.finditer(r"\d", printed)] or [-1])
    if at < 0:
        return printed
    return printed[:at] + str((int(printed[at]) + 3) % 9 + 1 - (printed[at] == "7")) + printed[at + 1 :]


def _factor(printed: str) -> str:
    for old, new in (
        ("million", "billion"),
        ("billion", "million"),
        ("%", " percentage points"),
        ("thousand", "million"),
    ):
        if old in printed:
            return printed.replace(old, new)
    return printed


def _shifted(printed: str) -> str:
    """Ten times as much."""
    number = re.match(r"\d+(?=$|\s|%|‰)", printed)
    return printed if not number else f"{Decimal(number[0]) * 10:f}{printed[number.end() :]}"


def _swapped_terms(entries: list[Entry], terminology: Terminology) -> list[Wrong]:
    """A rendering of a term of the clause, replaced once by that of another term."""
    chance = random.Random(2)
    errors = []
    for entry in entries:
        for term in terminology.glossary.terms:
            match = english_pattern(term.en).search(plain(entry.en)) if term.zh in entry.zh else None
            if match and len(term.zh) > 1:
                other = chance.choice([each for each in terminology.glossary.terms if _unlike(each, term)])
                errors.append(
                    (entry, replace(entry, en=entry.en[: match.start()] + other.en + entry.en[match.end() :]))
                )
    chance.shuffle(errors)
    return errors


def _unlike(other: GlossaryTerm, term: GlossaryTerm) -> bool:
    """Whether the English of one term is no rendering of the other."""
    return not any(english_pattern(words).search(plain(other.en)) for words in (term.en, *term.accepted))


def _dropped_sentences(entries: list[Entry]) -> list[Wrong]:
    errors = []
    for entry in entries:
        pieces = re.split(r"(?<=[a-z)%”][.])\s", entry.en)
        for at in range(len(pieces)):
            left = " ".join(pieces[:at] + pieces[at + 1 :])
            if len(pieces) > 1 and len(pieces[at]) > 20:
                errors.append((entry, replace(entry, en=left)))
    random.Random(3).shuffle(errors)
    return errors


def _unexempted(entry: Entry, terminology: Terminology) -> list[str]:
    return [
        each.code
        for each in found_in(entry, terminology)
        if not any(each.code in note for note in entry.notes)
    ]


def _shown(missed: list[Wrong]) -> str:
    return "\n".join(f"{good.context}: {_difference(good.en, bad.en)}" for good, bad in missed)


def _difference(good: str, bad: str) -> str:
    start = next((at for at, (a, b) in enumerate(zip(good, bad, strict=False)) if a != b), 0)
    return f"{good[max(start - 30, 0) : start + 50]!r} -> {bad[max(start - 30, 0) : start + 50]!r}"
