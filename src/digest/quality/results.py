"""A folder of labelled texts measured with the word lists of a content folder."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem
from digest.model.progress import Progress, silent
from digest.model.quality import Quality
from digest.quality.labels import read_labels
from digest.quality.measure import compare, summarize
from digest.quality.printing import misses
from digest.read.quality import read_quality
from digest.read.word_lists import read_vocabulary
from digest.resources import starter_content


class Results(NamedTuple):
    """The figures (None where something could not be read) and, text by text, what was not right."""

    quality: Quality | None
    misses: str
    problems: tuple[Problem, ...]


def measure_folder(labelled: Path, content: Path, progress: Progress = silent) -> Results:
    """Measure what is found in the labelled texts. Problems: those of ``read_labels`` and
    ``read_vocabulary``."""
    labels, problems = read_labels(labelled)
    words, word_problems = read_vocabulary(content, starter_content())
    if labels is None or words is None:
        return Results(None, "", (*problems, *word_problems))
    compared = []
    for each in compare(labels, words):
        compared.append(each)
        progress("measure", len(compared), labels.texts)
    known = read_quality(starter_content()).quality  # what `make matching` measured stays
    return Results(replace(known, figures=summarize(compared).figures), misses(compared), ())
