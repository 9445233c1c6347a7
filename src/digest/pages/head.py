"""What the head of a page says of it to programs that gather, share and cite pages.

Open Graph: https://ogp.me. How a page is cited: the meta tags that Zotero's translator "Embedded Metadata" reads, and
schema.org in JSON-LD.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


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
    return OpenGraph(
        site_name, _LOCALES[spoken], tuple(each for language, each in _LOCALES.items() if language != spoken)
    )


_LOCALES = {"zh": "zh_CN", "en": "en_GB"}
"""The form of Open Graph, which wants a territory."""
