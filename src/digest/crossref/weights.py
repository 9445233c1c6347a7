"""The linear models that say how sure a pair of measures is: the figures of ``weights.toml``, fitted from labelled pairs.

The file says on what and how well they were fitted; ``make matching`` writes it again.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from operator import mul

from digest.crossref.likeness import Likeness

FILE = "weights.toml"


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """A logistic model. ``slopes`` are the weights of some of the fields of ``Likeness``, none below 0."""

    intercept: float
    slopes: Mapping[str, float]
    places: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", tuple(map(Likeness._fields.index, self.slopes)))

    def probability(self, likeness: Likeness) -> float:
        """How probable it is, from 0 to 1."""
        values = map(likeness.__getitem__, self.places)
        height = self.intercept + sum(map(mul, self.slopes.values(), values))
        return 1 / (1 + exp(-height))


@dataclass(frozen=True, slots=True)
class Model:
    """``comparable``: an analyst would put both measures in one row; ``same``: they are one instrument. A pair is shown
    as likely or as possible from these probabilities of ``comparable`` on; it is the same from ``sure`` of ``same``."""

    comparable: LogisticModel
    same: LogisticModel
    likely: float
    possible: float
    sure: float


@cache
def model() -> Model:
    """The model that ships with the program."""
    table = tomllib.loads(files("digest.crossref").joinpath(FILE).read_text("utf-8"))
    return Model(_line(table["comparable"]), _line(table["same"]), **table["thresholds"])


def _line(row: Mapping[str, float]) -> LogisticModel:
    return LogisticModel(
        row["intercept"], {name: value for name, value in row.items() if name != "intercept"}
    )
