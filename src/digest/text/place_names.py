"""Which place a policy is of, from its title and the bodies that issued it: 深圳市龙华区工业和信息化局 -> 440309.

A proposal for somebody who knows better: where names leave two places possible (朝阳区 alone is of Beijing or of Changchun), there is
none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from digest.model.vocabulary import PlaceWords
from digest.model.vocabulary import any_of as any_word
from digest.regex import regex
from digest.text.places import NATION, Gazetteer
from digest.text.rules import Rule, any_of


class ProposedPlace(NamedTuple):
    """A place by its ``code``, and the printed ``words`` it rests on, in a field of policy.toml: ``issuers`` or ``title_zh``.

    ``sure`` is high where a name stands there in full, and only one place has it; else medium. ``zone`` is the printed name
    of a zone without a code (苏州工业园区): then ``code`` is that of the place which governs it.
    """

    code: str
    words: str
    field: str
    sure: str
    zone: str | None = None


def propose_place(
    titles: Sequence[str], issuers: Sequence[str], places: Gazetteer, words: PlaceWords
) -> ProposedPlace | None:
    """The place of a policy with these titles (the notice's, that of the text it carries) and issuers; None where they name
    none, or may mean several. Who issued it decides, and in a title what stands before 关于."""
    makers = list(_makers(issuers, places, words))
    before = list(_makers(map(_before_matter, titles), places, words))
    named = [found for title in titles for found in _in_title(title, places, words)]
    for field, stated in (("issuers", makers), ("title_zh", before), ("title_zh", named)):
        sure = [each for each in stated if len(each.codes) == 1]
        decided = _one(sure, places) if sure else _narrowed(stated, (*makers, *before, *named), places)
        if decided:
            (code,) = decided.codes
            return ProposedPlace(
                code, decided.words, field, "high" if decided.full else "medium", decided.zone
            )
        if sure:
            return None  # of several places
    return None


def places_in(title: str, places: Gazetteer) -> Iterator[str]:
    """The names of places and zones that stand in a title, each as long as it is printed: 南京江北新区促进… -> 南京, 江北新区."""
    at = 0
    while at < len(title) - 1:
        sizes = range(min(len(title) - at, _LONGEST_NAME), 1, -1)
        name = next((name for size in sizes if _is_name(name := title[at : at + size], places)), "")
        if name:
            yield name
        at += len(name) or 1


def places_below(code: str, text: str, places: Gazetteer) -> Iterator[str]:
    """The full names in a text of places below another: 松江区 for 上海市."""
    for name in _full_names(text):
        if any(code in (above.code for above in places.chain(own)[1:]) for own in places.called(name)):
            yield name


def most_named_place(text: str, places: Gazetteer) -> str | None:
    """The place that a text names most often, by its full name and more than once: who wrote it, where nothing else says so."""
    named = Counter(_full_names(text))
    known = [(count, name) for name, count in named.items() if count > 1 and places.called(name)]
    return min(known, key=lambda each: (-each[0], each[1]), default=(0, None))[1]


def _full_names(text: str) -> Iterator[str]:
    """What may be the full name of a place."""
    ends = (found.end() for found in _ENDS.finditer(text))
    return (text[end - size : end] for end in ends for size in (3, 4) if end >= size)


_LONGEST_NAME = 8
_ENDS = regex("[省市区县]")


def _is_name(name: str, places: Gazetteer) -> bool:
    return bool(name in _hosts() or places.called_shortly(name) or (len(name) > 2 and places.called(name)))


class _Named(NamedTuple):
    """Printed words that name a place, and the codes of those it may be. ``full``: as the standard writes it."""

    words: str
    codes: frozenset[str]
    full: bool
    zone: str | None = None


def _one(found: Sequence[_Named], places: Gazetteer) -> _Named | None:
    """What names the one place that all name; bodies of one line (省、市) are of the lowest that all are on the way to."""
    by_code = {next(iter(each.codes)): each for each in reversed(found)}
    for code, each in by_code.items():
        if by_code.keys() <= {place.code for place in places.chain(code)}:
            return each
    return None


def _narrowed(found: Sequence[_Named], all_named: Sequence[_Named], places: Gazetteer) -> _Named | None:
    """What names several places (龙华区), of which only one is below a place that is named elsewhere, or is the project's own."""
    certain = {code for each in all_named if len(each.codes) == 1 for code in each.codes}
    for each in found:
        below = {
            code for code in each.codes if certain & {place.code for place in places.chain(code)} - {NATION}
        }
        for left in (below, each.codes & places.own.keys()):
            if len(left) == 1:
                return each._replace(codes=frozenset(left), full=False)
    return None


NATIONAL = (
    Rule("the government of the nation", "国务院", "国务院办公厅"),
    Rule("the Party", "中共中央|中央[\u4e00-\u9fff]{2,12}[办部委室组]", "中央网信办"),
    Rule("a congress", "全国(?:人大|人民代表大会|政协)", "全国人民代表大会常务委员会"),
    Rule("a court", "最高人民(?:法院|检察院)", "最高人民法院"),
    Rule(
        "a body of the state", "国家[\u4e00-\u9fff]{2,16}(?:[^总]局|委|委员会|办公室|中心)$", "国家发展改革委"
    ),
    Rule(
        "a ministry",
        "(?![省市区县州盟旗]|[\u4e00-\u9fff]{1,10}[省市区县州盟旗团]委)[\u4e00-\u9fff]{2,12}部(?:办公厅)?$",
        "工业和信息化部",
        but=("市委宣传部", "示例市委组织部"),
        why="a department of the Party in a place",
    ),
    Rule("an administration", "[\u4e00-\u9fff]{2,14}总(?:局|署)$", "海关总署"),
)
"""Bodies of the nation, where no place is named after them (国家税务总局深圳市税务局 is of Shenzhen)."""

_NATIONAL = any_of(NATIONAL)
_NO_ZONE = regex(r"人民政府|委员会|管委会|办公|印发|支持|促进|推进|加快|建设|[局厅部省和]|企业|关于")
_FREE_TRADE = regex(
    r"中国[（(](?P<host>[\u4e00-\u9fff]{2,3})[）)]自由贸易(?:试验区|港)(?:[\u4e00-\u9fff]{2,6}?片区)?"
)
_MATTER, _AND_OTHERS = regex("关于|印发|公布|发布"), regex("等[^等]{0,6}(?:部门|单位)$")
_LEAD = regex(
    r"(?:中国共产党|中华人民共和国|中共|共青团|国网|国家[\u4e00-\u9fff]{2,10}?局|中国[\u4e00-\u9fff]{2,12}?(?:银行|会))?"
)
_LATER = regex(r"(?:关于|[印转颁]发|公布|发布|批转|修[订改]|废止|实施|《)+")
_OF_OTHERS = regex(r"(?:贯彻|落实|根据|按照|依据|转发|执行)[^《》]{0,8}《[^》]*》?")
_NO_PLACE = regex(r"大学|学院|银行|[路街场域]|公司|集团")
_LONGEST = 15


def _before_matter(title: str) -> str:
    """The bodies that a title names before what it is about: 财政部 税务总局关于…"""
    bodies, *matter = _MATTER.split(title, maxsplit=1)
    return bodies if matter else ""


def _makers(printed: Iterable[str], places: Gazetteer, words: PlaceWords) -> Iterator[_Named]:
    """The places of the bodies that issued something, as they are printed: 财政部 商务部等8部门."""
    for bodies in printed:
        for name in re.split(r"[\s、]+", _AND_OTHERS.sub("", bodies)):
            if found := _maker(name, places, words):
                yield found


def _maker(name: str, places: Gazetteer, words: PlaceWords) -> _Named | None:
    """The place of a body: the one it begins with, or the nation."""
    found = _at(name, _LEAD.match(name).end(), places, words)  # type: ignore[union-attr]  # it matches nothing, too
    body = name if name in words.nation else (national := _NATIONAL.match(name)) and national[0]
    if found is None and body:
        return _Named(body, frozenset({NATION}), full=True)
    return found


def _in_title(title: str, places: Gazetteer, words: PlaceWords) -> Iterator[_Named]:
    """The places with which a title, or what it is about, begins."""
    bare = _OF_OTHERS.sub("", title)
    starts = {0, *(match.end() for match in _LATER.finditer(bare))}
    return (found for at in sorted(starts) if (found := _at(bare, at, places, words)))


def _at(text: str, start: int, places: Gazetteer, words: PlaceWords) -> _Named | None:
    """The place whose name stands at a position, as exact as it is printed there: 广东省深圳市龙华区."""
    if trade := _FREE_TRADE.match(text, start):
        codes = places.called_shortly(trade["host"])
        return _Named(trade[0], codes, full=False, zone=trade[0]) if codes else None
    at, codes, full = start, frozenset[str](), True
    while step := _step(text, at, codes, places):
        at, codes, whole = step
        full = full and whole
    kinds = _zone_kind(words.zones)
    zone = _listed_zone(text, at, codes, places, kinds) or _zone(text, at, codes, places, kinds)
    if zone:
        end, codes = zone
        return _Named(text[start:end], codes, full=False, zone=text[start:end])
    return _Named(text[start:at], codes, full) if codes else None


def _step(
    text: str, at: int, above: frozenset[str], places: Gazetteer
) -> tuple[int, frozenset[str], bool] | None:
    """Where the longest name ends that stands at a position, whose it may be, and whether it is a full one; only places
    below those ``above`` where there are any."""
    for end in range(min(len(text), at + _LONGEST), at + 1, -1):
        name = text[at:end]
        for full, codes in ((True, places.called(name)), (False, places.called_shortly(name))):
            fitting = _below(codes, above, places) if above else codes - {NATION}
            clear = above or len(name) > 2 or not name.endswith("区")  # 东区, 城区 may be of any city
            if clear and fitting and not _NO_PLACE.match(text, end):
                return end, fitting, full
    return None


def _below(codes: frozenset[str], above: frozenset[str], places: Gazetteer) -> frozenset[str]:
    return frozenset(code for code in codes if above & {place.code for place in places.chain(code)[1:]})


def _zone(
    text: str, at: int, host: frozenset[str], places: Gazetteer, kinds: re.Pattern[str]
) -> tuple[int, frozenset[str]] | None:
    """Where the zone ends whose name goes on at a position, after that of its host or, where nothing is named before, with
    that of a county (昆山高新区), and who governs it."""
    kind = kinds.match(text, at)
    if kind is None or _NO_ZONE.search(kind["more"]):
        return None
    county = frozenset[str]().union(
        *(places.called(kind["more"] + sign) for sign in ("市", "区", "县", "新区"))
    )
    if not host:
        return (kind.end(), county) if len(kind["more"]) > 1 and county else None
    if not kind["more"] and text[at - 1] in "省市区县":
        return None  # 上海市产业园区 are all of them
    return kind.end(), _below(county, host, places) or host


def _listed_zone(
    text: str, at: int, host: frozenset[str], places: Gazetteer, kinds: re.Pattern[str]
) -> tuple[int, frozenset[str]] | None:
    """The same of the longest zone of the list whose name stands at a position."""
    name = max((name for name in _hosts() if text.startswith(name, at)), key=len, default="")
    code = _hosts().get(name, "")
    if not name or (host and not host & {place.code for place in places.chain(code)}):
        return None
    end = at + len(name)
    further = kinds.match(text, end)  # 前海深港现代服务业合作区, 中关村国家自主创新示范区
    return further.end() if further and not _NO_ZONE.search(further["more"]) else end, frozenset({code})


@cache
def _zone_kind(zones: tuple[str, ...]) -> re.Pattern[str]:
    """A kind of zone behind the words of the place that governs it; 新城 is none in 新城区, nor 合作区 in 经济合作区域."""
    return regex(rf"(?P<more>[\u4e00-\u9fff]{{0,12}}?)(?:{any_word(zones)})(?![域区])")


@cache
def _hosts() -> Mapping[str, str]:
    """The places that govern zones, by the names of these."""
    text = files("digest.text").joinpath("zones.tsv").read_text("utf-8")
    return dict(re.findall(r"^([^#\t\n]+)\t(.+)$", text, re.MULTILINE))
