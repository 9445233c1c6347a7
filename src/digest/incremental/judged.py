"""What was found between policies, kept for the next build: a value for each policy, of it and those that stand behind it."""

from collections.abc import Mapping
from typing import Any

from digest.incremental.cache import Cache

_STAGE = "judged"


class Judged:
    """The ``KnownMatches`` of ``crossref.matches`` in a cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, first: bytes) -> Mapping[bytes, Any]:
        """What was found between a policy and others; nothing where that is not known."""
        found: Mapping[bytes, Any] | None = self._cache.get(_STAGE, first)
        return found or {}

    def put(self, first: bytes, found: Mapping[bytes, Any]) -> None:
        """Keep that."""
        self._cache.put(_STAGE, first, found)
