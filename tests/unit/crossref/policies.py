"""Small policies for the tests of matching: each clause a line ``heading|text``."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from digest.crossref.features import FeatureReader
from digest.crossref.themes import ThemeFinder
from digest.model.corpus import Jurisdiction, Policy, Relation, Stated
from digest.model.ledger import Ledger
from digest.read.word_lists import MATCHING, THEMES, read_vocabulary, read_words
from digest.text.segmenter import segmenter
from labelled_fields import policy_of

CONTENT = Path(__file__).parents[3] / "content"
PLACES: Mapping[str, Jurisdiction] = {
    code: Jurisdiction(code, code, code, level, parent)
    for code, level, parent in (
        ("000000", "nation", None),
        ("990000", "province", "000000"),
        ("990100", "prefecture", "990000"),
        ("990101", "county", "990100"),
        ("990102", "county", "990100"),
    )
}


def reader() -> FeatureReader:
    """What acts are read with, from the word lists of the site."""
    words, _ = read_words(CONTENT, CONTENT, MATCHING)
    themes, _ = read_words(CONTENT, CONTENT, THEMES)
    assert words is not None
    assert themes is not None
    return FeatureReader(segmenter(), ThemeFinder(themes.themes, words), words)


def policy(
    slug: str,
    *rows: str,
    place: str | None = None,
    relations: tuple[Relation, ...] = (),
    aliases: Mapping[str, str] | None = None,
) -> Policy:
    """A policy with clauses 1, 2, ... and what is found in them."""
    vocabulary, _ = read_vocabulary(CONTENT, CONTENT)
    assert vocabulary is not None
    text = "".join(
        f"第{'一二三四五六七八九十'[at]}条 {row.replace('|', '。')}\n" for at, row in enumerate(rows)
    )
    made = policy_of(slug, text, vocabulary)
    meta = replace(
        made.meta,
        jurisdiction=Stated(place, "inferred" if place else "unknown"),
        relations=relations,
    )
    return replace(made, meta=meta, ledger=Ledger(aliases=aliases or {}))
