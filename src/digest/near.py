"""A new text beside the policies that are there: is it one of them, another edition of one, or the copy of another place?"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from digest.model.corpus import PolicyMeta, PolicyText
from digest.model.document import Document
from digest.model.vocabulary import DocumentWords
from digest.parse import parse
from digest.text.pairing import ALIKE, pair, wordings
from digest.text.titles import title_key, without_status, without_years


class NearPolicy(NamedTuple):
    """A policy that is there already and has much of a new one's wording. ``kind``: same (the same text), edition (of the
    same place, or by its title), copy (of another place). ``percent`` of the new text's wording is in it."""

    doc: str
    kind: str
    percent: int


def find_near(
    policies: Mapping[str, PolicyText], words: DocumentWords, document: Document, meta: PolicyMeta
) -> Iterator[NearPolicy]:
    """The policies that have this text, or most of its wording, the nearest first."""
    plain = "".join(document.source.text.split())
    texts = {slug: "".join(text.source.text.split()) for slug, text in policies.items()}
    same = [slug for slug, text in texts.items() if text == plain]
    if same:
        yield from (NearPolicy(slug, "same", 100) for slug in same)
        return
    step = max(len(plain) // _PIECES, _PIECE)
    pieces = {plain[at : at + _PIECE] for at in range(0, len(plain) - _PIECE + 1, step)}
    shares = {
        slug: sum(each in text for each in pieces) / len(pieces) for slug, text in texts.items() if pieces
    }
    likely = sorted(
        (slug for slug, share in shares.items() if share >= _WORTH), key=lambda slug: -shares[slug]
    )
    for slug in likely[:_MOST]:
        percent = _in_common(policies[slug], words, document)
        if percent >= _EDITION and _same_genre(meta, policies[slug].meta):
            yield NearPolicy(slug, "edition" if _one_policy(meta, policies[slug].meta) else "copy", percent)


_PIECES, _PIECE = 60, 8
"""So many pieces of so many characters tell whether a text is worth to be compared."""

_WORTH, _MOST = 0.3, 3
"""The share of pieces that a text must have in common for that, and how many texts are looked at."""

_EDITION = 50  # percent of the wording


def _in_common(old: PolicyText, words: DocumentWords, document: Document) -> int:
    """How much of the wording of a document is that of a policy, in percent."""
    before, _ = parse(old.source, words, old.meta.slug, old.meta.lines)
    now = wordings(document)
    pairs = pair(wordings(before), now).pairs
    kept = sum(len(now[each.new].words) for each in pairs if each.likeness >= ALIKE)
    return round(100 * kept / max(sum(len(each.words) for each in now.values()), 1))


def _same_genre(one: PolicyMeta, other: PolicyMeta) -> bool:
    """An explanation that reprints the measures is no edition of them."""
    genres = {meta.genre.value for meta in (one, other) if meta.genre.value}
    return len(genres) < 2


def _one_policy(one: PolicyMeta, other: PolicyMeta) -> bool:
    """Whether two texts are of one place, or have one title where that is not known."""
    places = [meta.jurisdiction.value for meta in (one, other)]
    if all(places):
        return places[0] == places[1]
    titles = {_core(meta.title_zh.value or "") for meta in (one, other)}
    return len(titles) == 1 and "" not in titles


def _core(title: str) -> str:
    return title_key(without_years(without_status(title)))
