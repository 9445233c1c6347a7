"""What a firm is asked for: figures that several supports have in common, and those that only one policy names."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from digest.model.corpus import Term
from digest.model.formulas import Quantity
from digest.model.vocabulary import EstimateWords, InputWords
from digest.pages.amounts import counted
from digest.pages.strings import Runs, Words, joined, run, translated
from digest.regex import regex


class Input(NamedTuple):
    """A figure to fill in, by its name in the address. Each of it is so many (``times``) yuan, or one thing, as its ``note`` says
    with the number of supports that need it.
    ``example`` is written as a reader would fill it in, empty for none."""

    name: str
    label: Runs
    note: Runs
    times: int
    example: str


def input_of(words: EstimateWords, quantity: Quantity) -> InputWords | None:
    """The figure of the list that a quantity is taken of; None where the list does not know it, or knows several for it.

    The head of a base decides, not what stands in its brackets or before 的; all members of a list must be of the same figure.

    >>> list_ = EstimateWords(
    ...     (InputWords("growth", "", "", ("销售",), also=("增量",)), InputWords("sales", "", "", ("销售",)))
    ... )
    >>> [input_of(list_, Quantity("money", text)).id for text in ("年度销售金额增量", "销售收入（含服务）")]
    ['growth', 'sales']
    >>> input_of(list_, Quantity("money", "场租、销售和宣传费用"))
    """
    if quantity.kind == "unit":
        paid = (row for row in words.input if row.unit == quantity.text)
        return next((row for row in paid if not row.kinds or quantity.support in row.kinds), None)
    whole = _ASIDE.sub("", quantity.text)
    if quantity.kind == "reached":
        return _named(words, whole, whole, ())
    for named in dict.fromkeys((whole.rpartition("的")[2], whole)):
        found = [_named(words, member, whole, words.growth) for member in _AND.split(named) if member]
        if any(found):
            return found[0] if all(each is found[0] for each in found) else None
    return None


def _named(words: EstimateWords, member: str, whole: str, growth: Iterable[str]) -> InputWords | None:
    """The figure that a ``member`` of a base names; ``growth`` in the ``whole`` base is no figure but that of an input for growth."""
    for row in words.input:
        if (
            _has(member, row.words)
            and not _has(whole, row.but)
            and _has(whole, row.also or growth) == bool(row.also)
        ):
            return row
    return None


_ASIDE = regex("[（(][^（）()]*[）)]")
_AND = regex("[、和及与]")


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
    rows = {row.id: row for row in list_.input}

    def order(name: str) -> tuple[bool, bool, int]:
        return name not in rows, name not in rows or not rows[name].example, -len(found[name])

    inputs = []
    for name in sorted(found, key=order):
        row, quantity = rows.get(name), found[name][0][0]
        if row:
            label = run(row.name_en if language == "en" else row.name_zh, language)
        elif quantity.kind == "unit":
            label = words.fill("estimate.number", per=counted(words, terms, quantity.text))
        else:
            english = next((each for _, each in found[name] if each), None)
            label = translated(english, quantity.text, language)
        times, unit = 1, terms.get(("unit", quantity.text))
        said = run(unit.name_en if language == "en" else unit.name_zh, language) if unit else ()
        if quantity.kind != "unit":
            times, said = int(words.plain("estimate.times")), words["estimate.money"]
        note = joined((said, words.count("estimated", len(found[name]))), " · ")
        example = f"{row.example / times:g}" if row and row.example else ""
        inputs.append(Input(name, label, note, times, example))
    return tuple(inputs)


def _has(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)
