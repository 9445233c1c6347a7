"""Where a site may be built: in a folder of its own that can be replaced, and by one build at a time."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from errno import EACCES, EAGAIN, EDEADLK
from gettext import gettext
from pathlib import Path

from digest.model.problem import Problem, problem
from digest.publish.manifest import read_manifest, walk
from digest.publish.swap import beside, clear

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {EACCES, EDEADLK} if sys.platform == "win32" else {EAGAIN}
"""What a system says of a file that another process has locked."""

_KEEPS_EMPTY = ".gitignore"
"""The file by which git keeps an empty folder."""

_LOCKABLE = os.O_WRONLY | os.O_CREAT | (0 if sys.platform == "win32" else os.O_NOFOLLOW | os.O_CLOEXEC)


@contextmanager
def claimed(output: Path, content: Path, waiting: Callable[[], None]) -> Iterator[tuple[Problem, ...]]:
    """The output folder for one build alone; when another has it, ``waiting`` is called, and it is waited for.

    Gives the Problems for which nothing may be built there: B101 it cannot be written, B102 it is no folder, B105 it
    cannot be replaced, B106 it is not for a site. What a build that was ended has left beside it is cleared away.
    """
    with ExitStack() as held:
        try:
            problems = _refused(output, content)
            if not problems:
                place = place_of(output)
                place.parent.mkdir(parents=True, exist_ok=True)
                held.enter_context(_locked(beside(place, "lock"), waiting))
                clear(place)
        except OSError as error:
            problems = [problem("B101", str(error.filename or output), reason=error.strerror or error)]
        yield tuple(problems)


def place_of(folder: Path) -> Path:
    """A folder by the one name that it has wherever a command was called, links in the way resolved."""
    return Path(os.path.realpath(folder))


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies in it, links in the way resolved."""
    place, above = place_of(path), place_of(folder)
    return above == place or above in place.parents


def irreplaceable(output: Path, reason: str) -> Problem:
    """B105, with the way out."""
    return problem("B105", str(output), reason=reason, inside=shlex.quote(str(output / "public")))


@contextmanager
def _locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a lock file, and remove it in the end; so those who waited look whether theirs is still the one there.

    A lock of this kind ends with its process, and is not held by those it has forked. Windows removes no file that is
    open: there it stays, and holds nobody up.
    """
    waits = False
    while True:
        with os.fdopen(os.open(path, _LOCKABLE, 0o666), "wb") as file:
            if not _lock(file.fileno(), waits=waits):
                if not waits:
                    waiting()
                waits = True
                continue
            if _is_at(path, file.fileno()):
                try:
                    yield
                finally:
                    if sys.platform != "win32":
                        path.unlink(missing_ok=True)
                return


def _lock(file: int, *, waits: bool) -> bool:
    """Lock a file; False where another process has it, at once or after waiting for a while."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(file, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _is_at(path: Path, file: int) -> bool:
    """Whether an open file still has its name."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _refused(output: Path, content: Path) -> list[Problem]:
    """Why nothing may be built in a folder. Raises OSError."""
    found = [path for path in (output, *output.parents) if path.exists() and not path.is_dir()]
    if found or output.is_symlink():
        return [problem("B102", str(path)) for path in found or [output]]
    if reason := _not_for_a_site(output, content):
        folder = Path(os.path.relpath(place_of(content).parent))
        names = [folder / name for name in ("site", "site-2", "site-3", "site-4")]
        free = next((each for each in names if not _not_for_a_site(each, content)), names[0])
        return [problem("B106", str(output), reason=reason, free=shlex.quote(str(free)))]
    place = place_of(output)
    written = place if place.is_dir() else next(each for each in place.parents if each.is_dir())
    if not _writable(written):
        shown = output if written == place else written
        return [problem("B101", str(shown), reason=gettext("it does not allow writing"))]
    reason = _fixed(place) if written == place else ""
    return [irreplaceable(output, reason)] if reason else []


def _not_for_a_site(output: Path, content: Path) -> str:
    """Why a folder is not one for a site; empty for one that is new, empty, or of an earlier build."""
    place = place_of(output)
    if is_inside(content, output):
        return gettext("it contains the content folder")
    if is_inside(output, content):
        return gettext("it is in the content folder")
    if not place.exists() or read_manifest(place) is not None:
        return ""
    foreign = next((name for _, names in walk(place) for name in names if name != _KEEPS_EMPTY), None)
    return gettext("it contains {file}, which no build has written").format(file=foreign) if foreign else ""


def _fixed(place: Path) -> str:
    """Why another folder cannot take the place of one; empty when it can."""
    here = place_of(Path())
    if os.path.ismount(place):  # Path.is_mount is not for Windows before Python 3.12
        return gettext("a file system is mounted there")
    if not _writable(place.parent):
        return gettext("the folder above it does not allow writing")
    if place == here or place in here.parents:
        return gettext("the command was called from inside it")
    return ""


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)
