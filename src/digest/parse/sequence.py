"""What the finished tree shows: counts that are stated but wrong, clauses without words, characters
that hide something. The numbering itself is checked where it is read (see ``nesting``)."""

from collections.abc import Iterator

from digest.model.document import Clause, Document, Kind
from digest.model.problem import Problem, problem_at
from digest.model.source import Span
from digest.regex import regex
from digest.text.dates import DATE, parse_date
from digest.text.money import doubtful_figures
from digest.text.numerals import parse_numeral
from digest.text.radicals import read_through

_DATE = regex(DATE)
_COUNT = regex(r"共([一二三四五六七八九十百\d]{1,4})(条|章|个?章节)")
# Direction marks, zero-width and control characters, private use, radicals that stand for characters.
_HIDDEN = {
    "P401": "[\u202a-\u202e\u2066-\u2069]+",
    "P402": "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff\u00ad]+",
    "P403": "[\ue000-\uf8ff]+",
    "P404": "[\u2e80-\u2fd5\uf900-\ufad9]+",
}
_ANY_HIDDEN = regex("|".join(f"(?P<{code}>{characters})" for code, characters in _HIDDEN.items()))


def check_document(document: Document) -> Iterator[Problem]:
    """Problems of the whole text, in reading order within each kind."""
    if not any(clause.label for clause in document.clauses):
        yield problem_at("P301", document.source, Span(0, 1))
    yield from _stated_counts(document)
    for clause in document.clauses:
        if clause.placeholder:
            yield problem_at(
                "P303", document.source, clause.source_span(0, len(clause.text)), text=clause.text[:40]
            )
        if clause.kind is Kind.ARTICLE and not clause.text and not clause.heading:
            children = any(other.parent == clause.id for other in document.clauses)
            if not children:
                yield problem_at("P304", document.source, _label_span(document, clause), label=clause.label)
    yield from _hidden_characters(document)
    for clause in document.clauses:
        for start, end in doubtful_figures(clause.prose):  # the cells of a table are reported as such
            span = clause.source_span(start, end)
            yield problem_at("P405", document.source, span, printed=" ".join(clause.text[start:end].split()))
    for match in _DATE.finditer(document.source.text):
        if parse_date(match[0]) is None:
            yield problem_at("P406", document.source, Span(*match.span()), printed="".join(match[0].split()))


def _stated_counts(document: Document) -> Iterator[Problem]:
    for clause in document.clauses:
        first, last = clause.lines
        start = document.source.line_starts[first - 1]
        stop = document.source.line_starts[last] if last < len(document.source.line_starts) else None
        if stop is not None and stop - start > 2000:
            continue
        for match in _COUNT.finditer(document.source.text, start, stop or len(document.source.text)):
            stated, unit = parse_numeral(match[1]), match[2][0]
            found = sum(_is_counted(other, unit) for other in _below(document, clause))
            if found and found != stated:
                yield problem_at("P206", document.source, Span(*match.span()), stated=match[0], found=found)


def _below(document: Document, clause: Clause) -> Iterator[Clause]:
    inside = {clause.id}
    for other in document.clauses[clause.order + 1 :]:
        if other.parent not in inside:
            if other.depth <= clause.depth:
                return
            continue
        inside.add(other.id)
        yield other


def _is_counted(clause: Clause, unit: str) -> bool:
    return clause.label is not None and clause.label.startswith("第") and clause.label.rstrip().endswith(unit)


def _label_span(document: Document, clause: Clause) -> Span:
    start = document.source.line_starts[clause.lines[0] - 1]
    at = document.source.text.find(clause.label or "", start)
    return Span(max(at, start), max(at, start) + len(clause.label or ""))


def _hidden_characters(document: Document) -> Iterator[Problem]:
    """Each place of what can disguise a word or spoil a figure; of what is read through, the first, with their number."""
    text = document.source.text
    if text.isascii():
        return
    first: dict[str, Span] = {}
    met: dict[str, dict[str, int]] = {code: {} for code in _READ_THROUGH}
    for match in _ANY_HIDDEN.finditer(text):
        code, span = match.lastgroup or "", Span(*match.span())
        if match[0] == "\ufeff" and match.start() == 0:
            continue
        if code in met:
            first.setdefault(code, span)
            for character in match[0]:
                met[code][character] = met[code].get(character, 0) + 1
        else:
            yield problem_at(code, document.source, span, characters=_named(match[0]))
    for code, span in first.items():
        found = met[code]
        values = {"read": read_through("".join(found))[:_SHOWN]} if code == "P404" else {}
        count = sum(found.values())
        yield problem_at(
            code, document.source, span, characters=_named("".join(found)), count=count, **values
        )


_READ_THROUGH = ("P402", "P404")
_SHOWN = 4


def _named(characters: str) -> str:
    """The code points of the first few: U+2F00 U+2F06."""
    return " ".join(f"U+{ord(character):04X}" for character in characters[:_SHOWN])
