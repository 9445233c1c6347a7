"""Which places below its own a text names, and in which sentence: what a city plans for its districts, a province for its cities."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from digest.enrich.places import Places
from digest.model.document import Clause, Kind
from digest.model.facts import AgencyRole, Area
from digest.model.vocabulary import PlaceNames
from digest.regex import regex
from digest.text.places import NamesBelow
from digest.text.sentences import sentence_spans


def find_areas(
    clause: Clause, places: Places, words: PlaceNames, bodies: Collection[AgencyRole] = ()
) -> tuple[Area, ...]:
    """The places that a clause names, each once a sentence, in the order of the text; what a heading
    names has the whole clause. A place in the title of a document or in the
    name of one of the ``bodies`` that answer for a task is none; notes explain, and front matter names whom a text is sent to."""
    if clause.kind in _NO_TASKS or not places.chain or not clause.text:
        return ()
    names = places.all.names_below(places.chain[0].code)
    headed = list(_printed(clause.heading or "", names, words))
    inside = list(_printed(clause.text, names, words))
    if not headed and not inside:
        return ()
    taken = [(body.start, body.end) for body in bodies]
    taken += [match.span() for match in _TITLE.finditer(clause.text)]
    spans = [(each, 0, len(clause.text)) for each in headed]
    spans += [
        (each, start, end)
        for start, end in sentence_spans(clause.text)
        for each in inside
        if start <= each.start < end and not any(a < each.end and each.start < b for a, b in taken)
    ]
    found: dict[tuple[int, str], Area] = {}
    for each, start, end in spans:
        place = places.all[each.code]
        area = Area(place.name_zh, place.name_en, place.code, each.name, clause.text[start:end], start, end)
        found.setdefault((start, place.code), area)
    return tuple(found.values())


class _Printed(NamedTuple):
    """The name of the place with a code where a text prints it."""

    name: str
    code: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.name)


def _printed(text: str, names: NamesBelow, words: PlaceNames) -> Iterator[_Printed]:
    """The names in a text, each as long as it is printed, where no other name goes on."""
    at = 0
    while at < len(text) - 1:
        for name, code in names.get(text[at : at + 2], ()):
            if text.startswith(name, at) and not words.other_name.match(text, at + len(name)):
                yield _Printed(name, code, at)
                at += len(name) - 1
                break
        at += 1


_NO_TASKS = frozenset({Kind.NOTE, Kind.FOOTNOTE, Kind.FRONT})
_TITLE = regex("《[^《》]*》")
