"""What every page carries around its own matter: head, masthead, language switch, trail, footer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

from digest.model.corpus import Corpus, Site
from digest.model.page import EditorPage
from digest.pages.head import NOT_CITED, Cited, OpenGraph, open_graph
from digest.pages.strings import TAGS, Runs, Words, for_readers, plain, read_by, run
from digest.search.index import KnownIndex
from digest.text import urls

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The content security policy of every page: nothing inline, nothing from elsewhere."""


class Link(NamedTuple):
    """A link with its text; ``current`` when it leads to the page it stands on, or its section. ``reader`` is the language (a
    tag) of those for whom it is, on pages that speak both; empty where it is for all."""

    text: Runs
    href: str
    lang: str | None = None
    current: bool = False
    reader: str = ""


def links_for_readers(here: str, ways: Mapping[str, tuple[Runs, str]], anchor: str = "") -> tuple[Link, ...]:
    """The ways from the page at ``here``, which speaks both languages, to what is there in each: its name and its path."""
    return tuple(
        Link(name, urls.relative(here, there, anchor), TAGS[language], reader=TAGS[language])
        for language, (name, there) in ways.items()
    )


class Alternate(NamedTuple):
    """The same page in a language (``hreflang``), by its full address."""

    hreflang: str
    address: str


class SearchBox(NamedTuple):
    """The search form: where it leads, and the script that suggests while a reader types."""

    action: str
    script: str


@dataclass(frozen=True, slots=True)
class Common:
    """What the surroundings of all pages in one place have in common in a language; ``title`` is that of the site."""

    lang: str
    words: Words
    title: Runs
    home: str
    search: SearchBox
    sections: tuple[Link, ...]
    footer: tuple[Link, ...]
    licence: Runs
    records: tuple[Link, ...]

    def __hash__(self) -> int:
        return hash(
            (self.lang, self.home)
        )  # templates keep what they make of it, and ask for it on each page


class Surroundings(NamedTuple):
    """What stands around a page for those who read a language: masthead, trail and footer. ``reader`` is the language (a tag) on
    a page that speaks both, where only one of them is shown, else empty; ``title`` is that of the document."""

    common: Common
    reader: str
    title: str
    languages: tuple[Link, ...]
    trail: tuple[Link, ...]


