"""The classes whose values stand in many grounds: each is named once. What stands in one record of a clause only is not among
them, since a name of its own costs more than it."""

from digest.model.comparison import (
    Absence,
    Alone,
    MeasureGroup,
    Offer,
    PairComparison,
    ThemeComparison,
)
from digest.model.corpus import Policy, PolicyMeta, Term
from digest.model.matches import Match, MatchingWords, Theme
from digest.model.quality import Quality
from digest.model.reference import Reference
from digest.model.vocabulary import AgencyWords, Glossary, Vocabulary
from digest.pages.strings import Words
from digest.pages.terms import Terms
from digest.pages.whole import Whole

SHARED = (
    Vocabulary,
    MatchingWords,
    Policy,
    ThemeComparison,
    PairComparison,
    Words,
    PolicyMeta,
    Absence,
    Alone,
    MeasureGroup,
    Offer,
    Match,
    Term,
    Theme,
    Quality,
    Reference,
    Glossary,
    AgencyWords,
    Terms,
    Whole,
)
"""For ``Fingerprints``."""
