"""The files of the site go to disk: all in one step, and nothing outside the folder.

The new site is made beside the old one: what has not changed, and what somebody else has put there, as links to the
same files; the rest is written. Then the two folders are exchanged. Whenever the program is ended, the folder holds the
old site or the new one.
"""

import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from errno import EACCES, EBUSY, EXDEV
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem, problem
from digest.publish.claim import irreplaceable, place_of
from digest.publish.manifest import MANIFEST, manifest_text, read_manifest, stays_inside, walk
from digest.publish.swap import beside, clear, swap


class Published(NamedTuple):
    """What was done: numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(files: Mapping[str, bytes], output: Path) -> tuple[Published, list[Problem]]:
    """Make ``output``, which the caller has claimed, hold the files, named by their paths in it, beside those that
    no build has written.

    Problems: B101 when the folder or a file cannot be written, B102 when a link, a folder or a foreign file is where
    a file or folder must go, B103 for a path that leaves the folder, B105 when the folder cannot be replaced.
    """
    problems = [problem("B103", name) for name in sorted(files) if not stays_inside(name)]
    try:
        if problems := problems or _obstacles(files, output):
            return Published(0, 0, 0), problems
        return _write(files, place_of(output)), []
    except OSError as error:
        if error.errno in {EBUSY, EXDEV}:
            reason = gettext("a file system is mounted there, or it is part of a container image")
            return Published(0, 0, 0), [irreplaceable(output, reason)]
        where = error.filename or str(output)
        return Published(0, 0, 0), [problem("B101", str(where), reason=error.strerror or error)]


def write_file(path: Path, content: bytes) -> None:
    """Replace one file in one step, when it differs. Raises OSError."""
    if _same(path, content):
        return
    new = path.with_name(path.name + ".new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _write(files: Mapping[str, bytes], output: Path) -> Published:
    """Exchange the folder for one that holds the files, unless it does already."""
    old = read_manifest(output) or frozenset()
    unchanged = {name for name, content in files.items() if _same(output / name, content)}
    if len(unchanged) == len(files) and old == files.keys():
        return Published(0, len(files), 0)
    found = dict(walk(output)) if output.exists() else {}
    present = {name for names in found.values() for name in names}
    try:
        _stage(files, unchanged | (present - old), found.keys() - _folders(old), output)
        swap(output)
    finally:
        clear(output)
    return Published(len(files) - len(unchanged), len(unchanged), len(present & (old - files.keys())))


def _stage(files: Mapping[str, bytes], kept: set[str], folders: set[str], output: Path) -> None:
    """Make the new folder beside the old: with the files of that which are kept, the others written, and further
    folders that are not of a build. The list of the files comes last: what has none is not finished."""
    new = beside(output, "new")
    for folder in sorted(_folders(files) | _folders(kept) | folders):
        _make_folder(new / folder, output / folder)
    for name in sorted(kept):
        _link(f"{output}/{name}", f"{new}/{name}")  # thousands: making a Path of each would take longer
    for name in sorted(files.keys() - kept):
        (new / name).write_bytes(files[name])
    (new / MANIFEST).write_bytes(manifest_text(files))


def _obstacles(files: Mapping[str, bytes], output: Path) -> list[Problem]:
    """What is in the way, each named once."""
    owned = {MANIFEST, *(read_manifest(output) or ())}
    folders = (output / name for name in _folders(files))
    found = {path for path in folders if path.is_symlink() or (path.exists() and not path.is_dir())}
    if not found:
        found = {
            output / name for name in (*files, MANIFEST) if _in_the_way(output / name, owned=name in owned)
        }
    return [problem("B102", str(path)) for path in sorted(found)]


def _in_the_way(path: Path, *, owned: bool) -> bool:
    """Whether something is there that is not a file of an earlier build."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return not owned or not stat.S_ISREG(mode)


def _same(path: Path, content: bytes) -> bool:
    """Whether a file holds these bytes already."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _folders(names: Iterable[str]) -> set[str]:
    """All folders above files, the one that holds them all among them."""
    found = {""}
    for name in names:
        above = name.rpartition("/")[0]
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def _make_folder(new: Path, old: Path) -> None:
    """Make a folder, with the owner and the permissions that the old one has, if there is one."""
    new.mkdir(parents=True)
    if old.is_dir():
        if not os.access(old, os.W_OK | os.X_OK):  # what is in it could not be removed
            raise PermissionError(EACCES, os.strerror(EACCES), str(old))
        found = old.stat()
        with suppress(OSError):  # only root may give files away
            os.chown(new, found.st_uid, found.st_gid)
        shutil.copystat(old, new)


def _link(old: str, new: str) -> None:
    """Give a file a second name; copy it where that cannot be done."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno == EXDEV:
            raise
        shutil.copy2(old, new, follow_symlinks=False)
