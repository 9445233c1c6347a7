"""Missing themes as rows for content/themes.toml."""

import json
from pathlib import Path
from typing import NamedTuple

from digest.build import load
from digest.crossref.suggest import Suggestion, suggest_themes
from digest.matching import match_policies, read_lore
from digest.model.problem import Problem
from digest.resources import starter_content

_MOST_QUOTES = 6


class Suggestions(NamedTuple):
    """The rows (None when the content cannot be read), and the problems found on the way."""

    rows: str | None
    problems: tuple[Problem, ...]


def suggestions_toml(content: Path, most: int) -> Suggestions:
    """At most ``most`` themes with the measures that speak for them. Problems: those of ``load``."""
    corpus, problems = load(content)
    if corpus is None:
        return Suggestions(None, problems)
    lore, _ = read_lore(content, starter_content(), corpus.glossary)
    if lore is None:
        return Suggestions(None, problems)
    matched, _ = match_policies(corpus.policies, corpus.jurisdictions, corpus.resolutions, lore)
    found = suggest_themes(matched.acts, lore.words.weights, most)
    return Suggestions("\n".join(map(suggestion_toml, found)), problems)


def suggestion_toml(suggestion: Suggestion) -> str:
    """A row that only needs its names, with the measures as comments."""
    quotes = [f"# {act.doc}#{act.clause}: {act.text}" for act in suggestion.acts[:_MOST_QUOTES]]
    more = len(suggestion.acts) - len(quotes)
    quotes += [f"# and {more} more"] if more > 0 else []
    words = json.dumps(list(suggestion.words), ensure_ascii=False)
    rows = ['id = ""', 'zh = ""', 'en = ""', 'about = ""', f"hints = {words}", "weak = []", 'side = ""']
    return "\n".join((*quotes, "[[theme]]", *rows)) + "\n"
