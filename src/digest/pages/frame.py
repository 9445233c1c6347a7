"""What every page carries around its own matter: head, masthead, language switch, trail, footer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from digest.model.corpus import Corpus, Site
from digest.model.page import EditorPage
from digest.pages.head import NOT_CITED, Cited, OpenGraph, open_graph
from digest.pages.strings import TAGS, Runs, Words, plain, run
from digest.search.index import Readings
from digest.text import urls

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page: nothing inline, nothing from elsewhere."""


class Link(NamedTuple):
    """A link with its text; ``current`` when it leads to the page it stands on, or its section."""

    text: Runs
    href: str
    lang: str | None = None
    current: bool = False


class Alternate(NamedTuple):
    """The same page in a language (``hreflang``), by its full address."""

    hreflang: str
    address: str


class SearchBox(NamedTuple):
    """The search form: where it leads, and the script that suggests while a reader types."""

    action: str
    script: str


class Frame(NamedTuple):
    """The frame of a page. ``heading`` is its title without that of the site. ``canonical`` is None where the address is not
    known (404); ``listed`` is False for a page that only says where another is, or that there is none; ``indexed`` is False
    for a page that search engines shall leave alone. ``records`` are the record numbers of the site, ``tags`` names and
    contents of further meta tags, ``cited`` is what says how the page is cited, ``searches`` lead to the descriptions of the
    site's search; ``feeds`` those of the changes of what the page is about, ``changed`` is the day on which that changed last
    (ISO 8601), empty where the log does not know it."""

    lang: str
    words: Words
    title: str
    heading: str
    description: str
    csp: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    graph: OpenGraph
    searches: tuple[Link, ...]
    style: str
    theme_script: str
    script: str
    icon: str
    site_title: Runs
    home: str
    search: SearchBox
    sections: tuple[Link, ...]
    languages: tuple[Link, ...]
    trail: tuple[Link, ...]
    footer: tuple[Link, ...]
    licence: Runs
    records: tuple[Link, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    cited: Cited = NOT_CITED
    listed: bool = True
    indexed: bool = True
    feeds: tuple[Link, ...] = ()
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all makers of pages receive. ``words`` are keyed zh, en, both; ``sections`` names the entries
    of the main navigation in order. ``readings`` are what the search is made of, where it is kept."""

    corpus: Corpus
    words: Mapping[str, Words]
    sections: tuple[str, ...]
    readings: Readings | None = field(default=None, compare=False)

    @property
    def site(self) -> Site:
        return self.corpus.site

    def absolute(self, path: str, anchor: str = "") -> str:
        """The full address of a site path."""
        return urls.absolute(self.site.base_url, path, anchor)


@dataclass(frozen=True, slots=True)
class PageLocation:
    """Where a page is: its language (zh, en, both), its path, the same page in each language
    (path and anchor), the section it belongs to."""

    language: str
    path: str
    versions: Mapping[str, tuple[str, str]]
    section: str | None = None


def page_location(language: str, path: Callable[[str], str], section: str | None = None) -> PageLocation:
    """The location of a page that exists once in each language."""
    return PageLocation(
        language, path(language), {each: (path(each), "") for each in urls.LANGUAGES}, section
    )


def make_frame(
    setting: Setting,
    at: PageLocation,
    title: Runs,
    *,
    description: str,
    trail: tuple[Link, ...] = (),
    cited: Cited = NOT_CITED,
) -> Frame:
    """The frame of the page at a location; ``description`` says what it holds, in its language."""
    lost = at.path == urls.NOT_FOUND
    frame = _around(
        setting.site,
        tuple(setting.words.items()),
        setting.sections,
        setting.corpus.pages,
        at.language,
        at.section,
        None if lost else urls.stand_in(at.path),
    )
    heading = " · ".join(part.text for part in title) if at.language == "both" else plain(title)
    return frame._replace(
        title=frame.title if title == frame.site_title else f"{heading} – {frame.title}",
        heading=heading,
        description=description,
        canonical=None if lost else setting.absolute(at.path),
        alternates=() if lost else _alternates(setting, at),
        languages=_languages(setting, at),
        trail=trail,
        cited=cited,
    )


def aside(frame: Frame) -> Frame:
    """The frame of a page that is no page to be found or cited by: a further one of a long list."""
    return frame._replace(canonical=None, alternates=(), listed=False, indexed=False)


@lru_cache(maxsize=1024)  # a pure function; all clauses of a policy have the same around them
def _around(
    site: Site,
    known: tuple[tuple[str, Words], ...],
    sections: tuple[str, ...],
    pages: tuple[EditorPage, ...],
    language: str,
    section: str | None,
    place: str | None,
) -> Frame:
    """What the frames of the pages in one place (a ``stand_in``) have in common; the title is that of the site. ``known``
    are the words of each language; ``place`` is None for the page whose address is not known."""
    words = dict(known)
    href = partial(urls.rooted, site.base_url) if place is None else partial(urls.relative, place)
    site_title = titles(site, language)
    title = " · ".join(part.text for part in site_title)
    return Frame(
        lang=words[language].lang,
        words=words[language],
        title=title,
        heading=title,
        description="",
        csp=CSP,
        canonical=None,
        alternates=(),
        graph=open_graph(title, _spoken(language)),
        searches=tuple(
            Link(titles(site, each), href(urls.opensearch(each)), TAGS[each]) for each in _spoken(language)
        ),
        style=href(urls.asset("site.css")),
        theme_script=href(urls.asset("theme.js")),
        script=href(urls.asset("site.js")),
        icon=href(urls.asset("icon.svg")),
        site_title=site_title,
        home=href(urls.ROOT if language == "both" else urls.home(language)),
        search=_search_box(language, href),
        sections=_sections(words, sections, language, section, href),
        languages=(),
        trail=(),
        footer=_footer(site, words, pages, language, href),
        licence=words[language].fill("frame.licence", licence=site.licence),
        records=_records(site),
    )


def titles(site: Site, language: str) -> Runs:
    """The title of the site in a language, or in both."""
    by_language = {"zh": site.title_zh, "en": site.title_en}
    if language == "both":
        return run(by_language["zh"], "zh") + run(by_language["en"], "en")
    return run(by_language[language], language)


def _alternates(setting: Setting, at: PageLocation) -> tuple[Alternate, ...]:
    """The versions of a page; pages that speak both languages have none."""
    if at.language == "both" and at.path != urls.ROOT:
        return ()
    found = [Alternate(TAGS[language], setting.absolute(path)) for language, (path, _) in at.versions.items()]
    default = urls.ROOT if at.path in (urls.ROOT, *map(urls.home, urls.LANGUAGES)) else None
    other = [] if default is None else [Alternate("x-default", setting.absolute(default))]
    return (*found, *other)


def _search_box(language: str, href: Callable[[str], str]) -> SearchBox:
    """The search in the page's language, the prevailing one where a page speaks both."""
    spoken = urls.LANGUAGES[0] if language == "both" else language
    return SearchBox(href(urls.section(spoken, "search")), href(urls.asset("search.js")))


def _sections(
    words: Mapping[str, Words],
    sections: tuple[str, ...],
    language: str,
    section: str | None,
    href: Callable[[str], str],
) -> tuple[Link, ...]:
    """The main navigation; a page in both languages offers the section it belongs to in each."""
    names = (section,) if language == "both" else sections
    return tuple(
        Link(
            words[each][f"section.{name}"],
            href(urls.section(each, name)),
            TAGS[each],
            current=name == section,
        )
        for each in _spoken(language)
        for name in names
        if name
    )


def _languages(setting: Setting, at: PageLocation) -> tuple[Link, ...]:
    lost = at.path == urls.NOT_FOUND
    return tuple(
        Link(
            run(_NAMES[language], language),
            urls.rooted(setting.site.base_url, path) if lost else urls.relative(at.path, path, anchor),
            TAGS[language],
            current=language == at.language,
        )
        for language, (path, anchor) in at.versions.items()
    )


def _footer(
    site: Site,
    words: Mapping[str, Words],
    pages: tuple[EditorPage, ...],
    language: str,
    href: Callable[[str], str],
) -> tuple[Link, ...]:
    """The downloads, the editors' pages and the contact."""
    data = [
        Link(words[each]["data.title"], href(urls.section(each, urls.DOWNLOADS)))
        for each in _spoken(language)
    ]
    links = [
        Link(run(page.title, page.language), href(urls.section(page.language, page.name)))
        for each in _spoken(language)
        for page in pages
        if page.language == each and page.name != urls.DOWNLOADS
    ]
    return (*data, *links, Link(words[language]["frame.contact"], urls.contact(site.contact)))


def _records(site: Site) -> tuple[Link, ...]:
    """The record numbers, each with the place where anyone can look it up."""
    found = [Link(run(site.icp, "zh"), "https://beian.miit.gov.cn/")] if site.icp else []
    if site.public_security:
        digits = "".join(filter(str.isdecimal, site.public_security))
        address = f"https://beian.mps.gov.cn/#/query/webSearch?code={digits}"
        found.append(Link(run(site.public_security, "zh"), address))
    return tuple(found)


def _spoken(language: str) -> tuple[str, ...]:
    """The languages that a page speaks."""
    return urls.LANGUAGES if language == "both" else (language,)


_NAMES = {"zh": "中文", "en": "English"}
