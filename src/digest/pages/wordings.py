"""The earlier wordings of a clause on its page: readers with an address that pins one (``?at=``, see ``text/urls.py``)
find the words that were cited, and what has changed since."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from digest.model.corpus import Translation
from digest.model.ledger import Ledger, Wording
from digest.pages.clauses import Spoken
from digest.pages.prose import paragraphs
from digest.pages.strings import TAGS
from digest.text import urls
from digest.text.changes import Difference, what_changed
from digest.text.entries import joined
from digest.text.ids import text_hash, version_of

Published = tuple[Wording | str, ...]
"""The wordings that a clause was published with, the newest last; of some the ledger has the hash only."""


class EarlierWording(NamedTuple):
    """A wording that was published. ``version`` is what pins it, None where it has no text; ``anchor`` is empty where the
    same text, with another heading, has one already or is that of now. Where the ledger has the hash only, ``said`` and
    ``change`` are None; ``english`` is its translation, where there is one."""

    version: str | None
    anchor: str
    said: Spoken | None
    english: Spoken | None
    change: Difference | None


def published(ledger: Ledger) -> Mapping[str, Published]:
    """The wordings of each clause, those under former ids first."""
    found: dict[str, Published] = {}
    for name in dict.fromkeys((*ledger.aliases, *ledger.clauses)):
        end = ledger.end(name)
        found[end] = (*found.get(end, ()), *ledger.clauses.get(name, ()))
    return found


def differing(known: Published, now: Wording) -> Published:
    """The wordings that are not plainly that of now: a hash may still be."""
    return tuple(each for each in known if isinstance(each, str) or each[1:] != now[1:])


def earlier(
    known: Sequence[Wording | str], now: Wording, english: Translation | None
) -> Iterator[EarlierWording]:
    """The wordings that differ from that of now, the newest first. Numbers before a clause are no part of its wording.
    ``english`` is the translation of the clause; where ``now`` has no words, nothing is compared with it."""
    if not known:
        return
    words = {text_hash(each.text): each for each in known if isinstance(each, Wording)}
    anchored, seen = {text_hash(now.text)}, {text_hash(now.words)}
    for each in reversed(known):
        wording = words.get(each) if isinstance(each, str) else each
        text = text_hash(wording.text) if wording else str(each)
        whole = text_hash(wording.words) if wording else text
        if whole in seen or (wording is None and text in anchored):
            continue
        version = text[:8] if wording is None else version_of(wording.text)
        anchor = urls.at(version) if version and text not in anchored else ""
        seen.add(whole)
        anchored.add(text)
        if wording is None:
            yield EarlierWording(version, anchor, None, None, None)
        else:
            change = what_changed(wording.words, now.words) if now.words else None
            yield EarlierWording(version, anchor, said(wording), _english(wording, english), change)


def said(wording: Wording) -> Spoken:
    """A wording as pages show it."""
    label, heading, text = wording
    return Spoken(TAGS["zh"], label or None, heading or None, paragraphs(text), None)


def said_in_english(english: Translation) -> Spoken:
    """The same of a translation."""
    return Spoken(TAGS["en"], None, english.heading, paragraphs(english.text), english.state)


def _english(wording: Wording, english: Translation | None) -> Spoken | None:
    """The translation, where it belongs to a wording."""
    if english is None or english.was_zh is None:
        return None
    fits = text_hash(english.was_zh) == text_hash(joined(wording.heading, wording.text))
    return said_in_english(english) if fits else None
