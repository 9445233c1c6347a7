"""Where the words of a text begin and end: by the dictionary, and by ``NewWords`` for characters in no word of it.

Terms of a glossary are not taken as words here: what is found must not depend on what editors explain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from digest.text.new_words import NewWords, new_words
from digest.text.words import Segmenter


@dataclass(frozen=True, slots=True)
class Edges:
    """Finds the edges of words. Make one and pass it on: reading its tables takes time."""

    words: Segmenter
    new: NewWords = field(default_factory=new_words)

    def of(self, text: str) -> set[int]:
        """The places where words begin and end."""
        edges: set[int] = set()
        for found in _RUN.finditer(text):
            at, end = found.span()
            if found.lastgroup == "chinese":
                for word in self._words(found.group()):
                    edges.add(at)
                    at += len(word)
            edges.update((at, end))
        return edges

    def _words(self, run: str) -> Iterator[str]:
        """The words of Chinese characters."""
        loose = ""
        for word in self.words.cut(run):
            if len(word) == 1:
                loose += word
                continue
            if loose:
                yield from self._loose(loose)
                loose = ""
            yield word
        yield from self._loose(loose)

    def _loose(self, run: str) -> Iterator[str]:
        """The words of characters that the dictionary joins with none of their neighbours."""
        if len(run) < 2 or run in self.words:
            yield from run
        else:
            yield from self.new.cut(run)


_RUN = re.compile(r"(?P<chinese>[\u3400-\u9fff]+)|(?P<foreign>[A-Za-z][A-Za-z0-9+-]*)")
