"""A new folder takes the place of an old one: readers see the one or the other, complete.

What a build leaves beside its output when it is ended in between is cleared away by the next.
"""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
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
            _empty(left, folder)
            shutil.rmtree(left, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the file system cannot."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    return exchange is not None and not exchange(
        _HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE
    )


def _empty(left: Path, folder: Path) -> None:
    """Remove the files below a folder, its list of files last: until then it is known which no build wrote. These move into
    the other folder, where it has none of that name or an older one.

    It has nearly always all of them, as links to the same files: those that came while the folders were exchanged are
    missing. A new site without a list of its files was never finished, and holds nothing that the folder has not.
    """
    written = read_manifest(left)
    emptied = []
    for inside, names in walk(left):
        emptied.append(inside)
        for name in names:
            kept, found = f"{folder}/{name}", f"{left}/{name}"  # thousands: a Path of each would take longer
            if written is None or name in written or not _is_newer(found, kept):
                with suppress(OSError):
                    os.unlink(found)  # noqa: PTH108
            else:
                Path(kept).parent.mkdir(parents=True, exist_ok=True)
                os.replace(found, kept)  # noqa: PTH105
    for inside in reversed(emptied[1:]):
        with suppress(OSError):
            os.rmdir(f"{left}/{inside}")  # noqa: PTH106


def _is_newer(found: str, kept: str) -> bool:
    """Whether a file is missing elsewhere, or was changed after the one there."""
    return not os.path.lexists(kept) or os.lstat(kept).st_mtime_ns < os.lstat(found).st_mtime_ns
