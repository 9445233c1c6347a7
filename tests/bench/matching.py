"""How well matching holds in fields it was not fitted on, beside two plain methods; and its weights, fitted anew.

    python tests/bench/matching.py                 the table; every field is scored with weights fitted on the others
    python tests/bench/matching.py --fit           the same, and write the weights and the figures of the quality page
    python tests/bench/matching.py --laws FOLDER   what is found among many laws: pairs, and those inside one family of titles

The plain methods, tf-idf and BM25 on pairs of characters, compare whole clauses; they get the best threshold in
hindsight, ours keeps its own. Held-out fields are read by nobody who writes rules, words or weights: they are scored with
the weights of the others and never used to fit.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from digest.crossref.features import FeatureReader
from digest.crossref.gist import gists_of, read_acts
from digest.crossref.likeness import Likeness
from digest.crossref.matches import compare_measures, find_pairs
from digest.crossref.themes import ThemeFinder
from digest.crossref.weights import LogisticModel
from digest.matching import read_matching_settings
from digest.model.quality import MatchingField, Reliability
from digest.model.vocabulary import Vocabulary
from digest.quality.printing import figures_toml
from digest.read.quality import read_quality
from digest.read.word_lists import read_vocabulary
from digest.resources import starter_content
from digest.text.segmenter import segmenter
from labelled_fields import Field, Pair, policy_of, read_fields
from plain_matching import bm25, tf_idf

ROOT = Path(__file__).parents[2]
LABELLED = ROOT / "tests" / "labelled" / "matching"
QUALITY = ROOT / "content" / "quality.toml"
WEIGHTS = ROOT / "src" / "digest" / "crossref" / "weights.toml"

RIDGE = 0.3
"""How strongly large weights are held back; every field weighs as much as any other."""

COMPARABLE = Likeness._fields
SAME = ("act", "subject", "named", "figures", "best", "rank")
"""What each model looks at."""


@dataclass(frozen=True, slots=True)
class Table:
    """A field with what the program sees of it: the pairs that are scored, in order, each with its likeness (a row of
    0 where the program does not compare them), and its grade; ``plain`` are the scores of the other methods."""

    field: Field
    pairs: Sequence[Pair]
    likeness: np.ndarray
    grades: np.ndarray
    plain: Mapping[str, Mapping[Pair, float]]
    idle: frozenset[Pair]
    """Graded pairs that touch a clause in which no act is found."""


def main() -> None:
    """Print the table; write what was asked for."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--fit", action="store_true")
    options.add_argument("--laws", type=Path)
    asked = options.parse_args()
    words, _ = read_vocabulary(ROOT / "content", starter_content())
    settings, _ = (
        read_matching_settings(ROOT / "content", starter_content(), words.glossary) if words else (None, ())
    )
    if words is None or settings is None:
        sys.exit("The word lists cannot be read.")
    reader = FeatureReader(
        segmenter(settings.terms),
        ThemeFinder(settings.themes, settings.words),
        settings.words,
    )
    if asked.laws:
        laws(asked.laws, reader, words)
        return
    tables = [tabled(field, reader, words) for field in read_fields(LABELLED)]
    known = [table for table in tables if not table.field.held_out]
    scores = [score(table, fitted([each for each in known if each is not table])) for table in tables]
    sys.stdout.write(report(scores))
    if asked.fit:
        weights = fitted(known)
        WEIGHTS.write_text(weights_toml(weights, known, scores), "utf-8")
        quality = replace(
            read_quality(QUALITY.parent).quality,
            fields=tuple(map(measured, scores)),
            reliability=tuple(reliability(scores)),
        )
        QUALITY.write_text(figures_toml(quality), "utf-8")
        sys.stdout.write(f"written to {WEIGHTS.relative_to(ROOT)} and {QUALITY.relative_to(ROOT)}\n")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights, and the thresholds that were best on the fields they were fitted on."""

    comparable: LogisticModel
    same: LogisticModel
    likely: float
    sure: float

    def probabilities(self, likeness: np.ndarray) -> np.ndarray:
        """How probable it is that pairs are comparable."""
        return probabilities(self.comparable, COMPARABLE, likeness)

    def same_probabilities(self, likeness: np.ndarray) -> np.ndarray:
        """How probable it is that pairs are the same."""
        return probabilities(self.same, SAME, likeness)


def tabled(field: Field, reader: FeatureReader, words: Vocabulary) -> Table:
    """A field with what the program sees of it."""
    policies = [policy_of(slug, text, words, field.titles[slug]) for slug, text in field.texts.items()]
    acts = read_acts(policies, reader)
    acting = {(act.act.doc, act.act.clause) for act in gists_of(acts)}
    units = {
        f"{policy.meta.slug}#{clause.id}": f"{clause.heading or ''}{clause.text}"
        for policy in policies
        for clause in policy.document.clauses
        if (policy.meta.slug, clause.id) in acting
    }
    found = {
        (f"{pair.a_doc}#{pair.a_clause}", f"{pair.b_doc}#{pair.b_clause}"): compared.likeness
        for pair, compared in compare_measures(acts)
    }
    pairs = [
        pair
        for pair in combinations(sorted(units), 2)
        if pair[0].split("#")[0] != pair[1].split("#")[0] and field.counts(pair)
    ]
    nothing = Likeness(*([0.0] * len(Likeness._fields)))
    return Table(
        field,
        pairs,
        np.array([found.get(pair, nothing) for pair in pairs]),
        np.array([field.graded.get(pair, 0) for pair in pairs]),
        {"tf-idf": tf_idf(units, pairs), "BM25": bm25(units, pairs)},
        frozenset(field.graded.keys() - set(pairs)),
    )


def fitted(tables: Sequence[Table]) -> Fitted:
    """The weights that explain some fields best, and the thresholds that do best on each of them with the weights of
    the others."""
    blind = [
        (table, fit(others, COMPARABLE, 1), fit(others, SAME, 2))
        for table in tables
        if (others := [each for each in tables if each is not table])
    ]
    likely = max(STEPS, key=lambda at: sum(f1_at(table, line, at) for table, line, _ in blind))
    sure = next((at for at in STEPS if same_precision(blind, likely, at) >= PRECISE), STEPS[-1])
    return Fitted(fit(tables, COMPARABLE, 1), fit(tables, SAME, 2), likely, sure)


STEPS = tuple(step / 100 for step in range(25, 91, 2))
"""The thresholds that are tried: of the pairs at the lowest one in three is right, as the reliability table shows."""

PRECISE = 0.85
"""Of the pairs called the same, so many are to be."""


def same_precision(
    blind: Iterable[tuple[Table, LogisticModel, LogisticModel]], likely: float, sure: float
) -> float:
    """The share of pairs called the same that are, in all fields."""
    said = right = 0
    for table, comparable, same in blind:
        found = probabilities(comparable, COMPARABLE, table.likeness) >= likely
        found &= probabilities(same, SAME, table.likeness) >= sure
        said += int(found.sum())
        right += int((found & (table.grades == 2)).sum())
    return right / said if said else 0.0


def fit(tables: Sequence[Table], names: Sequence[str], least: int) -> LogisticModel:
    """A logistic model of the pairs that have at least a grade, with weights of 0 and more and a ridge."""
    columns = [COMPARABLE.index(name) for name in names]
    rows = np.vstack(
        [np.column_stack([table.likeness[:, columns], np.ones(len(table.pairs))]) for table in tables]
    )
    right = np.concatenate([table.grades >= least for table in tables]).astype(float)
    weight = np.concatenate([np.full(len(table.pairs), PAIRS / len(table.pairs)) for table in tables])

    def loss(slopes: np.ndarray) -> tuple[float, np.ndarray]:
        height = rows @ slopes
        held = np.append(slopes[:-1], 0.0)
        wrong = weight * (1 / (1 + np.exp(-height)) - right)
        cost = float((weight * (np.logaddexp(0, height) - right * height)).sum() + RIDGE / 2 * (held @ held))
        return cost, rows.T @ wrong + RIDGE * held

    bounds = [(0, None)] * len(names) + [(None, None)]
    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return LogisticModel(
        round(float(best[-1]), 3), {name: round(float(x), 3) for name, x in zip(names, best, strict=False)}
    )


PAIRS = 400
"""A field weighs as much as so many pairs."""


def probabilities(line: LogisticModel, names: Sequence[str], likeness: np.ndarray) -> np.ndarray:
    """What a model says of rows of ``Likeness``."""
    columns = [COMPARABLE.index(name) for name in names]
    slopes = np.array([line.slopes[name] for name in names])
    made: np.ndarray = 1 / (1 + np.exp(-(likeness[:, columns] @ slopes + line.intercept)))
    return made


def f1_at(table: Table, line: LogisticModel, threshold: float) -> float:
    """F1 of the pairs from a probability on."""
    found = probabilities(line, COMPARABLE, table.likeness) >= threshold
    return f1(int((found & (table.grades > 0)).sum()), int(found.sum()), len(table.field.graded))


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def average_precision(ranked: Iterable[Pair], wanted: Mapping[Pair, int]) -> float:
    """The mean over all wanted pairs of the precision at their place; 0 for one not found."""
    right, total = 0, 0.0
    for place, pair in enumerate(ranked, 1):
        if pair in wanted:
            right += 1
            total += right / place
    return total / len(wanted) if wanted else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """How well a field is matched with the weights of the others. ``same`` are the pairs called the same, those of them
    that are, and those labelled so. ``plain`` are F1 and AP of the other methods, ``said`` the probability of each pair
    and whether it is right."""

    field: Field
    found: int
    right: int
    ap: float
    best: float
    same: tuple[int, int, int]
    plain: Mapping[str, tuple[float, float]]
    said: Sequence[tuple[float, bool]]

    @property
    def f1(self) -> float:
        """F1 at the threshold of the other fields."""
        return f1(self.right, self.found, len(self.field.graded))


def score(table: Table, weights: Fitted) -> Score:
    """How well a field is matched."""
    sure = weights.probabilities(table.likeness)
    found = sure >= weights.likely
    same = found & (weights.same_probabilities(table.likeness) >= weights.sure)
    wanted = table.field.graded
    ranked = [table.pairs[at] for at in np.argsort(-sure, kind="stable")]
    plain = {}
    for name, scores in table.plain.items():
        order = sorted(scores, key=lambda pair: (-scores[pair], pair))
        plain[name] = best_f1(order, wanted), average_precision(order, wanted)
    twos = table.grades == 2
    return Score(
        table.field,
        int(found.sum()),
        int((found & (table.grades > 0)).sum()),
        average_precision(ranked, wanted),
        best_f1(ranked, wanted),
        (int(same.sum()), int((same & twos).sum()), sum(grade == 2 for grade in wanted.values())),
        plain,
        [(float(p), bool(grade)) for p, grade in zip(sure, table.grades, strict=True)],
    )


def best_f1(ranked: Sequence[Pair], wanted: Mapping[Pair, int]) -> float:
    """F1 at the best threshold, known in hindsight."""
    right, best = 0, 0.0
    for place, pair in enumerate(ranked, 1):
        right += pair in wanted
        best = max(best, f1(right, place, len(wanted)))
    return best


def report(scores: Sequence[Score]) -> str:
    """The table, a line a field, and the means."""
    lines = [
        f"{'':<34}{'F1':>6}{'AP':>6}{'best':>6}   {'tf-idf':>11}   {'BM25':>11}   right/found/labelled   same"
    ]
    for each in scores:
        other = "   ".join(f"{x:.2f} / {y:.2f}" for x, y in each.plain.values())
        name = f"{each.field.name}{' (held out)' if each.field.held_out else ''}"
        lines.append(
            f"{name:<34}{each.f1:>6.3f}{each.ap:>6.3f}{each.best:>6.3f}   {other}   "
            f"{each.right}/{each.found}/{len(each.field.graded)}   {each.same[1]}/{each.same[0]}/{each.same[2]}"
        )
    for title, among in (
        ("mean of the fields read", [each for each in scores if not each.field.held_out]),
        ("mean of those held out", [each for each in scores if each.field.held_out]),
    ):
        if among:
            plain = [np.mean([each.plain[name] for each in among], axis=0) for name in among[0].plain]
            lines.append(
                f"{title:<34}{np.mean([each.f1 for each in among]):>6.3f}{np.mean([each.ap for each in among]):>6.3f}"
                f"{np.mean([each.best for each in among]):>6.3f}   "
                + "   ".join(f"{x:.2f} / {y:.2f}" for x, y in plain)
            )
    return "\n".join(lines) + "\n"


def measured(each: Score) -> MatchingField:
    """A field as the quality page shows it."""
    tf_idf_row, bm25_row = ([round(float(x), 4) for x in row] for row in each.plain.values())
    return MatchingField(
        field=each.field.name,
        zh=each.field.zh,
        held_out=each.field.held_out,
        labelled=len(each.field.graded),
        found=each.found,
        right=each.right,
        ap=round(each.ap, 4),
        tfidf_f1=tf_idf_row[0],
        tfidf_ap=tf_idf_row[1],
        bm25_f1=bm25_row[0],
        bm25_ap=bm25_row[1],
    )


def reliability(scores: Iterable[Score]) -> Iterator[Reliability]:
    """Of all pairs shown with a probability, how many are right."""
    said = [pair for each in scores for pair in each.said]
    for low, high in pairwise((POSSIBLE, 0.25, 0.4, 0.55, 0.7, 0.85, 1.0)):
        right = [good for sure, good in said if low <= sure < high or sure == high == 1.0]
        yield Reliability(low, high, len(right), sum(right))


def weights_toml(weights: Fitted, tables: Sequence[Table], scores: Sequence[Score]) -> str:
    """The file of the weights, and on what and how well they were fitted."""
    pairs = sum(len(table.pairs) for table in tables)
    right = sum(len(table.field.graded) for table in tables)
    held = [each for each in scores if each.field.held_out]
    known = [each for each in scores if not each.field.held_out]
    lines = [
        "# Written by `make matching`: the weights with which pairs of measures are judged.",
        f"# Fitted on {pairs} pairs of {len(tables)} fields, {right} of them labelled as corresponding (tests/labelled/matching):",
        f"# {', '.join(table.field.name for table in tables)}.",
        f"# With each field left out: mean F1 {np.mean([each.f1 for each in known]):.3f}, AP {np.mean([each.ap for each in known]):.3f}.",
        *(f"# Held out, never read: {each.field.name}: F1 {each.f1:.3f}, AP {each.ap:.3f}." for each in held),
    ]
    for name, line in (("comparable", weights.comparable), ("same", weights.same)):
        lines += ["", f"[{name}]", f"intercept = {line.intercept}"]
        lines += [f"{field} = {slope}" for field, slope in line.slopes.items()]
    lines += [
        "",
        "[thresholds]",
        f"likely = {weights.likely}",
        f"possible = {POSSIBLE}",
        f"sure = {weights.sure}",
    ]
    return "\n".join(lines) + "\n"


POSSIBLE = 0.15
"""From this probability on a pair is shown as one to be read with doubt."""


def laws(folder: Path, reader: FeatureReader, words: Vocabulary) -> None:
    """Print what is found among the laws of a folder, texts whose first line is their title."""
    texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))]
    policies = [policy_of(f"law-{at}", text, words, text.split("\n", 1)[0]) for at, text in enumerate(texts)]
    started = time.process_time()
    acts = read_acts(policies, reader)
    read = time.process_time()
    pairs = find_pairs(acts)
    seconds = time.process_time()
    subjects = {policy.meta.slug: subject(policy.meta.title_zh.value or "") for policy in policies}
    likely = [pair for pair, found in pairs.items() if found[0].shown == "likely"]
    inside = sum(one_family(subjects[pair.a_doc], subjects[pair.b_doc]) for pair in likely)
    sys.stdout.write(
        f"{len(policies)} laws, {len(gists_of(acts))} acts: {len(likely)} likely pairs, {inside} of them "
        f"({inside / (len(likely) or 1):.3f}) inside one family of titles; {len(pairs) - len(likely)} possible; "
        f"read in {read - started:.1f} s, compared in {seconds - read:.1f} s\n"
    )


def subject(title: str) -> frozenset[str]:
    """The character pairs of what a title is about, without the place and the genre: 山东省物业管理条例 is about 物业管理."""
    own = _GENRE.sub("", _PLACE.sub("", title))
    return frozenset(own[at : at + 2] for at in range(len(own) - 1))


def one_family(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two titles are about one subject: half of the shorter stands in the other."""
    return len(a & b) >= FAMILY * min(len(a), len(b)) > 0


FAMILY = 0.5
_PLACE = re.compile(r"^.{1,12}?(?:自治区|自治县|自治州|经济特区|[省市县区州])(?:实施|各级)?|^中华人民共和国")
_GENRE = re.compile(r"[《》〈〉\s]|中华人民共和国|实施|条例|办法|规定|若干|细则|关于|的|修正|管理|保护|促进")


if __name__ == "__main__":
    main()
