"""A clause's text cut into paragraphs, and these into plain words and references."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class WorkLink(NamedTuple):
    """A stretch of a text that refers to the work at an address."""

    start: int
    end: int
    address: str


class TextPiece(NamedTuple):
    """Some words; ``address`` is None where they refer to nothing."""

    words: str
    address: str | None


def paragraphs(text: str, links: Iterable[WorkLink]) -> Iterator[list[TextPiece]]:
    """The paragraphs that hold more than white space. Links are in order; one that runs over the end of a
    paragraph, or into another, stays plain words."""
    waiting = deque(links)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            pieces: list[TextPiece] = []
            at = start
            while waiting and waiting[0].end <= end:
                link = waiting.popleft()
                if link.start >= at:
                    pieces += [
                        TextPiece(text[at : link.start], None),
                        TextPiece(text[slice(*link[:2])], link.address),
                    ]
                    at = link.end
            pieces.append(TextPiece(text[at:end], None))
            yield [piece for piece in pieces if piece.words]
        start = end + 1
