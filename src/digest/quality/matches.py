"""How well measures that correspond are found: pairs of clauses of some labelled policies."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from digest.crossref.features import Reader
from digest.crossref.matches import find_pairs, read_acts
from digest.crossref.themes import ThemeFinder
from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.model.corpus import Policy, PolicyMeta, Stated
from digest.model.matches import MatchingWords, Theme
from digest.model.problem import Problem
from digest.model.quality import Confusion, Figure
from digest.model.source import Source
from digest.model.vocabulary import Vocabulary
from digest.parse import parse
from digest.read.words import WordList, read_words
from digest.text.words import Segmenter

GRADES = {1: "comparable", 2: "same"}


@dataclass(frozen=True, slots=True)
class LabelledPolicy:
    """A policy whose measures are compared with those of the others in the file."""

    slug: str
    text: str


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two clauses, each ``slug#id``, that correspond; ``grade`` 2: the same, 1: comparable."""

    a: str
    b: str
    grade: int


@dataclass(frozen=True, slots=True)
class MatchLabels:
    """matches.toml: every pair that corresponds is there."""

    policies: tuple[LabelledPolicy, ...]
    pairs: tuple[LabelledPair, ...]


class MeasuredMatches(NamedTuple):
    """The figure, and the pairs that were missed or wrongly found, one a line."""

    figure: Figure
    misses: str


Grades = Mapping[tuple[str, str], int]


def read_match_labels(folder: Path) -> tuple[MatchLabels | None, tuple[Problem, ...]]:
    """The labelled pairs of a folder. Problems: those of ``read_words``."""
    return read_words(folder, folder, _MATCHES)


def measure_matches(
    labels: MatchLabels,
    words: Vocabulary,
    matching: MatchingWords,
    themes: tuple[Theme, ...],
    cutter: Segmenter,
) -> MeasuredMatches:
    """What is found among the labelled policies beside what is labelled."""
    reader = Reader(cutter, ThemeFinder(themes), matching)
    acts = read_acts([labelled_policy(each, words) for each in labels.policies], reader)
    best = {
        (f"{clauses.a_doc}#{clauses.a_clause}", f"{clauses.b_doc}#{clauses.b_clause}"): pairs[0]
        for clauses, pairs in find_pairs(acts, reader.words.weights, reader.themes.themes).items()
    }
    ranked = sorted(best, key=lambda names: (-best[names].grade, -best[names].score, names))
    labelled: Grades = {(min(each.a, each.b), max(each.a, each.b)): each.grade for each in labels.pairs}
    found: Grades = {names: best[names].grade for names in ranked}
    figure = Figure(
        name="matches",
        texts=len(labels.policies),
        labelled=len(labelled),
        found=len(found),
        right=len(labelled.keys() & found.keys()),
        average_precision=average_precision(ranked, labelled),
        confusions=_confusions(labelled, found),
    )
    return MeasuredMatches(figure, _misses(labelled, found))


def labelled_policy(label: LabelledPolicy, words: Vocabulary) -> Policy:
    """A labelled policy as one of a corpus."""
    document, _ = parse(Source(label.slug, label.text.strip("\n") + "\n"), words.documents, label.slug)
    meta = PolicyMeta(
        slug=label.slug,
        title_zh=_UNKNOWN,
        title_en=label.slug,
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


def average_precision(ranked: Sequence[tuple[str, str]], labelled: Iterable[tuple[str, str]]) -> float:
    """The mean over all labelled pairs of the precision at their place in the ranking; 0 for one not found."""
    wanted = set(labelled)
    right, total = 0, 0.0
    for place, names in enumerate(ranked, 1):
        if names in wanted:
            right += 1
            total += right / place
    return total / len(wanted) if wanted else 0.0


_MATCHES = WordList(
    "matches.toml", MatchLabels, {"policies": "policy", "pairs": "pair"}, frozenset({"slug"}), {}
)
_UNKNOWN: Stated[str] = Stated(None, "unknown")


def _confusions(labelled: Grades, found: Grades) -> tuple[Confusion, ...]:
    """Pairs found with another grade, the most frequent kind first."""
    counts = Counter(
        (GRADES[labelled[names]], GRADES[found[names]])
        for names in labelled.keys() & found.keys()
        if labelled[names] != found[names]
    )
    return tuple(
        Confusion(*kinds, count)
        for kinds, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )


def _misses(labelled: Grades, found: Grades) -> str:
    lines = [f"matches missed: {' | '.join(names)}" for names in sorted(labelled.keys() - found.keys())]
    lines += [f"matches wrong:  {' | '.join(names)}" for names in sorted(found.keys() - labelled.keys())]
    return "".join(f"{line}\n" for line in lines)
