"""Drafts from a program that translates: what it is asked, and what its answers become."""

import json
from collections.abc import Iterable, Iterator, Sequence

from digest.model.phrases import about
from digest.model.problem import Problem, problem
from digest.model.vocabulary import GlossaryTerm
from digest.translate.exchange.rows import ExchangeRow


def requests(rows: Iterable[ExchangeRow], glossary: Sequence[GlossaryTerm]) -> Iterator[str]:
    """One JSON object a line for each entry without English: ``doc``, ``id``, ``zh`` (heading, empty line, text),
    ``terms``, the English to use for the terms that stand in it; of a phrase also ``about``, what it is."""
    for row in rows:
        if row.state == "missing":
            terms = {term.zh: term.en for term in glossary if term.zh in row.zh}
            asked = {"doc": row.doc, "id": row.id, "zh": row.zh, "terms": terms}
            if said := about(row.id):
                asked["about"] = said
            yield json.dumps(asked, ensure_ascii=False)


def answers(
    lines: Iterable[str], asked: Iterable[ExchangeRow], command: str
) -> tuple[tuple[ExchangeRow, ...], tuple[Problem, ...]]:
    """The drafts in the program's answer, a JSON object a line with ``doc``, ``id`` and ``en``.

    They are machine drafts whatever they say. Problems: T803 a line that is no answer to what was asked.
    """
    open_rows = {(row.doc, row.id): row for row in asked if row.state == "missing"}
    drafts, problems = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        draft = _draft(line, open_rows)
        if draft is None:
            problems.append(problem("T803", command, line=number, answer=line[:80]))
        else:
            drafts.append(draft)
    return tuple(drafts), tuple(problems)


def _draft(line: str, open_rows: dict[tuple[str, str], ExchangeRow]) -> ExchangeRow | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not isinstance(said.get("en"), str) or not said["en"].strip():
        return None
    row = open_rows.get((str(said.get("doc")), str(said.get("id"))))
    return ExchangeRow(row.doc, row.id, "machine", row.zh, said["en"]) if row else None
