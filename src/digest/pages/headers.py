"""The HTTP headers that a host sends with the files of a site, by their addresses.

Two hosts read them from ``_headers``: where several rules fit an address, Netlify lets the narrower one win, name by name;
Cloudflare joins the values with commas. So that both send what is meant, a name stands in two rules only where the joined
value means the same: of two security policies browsers keep to both.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.model.corpus import Site
from digest.pages.frame import CSP
from digest.pages.references import FILES
from digest.text import urls

CARD_CSP = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""The content security policy of a card, on which there is text and nothing else."""

EVERYONE = ("Access-Control-Allow-Origin", "*")
"""Lets the pages of any other site read a file."""

TYPE = "Content-Type"


class HeaderRule(NamedTuple):
    """The headers of some addresses, from the root of the host: ``:name`` is one folder or file, ``*`` at the end anything."""

    path: str
    headers: tuple[tuple[str, str], ...]


def header_rules(site: Site) -> tuple[HeaderRule, ...]:
    """The rules, the widest first. What ``frame-ancestors`` says, browsers take before ``X-Frame-Options``, so that the
    cards alone can stand in the pages of others."""
    root = urlsplit(site.base_url).path
    return (
        HeaderRule("/*", tuple(_everywhere(site))),
        *(HeaderRule(root + path, found) for path, found in _narrower(site)),
    )


def _everywhere(site: Site) -> Iterator[tuple[str, str]]:
    yield "Content-Security-Policy", CSP if site.embeds else f"{CSP}; frame-ancestors 'none'"
    yield "Referrer-Policy", "strict-origin-when-cross-origin"
    yield "X-Content-Type-Options", "nosniff"
    yield "X-Frame-Options", "DENY"
    yield "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
    yield "Cross-Origin-Opener-Policy", "same-origin"


def _narrower(site: Site) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Those of single files and folders of the site."""
    if site.embeds:
        card = urls.card(*_CLAUSE)
        for path in (card, card.removesuffix(".html")):  # some hosts leave out the ending
            yield path, (("Content-Security-Policy", f"{CARD_CSP}; frame-ancestors *"),)
        yield urls.oembed(*_CLAUSE), (EVERYONE,)
    yield urls.policy_data(_CLAUSE[0]), (EVERYONE,)
    yield urls.clause_data(*_CLAUSE), (EVERYONE,)
    yield "akn/*", (EVERYONE,)
    yield urls.data("*"), (EVERYONE,)
    yield urls.data(FILES["bibtex"]), ((TYPE, "application/x-bibtex; charset=utf-8"),)
    yield urls.data(FILES["ris"]), ((TYPE, "application/x-research-info-systems; charset=utf-8"),)
    yield urls.data(FILES["csl"]), ((TYPE, "application/vnd.citationstyles.csl+json"),)
    yield urls.data("clauses.lua"), ((TYPE, "text/x-lua; charset=utf-8"),)
    yield "feeds/*", (EVERYONE, (TYPE, "application/atom+xml; charset=utf-8"))
    yield urls.opensearch(":language"), ((TYPE, "application/opensearchdescription+xml; charset=utf-8"),)


_CLAUSE = (":doc", ":clause")
"""Any clause, in the names of a rule."""
