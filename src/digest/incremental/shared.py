"""The classes whose values stand in many grounds: each is named once."""

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
from digest.model.corpus import Policy, PolicyMeta, Term, Translation
from digest.model.document import Clause
from digest.model.facts import ClauseFacts
from digest.model.keywords import Keyword
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
    Clause,
    ClauseFacts,
    Absence,
    Aligned,
    Alone,
    MeasureGroup,
    Offer,
    Unmatched,
    Translation,
    Match,
    Term,
    Keyword,
    Theme,
    Quality,
    Reference,
    Glossary,
    AgencyWords,
    Terms,
    Whole,
)
"""For ``Fingerprints``."""
