"""Short names of values: equal names mean equal values, in this process and in any other.

A value is written down with the names of its types, and hashed (BLAKE2, 128 bits).
"""

import io
import os
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator
from copyreg import dispatch_table
from dataclasses import fields
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import Any


def fingerprint(content: bytes | memoryview) -> bytes:
    """The name of some bytes."""
    return blake2b(content, digest_size=16).digest()


_Reducer = Callable[[Any], Any]
"""Says how a value is written: a callable, and what it is called with."""


class Fingerprints:
    """Names values. ``shared`` are classes whose values stand in many others: each is named once, and kept,
    so that nothing else can take its place in memory."""

    def __init__(self, shared: Collection[type] = ()) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._before: dict[int, tuple[object, bytes]] = {}
        self._written = _Written(dict.fromkeys(shared, self._by_name))

    def of(self, value: object) -> bytes:
        """The name of a value. It must hold no sets, whose order differs between processes: its name would, too."""
        out = io.BytesIO()
        writer = pickle.Pickler(out, protocol=5)
        writer.fast = True  # equal values are written alike, whether or not they share objects
        writer.dispatch_table = self._written
        writer.dump(value)
        return fingerprint(out.getbuffer())

    def know(self, value: object, name: bytes) -> None:
        """A value of a shared class has the name of all that it was made from: so far it need not be gone through."""
        self._known[id(value)] = (value, name)

    def _by_name(self, value: Any) -> Any:
        """How a value of a shared type is written: its name stands for it."""
        at = id(value)
        if at not in self._known:
            self._known[at] = self._before.get(at) or (value, self.of(_fields(type(value))(value)))
        return bytes, (self._known[at][1],)

    def tidy(self) -> None:
        """Forget the values that were not met since the last call."""
        self._before, self._known = self._known, {}


class _Written(dict[type, _Reducer]):
    """How values are written, by type: dataclasses and named tuples by their fields, which takes a third of the time
    that their own way takes; others as pickle has it (KeyError)."""

    def __missing__(self, kind: type) -> _Reducer:
        own = hasattr(kind, "__dataclass_fields__") or hasattr(kind, "_fields")
        self[kind] = _fields(kind) if own else dispatch_table[kind]
        return self[kind]


def _fields(kind: Any) -> _Reducer:
    """Writes the values of a type by their fields; by those that tell values apart, if it is a dataclass."""
    if issubclass(kind, tuple):
        return lambda value: (kind, tuple(value))
    names = [field.name for field in fields(kind) if field.compare]
    if len(names) < 2:  # attrgetter would give no tuple
        return lambda value: (kind, tuple(getattr(value, name) for name in names))
    values = attrgetter(*names)
    return lambda value: (kind, values(value))


def fingerprint_of_folder(folder: Path, without: str = "") -> bytes | None:
    """The name of all names and contents below a folder, but for folders called ``without``; None where a link or
    something unreadable stands, whose content may change without a trace."""
    found = blake2b(digest_size=16)
    try:
        for path in sorted(_below(folder, without)):
            content = b"" if path.is_dir() else path.read_bytes()
            kind = b"/" if path.is_dir() else b""
            name = os.fsencode(path.relative_to(folder)) + kind
            found.update(name + f"\0{len(content)}\0".encode() + content)
    except OSError:
        return None
    return found.digest()


def fingerprint_of_file(path: Path) -> bytes | None:
    """The name of what a file holds, or of nothing where there is none; None for a link, as of a folder."""
    try:
        return None if path.is_symlink() else fingerprint(path.read_bytes())
    except FileNotFoundError:
        return fingerprint(b"")
    except OSError:
        return None


def stamp(paths: Iterable[Path], without: str = "") -> bytes:
    """What is different after somebody has written to some files, or below some folders, even when he has taken it back
    since: a name of the contents alone would not tell that. ``without`` as in ``fingerprint_of_folder``."""
    found = blake2b(digest_size=16)
    try:
        for path in paths:
            for each in sorted(_below(path, without)) if path.is_dir() else [path] if path.exists() else []:
                now = each.lstat()
                found.update(f"{each}\0{now.st_ino}\0{now.st_size}\0{now.st_mtime_ns}\0".encode())
    except OSError:
        return os.urandom(16)
    return found.digest()


def _below(folder: Path, without: str) -> Iterator[Path]:
    """The files and folders below a folder. OSError for what is neither."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == without:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)
                yield from _below(Path(entry.path), without)
            elif entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
            else:
                raise OSError(entry.path)
