"""Which files change, told once a burst of changes is over."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path

QUIET = 0.06
"""Seconds without a change after which a burst is over: an editor that saves by writing another file, a checkout."""
PATIENCE = 1.0
"""Seconds after the first change when it is told at the latest."""
_SHARE = 0.02
"""Part of a processor's time that looking at the files may take."""
_PAUSE = 0.1
"""Seconds between two looks at least."""

_File = tuple[int, int, int]
"""When a file changed, its size and its number on the disk."""


def changes(folders: Sequence[Path], output: Path, until: int | None = None) -> Iterator[frozenset[Path]]:
    """The files that have changed below some folders, one of which need not exist: none at first, then again and again
    some, each time when nothing has changed for a while. What changes before the next is asked for comes with that.

    Left out are the output, hidden files, and the copies that editors keep beside a file. Ends when ``until`` can be
    read.
    """
    files = _Files(folders, output)
    seen = files.look()
    yield frozenset()
    while not files.wait(until):
        if (now := files.look()) == seen:
            continue
        latest = time.monotonic() + PATIENCE
        while time.monotonic() < latest:
            time.sleep(QUIET)
            before, now = now, files.look()
            if now == before:
                break
        changed = frozenset(Path(name) for name, _ in now.items() ^ seen.items())
        seen = now
        if changed:  # what was there for a moment only has changed nothing
            yield changed


class _Files:
    """The files below some folders."""

    def __init__(self, folders: Sequence[Path], output: Path) -> None:
        self._folders = folders
        self._output = output
        self._pause = 0.0
        self._found: dict[str, _File] = {}
        self._entered: set[tuple[int, int]] = set()

    def look(self) -> Mapping[str, _File]:
        """All files as they are. What goes while we look has changed, which the next look will show."""
        started = time.process_time()
        self._found, self._entered = {}, set()
        with suppress(OSError):
            self._is_new(self._output)
        for folder in self._folders:
            self._enter(os.fspath(folder))
        self._pause = max(_PAUSE, (time.process_time() - started) / _SHARE)
        return self._found

    def wait(self, until: int | None) -> bool:
        """Wait as long as should be between two looks; or for the end, which gives True."""
        if until is None:
            time.sleep(self._pause)
            return False
        return bool(wait([until], self._pause))

    def _enter(self, folder: str) -> None:
        with suppress(OSError):
            if not self._is_new(Path(folder)):
                return
            with os.scandir(folder) as entries:
                for entry in entries:
                    self._note(entry)

    def _is_new(self, folder: Path) -> bool:
        """Whether a folder was not entered before: links may lead in a circle."""
        place = folder.stat()
        name = place.st_dev, place.st_ino
        new = name not in self._entered
        self._entered.add(name)
        return new

    def _note(self, entry: os.DirEntry[str]) -> None:
        if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
            return
        if entry.is_dir():
            self._enter(entry.path)
            return
        with suppress(OSError):
            found = entry.stat()
            self._found[entry.path] = found.st_mtime_ns, found.st_size, found.st_ino
