"""Tables that can be sorted and sifted. A page of tables is one file that says its columns, filters and
rows; the template and the script know nothing else. A long table comes in pages of rows, which the script can join."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar
from urllib.parse import quote

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.pages.clauses import name_of
from digest.pages.descriptions import described
from digest.pages.evidence import evidence_link
from digest.pages.frame import Frame, Link, Setting, aside, make_frame, page_location
from digest.pages.graph import Graph
from digest.pages.paging import Paging, cut, make_pagings
from digest.pages.particulars import place_chain, place_name, short_title
from digest.pages.pictures.timeline import Timeline
from digest.pages.strings import Runs, Words, joined, plain
from digest.pages.table_links import table_links
from digest.pages.validity import Phases, phases, state_name
from digest.text import urls

Item = TypeVar("Item")

HEAVIEST, MOST_ROWS = 800_000, 500
"""About so many bytes of rows make a page, shared by its tables; and so many rows of a table at most."""
MOST_CHOICES = 200
"""A filter by more choices is left out: that many are found quicker by their names."""
FEW_GROUPS = 4
"""Groups of rows beyond so many are listed before their tables."""
MOST_JOINED = 60
"""So many pages of one table the script joins to sort and filter it; of more it sorts and filters the one shown."""
MOST_LISTED = 100
"""So many clauses or policies are listed in a cell; further ones are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell. ``quiet`` lines go with the one above them; ``validity`` is that of the policy named."""

    text: Runs
    href: str | None = None
    quiet: bool = False
    validity: Phases = ()


class Cell(NamedTuple):
    """A cell. ``key`` is what it is sorted by where that is not its text (in a column of numbers it is a
    number, or empty); the lines of a cell with a ``fold`` open below that summary. ``bar`` draws its figure beside those of its
    group: the length, as SVG has shares of a width."""

    lines: tuple[Line, ...]
    key: str | None = None
    fold: Runs | None = None
    bar: str = ""


class Choice(NamedTuple):
    """A value to filter by, as the address has it and as the reader sees it. Choices come by their ``rank``, those of one rank as
    they are met."""

    value: str
    text: str
    rank: int = 0


class Filter(NamedTuple):
    """A filter: a row stays when the values it has under this name hold the chosen one."""

    name: str
    label: Runs
    choices: tuple[Choice, ...]


class Column(NamedTuple):
    """A column. A ``number`` is set to the right and sorted by value; ``label`` names the cell where a row
    stands as a card."""

    name: str
    head: Runs
    label: str
    number: bool


class RowGroup(NamedTuple):
    """Rows that can be compared with each other, under a heading of their own."""

    name: str
    title: Runs
    note: Runs = ()


class ListingRow(NamedTuple):
    """A row; its first cell names it. ``picks`` are (filter, values apart by spaces), ``anchor`` is its id; ``cut`` when it
    does not show all that it is about. ``first`` of its group on the page."""

    cells: tuple[Cell, ...]
    picks: tuple[tuple[str, str], ...]
    anchor: str | None
    cut: bool
    group: RowGroup | None = None
    first: bool = False


class Measured(NamedTuple):
    """How reliable the rows of a table are, and where that is explained."""

    text: Runs
    more: Link


@dataclass(frozen=True, slots=True)
class Listing:
    """A table. Its ``prefix`` keeps its state in the address apart from that of the page's other tables; ``shown`` is the
    number of rows that a filter starts with, ``status`` are the words before and after it. ``downloads`` hold the whole table,
    where it is one of the bulk data. ``paging`` is that of a table of several pages, ``files`` is then what the script can join.
    ``order`` is the column by which the rows are sorted already, with a hyphen before it where the largest comes first. A
    ``folded`` one shows its rows once it is opened."""

    name: str
    title: Runs
    lead: Runs
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    rows: tuple[ListingRow, ...]
    count: Runs
    shown: str
    status: tuple[str, str]
    prefix: str = ""
    paging: Paging | None = None
    files: str = ""
    downloads: tuple[Link, ...] = ()
    order: str = ""
    measured: Measured | None = None
    folded: bool = False


class ListingPage(NamedTuple):
    """What listing.html receives. Tables without rows are left out; ``lead`` says what the others hold. ``graph`` and ``timeline``
    are pictures of the same data, ``ways`` lead to groups of its rows."""

    frame: Frame
    table_script: str
    title: Runs
    lead: Runs
    graph: Graph | None
    timeline: Timeline | None
    ways: tuple[Link, ...]
    listings: tuple[Listing, ...]


class RowDraft(NamedTuple):
    """A row before its table is made: the cells, and by filter the choices that find it. ``cut`` when a cell does not show
    all of its lines."""

    cells: tuple[Cell, ...]
    picks: Mapping[str, tuple[Choice, ...]]
    anchor: str | None = None
    cut: bool = False
    group: RowGroup | None = None


class Pictures(NamedTuple):
    """What shows the data of a page before its tables do."""

    graph: Graph | None = None
    timeline: Timeline | None = None


@dataclass(frozen=True, slots=True)
class TableContext:
    """Where the tables of one page and language are made; ``_numbers`` counts the policies of each place."""

    setting: Setting
    language: str
    section: str
    _numbers: Mapping[str | None, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        codes = (policy.meta.jurisdiction.value for policy in self.setting.corpus.policies)
        object.__setattr__(self, "_numbers", Counter(codes))

    @property
    def words(self) -> Words:
        return self.setting.words[self.language]

    @property
    def here(self) -> str:
        return urls.section(self.language, self.section)

    def clause(self, policy: Policy, clause: Clause, anchor: str) -> Cell:
        """The name of a clause, which leads to the evidence on its page, and the validity of its policy; with the title of that
        where its place has several."""
        name = name_of(self.setting, policy, clause, self.language)
        alone = self._numbers[policy.meta.jurisdiction.value] == 1
        title = () if alone else short_title(policy, self.language)
        return Cell((
            Line(name, evidence_link(self.here, policy.meta.slug, clause.id, anchor)),
            Line(title, quiet=True, validity=self.validity(policy)),
        ))  # fmt: skip

    def document(self, policy: Policy) -> tuple[Cell, Choice]:
        """The place of a policy, which leads to its text, and the choice to filter by the place."""
        cell, choice = self.place(policy)
        text = urls.relative(self.here, urls.policy(self.language, policy.meta.slug))
        place, *known = cell.lines
        return cell._replace(lines=(replace(place, href=text), *known)), choice

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

    def measured(self, *names: str) -> Measured | None:
        """How often the program was right about what is ``measured`` under some names; None where nothing was measured."""
        known = {figure.name: figure for figure in self.setting.corpus.quality.figures if figure.found}
        found = [known[name] for name in names if name in known]
        if not found:
            return None
        parts = (
            self.words.plain(
                "listing.precision",
                name=self.words.plain(f"quality.figure.{each.name}"),
                right=each.right,
                found=each.found,
            )
            for each in found
        )
        there = urls.relative(self.here, urls.section(self.language, "quality"))
        said = self.words.fill("listing.tested", parts=self.words.plain("compare.and").join(parts))
        return Measured(said, Link(self.words["listing.measured"], there))


def make_listing(
    context: TableContext,
    name: str,
    columns: Sequence[str],
    numbers: Iterable[str],
    drafts: Iterable[RowDraft],
    order: str = "",
    measured: Measured | None = None,
) -> Listing:
    """A table. ``columns`` are names of words (``column.<name>``), some of which are ``numbers``; the words
    ``table.<name>.title`` and ``table.<name>.lead`` head it. A filter is offered where there are two choices or more, and
    not too many. ``order`` and ``measured`` are those of the Listing."""
    words, rows = context.words, tuple(drafts)
    choices: dict[str, dict[str, Choice]] = {}
    for row in rows:
        for kind, picked in row.picks.items():
            choices.setdefault(kind, {}).update({choice.value: choice for choice in picked})
    offered = {kind: found for kind, found in choices.items() if len(found) <= MOST_CHOICES}
    return Listing(
        name=name,
        title=words[f"table.{name}.title"],
        lead=words[f"table.{name}.lead"],
        columns=tuple(
            Column(each, words[f"column.{each}"], words.plain(f"column.{each}"), each in numbers)
            for each in columns
        ),
        filters=tuple(
            Filter(kind, words[f"column.{kind}"], tuple(sorted(found.values(), key=lambda each: each.rank)))
            for kind, found in offered.items()
            if len(found) > 1
        ),
        rows=_headed(
            ListingRow(row.cells, _picks(row, offered), row.anchor, row.cut, row.group) for row in rows
        ),
        count=words.count("rows", len(rows)),
        shown=str(len(rows)),
        status=make_status(words, "listing.status", str(len(rows))),
        order=order,
        measured=measured,
    )


def make_listing_pages(
    context: TableContext,
    listings: Sequence[Listing],
    data: Mapping[str, str],
    pictures: Pictures | None = None,
) -> Iterator[Page]:
    """The pages of a section's tables in one language. The first one, in the main navigation, has the beginning of each
    table; what a table has more is on pages of its own. ``data`` names the tables of the bulk data in which the rows of each
    table are, by its name; one that is not named is kept on one page."""
    known = [each for each in listings if each.rows]
    tables = [
        list(_in_pages(context, each, "" if at == 0 else f"{each.name}.", data.get(each.name), len(known)))
        for at, each in enumerate(known)
    ]
    yield _page(
        context,
        urls.section(context.language, context.section),
        tuple(pages[0] for pages in tables),
        pictures,
    )
    for pages in tables:
        for number, each in enumerate(pages[1:], 2):
            yield _page(
                context, urls.rows(context.language, context.section, each.name, number), (each,), None
            )


def bounded(
    context: TableContext,
    items: Sequence[Item],
    lines: Callable[[Item], Iterable[Line]],
    whole: str,
    most: int = MOST_LISTED,
    first: int = MOST_LISTED,
) -> tuple[Line, ...]:
    """The lines of a cell, for each of some items; of more than ``most`` for the ``first`` ones, with a search for the
    ``whole``, which says how many there are besides."""
    if len(items) <= most:
        return tuple(line for item in items for line in lines(item))
    there = f"{urls.relative(context.here, urls.section(context.language, 'search'))}?q={quote(whole)}"
    more = Line(context.words.fill("listing.more", number=f"{len(items) - first:,}"), there)
    return (*(line for item in items[:first] for line in lines(item)), more)


def text_cell(*texts: Runs) -> Cell:
    """A cell of texts, each on a line of its own, the first one foremost; empty ones are left out."""
    shown = [text for text in texts if text]
    return Cell(tuple(Line(text, quiet=at > 0) for at, text in enumerate(shown)))


def make_status(words: Words, key: str, total: str) -> tuple[str, str]:
    """What a filter says before and after the number of those that it shows."""
    before, _, after = words.plain(key, shown="\0", total=total).partition("\0")
    return before, after


def _in_pages(
    context: TableContext, listing: Listing, prefix: str, data: str | None, beside: int
) -> Iterator[Listing]:
    """A table as it is, or in pages of rows; ``beside`` counts the tables that share its first page."""
    words, language = context.words, context.language
    pages = cut(listing.rows, _weight, HEAVIEST // beside, MOST_ROWS) if data else [listing.rows]
    downloads = table_links(words, language, context.here, data) if data else ()
    if len(pages) == 1:
        yield replace(listing, prefix=prefix, downloads=downloads)
        return
    total = f"{len(listing.rows):,}"
    paths = [urls.rows(language, context.section, listing.name, at) for at in range(1, len(pages) + 1)]
    for rows, paging in zip(pages, make_pagings(words, language, paths, list(map(len, pages))), strict=True):
        yield replace(
            listing,
            rows=_headed(rows),
            count=paging.part,
            shown=total,
            status=make_status(words, "listing.found", total),
            prefix=prefix,
            folded=listing.folded and not paging.before,
            paging=paging,
            files=paging.files if len(pages) <= MOST_JOINED else ".",
            downloads=downloads,
        )


def _headed(rows: Iterable[ListingRow]) -> tuple[ListingRow, ...]:
    """Rows of a page, of which the first ones of their groups know it."""
    headed: list[ListingRow] = []
    for row in rows:
        begins = row.group is not None and (not headed or headed[-1].group != row.group)
        headed.append(row if row.first == begins else row._replace(first=begins))
    return tuple(headed)


def _ways(listings: Sequence[Listing]) -> tuple[Link, ...]:
    """The ways to the groups of rows on a page, where these are many."""
    ways = tuple(
        Link(row.group.title, f"#{listing.name}-{row.group.name}")
        for listing in listings
        for row in listing.rows
        if row.first and row.group
    )
    return ways if len(ways) > FEW_GROUPS else ()


def _page(context: TableContext, path: str, listings: tuple[Listing, ...], pictures: Pictures | None) -> Page:
    """A page of tables, or of further rows of one."""
    setting, words, section = context.setting, context.words, context.section
    at, first = (
        page_location(context.language, lambda each: urls.section(each, section), section),
        path == context.here,
    )
    title = words[f"table.{section}.title"]
    home = Link(words["frame.home"], urls.relative(path, urls.home(context.language)))
    front = Link(title, urls.relative(path, context.here))
    paging = None if first else listings[0].paging
    name, about = joined((title, paging.part), " · ") if paging else title, words[f"table.{section}.about"]
    frame = make_frame(
        setting,
        at._replace(path=path),
        name,
        trail=(home, front) if paging else (),
        description=described(words, name, about) if paging else plain(about),
    )
    value = ListingPage(
        frame=aside(frame) if paging else frame,
        table_script=urls.relative(path, urls.asset("table.js")),
        title=title,
        lead=about,
        graph=pictures.graph if pictures else None,
        timeline=pictures.timeline if pictures else None,
        ways=_ways(listings),
        listings=listings,
    )
    return Page(path, "listing.html", value)


def _weight(row: ListingRow) -> int:
    """About how many bytes a row is on its page."""
    return _ROW + sum(_CELL + (_BAR if cell.bar else 0) + sum(map(_length, cell.lines)) for cell in row.cells)


def _length(line: Line) -> int:
    phases = _PHASE * len(line.validity)
    return _LINE + len(plain(line.text).encode()) + (len(line.href) if line.href else 0) + phases


_ROW, _CELL, _BAR, _LINE, _PHASE = 130, 40, 100, 60, 120
"""Bytes of their markup."""


def _picks(row: RowDraft, offered: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (kind, " ".join(choice.value for choice in found))
        for kind, found in row.picks.items()
        if kind in offered
    )
