"""How much is translated, as a table and as JSON."""

import json
from collections.abc import Mapping, Sequence
from gettext import gettext
from typing import Any, Protocol

from rich.cells import cell_len

from digest.output.names import state_names
from digest.translate.states import share


class ClauseCounts(Protocol):
    """The clauses of something by state, and the phrases of its facts and names."""

    @property
    def name(self) -> str: ...
    @property
    def states(self) -> Mapping[str, int]: ...
    @property
    def phrases(self) -> Mapping[str, int]: ...


def coverage_table(
    policies: Sequence[ClauseCounts], places: Sequence[ClauseCounts], everything: ClauseCounts
) -> str:
    """A line for each policy, each jurisdiction and all together: first their clauses, then their phrases."""
    groups = [group for group in (policies, places, [everything]) if group]
    tables = [
        (gettext("clauses"), [[_cells(each.name, each.states) for each in group] for group in groups]),
        (gettext("phrases"), [[_cells(each.name, each.phrases) for each in group] for group in groups]),
    ]
    width = max(cell_len(row[0]) for _, rows in tables for group in rows for row in group)
    blocks = []
    for name, rows in tables:
        first, *rest = ["\n".join(_line(row, width) for row in group) for group in rows]
        blocks += [_line((name, *_head()), width) + "\n" + first, *rest]
    return "\n\n".join(blocks) + "\n"


def coverage_json(
    policies: Sequence[ClauseCounts], places: Sequence[ClauseCounts], everything: ClauseCounts
) -> str:
    """The same as one JSON object."""
    data = {
        "policies": [_record(each) for each in policies],
        "jurisdictions": [_record(each) for each in places],
        "all": _record(everything),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cells(name: str, states: Mapping[str, int]) -> tuple[str, ...]:
    numbers = (str(number) for number in states.values())
    return (name, *numbers, str(sum(states.values())), f"{share(states):.1f}%")


def _line(cells: Sequence[str], width: int) -> str:
    widths = (max(10, cell_len(word) + 2) for word in _head())
    figures = (_padded(cell, taken) for cell, taken in zip(cells[1:], widths, strict=True))
    return "".join([_padded(cells[0], -width), *figures])


def _head() -> tuple[str, ...]:
    return (*state_names().values(), gettext("total"), gettext("share"))


def _padded(cell: str, width: int) -> str:
    """A cell in so many columns of the terminal; to the left when ``width`` is negative."""
    spaces = " " * (abs(width) - cell_len(cell))
    return cell + spaces if width < 0 else spaces + cell


def _record(counted: ClauseCounts) -> dict[str, Any]:
    return {"name": counted.name, **_states(counted.states), "phrases": _states(counted.phrases)}


def _states(states: Mapping[str, int]) -> dict[str, Any]:
    return {**states, "total": sum(states.values()), "share_percent": round(share(states), 1)}
