"""How well texts are read: what was measured on texts labelled by hand."""

from dataclasses import dataclass

NAMES = (
    "clauses", "headings", "values", "supports", "kinds", "scopes", "durations", "goals", "statistics", "metrics",
    "agencies", "leads", "citations", "numbers", "matches",
)  # fmt: skip
"""What is measured; each has its words ``quality.figure.<name>``."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a thing labelled as one kind was found as another."""

    labelled: str
    found: str
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: of ``labelled`` things in ``texts`` texts, how many were ``found``, and how many
    of those were ``right``. ``name`` is one of ``NAMES``.

    ``average_precision`` (from 0 to 1) is for what is found in an order of certainty, such as matches.
    """

    name: str
    texts: int
    labelled: int
    found: int
    right: int
    average_precision: float | None = None
    confusions: tuple[Confusion, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 0.0


@dataclass(frozen=True, slots=True)
class Quality:
    """content/quality.toml: every measured figure, in the order of the page."""

    figures: tuple[Figure, ...] = ()
