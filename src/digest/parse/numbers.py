"""Step four: which lines begin with a number that may number a clause."""

from digest.parse.labels import Label, read_odd_label
from digest.parse.lines import Line

_NEVER_ELSE = "丶﹑､"
"""Marks that stand for 、 wherever they are met."""


def labels_of(lines: list[Line], quoted: set[int]) -> list[Label | None]:
    """The label of each line. A quoted line has none; one with an odd mark (五，) when the numbers beside it fit."""
    labels = [None if i in quoted else line.label for i, line in enumerate(lines)]
    unlabelled = (i for i, label in enumerate(labels) if label is None and i not in quoted)
    odd = [(i, label) for i in unlabelled if (label := read_odd_label(lines[i].text))]
    if not odd:
        return labels
    places = sorted(
        [*odd, *((i, label) for i, label in enumerate(labels) if label and label.system == "han")]
    )
    last = 0
    for at, (i, label) in enumerate(places):
        if not label.odd:
            last = label.number
        elif lines[i].text[label.length - 1] in _NEVER_ELSE or (
            label.number == last + 1 and (last or _next_number(places, at) == 2)
        ):
            labels[i] = label
            last = label.number
    return labels


def _next_number(places: list[tuple[int, Label]], at: int) -> int:
    return places[at + 1][1].number if at + 1 < len(places) else 0
