"""Which files of a folder a build has written, and which somebody else has put there."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

MANIFEST = ".digest-files"
"""The list of the files a build wrote, one per line: the next may replace and remove these, and no others."""

_STAGED = ".digest-new"
"""Where earlier releases kept files while they wrote. What a kill left there is not foreign."""


def read_manifest(folder: Path) -> frozenset[str] | None:
    """The files that the last build wrote into a folder; None where none has. Paths that leave it do not count."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None
    return frozenset(filter(stays_inside, path.read_text("utf-8", "replace").splitlines()))


def manifest_text(names: Iterable[str]) -> bytes:
    """The list of files as it is written."""
    return "".join(f"{name}\n" for name in sorted(names)).encode()


def stays_inside(name: str) -> bool:
    """Whether a path names a file below the folder it is joined to."""
    parts = name.split("/")
    return bool(name) and "\\" not in name and "\0" not in name and not {"", ".", ".."} & set(parts)


def walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder with the paths of all in it that is no folder: ``zh`` with ``zh/index.html``, in order. The folder
    itself is the empty text, its list of files is left out. Links are not followed. Raises OSError."""
    ahead = [""]
    while ahead:
        at = ahead.pop()
        inside = f"{at}/" if at else ""
        with os.scandir(folder / at) as found:
            entries = sorted(
                (f"{inside}{entry.name}", entry.is_dir(follow_symlinks=False)) for entry in found
            )
        yield at, [path for path, is_folder in entries if not is_folder and path != MANIFEST]
        ahead += [path for path, is_folder in reversed(entries) if is_folder and path != _STAGED]
