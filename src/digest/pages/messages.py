"""What the program says of a text, in the language of a page, whatever language the command line speaks."""

import re
from collections.abc import Mapping
from functools import lru_cache

from digest.model.codes import CODES
from digest.model.problem import Problem, filled
from digest.pages.prose import mixed
from digest.pages.strings import QUOTED, Runs, run
from digest.regex import regex
from digest.resources import catalogue


def message_in(language: str, problem: Problem) -> Runs:
    """What is wrong, in a language of the site; words of the text in the other language are quoted."""
    english, values = CODES[problem.code].message, dict(problem.values)
    if language == "en":
        return mixed(filled(english, values), "en")
    text = filled(_chinese().get(english, english), values)
    latin = [re.escape(value) for value in values.values() if _LATIN.search(value)]
    parts = re.split(f"({'|'.join(latin)})", text) if latin else [text]
    return tuple(
        each for at, part in enumerate(parts) if part for each in run(part, "zh", QUOTED if at % 2 else "")
    )


_LATIN = regex(r"[a-z]{2}")


@lru_cache(maxsize=1)
def _chinese() -> Mapping[str, str]:
    """The messages of the catalogue, by their English."""
    import polib  # few policies have findings

    return {entry.msgid: entry.msgstr for entry in polib.pofile(catalogue("zh")) if entry.msgstr}
