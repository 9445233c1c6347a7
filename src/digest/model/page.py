"""What the stage ``pages`` hands to the stage ``render``: an address, a template, one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class EditorPage:
    """A page an editor wrote in Markdown: content/pages/<name>.<language>.md.

    ``text`` is the file as it stands; its first ``# heading`` is the title.
    """

    name: str
    language: str
    text: str

    @property
    def title(self) -> str:
        """The first heading; the name where there is none."""
        return next((line[2:].strip() for line in self._lines if line.startswith("# ")), self.name)

    @property
    def body(self) -> str:
        """The Markdown without its title."""
        heading = next((at for at, line in enumerate(self._lines) if line.startswith("# ")), -1)
        return "\n".join(line for at, line in enumerate(self._lines) if at != heading).strip("\n")

    @property
    def _lines(self) -> list[str]:
        return self.text.splitlines()


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of the bulk data: one mapping a row, in the order of the file."""

    rows: tuple[Mapping[str, Any], ...]


class Page(NamedTuple):
    """One file of the site before it is written.

    ``path`` is a site path of ``text.urls``; ``template`` names a file of templates/, and ``value``
    is the one value that template receives as ``page``. Rows need no template: theirs is empty.
    """

    path: str
    template: str
    value: object
