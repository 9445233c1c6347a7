"""Values in cells of a spreadsheet."""

import json

from digest.text.formulas import guarded

Cell = str | int | float | bool | None


def cell(value: object) -> Cell:
    """What a cell holds: text that cannot turn into a formula, numbers as they are, lists as JSON."""
    if isinstance(value, str):
        return guarded(value)
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
