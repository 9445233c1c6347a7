"""What a build did."""

from collections.abc import Mapping
from typing import NamedTuple

from digest.model.problem import Problem


class Built(NamedTuple):
    """Pages made, files written (0 when an error stopped it), and every Problem. ``files`` are the fingerprints of
    the site by path, for a build that keeps a cache."""

    pages: int
    written: int
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes] = {}
