"""A bell in folders that rings when something changes there, so that nobody has to look all the time.

It is the kernel's inotify, of Linux, called directly: libraries for it (watchfiles, watchdog) run threads, beside which
the builder must not fork, and what changed is found by looking anyway.
"""

import ctypes
import os
import sys
from contextlib import suppress

_CHANGES = 0x2 | 0x4 | 0x8 | 0x40 | 0x80 | 0x100 | 0x200 | 0x400 | 0x800
"""Written, attributes, closed after writing, moved from and to, created, deleted, the folder itself deleted or moved."""
_FOLDERS_ONLY = 0x01000000


class Bell:
    """Hangs in no folder where the system has no such thing."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None) if sys.platform == "linux" else None
        self._file = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC) if self._library else -1

    def fileno(self) -> int:
        """What can be read once the bell has rung."""
        return self._file

    def hang(self, folder: str) -> bool:
        """Hang it in a folder, where it may hang already. False when it cannot: there may be too many."""
        if self._library is None or self._file < 0:
            return False
        found = self._library.inotify_add_watch(self._file, os.fsencode(folder), _CHANGES | _FOLDERS_ONLY)
        return int(found) >= 0

    def silence(self) -> None:
        """Forget what has rung so far."""
        with suppress(BlockingIOError):
            while self._file >= 0:
                os.read(self._file, 1 << 16)
