"""Plain text as it was received: its characters, and nothing else. What lines and marks mean is for the parser to say."""

from digest.model.intake import ReadFile, ReceivedWords
from digest.read.source import decode


def read_plain(data: bytes, name: str) -> ReadFile:
    """A text file. Line ends become line feeds. Problems: those of ``decode``."""
    source, problems = decode(name, data)
    if source is None:
        return ReadFile(None, problems)
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    return ReadFile(ReceivedWords("text", text if text.endswith("\n") else text + "\n", (), ()), problems)
