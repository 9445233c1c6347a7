"""All pages of the site. A new kind of page is one file and one row in ``PAGES``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from digest.model.corpus import Corpus
from digest.model.page import Page
from digest.pages.agencies import make_agencies
from digest.pages.akoma import make_akoma
from digest.pages.catalogue import make_catalogues
from digest.pages.changes_page import make_changes
from digest.pages.citations import make_citations
from digest.pages.clause_parts import make_clauses
from digest.pages.clauses_index import make_clauses_index
from digest.pages.compare.make import make_comparisons
from digest.pages.data import make_data
from digest.pages.downloads import download_of, make_downloads
from digest.pages.editorial import make_editorials
from digest.pages.embeds import make_embeds
from digest.pages.estimate import make_estimate
from digest.pages.feeds import make_feeds
from digest.pages.former import make_former
from digest.pages.frame import Setting
from digest.pages.full_text import make_full_texts
from digest.pages.glossary import make_glossary
from digest.pages.home import make_choice, make_homes
from digest.pages.instruments import make_instruments
from digest.pages.jurisdictions import make_jurisdictions
from digest.pages.linked import make_linked
from digest.pages.machine import listed_page, make_headers, make_missing, make_open_search, make_sitemaps
from digest.pages.moved import make_moved
from digest.pages.parts import Bundle, Part, by_page, pages_of
from digest.pages.policy_address import make_policy_addresses
from digest.pages.provisions import make_provisions
from digest.pages.quality import make_quality
from digest.pages.references import make_references
from digest.pages.search.page import make_search
from digest.pages.strings import Words
from digest.pages.targets import make_targets


class PageKind(NamedTuple):
    """A kind of page. ``section`` is its entry in the main navigation (words ``section.<name>``,
    address ``/<language>/<name>/``), None where it has none."""

    make: Callable[[Setting], Iterable[Page | Part | Bundle]]
    section: str | None = None

    def parts(self, setting: Setting) -> Iterator[Part | Bundle]:
        """The parts in which the pages are made: what ``make`` gives, a page as a part of its own."""
        for each in self.make(setting):
            yield from by_page([each]) if isinstance(each, Page) else [each]


PAGES = (
    PageKind(make_search),  # takes longest: whoever works beside it has the rest
    PageKind(make_full_texts),  # what an editor looks at after an edit
    PageKind(make_clauses),
    PageKind(make_choice),
    PageKind(make_homes),
    PageKind(make_catalogues, "policies"),
    PageKind(make_jurisdictions, "jurisdictions"),
    PageKind(make_comparisons, "compare"),
    PageKind(make_instruments, "instruments"),
    PageKind(make_estimate, "estimate"),
    PageKind(make_targets, "targets"),
    PageKind(make_agencies, "agencies"),
    PageKind(make_provisions, "provisions"),
    PageKind(make_citations, "citations"),
    PageKind(make_glossary, "glossary"),
    PageKind(make_policy_addresses),
    PageKind(make_moved),
    PageKind(make_former),
    PageKind(make_changes),
    PageKind(make_feeds),
    PageKind(make_quality),
    PageKind(make_editorials),
    PageKind(make_data),
    PageKind(make_references),
    PageKind(make_clauses_index),
    PageKind(make_akoma),
    PageKind(make_linked),
    PageKind(make_embeds),
    PageKind(make_missing),
    PageKind(make_headers),
    PageKind(make_open_search),
)


def make_setting(corpus: Corpus, words: Mapping[str, Words]) -> Setting:
    """What the makers of pages receive."""
    return Setting(corpus, words, _sections(corpus))


def make_parts(setting: Setting) -> Iterator[Part | Bundle]:
    """The parts of the site, but for the page of downloads and the sitemap, which need all of them."""
    for kind in PAGES:
        yield from kind.parts(setting)


def make_pages(corpus: Corpus, words: Mapping[str, Words]) -> Iterator[Page]:
    """Every page of the site, one after the other, the page of downloads and the sitemap last. Nobody writes them here, so that
    no file has a size.

    Afterwards: no two pages have one path, and every link of a page leads to a page or a file beside
    the templates.
    """
    setting = make_setting(corpus, words)
    entries, data = [], []
    for page in pages_of(make_parts(setting), setting):
        entries += [entry] if (entry := listed_page(page)) else []
        data += [file] if (file := download_of(page, None)) else []
        yield page
    for page in make_downloads(setting, data):
        entries += [entry] if (entry := listed_page(page)) else []
        yield page
    yield from make_sitemaps(setting, entries)


def _sections(corpus: Corpus) -> tuple[str, ...]:
    """The main navigation: the rows of ``PAGES``, then the page about the site when there is one."""
    about = ["about"] if any(page.name == "about" for page in corpus.pages) else []
    return (*(kind.section for kind in PAGES if kind.section), *about)
