"""jurisdictions.toml: places that the table of the program does not have, or that a project describes otherwise."""

from collections.abc import Iterator, Mapping
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.model.corpus import Jurisdiction
from digest.model.problem import Problem
from digest.read.schema import Key, Shape, TextRule, check, place_in
from digest.read.toml import TomlFile, read_toml
from digest.regex import regex
from digest.text.places import Gazetteer

LEVELS = ("nation", "province", "prefecture", "county", "zone")

_CODE = TextRule(regex(r"[0-9]{6}"), "a code of six digits (GB/T 2260)", '"440300"')

JURISDICTIONS = (
    Key(
        "jurisdiction",
        Shape.TABLES,
        required=False,
        inside=(
            Key("code", rule=_CODE, unique=True),
            Key("name_zh", unique=True),
            Key("name_en"),
            Key("level", choices=LEVELS),
            Key("parent", required=False, rule=_CODE),
        ),
    ),
)


class ReadJurisdictions(NamedTuple):
    """The places of a project by their codes, none where it has no such file; or None with the reasons."""

    jurisdictions: Mapping[str, Jurisdiction] | None
    problems: tuple[Problem, ...]


def read_jurisdictions(content: Path) -> ReadJurisdictions:
    """``jurisdictions.toml`` of a content folder.

    Problems: those of ``read_toml`` and ``check``, R202 a parent that is neither there nor in the table, R203 a ring of
    parents. Afterwards every place but the nation has a parent, and every way up ends at the nation.
    """
    path = content / "jurisdictions.toml"
    if not (path.exists() or path.is_symlink()):
        return ReadJurisdictions({}, ())
    file, problems = read_toml(path)
    if file is None:
        return ReadJurisdictions(None, problems)
    if problems := check(file, JURISDICTIONS):
        return ReadJurisdictions(None, problems)
    places = tuple(
        Jurisdiction(row["code"], row["name_zh"], row["name_en"], row["level"], row.get("parent"))
        for row in file.data.get("jurisdiction", ())
    )
    by_code = {place.code: place for place in places}
    if problems := tuple(_tree_problems(file, places, Gazetteer(by_code))):
        return ReadJurisdictions(None, problems)
    return ReadJurisdictions(by_code, ())


def _tree_problems(
    file: TomlFile, places: tuple[Jurisdiction, ...], by_code: Mapping[str, Jurisdiction]
) -> Iterator[Problem]:
    told: set[str] = set()  # one message for each ring, not one for each place in it
    for index, place in enumerate(places):
        where = ("jurisdiction", index)
        if place.parent is None:
            if place.level != LEVELS[0]:
                name = gettext(" for {name}").format(name=place.name_zh)
                below = place_in(file, where)
                yield file.at_key("R102", where, key="parent", where=name, place=below, example='"000000"')
        elif place.parent not in by_code:
            yield file.at_value(
                "R202",
                (*where, "parent"),
                found=place.parent,
                name=place.name_zh,
            )
        elif place.code not in told and (ring := _ring(place, by_code)):
            told.update(each.code for each in ring)
            way = " → ".join(each.name_zh for each in (*ring, ring[0]))
            yield file.at_value("R203", (*where, "parent"), name=place.name_zh, way=way)


def _ring(place: Jurisdiction, by_code: Mapping[str, Jurisdiction]) -> tuple[Jurisdiction, ...]:
    """The places from one up to itself again; none when the way up ends, or runs into another ring."""
    way = [place]
    while (above := by_code.get(way[-1].parent or "")) and above not in way:
        way.append(above)
    return tuple(way) if above == place else ()
