"""The places of China: the table of GB/T 2260 that ships with the program, and under it what a project says itself.

``places.tsv`` says where the table is from and how its English was made. It is read when somebody first asks for a place that
a project does not list.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from digest.model.corpus import Jurisdiction
from digest.regex import regex

NATION = "000000"
NamesBelow = Mapping[str, Sequence[tuple[str, str]]]
"""Names of places with their codes, the longest first, by the two characters that they begin with."""


class Gazetteer(Mapping[str, Jurisdiction]):
    """Every place by its code: the rows of a project, which win, then those of the table.

    A district of a city is called by both names, as governments do: 深圳市南山区; all others by their own.
    """

    def __init__(self, own: Mapping[str, Jurisdiction] = MappingProxyType({})) -> None:
        self.own = dict(own)
        self._below: dict[str, NamesBelow] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, (self.own,)

    def __getitem__(self, code: str) -> Jurisdiction:
        return self.own[code] if code in self.own else _listed(code)

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from (code for code in _table().rows if code not in self.own)

    def __len__(self) -> int:
        return len(self.own.keys() | _table().rows.keys())

    def chain(self, code: str | None) -> tuple[Jurisdiction, ...]:
        """A place and those above it, up to the nation; empty for an unknown code."""
        found: list[Jurisdiction] = []
        while code and (place := self.get(code)) and place not in found:
            found.append(place)
            code = place.parent
        return tuple(found)

    def called(self, name: str) -> frozenset[str]:
        """The codes of the places with a name: in full (深圳市南山区), without the city (南山区), or as it once was (襄樊市)."""
        found = (*self._own_names.get(name, ()), *_table().names.get(name, ()))
        city, sign, district = name.partition("市")
        if sign and district:
            found += tuple(
                code for code in _table().names.get(district, ()) if self._is_below(code, city + sign)
            )
        return frozenset(found)

    def called_shortly(self, name: str) -> frozenset[str]:
        """The codes of the provinces and prefectures with a short name: 深圳, 内蒙古, 延边, 延边州."""
        return frozenset(_table().short.get(name, ()))

    def names_below(self, code: str) -> NamesBelow:
        """What texts of a place call those below it: in full (深圳市南山区), without the city
        (南山区), and shortly what a province has right below it (合肥), where seldom another word is meant. A name of two places is left
        out."""
        if code not in self._below:
            above = {bare_name(place.name_zh) for place in self.chain(code)}
            found: dict[str, set[str]] = {}
            for each in self._inside(code):
                for name in _called(self[each]):
                    found.setdefault(name, set()).add(each)
            beginning: dict[str, list[tuple[str, str]]] = {}
            for name, (own, *others) in sorted(found.items(), key=lambda each: (-len(each[0]), each[0])):
                if not others and name not in above:
                    beginning.setdefault(name[:2], []).append((name, own))
            self._below[code] = beginning
        return self._below[code]

    def _inside(self, code: str) -> frozenset[str]:
        """The codes of all places below one."""
        found, further = set[str](), [code]
        while further:
            nearest = self._children.get(further.pop(), ())
            further += (each for each in nearest if each not in found)
            found.update(nearest)
        return frozenset(found - {code})

    def _is_below(self, code: str, name: str) -> bool:
        return any(place.name_zh == name for place in self.chain(code)[1:])

    @cached_property
    def _children(self) -> Mapping[str, Sequence[str]]:
        """The codes of the places right below each."""
        found: dict[str, list[str]] = {}
        for code in self:
            found.setdefault(self[code].parent or "", []).append(code)
        return found

    @cached_property
    def _own_names(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of a project's places by their names, with and without that of the place above."""
        names: dict[str, tuple[str, ...]] = {}
        for code, place in self.own.items():
            above = self.get(place.parent or "")
            for name in {place.name_zh, place.name_zh.removeprefix(above.name_zh if above else "")}:
                names[name] = (*names.get(name, ()), code)
        return names


