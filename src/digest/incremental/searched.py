"""What the search of a site is made of, policy by policy, and what that of the last build was made of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints
from digest.incremental.standing import known_as, remembered, stands
from digest.model.corpus import Corpus
from digest.pages.search.files import shard_in
from digest.search.index import Reading, Readings, make_readings
from digest.search.records import make_records
from digest.text.words import segmenter

_STAGE, _READING = "search", "reading"


class Searched:
    """The ``readings`` of a corpus, those of policies that say what they said from the cache."""

    def __init__(self, corpus: Corpus, output: Path, cache: Cache, naming: Fingerprints) -> None:
        self._cache, self._place = cache, known_as(output)
        records = [tuple(own) for _, own in groupby(make_records(corpus), lambda each: each.policy.meta.slug)]
        self._names = [naming.of([record.said for record in own]) for own in records]

        def read(missing: Sequence[int]) -> Iterator[Reading]:
            return (reading for at in missing for reading in make_readings(records[at], segmenter()))

        names, files = cache.get(_STAGE, self._place) or ((), ())
        marks, before = remembered(cache, output), [cache.get(_READING, name) for name in names]
        known = bool(files) and all(before) and all(stands(output, name, marks) for name in files)
        now = tuple(cache.recall(_READING, self._names, read))
        self.readings = Readings(now, tuple(before), tuple(files)) if known else Readings(now)

    def keep(self, files: Iterable[str]) -> None:
        """Remember them with the files of the site that has been made of them."""
        shards = [name for name in files if shard_in(name) is not None]
        self._cache.put(_STAGE, self._place, (self._names, shards))
