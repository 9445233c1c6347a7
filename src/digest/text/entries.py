"""Label, heading and text of a clause as one text: as a name, and as an entry of en.po holds them, and apart again."""

from digest.model.document import Clause
from digest.model.ledger import Wording
from digest.text.changes import FIGURE
from digest.text.po import one_line_safe

BETWEEN = "\n\n"
"""What stands between heading and text. Paragraphs of a text are separated by one line feed only."""


def joined(heading: str | None, text: str) -> str:
    """Heading and text as an entry holds them."""
    return one_line_safe(BETWEEN.join(part.strip("\n") for part in (heading or "", text) if part.strip()))


def apart(clause: Clause | Wording, english: str) -> tuple[str | None, str]:
    """The English heading and text of a clause, or of one that is gone; the part before the first empty line is the heading."""
    heading, between, text = english.partition(BETWEEN)
    if between:
        return heading.strip(), text.strip()
    has_heading_only = bool(clause.heading) and not clause.text
    return (english.strip(), "") if has_heading_only else (None, english.strip())


def labelled(label: str | None, text: str) -> str:
    """A label before its text; a label that ends in a mark needs no space."""
    if not label:
        return text
    return f"{label} {text}" if label[-1].isalnum() or label.isascii() else f"{label}{text}"


def beginning(text: str, length: int) -> str:
    """So many characters of a text at most. A figure is left out rather than cut: 30 is not what 300万元 begins with.

    >>> beginning("最高不超过300万元", 8)
    '最高不超过'
    """
    for figure in FIGURE.finditer(text, 0, length + _UNIT):
        if figure.end() > length:
            return text[: min(figure.start(), length) or length]
    return text[:length]


_UNIT = 16
"""No unit of a figure is longer: beyond the end of a beginning nothing else is looked at."""
