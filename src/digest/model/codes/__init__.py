"""Every code a Problem can carry, with the words for it.

The first letter names the stage (``STAGES``). A code, once released, keeps its meaning.
"""

from collections.abc import Mapping

from digest.model.codes import (
    building,
    crossref,
    details,
    parsing,
    published,
    reading,
    taking,
    translation,
)
from digest.model.codes.code import Code

__all__ = ["CODES", "STAGES", "Code"]

STAGES = {
    "A": "Adding files (A)",
    "R": "Reading texts and settings (R)",
    "P": "Parsing texts (P)",
    "I": "Published addresses (I)",
    "F": "Document details (F)",
    "X": "Cross-references and rulings (X)",
    "T": "Translations (T)",
    "B": "Building the site (B)",
}
"""The stages by the first letter of their codes, in their order."""

CODES: Mapping[str, Code] = {
    code: row
    for stage in (taking, reading, parsing, published, details, crossref, translation, building)
    for code, row in stage.CODES.items()
}
