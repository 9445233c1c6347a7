"""The tables of rules: each row recognises its example, no other row of the table does, and its exceptions are exceptions.

The words of ``tests/cases/rules.md`` notice when a row is taken out (``tests/bench/mutations.py`` takes each out).
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from digest.enrich import agencies, agency_names, agency_sentences, deadlines, document_dates, document_facts
from digest.enrich.clause_references import CHANGES, FOREIGN, ITSELF, OWN
from digest.intake.html import margins
from digest.intake.html.index import IndexKeys
from digest.parse import forms, headings, labels, lines, pages, placeholders, reading, references, starts
from digest.parse.labels import read_label
from digest.text import place_names
from digest.text.rules import Rule
from parsing import parsed, title_words
from text_cases import read_cases

Applied = Callable[[str, str], object]


class Table(NamedTuple):
    """``applied`` says where in a text a pattern of the table stands, ``reads`` what the program makes of a text with all
    of them; without it, a text is read where a pattern stands in it."""

    rules: tuple[Rule, ...]
    applied: Applied
    reads: Callable[[str], object] | None = None

    def recognises(self, text: str) -> object:
        if self.reads:
            return self.reads(text)
        return any(self.applied(rule.pattern, text) for rule in self.rules)


def in_whole(pattern: str, text: str) -> object:
    return re.fullmatch(pattern, text)


def at_start(pattern: str, text: str) -> object:
    return re.match(pattern, text)


def at_end(pattern: str, text: str) -> object:
    return re.search(f"(?:{pattern})$", text)


def anywhere(pattern: str, text: str) -> object:
    return re.search(pattern, text)


def behind_number(pattern: str, text: str) -> object:
    label = read_label(text)
    assert label, text
    return re.compile(pattern).match(text, label.length)


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


MARGINS = margins.Margins(title_words(), IndexKeys(title_words()))
TABLES = {
    "numbers": Table(labels.RULES, at_start, read_label),
    "predicates": Table(headings.PREDICATES, anywhere, is_sentence),
    "openings": Table(headings.OPENINGS, at_start, is_sentence),
    "no names": Table(headings.NOT_NAMES, anywhere),
    "sayings": Table(headings.SAYINGS, at_start),
    "page numbers": Table(lines.PAGE_NUMBERS, in_whole, lines._furniture),
    "print feet": Table(lines.PRINT_FEET, in_whole, lines._furniture),
    "web lines": Table(lines.WEB_LINES, in_whole, lines._furniture),
    "print heads": Table(pages.PRINT_HEADS, in_whole),
    "figures of headers": Table(pages.LAYOUT_FIGURES, anywhere),
    "beside a text on its page": Table(margins.rules(title_words().page), in_whole, MARGINS.is_margin),
    "residue": Table(reading.RESIDUE, in_whole, is_cut),
    "markdown": Table(reading.MARKDOWN, anywhere),
    "starts inside lines": Table(starts.CANDIDATES, anywhere),
    "sure references": Table(references.SURE, behind_number, surely_refers),
    "unsure references": Table(references.UNSURE, behind_number, may_refer),
    "items": Table(references.ITEMS, behind_number, surely_refers),
    "front matter": Table(forms.ROWS, in_whole, forms.LineForms(title_words()).kind),
    "placeholders": Table(placeholders.PLACEHOLDERS, in_whole, placeholders.is_placeholder),
    "deadlines": Table(deadlines.DEADLINES, anywhere, lambda text: deadlines.find_deadlines(text, {})),
    "dates": Table(deadlines.DATES, anywhere, deadlines.plain_years),
    "from when a text holds": Table(document_dates.STARTS, anywhere),
    "from when until when a text holds": Table(document_dates.SPANS, anywhere),
    "until when a text holds": Table(document_dates.ENDS, anywhere),
    "how long a text holds": Table(document_dates.PERIODS, anywhere),
    "of the text itself": Table(document_dates.OF_ITSELF, anywhere),
    "of the text by its name": Table(document_dates.BY_NAME, anywhere),
    "before an article of the text": Table(ITSELF, at_end),
    "before an article of the text, perhaps": Table(OWN, at_end),
    "before an article of another text": Table(FOREIGN, at_end),
    "amendments": Table(CHANGES, anywhere),
    "who is no addressee": Table(document_facts.NO_ADDRESSEES, anywhere),
    "words of issuing": Table(document_facts.ISSUES, anywhere),
    "nobody in particular": Table(agency_names.NOBODIES, anywhere),
    "names of government": Table(agencies.GOVERNING, anywhere),
    "bodies of the nation": Table(place_names.NATIONAL, at_start),
    "ends of bodies": Table(agency_sentences.ORGANS, anywhere),
    "no part of a name": Table(agency_sentences.OTHER_WORDS, at_start),
    "between bodies": Table(agency_sentences.JOINS, at_start),
    "between bodies and their duty": Table(agency_sentences.FILLERS, in_whole),
    "what bodies are and do": Table(agency_sentences.STANDINGS, in_whole),
}
CASES = {case.title: case for case in read_cases("rules")}
ROWS = [(name, rule) for name, table in TABLES.items() for rule in table.rules]


@pytest.mark.parametrize(("name", "rule"), ROWS, ids=[f"{name}: {rule.name}" for name, rule in ROWS])
def test_a_rule(name: str, rule: Rule) -> None:
    table = TABLES[name]
    assert [each for each in table.rules if table.applied(each.pattern, rule.example)] == [rule]
    assert table.recognises(rule.example)
    assert rule.example in CASES[name].text.splitlines(), "taken out, nobody would notice"
    assert bool(rule.but) == bool(rule.why)
    for words in rule.but:
        assert not table.applied(rule.pattern, words)
        assert not table.recognises(words)


@pytest.mark.parametrize("name", TABLES)
def test_the_words_of_a_table(name: str) -> None:
    case = CASES[name]
    assert [line for line in case.text.splitlines() if not TABLES[name].recognises(line)] == []
    assert [line for line in case.expected if TABLES[name].recognises(line)] == []


def test_all_words_have_a_table() -> None:
    assert CASES.keys() == TABLES.keys()
