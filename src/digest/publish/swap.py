"""A new folder takes the place of an old one: readers see the one or the other, complete.

What a build leaves beside its output when it is ended in between is cleared away by the next.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

from digest.publish.manifest import read_manifest, walk

_HERE = -100  # AT_FDCWD of Linux: paths are meant as open() takes them
_EXCHANGE = 2  # RENAME_EXCHANGE


def beside(folder: Path, name: str) -> Path:
    """The path of what a build needs for a while beside its output: ``.site.digest-new``."""
    return folder.with_name(f".{folder.name}.digest-{name}")


def swap(folder: Path) -> None:
    """Put the ``new`` folder beside a folder in its place; what was there is left beside it, for ``clear``.

    Raises OSError; then the folder is as it was.
    """
    new, old = beside(folder, "new"), beside(folder, "old")
    if not folder.exists():
        new.rename(folder)
    elif not _exchanged(new, folder):
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise


def clear(folder: Path) -> None:
    """Remove what a build, ended or not, has left beside a folder, but for what somebody else has put there.

    Raises OSError when such a file cannot be moved into the folder.
    """
    new, old = beside(folder, "new"), beside(folder, "old")
    if old.is_dir() and not folder.exists():  # ended between the two renames
        old.rename(folder)
    for left in (new, old):
        if left.is_dir() and not left.is_symlink():
            _rescue(left, folder)
            shutil.rmtree(left, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    return exchange is not None and not exchange(
        _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE
    )


def _rescue(left: Path, folder: Path) -> None:
    """Move files that no build wrote into the folder, where it has none of that name or an older one.

    It has nearly always all of them, as links to the same files: those that came while the folders were exchanged are
    missing. A new site without a list of its files was never finished, and holds nothing that the folder has not.
    """
    written = read_manifest(left)
    if written is None:
        return
    for _, names in walk(left):
        for name in names:
            if name in written:
                continue
            kept, found = folder / name, left / name
            if os.path.lexists(kept) and _changed(kept) >= _changed(found):
                continue
            kept.parent.mkdir(parents=True, exist_ok=True)
            found.replace(kept)


def _changed(path: Path) -> int:
    return path.lstat().st_mtime_ns
