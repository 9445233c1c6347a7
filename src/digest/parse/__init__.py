"""The parse stage: a source text to a tree of clauses, never failing on any text.

What is true afterwards: the tokens of the document cover the source exactly; every character that
is not white space stands in exactly one clause or in an artefact; ids are unique; parents stand
before their children; every repair and every break in the numbering is a Problem with its place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from digest.model.document import Document
from digest.model.problem import Problem, problem_at
from digest.model.source import LineRule, Source, Span
from digest.model.vocabulary import DocumentWords
from digest.parse.assemble import assemble
from digest.parse.body import walk
from digest.parse.forms import LineForms
from digest.parse.lines import Line, split_lines
from digest.parse.pages import set_aside_pages
from digest.parse.quotes import quoted_lines
from digest.parse.reading import Cut, Reading, read
from digest.parse.resolve import resolve_headings
from digest.parse.sequence import check_document
from digest.parse.starts import split_starts
from digest.parse.state import Walk
from digest.parse.tables import mark_tables

__all__ = ["parse", "unparse"]

_CUT_CODES = {"residue": "P103", "markup": "P103", "page": "P104", "ruled": "P108"}


def parse(
    source: Source, words: DocumentWords, slug: str = "", rules: Sequence[LineRule] = ()
) -> tuple[Document, tuple[Problem, ...]]:
    """The clause tree of a text, and what is odd about the text, by place.

    ``words`` end titles and signatures; ``rules`` are an editor's for single lines. Never raises on a text, however
    broken. Problems: P1.. repairs, P2.. numbering, P3.. parts without content, P4.. characters.
    """
    reading, cuts = read(source.text)
    lines, around = split_lines(reading, source, rules)
    pages = set_aside_pages(lines, reading, printed=any(cut.what == "print" for cut in around))
    cuts = sorted([*cuts, *around, *pages.cuts])
    quoted = quoted_lines(pages.lines)
    marked = mark_tables(pages.lines, quoted)
    state = walk(split_starts(marked, quoted), LineForms(words))
    resolve_headings(state.drafts, state.lines)
    document = assemble(slug, source, reading, state.lines, cuts, state.drafts)
    doubts = _doubts(source, reading, pages.doubtful)
    found = [*_repairs(source, cuts), *doubts, *_findings(source, reading, state), *check_document(document)]
    return document, tuple(sorted(found, key=lambda p: (p.line, p.column, p.code)))


def unparse(document: Document) -> str:
    """The source text, put together again from the tokens."""
    return "".join(document.source.text[token.start : token.end] for token in document.tokens)


def _repairs(source: Source, cuts: list[Cut]) -> Iterator[Problem]:
    """What was set aside, in its words: each mark by itself, what stands around a text by the stretch, what pages
    repeat once with the number of times."""
    repeated = Counter(_words(source, cut) for cut in cuts if cut.what in _PRINTED)
    seen: set[str] = set()
    for cut in _stretches(source, cuts):
        words = _words(source, cut)
        if cut.what in _PRINTED:
            if words not in seen:
                seen.add(words)
                yield problem_at("P106", source, Span(cut.start, cut.end), text=words, count=repeated[words])
        elif cut.what in _AROUND:
            yield problem_at("P105", source, Span(cut.start, cut.end), text=words, number=_line(source, cut))
        elif code := _CUT_CODES.get(cut.what):
            yield problem_at(
                code, source, Span(cut.start, cut.end), text=words[:40], number=_line(source, cut)
            )


_PRINTED = ("print", "header")
_AROUND = ("web", "matter")


def _stretches(source: Source, cuts: list[Cut]) -> Iterator[Cut]:
    """The cuts, with those of a web page that follow each other as one."""
    held: Cut | None = None
    for cut in cuts:
        if held and cut.what in _AROUND and not source.text[held.end : cut.start].strip():
            held = Cut(held.start, cut.end, "web")
            continue
        if held:
            yield held
        held = cut if cut.what in _AROUND else None
        if held is None:
            yield cut
    if held:
        yield held


def _words(source: Source, cut: Cut) -> str:
    return " ".join(source.text[cut.start : cut.end].split())


def _line(source: Source, cut: Cut | Span) -> int:
    """The line in which something begins, as rules under [[lines]] count."""
    return source.place(cut.start).line


def _doubts(source: Source, reading: Reading, lines: list[Line]) -> Iterator[Problem]:
    for line in lines:
        span = reading.whole(line.start, line.end)
        yield problem_at("P107", source, span, text=line.text, number=_line(source, span))


def _findings(source: Source, reading: Reading, state: Walk) -> Iterator[Problem]:
    for code, ref, values in state.findings:
        at = state.lines[ref.line].start
        yield problem_at(code, source, reading.spans(at + ref.start, at + ref.end)[0], **values)
