"""Where a clause stands in its text, as the text prints it: 第七条, 三、（二）1, 专栏1.

A citation names the printed labels from the top down; an article stands for itself, whatever chapter it is in, since
articles are numbered through. A clause without a label is named by its heading, or by its first words, below the
nearest label. The same distinguishes a clause from an earlier one with the same labels. All of this is found in the
clause and those above it, so that a page that holds no other can say it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from digest.model.corpus import Translation
from digest.model.document import Clause, Document, Kind
from digest.text import ids
from digest.text.numerals import parse_numeral


class Locators:
    """Names the clauses of a document, of which those above a named clause must be there."""

    def __init__(self, document: Document, translations: Mapping[str, Translation]) -> None:
        self._by_id = {clause.id: clause for clause in document.clauses}
        self._translations = translations
        self._chains: dict[str, tuple[str, ...]] = {}

    def zh(self, clause: Clause) -> str | None:
        """As the text prints it; None for a clause that prints nothing at all."""
        labels = self._labels(clause)
        said = "".join(labels)
        if not _label(clause):
            own = _quoted(clause.heading, clause.text)
            return f"{said}“{own}”" if own else said.rstrip(_MARKS) or None
        alone = len(labels) == 1 and said[-1] in _MARKS  # 三、 does not read well by itself in a sentence
        if alone and clause.heading and len(clause.heading) <= _SHORT:
            return said + clause.heading
        own = _quoted(clause.heading, clause.text) if alone or _repeats(clause) else ""
        return f"{said if alone else said.rstrip(_MARKS)}“{own}”" if own else said.rstrip(_MARKS)

    def en(self, clause: Clause) -> str | None:
        """The same in English: art. 7, sec. 3(2)(1), box 1."""
        labels = self._labels(clause)
        if clause.kind is Kind.NOTE and _label(clause):
            said = ", ".join(filter(None, (_in_english(labels[:-1]), "drafting note")))
        else:
            said = _in_english(labels)
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

    def _labels(self, clause: Clause) -> tuple[str, ...]:
        """The printed labels that name a clause, the top one first."""
        known = self._chains.get(clause.id)
        if known is None:
            own = _label(clause)
            whole = clause.parent is None or (own and clause.kind in _WHOLE)
            above = () if whole or clause.parent is None else self._labels(self._by_id[clause.parent])
            known = self._chains[clause.id] = (*above, own) if own else above
        return known


_WHOLE = (Kind.ARTICLE, Kind.BOX)
"""Kinds of clauses whose labels are unique in a text: nothing above them is named."""

_WORD = re.compile(r"\w").search
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


@lru_cache(maxsize=1024)  # a pure function; most articles have the numbers of others
def _in_english(labels: tuple[str, ...]) -> str:
    """Labels in English: the first with the word for what it is, numbers below it in brackets."""
    said = ""
    for label in labels:
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
    bare = printed.strip(_MARKS + "（）()〔〕【】")
    value = parse_numeral(bare)
    return bare if value is None else str(value)


_WORDS = {
    "编": "pt.", "章": "chap.", "节": "sec.", "条": "art.", "款": "para.", "项": "item", "目": "item", "部分": "pt.",
    "专栏": "box", "附件": "annex", "附": "annex", "附录": "annex", "表": "table",
}  # fmt: skip
_WORDED = re.compile(
    r"(?:第(?P<number>[^编章节条款项目部之]+)(?P<unit>编|章|节|条|款|项|目|部分)(?:之(?P<branch>.+))?"
    r"|(?P<word>专栏|附件|附录|附|表)(?P<word_number>.*))[、.．：:]?"
)
