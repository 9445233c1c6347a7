"""How much is translated, as a table and as JSON."""

import json
from collections.abc import Mapping, Sequence
from gettext import gettext
from typing import Any, Protocol

from rich.cells import cell_len

from digest.report.names import state_names


class Counted(Protocol):
    """The clauses of something by state. ``share`` is in percent."""

    @property
    def name(self) -> str: ...
    @property
    def states(self) -> Mapping[str, int]: ...
    @property
    def total(self) -> int: ...
    @property
    def share(self) -> float: ...


def coverage_table(policies: Sequence[Counted], places: Sequence[Counted], everything: Counted) -> str:
    """A line for each policy, each jurisdiction and all together."""
    groups = [[_cells(each) for each in group] for group in (policies, places, [everything])]
    width = max(cell_len(row[0]) for group in groups for row in group)
    blocks = ["\n".join(_line(row, width) for row in group) for group in groups if group]
    head = (*state_names().values(), gettext("total"), gettext("share"))
    return "\n\n".join([_line(("", *head), width) + "\n" + blocks[0], *blocks[1:]]) + "\n"


def coverage_json(policies: Sequence[Counted], places: Sequence[Counted], everything: Counted) -> str:
    """The same as one JSON object."""
    data = {
        "policies": [_record(each) for each in policies],
        "jurisdictions": [_record(each) for each in places],
        "all": _record(everything),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cells(counted: Counted) -> tuple[str, ...]:
    states = (str(number) for number in counted.states.values())
    return (counted.name, *states, str(counted.total), f"{counted.share:.1f}%")


def _line(cells: Sequence[str], width: int) -> str:
    return "".join([_padded(cells[0], -width), *(_padded(cell, 10) for cell in cells[1:])]).rstrip()


def _padded(cell: str, width: int) -> str:
    """A cell in so many columns of the terminal; to the left when ``width`` is negative."""
    spaces = " " * (abs(width) - cell_len(cell))
    return cell + spaces if width < 0 else spaces + cell


def _record(counted: Counted) -> dict[str, Any]:
    share = round(counted.share, 1)
    return {"name": counted.name, **counted.states, "total": counted.total, "share_percent": share}
