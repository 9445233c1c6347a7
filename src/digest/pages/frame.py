"""What every page carries around its own matter: head, masthead, language switch, trail, footer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from digest.model.corpus import Corpus, Site
from digest.pages.words import TAGS, Runs, Words, plain, run
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


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page. ``canonical`` is None where the address is not known (404); ``listed`` is False
    for a page that only says where another is, or that there is none; ``indexed`` is False for a page that search
    engines shall leave alone."""

    lang: str
    words: Words
    title: str
    description: str
    csp: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
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
    listed: bool = True
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """What all makers of pages receive. ``words`` are keyed zh, en, both; ``sections`` names the entries
    of the main navigation in order."""

    corpus: Corpus
    words: Mapping[str, Words]
    sections: tuple[str, ...]

    @property
    def site(self) -> Site:
        return self.corpus.site

    def absolute(self, path: str, anchor: str = "") -> str:
        """The full address of a site path."""
        return urls.absolute(self.site.base_url, path, anchor)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a page stands: its language (zh, en, both), its path, the same page in each language
    (path and anchor), the section it belongs to."""

    language: str
    path: str
    versions: Mapping[str, tuple[str, str]]
    section: str | None = None


def standing(language: str, path: Callable[[str], str], section: str | None = None) -> Standing:
    """The standing of a page that exists once in each language."""
    return Standing(language, path(language), {each: (path(each), "") for each in urls.LANGUAGES}, section)


def make_frame(
    setting: Setting, at: Standing, title: Runs, *, trail: tuple[Link, ...] = (), description: str = ""
) -> Frame:
    """The frame of the page at a standing."""
    words = setting.words[at.language]
    lost = at.path == urls.NOT_FOUND
    href = partial(urls.rooted, setting.site.base_url) if lost else partial(urls.relative, at.path)
    site_title = titles(setting, at.language)
    heading = " · ".join(part.text for part in title) if at.language == "both" else plain(title)
    name = " · ".join(part.text for part in site_title)
    home = urls.ROOT if at.language == "both" else urls.home(at.language)
    return Frame(
        lang=words.lang,
        words=words,
        title=name if title == site_title else f"{heading} – {name}",
        description=description,
        csp=CSP,
        canonical=None if lost else setting.absolute(at.path),
        alternates=() if lost else _alternates(setting, at),
        style=href(urls.asset("site.css")),
        theme_script=href(urls.asset("theme.js")),
        script=href(urls.asset("site.js")),
        icon=href(urls.asset("icon.svg")),
        site_title=site_title,
        home=href(home),
        search=_search_box(at, href),
        sections=_sections(setting, at, href),
        languages=_languages(setting, at),
        trail=trail,
        footer=_footer(setting, at, href),
        licence=words.fill("frame.licence", licence=setting.site.licence),
    )


def titles(setting: Setting, language: str) -> Runs:
    """The title of the site in a language, or in both."""
    by_language = {"zh": setting.site.title_zh, "en": setting.site.title_en}
    if language == "both":
        return run(by_language["zh"], "zh") + run(by_language["en"], "en")
    return run(by_language[language], language)


def _alternates(setting: Setting, at: Standing) -> tuple[Alternate, ...]:
    """The versions of a page; pages that speak both languages have none."""
    if at.language == "both" and at.path != urls.ROOT:
        return ()
    found = [Alternate(TAGS[language], setting.absolute(path)) for language, (path, _) in at.versions.items()]
    default = urls.ROOT if at.path in (urls.ROOT, *map(urls.home, urls.LANGUAGES)) else None
    other = [] if default is None else [Alternate("x-default", setting.absolute(default))]
    return (*found, *other)


def _search_box(at: Standing, href: Callable[[str], str]) -> SearchBox:
    """The search in the page's language, the prevailing one where a page speaks both."""
    language = urls.LANGUAGES[0] if at.language == "both" else at.language
    return SearchBox(href(urls.section(language, "search")), href(urls.asset("search.js")))


def _sections(setting: Setting, at: Standing, href: Callable[[str], str]) -> tuple[Link, ...]:
    """The main navigation; a page in both languages offers the section it belongs to in each."""
    languages = urls.LANGUAGES if at.language == "both" else (at.language,)
    names = (at.section,) if at.language == "both" else setting.sections
    return tuple(
        Link(
            setting.words[language][f"section.{name}"],
            href(urls.section(language, name)),
            TAGS[language],
            current=name == at.section,
        )
        for language in languages
        for name in names
        if name
    )


def _languages(setting: Setting, at: Standing) -> tuple[Link, ...]:
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


def _footer(setting: Setting, at: Standing, href: Callable[[str], str]) -> tuple[Link, ...]:
    """The editors' pages and the contact."""
    languages = urls.LANGUAGES if at.language == "both" else (at.language,)
    pages = [
        Link(run(page.title, page.language), href(urls.section(page.language, page.name)))
        for language in languages
        for page in setting.corpus.pages
        if page.language == language
    ]
    return (*pages, Link(setting.words[at.language]["frame.contact"], urls.contact(setting.site.contact)))


_NAMES = {"zh": "中文", "en": "English"}
