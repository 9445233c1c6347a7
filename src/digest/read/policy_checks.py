"""What policy.toml says that its keys allow and that cannot be so: values and reasons that do not go together, names that nobody knows."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from gettext import gettext
from typing import Any, NamedTuple

from digest.model.problem import Problem
from digest.model.reasons import REASONS
from digest.model.source import Source
from digest.model.vocabulary import PlaceWords
from digest.read.policy_keys import DATE, NOTHING, PERIOD, STATED
from digest.read.schema import Key, describe
from digest.read.toml import TomlFile, suggestion
from digest.regex import regex
from digest.text.dates import days_of, out_of_order
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer

_SMALL, _HAN = regex(r"[a-z]"), regex(r"[\u4e00-\u9fff]")
_NAMED = regex(r"https?://\S+|\w+[_.]\w+", re.ASCII)
# A slip of one, too: Yichun-2024, yichun_2024. Titles are Chinese, or have spaces (GB/T 2260).
_LIKE_A_NAME = regex(r"[A-Za-z0-9_.-]+")
_EXAMPLES = {"how": 'how = "text"', "sure": 'sure = "medium"'}
"""How a key is written that says how a value is known."""


class KnownNames(NamedTuple):
    """What a policy may name: the places with the words that say of which one it is, the ids of each list in genres.toml with what
    else they are called, the policies.

    None, or no list, where it could not be read: then nothing is said about the values.
    """

    jurisdictions: Gazetteer | None
    terms: Mapping[str, Mapping[str, Sequence[str]]]
    policies: Collection[str]
    place_words: PlaceWords | None = None


def check_policy(file: TomlFile, folder: str, source: Source | None, known: KnownNames) -> Iterator[Problem]:
    """What is wrong in the policy.toml of a folder beside its text, None where that could not be read.

    Problems: R201, R206-R208, R211-R214, R232, R233, R240, R242; ``read_policy`` says what they mean.
    """
    yield from _english_title(file)
    yield from _stated_problems(file)
    yield from _order_problems(file)
    yield from _unknown_values(file, folder, known)
    if source:
        yield from _line_problems(file, source)


def _english_title(file: TomlFile) -> Iterator[Problem]:
    if found := "".join(_HAN.findall(file.data.get("title_en", ""))):
        yield file.at_value("R242", ("title_en",), found=found)


def _stated_problems(file: TomlFile) -> Iterator[Problem]:
    """Where value, basis, how and sure of a table do not go together, days that do not exist, and no title."""
    if not file.data["title_zh"].get("value"):
        yield file.at_key("R232", ("title_zh",))
    for key in STATED:
        table = file.data.get(key.name, NOTHING)
        basis = table["basis"]
        has = {name for name in ("value", "sure") if table.get(name)}
        has |= {"how" for name in ("how", "how_zh", "how_en") if table.get(name)}
        needed = {"printed": {"value"}, "unknown": set()}.get(basis, {"value", "how", "sure"})
        barred = {"printed": {"sure"}, "unknown": {"value", "sure"}}.get(basis, set())
        values = {"field": key.name, "basis": basis}
        for name in sorted(needed - has):
            trouble = gettext("`{name}` is missing").format(name=name)
            line = _EXAMPLES.get(name) or f"value = {key.inside[0].example}"
            remedy = gettext("Add `{line}` to [{field}] with the right value, or change the basis.")
            said = remedy.format(line=line, field=key.name)
            yield file.at_value("R206", (key.name, "basis"), **values, trouble=trouble, remedy=said)
        for name in sorted(barred & has):
            trouble = gettext("there is `{name}`").format(name=name)
            remedy = gettext("Remove `{name}` from [{field}], or change the basis.")
            said = remedy.format(name=name, field=key.name)
            yield file.at_key("R206", (key.name, name), **values, trouble=trouble, remedy=said)
        yield from _free_words(file, key.name, table)
        if key.inside[0].rule in (DATE, PERIOD) and table.get("value"):
            yield from _no_such_day(file, key)


def _free_words(file: TomlFile, field: str, table: Mapping[str, Any]) -> Iterator[Problem]:
    """A `how` that is no code: what it says in words, which are read, belongs to the key of their language."""
    words = table.get("how")
    if words is None or words in REASONS:
        return
    said_of = {gettext(said): code for code, said in REASONS.items()}
    meant = suggestion(said_of.get(words, words), REASONS)
    name, other = ("how_en", "how_zh") if is_english(words) else ("how_zh", "how_en")
    if meant:
        remedy = ""
    elif name in table:
        remedy = gettext("Remove it: `{name}` already gives the basis in words.")
    else:
        remedy = gettext(
            "Rename the key to `{name}`. The words stay as they are, and `{other}` has them in the other "
            "language."
        )
    yield file.at_value(
        "R240",
        (field, "how"),
        field=field,
        found=describe(words),
        suggestion=meant,
        remedy=remedy.format(name=name, other=other),
        known=", ".join(f"{code} ({said})" for said, code in said_of.items()),
    )


def is_english(words: str) -> bool:
    """Whether words are English, which may quote Chinese: ``The title: 起草说明.`` Chinese ones may name ``GB/T 2260``,
    ``source_url`` or an address, so only small letters of ordinary words count.
    """
    return len(_SMALL.findall(_NAMED.sub("", words))) > len(_HAN.findall(words))


def _no_such_day(file: TomlFile, key: Key) -> Iterator[Problem]:
    value = file.data[key.name]["value"]
    if days_of(value) is None:
        path, example = (key.name, "value"), key.inside[0].example
        wrong = next((each for each in value.split("/") if days_of(each) is None), value)
        month = days_of(wrong[: len("2024-02")])
        says, found = gettext("a day that exists"), f'"{value}"'
        if month:
            says = gettext("a day that exists (this month ends on {day})").format(day=month[1].isoformat())
        yield file.at_value(
            "R106", path, key=f"{key.name}.value", expected=says, found=found, example=example
        )


def _order_problems(file: TomlFile) -> Iterator[Problem]:
    """Dates that cannot both be right."""
    values = {key.name: file.data.get(key.name, NOTHING).get("value") for key in STATED if key.inside[0].rule}
    for later, ends, earlier, begins in out_of_order(values):
        yield file.at_value("R211", (later, "value"), field=later, ends=ends, other=earlier, begins=begins)


def _unknown_values(file: TomlFile, folder: str, known: KnownNames) -> Iterator[Problem]:
    yield from _place_problems(file, known.jurisdictions, known.place_words)
    for name, terms in known.terms.items():
        value = file.data[name].get("value")
        if value and value not in terms:
            by_name = {each: code for code, names in terms.items() for each in names}
            meant = suggestion(by_name.get(value, value), terms)
            yield file.at_value(
                "R207",
                (name, "value"),
                list=name,
                found=describe(value),
                file="genres.toml",
                suggestion=meant,
                known=", ".join(f"{code} ({names[0]})" for code, names in terms.items()),
            )
    for index, relation in enumerate(file.data.get("relations", ())):
        target = relation["target"]
        where = ("relations", index, "target")
        if target in (folder, file.data["title_zh"].get("value")):
            yield file.at_value("R233", where, found=target)
        elif _LIKE_A_NAME.fullmatch(target) and target not in known.policies:
            meant = suggestion(target.lower().replace("_", "-"), known.policies)
            yield file.at_value("R208", where, found=target, suggestion=meant)


def _meant(places: Gazetteer, code: str) -> set[str]:
    """The codes of the places whose names fit a code: its own; of a zone, also those that govern it."""
    chain = places.chain(code)
    return {place.code for place in (chain if chain[0].level == "zone" else chain[:1])}


def _place_problems(file: TomlFile, places: Gazetteer | None, words: PlaceWords | None) -> Iterator[Problem]:
    """A code that nobody knows (R201), or one of another place than the one that title or issuers name in full (R214)."""
    code = file.data["jurisdiction"].get("value")
    if not code or places is None:
        return
    title, issuers = (file.data[name].get("value") for name in ("title_zh", "issuers"))
    named = propose_place([title] if title else [], issuers or [], places, words) if words else None
    where = ("jurisdiction", "value")
    if code not in places:
        remedy = gettext("Take the code of the place that issued the text from GB/T 2260.")
        if named:
            remedy = (
                gettext("“{words}” has no code of its own. {name} governs it: {code}.")
                if named.zone
                else gettext("“{words}” is {name}: its code is {code}.")
            ).format(words=named.words, name=places[named.code].name_zh, code=named.code)
        yield file.at_value("R201", where, found=code, remedy=remedy)
    elif named and named.sure == "high" and named.code not in _meant(places, code):
        yield file.at_value(
            "R214",
            where,
            found=code,
            name=places[code].name_zh,
            field=named.field,
            words=f"“{named.words}”",
            other=named.code,
            meant=places[named.code].name_zh,
        )


def _line_problems(file: TomlFile, source: Source) -> Iterator[Problem]:
    """Rules under [[lines]] that name no line, or both its words and its number, or a line that is not there."""
    rules = file.data.get("lines", ())
    printed = {line.strip() for line in source.text.splitlines()} if rules else set()
    for index, rule in enumerate(rules):
        where = ("lines", index)
        if ("text" in rule) == ("number" in rule):
            yield file.at_key("R212", where, number=index + 1)
        elif "text" in rule and rule["text"].strip() not in printed:
            yield file.at_value("R213", (*where, "text"), line=f"“{rule['text'].strip()}”", file=source.name)
        elif "number" in rule and not 0 < rule["number"] <= len(source.line_starts):
            yield file.at_value("R213", (*where, "number"), line=rule["number"], file=source.name)
