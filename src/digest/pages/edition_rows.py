"""The rows of editions in the bulk data: what became of the clauses of policies that others supersede."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from digest.model.corpus import Corpus
from digest.model.page import Row
from digest.model.published import CLAUSE_ID, SLUG, Zh, one_of
from digest.pages.columns import columns_of, row_of


class _Figure(NamedTuple):
    """A figure that differs."""

    old: Annotated[
        str,
        "as the earlier text prints it; empty where it has none in its place",
        Zh("原文本中的数字；没有对应数字的为空"),
    ]
    new: Annotated[str, "the same of the later text", Zh("新文本中的数字；没有对应数字的为空")]


class _EditionRow(NamedTuple):
    """A clause and the one of a later edition that continues its wording."""

    doc: Annotated[str, "slug of the earlier policy", Zh("原文本的代号"), SLUG]
    clause: Annotated[str, "id of its clause", Zh("其条款的编号"), CLAUSE_ID]
    later_doc: Annotated[
        str,
        "slug of the policy that supersedes it, itself or through others; a draft counts",
        Zh("取代它的政策的代号，直接取代或经由其他文件；草案也计算在内"),
        SLUG,
    ]
    later_clause: Annotated[str, "id of its clause", Zh("其条款的编号"), CLAUSE_ID]
    how: Annotated[
        str,
        "merged: its words stand in a clause that continues another; split: the words of the later clause stood in one that "
        "another continues",
        Zh(
            "same 为文字未变，reworded 为有改动；merged：其文字并入延续另一条款的条款；split：后一条款的文字原在由另一条款延续的条款中"
        ),
        one_of("same", "reworded", "merged", "split"),
    ]
    figures: Annotated[
        tuple[_Figure, ...],
        "figures that differ, in order; only where it is reworded",
        Zh("不同的数字，按顺序；只有文字有改动的才有"),
    ]


EDITION_COLUMNS = columns_of(_EditionRow)


def edition_rows(corpus: Corpus) -> Iterator[Row]:
    """One row for each two clauses, by the slugs of the editions, in the order of the later text."""
    for (old, new), beside in sorted(corpus.editions.beside.items()):
        for each in beside.continued:
            figures = tuple(_Figure(*figure) for figure in each.figures)
            yield row_of(EDITION_COLUMNS, _EditionRow(old, each.old, new, each.new, each.how, figures))
