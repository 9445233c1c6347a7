"""What a text says of its own use: whom to apply to, what can be combined, on what it rests, how long it holds.

The words are those of content/provisions.toml, whose head says how they are written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from digest.enrich.document_dates import OF_ITSELF
from digest.model.document import Clause, Document, Kind
from digest.model.facts import Citation, Provision
from digest.model.vocabulary import ProvisionWords
from digest.model.vocabulary import any_of as any_word
from digest.regex import regex
from digest.text.rules import Rule, joined
from digest.text.sentences import sentence_spans


def find_provisions(clause: Clause, words: ProvisionWords) -> tuple[Provision, ...]:
    """The sentences of a clause that are of a kind, in the order of the text; a sentence may be of several kinds. Notes explain,
    and provide for nothing."""
    if clause.kind in _NOTES:
        return ()
    rules = _rules(words)
    return tuple(
        Provision(kind.id, clause.text[start:end], start, end)
        for start, end in sentence_spans(clause.text)
        for said in (_without_other_terms(clause.text[start:end], rules.own),)
        for kind in rules.kinds
        if _has(kind.words, said) and not _has(kind.excluded, said)
    )


def with_documents(
    rule: Provision, clause: Clause, citations: Sequence[Citation], words: ProvisionWords
) -> Provision:
    """A sentence that says on what the text rests, with the documents that it says so of: not the one that is then made
    (根据《方案》要求，起草形成了《若干措施》)."""
    made = _rules(words).made
    return replace(
        rule,
        documents=tuple(
            place
            for place, each in enumerate(citations)
            if each.kind in _DOCUMENTS
            and rule.start <= each.start < each.end <= rule.end
            and not made.search(clause.text, rule.start, each.start)
        ),
    )


_DOCUMENTS = frozenset({"citation", "abbreviation_use", "undefined_abbreviation"})


def unmentioned(document: Document, words: ProvisionWords) -> tuple[str, ...]:
    """The kinds of which no sentence and no heading of a text says anything. A kind without words for silence is never among
    them."""
    rules = _rules(words)
    told = [
        _without_other_terms(clause_text[start:end], rules.own)
        for clause in document.clauses
        for clause_text in (clause.heading or "", clause.text)
        for start, end in sentence_spans(clause_text)
    ]
    return tuple(
        kind.id
        for kind in rules.kinds
        if kind.silent.entries and not any(_has(kind.silent, sentence) for sentence in told)
    )


def _without_other_terms(sentence: str, words: re.Pattern[str]) -> str:
    """A sentence without the word for the term of something else than a text: 居留许可有效期最长5年. One that stands alone
    in its clause is that of the one before it. ``words`` stand before the word where it is the term of the text."""
    if "有效期" not in sentence:
        return sentence
    kept, at, own = [], 0, True
    for match in _TERM.finditer(sentence):
        subject = match["subject"]
        own = bool(words.search(subject)) if subject else own
        kept.append(sentence[at : match.end() if own else match.end("subject")])
        at = match.end()
    return "".join(kept) + sentence[at:]


_TERM = regex("(?P<subject>[^，、。；：,;:（(\n]*?)有效期限?")
_OWN = (
    *OF_ITSELF,
    Rule("its title", "》的?$", "《若干措施》的有效期"),
    Rule("how long", "年的?$", "暂定三年有效期"),
    Rule("that there is one", "(?:明确|规定|设定|确定|其)了?$", "规定有效期"),
)
_NOTES = frozenset({Kind.NOTE, Kind.FOOTNOTE})

_Entry = tuple[tuple[str, ...], ...]
"""Words in their order, each with its forms."""


class _Words(NamedTuple):
    """The entries of a list, and the pattern of what these end with: most sentences have nothing of it."""

    entries: tuple[_Entry, ...]
    ends: re.Pattern[str]


class _Kind(NamedTuple):
    id: str
    words: _Words
    excluded: _Words
    silent: _Words


class _Rules(NamedTuple):
    """The kinds, what stands before 有效期 where that is the term of the text, and before a title that is then made."""

    kinds: tuple[_Kind, ...]
    own: re.Pattern[str]
    made: re.Pattern[str]


@lru_cache(maxsize=8)  # a pure function; once for the word list of a site
def _rules(words: ProvisionWords) -> _Rules:
    kinds = tuple(
        _Kind(each.id, _words(each.words), _words(each.excluded), _words(each.silent))
        for each in words.provision
    )
    making = any_word(words.making)
    return _Rules(
        kinds,
        regex(f"{joined(_OWN)}|(?:{any_word(words.texts)})的?$"),
        regex(f"(?:{making})(?:{making}|完成)?了?$"),
    )


def _words(printed: Sequence[str]) -> _Words:
    entries = tuple(tuple(tuple(word.split("|")) for word in entry.split()) for entry in printed)
    return _Words(
        entries, regex(any_word({form for entry in entries for forms in entry[-1:] for form in forms}))
    )


def _has(words: _Words, sentence: str) -> bool:
    return bool(words.ends.search(sentence)) and any(_in_order(each, sentence) for each in words.entries)


def _in_order(words: _Entry, sentence: str) -> bool:
    """Whether one form of each word stands in a sentence, each behind the one before."""
    at = 0
    for forms in words:
        ends = [found + len(form) for form in forms if (found := sentence.find(form, at)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True
