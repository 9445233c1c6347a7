"""The files of a site that stand as a build has written them."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from digest.incremental.cache import Cache

_STAGE = "marks"


FileMark = tuple[int, int, int]
"""By which a file is known without being read, its inode, size, and when it changed (ns): writing to it, or replacing it,
changes one of these. There are thousands: a class would take longer to be read back."""

Marks = Mapping[str, FileMark]
"""The marks of the files of a site, by their paths in it."""


def remember(cache: Cache, output: Path, names: Iterable[str], others: Marks | None = None) -> None:
    """Keep the marks of files of a site that have just been written, and those of ``others`` as they were. OSError when
    one does not stand."""
    cache.put(_STAGE, known_as(output), {**(others or {}), **{name: _mark(output, name) for name in names}})


def remembered(cache: Cache, output: Path) -> Marks:
    """The marks of the files of a site as the last build left it."""
    return cache.get(_STAGE, known_as(output)) or {}


def is_as_written(output: Path, name: str, known: Marks) -> bool:
    """Whether a file is the one that was written."""
    try:
        return name in known and _mark(output, name) == known[name]
    except OSError:
        return False


def known_as(output: Path) -> bytes:
    """By what the site in a folder is known to the cache."""
    return os.fsencode(output.resolve())


def _mark(output: Path, name: str) -> FileMark:
    found = os.lstat(f"{output}/{name}")  # thousands: making a Path of each would take longer
    return found.st_ino, found.st_size, found.st_mtime_ns
