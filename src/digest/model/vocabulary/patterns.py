"""Words as one pattern."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """The words as one pattern, the longest first; a pattern that never matches where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)"
