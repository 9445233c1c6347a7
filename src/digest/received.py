"""A file as it came, and the text of a policy in it."""

from pathlib import Path
from typing import NamedTuple

from digest.intake import take
from digest.model.intake import ReceivedWords
from digest.model.problem import Problem, problem
from digest.model.vocabulary import DocumentWords
from digest.read.source import Decoded, decode_policy_text, read_bytes

TEXT = "source.txt"
"""The text of a policy in its folder."""

_OWN = {".doc", ".wps", ".rtf", ".odt", ".xml", ".mht", ".mhtml"}
"""Endings of files that are read as another kind than their own; they are kept as they came."""


class Received(NamedTuple):
    """``file`` is the name under which the bytes ``data`` came, ``taken`` what is in them."""

    file: str
    data: bytes
    taken: ReceivedWords

    @property
    def plain(self) -> bool:
        """Whether the file is the text itself."""
        return self.taken.kind == "text"

    @property
    def text(self) -> bytes:
        """The text as it is kept: that of the file byte for byte, or what was taken from it."""
        return self.data if self.plain else self.taken.text.encode()

    @property
    def kept(self) -> str:
        """The name under which the original is kept, beside its text."""
        suffix = Path(self.file).suffix.lower()
        return TEXT if self.plain else "source" + (suffix if suffix in _OWN else f".{self.taken.kind}")

    def decoded(self) -> Decoded:
        """The text as a Source, whose lines are those of the file where that is plain text. Problems: those of
        ``decode_policy_text``."""
        return decode_policy_text(self.file if self.plain else TEXT, self.text)


def receive(file: str, data: bytes, words: DocumentWords) -> tuple[Received | None, tuple[Problem, ...]]:
    """What came under a name. Problems: those of ``take``."""
    taken, problems = take(file, data, words)
    return Received(file, data, taken) if taken else None, problems


def receive_file(path: Path, words: DocumentWords) -> tuple[Received | None, tuple[Problem, ...]]:
    """A file. Problems: those of ``read_bytes`` and ``take``; A168 there is none."""
    if not path.exists():
        return None, (problem("A168", path.as_posix(), folder=path.parent.absolute().as_posix()),)
    data, problems = read_bytes(path)
    return (None, problems) if data is None else receive(path.as_posix(), data, words)
