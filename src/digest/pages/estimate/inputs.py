"""What a firm is asked for: figures that several supports have in common, and those that only one policy names."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from digest.model.corpus import Term
from digest.model.vocabulary import EstimateWords, InputWords
from digest.pages.estimate.formula import Quantity
from digest.pages.strings import Runs, Words, plain, run, translated


class Input(NamedTuple):
    """A figure to fill in, by its name in the address. It counts so many yuan as its ``unit`` says (``times``), or things;
    ``asked`` counts the supports that need it.
    ``example`` is written as a reader would fill it in, empty for none."""

    name: str
    label: Runs
    unit: Runs
    times: int
    example: str
    asked: Runs


def input_of(words: EstimateWords, quantity: Quantity) -> InputWords | None:
    """The figure of the list that a quantity is taken of; None where the list does not know it.

    >>> list_ = EstimateWords(
    ...     (InputWords("growth", "", "", ("销售",), also=("增量",)), InputWords("sales", "", "", ("销售",)))
    ... )
    >>> [input_of(list_, Quantity("money", text)).id for text in ("年度销售金额增量", "销售收入")]
    ['growth', 'sales']
    """
    for row in words.input:
        counts = row.unit == quantity.text if quantity.kind == "unit" else _has(quantity.text, row.words)
        if counts and (not row.also or _has(quantity.text, row.also)):
            return row
    return None


def name_of(words: EstimateWords, quantity: Quantity) -> str:
    """The name of the input that a quantity is asked for with."""
    known = input_of(words, quantity)
    return known.id if known else quantity.text


def make_inputs(
    list_: EstimateWords,
    asked: Iterable[tuple[Quantity, str | None]],
    words: Words,
    terms: Mapping[tuple[str, str], Term],
    language: str,
) -> tuple[Input, ...]:
    """The inputs for some quantities, each with the English of its wording: first those that have an example, then
    those that most supports need; those that only a policy names come last."""
    found: dict[str, list[tuple[Quantity, str | None]]] = {}
    for quantity, english in asked:
        found.setdefault(name_of(list_, quantity), []).append((quantity, english))
    known = {row.id: row for row in list_.input}

    def order(name: str) -> tuple[bool, bool, int]:
        return name not in known, name not in known or not known[name].example, -len(found[name])

    inputs = []
    for name in sorted(found, key=order):
        quantity, english = found[name][0]
        row = input_of(list_, quantity)
        unit = words["estimate.money"] if quantity.kind != "unit" else _unit(terms, quantity.text, language)
        times = int(words.plain("estimate.times")) if quantity.kind != "unit" else 1
        if row:
            label = run(row.name_en if language == "en" else row.name_zh, language)
        elif quantity.kind == "unit":
            label = words.fill("estimate.number", unit=plain(unit))
        else:
            english = next((each for _, each in found[name] if each), None)
            label = translated(english, quantity.text, language)
        example = f"{row.example / times:g}" if row and row.example else ""
        count = words.count("estimated", len(found[name]))
        inputs.append(Input(name, label, unit, times, example, count))
    return tuple(inputs)


def _unit(terms: Mapping[tuple[str, str], Term], unit: str, language: str) -> Runs:
    named = terms.get(("unit", unit), Term(unit, unit))
    return run(named.name_en if language == "en" else named.name_zh, language)


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)
