"""What the stage ``pages`` hands to the stage ``render``: an address, a template, one value."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from digest.model.reference import Reference


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


Row = Mapping[str, Any]
"""A row of the bulk data: a value, or a list of plain values and mappings, for each column."""


class Rows(Protocol):
    """The rows of a table, to be gone through again and again: very many are made each time and never held together."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Row]: ...


class ForeignKey(NamedTuple):
    """The columns of a table that name a row of another."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table of the bulk data, its rows in the order of the files.

    ``columns`` maps each column to its SQL type, JSON for lists; ``key`` are the columns that tell
    rows apart; ``searched`` those a full-text index is made of.
    """

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    references: tuple[ForeignKey, ...]
    searched: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class DataFile:
    """Tables to be written in a form: jsonl, csv and xlsx hold one, sqlite all of them."""

    form: str
    tables: tuple[DataTable, ...]


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """References in a style that reference managers read: bibtex, ris, csl."""

    style: str
    references: Iterable[Reference]


@dataclass(frozen=True, slots=True)
class Json:
    """One JSON value."""

    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A JSON object too large to be held: ``head``, and under ``name`` a mapping whose entries are written one a line as they
    are made."""

    head: Mapping[str, Any]
    name: str
    entries: Iterable[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text file as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class XmlElement:
    """An element of an XML document: name, attributes, and what it holds in order."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    inside: tuple["XmlElement | str", ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A value for the search script: a file that hands it over by name when it is loaded, from a disk as well."""

    name: str
    value: Any


class Unchanged(NamedTuple):
    """In place of the value of a file that the site has already as it must be."""


class Page(NamedTuple):
    """One file of the site before it is written.

    ``path`` is a site path of ``text.urls``; ``template`` names a file of templates/, and ``value``
    is the one value that template receives as ``page``. Data (``DataFile``, ``ReferenceFile``, ``Json``, ``JsonLines``,
    ``PlainText``, ``XmlElement``, ``Script``) need no template: theirs is empty.
    """

    path: str
    template: str
    value: object