def bare_name(name: str) -> str:
    """A place's name without what it is: 深圳市 -> 深圳, 内蒙古自治区 -> 内蒙古, 延边朝鲜族自治州 -> 延边."""
    return _KIND.sub("", name)


_PEOPLES = (
    *(
        "维吾尔",
        "柯尔克孜",
        "塔吉克",
        "锡伯",
        "哈萨克族?",
        "蒙古族?",
        "(?:回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒)族",
    ),
    *(
        "(?:布依|朝鲜|土家|哈尼|傈僳|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|普米|保安|裕固|独龙)族",
        "(?:达斡尔|鄂温克)族",
        "各族",
    ),
)
_KIND = regex(rf"(?<=..)(?:(?:{'|'.join(_PEOPLES)})*自治[区州县旗]|特别行政区|地区|新区|[省市区县盟旗])$")
"""What a place is, with the peoples whose autonomy it states."""


def _called(place: Jurisdiction) -> Iterator[str]:
    """The names of a place in a text of one above it."""
    yield place.name_zh
    _, city, district = place.name_zh.partition("市")
    if city and len(district) > 2:
        yield district
    if place.level in ("province", "prefecture"):
        yield bare_name(place.name_zh)


class _Table(NamedTuple):
    """The name of each code and what the table says further, in force where they have changed; the codes of each name, and
    of each short name."""

    rows: Mapping[str, tuple[str, str]]
    names: Mapping[str, tuple[str, ...]]
    short: Mapping[str, tuple[str, ...]]


@cache
def _table() -> _Table:
    text = files("digest.text").joinpath("places.tsv").read_text("utf-8")
    listed = _ROW.findall(text)
    rows = {code: (name, rest) for code, name, rest in listed}  # of two with one code the later is in force
    names: dict[str, tuple[str, ...]] = {}
    short: dict[str, tuple[str, ...]] = {}
    ended = []
    for code, name, rest in listed:
        if rest[-1].isdigit():
            ended.append((code, name))
            continue
        names[name] = (*names.get(name, ()), code)
        if code.endswith("00") and code != NATION:
            bare = bare_name(name)
            if name.endswith("自治州"):
                short[bare + "州"] = (code,)
                short.setdefault(bare, (code,))  # 海南 alone is the province
            else:
                short[bare] = (*short.get(bare, ()), code)
    for code, name in ended:
        if not any(_renumbered(name, code, other, rows) for other in names.get(name, ())):
            names[name] = (*names.get(name, ()), code)
    return _Table(rows, names, short)


_ROW = regex(r"^(\d{6})\t([^\t\n]+)\t([^\n]+)$", re.MULTILINE)


def _renumbered(name: str, code: str, other: str, rows: Mapping[str, tuple[str, str]]) -> bool:
    """Whether an ended code is of the place that has another code now: 江口县 of 铜仁地区 is that of 铜仁市, but 桥东区 of 石家庄
    is not that of 张家口."""
    if code[:2] != other[:2]:
        return False
    _, city = rows.get(code[:4] + "00", ("", "0"))
    return not name.endswith("区") or code[:4] == other[:4] or city[-1].isdigit()


@cache
def _listed(code: str) -> Jurisdiction:
    """A place of the table. KeyError for a code that it does not have."""
    rows = _table().rows
    name, rest = rows[code]
    english, *draft = rest.split("\t")
    if code.endswith("0000"):
        level, above = ("nation", None) if code == NATION else ("province", NATION)
        return Jurisdiction(code, name, english, level, above)
    city, province = code[:4] + "00", code[:2] + "0000"
    above = city if city != code and city in rows else province
    if code != city and name.endswith("区") and not name.endswith("特区") and rows[above][0].endswith("市"):
        name, english = rows[above][0] + name, f"{english}, {_listed(above).name_en}"
    level = "prefecture" if code == city else "county"
    return Jurisdiction(code, name, english, level, above, drafted=bool(draft and draft[0]))
