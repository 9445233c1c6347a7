"""Which places below its own a text names, and in which sentence: what a city plans for its districts, a province for its cities."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from digest.enrich.places import Places
from digest.model.document import Clause, Kind
from digest.model.facts import AgencyRole, Area
from digest.regex import regex
from digest.text.sentences import sentence_spans


def find_areas(clause: Clause, places: Places, bodies: Collection[AgencyRole] = ()) -> tuple[Area, ...]:
    """The places that a clause names, each once a sentence, in the order of the text; what a heading
    names has the whole clause. A place in the title of a document or in the
    name of one of the ``bodies`` that answer for a task is none; notes explain, and front matter names whom a text is sent to."""
    if clause.kind in _NO_TASKS or not places.chain:
        return ()
    codes = places.all.names_below(places.chain[0].code)
    if not codes:
        return ()
    taken = [(body.start, body.end) for body in bodies]
    taken += [match.span() for match in _TITLE.finditer(clause.text)]
    found: dict[tuple[int, str], Area] = {}
    for name, start, end in _named(clause, _pattern(frozenset(codes)), taken):
        place, words = places.all[codes[name]], clause.text[start:end]
        area = Area(place.name_zh, place.name_en, place.code, name, words, start, end)
        found.setdefault((start, place.code), area)
    return tuple(found.values())


def _named(
    clause: Clause, pattern: re.Pattern[str], taken: Collection[tuple[int, int]]
) -> Iterator[tuple[str, int, int]]:
    """The printed names, each with the place of what is said of it."""
    if clause.text:
        yield from ((name, 0, len(clause.text)) for name in pattern.findall(clause.heading or ""))
    for start, end in sentence_spans(clause.text):
        for match in pattern.finditer(clause.text, start, end):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                yield match[0], start, end


_NO_TASKS = frozenset({Kind.NOTE, Kind.FOOTNOTE, Kind.FRONT})
_TITLE = regex("《[^《》]*》")
_OTHERS = (
    r"(?![\u4e00-\u9fff]{0,4}(?:大学|学院)|海关|银行|机场|铁路|日报|市?税务"
    r"|湾|半岛|(?:经济|(?:大?都|城)市)(?:协作)?[区圈群带]"
    r"|市?(?:以外|之外|除外|外的?其他))"
)
"""What makes the name of a place that of another thing: 沈阳经济区, 大连湾; 沈阳以外的城市 are all but it."""


@lru_cache(maxsize=64)  # a pure function; all clauses of a text ask for the same names
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """The names, the longest first, where no other name goes on."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return regex(f"(?:{'|'.join(map(re.escape, longest))}){_OTHERS}")
