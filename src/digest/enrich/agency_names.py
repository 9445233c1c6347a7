"""The canonical name of a body: 发展改革委 in a Shenzhen text -> 深圳市发展和改革委员会.

A printed name is [head] body, where the head is a place or the mark of one (市, 省). The word
lists know fields and organs, never the bodies of one place.
"""

import re
from typing import NamedTuple

from digest.enrich.places import LEVEL_MARKS, Places, below, english_name, resolve_place
from digest.model.corpus import Jurisdiction
from digest.model.vocabulary import AgencyField, AgencyWords, NamedAgency, Organ
from digest.regex import regex
from digest.text.places import bare_name
from digest.text.rules import Rule, any_of


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
    if _NOBODY.search(printed) or not _SHORTEST <= len(printed) <= _LONGEST:
        return None
    whole = words.named_of.get(printed)
    if whole is not None:
        return _named(whole, resolve_place(inherited, places), "")
    of_nation = words.named_of.get("国家" + printed)  # 统计局 in a text of the State Council is 国家统计局
    if of_nation is not None and places.own is not None and places.own.level == "nation":
        return _named(of_nation, places.own, "")
    return (
        _government(printed, inherited, places)
        or _party(printed, places, words)
        or _listed(printed, inherited, places, words)
        or _unlisted(printed, inherited, places, words)
    )


_SHORTEST, _LONGEST = 2, 40
_LONGEST_PLACE = 4
NOBODIES = (
    Rule("a body by what it is", "(?:部门|单位)$", "行业主管部门"),
    Rule(
        "bodies of several places",
        "(?:^|[^同])(?:有关|相关|各|成员|责任|主管|业务|职能|部)(?:地区?|方面|市|县)$",
        "有关地区",
        but=("大同各县",),
        why="各 is of the place",
    ),
)
"""Who is nobody in particular."""

_NOBODY = any_of(NOBODIES)
_MARK = "|".join(LEVEL_MARKS)
_GOVERNMENT = regex(
    r"(?P<head>.{0,24}?)(?:(?P<level>级)?(?:人民)?政府(?P<office>办公厅|办公室|办)?|(?P<zone>管(?:理)?委(?:员)?会)"
    r"|(?P<street>(?:街道)?办事处|(?<=街道)办))"
)
_PARTY = regex(rf"(?P<head>{_MARK})委(?!员会)(?P<rest>.{{2,16}}(?:部|办|办公室|厅|局|委|委员会|校|研究室))")
_COMMITTEE = regex(r"中共(?P<place>.{2,16}[省市区县州旗])委(?:员会)?")
_NATIONWIDE = ("民航", "国网", "国铁", "中国", "中央", "全国", "共青团")
BODY_ENDS = (
    *(
        "局",
        "厅",
        "委",
        "委员会",
        "办",
        "办公室",
        "部",
        "署",
        "院",
        "中心",
        "集团",
        "公司",
        "银行",
        "分行",
        "支行",
        "海关",
        "学院",
    ),
    *("大学", "协会", "学会", "联合会", "联盟", "社", "站", "所", "队", "馆", "会"),
)
"""What ends the name of a body that the lists do not know, in a list of bodies."""


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
        zh, what = (
            (place_zh if place or not head else _zone(head, places)) + "管理委员会",
            "Administrative Committee",
        )
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
    committee = _COMMITTEE.fullmatch(printed)
    if committee:
        place = resolve_place(committee["place"], places)
        zh = place.name_zh if place else committee["place"]
        return AgencyName(
            f"中共{zh}委", f"CPC {english_name(place)} Committee" if place else None, known=True, head=""
        )
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
        if named is not None:  # 国家税务总局 in 国家税务总局安徽省税务局
            head = head.removeprefix(named.zh.partition("{")[0])
        place = resolve_place(head or inherited, places)
        local = (
            field is not None and head in LEVEL_MARKS
        )  # 省金融监管局 is the province's own, 浙江金融监管局 is not
        if (
            named is not None
            and not local
            and (place or not head or head in LEVEL_MARKS or _looks_like_place(head, named))
        ):
            return _named(named, place, head)
        if place is None and head not in {*LEVEL_MARKS, ""} and not _looks_like_place(head):
            return None
        if field is not None and organ is not None:
            return _regular(
                field, organ, place, _zone(head or inherited, places) if place is None else "", head
            )
    return None


