"""Where a clause stands in its text, as the text prints it: 第七条, 三、（二）1, 专栏1; in English Article 7,
Section III (2)(1), Box 1, and shorter in citations: art. 7, sec. III(2)(1), box 1. Its id is never part of this.

A clause is named by the printed labels from the top down; an article stands for itself, whatever chapter it is in, since
articles are numbered through. A clause without a label is named by its heading, or by its first words, below the
nearest label. The same distinguishes a clause from an earlier one with the same labels. A clause knows the labels
above it, so that a page that holds no other clause can say all of this.
"""

from functools import lru_cache
from typing import NamedTuple

from digest.model.corpus import Translation
from digest.model.document import Clause, Kind, PrintedLabel
from digest.regex import regex
from digest.text import ids
from digest.text.entries import beginning
from digest.text.numerals import parse_numeral, print_roman


def locator_zh(clause: Clause) -> str | None:
    """As the text prints it; None for a clause that prints nothing at all."""
    steps = _steps(clause)
    said = _in_chinese(steps)
    if not _label(clause.label):
        own = _quoted(clause.heading, clause.text)
        return f"{said}“{own}”" if own else said.rstrip(_MARKS) or None
    alone = len(steps) == 1 and said[-1] in _MARKS  # 三、 does not read well by itself in a sentence
    if alone and clause.heading and len(clause.heading) <= _SHORT:
        return said + clause.heading
    own = _quoted(clause.heading, clause.text) if alone or _repeats(clause) else ""
    return f"{said if alone else said.rstrip(_MARKS)}“{own}”" if own else said.rstrip(_MARKS)


def locator_en(clause: Clause, translation: Translation | None) -> str | None:
    """The same in English, for sentences and links: Article 7, Section III (2)(1), Box 1."""
    said = _with_words(clause, translation, _WHOLE_WORDS)
    return said and said[0].upper() + said[1:]


def short_locator_en(clause: Clause, translation: Translation | None) -> str | None:
    """The same as citations abbreviate it: art. 7, sec. III(2)(1), box 1."""
    return _with_words(clause, translation, _SHORT_WORDS)


@lru_cache(maxsize=4096)  # a pure function; pages name a clause many times
def label_zh(label: str | None, kind: Kind = Kind.ITEM) -> str:
    """A label by which to name a clause: 第七条, 三、, 脚注1; empty for a dash, which tells nothing apart."""
    own = _label(label)
    return _step_zh(PrintedLabel(own, kind)) if own else ""


@lru_cache(maxsize=4096)  # a pure function
def label_en(label: str | None, kind: Kind = Kind.ITEM) -> str:
    """The same before English: Article 7, III., (2), Drafting note."""
    own = _label(label)
    if not own:
        return ""
    said = _worded(PrintedLabel(own, kind), _WHOLE_WORDS)
    if said:
        return said[0].upper() + said[1:]
    number = _number(own)
    if own[0] in _OPENING:
        return f"({number})"
    return f"{number})" if own[-1] in "）)" else f"{number}." if own[-1] in _MARKS else number


class _Words(NamedTuple):
    """How English names units, by what they are called in Chinese, and what stands between such a name and a number in
    brackets."""

    units: dict[str, str]
    between: str


def _with_words(clause: Clause, translation: Translation | None, words: _Words) -> str | None:
    """The locator in English; a clause is named by its Chinese words where nobody has translated it."""
    said = _in_english(_steps(clause), whole=words is _WHOLE_WORDS)
    if _label(clause.label) and not _repeats(clause):
        return said
    own = _quoted(clause.heading, clause.text)
    if translation is not None:
        own = _quoted(translation.heading, translation.text, words=True)
    return ", ".join(filter(None, (said, f"“{own}”" if own else ""))) or None


def _steps(clause: Clause) -> tuple[PrintedLabel, ...]:
    """The labels that name a clause, the top one first."""
    steps: list[PrintedLabel] = []
    for printed, kind in (PrintedLabel(clause.label or "", clause.kind), *reversed(clause.above)):
        if label := _label(printed):
            steps.append(PrintedLabel(label, kind))
            if kind in _WHOLE:
                break
    return tuple(reversed(steps))


def _repeats(clause: Clause) -> bool:
    """Whether an earlier clause of the text prints the same labels."""
    return "-" in clause.id and any(step.repeat > 1 for step in ids.read(clause.id))


@lru_cache(maxsize=4096)  # a pure function; a page names many clauses, and their labels are few
def _label(printed: str | None) -> str:
    """A label as printed, without white space; empty for a dash, which tells nothing apart."""
    label = "".join((printed or "").split())
    return label if label and _WORD(label) else ""


