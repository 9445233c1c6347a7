"""The files of the site go to disk: all in one step, and nothing outside the folder.

The new site is made beside the old one: what has not changed, and what somebody else has put there, as links to the
same files; the rest is written. Then the two folders are exchanged. Whenever the program is ended, the folder holds the
old site or the new one.
"""

import os
import shutil
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from errno import EACCES, EBUSY, EXDEV
from functools import partial
from gettext import gettext
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from digest.model.problem import Problem, problem
from digest.publish.claim import irreplaceable, place_of
from digest.publish.manifest import MANIFEST, manifest_text, read_manifest, stays_inside, walk
from digest.publish.swap import beside, clear, swap

Content = bytes | BinaryIO
"""What a file holds; of one that may be larger than the memory left an open file with the same."""

File = tuple[str, Content | None]
"""A file by its path in the site, and what it holds; None for one that stands there already as it must."""


class Published(NamedTuple):
    """What was done: numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(
    files: Iterable[File], output: Path, *, in_place: bool = False
) -> tuple[Published, list[Problem]]:
    """Make ``output``, which the caller has claimed, hold the files beside those that no build has written.

    A file is written when it comes, and need not be held after that. ``in_place`` changes the folder that stands, file
    by file, for those who look at it while they edit: quicker where few files have changed, and not in one step.

    Problems: B101 when the folder or a file cannot be written, B102 when a link, a folder or a foreign file is where
    a file or folder must go, B103 for a path that leaves the folder, B105 when the folder cannot be replaced.
    """
    try:
        work = _patch if in_place and read_manifest(output) is not None else _exchange
        return work(files, place_of(output))
    except OSError as error:
        if error.errno in {EBUSY, EXDEV}:
            reason = gettext("a file system is mounted there, or it is part of a container image")
            return Published(0, 0, 0), [irreplaceable(output, reason)]
        where = error.filename or str(output)
        return Published(0, 0, 0), [problem("B101", str(where), reason=error.strerror or error)]


def size_of(content: Content) -> int:
    """The bytes of a file."""
    return len(content) if isinstance(content, bytes) else content.seek(0, SEEK_END)


def write_file(path: Path, content: Content) -> None:
    """Replace one file in one step, when it differs. Raises OSError."""
    if _same(path, content):
        return
    new = path.with_name(path.name + ".new")
    try:
        _write(new, content)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _exchange(files: Iterable[File], output: Path) -> tuple[Published, list[Problem]]:
    """Exchange the folder for one that holds the files, unless it does already. The list of the files comes last: a new
    folder that has none is not finished."""
    stage = _Stage(output)
    try:
        for name, content in files:
            stage.take(name, content)
        problems = stage.problems()
        if problems or not stage.differs():
            return Published(0, 0 if problems else len(stage.names), 0), problems
        done = stage.finish()
        swap(output)
    finally:
        clear(output)
    return done, []


def _patch(files: Iterable[File], output: Path) -> tuple[Published, list[Problem]]:
    """Change the files that differ, each in one step and as soon as it is made."""
    old = read_manifest(output) or frozenset()
    names: dict[str, bool] = {}
    for name, content in files:
        names[name] = content is not None and not _same(output / name, content)
        if content is None or not names[name]:
            continue
        if problems := _wrong([name]) or _obstacles([name], output, old, [name]):
            return Published(0, 0, 0), problems
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        write_file(output / name, content)
    gone = sorted(name for name in old - names.keys() if not _obstacles([name], output, old, [name]))
    for name in gone:
        (output / name).unlink(missing_ok=True)
    for folder in sorted(_folders(gone) - _folders(names), reverse=True):
        with suppress(OSError):  # somebody's files may lie there
            (output / folder).rmdir()
    write_file(output / MANIFEST, manifest_text(names))
    written = sum(names.values())
    return Published(written, len(names) - written, len(gone)), []


class _Stage:
    """The new folder beside the old one, while it is filled."""

    def __init__(self, output: Path) -> None:
        self._output, self._new = output, beside(output, "new")
        self._old = read_manifest(output) or frozenset()
        self._folders: set[str] = set()
        self._given: list[str] = []
        self.names: dict[str, bool] = {}
        """The files, and whether they are written; the others stand in the old folder."""

    def take(self, name: str, content: Content | None) -> None:
        """A file of the new site."""
        self.names[name] = False
        if content is None:
            return
        self._given.append(name)
        if not stays_inside(name) or _same(self._output / name, content):
            return
        self._make_folders(name)
        _write(self._new / name, content)
        self.names[name] = True

    def problems(self) -> list[Problem]:
        """What forbids to put the new folder in the place of the old. Nothing is in the way of a file that stands."""
        return _wrong(self.names) or _obstacles(self.names, self._output, self._old, self._given)

    def differs(self) -> bool:
        """Whether the new folder holds anything else than the old."""
        return any(self.names.values()) or self._old != self.names.keys()

    def finish(self) -> Published:
        """Add what stays as it was: files of the site, and what no build has written, with its folders."""
        output, new = self._output, self._new
        found = dict(walk(output)) if output.exists() else {}
        present = {name for names in found.values() for name in names}
        for folder in sorted(found.keys() - _folders(self._old)):
            self._make_folders(f"{folder}/")
        stays = [name for name, written in self.names.items() if not written]
        for name in (*stays, *sorted(present - self._old - self.names.keys())):
            self._make_folders(name)
            _link(f"{output}/{name}", f"{new}/{name}")  # thousands: making a Path of each would take longer
        (new / MANIFEST).write_bytes(manifest_text(self.names))
        gone = present & (self._old - self.names.keys())
        return Published(len(self.names) - len(stays), len(stays), len(gone))

    def _make_folders(self, name: str) -> None:
        """Make the folders above a file."""
        above = name.rpartition("/")[0]
        if not self._folders:
            self._new.parent.mkdir(parents=True, exist_ok=True)
        if above not in self._folders:
            for folder in sorted(_folders([name]) - self._folders):
                _make_folder(f"{self._new}/{folder}", f"{self._output}/{folder}")
                self._folders.add(folder)


def _wrong(names: Iterable[str]) -> list[Problem]:
    """B103 for each path that leaves the folder."""
    return [problem("B103", name) for name in sorted(names) if not stays_inside(name)]


def _obstacles(
    names: Iterable[str], output: Path, old: Collection[str], given: Iterable[str]
) -> list[Problem]:
    """What is in the way of the folders of some files, and of those among them that are ``given``, each named once; ``old``
    are the files that the last build wrote."""
    folders = (f"{output}/{name}" if name else str(output) for name in _folders(names))
    found = {path for path in folders if (mode := _mode(path)) and not stat.S_ISDIR(mode)}
    if not found:
        found = {
            path
            for name in (*given, MANIFEST)
            if (mode := _mode(path := f"{output}/{name}"))
            and not (stat.S_ISREG(mode) and (name in old or name == MANIFEST))
        }
    return [problem("B102", str(Path(path))) for path in sorted(found)]


def _mode(path: str) -> int:
    """What stands at a path, a link as such; 0 where nothing does."""
    try:
        return os.lstat(path).st_mode  # thousands: making a Path of each would take longer
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _write(path: Path, content: Content) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
        return
    with path.open("wb") as file:
        file.writelines(_pieces(content))


def _same(path: Path, content: Content) -> bool:
    """Whether a file holds the same already."""
    if not path.is_file() or path.stat().st_size != size_of(content):
        return False
    with path.open("rb") as file:
        return all(file.read(_PIECE) == piece for piece in _pieces(content))


def _pieces(content: Content) -> Iterator[bytes]:
    """What a file holds, piece by piece."""
    file = BytesIO(content) if isinstance(content, bytes) else content
    file.seek(0)
    return iter(partial(file.read, _PIECE), b"")


_PIECE = 1 << 20


def _folders(names: Iterable[str]) -> set[str]:
    """All folders above files, the one that holds them all among them."""
    found = {""}
    for name in names:
        above = name.rpartition("/")[0]
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


def _make_folder(new: str, old: str) -> None:
    """Make a folder, with the owner and the permissions that the old one has, if there is one. Thousands are as they are
    made."""
    os.mkdir(new)  # noqa: PTH102 # thousands: making a Path of each would take longer
    if not stat.S_ISDIR(_mode(old)):
        return
    if not os.access(old, os.W_OK | os.X_OK):  # what is in it could not be removed
        raise PermissionError(EACCES, os.strerror(EACCES), old)
    made, found = os.stat(new), os.stat(old)  # noqa: PTH116
    if sys.platform != "win32" and (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        with suppress(OSError):  # only root may give files away
            os.chown(new, found.st_uid, found.st_gid)
    if made.st_mode != found.st_mode or (hasattr(os, "listxattr") and os.listxattr(old)):
        shutil.copystat(old, new)


def _link(old: str, new: str) -> None:
    """Give a file a second name; copy it where that cannot be done."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno == EXDEV:
            raise
        shutil.copy2(old, new, follow_symlinks=False)