class Frame(NamedTuple):
    """The frame of a page. ``readers`` are the languages (tags) of those for whom a page is that speaks several, else empty.
    ``heading`` is its title without that of the site. ``around`` has its surroundings in each language that it speaks.
    ``canonical`` is None where the address is not known (404); ``listed`` is False for a page that only says
    where another is, or that there is none; ``indexed`` is False for a page that search engines shall leave alone. ``tags``
    are names and contents of further meta tags, ``cited`` is what says how the page is cited, ``searches`` lead to the
    descriptions of the site's search; ``feeds`` those of the changes of what the page is about, ``changed`` is the day on
    which that changed last (ISO 8601), empty where the log does not know it."""

    lang: str
    readers: str
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
    languages_script: str | None
    icon: str
    around: tuple[Surroundings, ...]
    tags: tuple[tuple[str, str], ...] = ()
    cited: Cited = NOT_CITED
    listed: bool = True
    indexed: bool = True
    feeds: tuple[Link, ...] = ()
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all makers of pages receive. ``words`` are keyed zh, en, both; ``sections`` names the entries
    of the main navigation in order. ``search`` is its index, where it is known."""

    corpus: Corpus
    words: Mapping[str, Words]
    sections: tuple[str, ...]
    search: KnownIndex | None = field(default=None, compare=False)

    @property
    def site(self) -> Site:
        return self.corpus.site

    def absolute(self, path: str, anchor: str = "") -> str:
        """The full address of a site path."""
        return urls.absolute(self.site.base_url, path, anchor)


class PageLocation(NamedTuple):
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
    heading: str = "",
) -> Frame:
    """The frame of the page at a location; ``description`` says what it holds, in its language. ``heading`` is its title where
    all readers are told the same: of a page that speaks both languages those in each, unless there is another."""
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
    names = [plain(read_by(title, language)) for language in _spoken(at.language)]
    heading = heading or " · ".join(dict.fromkeys(names))
    whole = names == [each.title for each in frame.around]
    languages = _languages(setting, at)
    return frame._replace(
        title=frame.title if whole else f"{heading} – {frame.title}",
        heading=heading,
        description=description,
        canonical=None if lost else setting.absolute(at.path),
        alternates=() if lost else _alternates(setting, at),
        around=tuple(
            each._replace(
                title=each.title if whole else f"{name} – {each.title}",
                languages=languages,
                trail=tuple(step for step in trail if step.reader == each.reader),
            )
            for each, name in zip(frame.around, names, strict=True)
        ),
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
    title = " · ".join(plain(titles(site, each)) for each in _spoken(language))
    names = sections if section or language != "both" else ()
    return Frame(
        lang=words[language].lang,
        readers=" ".join(TAGS[each] for each in _spoken(language)) if language == "both" else "",
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
        languages_script=href(urls.asset("languages.js")) if language == "both" else None,
        icon=href(urls.asset("icon.svg")),
        around=tuple(
            Surroundings(
                common=Common(
                    lang=TAGS[each],
                    words=words[each],
                    title=titles(site, each),
                    home=href(urls.home(each)),
                    search=SearchBox(href(urls.section(each, "search")), href(urls.asset("search.js"))),
                    sections=_sections(words[each], names, each, section, href),
                    footer=_footer(site, words[each], pages, each, href),
                    licence=words[each].fill("frame.licence", licence=site.licence),
                    records=_records(site),
                ),
                reader=TAGS[each] if language == "both" else "",
                title=plain(titles(site, each)),
                languages=(),
                trail=(),
            )
            for each in _spoken(language)
        ),
    )


def titles(site: Site, language: str) -> Runs:
    """The title of the site in a language, or in both."""
    by_language = {"zh": site.title_zh, "en": site.title_en}
    return for_readers({each: run(by_language[each], each) for each in _spoken(language)})


def _alternates(setting: Setting, at: PageLocation) -> tuple[Alternate, ...]:
    """The versions of a page; pages that speak both languages have none."""
    if at.language == "both" and at.path != urls.ROOT:
        return ()
    found = [Alternate(TAGS[language], setting.absolute(path)) for language, (path, _) in at.versions.items()]
    default = urls.ROOT if at.path in (urls.ROOT, *map(urls.home, urls.LANGUAGES)) else None
    other = [] if default is None else [Alternate("x-default", setting.absolute(default))]
    return (*found, *other)


def _sections(
    words: Words, names: tuple[str, ...], language: str, section: str | None, href: Callable[[str], str]
) -> tuple[Link, ...]:
    """The main navigation in a language."""
    return tuple(
        Link(
            words[f"section.{name}"],
            href(urls.section(language, name)),
            TAGS[language],
            current=name == section,
        )
        for name in names
    )


def _languages(setting: Setting, at: PageLocation) -> tuple[Link, ...]:
    """The page in each language; the front door asks for one in its own way."""
    if at.path == urls.ROOT:
        return ()
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
    site: Site, words: Words, pages: tuple[EditorPage, ...], language: str, href: Callable[[str], str]
) -> tuple[Link, ...]:
    """The downloads, the editors' pages and the contact, in a language."""
    links = [
        Link(run(page.title, language), href(urls.section(language, page.name)))
        for page in pages
        if page.language == language and page.name != urls.DOWNLOADS
    ]
    data = Link(words["data.title"], href(urls.section(language, urls.DOWNLOADS)))
    return (data, *links, Link(words["frame.contact"], urls.contact(site.contact)))


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
