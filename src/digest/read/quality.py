"""quality.toml: the measured figures that the quality page shows."""

from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem
from digest.model.quality import NAMES, Quality
from digest.read.word_lists import WordList, read_words


class ReadQuality(NamedTuple):
    """The figures; none of them when the file is faulty."""

    quality: Quality
    problems: tuple[Problem, ...]


def read_quality(starter: Path) -> ReadQuality:
    """The figures in ``starter``: they are the program's own, whatever the site. Problems: those of ``read_words``."""
    quality, problems = read_words(starter, starter, _QUALITY)
    return ReadQuality(quality or Quality(), problems)


_QUALITY = WordList(
    "quality.toml",
    Quality,
    {"figures": "figure", "fields": "matching_field", "low": "from", "high": "to"},
    frozenset({"name", "field"}),
    {"name": NAMES},
)
