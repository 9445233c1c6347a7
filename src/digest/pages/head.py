"""What the head of a page says of it to programs that share and cite pages.

Open Graph: https://ogp.me. How a page is cited: the meta tags that Zotero's translators "Embedded Metadata" and "RDF" read
(https://github.com/zotero/translators), and schema.org in JSON-LD.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from digest.cite.wording import address_of, issuers_en, remarks, remarks_en
from digest.model.reference import Reference
from digest.pages.strings import TAGS
from digest.regex import regex


class OpenGraph(NamedTuple):
    """What the pages of a language have in common: the name of the site, the language of the page, and the others that it
    is there in."""

    site_name: str
    locale: str
    others: tuple[str, ...]


class Cited(NamedTuple):
    """How a page is cited. ``kind`` is that of Open Graph; ``tags`` are names and contents of meta tags; ``linked`` is the
    same in JSON-LD, None for a page that nobody cites."""

    kind: str
    tags: tuple[tuple[str, str], ...]
    linked: Mapping[str, Any] | None


NOT_CITED = Cited("website", (), None)


def open_graph(site_name: str, languages: Iterable[str]) -> OpenGraph:
    """That of the pages which speak some languages; every page has its like in the others."""
    spoken = next(iter(languages))
    others = tuple(each for language, each in _LOCALES.items() if language != spoken)
    return OpenGraph(site_name, _LOCALES[spoken], others)


def cited_as_table(linked: Mapping[str, Any]) -> Cited:
    """A comparison. Zotero makes a web page of what Open Graph says of it, and that is what it is."""
    return Cited("article", (), linked)


def cited_as_report(reference: Reference, linked: Mapping[str, Any]) -> Cited:
    """A policy or a clause; a report is the kind of Zotero that has an institution and a number."""
    return Cited("article", tuple(_tags(reference)), linked)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    """What is known of a reference, in English where that is the page's language and the title has one."""
    language = "en" if reference.language == "en" and reference.title_en else "zh"
    known = (
        ("z:itemType", "report"),  # the institution would say so, but not every text names one
        ("citation_title", _TITLE[language](reference)),
        *(("citation_author", name) for name in reference.issuers if not _SPLIT.search(name)),
        ("citation_technical_report_institution", _INSTITUTION[language](reference)),
        ("citation_technical_report_number", reference.number),
        ("citation_publication_date", reference.dated and reference.dated.day),
        ("z:reportType", reference.genre_en if language == "en" else reference.genre_zh),
        ("z:extra", remarks_en(reference) if language == "en" else remarks(reference)),
        ("citation_public_url", address_of(reference)),
        ("citation_language", TAGS[language]),
    )
    return ((name, content) for name, content in known if content)


def _title_zh(reference: Reference) -> str:
    return "：".join(filter(None, (reference.title_zh, reference.locator_zh)))


def _title_en(reference: Reference) -> str:
    return ", ".join(filter(None, (reference.title_en, reference.locator_en)))


def _institution_zh(reference: Reference) -> str:
    return "、".join(reference.issuers)


def _institution_en(reference: Reference) -> str:
    return "; ".join(issuers_en(reference))


_INSTITUTION = {"zh": _institution_zh, "en": _institution_en}
_TITLE = {"zh": _title_zh, "en": _title_en}

_LOCALES = {"zh": "zh_CN", "en": "en_GB"}
"""The form of Open Graph, which wants a territory."""

_SPLIT = regex(r"[\s,;]")
"""Where Zotero takes a name for that of a person, or for several."""
