"""Collections that try to run as scripts: into every text of a corpus that somebody writes go payloads that are public.

``payloads/LICENCES.md`` says where they are from. Which fields hold texts is stated here; all others are names from closed lists,
ids, dates and addresses, which the readers of content check.
"""

import json
import lzma
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from digest.model.corpus import Stated

PAYLOADS = Path(__file__).parent / "payloads" / "payloads.json.xz"

TEXTS = frozenset({
    "Absence.words", "AgencyRole.name_en", "AgencyRole.name_zh", "AgencyRole.printed", "Citation.number", "Citation.printed",
    "Citation.title", "Clause.heading", "Clause.text", "CountedGoal.indicator", "EditorPage.text", "Family.en", "Family.zh",
    "GlossaryTerm.accepted", "GlossaryTerm.definition_en", "GlossaryTerm.definition_zh", "GlossaryTerm.en",
    "GlossaryTerm.forbidden", "GlossaryTerm.note", "GlossaryTerm.source", "GlossaryTerm.zh", "GlossaryTitle.en",
    "GlossaryTitle.number", "GlossaryTitle.zh", "Instrument.conditions_zh", "Instrument.evidence", "Instrument.rate_base_zh",
    "Instrument.recipient_zh", "Jurisdiction.name_en", "Jurisdiction.name_zh", "Keyword.word", "Match.evidence_a",
    "Match.evidence_b", "Match.words", "MatchingField.field", "MatchingField.zh", "Phrase.zh",
    "PolicyMeta.issuers", "PolicyMeta.number", "PolicyMeta.review_en", "PolicyMeta.review_zh", "PolicyMeta.short_titles",
    "PolicyMeta.source_file", "PolicyMeta.title_en", "PolicyMeta.title_zh", "PrintedLabel.label",
    "Ruling.who", "Ruling.who_zh", "Ruling.why", "Site.contact", "Site.licence", "Site.title_en",
    "Site.title_zh", "Stated.how_en", "Stated.how_zh", "StatedValue.basis", "Target.deadline_text", "Target.evidence",
    "Target.metric_en", "Target.metric_zh", "Term.name_en", "Term.name_zh", "Theme.about", "Theme.en", "Theme.zh",
    "Tombstone.why", "Translation.heading", "Translation.text", "Translation.was_zh", "Unmatched.missing", "Wording.heading",
    "Wording.label", "Wording.text",
})  # fmt: skip
"""Fields whose strings readers see as somebody wrote them."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")
"""What no reader of content lets in."""


def payloads() -> list[str]:
    """All payloads in one line each, in an order that is always the same."""
    data = json.loads(lzma.decompress(PAYLOADS.read_bytes()))
    return list(dict.fromkeys(_CONTROLS.sub(" ", each) for group in data.values() for each in group))


class Injector:
    """Puts payloads behind texts: ``each`` of them behind every text, one after the other and again from the first."""

    def __init__(self, chosen: Sequence[str], each: int = 1) -> None:
        self._next, self._each = cycle(chosen), each

    def into(self, value: Any, field: str = "") -> Any:
        """The same value with payloads in its texts. ``field`` is the one that holds it."""
        if isinstance(value, str):
            return " ".join([value, *islice(self._next, self._each)]) if field in TEXTS else value
        if is_dataclass(value) and not isinstance(value, type):
            names = (each.name for each in fields(value) if each.init)
            return replace(value, **{name: self._of(value, name, field) for name in names})
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(**{name: self._of(value, name, field) for name in value._fields})
        if isinstance(value, tuple):
            return tuple(self.into(each, field) for each in value)
        if isinstance(value, Mapping):
            return {key: self.into(each, field) for key, each in value.items()}
        return value

    def _of(self, value: Any, name: str, field: str) -> Any:
        stated = isinstance(value, Stated) and name == "value"
        return self.into(getattr(value, name), field if stated else f"{type(value).__name__}.{name}")
