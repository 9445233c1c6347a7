"""A content folder that is built, checked or looked at, once or again and again.

What has not changed since the last time is not made again (``incremental``). When nothing has, that is seen from the bytes
of the files alone, before the stages are even imported.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from digest.incremental.cache import open_cache
from digest.incremental.fingerprint import fingerprint, fingerprint_of_folder, stamp
from digest.incremental.marks import Marks, is_as_written, known_as, remembered
from digest.model.built import Built, Counts, Stats
from digest.model.problem import Problem, Severity
from digest.model.progress import Progress, silent
from digest.publish.claim import claimed
from digest.resources import starter_content, template_folders
from digest.stopwatch import Stopwatch

if TYPE_CHECKING:
    from digest.build import Loaded
    from digest.model.corpus import Corpus
    from digest.search.find import Searchable
    from digest.workers import Jobs

    Searched = tuple[Corpus | None, tuple[Problem, ...], Searchable | None]

_STAGE, _CORPUS, _SEARCH, _STATS = "site", "corpus", "found", "stats"

T = TypeVar("T")


class Session:
    """What commands do with a content folder. One that is ``resident`` keeps in memory what it has made, and changes a
    site in place."""

    def __init__(self, content: Path, environment: Mapping[str, str], *, resident: bool = False) -> None:
        self._content = content
        self._cache = open_cache(content, environment, resident=resident)

    def build(
        self,
        output: Path,
        *,
        jobs: "Jobs" = 1,
        progress: Progress = silent,
        drafts: bool = False,
        frozen: bool = False,
        waiting: Callable[[], None] = lambda: None,
        shown: Callable[[], None] = lambda: None,
    ) -> Built:
        """What ``build.build`` does, in less time; ``waiting`` is called when another build has the output folder
        first.

        Problems: those of ``build``; B101, B102, B105 and B106 when nothing may be built there.
        """
        with claimed(output, self._content, waiting) as problems:
            if problems:
                return Built(0, 0, problems)
            return self.build_claimed(output, jobs, progress, drafts=drafts, frozen=frozen, shown=shown)

    def build_claimed(
        self,
        output: Path,
        jobs: "Jobs",
        progress: Progress,
        *,
        drafts: bool,
        frozen: bool,
        day: str = "",
        shown: Callable[[], None] = lambda: None,
    ) -> Built:
        """The same in a folder that the caller has claimed; on a ``day`` on which the site is published."""
        cache, before = self._cache, self._stamp()
        ground = self._ground(output, drafts=drafts, day=day)
        built = self._as_before(output, ground) if ground else None
        if built and not (frozen and built.records):
            return built
        from digest.build import build

        watch = Stopwatch(progress)
        built = build(
            self._content,
            output,
            jobs=jobs,
            progress=watch,
            cache=cache,
            drafts=drafts,
            frozen=frozen,
            day=day,
            shown=shown,
        )
        if built.files and not _failed(built):
            if ground and self._stamp() == before:  # else somebody has typed meanwhile
                cache.put(_STAGE, ground, (built, remembered(cache, output)))
            cache.put(_STATS, known_as(output), (built.counts, watch.seconds()))
            cache.tidy()
        return built

    def stats(self, output: Path) -> Stats | None:
        """What the last build has made in a folder; None when none is remembered."""
        known: tuple[Counts, Mapping[str, float]] | None = self._cache.get(_STATS, known_as(output))
        if known is None:
            return None
        marks = remembered(self._cache, output)
        pages = sum(name.endswith(".html") for name in marks)
        return Stats(known[0], pages, len(marks), sum(size for _, size, _ in marks.values()), known[1])

    def check(self, *, jobs: "Jobs" = 1, progress: Progress = silent) -> tuple[Problem, ...]:
        """What ``build.check`` does, in less time."""
        from digest.build import check

        return check(self._content, jobs=jobs, progress=progress, cache=self._cache)

    def load(self, *, drafts: bool = True, progress: Progress = silent) -> "Loaded":
        """What ``build.load`` does, in less time. The last corpus is kept, until a build has no use for it."""

        def make() -> "Loaded":
            from digest.build import load

            return load(self._content, drafts=drafts, progress=progress, cache=self._cache)

        return self._last(_CORPUS, make, drafts=drafts)

    def search(self, *, progress: Progress = silent) -> "Searched":
        """The corpus with its search, ready for queries; kept like the corpus of ``load``."""

        def make() -> "Searched":
            from digest.search.find import make_searchable

            corpus, problems = self.load(progress=progress)
            return corpus, problems, make_searchable(corpus) if corpus else None

        return self._last(_SEARCH, make, drafts=True)

    def _last(self, stage: str, make: Callable[[], T], *, drafts: bool) -> T:
        """What a stage made last, when it was made from the same bytes; else what it makes now."""
        cache, before = self._cache, self._stamp()
        ground, name = self._ground(self._content, drafts=drafts), bytes(drafts)
        known: tuple[bytes, T] | None = cache.get(stage, name) if ground else None
        if known and known[0] == ground:
            return known[1]
        made = make()
        if ground and self._stamp() == before:
            cache.put(stage, name, (ground, made))
        return made

    def _as_before(self, output: Path, ground: bytes) -> Built | None:
        """The last build, when it was made from the same bytes and all its files still stand."""
        before: tuple[Built, Marks] | None = self._cache.get(_STAGE, ground)
        if before is None:
            return None
        built, known = before
        return (
            built._replace(written=0) if all(is_as_written(output, name, known) for name in known) else None
        )

    def _folders(self) -> tuple[Path, ...]:
        """All that a build reads."""
        folders = (each for each in template_folders(self._content) if each.exists())
        return (self._content, starter_content(), *folders)

    def _stamp(self) -> bytes:
        """What is different after somebody has typed."""
        return stamp(self._folders()) if self._cache.keeps else b""

    def _ground(self, output: Path, *, drafts: bool, day: str = "") -> bytes | None:
        """The fingerprint of every file a build reads, and of what site goes where, published when; None when that cannot be told, or
        nobody asks. Problems name files as the content folder was typed, so that counts, too."""
        if not self._cache.keeps:
            return None
        found = [fingerprint_of_folder(folder) for folder in self._folders()]
        places = b"\0".join(
            [
                os.fsencode(self._content),
                os.fsencode(output.resolve()),
                b"drafts" if drafts else b"",
                day.encode(),
            ]
        )
        return fingerprint(places + b"".join(filter(None, found))) if all(found) else None


def _failed(built: Built) -> bool:
    return any(found.severity is Severity.ERROR for found in built.problems)
