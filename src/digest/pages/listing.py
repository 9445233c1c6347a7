"""Tables that can be sorted and sifted. A page of tables is one file that says its columns, filters and
rows; the template and the script know nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.pages.clauses import name_of
from digest.pages.evidence import evidence_link
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.graph import Graph
from digest.pages.particulars import place_chain, place_name, policy_title
from digest.pages.validity import Phases, phases, state_name
from digest.pages.words import Runs, Words, plain
from digest.text import urls


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell. ``quiet`` lines go with the one above them; ``validity`` is that of the policy named."""

    text: Runs
    href: str | None = None
    quiet: bool = False
    validity: Phases = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. ``key`` is what it is sorted by where that is not its text (in a column of numbers it is a
    number, or empty); the lines of a cell with a ``fold`` open below that summary."""

    lines: tuple[Line, ...]
    key: str | None = None
    fold: Runs | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by, as the address has it and as the reader sees it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: a row stays when the values it has under this name hold the chosen one."""

    name: str
    label: Runs
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. A ``number`` is set to the right and sorted by value; ``label`` names the cell where a row
    stands as a card."""

    name: str
    head: Runs
    label: str
    number: bool


@dataclass(frozen=True, slots=True)
class ListingRow:
    """A row; its first cell names it. ``picks`` are (filter, values apart by spaces), ``anchor`` is its id."""

    cells: tuple[Cell, ...]
    picks: tuple[tuple[str, str], ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A table. Its ``name`` keeps its state in the address apart from that of the page's other tables;
    ``status`` are the words before and after the number of rows shown."""

    name: str
    title: Runs
    lead: Runs
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    rows: tuple[ListingRow, ...]
    count: Runs
    status: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ListingPage:
    """What listing.html receives. Tables without rows are left out; ``lead`` says what the others hold."""

    frame: Frame
    table_script: str
    title: Runs
    lead: Runs
    graph: Graph | None
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before its table is made: the cells, and by filter the choices that find it."""

    cells: tuple[Cell, ...]
    picks: Mapping[str, tuple[Choice, ...]]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the tables of one page and language are made."""

    setting: Setting
    language: str
    section: str

    @property
    def words(self) -> Words:
        return self.setting.words[self.language]

    @property
    def here(self) -> str:
        return urls.section(self.language, self.section)

    def clause(self, policy: Policy, clause: Clause, anchor: str) -> Cell:
        """The name of a clause, which leads to the evidence on its page, and its document with its validity."""
        slug = policy.meta.slug
        name = name_of(self.setting, policy, clause, self.language)
        text = urls.relative(self.here, urls.policy(self.language, slug), clause.id)
        return Cell((
            Line(name, evidence_link(self.here, slug, clause.id, anchor)),
            Line(policy_title(policy, self.language), text, quiet=True, validity=self.validity(policy)),
        ))  # fmt: skip

    def validity(self, policy: Policy) -> Phases:
        """The validity of a policy."""
        return phases(self.setting, policy, self.language)

    def states(self, policy: Policy) -> tuple[Choice, ...]:
        """The states that a policy has on some day, to filter by."""
        found = (each.state for each in self.validity(policy))
        return tuple(Choice(each, plain(state_name(self.setting, each, self.language))) for each in found)

    def place(self, policy: Policy) -> tuple[Cell, Choice]:
        """The jurisdiction of a policy, told where it was inferred, and the choice to filter by it."""
        stated, words = policy.meta.jurisdiction, self.words
        chain = place_chain(self.setting, stated.value or "")
        name = place_name(chain[-1], self.language) if chain else words["policy.unknown"]
        known = stated.basis == "printed"
        lines = (Line(name),) if known else (Line(name), Line(words[f"policy.{stated.basis}"], quiet=True))
        return Cell(lines, key=plain(name)), Choice(stated.value or "none", plain(name))


def make_listing(
    desk: Desk, name: str, columns: Sequence[str], numbers: Iterable[str], drafts: Iterable[Draft]
) -> Listing:
    """A table. ``columns`` are names of words (``column.<name>``), some of which are ``numbers``; the words
    ``table.<name>.title`` and ``table.<name>.lead`` head it. A filter is offered where there are two choices or more."""
    words, rows = desk.words, tuple(drafts)
    choices: dict[str, dict[str, Choice]] = {}
    for row in rows:
        for kind, picked in row.picks.items():
            choices.setdefault(kind, {}).update({choice.value: choice for choice in picked})
    before, _, after = words.plain("listing.status", shown="\0", total=len(rows)).partition("\0")
    return Listing(
        name=name,
        title=words[f"table.{name}.title"],
        lead=words[f"table.{name}.lead"],
        columns=tuple(
            Column(each, words[f"column.{each}"], words.plain(f"column.{each}"), each in numbers)
            for each in columns
        ),
        filters=tuple(
            Filter(kind, words[f"column.{kind}"], tuple(found.values()))
            for kind, found in choices.items()
            if len(found) > 1
        ),
        rows=tuple(ListingRow(row.cells, _picks(row), row.anchor) for row in rows),
        count=words.count("rows", len(rows)),
        status=(before, after),
    )


def make_listing_page(desk: Desk, listings: Sequence[Listing], graph: Graph | None = None) -> Page:
    """A page of tables in one language, in the main navigation under its section."""
    setting, words, section = desk.setting, desk.words, desk.section
    at = standing(desk.language, lambda each: urls.section(each, section), section)
    title = words[f"table.{section}.title"]
    home = Link(words["frame.home"], urls.relative(at.path, urls.home(desk.language)))
    value = ListingPage(
        frame=make_frame(
            setting, at, title, trail=(home,), description=words.plain(f"table.{section}.about")
        ),
        table_script=urls.relative(at.path, urls.asset("table.js")),
        title=title,
        lead=words[f"table.{section}.about"],
        graph=graph,
        listings=tuple(each for each in listings if each.rows),
    )
    return Page(at.path, "listing.html", value)


def text_cell(*texts: Runs) -> Cell:
    """A cell of texts, each on a line of its own, the first one foremost; empty ones are left out."""
    said = [text for text in texts if text]
    return Cell(tuple(Line(text, quiet=at > 0) for at, text in enumerate(said)))


def _picks(row: Draft) -> tuple[tuple[str, str], ...]:
    return tuple((kind, " ".join(choice.value for choice in found)) for kind, found in row.picks.items())
