"""The canonical name of a body: 发展改革委 in a Shenzhen text -> 深圳市发展和改革委员会.

A printed name is [head] body, where the head is a place or the mark of one (市, 省). The word
lists know fields and organs, never the bodies of one place.
"""

import re
from typing import NamedTuple

from digest.enrich.places import LEVEL_MARKS, Places, bare_name, below, english_name, resolve_place
from digest.model.corpus import Jurisdiction
from digest.model.vocabulary import AgencyField, AgencyWords, NamedAgency, Organ


class AgencyName(NamedTuple):
    """``known``: the word lists or the rules for governments explain the whole name. ``head`` is what
    the names after it in a list inherit ("" when nothing is printed)."""

    zh: str
    en: str | None
    known: bool
    head: str


def name_agency(printed: str, inherited: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """The canonical name of a printed one, or None when it does not look like a body.

    ``inherited`` is the head of the names before it in the same list.
    """
    if _GENERIC.search(printed) or not _SHORTEST <= len(printed) <= _LONGEST:
        return None
    whole = words.named_of.get(printed)
    if whole is not None:
        return _named(whole, resolve_place(inherited, places), "")
    return (
        _government(printed, inherited, places)
        or _party(printed, places, words)
        or _listed(printed, inherited, places, words)
        or _unlisted(printed, inherited, places, words)
    )


_SHORTEST, _LONGEST = 2, 40
_LONGEST_PLACE = 4
_GENERIC = re.compile(
    r"(?:^|[^同])(?:有关|相关|各|成员|责任|主管|业务|职能|部)(?:部门|单位|地区?|方面|市|县)$|部门$|单位$"
)
_MARK = "|".join(LEVEL_MARKS)
_GOVERNMENT = re.compile(
    r"(?P<head>.{0,24}?)(?:(?P<level>级)?(?:人民)?政府(?P<office>办公厅|办公室|办)?|(?P<zone>管(?:理)?委(?:员)?会)"
    r"|(?P<street>(?:街道)?办事处|(?<=街道)办))"
)
_PARTY = re.compile(
    rf"(?P<head>{_MARK})委(?!员会)(?P<rest>.{{2,16}}(?:部|办|办公室|厅|局|委|委员会|校|研究室))"
)
_BODY_END = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|部|署|院|中心|集团|公司|银行|[分支]行|海关|学院|大学|协会|学会|联合会|联盟|社|站|所|队|馆|会)$"
)


def _government(printed: str, inherited: str, places: Places) -> AgencyName | None:
    """人民政府 and 管理委员会, of one place or of all below (各区政府)."""
    match = _GOVERNMENT.fullmatch(printed)
    if match is None:
        return None
    head = match["head"]
    if not head and not inherited and places.own is None:
        return None
    if match["level"]:  # 各省级人民政府 names no place
        place_zh, place = head + "级", None
    else:
        place = resolve_place(head or inherited, places)
        place_zh = place.name_zh if place else below(head, places)
    if match["zone"]:
        zh, what = place_zh + "管理委员会", "Administrative Committee"
    elif match["street"]:
        zh, what = f"{place_zh.removesuffix('街道')}街道办事处", "Sub-district Office"
    else:
        office = {"办": "办公室"}.get(match["office"] or "", match["office"] or "")
        zh = f"{place_zh}人民政府{office}"
        what = "Government General Office" if office else "Government"
    en = _english("{place} " + what, place) if place else None
    explained = place is not None or bool(re.search(r"^各|[省市区县州盟旗道镇乡级）)]$", head))
    return AgencyName(zh, en, explained, head if head in LEVEL_MARKS else "")


