"""References become a file for reference managers, one after the other."""

import io
from collections.abc import Callable, Iterator

from digest.cite import STYLES, printed_in
from digest.model.page import ReferenceFile


def reference_file(file: ReferenceFile) -> bytes:
    """The bytes of a file of references: the same references, the same bytes. No day of access is in it."""
    style = next(style for style in STYLES if style.id == file.style)
    out = io.BytesIO()
    out.writelines(
        each.encode() for each in _WRITERS[file.style](printed_in(style, one).text for one in file.references)
    )
    return out.getvalue()


def _entries(texts: Iterator[str]) -> Iterator[str]:
    """Entries with an empty line after each."""
    return (f"{text}\n" for text in texts)


def _records(texts: Iterator[str]) -> Iterator[str]:
    """Records whose lines end with CR LF, as RIS has it."""
    return (f"{text}\n".replace("\n", "\r\n") for text in texts)


def _items(texts: Iterator[str]) -> Iterator[str]:
    """Items of a JSON array."""
    between = "[\n"
    for text in texts:
        yield between + text.rstrip("\n")
        between = ",\n"
    yield "\n]\n" if between != "[\n" else "[]\n"


_WRITERS: dict[str, Callable[[Iterator[str]], Iterator[str]]] = {
    "bibtex": _entries,
    "ris": _records,
    "csl": _items,
}
