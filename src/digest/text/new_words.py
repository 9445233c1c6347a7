"""Words that no dictionary holds: single characters joined by the hidden Markov model of jieba."""

import warnings
from collections.abc import Iterator
from typing import Protocol


class NewWords(Protocol):
    """The model."""

    def cut(self, run: str, /) -> Iterator[str]:
        """The words of a run of Chinese characters."""


def new_words() -> NewWords:
    """The model with jieba's figures."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its files hold invalid escapes
        from jieba import finalseg
    model: NewWords = finalseg
    return model
