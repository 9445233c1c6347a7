"""The files of the site go to disk: only what changed, each in one step, nothing outside the folder.

Afterwards: the folder holds exactly these files beside those somebody else put there; or it is as
it was before, and a Problem says why.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from gettext import gettext
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from digest.model.problem import Problem, problem

MANIFEST = ".digest-files"
"""The list of the files written, one a line, so that the next build can remove what is no longer made."""

STAGING = ".digest-new"


class Published(NamedTuple):
    """What was done: numbers of files."""

    written: int
    unchanged: int
    removed: int


def publish(files: Mapping[str, bytes], output: Path) -> tuple[Published, list[Problem]]:
    """Make ``output`` hold the files, named by their paths in it.

    Problems: B101 when the folder or a file cannot be written, B102 when a link, a folder or a foreign
    file stands where a file or folder must go, B103 for a path that leaves the folder.
    """
    problems = [problem("B103", name) for name in sorted(files) if not _stays_inside(name)]
    problems = problems or _obstacles(files, output)
    if problems:
        return Published(0, 0, 0), problems
    try:
        return _write(files, output), []
    except OSError as error:
        where = error.filename or str(output)
        return Published(0, 0, 0), [problem("B101", str(where), reason=error.strerror or error)]


def write_file(path: Path, content: bytes) -> None:
    """Replace one file in one step, when it differs. Raises OSError."""
    if _same(path, content):
        return
    new = path.with_name(path.name + ".new")
    new.write_bytes(content)
    new.replace(path)


def _write(files: Mapping[str, bytes], output: Path) -> Published:
    """Stage all that changed, then move it into place, then remove what is left over."""
    old = _manifest(output)
    changed = [name for name in sorted(files) if not _same(output / name, files[name])]
    stale = sorted(old - files.keys())
    output.mkdir(parents=True, exist_ok=True)
    staging = output / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        for folder in {(output / name).parent for name in changed}:
            folder.mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(changed):
            (staging / str(number)).write_bytes(files[name])
        _write_manifest(output, staging, old | files.keys())
        for number, name in enumerate(changed):
            (staging / str(number)).replace(output / name)
        removed = sum(_remove(output, name) for name in stale)
        _write_manifest(output, staging, files.keys())
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Published(len(changed), len(files) - len(changed), removed)


def _obstacles(files: Mapping[str, bytes], output: Path) -> list[Problem]:
    """What stands in the way, each named once."""
    found = {path for path in (output, *output.parents) if path.exists() and not path.is_dir()}
    found |= {output} if output.is_symlink() else set()
    folders = {output / parent for name in files for parent in PurePosixPath(name).parents}
    found |= {path for path in folders if path.is_symlink() or (path.exists() and not path.is_dir())}
    targets = (output / name for name in (*files, MANIFEST))
    found |= {path for path in targets if path.is_symlink() or path.is_dir()}
    if output.is_dir() and not os.access(output, os.W_OK | os.X_OK):
        return [problem("B101", str(output), reason=gettext("it may not be written to"))]
    return [problem("B102", str(path)) for path in sorted(found)]


def _stays_inside(name: str) -> bool:
    """Whether a path names a file below the folder it is joined to."""
    parts = name.split("/")
    return bool(name) and "\\" not in name and "\0" not in name and not {"", ".", ".."} & set(parts)


def _same(path: Path, content: bytes) -> bool:
    """Whether a file holds these bytes already."""
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _manifest(output: Path) -> set[str]:
    """The files the last build wrote."""
    path = output / MANIFEST
    if not path.is_file():
        return set()
    return {name for name in path.read_text(encoding="utf-8").splitlines() if _stays_inside(name)}


def _write_manifest(output: Path, staging: Path, names: Iterable[str]) -> None:
    content = "".join(f"{name}\n" for name in sorted(names)).encode()
    if _same(output / MANIFEST, content):
        return
    (staging / MANIFEST).write_bytes(content)
    (staging / MANIFEST).replace(output / MANIFEST)


def _remove(output: Path, name: str) -> bool:
    """Remove a file of an earlier build, and the folders it leaves empty; never through a link."""
    path = output / name
    folders = [output / parent for parent in PurePosixPath(name).parents if str(parent) != "."]
    if any(folder.is_symlink() for folder in folders) or path.is_dir() or not path.exists():
        return False
    path.unlink()
    for folder in folders:
        if any(folder.iterdir()):
            break
        folder.rmdir()
    return True
