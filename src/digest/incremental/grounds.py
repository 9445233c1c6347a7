"""What the pages of a site are made from, by name. The pieces of a policy are named once, and their names are kept for as
long as the policy is made of the same: an edit of one text names the pieces of that text alone.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints, fingerprint
from digest.pages.parts import Bundle, Pieces, Shown, Stock

_STAGE = "pieces"


class _Names(NamedTuple):
    """The names of the pieces of a policy; ``every`` is that of all clauses together."""

    head: bytes
    whole: bytes
    every: bytes
    clauses: Mapping[str, bytes]

    def of(self, clauses: Collection[str], *, whole: bool) -> bytes:
        """The name of some pieces. Clauses say where they stand, so that their order need not be told."""
        known = self.whole if whole else b""
        if len(clauses) == len(self.clauses):
            return self.head + known + self.every
        found = sorted(self.clauses[name] for name in clauses if name in self.clauses)
        return self.head + known + fingerprint(b"".join(found))


class Grounds:
    """Names what some pages are shown. Where a cache keeps nothing, nobody asks."""

    def __init__(self, stock: Stock, cache: Cache, naming: Fingerprints) -> None:
        self.stock, self._cache, self._naming = stock, cache, naming
        self._whole: dict[str, bytes] = {}
        self._names: dict[str, _Names] = {}

    def of(self, shown: Shown) -> bytes:
        """The name of what some pages are shown."""
        told = (
            self._names_of(slug, pieces).of(shown.clauses[slug], whole=slug in shown.whole)
            for slug, pieces in self.stock.pieces(shown.clauses)
        )
        others = (shown.matches, self.stock.shown_themes(shown), shown.editions)
        return fingerprint(self._naming.of(others) + b"".join(told))

    def of_bundle(self, bundle: Bundle) -> bytes:
        """The name of all that the parts of a bundle are shown, and made from, but for what it is given."""
        made_of = (self._made_of(slug, pieces) for slug, pieces in self.stock.pieces(bundle.docs))
        themes = self.stock.themes(bundle.themes, bundle.docs)
        return fingerprint(self._naming.of(themes) + b"".join(made_of))

    def _made_of(self, slug: str, pieces: Pieces) -> bytes:
        if slug not in self._whole:
            self._whole[slug] = self._naming.of(pieces.made_of)
        return self._whole[slug]

    def _names_of(self, slug: str, pieces: Pieces) -> _Names:
        if slug not in self._names:
            (self._names[slug],) = self._cache.recall(
                _STAGE,
                [self._made_of(slug, pieces)],
                lambda missing: [self._name(pieces) for _ in missing],
            )
        return self._names[slug]

    def _name(self, pieces: Pieces) -> _Names:
        clauses = {name: self._naming.of(records) for name, records in pieces.clauses.items()}
        return _Names(
            self._naming.of(pieces.head),
            self._naming.of(pieces.whole),
            fingerprint(b"".join(sorted(clauses.values()))),
            clauses,
        )
