"""The English of a part of a clause, sentence by sentence, and of what a share is taken of."""

import re
from functools import lru_cache

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import Instrument, Target


def english_of(policy: Policy, clause: Clause, fact: Instrument | Target) -> str | None:
    """The sentences of a translation that hold a fact; None where there is none, or none that is up to date."""
    translation = policy.translations.get(clause.id)
    if translation is None or translation.state == "stale" or fact.start == fact.end:
        return None
    return english_sentences(clause.text, translation.text, fact.start, fact.end)


def english_base(policy: Policy, clause: Clause, fact: Instrument) -> str | None:
    """What a share is taken of: as its translators name it, else in the words of the translation; None where they are
    not plain to see."""
    if fact.rate_base_en:
        return fact.rate_base_en
    if fact.rate_percent is None or not fact.rate_base_zh:
        return None
    return taken_of(english_of(policy, clause, fact) or "", fact.rate_percent)


@lru_cache(maxsize=4096)  # a pure function; a measure is quoted on many pages
def english_sentences(chinese: str, english: str, start: int, end: int) -> str | None:
    """The English sentences for ``chinese[start:end]``; None where the two texts do not have the same number
    of sentences, paragraph by paragraph, so that it is not sure which one says it."""
    ours, theirs = chinese.split("\n"), english.split("\n")
    if len(ours) != len(theirs):
        return None
    found: list[str] = []
    at = 0
    for printed, translated in zip(ours, theirs, strict=True):
        spans = [
            (at + match.start(), at + match.end())
            for match in _CHINESE.finditer(printed)
            if match.group().strip()
        ]
        sentences = [sentence for sentence in _ENGLISH.split(translated) if sentence.strip()]
        touched = [index for index, (first, last) in enumerate(spans) if first < end and start < last]
        if touched and len(spans) != len(sentences):
            return None
        found += [sentences[index] for index in touched]
        at += len(printed) + 1
    return " ".join(found) or None


def taken_of(sentences: str, percent: float) -> str | None:
    """What a share is taken of, in the words of a translation: "a subsidy of 30% of the cost, up to" -> "the
    cost"; None where the share stands there more than once or otherwise."""
    found = re.findall(rf"(?<![\d.]){percent:g}% of ((?:[^,.;()]|\([^()]*\))+)", sentences)
    return found[0].strip() if len(found) == 1 else None


_CHINESE = re.compile(r"[^。！？\n]+[。！？]*")
_ENGLISH = re.compile(r"(?<=[.!?])[”\")]*\s+(?=[“\"(]*[A-Z])")
