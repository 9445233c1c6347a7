"""Labelled texts as frozen values; tests/labelled/README.md explains every key.

What a file may hold follows from these classes, as with the word lists.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem
from digest.read.jurisdictions import read_jurisdictions
from digest.read.word_lists import WordList, read_words
from digest.text.places import Gazetteer


@dataclass(frozen=True, slots=True)
class CapLabel:
    """A ceiling; ``scope`` only where it is printed."""

    amount_yuan: int
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class TierLabel:
    """A step of a graded support: a sum or a rate."""

    amount_yuan: float | None = None
    rate_percent: float | None = None


@dataclass(frozen=True, slots=True)
class SupportLabel:
    """A support. ``sum_yuan`` is a fixed sum or a sum by unit."""

    kind: str
    rate_percent: float | None = None
    sum_yuan: float | None = None
    fund_yuan: float | None = None
    caps: tuple[CapLabel, ...] = ()
    tiers: tuple[TierLabel, ...] = ()
    months: int | None = None


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """A goal or a statistic with a value."""

    metric: str
    value: float
    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class AgencyLabel:
    """A body that answers for a measure, by its full name."""

    name: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class CitationLabel:
    """A printed 《…》."""

    title: str
    kind: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class SupportText:
    """A text with its supports."""

    text: str
    support: tuple[SupportLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetText:
    """A text with its goals and statistics."""

    text: str
    goal: tuple[FigureLabel, ...] = ()
    statistic: tuple[FigureLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyText:
    """A text with the bodies it names. ``place`` is the code of its jurisdiction."""

    text: str
    place: str
    agency: tuple[AgencyLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationText:
    """A text with what it cites."""

    text: str
    citation: tuple[CitationLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineText:
    """A document with its numbered clauses as an indented tree."""

    text: str
    outline: str


@dataclass(frozen=True, slots=True)
class SupportFile:
    """supports.toml."""

    texts: tuple[SupportText, ...]


@dataclass(frozen=True, slots=True)
class TargetFile:
    """targets.toml."""

    texts: tuple[TargetText, ...]


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """agencies.toml."""

    texts: tuple[AgencyText, ...]


@dataclass(frozen=True, slots=True)
class CitationFile:
    """citations.toml."""

    texts: tuple[CitationText, ...]


@dataclass(frozen=True, slots=True)
class OutlineFile:
    """documents.toml."""

    texts: tuple[OutlineText, ...]


class Labels(NamedTuple):
    """Everything that was labelled, and the places the texts speak of."""

    supports: tuple[SupportText, ...]
    targets: tuple[TargetText, ...]
    agencies: tuple[AgencyText, ...]
    citations: tuple[CitationText, ...]
    outlines: tuple[OutlineText, ...]
    places: Gazetteer

    @property
    def texts(self) -> int:
        """How many texts that is."""
        return sum(map(len, (self.supports, self.targets, self.agencies, self.citations, self.outlines)))


class ReadLabels(NamedTuple):
    """The labels, or None with the reasons."""

    labels: Labels | None
    problems: tuple[Problem, ...]


def read_labels(folder: Path) -> ReadLabels:
    """The labelled texts of a folder. Problems: those of ``read_words`` and ``read_jurisdictions``."""
    supports, wrong_supports = read_words(folder, folder, _SUPPORTS)
    targets, wrong_targets = read_words(folder, folder, _TARGETS)
    agencies, wrong_agencies = read_words(folder, folder, _AGENCIES)
    citations, wrong_citations = read_words(folder, folder, _CITATIONS)
    outlines, wrong_outlines = read_words(folder, folder, _OUTLINES)
    places, wrong_places = read_jurisdictions(folder)
    problems = (
        *wrong_supports, *wrong_targets, *wrong_agencies, *wrong_citations, *wrong_outlines, *wrong_places,
    )  # fmt: skip
    if not (supports and targets and agencies and citations and outlines) or places is None:
        return ReadLabels(None, problems)
    found = (supports.texts, targets.texts, agencies.texts, citations.texts, outlines.texts)
    return ReadLabels(Labels(*found, Gazetteer(places)), ())


_TABLES = {"texts": "text"}
_UNIQUE = frozenset({"text"})
_SUPPORTS = WordList("supports.toml", SupportFile, _TABLES, _UNIQUE, {})
_TARGETS = WordList("targets.toml", TargetFile, _TABLES, _UNIQUE, {})
_AGENCIES = WordList("agencies.toml", AgencyFile, _TABLES, _UNIQUE, {})
_CITATIONS = WordList("citations.toml", CitationFile, _TABLES, _UNIQUE, {})
_OUTLINES = WordList("documents.toml", OutlineFile, _TABLES, _UNIQUE, {})
