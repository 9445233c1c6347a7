"""What a text says of its own use: whom to apply to, what can be combined, on what it rests, how long it holds.

The words are those of content/provisions.toml, whose head says how they are written.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.model.document import Clause, Document, Kind
from digest.model.facts import Provision
from digest.model.vocabulary import ProvisionWords
from digest.text.sentences import sentence_spans


def find_provisions(clause: Clause, words: ProvisionWords) -> tuple[Provision, ...]:
    """The sentences of a clause that are of a kind, in the order of the text; a sentence may be of several kinds. Notes explain,
    and provide for nothing."""
    if clause.kind in _NOTES:
        return ()
    return tuple(
        Provision(kind.id, clause.text[start:end], start, end)
        for start, end in sentence_spans(clause.text)
        for kind in _kinds(words)
        if _has(kind.words, clause.text[start:end]) and not _has(kind.excluded, clause.text[start:end])
    )


def unmentioned(document: Document, words: ProvisionWords) -> tuple[str, ...]:
    """The kinds of which no sentence and no heading of a text says anything. A kind without words for silence is never among
    them."""
    told = [
        clause_text[start:end]
        for clause in document.clauses
        for clause_text in (clause.heading or "", clause.text)
        for start, end in sentence_spans(clause_text)
    ]
    return tuple(
        kind.id
        for kind in _kinds(words)
        if kind.silent and not any(_has(kind.silent, sentence) for sentence in told)
    )


_NOTES = frozenset({Kind.NOTE, Kind.FOOTNOTE})

_Words = tuple[tuple[tuple[str, ...], ...], ...]
"""Entries of a list, each with its words in order, each of these with its forms."""


class _Kind(NamedTuple):
    id: str
    words: _Words
    excluded: _Words
    silent: _Words


@lru_cache(maxsize=8)  # a pure function; once for the word list of a site
def _kinds(words: ProvisionWords) -> tuple[_Kind, ...]:
    return tuple(
        _Kind(each.id, _entries(each.words), _entries(each.excluded), _entries(each.silent))
        for each in words.provision
    )


def _entries(printed: Sequence[str]) -> _Words:
    return tuple(tuple(tuple(word.split("|")) for word in entry.split()) for entry in printed)


def _has(entries: _Words, sentence: str) -> bool:
    return any(_in_order(entry, sentence) for entry in entries)


def _in_order(words: tuple[tuple[str, ...], ...], sentence: str) -> bool:
    """Whether one form of each word stands in a sentence, each behind the one before."""
    at = 0
    for forms in words:
        ends = [found + len(form) for form in forms if (found := sentence.find(form, at)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True
