"""Files for machines, and the page a host shows when there is none."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from digest.model.page import Page
from digest.pages.frame import Alternate, Frame, Link, PageLocation, Setting, make_frame, titles
from digest.pages.headers import HeaderRule, header_rules
from digest.pages.strings import TAGS, Runs, plain
from digest.text import urls

MOST_LISTED = 10_000
"""Pages in a sitemap. The protocol has 50,000 and 50 MB; smaller ones are read by everyone."""


class MissingPage(NamedTuple):
    """What 404.html receives."""

    frame: Frame
    title: Runs
    homes: tuple[Link, ...]


class Listed(NamedTuple):
    """A page in the sitemap, with its versions in other languages, and the day on which it changed last, where that is
    known."""

    address: str
    alternates: tuple[Alternate, ...]
    changed: str = ""


class Sitemap(NamedTuple):
    """What sitemap.xml receives."""

    pages: tuple[Listed, ...]


class Sitemaps(NamedTuple):
    """What sitemaps.xml receives: the addresses of the sitemaps."""

    addresses: tuple[str, ...]


class Robots(NamedTuple):
    """What robots.txt receives."""

    sitemap: str


class OpenSearch(NamedTuple):
    """What opensearch.xml receives (OpenSearch 1.1): ``address`` is that of the search, with a place for the words;
    ``here`` its own."""

    name: str
    about: str
    lang: str
    address: str
    here: str


class Headers(NamedTuple):
    """What _headers receives."""

    rules: tuple[HeaderRule, ...]


def make_missing(setting: Setting) -> Iterator[Page]:
    """The page for addresses that lead nowhere; its links start at the root of the host."""
    versions = {language: (urls.home(language), "") for language in urls.LANGUAGES}
    at = PageLocation("both", urls.NOT_FOUND, versions)
    title = setting.words["both"]["missing.title"]
    homes = tuple(
        Link(
            setting.words[language]["missing.home"],
            urls.rooted(setting.site.base_url, urls.home(language)),
            TAGS[language],
        )
        for language in urls.LANGUAGES
    )
    frame = make_frame(setting, at, title, description=setting.words["both"].plain("missing.lead"))
    yield Page(at.path, "404.html", MissingPage(frame, title, homes))


def make_headers(setting: Setting) -> Iterator[Page]:
    """HTTP headers in the form several static hosts read, and the note for robots."""
    yield Page(urls.HEADERS, "_headers", Headers(header_rules(setting.site)))
    yield Page(urls.ROBOTS, "robots.txt", Robots(setting.absolute(urls.SITEMAP)))


def make_open_search(setting: Setting) -> Iterator[Page]:
    """The search in each language, as browsers and other programs add it to theirs."""
    for language in urls.LANGUAGES:
        title, here = plain(titles(setting.site, language)), urls.opensearch(language)
        value = OpenSearch(
            name=title[:_SHORT_NAME],
            about=setting.words[language].plain("open_search.about", site=title),
            lang=TAGS[language],
            address=f"{setting.absolute(urls.section(language, 'search'))}?q={{searchTerms}}",
            here=setting.absolute(here),
        )
        yield Page(here, "opensearch.xml", value)


def listed_page(page: Page) -> Listed | None:
    """The entry of a page in the sitemap; None for what is no page of its own."""
    frame = getattr(page.value, "frame", None)
    if isinstance(frame, Frame) and frame.canonical and frame.listed and frame.indexed:
        return Listed(frame.canonical, frame.alternates, frame.changed)
    return None


def make_sitemaps(setting: Setting, entries: Iterable[Listed]) -> Iterator[Page]:
    """The sitemap of all pages that have an address of their own; of very many pages several, and a list of these in the
    place of the one."""
    listed = sorted(entries, key=lambda page: page.address)
    if len(listed) <= MOST_LISTED:
        yield Page(urls.SITEMAP, "sitemap.xml", Sitemap(tuple(listed)))
        return
    paths = []
    for number, start in enumerate(range(0, len(listed), MOST_LISTED), 1):
        paths.append(urls.sitemap(number))
        yield Page(paths[-1], "sitemap.xml", Sitemap(tuple(listed[start : start + MOST_LISTED])))
    yield Page(urls.SITEMAP, "sitemaps.xml", Sitemaps(tuple(setting.absolute(path) for path in paths)))


_SHORT_NAME = 16
"""The most characters of a short name in OpenSearch 1.1."""
