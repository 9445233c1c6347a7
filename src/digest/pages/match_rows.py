"""The rows of matches and themes in the bulk data."""

from collections.abc import Iterator

from digest.model.corpus import Corpus
from digest.model.page import Row


def match_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a pair of clauses, sorted by policies and ids."""
    for match in corpus.matches:
        yield {
            "a_doc": match.a_doc,
            "a_clause": match.a_clause,
            "b_doc": match.b_doc,
            "b_clause": match.b_clause,
            "grade": match.grade,
            "score": match.score,
            "theme": match.theme,
            "reasons": list(match.reasons),
            "evidence_a": match.evidence_a,
            "evidence_b": match.evidence_b,
            "decided_by": match.decided_by,
            "wording": match.wording,
            "substance": match.substance,
            "relation": match.relation,
        }


def theme_rows(corpus: Corpus) -> Iterator[Row]:
    """One row a theme, with its measures, in the order of content/themes.toml."""
    for theme in corpus.themes:
        members = corpus.theme_members.get(theme.id, ())
        yield {
            "id": theme.id,
            "name_zh": theme.zh,
            "name_en": theme.en,
            "members": [
                {"doc": member.doc, "clause": member.clause, "grade": member.grade, "score": member.score}
                for member in members
            ],
            "stip": list(theme.stip),
            "side": theme.side,
        }
