"""Texts parsed with the words of titles and bodies that come with the program."""

from collections.abc import Sequence
from functools import cache

from digest.model.document import Document
from digest.model.problem import Problem
from digest.model.source import LineRule, Source
from digest.model.vocabulary import DocumentWords
from digest.parse import parse
from digest.read.word_lists import GENRES, read_words
from digest.resources import starter_content


@cache
def title_words() -> DocumentWords:
    """content/genres.toml."""
    words, problems = read_words(starter_content(), starter_content(), GENRES)
    assert words is not None, problems
    return words


def parsed(
    text: str, slug: str = "text", rules: Sequence[LineRule] = ()
) -> tuple[Document, tuple[Problem, ...]]:
    """A text as a document, and what is odd about it."""
    return parse(Source("text.txt", text), title_words(), slug, rules)
