"""How well texts are read: what was measured on texts labelled by hand."""

from dataclasses import dataclass

NAMES = (
    "clauses", "headings", "values", "supports", "kinds", "scopes", "durations", "goals", "statistics", "metrics",
    "agencies", "leads", "citations", "numbers",
)  # fmt: skip
"""What is measured; each has its words ``quality.figure.<name>``."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a thing labelled as one kind was found as another."""

    labelled: str
    found: str
    count: int


@dataclass(frozen=True, slots=True)
class MeasuredFigure:
    """One measured figure: of ``labelled`` things in ``texts`` texts, how many were ``found``, and how many
    of those were ``right``. ``name`` is one of ``NAMES``.
    """

    name: str
    texts: int
    labelled: int
    found: int
    right: int
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
class MatchingField:
    """How well matching holds in a field, without the rulings of editors and with weights fitted on the other fields,
    beside two plain methods that compare whole clauses, at their best threshold in hindsight.

    ``labelled`` are the pairs that two readers graded alike, ``found`` the likely ones, ``right`` those of them that are
    labelled. F1 and average precision (``ap``) run from 0 to 1. ``held_out`` says that nobody who writes rules or words
    read the texts; ``field`` is the name in English, ``zh`` in Chinese.
    """

    field: str
    labelled: int
    found: int
    right: int
    ap: float
    tfidf_f1: float
    tfidf_ap: float
    bm25_f1: float
    bm25_ap: float
    held_out: bool = False
    zh: str = ""

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 0.0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of the ``pairs`` shown with a probability from ``low`` to ``high``, so many were ``right``."""

    low: float
    high: float
    pairs: int
    right: int


@dataclass(frozen=True, slots=True)
class Quality:
    """content/quality.toml: every measured figure, in the order of the page; ``fields`` and ``reliability`` are about
    matching."""

    figures: tuple[MeasuredFigure, ...] = ()
    fields: tuple[MatchingField, ...] = ()
    reliability: tuple[Reliability, ...] = ()
