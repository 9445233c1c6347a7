"""The acts of a measure: the parts of a clause that have a verb and an object of their own.

A clause that only describes, explains or aims has none, and neither have notes, front matter and
placeholders. A list of acts in one sentence is cut before each verb that leads a new one; what says how
much support an act gets (按…的50%给予…) stays with it. A sentence that commands or forbids is one act.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.model.document import Clause, Document, Kind
from digest.model.matches import Act, MatchingWords
from digest.model.vocabulary import any_of
from digest.regex import regex

_NO_MEASURES = frozenset({Kind.FRONT, Kind.PREAMBLE, Kind.NOTE, Kind.FOOTNOTE})
_SENTENCE = regex(r"[^。；！？;\n]+[。；！？;]?")
_RESPONSIBLE = regex(r"[（(][^（）()]{2,300}(?:负责|牵头|配合)[^（）()]{0,20}[)）]\s*。?\s*$")
_FOR_WHOM = regex(r"\s*(?:对于?(?!外|接|标|照)|凡是?)")
_CONDITION_END = regex(r"[^，。；]*的，")
_ABOUT_A_TEXT = regex(r"\s*(?:关于)?《|[^。]{0,200}(?:同时|一并|予以|自行|即行)废止")
_PROCEDURE = regex(
    r"(?:以下|下列|如下)[^。：]{0,12}(?:材料|资料|文件|证明|条件|要求|程序|流程|职责)[^。：]{0,4}[：:]?\s*$"
)
_SHORTEST = 8  # code points of an act


def find_acts(document: Document, words: MatchingWords) -> tuple[Act, ...]:
    """All acts of a document, in order. The clauses among them are its measures."""
    patterns = _Patterns.of(words)
    context = _context_clauses(document, words)
    return tuple(
        act
        for clause in document.clauses
        if clause.id not in context
        for act in _clause_acts(document.slug, clause, patterns)
    )


class _Patterns(NamedTuple):
    """``opening``: a leading verb, or a place or public with one before the next comma (``placed``);
    ``condition``: for whom or what an act is."""

    opening: re.Pattern[str]
    placed: re.Pattern[str]
    condition: re.Pattern[str]
    adverbial: re.Pattern[str]
    permissive: re.Pattern[str]
    acting: re.Pattern[str]
    paying: re.Pattern[str]
    norms: re.Pattern[str]

    @classmethod
    def of(cls, words: MatchingWords) -> "_Patterns":
        actions = [word for each in words.actions.values() for word in each.split()]
        acting = (*words.leading, *words.norms, *words.paying, *actions)
        leading = any_of(words.leading)
        placed = rf"(?:在|面向|为|向)[^，。；]{{2,20}}?(?:{leading})"
        return cls(
            opening=regex(rf"\s*(?:并|还|同时)?(?:{leading}|{placed})"),
            placed=regex(rf"\s*{placed}"),
            condition=regex(r"\s*(?:对于?|凡是?)|[^，。；]*的(?=，|$)"),
            adverbial=regex(rf"\s*(?:{any_of(words.adverbial)})"),
            permissive=regex(rf"\s*(?:{any_of(words.permissive)})"),
            acting=regex(any_of(word for word in acting if len(word) > 1)),
            paying=regex(any_of(words.paying)),
            norms=regex(any_of(words.norms)),
        )

    def is_whole(self, piece: str) -> bool:
        """Whether a piece between commas says all that an act needs."""
        if self.condition.match(piece):
            return self.paying.search(piece) is not None
        if found := self.permissive.match(piece):
            return self.acting.search(piece, found.end()) is not None
        return self.adverbial.match(piece) is None or self.placed.match(piece) is not None


def _context_clauses(document: Document, words: MatchingWords) -> frozenset[str]:
    """The clauses that hold no measure: by kind, by heading, or below such a heading; lists of what is to be handed in or met."""
    found: set[str] = set()
    kinds: Mapping[str, Clause] = {clause.id: clause for clause in document.clauses}
    for clause in document.clauses:
        above = clause.parent in found and (
            kinds[clause.parent].kind is not Kind.ARTICLE or _PROCEDURE.search(kinds[clause.parent].text)
        )
        heading = clause.heading or ""
        described = any(word in heading for word in words.context_headings)
        procedure = _PROCEDURE.search(f"{heading}{clause.text}")
        if above or clause.kind in _NO_MEASURES or clause.placeholder or described or procedure:
            found.add(clause.id)
    return frozenset(found)


def _clause_acts(slug: str, clause: Clause, patterns: _Patterns) -> Iterator[Act]:
    if not clause.text:
        if clause.kind is Kind.BOX and clause.heading:
            yield Act(slug, clause.id, 0, len(clause.heading), clause.heading, in_heading=True)
        return
    end = len(clause.text)
    if responsible := _RESPONSIBLE.search(clause.text):
        end = responsible.start()
    for sentence in _SENTENCE.finditer(clause.text, 0, end):
        if _ABOUT_A_TEXT.match(sentence.group()):
            continue
        rule = patterns.norms.search(sentence.group())
        cuts = (
            [_trimmed(sentence.group(), 0, len(sentence.group()))]
            if rule
            else _pieces(sentence.group(), patterns)
        )
        for start, stop in cuts:
            text = sentence.group()[start:stop]
            if len(text) >= _SHORTEST and patterns.acting.search(text):
                at = sentence.start() + start
                yield Act(slug, clause.id, at, at + len(text), text)


def _pieces(sentence: str, patterns: _Patterns) -> Iterator[tuple[int, int]]:
    """Where the acts of a sentence stand, without the comma or full stop after them."""
    start, acted = 0, False
    for comma in (*_commas(sentence), len(sentence)):
        begin = comma + 1
        piece = sentence[_after(sentence, start, comma) : comma]
        acted = acted or patterns.is_whole(piece)
        opens = _FOR_WHOM.match(sentence, begin) or (
            patterns.opening.match(sentence, begin) and not _CONDITION_END.match(sentence, begin)
        )
        if (opens and acted and comma - start >= _SHORTEST) or comma == len(sentence):
            yield _trimmed(sentence, start, comma)
            start, acted = begin, False


def _after(sentence: str, start: int, comma: int) -> int:
    """Where the piece that ends at ``comma`` begins."""
    return max(start, sentence.rfind("，", start, comma) + 1)


def _commas(sentence: str) -> Iterator[int]:
    """The commas outside brackets and quotes."""
    depth = 0
    for at, character in enumerate(sentence):
        if character in "（(《“[":
            depth += 1
        elif character in "）)》”]":
            depth = max(0, depth - 1)
        elif character in "，," and not depth:
            yield at


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u3000\t\n":
        start += 1
    while end > start and text[end - 1] in " \u3000\t\n。；;":
        end -= 1
    return start, end
