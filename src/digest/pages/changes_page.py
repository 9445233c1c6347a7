"""The page of changes: what was published on which day, the newest first, and the feeds to follow."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from digest.model.page import Page
from digest.pages.changes import MOST_CLAUSES, ChangeView, LogEntry, find_entries, make_change, shown_of
from digest.pages.feeds import SITE, Feed, feed_links, find_feeds
from digest.pages.frame import Frame, Link, Setting, aside, make_frame, page_location
from digest.pages.paging import Paging, cut, make_pagings
from digest.pages.particulars import date
from digest.pages.parts import Part
from digest.pages.strings import Runs, joined
from digest.text import urls

NAME = "changes"
"""Its address, and the name of the table that goes on in further pages."""

MOST_ENTRIES, MOST_LINES = 100, 400
"""So many entries, of so many clauses, are on a page."""

MOST_FEEDS = 200
"""Where there are more feeds of a kind, the page of each policy or theme leads to its own."""


class Day(NamedTuple):
    """What was published on a day."""

    day: str
    date: Runs
    changes: tuple[ChangeView, ...]


class FeedGroup(NamedTuple):
    """Feeds of one kind; ``left_out`` says where the others are, where there are too many to be listed."""

    title: Runs
    feeds: tuple[Link, ...]
    left_out: Runs


class ChangesPage(NamedTuple):
    """What changes.html receives. ``begun`` says from when on changes are recorded; ``feeds`` are on the first page only."""

    frame: Frame
    title: Runs
    begun: Runs
    feeds: tuple[FeedGroup, ...]
    days: tuple[Day, ...]
    paging: Paging | None


def make_changes(setting: Setting) -> Iterator[Part]:
    """The pages in each language, made from the policies and clauses that their entries name."""
    corpus = setting.corpus
    pages = cut(find_entries(corpus), _weight, MOST_LINES, MOST_ENTRIES)
    feeds = tuple(feed for feed in find_feeds(setting) if feed.name != SITE)
    for language in urls.LANGUAGES:
        paths = [urls.rows(language, NAME, NAME, at) for at in range(1, len(pages) + 1)]
        words = setting.words[language]
        pagings = make_pagings(words, language, paths, list(map(len, pages)), "changes.part")
        for path, entries, paging in zip(paths, pages, pagings, strict=True):
            given = _Given(
                language,
                path,
                corpus.changes.begun,
                tuple(entries),
                paging if len(pages) > 1 else None,
                feeds if path == paths[0] else (),
            )
            yield Part(_page, shown_of(entries), given)


class _Given(NamedTuple):
    """Which page, the day on which the log began, and what is on it."""

    language: str
    path: str
    begun: str
    entries: tuple[LogEntry, ...]
    paging: Paging | None
    feeds: tuple[Feed, ...]


def _page(setting: Setting, given: _Given) -> Iterator[Page]:
    language, path = given.language, given.path
    words, at = setting.words[language], page_location(language, lambda each: urls.section(each, NAME))
    title = words["changes.title"]
    further = path != at.path
    home = Link(words["frame.home"], urls.relative(path, urls.home(language)))
    front = Link(title, urls.relative(path, at.path))
    frame = make_frame(
        setting,
        at._replace(path=path),
        joined((title, given.paging.part), " · ") if further and given.paging else title,
        trail=(home, front) if further else (),
        description=words.plain("changes.lead"),
    )
    frame = frame._replace(feeds=feed_links(setting, (SITE,), (language,), path))
    way = partial(urls.relative, path)
    value = ChangesPage(
        frame=aside(frame) if further else frame,
        title=title,
        begun=words.fill("changes.begun", day=date(given.begun, language)[0].text)
        if given.begun
        else words["changes.none"],
        feeds=tuple(_groups(setting, given.feeds, language, path)),
        days=tuple(
            Day(
                day, date(day, language), tuple(make_change(setting, each, language, way) for each in entries)
            )
            for day, entries in groupby(given.entries, lambda each: each.change.day)
        ),
        paging=given.paging,
    )
    yield Page(path, "changes.html", value)


def _groups(setting: Setting, feeds: Sequence[Feed], language: str, here: str) -> Iterator[FeedGroup]:
    """The feeds by kind. One that has ended is not offered."""
    words = setting.words[language]
    for kind in ("places", "themes", "policies"):
        found = [feed for feed in feeds if feed.name.startswith(f"{kind}/") and not feed.ended]
        many = len(found) > MOST_FEEDS
        if found:
            yield FeedGroup(
                words[f"feeds.of_{kind}"],
                () if many else tuple(feed.link(language, here) for feed in found),
                words["feeds.on_pages"] if many else (),
            )


def _weight(entry: LogEntry) -> int:
    """How many lines an entry has."""
    return 1 + min(len(entry.change.clauses), MOST_CLAUSES)
