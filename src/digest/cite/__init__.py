"""Citations: what is cited as a value (``Reference``), and that value printed in each style.

``references.py`` makes the value from a corpus, ``locators.py`` says where a clause stands in its text, ``styles/`` has a
file for each style, ``STYLES`` lists them. The rules, with their sources, are in docs/citations.md.
"""

from digest.cite.printing import BLANKS, CitationPiece, PrintedCitation
from digest.cite.references import (
    all_references,
    cited_clause,
    clause_reference,
    comparison_reference,
    policy_reference,
)
from digest.cite.styles import STYLES, Style, printed, printed_in

__all__ = [
    "BLANKS",
    "STYLES",
    "CitationPiece",
    "PrintedCitation",
    "Style",
    "all_references",
    "cited_clause",
    "clause_reference",
    "comparison_reference",
    "policy_reference",
    "printed",
    "printed_in",
]