def _party(printed: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """An office of the Party's committee: 市委宣传部 -> 中共深圳市委宣传部."""
    match = _PARTY.fullmatch(printed)
    if match is None:
        return None
    place = resolve_place(match["head"], places)
    named = words.named_of.get(match["rest"])
    if named is not None:
        return _named(named, place, match["head"])
    zh = f"中共{place.name_zh if place else match['head']}委{match['rest']}"
    return AgencyName(zh, None, known=True, head=match["head"])


def _listed(printed: str, inherited: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """A body whose field and organ, or whose whole name, the word lists know."""
    organs = [name for name in words.organ_of if printed.endswith(name)]
    for at in range(len(printed) - 1):
        rest = printed[at:]
        named = words.named_of.get(rest)
        fields = [(words.field_of.get(rest[: -len(name)]), words.organ_of[name]) for name in organs]
        field, organ = next(((f, o) for f, o in fields if f is not None), (None, None))
        if named is None and field is None:
            continue
        head = printed[:at].removesuffix("政府").removesuffix("人民")
        place = resolve_place(head or inherited, places)
        if named is not None and (place or not head or head in LEVEL_MARKS or _looks_like_place(head, named)):
            return _named(named, place, head)
        if place is None and head not in {*LEVEL_MARKS, ""} and not _looks_like_place(head):
            return None
        if field is not None and organ is not None:
            return _regular(
                field, organ, place, below(head or inherited, places) if place is None else "", head
            )
    return None


def _unlisted(printed: str, inherited: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """A body the lists do not know: its place in front, the organ in full."""
    if not _BODY_END.search(printed):
        return None
    branch = next((a for name, a in words.named_of.items() if printed.startswith(name)), None)
    if branch is not None and printed.endswith("行"):  # 人民银行深圳市中心支行
        return AgencyName(
            branch.zh + printed.removeprefix("中国").removeprefix(branch.names[0]), None, known=True, head=""
        )
    head = next((m for m in LEVEL_MARKS if printed.startswith(m) and len(printed) > len(m) + 2), "")
    organ = next((name for name in words.organ_of if printed.endswith(name)), "")
    if not head and not organ:
        return AgencyName(printed, None, known=False, head="")
    rest = printed.removeprefix(head)
    full = rest.removesuffix(organ) + (words.organ_of[organ].zh if organ else "")
    place = resolve_place(head or inherited, places)
    starts_with_place = any(rest.startswith(bare_name(p.name_zh)) for p in places.chain)
    if place is None or place.level == "nation" or (not head and starts_with_place):
        return AgencyName(head + full, None, known=False, head=head)
    return AgencyName(place.name_zh + full, None, known=False, head=head)


def _named(agency: NamedAgency, place: Jurisdiction | None, head: str) -> AgencyName:
    if place is not None and place.level == "nation":
        return AgencyName(agency.nation_zh or agency.zh, agency.nation_en or agency.en, known=True, head=head)
    full = place.name_zh if place else head
    zh = agency.zh.format(place=full, short=bare_name(full))
    own = head if head in LEVEL_MARKS else ""
    if place is None:
        return AgencyName(zh, agency.en if "{" not in agency.en else None, known=True, head=own)
    return AgencyName(
        zh, agency.en.format(place=english_name(place), short=english_name(place)), known=True, head=own
    )


def _regular(
    field: AgencyField, organ: Organ, place: Jurisdiction | None, printed_place: str, head: str
) -> AgencyName:
    """A body made of a field and an organ; ministries (部) are the nation's wherever they are named."""
    if (place is not None and place.level == "nation") or organ.zh in {"部", "总局"}:
        zh = ("国家" if head == "国家" else organ.nation_zh) + field.zh + organ.zh
        return AgencyName(zh, organ.nation_en.format(field=field.en), known=True, head="")
    body = field.zh + organ.zh
    if place is None:
        return AgencyName(printed_place + body, None, known=True, head=head)
    return AgencyName(place.name_zh + body, _english(organ.en, place, field.en), known=True, head=head)


def _english(template: str, place: Jurisdiction, field: str = "") -> str:
    """A body's English name; a place of several words goes to the end."""
    name = english_name(place)
    if name.endswith((" District", " County")) or "," in name:
        return f"{template.format(place='', field=field).strip()} of {name}"
    return template.format(place=name, field=field)


def _looks_like_place(head: str, agency: NamedAgency | None = None) -> bool:
    """Whether an unknown head can be a place; 合肥海关 carries the bare name of one."""
    if agency is not None and "{short}" in agency.zh:
        return len(head) <= _LONGEST_PLACE
    return bool(re.search(r"(?:省|市|区|县|州|盟|旗)$", head))
