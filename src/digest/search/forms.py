"""Other forms in which people type what a clause prints: 500万元 as 5 million, 五万元 as 5万元, 第七条 as Article 7."""

from collections.abc import Iterator

from digest.model.document import Clause
from digest.text import ids
from digest.text.money import Unit, find_figures
from digest.text.numerals import print_numeral


def other_forms(clause: Clause) -> Iterator[str]:
    """The forms of a clause's label and figures that its text does not have already."""
    yield from _of_label(clause)
    for figure in find_figures(clause.text):
        for value in {figure.low: None, figure.high: None}:
            forms = _FORMS.get(figure.unit)
            yield from (form for form in forms(float(value)) if form not in clause.text) if forms else ()


def _of_label(clause: Clause) -> Iterator[str]:
    step = ids.read(clause.id)[-1]
    if clause.label and step.word == "art" and step.number is not None and not step.branch:
        yield from (f"第{step.number}条", f"Article {step.number}")


def _of_yuan(yuan: float) -> Iterator[str]:
    for size, unit in ((10**4, "万元"), (10**8, "亿元"), (10**6, " million"), (10**9, " billion")):
        if yuan >= size:
            yield f"{yuan / size:.10g}{unit}"
    if yuan.is_integer():
        yield f"{print_numeral(int(yuan))}元"


def _of_percent(share: float) -> Iterator[str]:
    if (100 * share).is_integer():
        yield f"{share:.10g}%"
    if share.is_integer():
        yield f"百分之{print_numeral(int(share))}"


_FORMS = {Unit.YUAN: _of_yuan, Unit.PERCENT: _of_percent}
