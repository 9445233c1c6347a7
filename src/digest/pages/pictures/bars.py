"""Figures beside each other on one scale, a bar each: rates of several places, caps of several measures."""

from collections.abc import Sequence
from typing import NamedTuple

from digest.pages.pictures.scale import share
from digest.pages.strings import Runs

MOST = 40
"""So many bars are drawn; further ones are counted."""


class Bar(NamedTuple):
    """A figure of a place or a measure. ``value`` is what is drawn, ``printed`` how it is said; ``note`` says more of it;
    ``href`` leads to where it is from."""

    label: Runs
    note: Runs
    value: float
    printed: Runs
    href: str


class Row(NamedTuple):
    """A bar that has its length on the scale; the longest ones ``lead``."""

    label: Runs
    note: Runs
    printed: Runs
    href: str
    length: str
    lead: bool


class BarChart(NamedTuple):
    """Bars in the order in which they were given. ``whole`` where the scale ends at all of something (100%), else it ends at
    the longest bar. ``left_out`` counts those that are not drawn."""

    caption: Runs
    rows: tuple[Row, ...]
    whole: bool
    left_out: int


def bar_chart(bars: Sequence[Bar], unit: str, caption: Runs = ()) -> BarChart | None:
    """The bars on one scale that begins at 0; None where there are none. ``unit`` is that of the values, as facts name units:
    those in ``percent`` are drawn as shares of 100."""
    if not bars:
        return None
    drawn = bars[:MOST]
    largest = max(bar.value for bar in drawn)
    whole = unit == "percent" and largest <= _ALL
    end = _ALL if whole else largest
    return BarChart(
        caption,
        tuple(
            Row(bar.label, bar.note, bar.printed, bar.href, share(bar.value, 0, end), bar.value == largest)
            for bar in drawn
        ),
        whole,
        len(bars) - len(drawn),
    )


_ALL = 100
