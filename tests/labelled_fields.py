"""Labelled fields: policies of different places on one subject, and the pairs of their clauses that readers graded.

A folder of tests/labelled/matching is a field; the README there explains the files.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.model.corpus import Policy, PolicyMeta, Stated
from digest.model.source import Source
from digest.model.vocabulary import Vocabulary
from digest.parse import parse

Pair = tuple[str, str]
"""Two clauses, each slug#id, the first by slug first."""


@dataclass(frozen=True, slots=True)
class Field:
    """``graded`` are the pairs both readers grade alike (1 where one says 2 and one 1), ``disputed`` those left out."""

    name: str
    zh: str
    held_out: bool
    texts: Mapping[str, str]
    titles: Mapping[str, str | None]
    graded: Mapping[Pair, int]
    disputed: frozenset[Pair]
    measures: frozenset[str]
    scope: frozenset[tuple[str, str]]
    readings: tuple[tuple[str, str], ...]

    def counts(self, pair: Pair) -> bool:
        """Whether a pair is scored."""
        docs = pair[0].split("#")[0], pair[1].split("#")[0]
        inside = not self.measures or self.measures.issuperset(pair)
        return pair not in self.disputed and inside and (not self.scope or docs in self.scope)


def read_fields(folder: Path) -> Iterator[Field]:
    """The fields of a folder, by name."""
    for file in sorted(folder.glob("*/field.toml")):
        yield _read_field(file)


def _read_field(file: Path) -> Field:
    table = tomllib.loads(file.read_text("utf-8"))
    texts = {
        row["slug"]: (file.parent / row.get("file", f"{row['slug']}.txt")).read_text("utf-8")
        for row in table["policy"]
    }
    rows = [line.split("\t") for line in (file.parent / "pairs.tsv").read_text("utf-8").splitlines()]
    graded, disputed = {}, set()
    for a, b, one, other in rows:
        if "?" in (one, other) or (one == "0") != (other == "0"):
            disputed.add((a, b))
        elif one != "0":
            graded[a, b] = min(int(one), int(other))
    return Field(
        table["name"],
        table.get("zh", ""),
        table.get("held_out", False),
        texts,
        {row["slug"]: row.get("title") for row in table["policy"]},
        graded,
        frozenset(disputed),
        frozenset(table.get("measures", ())),
        frozenset(tuple(docs) for docs in table.get("scope", ())),
        tuple((one, other) for _, _, one, other in rows),
    )


def policy_of(slug: str, text: str, words: Vocabulary, title: str | None = None) -> Policy:
    """A labelled text as a policy of a site."""
    document, _ = parse(Source(slug, text.strip("\n") + "\n"), words.documents, slug)
    meta = PolicyMeta(
        slug=slug,
        title_zh=Stated(title, "printed") if title else _UNKNOWN,
        title_en=slug,
        short_titles=(),
        issuers=Stated(None, "unknown"),
        number=_UNKNOWN,
        made=_UNKNOWN,
        published=_UNKNOWN,
        effective=_UNKNOWN,
        expires=_UNKNOWN,
        genre=_UNKNOWN,
        form=_UNKNOWN,
        status=_UNKNOWN,
        jurisdiction=_UNKNOWN,
        relations=(),
        source_file="",
        source_url=None,
        source_sha256="",
    )
    return Policy(meta, document, find_facts(document, words, Places()), {})


_UNKNOWN: Stated[str] = Stated(None, "unknown")
