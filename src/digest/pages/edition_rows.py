"""The rows of editions in the bulk data: what became of the clauses of policies that others supersede."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from digest.model.corpus import Corpus
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, one_of
from digest.pages.columns import columns_of, row_of


class _Figure(NamedTuple):
    """A figure that differs."""

    old: Annotated[str, "as the earlier text prints it; empty where it has none in its place"]
    new: Annotated[str, "the same of the later text"]


@dataclass(frozen=True, slots=True)
class _EditionRow:
    """A clause and the one of a later edition that continues its wording."""

    doc: Annotated[str, "slug of the earlier policy", SLUG]
    clause: Annotated[str, "id of its clause", CLAUSE_ID]
    later_doc: Annotated[
        str, "slug of the policy that supersedes it, itself or through others; a draft counts", SLUG
    ]
    later_clause: Annotated[str, "id of its clause", CLAUSE_ID]
    how: Annotated[
        str,
        "merged: its words stand in a clause that continues another; split: the words of the later clause stood in one that "
        "another continues",
        one_of("same", "reworded", "merged", "split"),
    ]
    figures: Annotated[tuple[_Figure, ...], "figures that differ, in order; only where it is reworded"]


EDITION_COLUMNS = columns_of(_EditionRow)


def edition_rows(corpus: Corpus) -> Iterator[Row]:
    """One row for each two clauses, by the slugs of the editions, in the order of the later text."""
    for (old, new), beside in sorted(corpus.editions.beside.items()):
        for each in beside.continued:
            figures = tuple(_Figure(*figure) for figure in each.figures)
            yield row_of(EDITION_COLUMNS, _EditionRow(old, each.old, new, each.new, each.how, figures))
