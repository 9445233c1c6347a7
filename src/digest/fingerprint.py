"""Short names of values: equal names mean equal values, in this process and in any other.

A value is written down with the names of its types, and hashed (BLAKE2, 128 bits).
"""

import io
import os
import pickle
from collections.abc import Collection, Iterator
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from typing import Any


def fingerprint(content: bytes | memoryview) -> bytes:
    """The name of some bytes."""
    return blake2b(content, digest_size=16).digest()


class Fingerprints:
    """Names values. ``shared`` are dataclasses whose values stand in many others: each is named once, and kept,
    so that nothing else can take its place in memory."""

    def __init__(self, shared: Collection[type] = ()) -> None:
        self.shared = frozenset(shared)
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """The name of a value. It must hold no sets, whose order differs between processes: its name would, too."""
        out = io.BytesIO()
        writer = _Writer(out, self)
        writer.fast = True  # equal values are written alike, whether or not they share objects
        writer.dump(value)
        return fingerprint(out.getbuffer())

    def of_shared(self, value: Any) -> bytes:
        """The name of a value of a shared type."""
        if id(value) not in self._known:
            own = [getattr(value, field.name) for field in fields(value)]
            self._known[id(value)] = value, self.of((type(value).__qualname__, own))
        return self._known[id(value)][1]


class _Writer(pickle.Pickler):
    """Writes a value; in the place of a shared one stands its name."""

    def __init__(self, out: io.BytesIO, names: Fingerprints) -> None:
        super().__init__(out, protocol=5)
        self._names = names

    def reducer_override(self, value: Any) -> Any:
        if type(value) not in self._names.shared:
            return NotImplemented
        return bytes, (self._names.of_shared(value),)


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
