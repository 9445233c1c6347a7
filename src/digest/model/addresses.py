"""The published addresses of pages that exist only while the content gives rise to them: policies, comparisons, the
editors' own pages. Clauses have ledgers of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page as it was last published: ``titles`` by language, without those in which there never was one. ``ended``
    is why editors ended a page of their own, in their words."""

    titles: Mapping[str, str]
    ended: str = ""


Addresses = Mapping[str, PublishedPage]
"""Pages by what follows the language in their addresses: ``/compare/tape-out/``. One entry holds for all languages."""


def recorded(known: Addresses, now: Addresses) -> Addresses:
    """The addresses known so far with those of a site as it is now, sorted. None is ever dropped; titles are the newest,
    and what exists again has not ended."""
    every = {**known, **{address: _renewed(known.get(address), page) for address, page in now.items()}}
    return dict(sorted(every.items()))


def _renewed(known: PublishedPage | None, now: PublishedPage) -> PublishedPage:
    if known is None:
        return now
    ended = known.ended if known.titles.keys() - now.titles.keys() else ""
    return PublishedPage({**known.titles, **now.titles}, ended)
