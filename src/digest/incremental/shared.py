"""The classes whose values stand in many grounds: each is named once. A value that stands in one alone would be kept for nothing; a policy
is among them since it is known by what it was read from (``Fingerprints.know``), so that nobody goes through it."""

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
