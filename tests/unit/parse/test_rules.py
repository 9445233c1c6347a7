"""The parser's tables: each rule is needed for its example, and its exceptions are exceptions."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

import pytest

from digest.parse import forms, headings, labels, lines, reading, references
from digest.parse.labels import RULES, NumberRule, read_label
from digest.parse.rules import Rule, any_of
from parsing import parsed, title_words
from text_cases import read_cases

Found = Callable[[str], object]


class Table(NamedTuple):
    """``matches`` says how a rule is applied, ``reads`` what the parser makes of a text with the whole table.
    ``place`` holds the table in the form the parser uses: a module, a name, and how it is made."""

    rules: tuple[Rule, ...]
    matches: Callable[[re.Pattern[str], str], object]
    reads: Found
    place: tuple[object, str]


def in_whole(pattern: re.Pattern[str], text: str) -> object:
    return pattern.fullmatch(text)


def at_start(pattern: re.Pattern[str], text: str) -> object:
    return pattern.match(text)


def anywhere(pattern: re.Pattern[str], text: str) -> object:
    return pattern.search(text)


def behind_number(pattern: re.Pattern[str], text: str) -> object:
    label = read_label(text)
    assert label, text
    return pattern.match(text, label.length)


def is_sentence(text: str) -> bool:
    return not headings.names_something(text)


def surely_refers(text: str) -> bool:
    label = read_label(text)
    return label is not None and references.refers(text, label) is True


def may_refer(text: str) -> bool:
    label = read_label(text)
    return label is not None and references.refers(text, label) is None


def is_cut(text: str) -> bool:
    document, _ = parsed(f"一、目标{text}\n")
    return document.clauses[0].heading == "目标"


TABLES = {
    "predicates": Table(headings.PREDICATES, anywhere, is_sentence, (headings, "_PREDICATE")),
    "openings": Table(headings.OPENINGS, at_start, is_sentence, (headings, "_OPENING")),
    "page numbers": Table(lines.PAGE_NUMBERS, in_whole, lines._furniture, (lines, "_PAGE")),
    "print feet": Table(lines.PRINT_FEET, in_whole, lines._furniture, (lines, "_PRINT_FOOT")),
    "web lines": Table(lines.WEB_LINES, in_whole, lines._furniture, (lines, "_WEB")),
    "residue": Table(reading.RESIDUE, in_whole, is_cut, (reading, "_RESIDUE")),
    "sure references": Table(references.SURE, behind_number, surely_refers, (references, "_SURE")),
    "unsure references": Table(references.UNSURE, behind_number, may_refer, (references, "_UNSURE")),
    "front matter": Table(forms.ROWS, in_whole, forms.Forms(title_words()).kind, (forms, "_KINDS")),
}
CASES = {case.title: case for case in read_cases("parse/words")}
ROWS = [(name, rule) for name, table in TABLES.items() for rule in table.rules]


def names(rows: Iterable[tuple[str, Rule]]) -> list[str]:
    return [f"{name}: {rule.what} {rule.example[:12]}" for name, rule in rows]


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=names(ROWS))
def test_a_rule_recognises_its_example(name: str, rule: Rule) -> None:
    assert TABLES[name].reads(rule.example)


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=names(ROWS))
def test_without_the_rule_its_example_is_missed(name: str, rule: Rule) -> None:
    table = TABLES[name]
    others = tuple(each for each in table.rules if each is not rule)
    assert len(others) == len(table.rules) - 1
    assert table.matches(any_of([rule], whole=table.matches is in_whole), rule.example)
    assert not table.matches(any_of(others, whole=table.matches is in_whole), rule.example)


def recognised(name: str) -> list[str]:
    reads = TABLES[name].reads if name in TABLES else read_label
    return [line for line in CASES[name].text.splitlines() if reads(line)]


@pytest.mark.parametrize("name", CASES)
def test_words(name: str) -> None:
    assert recognised(name) == CASES[name].expected


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=names(ROWS))
def test_the_words_notice_when_a_rule_is_taken_out(
    name: str, rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = TABLES[name]
    others = [each for each in table.rules if each is not rule]
    pattern = any_of(others, whole=table.place[0] is lines)
    kinds = tuple((each.what, re.compile(each.pattern)) for each in others)
    monkeypatch.setattr(*table.place, kinds if name == "front matter" else pattern)
    assert recognised(name) != CASES[name].expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.system} {rule.example[:4]}")
def test_the_words_notice_when_a_number_is_taken_out(
    rule: NumberRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labels, "RULES", tuple(each for each in RULES if each is not rule))
    assert recognised("numbers") != CASES["numbers"].expected


@pytest.mark.parametrize(
    ("name", "rule", "words"),
    [(name, rule, words) for name, rule in ROWS for words in rule.but],
)
def test_an_exception_is_one(name: str, rule: Rule, words: str) -> None:
    assert not TABLES[name].reads(words)
    bare = re.sub(r"\(\?<?[!][^()]*(?:\([^()]*\)[^()]*)*\)", "", rule.pattern)
    assert bare != rule.pattern or name in {"residue", "web lines", "sure references"}
    if bare != rule.pattern:
        assert TABLES[name].matches(re.compile(bare), words), "the exception is for nothing"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.system} {rule.example[:4]}")
def test_a_number_is_read_by_one_rule(rule: NumberRule) -> None:
    label = read_label(rule.example)
    assert label
    assert label.system in {rule.system, "article"}
    assert [each for each in RULES if each.pattern.match(rule.example)] == [rule]
    for words in rule.but:
        assert read_label(words) is None
