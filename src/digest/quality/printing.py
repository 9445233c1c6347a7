"""The measured figures as a table for the terminal, and as the file the site shows them from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from gettext import gettext

from rich.cells import cell_len

from digest.model.quality import Confusion, MatchingField, MeasuredFigure, Quality, Reliability
from digest.quality.measure import ComparedText

_HEAD = """\
# Results of the tests on the labelled texts of tests/labelled, shown on the quality page.
# Written by `digest quality`; the tables on matching by `make matching`. Do not edit: a test measures again and compares.
"""


def figures_table(quality: Quality) -> str:
    """One line a figure: name, labels, precision, recall, F1."""
    head = (
        gettext("texts"), gettext("labels"), gettext("found"), gettext("right"), gettext("precision"), gettext("recall"),
        "F1",
    )  # fmt: skip
    widths = (5, 6, 6, 6, 10, 7, 6)
    named = zip(head, widths, strict=True)
    lines = [" " * 12 + "".join(f" {' ' * (width - cell_len(word))}{word}" for word, width in named)]
    for row in quality.figures:
        lines.append(
            f"{row.name:12} {row.texts:5} {row.labelled:6} {row.found:6} {row.right:6}"
            f"  {row.precision:9.3f} {row.recall:7.3f} {row.f1:6.3f}"
        )
        lines += [_confused(each) for each in row.confusions]
    return "\n".join(lines) + "\n"


def figures_toml(quality: Quality) -> str:
    """The figures as the text of content/quality.toml."""
    fields = (_row("matching_field", each, {}) for each in quality.fields)
    reliability = (_row("reliability", each, {"low": "from", "high": "to"}) for each in quality.reliability)
    return "\n".join([_HEAD, *map(_table, quality.figures), *fields, *reliability])


def misses(compared: Iterable[ComparedText]) -> str:
    """Each text in which something was missed or wrongly found, with both."""
    missed, wrong = gettext("{name} missed: {value}"), gettext("{name} wrong:  {value}")
    lines = []
    for text, pairs in compared:
        found = [
            line
            for name, (labelled, found) in pairs.items()
            for line in (
                *(
                    f"  {missed.format(name=name, value=_shown(key))}"
                    for key in (labelled - found).elements()
                ),
                *(f"  {wrong.format(name=name, value=_shown(key))}" for key in (found - labelled).elements()),
            )
        ]
        if found:
            lines += [" ".join(text.split()), *found]
    return "".join(f"{line}\n" for line in lines)


def _confused(each: Confusion) -> str:
    said = gettext("  {labelled} taken for {found}: {count}")
    return said.format(labelled=each.labelled, found=each.found, count=each.count)


def _shown(key: tuple[object, ...]) -> str:
    return " | ".join(str(part) for part in key)


def _row(name: str, row: MatchingField | Reliability, keys: Mapping[str, str]) -> str:
    """A table of a row without what it leaves open."""
    given = {key: value for key, value in asdict(row).items() if value is not False and value != ""}
    lines = (
        f"{keys.get(key, key)} = {json.dumps(value, ensure_ascii=False)}" for key, value in given.items()
    )
    return "\n".join([f"[[{name}]]", *lines]) + "\n"


def _table(row: MeasuredFigure) -> str:
    lines = ["[[figure]]", f"name = {json.dumps(row.name)}"]
    lines += [f"{key} = {getattr(row, key)}" for key in ("texts", "labelled", "found", "right")]
    if row.confusions:
        rows = [
            f"  {{ labelled = {json.dumps(each.labelled)}, found = {json.dumps(each.found)}, count = {each.count} }},"
            for each in row.confusions
        ]
        lines += ["confusions = [", *rows, "]"]
    return "\n".join(lines) + "\n"
