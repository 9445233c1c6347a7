"""What the search of a site is made of, policy by policy, and what that of the last build was made of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints
from digest.incremental.marks import is_as_written, known_as, remembered
from digest.model.corpus import Corpus
from digest.pages.search.files import shard_in
from digest.search.index import PolicyReading, Readings, make_reading
from digest.search.reader import UnitReader
from digest.search.records import Said, make_records
from digest.text.segmenter import segmenter
from digest.text.units import stemmer
from digest.workers import Workers, in_blocks

_STAGE, _READING = "search", "reading"


_BLOCK = 60_000
"""So many characters are read at a time: about half a second of work."""


class Searched:
    """The ``readings`` of a corpus, those of policies that say what they said from the cache."""

    def __init__(
        self, corpus: Corpus, output: Path, cache: Cache, naming: Fingerprints, workers: Workers
    ) -> None:
        self._cache, self._place = cache, known_as(output)
        policies = groupby(make_records(corpus), lambda each: each.policy.meta.slug)
        texts = [[record.said for record in own] for _, own in policies]
        self._names = [naming.of(own) for own in texts]

        def read(missing: Sequence[int]) -> Iterator[PolicyReading]:
            blocks = in_blocks((texts[at] for at in missing), _length, _BLOCK)
            return chain.from_iterable(workers.map(_read, workers.share(None), blocks))

        names, files = cache.get(_STAGE, self._place) or ((), ())
        marks, before = remembered(cache, output), [cache.get(_READING, name) for name in names]
        known = bool(files) and all(before) and all(is_as_written(output, name, marks) for name in files)
        now = tuple(cache.recall(_READING, self._names, read))
        self.readings = Readings(now, tuple(before), tuple(files)) if known else Readings(now)

    def keep(self, files: Iterable[str]) -> None:
        """Remember them with the files of the site that has been made of them."""
        shards = [name for name in files if shard_in(name) is not None]
        self._cache.put(_STAGE, self._place, (self._names, shards))


def _read(_: None, policies: Iterable[Sequence[Said]]) -> list[PolicyReading]:
    """The readings of some policies."""
    reader = UnitReader(segmenter(), stemmer())
    return [make_reading(texts, reader) for texts in policies]


def _length(policy: Sequence[Said]) -> int:
    return sum(len(text) for texts in policy for _, text in texts)
