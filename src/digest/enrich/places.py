"""Which place a body belongs to: 市 in a Shenzhen text is 深圳市, 南山区 there is 深圳市南山区."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.model.corpus import Jurisdiction, ProposedFacts

LEVEL_MARKS = ("自治区", "国家", "省", "市", "区", "县", "州", "盟", "旗")
"""Words that stand for a place of the text's own line: 省 in 省财政厅."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places a text may mean: ``chain`` from its own up to the nation, ``known`` all others.

    An empty chain is a text whose place nobody knows.
    """

    chain: tuple[Jurisdiction, ...] = ()
    known: tuple[Jurisdiction, ...] = ()

    @property
    def own(self) -> Jurisdiction | None:
        return self.chain[0] if self.chain else None


def places_of(code: str | None, jurisdictions: Iterable[Jurisdiction]) -> Places:
    """The places of a text from a jurisdiction code; an empty chain for an unknown code."""
    by_code = {place.code: place for place in jurisdictions}
    chain: list[Jurisdiction] = []
    while code is not None and code in by_code and by_code[code] not in chain:
        chain.append(by_code[code])
        code = by_code[code].parent
    return Places(tuple(chain), tuple(place for place in by_code.values() if place not in chain))


def proposed_place(facts: ProposedFacts, jurisdictions: Iterable[Jurisdiction]) -> str | None:
    """The code of the place that a text's own title or issuers name, the most exact one; None where they
    name none, or several."""
    printed = (facts.title.value, facts.inner_title.value, *(facts.issuers.value or ()))
    named = {place for place in jurisdictions for text in printed if text and place.name_zh in text}
    longest = max((len(place.name_zh) for place in named), default=0)
    found = [place.code for place in named if len(place.name_zh) == longest]
    return found[0] if len(found) == 1 else None


def resolve_place(head: str, places: Places) -> Jurisdiction | None:
    """The place a name or a level mark stands for; "" is the text's own. None when it is unknown."""
    if not head:
        return places.own
    if head in LEVEL_MARKS:
        return next((place for place in places.chain if _has_mark(place, head)), None)
    everywhere = (*places.chain, *places.known)
    for fits in (_is_full_name, _is_tail_of_name, _is_bare_name):
        found = [place for place in everywhere if fits(place, head)]
        if len(found) == 1 or (found and found[0] in places.chain):
            return found[0]
    return None


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


def bare_name(name: str) -> str:
    """A place's name without what it is: 深圳市 -> 深圳, 内蒙古自治区 -> 内蒙古."""
    return name.removesuffix(next((kind for kind in _KINDS if name.endswith(kind)), ""))


def english_name(place: Jurisdiction) -> str:
    """The English name to stand before a body: Shandong, Shenzhen, Nanshan District, Shenzhen."""
    return re.sub(r" (?:Province|Municipality|City)$", "", place.name_en)


_KINDS = (
    *(
        "壮族自治区",
        "回族自治区",
        "维吾尔自治区",
        "自治区",
        "特别行政区",
        "自治州",
        "省",
        "市",
        "地区",
        "新区",
        "区",
        "自治县",
    ),
    *("县", "盟", "旗"),
)
"""What a place is, the longer words before those that end them."""


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