def _quoted(heading: str | None, text: str, *, words: bool = False) -> str:
    """What names a clause without a label of its own: its heading, or its first words."""
    if heading:
        return " ".join(heading.split()).translate(_INNER)
    first = text.strip().partition("\n")[0].translate(_INNER)
    length = _FIRST * 3 if words else _FIRST
    if len(first) <= length:
        return first.rstrip(_EDGES)
    cut = beginning(first, length)
    return (cut.rpartition(" ")[0] or cut if words else cut).rstrip(_EDGES) + "…"


def _in_chinese(steps: tuple[PrintedLabel, ...]) -> str:
    """Labels one behind the other, a space where two numbers would read as one: 专栏1 1, not 专栏11."""
    said = ""
    for step in steps:
        own = _step_zh(step)
        said += f" {own}" if _OPEN_NUMBER(said) and own[0].isdigit() else own
    return said


def _step_zh(step: PrintedLabel) -> str:
    return f"脚注{_bare(step.label)}" if step.kind is Kind.FOOTNOTE else step.label


@lru_cache(maxsize=1024)  # a pure function; most articles have the numbers of others
def _in_english(steps: tuple[PrintedLabel, ...], *, whole: bool) -> str:
    """Labels in English: the first with the word for what it is, numbers below it in brackets."""
    words = _WHOLE_WORDS if whole else _SHORT_WORDS
    said = ""
    for step in steps:
        if worded := _worded(step, words):
            said += f"{', ' if said else ''}{worded}"
        elif said:
            said += f"{'' if said[-1] == ')' else words.between}({_number(step.label)})"
        else:
            said += f"{words.units['节']} {_number(step.label)}"
    return said


def _worded(step: PrintedLabel, words: _Words) -> str:
    """A label that English names by a word: Article 15-1, drafting note; empty for a mere number."""
    if step.kind in _NAMED:
        number = f" {_number(step.label)}" if step.kind is Kind.FOOTNOTE else ""
        return f"{_NAMED[step.kind]}{number}"
    found = _WORDED.fullmatch(step.label)
    word = words.units.get(found["unit"] or found["word"] or "") if found else None
    if not found or not word:
        return ""
    branch = f"-{_number(found['branch'])}" if found["branch"] else ""
    return f"{word} {_number(found['number'] or found['word_number'])}{branch}".rstrip()


def _number(printed: str) -> str:
    """A printed number in digits, 三、 in Roman ones, by which it differs from a 3. below it; what is no number as it is
    printed, without its brackets and marks."""
    bare = _bare(printed)
    value = parse_numeral(bare)
    if value is None:
        return bare
    return print_roman(value) if printed[-1:] in _MARKS and not bare.isdecimal() else str(value)


def _bare(printed: str) -> str:
    """A label without its brackets and marks."""
    return printed.strip(_MARKS + "（）()〔〕【】[]［］")


_WHOLE = (Kind.ARTICLE, Kind.BOX)
"""Kinds of clauses whose labels are unique in a text: nothing above them is named."""

_WORD = regex(r"\w").search
_OPEN_NUMBER = regex(r"\d[.．]?$").search
_SHORT = 24
_FIRST = 16
_OPENING = "（(〔【[［"
_MARKS = "、.．﹒，：: "
_INNER = str.maketrans("“”", "‘’")
_EDGES = "，、；：。,;:. "


_NAMED = {Kind.NOTE: "drafting note", Kind.FOOTNOTE: "footnote"}
"""Clauses that English names by what they are, whatever their label says."""


_WHOLE_WORDS = _Words(
    {
        "编": "Part", "章": "Chapter", "节": "Section", "条": "Article", "款": "Paragraph", "项": "Item", "目": "Item",
        "部分": "Part", "专栏": "Box", "附件": "Annex", "附": "Annex", "附录": "Annex", "表": "Table",
    },
    " ",
)  # fmt: skip
_SHORT_WORDS = _Words(
    {
        "编": "pt.", "章": "chap.", "节": "sec.", "条": "art.", "款": "para.", "项": "item", "目": "item", "部分": "pt.",
        "专栏": "box", "附件": "annex", "附": "annex", "附录": "annex", "表": "table",
    },
    "",
)  # fmt: skip
_WORDED = regex(
    r"(?:第(?P<number>[^编章节条款项目部之]+)(?P<unit>编|章|节|条|款|项|目|部分)(?:之(?P<branch>.+))?"
    r"|(?P<word>专栏|附件|附录|附|表)(?P<word_number>.*))[、.．：:]?"
)
