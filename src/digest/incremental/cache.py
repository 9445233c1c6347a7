"""What earlier builds made, so that the next makes only what has changed.

A cache changes nothing but the time a build takes. Each value is found by the fingerprint of all that it was made
from, the program included (``program``), so a build that finds much equals a build that finds nothing. What cannot
be read back whole is made again; what the last build had no use for is dropped.

It lies in the folder that each user has for such files, never in the project: values are read back with pickle and
pages come back as they were made, so a cache that a stranger could prepare would let him run programs here and
write what he likes into the site. A folder that others could write to is not used.
"""

import contextlib
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from gettext import gettext
from pathlib import Path
from typing import Any, TypeVar

from digest import resources
from digest.incremental.fingerprint import fingerprint, fingerprint_of_folder

T = TypeVar("T")

_SUM = 16  # bytes of a fingerprint
_OWNER = "belongs-to"  # names the content folder, so that the caches of folders that are gone can go, too


class Cache:
    """The cache of a content folder, for one version of the program. Without a folder it keeps nothing. One that is
    ``resident`` keeps its values in memory, too, for a program that builds again and again."""

    def __init__(self, folder: Path | None = None, program: bytes = b"", *, resident: bool = False) -> None:
        self._folder, self._program, self.resident = folder, program, resident
        self._used = {_OWNER}
        self._live: dict[str, Any] = {}
        self._lasting: dict[str, Any] = {}

    @property
    def keeps(self) -> bool:
        """Whether it is worth while to name grounds."""
        return self._folder is not None or self.resident

    def get(self, stage: str, ground: bytes) -> Any:
        """What a stage made from a ground, named by its fingerprint; None when that is not known."""
        name = self._name(stage, ground)
        if name in self._live:
            self._used.add(name)
            return self._live[name]
        if self._folder is None:
            return None
        try:
            content = (self._folder / name).read_bytes()
            if fingerprint(content[_SUM:]) != content[:_SUM]:
                return None
            value = pickle.loads(content[_SUM:])  # noqa: S301 # the folder is the user's own, see above
        except Exception:  # noqa: BLE001 # whatever is wrong with it, the value can be made
            return None
        self._use(name, value)
        return value

    def put(self, stage: str, ground: bytes, value: object) -> None:
        """Keep what a stage made; nothing happens when that is not possible."""
        name = self._name(stage, ground)
        self._use(name, value)
        if self._folder is None:
            return
        new = self._folder / f"{name}.{os.getpid()}"
        try:
            content = pickle.dumps(value, protocol=5)
            new.write_bytes(fingerprint(content) + content)
            new.replace(self._folder / name)
        except (OSError, RecursionError, pickle.PicklingError):
            return

    def recall(
        self, stage: str, grounds: Sequence[bytes], make: Callable[[Sequence[int]], Iterable[Any]]
    ) -> Iterator[Any]:
        """What a stage makes from each ground; ``make`` makes what is not known, and is told the places of its
        grounds."""
        known = [self.get(stage, ground) for ground in grounds]
        fresh = iter(make([at for at, value in enumerate(known) if value is None]))
        for ground, value in zip(grounds, known, strict=True):
            if value is not None:
                yield value
            else:
                made = next(fresh)
                self.put(stage, ground, made)
                yield made

    def lasting(self, name: str, make: Callable[[], T]) -> T:
        """Something that is needed as long as this cache is open, made when it is first asked for."""
        found: T = self._lasting[name] if name in self._lasting else make()
        self._lasting[name] = found
        return found

    def tidy(self) -> None:
        """Drop what was neither found nor kept since the last call."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                for path in self._folder.iterdir():
                    if path.name not in self._used:
                        path.unlink(missing_ok=True)
        self._live = {name: value for name, value in self._live.items() if name in self._used}
        self._used = {_OWNER}

    def _use(self, name: str, value: object) -> None:
        self._used.add(name)
        if self.resident:
            self._live[name] = value

    def _name(self, stage: str, ground: bytes) -> str:
        return f"{stage}-{fingerprint(self._program + ground).hex()}"


def open_cache(content: Path, environment: Mapping[str, str], *, resident: bool = False) -> Cache:
    """The cache of a content folder; where none can be kept, the one without a folder.

    It lies in ``$XDG_CACHE_HOME/digest``, by default ``~/.cache/digest``.
    """
    try:
        home = Path(environment.get("XDG_CACHE_HOME") or Path(environment["HOME"], ".cache"))
        if not home.is_absolute():  # it would lie wherever the program is called
            return Cache(resident=resident)
        root = _own_folder(home / "digest")
        _drop_orphans(root)
        owner = content.resolve()
        folder = _own_folder(root / fingerprint(str(owner).encode()).hex())
        (folder / _OWNER).write_text(str(owner), "utf-8")
    except (KeyError, OSError, ValueError):
        return Cache(resident=resident)
    return Cache(folder, program(), resident=resident)


def program() -> bytes:
    """The fingerprint of the program, of what it runs on, and of the language it speaks. Templates and word lists
    are not part of it: they are told apart where they are used."""
    installed = {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
    return fingerprint("\0".join([sys.version, gettext("a list"), *sorted(installed)]).encode() + _source())


@cache
def _source() -> bytes:
    """The fingerprint of the program's own files as they are when it starts: a process that goes on (``digest serve``)
    runs what it has loaded, whatever becomes of the files."""
    # What cannot be known is never the same.
    return fingerprint_of_folder(resources.package(), "__pycache__") or os.urandom(_SUM)


def _own_folder(path: Path) -> Path:
    """A folder that nobody but the user can write to; PermissionError where it is another's."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    # On Windows the folder is in the user's profile, whose rights are not in the mode.
    if sys.platform != "win32" and (found.st_uid != os.getuid() or found.st_mode & 0o022):
        raise PermissionError(path)
    if not stat.S_ISDIR(found.st_mode):
        raise PermissionError(path)
    return path


def _drop_orphans(root: Path) -> None:
    """Remove the caches of content folders that are gone."""
    for folder in root.iterdir():
        owner = folder / _OWNER
        if owner.is_file() and not Path(owner.read_text("utf-8")).is_dir():
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()
