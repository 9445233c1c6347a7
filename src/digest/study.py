"""Texts nobody prepared: from a file to its clause tree and rows, without a policy around it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.document import Document
from digest.model.problem import Problem
from digest.pages.rows import clause_row
from digest.parse import parse
from digest.read.source import read_source
from digest.report.records import records

_FACTS = ("instruments", "targets", "agencies", "citations")


class Study(NamedTuple):
    """What became of a file; ``document`` is None when it holds no text."""

    path: Path
    document: Document | None
    problems: tuple[Problem, ...]


def study(path: Path) -> Study:
    """Read and parse one file. Problems: those of ``read_source`` and ``parse``."""
    source, problems = read_source(path)
    if source is None:
        return Study(path, None, problems)
    document, found = parse(source, slug_of(path))
    return Study(path, document, (*problems, *found))


def study_rows(studied: Study, *, facts: bool) -> Mapping[str, Any]:
    """A study in the form of the bulk data: document, clauses, problems and, if asked for, facts."""
    slug = slug_of(studied.path)
    document = studied.document
    clauses = [clause_row(slug, clause, None, "") for clause in document.clauses] if document else []
    return {
        "document": {
            "id": slug,
            "path": studied.path.as_posix(),
            "encoding": document.source.encoding if document else None,
            "source_sha256": document.source.sha256 if document else None,
        },
        "clauses": clauses,
        **({name: [] for name in _FACTS} if facts else {}),
        "problems": records(studied.problems),
    }


def slug_of(path: Path) -> str:
    """A name for the text of a file that can stand in an address: ``My Text.txt`` -> ``my-text``."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "text"
