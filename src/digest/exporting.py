"""The bulk data without the site around it: single tables, the database, policies in Akoma Ntoso."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from digest.model.corpus import Corpus
from digest.model.page import DataFile
from digest.model.problem import Problem, problem
from digest.pages.akoma import akoma_ntoso
from digest.pages.data import DATABASE, TABLES, make_tables
from digest.pages.data import FORMS as TABLE_FORMS
from digest.publish.write import write_file
from digest.render.data import data_file
from digest.render.xml import xml_file

FORMS = (*TABLE_FORMS, "sqlite", "akn")
"""The forms of an export."""


def exportable(corpus: Corpus, form: str) -> tuple[str, ...]:
    """What can be exported one by one: tables, in Akoma Ntoso policies; a database is whole."""
    if form == "akn":
        return tuple(policy.meta.slug for policy in corpus.policies)
    return () if form == "sqlite" else tuple(kind.name for kind in TABLES)


def export(corpus: Corpus, form: str, names: Sequence[str] = ()) -> Mapping[str, bytes]:
    """Files by name; of those that are ``exportable``, the named ones, or all."""
    if form == "sqlite":
        return {DATABASE: data_file(DataFile(form, tuple(make_tables(corpus))))}
    if form == "akn":
        return {
            f"{slug}.xml": xml_file(root) for slug, root in akoma_ntoso(corpus) if slug in (names or {slug})
        }
    return {
        f"{table.name}.{form}": data_file(DataFile(form, (table,)))
        for table in make_tables(corpus)
        if table.name in (names or {table.name})
    }


def write_export(files: Mapping[str, bytes], output: Path) -> tuple[Problem, ...]:
    """Write the files into a folder, which is made where there is none. Problems: B101."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_file(output / name, content)
    except OSError as error:
        return (problem("B101", str(error.filename or output), reason=error.strerror or error),)
    return ()
