"""Values in cells of a spreadsheet, where text must not turn into a formula."""

import json

_FORMULA = tuple("=+-@\t\r\n＝＋－＠'")
"""How formulas begin, in either width; and the guard itself, so that it can be taken off again."""

Cell = str | int | float | bool | None


def cell(value: object) -> Cell:
    """What a cell holds: lists as JSON; an apostrophe before text that a spreadsheet would compute, and
    before text that begins with an apostrophe (so one leading apostrophe is never part of the value)."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if value is None or isinstance(value, int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