def _unlisted(printed: str, inherited: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """A body the lists do not know: its place in front, the organ in full."""
    if not printed.endswith(BODY_ENDS):
        return None
    if branch := _branch(printed, places, words):
        return branch
    head = next((m for m in LEVEL_MARKS if printed.startswith(m) and len(printed) > len(m) + 1), "")
    organ = next((name for name in words.organ_of if printed.endswith(name)), "")
    if head and len(printed) == len(head) + 2:
        organ = ""  # 市建委: what 建 is short for is not known
    if (not head and not organ) or printed.startswith(_NATIONWIDE):
        return AgencyName(printed, None, known=False, head="")
    rest = printed.removeprefix(head)
    full = rest.removesuffix(organ) + (words.organ_of[organ].zh if organ else "")
    if not head and (own := _PRINTED_PLACE.match(full)) and resolve_place(own["place"], places) is None:
        return AgencyName(_zone(own["place"], places) + full[own.end() :], None, known=False, head="")
    place = resolve_place(head or inherited, places)
    starts_with_place = any(rest.startswith(bare_name(p.name_zh)) for p in places.chain)
    if place is None or place.level == "nation" or (not head and starts_with_place):
        return AgencyName(head + full, None, known=False, head=head)
    return AgencyName(place.name_zh + full, None, known=False, head=head)


_PRINTED_PLACE = regex(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?"
    r"(?:开发区|高新区|经开区|新区|自贸区|保税区|度假区|合作区|[^管社地景园]区|县))(?=.{3})"
)


def _zone(name: str, places: Places) -> str:
    """The full name of a place that is only printed; a development zone carries the bare name of its city:
    南沙开发区 in a text of Guangzhou is 广州南沙开发区, 经开区 in one of Huhhot 呼和浩特经济技术开发区."""
    full = _ZONES.get(name, name)
    if not full.endswith("开发区"):
        return below(full, places)
    city = next((bare_name(place.name_zh) for place in places.chain if place.name_zh.endswith("市")), "")
    return full if full.startswith(city) else city + full


_ZONES = {"经开区": "经济技术开发区", "高新区": "高新技术产业开发区"}


def _branch(printed: str, places: Places, words: AgencyWords) -> AgencyName | None:
    """A branch of a bank of the nation: 人行合肥中心支行 -> 中国人民银行合肥中心支行."""
    if not printed.endswith("行"):
        return None
    names = [
        name for name in words.named_of if printed.startswith(name) and words.named_of[name].zh.endswith("行")
    ]
    name = max(names, key=len, default=None)
    if name is None:
        return None
    bank, rest = words.named_of[name], printed.removeprefix(name)
    kind = next((each for each in _BRANCHES if rest.endswith(each)), None)
    place = resolve_place(rest.removesuffix(kind), places) if kind else None
    en = f"{bank.en}, {english_name(place)} {_BRANCHES[kind]}" if kind and place else None
    return AgencyName(bank.zh + rest, en, known=True, head="")


_BRANCHES = {"中心支行": "Central Sub-branch", "分行": "Branch", "支行": "Sub-branch"}


def _named(agency: NamedAgency, place: Jurisdiction | None, head: str) -> AgencyName:
    if _is_national(head, place):
        return AgencyName(agency.nation_zh or agency.zh, agency.nation_en or agency.en, known=True, head=head)
    full = place.name_zh if place else head
    zh = agency.zh.format(place=full, short=bare_name(full))
    own = head if head in LEVEL_MARKS else ""
    if place is None:
        return AgencyName(zh, agency.en if "{" not in agency.en else None, known=True, head=own)
    if agency.en.startswith("{place} "):
        return AgencyName(zh, _english(agency.en, place), known=True, head=own)
    en = agency.en.format(place=english_name(place), short=english_name(place))
    return AgencyName(zh, en, known=True, head=own)


def _regular(
    field: AgencyField, organ: Organ, place: Jurisdiction | None, printed_place: str, head: str
) -> AgencyName:
    """A body made of a field and an organ; ministries (部) without a place are the nation's in any text."""
    if _is_national(head, place) or (organ.zh in {"部", "总局"} and not head):
        zh = ("国家" if head == "国家" else organ.nation_zh) + field.zh + organ.zh
        return AgencyName(zh, organ.nation_en.format(field=field.en), known=True, head="")
    body = field.zh + organ.zh
    if place is None:
        return AgencyName(printed_place + body, None, known=True, head=head)
    en = field.bureau if field.bureau and organ.zh == "局" else organ.en
    return AgencyName(place.name_zh + body, _english(en, place, field.en), known=True, head=head)


def _is_national(head: str, place: Jurisdiction | None) -> bool:
    """国家发展改革委 is the nation's, whether or not a site lists the nation among its places."""
    return head == "国家" or (place is not None and place.level == "nation")


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
