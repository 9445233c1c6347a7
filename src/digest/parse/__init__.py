"""The parse stage: a source text to a tree of clauses, never failing on any text.

What is true afterwards: the tokens of the document cover the source exactly; every character that
is not white space stands in exactly one clause or in an artefact; ids are unique; parents stand
before their children; every repair and every break in the numbering is a Problem with its place.
"""

from digest.model.document import Document
from digest.model.problem import Problem, problem_at
from digest.model.source import Source, Span
from digest.parse.assemble import assemble
from digest.parse.body import walk
from digest.parse.lines import Cut, find_cuts, source_spans, split_lines
from digest.parse.resolve import resolve_headings
from digest.parse.sequence import check_document
from digest.parse.starts import split_starts
from digest.parse.state import Walk

__all__ = ["parse", "unparse"]

_CUT_CODES = {"residue": "P103", "markup": "P103", "page": "P104", "web": "P105"}


def parse(source: Source, slug: str = "") -> tuple[Document, tuple[Problem, ...]]:
    """The clause tree of a text, and what is odd about the text, by place.

    Never raises on a text, however broken. Problems: P1.. repairs, P2.. numbering, P3.. parts
    without content, P4.. characters.
    """
    lines, cuts = split_lines(source.text, find_cuts(source.text))
    lines = split_starts(lines, cuts)
    state = walk(lines, cuts)
    cuts = sorted(state.cuts)
    resolve_headings(state.drafts, state.lines)
    document = assemble(slug, source, state.lines, cuts, state.drafts)
    found = [*_repairs(source, cuts), *_findings(source, state), *check_document(document)]
    return document, tuple(sorted(found, key=lambda p: (p.line, p.column, p.code)))


def unparse(document: Document) -> str:
    """The source text, put together again from the tokens."""
    return "".join(document.source.text[token.start : token.end] for token in document.tokens)


def _repairs(source: Source, cuts: list[Cut]) -> list[Problem]:
    """One Problem for each stretch set aside; what a web page wraps around a text only once."""
    found, seen_web = [], False
    for cut in cuts:
        code = _CUT_CODES.get(cut.what)
        if code and not (cut.what == "web" and seen_web):
            found.append(
                problem_at(code, source, Span(cut.start, cut.end), text=source.text[cut.start : cut.end][:40])
            )
            seen_web = seen_web or cut.what == "web"
    return found


def _findings(source: Source, state: Walk) -> list[Problem]:
    found = []
    for code, ref, values in state.findings:
        spans = source_spans(state.lines[ref.line], ref.start, ref.end, state.cuts)
        if spans:
            found.append(problem_at(code, source, spans[0], **values))
    return found
