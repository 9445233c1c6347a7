"""From lines to paragraphs: a line goes on with the one before it where that one ran out of room, and it begins where such lines begin.

Room is what a page shows: the left and right edges that most of its lines have.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from digest.intake.pdf.rows import TextRow
from digest.intake.pdf.tables import is_gapped
from digest.parse.references import line_label
from digest.regex import regex

_CLOSING = "，。；：、！？）》”’】〕%％,.;:!?)"
_ENDED = "。；：！？;:!?"
_LEADER = regex(r"(?:…|⋯|\.\.|··){2}[\s.…⋯·]*\d{0,4}$")
"""What leads to the page in a table of contents."""
_CJK = regex(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")


class TextEdges(NamedTuple):
    """The edges between which most lines are set, their size, and how far apart they are. ``indents``: paragraphs begin with an
    indent."""

    left: float
    right: float
    size: float
    pitch: float
    indents: bool


def measure_of(rows: Sequence[TextRow]) -> TextEdges:
    """How a text is set. Text must have at least one line."""
    size = _most([round(row.size, 1) for row in rows for _ in range(len(row.text))])
    body = [row for row in rows if abs(row.size - size) < 0.15 * size] or list(rows)
    lefts = Counter(round(row.left) for row in body)
    long = [
        row for row in body if row.right - row.left > 0.6 * (max(each.right for each in body) - min(lefts))
    ] or body
    left = _most([round(row.left) for row in long])
    left = min([left, *(edge for edge, count in lefts.items() if edge < left and count > 0.2 * len(body))])
    right = sorted(row.right for row in long)[int(0.95 * (len(long) - 1))]
    right = max([right, *(row.right for row in long if row.right < right + 1.2 * size)])
    pitches = [b.base - a.base for a, b in pairwise(body) if a.page == b.page and b.base > a.base]
    pitch = _most([round(each) for each in pitches]) if pitches else 1.5 * size
    opens = [
        b for a, b in pairwise(body) if a.right < right - 3 * size and not _is_centred(b, left, right, size)
    ]
    indented = sum(1 for row in opens if row.left > left + 1.2 * size)
    return TextEdges(left, right, size, pitch, 2 * indented > len(opens))


def _most(values: Sequence[float]) -> float:
    return Counter(values).most_common(1)[0][0]


def goes_on(first: TextRow, before: TextRow, row: TextRow, measure: TextEdges) -> bool:
    """Whether ``row`` goes on with the paragraph whose first and last lines are ``first`` and ``before``."""
    size = before.size
    if abs(row.size - size) > 0.15 * size or is_gapped(before) or is_gapped(row):
        return False
    if _LEADER.search(before.text):
        return False
    below = row.base - before.base if row.page == before.page else measure.pitch
    if _is_title(before, measure) and _is_title(row, measure):
        return 0 < below < 2.2 * size and row.page == before.page and line_label(row.text) is None
    if not 0 < below < (1.7 if measure.indents else 1.25) * measure.pitch:
        return False
    if _is_centred(row, *measure[:3]) and row.text[0] not in _CLOSING:
        return False
    if not _is_full(before, row, measure):
        return False
    indent = row.left - measure.left
    if indent < 1.2 * size:
        labelled = line_label(row.text) is not None
        return not labelled or (measure.indents and before.text[-1] not in _ENDED)
    hangs = first.left < row.left - size and (
        abs(row.left - before.left) < 0.8 * size if before is not first else _hangs(first, row)
    )
    return hangs and line_label(row.text) is None


def _is_full(before: TextRow, row: TextRow, measure: TextEdges) -> bool:
    """Whether the next word had no room behind a line."""
    return before.right + row.opening > measure.right - 0.3 * before.size


def _is_title(row: TextRow, measure: TextEdges) -> bool:
    return row.size > 1.15 * measure.size and _is_centred(
        row, measure.left, measure.right, measure.size, loose=True
    )


def _is_centred(row: TextRow, left: float, right: float, size: float, *, loose: bool = False) -> bool:
    """Whether a line stands in the middle, with room on both sides; ``loose``: it may fill the measure."""
    off = abs((row.left + row.right) - (left + right)) / 2
    return off < 1.2 * size and (loose or (row.left > left + 2.5 * size and row.right < right - 2.5 * size))


def _hangs(first: TextRow, row: TextRow) -> bool:
    """Whether a line begins below the words behind the number of the first."""
    label = line_label(first.text)
    if label is None:
        return False
    lead = first.text[: label.length]
    behind = first.left + sum(first.size if _CJK.match(char) else first.size / 2 for char in lead)
    return abs(row.left - behind) < first.size


def joined(before: str, after: str) -> str:
    """Two lines of a paragraph as one: a space between Latin words, nothing else."""
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha()
    return before + " " * latin + after


def is_indented(row: TextRow, measure: TextEdges) -> bool:
    """Whether a paragraph that begins with a line is indented, neither flush nor in the middle."""
    return row.left > measure.left + 1.2 * measure.size and not _is_centred(row, *measure[:3])
