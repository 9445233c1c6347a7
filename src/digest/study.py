"""Texts nobody prepared: from a file to its clause tree and rows, without a policy around it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from digest.crossref.citations import catalogue, resolve
from digest.enrich import find_facts
from digest.enrich.clause_references import check_references
from digest.enrich.document_facts import propose_facts
from digest.enrich.places import places_of
from digest.model.document import Document
from digest.model.page import Row
from digest.model.problem import Problem
from digest.model.vocabulary import DocumentWords, Vocabulary
from digest.output.records import records
from digest.pages.fact_rows import FACTS, fact_rows
from digest.pages.rows import clause_row
from digest.parse import parse
from digest.read.jurisdictions import read_jurisdictions
from digest.read.source import read_policy_text
from digest.read.word_lists import GENRES, read_vocabulary, read_words
from digest.resources import starter_content
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer


class Lists(NamedTuple):
    """What is known beforehand: the words that mark facts, and the places."""

    vocabulary: Vocabulary
    jurisdictions: Gazetteer


def read_lists(content: Path) -> tuple[Lists | None, tuple[Problem, ...]]:
    """The lists of a content folder, each from the program's own where the folder has none.

    Problems: those of ``read_vocabulary`` and ``read_jurisdictions``.
    """
    starter = starter_content()
    vocabulary, problems = read_vocabulary(content, starter)
    places, more = read_jurisdictions(content)
    if vocabulary is None or places is None:
        return None, (*problems, *more)
    return Lists(vocabulary, Gazetteer(places)), (*problems, *more)


class Study(NamedTuple):
    """What became of a file; ``document`` is None when it holds no text."""

    path: Path
    document: Document | None
    problems: tuple[Problem, ...]


def read_title_words(content: Path) -> tuple[DocumentWords | None, tuple[Problem, ...]]:
    """The words that the parser needs, as ``read_lists`` finds them. Problems: those of ``read_words``."""
    return read_words(content, starter_content(), GENRES)


def study(path: Path, words: DocumentWords) -> Study:
    """Read and parse one file. Problems: those of ``read_policy_text``, ``parse`` and ``check_references``."""
    source, problems = read_policy_text(path)
    if source is None:
        return Study(path, None, problems)
    document, found = parse(source, words, slug_of(path))
    return Study(path, document, (*problems, *found, *check_references(document)))


def study_rows(studied: Study, lists: Lists | None = None) -> Mapping[str, Any]:
    """A study in the form of the bulk data: document, clauses, problems and, with ``lists``, facts."""
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
        **(_facts(document, lists) if lists else {}),
        "problems": records(studied.problems),
    }


def _facts(document: Document | None, lists: Lists) -> dict[str, list[Row]]:
    """The rows of facts by table. Of its citations, only those that mean the text itself lead anywhere."""
    rows: dict[str, list[Row]] = {table: [] for table in FACTS}
    if document is None:
        return rows
    proposed = propose_facts(document, lists.vocabulary.documents)
    titles = [title for title in (proposed.title.value, proposed.inner_title.value) if title]
    named = propose_place(
        titles, proposed.issuers.value or (), lists.jurisdictions, lists.vocabulary.agencies.place_words
    )
    places = places_of(named.code if named else None, lists.jurisdictions, named)
    nothing_else = catalogue(())
    for clause, facts in find_facts(document, lists.vocabulary, places).items():
        resolutions = [resolve(citation, document.slug, nothing_else) for citation in facts.citations]
        for table in FACTS:
            rows[table] += fact_rows(table, document.slug, clause, facts, resolutions)
    return rows


def slug_of(path: Path) -> str:
    """A name for the text of a file that can stand in an address: ``My Text.txt`` -> ``my-text``."""
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "text"
