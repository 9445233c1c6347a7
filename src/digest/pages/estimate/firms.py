"""Which supports a firm can get, and know the figures of: not those of sub-districts and departments, or of single persons."""

from digest.model.facts import Instrument
from digest.model.vocabulary import EstimateWords
from digest.pages.estimate.formula import Formula, Quantity, Uncounted


def meant_for_firms(
    words: EstimateWords, fact: Instrument, formula: Formula | Uncounted
) -> Formula | Uncounted:
    """The formula of a support, or why it is none for a firm. A sum for each person stays: a firm counts its people."""
    if isinstance(formula, Uncounted):
        return formula
    who, base = fact.recipient_zh or "", fact.rate_base_zh or ""
    person = who.endswith(words.people) or any("person" in cap.scope for cap in fact.caps)
    by_head = formula.asks == Quantity("unit", "person")
    if who.endswith(words.bodies) or (person and not by_head):
        return Uncounted("others")
    return Uncounted("unknown") if any(word in base for word in words.unknown) else formula
