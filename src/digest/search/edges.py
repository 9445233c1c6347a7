"""Where the words of a text begin and end: by the dictionary, and by ``NewWords`` for characters in no word of it.

Terms of a glossary are not taken as words here: what is found must not depend on what editors explain.
"""

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
        for start, run in self._runs(text):
            at = start
            for word in self._parts(run):
                edges.add(at)
                at += len(word)
            edges.add(at)
        return edges

    def _runs(self, text: str) -> Iterator[tuple[int, str]]:
        """Words of the dictionary, and runs of characters between them, with their places."""
        start, loose = 0, ""
        for word in self.words.words(text):
            single = not word.text.isascii() and (len(word.text) == 1 or word.text not in self.words.costs)
            if loose and (not single or word.start != start + len(loose)):
                yield start, loose
                loose = ""
            if not single:
                yield word.start, text[word.start : word.end]
            elif loose:
                loose += word.text
            else:
                start, loose = word.start, word.text
        if loose:
            yield start, loose

    def _parts(self, run: str) -> Iterator[str]:
        """The words of a run: itself where the dictionary or a foreign script makes it one."""
        if len(run) == 1 or run.isascii() or run in self.words.costs:
            yield run
        else:
            yield from self.new.cut(run)
