"""Notes on the fields of values that are published, for ``Annotated``.

``rate: Annotated[float | None, "share of the base, in percent", Zh("占基数的比例"), at_least(0)]`` is a column of the bulk
data: the text describes it, in Chinese as well, rules are keywords of JSON Schema. A field without notes is not published.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

Rules = Mapping[str, Any]

SLUG: Rules = {"pattern": "^[a-z0-9-]+$"}
CLAUSE_ID: Rules = {"pattern": "^[a-z0-9_.-]+$"}
SHARE: Rules = {"minimum": 0, "maximum": 1}
NOT_EMPTY: Rules = {"minLength": 1}


def one_of(*values: str | int) -> Rules:
    """The only values a field may have, besides None where its type allows that."""
    return {"enum": list(values)}


def at_least(least: int) -> Rules:
    """The least value a field may have."""
    return {"minimum": least}


class Zh(NamedTuple):
    """The Chinese of the text that describes a field."""

    text: str


class Compares(NamedTuple):
    """Marks a comparator, one of ``= < <= > >= ~``: published under its name, and as it is in a second column.
    ``high`` names the field with the upper end of a range, where the figure can be one."""

    high: str | None = None


COMPARATORS = {"=": "eq", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte", "~": "about"}
"""The name of each comparator in the data."""

RANGE = "range"
"""The comparator in the data of a figure with two ends."""


def comparator_name(symbol: str | None, high: float | None = None) -> str | None:
    """The name of a comparator in the data; None where the text compares nothing."""
    if high is not None:
        return RANGE
    return COMPARATORS[symbol] if symbol else None
