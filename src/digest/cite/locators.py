"""Where a clause stands in its text, as the text prints it: 第七条, 三、（二）1, 专栏1.

A citation names the printed labels from the top down; an article stands for itself, whatever chapter it is in, since
articles are numbered through. A clause without a label is named by its heading, or by its first words, below the
nearest label. The same distinguishes a clause from an earlier one with the same labels. All of this is found in the
clause and those above it, so that a page that holds no other can say it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from digest.model.corpus import Translation
from digest.model.document import Clause, Document, Kind
from digest.text import ids
from digest.text.numerals import parse_numeral


class Locators:
    """Names the clauses of a document, of which those above a named clause must be there."""

    def __init__(self, document: Document, translations: Mapping[str, Translation]) -> None:
        self._by_id = {clause.id: clause for clause in document.clauses}
        self._translations = translations
        self._chains: dict[str, tuple[_Step, ...]] = {}

    def zh(self, clause: Clause) -> str | None:
        """As the text prints it; None for a clause that prints nothing at all."""
        steps = self._steps(clause)
        said = _in_chinese(steps)
        if not _label(clause):
            own = _quoted(clause.heading, clause.text)
            return f"{said}“{own}”" if own else said.rstrip(_MARKS) or None
        alone = len(steps) == 1 and said[-1] in _MARKS  # 三、 does not read well by itself in a sentence
        if alone and clause.heading and len(clause.heading) <= _SHORT:
            return said + clause.heading
        own = _quoted(clause.heading, clause.text) if alone or _repeats(clause) else ""
        return f"{said if alone else said.rstrip(_MARKS)}“{own}”" if own else said.rstrip(_MARKS)

    def en(self, clause: Clause) -> str | None:
        """The same in English: art. 7, sec. 3(2)(1), box 1."""
        said = _in_english(self._steps(clause))
        if _label(clause) and not _repeats(clause):
            return said
        own = self._in_words(clause)
        return ", ".join(filter(None, (said, f"“{own}”" if own else ""))) or None

    def _in_words(self, clause: Clause) -> str:
        """What names a clause in English, in Chinese where nobody has translated it."""
        translation = self._translations.get(clause.id)
        if translation is None:
            return _quoted(clause.heading, clause.text)
        return _quoted(translation.heading, translation.text, words=True)

    def _steps(self, clause: Clause) -> tuple["_Step", ...]:
        """The labelled clauses that name a clause, the top one first."""
        known = self._chains.get(clause.id)
        if known is None:
            own = _label(clause)
            whole = clause.parent is None or (own and clause.kind in _WHOLE)
            above = () if whole or clause.parent is None else self._steps(self._by_id[clause.parent])
            known = self._chains[clause.id] = (*above, _Step(own, clause.kind)) if own else above
        return known


class _Step(NamedTuple):
    """A label as printed, and what it is the label of."""

    label: str
    kind: Kind


_WHOLE = (Kind.ARTICLE, Kind.BOX)
"""Kinds of clauses whose labels are unique in a text: nothing above them is named."""

_WORD = re.compile(r"\w").search
_OPEN_NUMBER = re.compile(r"\d[.．]?$").search
_SHORT = 24
_FIRST = 16
_MARKS = "、.．﹒，：: "
_INNER = str.maketrans("“”", "‘’")
_EDGES = "，、；：。,;:. "


def _repeats(clause: Clause) -> bool:
    """Whether an earlier clause of the text prints the same labels."""
    return "-" in clause.id and any(step.repeat > 1 for step in ids.read(clause.id))


def _label(clause: Clause) -> str:
    """The label as printed, without white space; empty for a dash, which tells nothing apart."""
    label = "".join((clause.label or "").split())
    return label if label and _WORD(label) else ""


def _quoted(heading: str | None, text: str, *, words: bool = False) -> str:
    """What names a clause without a label of its own: its heading, or its first words."""
    if heading:
        return " ".join(heading.split()).translate(_INNER)
    first = text.strip().partition("\n")[0].translate(_INNER)
    length = _FIRST * 3 if words else _FIRST
    if len(first) <= length:
        return first.rstrip(_EDGES)
    cut = first[:length]
    return (cut.rpartition(" ")[0] or cut if words else cut).rstrip(_EDGES) + "…"


def _in_chinese(steps: tuple[_Step, ...]) -> str:
    """Labels one behind the other, a space where two numbers would read as one: 专栏1 1, not 专栏11."""
    said = ""
    for label, kind in steps:
        own = f"脚注{_bare(label)}" if kind is Kind.FOOTNOTE else label
        said += f" {own}" if _OPEN_NUMBER(said) and own[0].isdigit() else own
    return said


@lru_cache(maxsize=1024)  # a pure function; most articles have the numbers of others
def _in_english(steps: tuple[_Step, ...]) -> str:
    """Labels in English: the first with the word for what it is, numbers below it in brackets."""
    said = ""
    for label, kind in steps:
        if kind in _NAMED:
            number = f" {_number(label)}" if kind is Kind.FOOTNOTE else ""
            said += f"{', ' if said else ''}{_NAMED[kind]}{number}"
            continue
        found = _WORDED.fullmatch(label)
        word = _WORDS.get(found["unit"] or found["word"] or "", "") if found else ""
        number = _number((found["number"] or found["word_number"]) if found else label)
        branch = f"-{_number(found['branch'])}" if found and found["branch"] else ""
        if word:
            said += f"{', ' if said else ''}{word} {number}{branch}".rstrip()
        else:
            said += f"({number})" if said else f"sec. {number}"
    return said


def _number(printed: str) -> str:
    """A printed number in digits; what is none stays as it is printed, without its brackets and marks."""
    bare = _bare(printed)
    value = parse_numeral(bare)
    return bare if value is None else str(value)


def _bare(printed: str) -> str:
    """A label without its brackets and marks."""
    return printed.strip(_MARKS + "（）()〔〕【】[]［］")


_NAMED = {Kind.NOTE: "drafting note", Kind.FOOTNOTE: "footnote"}
"""Clauses that English names by what they are, whatever their label says."""


_WORDS = {
    "编": "pt.", "章": "chap.", "节": "sec.", "条": "art.", "款": "para.", "项": "item", "目": "item", "部分": "pt.",
    "专栏": "box", "附件": "annex", "附": "annex", "附录": "annex", "表": "table",
}  # fmt: skip
_WORDED = re.compile(
    r"(?:第(?P<number>[^编章节条款项目部之]+)(?P<unit>编|章|节|条|款|项|目|部分)(?:之(?P<branch>.+))?"
    r"|(?P<word>专栏|附件|附录|附|表)(?P<word_number>.*))[、.．：:]?"
)
