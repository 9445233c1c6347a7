"""The classes whose values stand in many grounds: each is named once. What stands in one record of a clause only is not among
them, since a name of its own costs more than it."""

from digest.model.comparison import (
    Absence,
    Aligned,
    Alone,
    MeasureGroup,
    Offer,
    PairComparison,
    ThemeComparison,
    Unmatched,
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
    Aligned,
    Alone,
    MeasureGroup,
    Offer,
    Unmatched,
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
