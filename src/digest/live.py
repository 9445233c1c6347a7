"""Work that is done again whenever a file changes."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

PAUSE = 0.3
"""Seconds between two looks at the files."""


def watch(folders: Sequence[Path], work: Callable[[], None], pause: float = PAUSE) -> None:
    """Do the work, and again after each change below the folders, one of which need not exist. Ends only with
    what the work raises."""
    seen = None
    while True:
        now = sorted(each for folder in folders for each in _files(folder))
        if now != seen:
            seen = now
            work()
        time.sleep(pause)


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Each file with its time and size. What goes while we look has changed, which the next look will show."""
    for root, _, names in os.walk(folder):
        for name in names:
            path = Path(root, name)
            try:
                found = path.lstat()
            except OSError:
                continue
            yield str(path), found.st_mtime_ns, found.st_size
