"""Long text in lines of a terminal, where a Chinese character takes two cells."""

from collections.abc import Iterator

from rich.cells import cell_len

_MARKS = "，。、；：！？）》」』】〉”’％%,.;:!?)]"
"""What begins no line, if it can be helped."""

_OVERHANG = 2  # cells


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of ``width`` cells, and a mark at the end: cut at spaces where words have them, else between characters."""
    line, cells, empty = "", 0, True
    for sign in text:
        size = cell_len(sign)
        if cells + size > width + (_OVERHANG if sign in _MARKS else 0) and line:
            head, _, rest = line.rpartition(" ")
            in_word = size == 1 and sign != " " and head.strip() and rest.isascii()
            yield (head if in_word else line).rstrip()
            line, empty = rest if in_word else "", False
            cells = cell_len(line)
            if sign == " ":
                continue
        line += sign
        cells += size
    if line.strip() or empty:
        yield line.rstrip()


def shortened(text: str, width: int) -> str:
    """The text on one line of at most ``width`` cells; a mark shows that it goes on."""
    if cell_len(text) <= width:
        return text
    kept, cells = "", cell_len("…")
    for sign in text:
        cells += cell_len(sign)
        if cells > width:
            break
        kept += sign
    return kept + "…"
