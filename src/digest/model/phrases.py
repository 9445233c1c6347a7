"""The phrases that pages print of a policy outside its text: in facts, and in what is known of the document. Each is Chinese
as printed; here is where its English belongs.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from digest.model.facts import (
    AgencyRole,
    Area,
    Citation,
    ClauseFacts,
    Instrument,
    Payout,
    Provision,
    Stage,
    Target,
    Threshold,
    Tier,
)


class Rendering(NamedTuple):
    """The English of a phrase or a name. ``state``: reviewed | machine."""

    en: str
    state: str


class Phrase(NamedTuple):
    """A phrase that needs English: the ``field`` (of ``FIELDS``) that prints it, and its ``place``, a clause id or the
    title of the policy. A name has the place where it is printed first."""

    place: str
    field: str
    zh: str


class Field(NamedTuple):
    """``about`` tells translators what a phrase of the field is. Phrases of one ``kind`` have the same English wherever
    they are printed in a document; None for those that are translated clause by clause."""

    about: str
    kind: str | None = None


FIELDS: Mapping[str, Field] = {
    "short": Field("short title of this policy", "short title"),
    "issuer": Field("agency that issued this policy", "agency"),
    "related": Field("title of a related document", "document"),
    "recipient": Field("recipients of the support in this clause"),
    "conditions": Field("conditions of the support in this clause"),
    "rate_base": Field("what a rate in this clause is applied to"),
    "tier": Field("what a tier of the support in this clause is for"),
    "threshold": Field("indicator of a threshold in this clause"),
    "payout": Field("when a part of the support in this clause is paid"),
    "stage": Field("stage of the support in this clause"),
    "indicator": Field("indicator of a target or statistic in this clause"),
    "deadline": Field("deadline of a target in this clause"),
    "agency": Field("agency named in this clause", "agency"),
    "cited": Field("title of a document cited in this clause", "document"),
}


def is_phrase(context: str) -> bool:
    """Whether an entry of en.po is for a phrase, and not for a clause or the title."""
    return "/" in context


def place_and_field(context: str) -> tuple[str, str]:
    """What an entry of a phrase is for: ``3.2/recipient.2`` is the second recipient of 3.2."""
    place, _, field = context.partition("/")
    return place, field.partition(".")[0]


def kind_of(context: str) -> str:
    """What the English of an entry is good for elsewhere: entries of one kind with the same Chinese have the same English.
    "" for clauses and titles."""
    if not is_phrase(context):
        return ""
    _, name = place_and_field(context)
    field = FIELDS.get(name)
    return (field.kind if field else None) or name


def about(context: str) -> str:
    """What translators are told of an entry: what a phrase is; "" for a clause."""
    field = FIELDS.get(place_and_field(context)[1])
    return field.about if field else ""


Say = Callable[[str, str, str | None], Rendering | None]
"""The English of a phrase, by its field, its Chinese, and the English that it has already; None where there is no other."""

_PRINTED: Mapping[type, tuple[tuple[str, str, str], ...]] = {
    Instrument: (
        ("recipient", "recipient_zh", "recipient_en"),
        ("conditions", "conditions_zh", "conditions_en"),
        ("rate_base", "rate_base_zh", "rate_base_en"),
    ),
    Tier: (("tier", "condition_zh", "condition_en"),),
    Threshold: (("threshold", "metric_zh", "metric_en"),),
    Payout: (("payout", "when_zh", "when_en"),),
    Stage: (("stage", "when_zh", "when_en"),),
    Target: (("indicator", "metric_zh", "metric_en"), ("deadline", "deadline_text", "deadline_en")),
    AgencyRole: (("agency", "name_zh", "name_en"),),
    Citation: (("cited", "title", "title_en"),),
    Provision: (),
    Area: (),
}
"""The phrases of each kind of fact: their field, and the attributes with their Chinese and their English."""

_INSIDE: Mapping[type, tuple[str, ...]] = {Instrument: ("tiers", "thresholds", "payout", "stages")}
"""The lists of a fact whose members have phrases, too."""


def in_english(facts: ClauseFacts, say: Say) -> ClauseFacts:
    """Facts with the English that ``say`` knows for their phrases. It is asked in the order of the facts."""
    spoken = {
        name: tuple(_spoken(fact, say) for fact in getattr(facts, name)) for name in ClauseFacts.__slots__
    }
    return ClauseFacts(**spoken)


def _spoken(fact: Any, say: Say) -> Any:
    states: list[str] = []
    filled = _filled(fact, say, states)
    if not isinstance(filled, Instrument | Target) or not states:
        return filled
    return replace(filled, english="machine" if "machine" in states else "reviewed")


def _filled(fact: Any, say: Say, states: list[str]) -> Any:
    """A fact, or a member of one, with its English; ``states`` receives those of all its phrases that have any."""
    changes: dict[str, Any] = {}
    for field, chinese, english in _PRINTED[type(fact)]:
        printed = None if _otherwise(fact, field) else getattr(fact, chinese)
        there = getattr(fact, english)
        if printed and (said := say(field, printed, there)):
            changes[english] = said.en
            states.append(said.state)
        elif there:
            states.append("reviewed")  # from the word lists of the project
    for name in _INSIDE.get(type(fact), ()):
        members = getattr(fact, name)
        if members:
            changes[name] = tuple(_filled(each, say, states) for each in members)
    return replace(fact, **changes) if changes else fact


def _otherwise(fact: object, field: str) -> bool:
    """Whether pages print something else than the phrase: the year of a goal, the clause that is meant."""
    if isinstance(fact, Citation):
        return fact.kind == "own_clause"
    return isinstance(fact, Target) and field == "deadline" and fact.year is not None
