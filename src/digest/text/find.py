"""Where words stand in a text."""

from collections.abc import Iterator


def starts(word: str, text: str) -> Iterator[int]:
    """The places of a word in a text, none inside another: what a regular expression finds, which had to be compiled."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + max(1, len(word)))
