"""Matching beside two plain methods on the same labelled pairs, and its time as texts grow.

    python tests/bench/matching.py                     the labelled policies of tests/labelled
    python tests/bench/matching.py CONTENT PAIRS       the policies of a content folder; PAIRS is JSON Lines with
                                                       a, b (slug#id), grade (null: not counted)

The plain methods, tf-idf and BM25 on pairs of characters, compare whole clauses. They get the best threshold in
hindsight, ours keeps its own.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from math import log, sqrt
from pathlib import Path

from digest.build import load
from digest.crossref.features import Features, Reader
from digest.crossref.matches import find_pairs, read_acts
from digest.crossref.themes import ThemeFinder
from digest.matching import read_lore
from digest.model.corpus import Policy
from digest.quality.matches import average_precision, labelled_policy, read_match_labels
from digest.read.words import read_vocabulary
from digest.resources import starter_content
from digest.text.words import segmenter

ROOT = Path(__file__).parents[2]
Pair = tuple[str, str]


def main() -> None:
    """Print one line a method."""
    content = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "content"
    vocabulary, _ = read_vocabulary(content, starter_content())
    lore, _ = read_lore(content, starter_content(), vocabulary.glossary) if vocabulary else (None, ())
    if lore is None:
        sys.exit("The word lists cannot be read.")
    policies, wanted, neutral = given(content, Path(sys.argv[2])) if len(sys.argv) > 2 else own(content)
    started = time.perf_counter()
    reader = Reader(segmenter(lore.terms), ThemeFinder(lore.themes), lore.words)
    acts = read_acts(policies, reader)
    ranked = ours(acts, reader)
    seconds = time.perf_counter() - started
    docs = {frozenset(name.split("#")[0] for name in pair) for pair in wanted}
    units = measures(policies, acts)
    counted = [
        pair
        for pair in map(ordered, combinations(sorted(units), 2))
        if pair not in neutral and frozenset(name.split("#")[0] for name in pair) in docs
    ]
    kept = set(counted)
    show("ours", [pair for pair in ranked if pair in kept], wanted, hindsight=False)
    for name, method in (("tf-idf", tf_idf), ("BM25", bm25)):
        scores = method(units, counted)
        show(name, sorted(scores, key=lambda pair: (-scores[pair], pair)), wanted, hindsight=True)
    sys.stdout.write(f"matching took {seconds:.2f} s for {len(units)} measures with {len(acts)} acts\n")


def own(content: Path) -> tuple[Sequence[Policy], set[Pair], set[Pair]]:
    """The labelled policies of the tests."""
    labels, _ = read_match_labels(ROOT / "tests" / "labelled")
    vocabulary, _ = read_vocabulary(content, starter_content())
    if labels is None or vocabulary is None:
        sys.exit("The labels cannot be read.")
    policies = [labelled_policy(each, vocabulary) for each in labels.policies]
    return policies, {ordered((each.a, each.b)) for each in labels.pairs}, set()


def given(content: Path, pairs: Path) -> tuple[Sequence[Policy], set[Pair], set[Pair]]:
    """The policies of a content folder, and the pairs of a file."""
    corpus, _ = load(content)
    if corpus is None:
        sys.exit("The content cannot be read.")
    rows = [json.loads(line) for line in pairs.read_text("utf-8").splitlines()]
    wanted = {ordered((row["a"], row["b"])) for row in rows if row["grade"]}
    return corpus.policies, wanted, {ordered((row["a"], row["b"])) for row in rows if row["grade"] is None}


def ours(acts: Sequence[Features], reader: Reader) -> list[Pair]:
    """What the program finds, the surest first."""
    best = {
        ordered((f"{clauses.a_doc}#{clauses.a_clause}", f"{clauses.b_doc}#{clauses.b_clause}")): found[0]
        for clauses, found in find_pairs(acts, reader.words.weights, reader.themes.themes).items()
    }
    return sorted(best, key=lambda pair: (-best[pair].grade, -best[pair].score, pair))


def measures(policies: Iterable[Policy], acts: Iterable[Features]) -> Mapping[str, str]:
    """The text of each clause that acts."""
    acting = {(act.act.doc, act.act.clause) for act in acts}
    return {
        f"{policy.meta.slug}#{clause.id}": f"{clause.heading or ''}{clause.text}"
        for policy in policies
        for clause in policy.document.clauses
        if (policy.meta.slug, clause.id) in acting
    }


def tf_idf(units: Mapping[str, str], pairs: Iterable[Pair]) -> Mapping[Pair, float]:
    """The cosine of vectors of character pairs."""
    counts = {name: bigrams(text) for name, text in units.items()}
    spread = Counter(gram for each in counts.values() for gram in each)
    vectors = {
        name: {gram: count * log(len(units) / spread[gram]) for gram, count in each.items()}
        for name, each in counts.items()
    }
    norms = {name: sqrt(sum(weight**2 for weight in each.values())) or 1.0 for name, each in vectors.items()}

    def cosine(a: str, b: str) -> float:
        return sum(weight * vectors[b].get(gram, 0.0) for gram, weight in vectors[a].items()) / (
            norms[a] * norms[b]
        )

    return {(a, b): cosine(a, b) for a, b in pairs}


def bm25(
    units: Mapping[str, str], pairs: Iterable[Pair], k: float = 1.2, b: float = 0.75
) -> Mapping[Pair, float]:
    """Okapi BM25, each clause asked for the other; the mean of both ways."""
    counts = {name: bigrams(text) for name, text in units.items()}
    spread = Counter(gram for each in counts.values() for gram in each)
    mean = sum(each.total() for each in counts.values()) / len(counts)

    def asked(query: str, name: str) -> float:
        scale = k * (1 - b + b * counts[name].total() / mean)
        return sum(
            log(1 + (len(units) - spread[gram] + 0.5) / (spread[gram] + 0.5))
            * found
            * (k + 1)
            / (found + scale)
            for gram in counts[query]
            if (found := counts[name].get(gram, 0))
        ) / (counts[query].total() or 1)

    return {(a, c): (asked(a, c) + asked(c, a)) / 2 for a, c in pairs}


def bigrams(text: str) -> Counter[str]:
    """The pairs of neighbouring characters."""
    packed = [character for character in text if character.isalnum()]
    return Counter(map("".join, pairwise(packed)))


def show(name: str, ranked: Sequence[Pair], wanted: set[Pair], *, hindsight: bool) -> None:
    """One line of the table."""
    cuts = range(1, len(ranked) + 1) if hindsight else [len(ranked)]
    best = max((f1(ranked[:cut], wanted) for cut in cuts), default=0.0)
    sys.stdout.write(f"{name:<8} F1 {best:.3f}   AP {average_precision(ranked, wanted):.3f}\n")


def f1(found: Sequence[Pair], wanted: set[Pair]) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * len(wanted.intersection(found)) / (len(found) + len(wanted))


def ordered(pair: Sequence[str]) -> Pair:
    """A pair with the first name first."""
    return min(pair), max(pair)


if __name__ == "__main__":
    main()
