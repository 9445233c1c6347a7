"""quality.toml: the measured figures that the quality page shows."""

from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem
from digest.model.quality import NAMES, Quality
from digest.read.words import WordList, read_words


class ReadQuality(NamedTuple):
    """The figures; none of them when the file is faulty."""

    quality: Quality
    problems: tuple[Problem, ...]


def read_quality(content: Path, starter: Path) -> ReadQuality:
    """The figures of a content folder, or of ``starter``. Problems: those of ``read_words``."""
    quality, problems = read_words(content, starter, _QUALITY)
    return ReadQuality(quality or Quality(), problems)


_QUALITY = WordList("quality.toml", Quality, {"figures": "figure"}, frozenset({"name"}), {"name": NAMES})
