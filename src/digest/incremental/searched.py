"""What the search of a site is made of, policy by policy, and what that of the last build was made of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints
from digest.incremental.grounds import Grounds
from digest.incremental.marks import is_as_written, known_as, remembered
from digest.model.corpus import Corpus, Policy
from digest.pages.parts import Shown, narrowed
from digest.pages.search.files import shard_in
from digest.search.index import KnownIndex, PolicyReading, join, make_reading
from digest.search.reader import UnitReader
from digest.search.records import Said, Ways, in_search_order, make_records
from digest.search.shards import touched
from digest.text.segmenter import segmenter
from digest.text.units import stemmer
from digest.workers import Workers, in_blocks

_STAGE, _READING, _WAYS = "search", "reading", "ways"


_BLOCK = 60_000
"""So many characters are read at a time: about half a second of work."""


class Searched:
    """The ``index`` of a corpus, of readings that are known from the cache where a policy says the same."""

    def __init__(
        self,
        corpus: Corpus,
        output: Path,
        cache: Cache,
        naming: Fingerprints,
        grounds: Grounds,
        workers: Workers,
    ) -> None:
        self._cache, self._place = cache, known_as(output)
        policies, themes, stock = in_search_order(corpus), _themes(corpus), grounds.stock

        def shown(policy: Policy) -> Shown:
            """What the records of a policy are made from, besides what is ``common``."""
            slug, clauses = policy.meta.slug, [clause.id for clause in policy.document.clauses]
            return Shown({slug: clauses}, themes=themes.get(slug, ()))

        def texts(missing: Iterable[int]) -> Iterator[list[Said]]:
            (ways,) = cache.recall(
                _WAYS, [common], lambda each: [Ways.of(corpus.search, corpus.themes) for _ in each]
            )
            for at in missing:
                own = narrowed(stock.common, stock.ground(shown(policies[at]))).corpus
                yield [record.said for record in make_records(own, ways)]

        def read(missing: Sequence[int]) -> Iterator[PolicyReading]:
            blocks = in_blocks(texts(missing), _length, _BLOCK)
            return chain.from_iterable(workers.map(_read, workers.share(None), blocks))

        common = (
            naming.of((corpus.search, corpus.terms, corpus.agencies, corpus.themes)) if cache.keeps else b""
        )
        self._names = [
            naming.of((common, grounds.of(shown(each)))) if cache.keeps else b"" for each in policies
        ]
        names, files = cache.get(_STAGE, self._place) or ((), ())
        marks, before = remembered(cache, output), [cache.get(_READING, name) for name in names]
        known = bool(files) and all(before) and all(is_as_written(output, name, marks) for name in files)
        now = tuple(cache.recall(_READING, self._names, read))
        wanted = touched(before, now) if known else None
        self.index = KnownIndex(tuple(self._names), join(now), wanted, tuple(files) if known else ())

    def keep(self, files: Iterable[str]) -> None:
        """Remember them with the files of the site that has been made of them."""
        shards = [name for name in files if shard_in(name) is not None]
        self._cache.put(_STAGE, self._place, (self._names, shards))


def _read(_: None, policies: Iterable[Sequence[Said]]) -> list[PolicyReading]:
    """The readings of some policies."""
    reader = UnitReader(segmenter(), stemmer())
    return [make_reading(policy, reader) for policy in policies]


def _themes(corpus: Corpus) -> Mapping[str, set[str]]:
    """The themes that each policy has measures of."""
    found: dict[str, set[str]] = {}
    for theme, members in corpus.theme_members.items():
        for member in members:
            found.setdefault(member.doc, set()).add(theme)
    return found


def _length(policy: Sequence[Said]) -> int:
    return sum(len(text) for said in policy for _, text in said.texts)
