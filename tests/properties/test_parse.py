"""What is true of every text, whatever it holds."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from digest.model.document import Document, Role
from digest.parse import unparse
from digest.text import ids
from digest.text.radicals import read_through
from odd_texts import ODD_TEXTS
from parsing import parsed


@given(ODD_TEXTS | st.text(max_size=200))
@example("")
@example("\ufeff")
@example("第一条\n")
@example("[0: a\n]")
@example("\r")
@example("第二条[0: 注]。第三条 乙")
@example("专栏1：**(三)---\n**第十五条之一<p>⼀、某市公报\n第三节12﹒— 1 —目录\n\n》---\n某市公报\n第三节")
def test_every_character_is_kept_once(text: str) -> None:
    document, problems = parsed(text)
    assert unparse(document) == text
    assert all(a.end == b.start for a, b in pairwise(document.tokens))
    for token in document.tokens:
        part = text[token.start : token.end]
        assert part
        assert (token.clause >= 0) == (token.role not in {Role.ARTEFACT, Role.SPACE})
        if token.role is Role.SPACE:
            assert not part.strip()
    for found in problems:
        assert 1 <= found.line <= text.count("\n") + 1
        assert found.message
        assert found.hint


@given(ODD_TEXTS)
def test_the_tree_is_sound(text: str) -> None:
    document, _ = parsed(text)
    seen: dict[str, int] = {}
    for order, clause in enumerate(document.clauses):
        assert clause.order == order
        assert clause.id not in seen
        assert clause.depth == (seen[clause.parent] + 1 if clause.parent else 1)
        assert ids.write(ids.read(clause.id)) == clause.id
        seen[clause.id] = clause.depth
        _check_pieces(document, order)


def _check_pieces(document: Document, order: int) -> None:
    clause, text = document.clauses[order], read_through(document.source.text)
    for piece in clause.pieces:
        assert (
            clause.text[piece.at : piece.at + piece.length] == text[piece.start : piece.start + piece.length]
        )
    tokens = "".join(
        text[t.start : t.end] for t in document.tokens if t.clause == order and t.role is Role.TEXT
    )
    assert tokens.replace("\t", "") == clause.text.translate({ord("\n"): None, ord("\t"): None})
    label = "".join(
        text[t.start : t.end] for t in document.tokens if t.clause == order and t.role is Role.LABEL
    )
    assert label == (clause.label or "")
