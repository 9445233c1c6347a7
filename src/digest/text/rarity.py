"""How rare a word is in Chinese public texts: a table that ships with the program and changes only with its version.

Because the table is fixed, what is said of two texts depends on them alone, not on what else a site holds.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log


@cache
def rarity() -> Mapping[str, float]:
    """The negative logarithm of the share of texts with a word. A word not in it is as rare as ``unknown``."""
    lines = files("digest.text").joinpath("rarity.tsv").read_text("utf-8").splitlines()
    total = int(lines[0].split(" public")[0].rsplit(" ", 1)[1])
    rows = (line.split("\t") for line in lines[1:])
    return {word: log(total / int(count)) for word, count in rows}


UNKNOWN = 5.3
"""The rarity of a word that the table does not hold: it stands in 1.5 of 300 texts, say."""
