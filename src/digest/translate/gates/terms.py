"""The glossary is kept: each term has one of its renderings as often as the Chinese has the term."""

import re
from collections.abc import Iterator, Sequence

from digest.model.vocabulary import GlossaryTerm
from digest.text.titles import printed_titles
from digest.translate.gates.terminology import Terminology, english_pattern, plain
from digest.translate.pairs import EntryPair, GateFinding, TranslatedPart, around, beginning, found


def terms(pair: EntryPair, terminology: Terminology) -> Iterator[GateFinding]:
    """T401 a term lacks a known rendering, T402 a rendering is wrong, T403 a rendering stands there of which the
    Chinese has no trace."""
    for part in pair.parts:
        yield from _terms(part, terminology.glossary.terms)
        yield from _strangers(part, pair.entry.zh, terminology)


def _terms(part: TranslatedPart, glossary: Sequence[GlossaryTerm]) -> Iterator[GateFinding]:
    en = plain(part.en)
    for term, places in _places(_without_titles(part.zh), glossary).items():
        zh = around(part.zh, places[-1], places[-1] + len(term.zh))
        got = _count(en, (term.en, *term.accepted))
        if got < len(places):
            yield found(
                "T401",
                zh,
                beginning(part.en),
                term=term.zh,
                rendering=term.en,
                wanted=len(places),
                found=got,
            )
        for words in term.forbidden:
            if match := english_pattern(words).search(en):
                place = around(part.en, *match.span(), 30)
                yield found("T402", zh, place, term=term.zh, rendering=term.en, words=match[0])


def _strangers(part: TranslatedPart, whole: str, terminology: Terminology) -> Iterator[GateFinding]:
    """Renderings of terms that share less than half of their characters with the ``whole`` Chinese."""
    en = plain(part.en)
    low = en.lower()
    for rendering, names in terminology.renderings.items():
        if rendering not in low or any(_traced(name, whole) for name in names):
            continue
        if match := english_pattern(rendering).search(en):
            place = around(part.en, *match.span(), 30)
            yield found("T403", beginning(part.zh), place, words=match[0], term=names[0])


def _traced(term: str, zh: str) -> bool:
    return 2 * sum(character in zh for character in term) >= len(term)


def _places(zh: str, glossary: Sequence[GlossaryTerm]) -> dict[GlossaryTerm, list[int]]:
    """Where each term stands; inside a longer term it does not count."""
    present = sorted((term for term in glossary if term.zh in zh), key=lambda term: -len(term.zh))
    taken = bytearray(len(zh))
    places: dict[GlossaryTerm, list[int]] = {}
    for term in present:
        for match in re.finditer(re.escape(term.zh), zh):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(term.zh)
                places.setdefault(term, []).append(match.start())
    return places


def _count(en: str, renderings: Sequence[str]) -> int:
    """How often one of the renderings stands in the English; two that overlap count once."""
    spans = sorted(match.span() for words in renderings for match in english_pattern(words).finditer(en))
    count, reached = 0, -1
    for start, end in spans:
        if start >= reached:
            count, reached = count + 1, end
    return count


def _without_titles(zh: str) -> str:
    """The Chinese with its titles blanked, in place: they have renderings of their own."""
    for title in printed_titles(zh):
        zh = zh[: title.start] + " " * (title.end - title.start) + zh[title.end :]
    return zh
