"""A folder of labelled texts measured with the word lists of a content folder."""

from pathlib import Path
from typing import NamedTuple

from digest.matching import read_lore
from digest.model.problem import Problem
from digest.model.quality import Quality
from digest.model.vocabulary import Vocabulary
from digest.quality.labels import read_labels
from digest.quality.matches import MeasuredMatches, measure_matches, read_match_labels
from digest.quality.measure import compare, summarize
from digest.quality.printing import misses
from digest.read.words import read_vocabulary
from digest.resources import starter_content
from digest.text.words import segmenter


class Results(NamedTuple):
    """The figures (None where something could not be read) and, text by text, what was not right."""

    quality: Quality | None
    misses: str
    problems: tuple[Problem, ...]


def measure_folder(labelled: Path, content: Path) -> Results:
    """Measure what is found in the labelled texts. Problems: those of ``read_labels``, ``read_vocabulary``
    and ``read_lore``."""
    labels, problems = read_labels(labelled)
    words, word_problems = read_vocabulary(content, starter_content())
    if labels is None or words is None:
        return Results(None, "", (*problems, *word_problems))
    compared = list(compare(labels, words))
    matches, match_problems = _matches(labelled, content, words)
    if matches is None:
        return Results(None, "", match_problems)
    figures = (*summarize(compared).figures, matches.figure)
    return Results(Quality(figures), misses(compared) + matches.misses, ())


def _matches(
    labelled: Path, content: Path, words: Vocabulary
) -> tuple[MeasuredMatches | None, tuple[Problem, ...]]:
    """The pairs found among the labelled policies. Problems: those of the readers."""
    labels, problems = read_match_labels(labelled)
    lore, lore_problems = read_lore(content, starter_content(), words.glossary)
    if labels is None or lore is None:
        return None, (*problems, *lore_problems)
    return measure_matches(labels, words, lore.words, lore.themes, segmenter(lore.terms)), ()
