"""Which place a body belongs to: 市 in a Shenzhen text is 深圳市, 南山区 there is 深圳市南山区."""

import re
from dataclasses import dataclass, field

from digest.model.corpus import Jurisdiction
from digest.text.place_names import ProposedPlace
from digest.text.places import Gazetteer, bare_name

LEVEL_MARKS = ("自治区", "国家", "省", "市", "区", "县", "州", "盟", "旗")
"""Words that stand for a place of the text's own line: 省 in 省财政厅."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places a text may mean: ``chain`` from its own up to the nation, and ``all`` there are.

    An empty chain is a text whose place nobody knows. ``zone``: the text is of a zone that the lowest of the chain governs;
    the bodies that it names without a place are the zone's.
    """

    chain: tuple[Jurisdiction, ...] = ()
    all: Gazetteer = field(default_factory=Gazetteer)
    zone: bool = False

    @property
    def own(self) -> Jurisdiction | None:
        return self.chain[0] if self.chain and not self.zone else None


def places_of(code: str | None, places: Gazetteer, named: ProposedPlace | None = None) -> Places:
    """The places of a text from a jurisdiction code, and from the place that its title or issuers name; an empty chain
    for an unknown code."""
    return Places(places.chain(code), places, zone=bool(named and named.zone and named.code == code))


def resolve_place(head: str, places: Places) -> Jurisdiction | None:
    """The place a name or a level mark stands for; "" is the text's own. None when it is unknown."""
    if not head:
        return places.own
    if head in LEVEL_MARKS:
        return next((place for place in places.chain if _has_mark(place, head)), None)
    everywhere = (*places.chain, *(place for place in places.all.own.values() if place not in places.chain))
    for fits in (_is_full_name, _is_tail_of_name, _is_bare_name):
        found = [place for place in everywhere if fits(place, head)]
        if len(found) == 1 or (found and found[0] in places.chain):
            return found[0]
    return _listed(head, places)


def _listed(head: str, places: Places) -> Jurisdiction | None:
    """The place with a name in the table: the only one, or the only one below the lowest place of the text that has any:
    南山区 in a text of 深圳市, or of 广东省, is not that of 鹤岗市."""
    codes = places.all.called(head) or places.all.called_shortly(head)
    for above in places.chain[:-1]:
        below = [code for code in codes if above in places.all.chain(code)]
        if below:
            return places.all[below[0]] if len(below) == 1 else None
    return places.all[next(iter(codes))] if len(codes) == 1 else None


def below(name: str, places: Places) -> str:
    """The full name of a place that is only printed: 深汕特别合作区 in a Shenzhen text."""
    own = places.own
    if own is None or own.level == "nation":
        return name
    city = next((place.name_zh for place in places.chain if place.name_zh.endswith("市")), None)
    if name.startswith("各") or name == "新区":
        return own.name_zh + name
    if city is None or name.startswith((city, bare_name(city))):
        return name
    if own.level == "county" and re.search(r"(?:镇|乡|街道|社区|村)$", name):
        return own.name_zh + name
    return city + name if re.search(r"(?:[^自][^治]区|县|旗|镇|街道)$", name) else name


def english_name(place: Jurisdiction) -> str:
    """The English name to stand before a body: Shandong, Shenzhen, Nanshan District, Shenzhen."""
    return re.sub(r" (?:Province|Municipality|City)$", "", place.name_en)


def _has_mark(place: Jurisdiction, mark: str) -> bool:
    if mark == "国家":
        return place.level == "nation"
    if mark == "区":
        return place.name_zh.endswith("区") and place.level in {"county", "zone"}
    return place.name_zh.endswith(mark)


def _is_full_name(place: Jurisdiction, name: str) -> bool:
    return place.name_zh == name


def _is_tail_of_name(place: Jurisdiction, name: str) -> bool:
    return len(name) > 1 and place.name_zh.endswith(name)


def _is_bare_name(place: Jurisdiction, name: str) -> bool:
    return len(name) > 1 and bare_name(place.name_zh) == name
