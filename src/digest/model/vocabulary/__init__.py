"""Word lists that editors keep in content/*.toml, as frozen values; one file a list.

A stage receives the list it needs as an argument; nothing here reads a file.
"""

from dataclasses import dataclass, field

from digest.model.vocabulary.agencies import AgencyField, AgencyWords, NamedAgency, Organ, PlaceWords
from digest.model.vocabulary.estimate import EstimateWords, InputWords
from digest.model.vocabulary.genres import DocumentWords, HeadField, PageWords, StatusName, TypeName
from digest.model.vocabulary.instruments import Comparison, InstrumentKind, InstrumentWords, MeasureWord
from digest.model.vocabulary.keywords import KeywordWords
from digest.model.vocabulary.patterns import any_of
from digest.model.vocabulary.places import PlaceNames
from digest.model.vocabulary.provisions import ProvisionKind, ProvisionWords
from digest.model.vocabulary.search import AnswerWords, SameWords, SearchWords
from digest.model.vocabulary.targets import TargetWords
from digest.model.vocabulary.translation import (
    Direction,
    Glossary,
    GlossaryTerm,
    GlossaryTitle,
    Scope,
    TranslationWords,
    UnitNames,
)

__all__ = [
    "AgencyField",
    "AgencyWords",
    "AnswerWords",
    "Comparison",
    "Direction",
    "DocumentWords",
    "EstimateWords",
    "Glossary",
    "GlossaryTerm",
    "GlossaryTitle",
    "HeadField",
    "InputWords",
    "InstrumentKind",
    "InstrumentWords",
    "KeywordWords",
    "MeasureWord",
    "NamedAgency",
    "Organ",
    "PageWords",
    "PlaceNames",
    "PlaceWords",
    "ProvisionKind",
    "ProvisionWords",
    "SameWords",
    "Scope",
    "SearchWords",
    "StatusName",
    "TargetWords",
    "TranslationWords",
    "TypeName",
    "UnitNames",
    "Vocabulary",
    "any_of",
]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All word lists of a site."""

    agencies: AgencyWords
    documents: DocumentWords
    instruments: InstrumentWords
    targets: TargetWords
    glossary: Glossary
    search: SearchWords = field(default_factory=SearchWords)
    keywords: KeywordWords = field(default_factory=KeywordWords)
    estimate: EstimateWords = field(default_factory=EstimateWords)
    provisions: ProvisionWords = field(default_factory=ProvisionWords)
    places: PlaceNames = field(default_factory=PlaceNames)
