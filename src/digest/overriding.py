"""What ``digest templates`` does: which templates there are, which a project replaces, and a copy to start from."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from digest.publish.write import write_file
from digest.read.ignored import own_files
from digest.resources import template_folders

COPIED = ".copied"
"""The file in a project's templates/ that says, per line, of which words of the program a file is a copy: a sum and a name."""


class ProgramTemplate(NamedTuple):
    """A template of the program by its name. ``state``: program (no file of the project takes its place), same, own, or changed
    (a copy of what the program had once; its own file is another now)."""

    name: str
    state: str


def list_templates(content: Path) -> tuple[ProgramTemplate, ...]:
    """All templates, sorted, with what the project beside a content folder makes of them. Raises OSError."""
    own, program = map(Path.resolve, template_folders(content))  # in a checkout they are one
    copied = _copied(own)
    return tuple(ProgramTemplate(name, _state(name, own, program, copied)) for name in own_files(program))


def copy_template(content: Path, name: str) -> Path:
    """Put a copy of a template of the program into the project, in the place of a file that may be there; its path. Raises
    OSError; KeyError for no such template."""
    own, program = template_folders(content)
    if name not in set(own_files(program)):
        raise KeyError(name)
    path, data = own / name, (program / name).read_bytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, data)
    lines = sorted(f"{digest}  {each}\n" for each, digest in {**_copied(own), name: _sum(data)}.items())
    write_file(own / COPIED, "".join(lines).encode())
    return path


def is_own(content: Path, name: str) -> bool:
    """Whether the project has a file of this name already."""
    return (template_folders(content)[0] / name).exists()


def _state(name: str, own: Path, program: Path, copied: Mapping[str, str]) -> str:
    if own == program or not (own / name).is_file():
        return "program"
    shipped = (program / name).read_bytes()
    if _sum((own / name).read_bytes()) == _sum(shipped):
        return "same"
    return "changed" if name in copied and copied[name] != _sum(shipped) else "own"


def _copied(own: Path) -> dict[str, str]:
    """The sums of the files of which the project has copies, by name."""
    path = own / COPIED
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def _sum(data: bytes) -> str:
    """A sum by which files are the same whatever ends their lines."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()[:16]
