"""The English of a part of a clause, sentence by sentence, and of what a share is taken of."""

import re

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Area, Instrument, Provision, Target
from digest.text.sentences import translated_part


def english_of(policy: Policy, clause: Clause, fact: Instrument | Target | Provision | Area) -> str | None:
    """The sentences of a translation that hold a fact; None where there is none, or none that is up to date."""
    translation = policy.translations.get(clause.id)
    if translation is None or translation.state == "stale" or fact.start == fact.end:
        return None
    return translated_part(clause.text, translation.text, fact.start, fact.end)


def english_base(policy: Policy, clause: Clause, fact: Instrument) -> str | None:
    """What a share is taken of: as its translators name it, else in the words of the translation; None where they are
    not plain to see."""
    if fact.rate_base_en:
        return fact.rate_base_en
    if fact.rate_percent is None or not fact.rate_base_zh:
        return None
    return taken_of(english_of(policy, clause, fact) or "", fact.rate_percent)


def taken_of(sentences: str, percent: float) -> str | None:
    """What a share is taken of, in the words of a translation: "a subsidy of 30% of the cost, up to" -> "the
    cost"; None where the share stands there more than once or otherwise."""
    found = re.findall(rf"(?<![\d.]){percent:g}% of ((?:[^,.;()]|\([^()]*\))+)", sentences)
    return found[0].strip() if len(found) == 1 else None
