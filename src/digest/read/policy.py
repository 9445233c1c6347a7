"""policy.toml and the text beside it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.corpus import PolicyMeta, PolicyText, Relation, Stated
from digest.model.problem import Problem, Severity, problem
from digest.model.reasons import REASONS
from digest.model.source import LineRule, Source
from digest.read.ledger import read_ledger
from digest.read.schema import Key, Rule, Shape, check, describe
from digest.read.source import read_policy_text
from digest.read.toml import TomlFile, read_toml, suggestion
from digest.text.dates import days_of, out_of_order, stated_date
from digest.text.place_names import propose_place
from digest.text.places import Gazetteer
from digest.text.slugs import SLUG, proposed_slug

BASES = ("printed", "inferred", "external", "unknown")
SURE = ("high", "medium", "low")
RELATIONS = ("explains", "implements", "supersedes", "amends", "cites")

_BASES = (
    *(
        ("原文", "printed"),
        ("载明", "printed"),
        ("text", "printed"),
        ("推断", "inferred"),
        ("guess", "inferred"),
    ),
    *(
        ("外部资料", "external"),
        ("web", "external"),
        ("press", "external"),
        ("未知", "unknown"),
        ("不详", "unknown"),
    ),
    *(("none", "unknown"), ("not_printed", "unknown")),
)
_SURE = (
    ("高", "high"),
    ("中", "medium"),
    ("低", "low"),
    ("certain", "high"),
    ("sure", "high"),
    ("unsure", "low"),
)
_RELATIONS = (
    *(("replaces", "supersedes"), ("repeals", "supersedes"), ("取代", "supersedes"), ("代替", "supersedes")),
    *(("废止", "supersedes"), ("解读", "explains"), ("说明", "explains"), ("interprets", "explains")),
    *(
        ("based_on", "implements"),
        ("carries_out", "implements"),
        ("落实", "implements"),
        ("贯彻", "implements"),
    ),
    *(("changes", "amends"), ("revises", "amends"), ("修改", "amends"), ("修订", "amends")),
    *(("refers_to", "cites"), ("mentions", "cites"), ("引用", "cites"), ("依据", "implements")),
)
"""Words that people write for those of the closed lists."""

_SMALL, _HAN = re.compile(r"[a-z]"), re.compile(r"[\u4e00-\u9fff]")
_NAMED = re.compile(r"https?://\S+|\w+[_.]\w+", re.ASCII)
# A slip of one, too: Yichun-2024, yichun_2024. Titles are Chinese, or have spaces (GB/T 2260).
_LIKE_A_NAME = re.compile(r"[A-Za-z0-9_.-]+")

_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_DATE = Rule(re.compile(_DAY), "a year, a month or a day", '"2024", "2024-07", "2024-07-09"', stated_date)
_PERIOD = Rule(
    re.compile(rf"{_DAY}(?:/{_DAY})?"),
    "a period: one year, month or day, or two with / between them",
    '"2021/2023", "2024-07/2027-06", "2024"',
)
_SUM = Rule(re.compile(r"[0-9a-f]{64}"), "a SHA-256 sum, 64 digits 0-9 a-f", '"57a38d95cce0982c..."')
_FILE = Rule(
    re.compile(r"[^/\\\x00-\x1f]*[^/\\.\x00-\x1f][^/\\\x00-\x1f]*"),
    "the name of a file in this folder",
    '"source.txt"',
)
_WEB = Rule(re.compile(r"https?://[^\s\"<>]+"), "an address with http:// or https://", '"https://..."')


def _stated(name: str, shape: Shape = Shape.TEXT, rule: Rule | None = None, *, required: bool = True) -> Key:
    """A table that holds a value and its standing; how they go together is checked apart."""
    inside = (
        Key("value", shape, required=False, rule=rule),
        Key("basis", choices=BASES, meant=_BASES),
        Key("how", required=False),
        Key("how_zh", required=False),
        Key("how_en", required=False),
        Key("sure", required=False, choices=SURE, meant=_SURE),
    )
    return Key(name, Shape.TABLE, required, inside=inside, sample='{ basis = "unknown" }')


_NOTHING: Mapping[str, Any] = {"basis": "unknown"}
"""What is stated in a table that is not there."""

_EXAMPLES = {"how": 'how = "text"', "sure": 'sure = "medium"'}
"""How a key is written that says how a value is known."""

STATED = (
    _stated("title_zh"),
    _stated("issuers", Shape.TEXTS),
    _stated("number"),
    _stated("made", rule=_DATE),
    _stated("published", rule=_DATE),
    _stated("effective", rule=_DATE),
    _stated("expires", rule=_DATE),
    _stated("period", rule=_PERIOD, required=False),
    _stated("genre"),
    _stated("form"),
    _stated("status"),
    _stated("jurisdiction"),
)
POLICY = (
    Key("title_en", required=False),
    Key("short_titles", Shape.TEXTS, required=False),
    Key("draft", Shape.FLAG, required=False),
    Key("source_file", rule=_FILE),
    Key("source_sha256", rule=_SUM),
    Key("source_url", required=False, rule=_WEB),
    *STATED,
    Key(
        "relations",
        Shape.TABLES,
        required=False,
        inside=(Key("kind", choices=RELATIONS, meant=_RELATIONS), Key("target")),
    ),
    Key(
        "lines",
        Shape.TABLES,
        required=False,
        inside=(
            Key("text", required=False),
            Key("number", Shape.WHOLE, required=False),
            Key("rule", choices=("keep", "cut")),
            Key("why", required=False),
        ),
    ),
)


class Known(NamedTuple):
    """What a policy may name: the places, the ids of each list in genres.toml with what else they are called, the
    policies.

    None, or no list, where it could not be read: then nothing is said about the values.
    """

    jurisdictions: Gazetteer | None
    terms: Mapping[str, Mapping[str, Sequence[str]]]
    policies: Collection[str]


class ReadPolicy(NamedTuple):
    """A policy, or None; the problems may be warnings only."""

    policy: PolicyText | None
    problems: tuple[Problem, ...]


def read_policy(folder: Path, known: Known) -> ReadPolicy:
    """One folder of content/policies.

    Problems: those of ``read_toml``, ``check``, ``read_policy_text`` and ``read_ledger``; R009 a link, R204 the text has changed
    (warning), R205 a folder name that cannot be in an address, R201 an unknown place, R206 value and basis
    disagree, R240 a `how` that is no code (warning), R207 a genre, form or status that is not in its list,
    R208 a relation to a policy that is not there (warning), R233 one to itself (warning),
    R232 no title (warning), R241 a text that is not there under its name,
    R211 dates that contradict each other, R214 a place that is not the one its title or issuers name (warning), R212 a rule for no
    line or for two, R213 a rule for a line that the text does not have (warning).
    """
    name = folder.as_posix()
    if not SLUG.fullmatch(folder.name):
        example = proposed_slug(folder.name, known.policies, "place-2024")
        return ReadPolicy(None, (problem("R205", name, found=folder.name, example=example),))
    if folder.is_symlink():
        return ReadPolicy(None, (problem("R009", name),))
    if deeper := _deeper(folder, known.policies):
        path = folder / "policy.toml"
        return ReadPolicy(None, (problem("R001", path.as_posix(), what=path.name, suggestion=deeper),))
    file, problems = read_toml(folder / "policy.toml")
    if file is None:
        return ReadPolicy(None, problems)
    if problems := check(file, POLICY):
        return ReadPolicy(None, tuple(_with_sum(each, file, folder) for each in problems))
    source, problems = _source(file, folder)
    ledger, unreadable = read_ledger(folder)
    lines = _line_problems(file, source) if source else ()
    stated = (*_stated_problems(file), *_order_problems(file))
    problems = (*stated, *_unknown_values(file, folder.name, known), *lines, *problems, *unreadable)
    if source is None or ledger is None or any(each.severity is Severity.ERROR for each in problems):
        return ReadPolicy(None, problems)
    return ReadPolicy(PolicyText(_meta(folder.name, file.data), source, ledger), problems)


def _deeper(folder: Path, taken: Collection[str]) -> str:
    """What to do with a folder that holds policies and is none; empty for others."""
    if (folder / "policy.toml").exists():
        return ""
    moves: dict[str, str] = {}
    for path in sorted(each.parent for each in folder.rglob("policy.toml")):
        slug = proposed_slug(path.name, {*taken, *moves}, "place-2024")
        moves[slug] = f"{path.relative_to(folder.parent).as_posix()} -> {slug}"
    if not moves:
        return ""
    said = gettext("A policy is a folder directly in policies/. Move it there: {moves}. Or: ")
    return said.format(moves=", ".join(moves.values()))


def _with_sum(found: Problem, file: TomlFile, folder: Path) -> Problem:
    """What is said of a SHA-256 sum that is missing or malformed, with the sum that is right."""
    values = dict(found.values)
    name = file.data.get("source_file")
    if values.get("key") != "source_sha256" or not isinstance(name, str) or not _FILE.pattern.fullmatch(name):
        return found
    source, _ = read_policy_text(folder / name)
    if source is None:
        return found
    return replace(found, values=tuple({**values, "example": f'"{source.sha256}"'}.items()))


def _source(file: TomlFile, folder: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    path = folder / file.data["source_file"]
    if path.is_symlink():
        return None, (problem("R009", path.as_posix()),)
    if path.name != _TEXT and not path.exists():
        return None, (_misnamed(file, path),)
    source, problems = read_policy_text(path)
    if source and source.sha256 != file.data["source_sha256"]:
        changed = file.at_value(
            "R204", ("source_sha256",), file=path.name, actual=source.sha256, doc=folder.name
        )
        return source, (*problems, changed)
    return source, problems


_TEXT = "source.txt"
"""What the text of a policy is called; where it is called so and is missing, the file lacks, and not its name is wrong."""


def _misnamed(file: TomlFile, path: Path) -> Problem:
    """R241: source_file names no file; the ones that are there may be meant."""
    texts = sorted(
        each.name
        for each in path.parent.iterdir()
        if each.is_file() and each.suffix not in (".toml", ".po") and not each.name.startswith(".")
    )
    meant, known = suggestion(path.name, texts), ", ".join(texts) or "–"
    return file.at_value("R241", ("source_file",), name=path.name, suggestion=meant, known=known)


def _stated_problems(file: TomlFile) -> Iterator[Problem]:
    """Where value, basis, how and sure of a table do not go together, days that do not exist, and no title."""
    if not file.data["title_zh"].get("value"):
        yield file.at_key("R232", ("title_zh",))
    for key in STATED:
        table = file.data.get(key.name, _NOTHING)
        basis = table["basis"]
        has = {name for name in ("value", "sure") if table.get(name)}
        has |= {"how" for name in ("how", "how_zh", "how_en") if table.get(name)}
        needed = {"printed": {"value"}, "unknown": set()}.get(basis, {"value", "how", "sure"})
        barred = {"printed": {"sure"}, "unknown": {"value", "sure"}}.get(basis, set())
        values = {"field": key.name, "basis": basis}
        for name in sorted(needed - has):
            trouble = gettext("`{name}` is missing").format(name=name)
            line = _EXAMPLES.get(name) or f"value = {key.inside[0].example}"
            remedy = gettext("Add `{line}` to [{field}] with what is right here, or state another basis.")
            said = remedy.format(line=line, field=key.name)
            yield file.at_value("R206", (key.name, "basis"), **values, trouble=trouble, remedy=said)
        for name in sorted(barred & has):
            trouble = gettext("there is `{name}`").format(name=name)
            remedy = gettext("Remove `{name}` from [{field}], or state another basis.")
            said = remedy.format(name=name, field=key.name)
            yield file.at_key("R206", (key.name, name), **values, trouble=trouble, remedy=said)
        yield from _free_words(file, key.name, table)
        if key.inside[0].rule in (_DATE, _PERIOD) and table.get("value"):
            yield from _no_such_day(file, key)


def _free_words(file: TomlFile, field: str, table: Mapping[str, Any]) -> Iterator[Problem]:
    """A `how` that is no code: what it says in words, which are read, belongs to the key of their language."""
    words = table.get("how")
    if words is None or words in REASONS:
        return
    said_of = {gettext(said): code for code, said in REASONS.items()}
    meant = suggestion(said_of.get(words, words), REASONS)
    name, other = ("how_en", "how_zh") if _is_english(words) else ("how_zh", "how_en")
    if meant:
        remedy = ""
    elif name in table:
        remedy = gettext("Remove it: `{name}` says in words how the value is known.")
    else:
        remedy = gettext(
            "Rename the key to `{name}`: the words stay as they are, and `{other}` takes them in the other language."
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


def _is_english(words: str) -> bool:
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
    values = {
        key.name: file.data.get(key.name, _NOTHING).get("value") for key in STATED if key.inside[0].rule
    }
    for later, ends, earlier, begins in out_of_order(values):
        yield file.at_value("R211", (later, "value"), field=later, ends=ends, other=earlier, begins=begins)


def _unknown_values(file: TomlFile, folder: str, known: Known) -> Iterator[Problem]:
    yield from _place_problems(file, known.jurisdictions)
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


def _place_problems(file: TomlFile, places: Gazetteer | None) -> Iterator[Problem]:
    """A code that nobody knows (R201), or one of another place than the one that title or issuers name in full (R214)."""
    code = file.data["jurisdiction"].get("value")
    if not code or places is None:
        return
    title, issuers = (file.data[name].get("value") for name in ("title_zh", "issuers"))
    named = propose_place([title] if title else [], issuers or [], places)
    where = ("jurisdiction", "value")
    if code not in places:
        remedy = gettext("Take the code of the place that issued the text from GB/T 2260.")
        if named:
            remedy = (
                gettext("“{words}” has no code of its own; {name} governs it: {code}.")
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


def _meta(slug: str, data: Mapping[str, Any]) -> PolicyMeta:
    stated: dict[str, Any] = {key.name: _stated_value(data.get(key.name, _NOTHING)) for key in STATED}
    return PolicyMeta(
        slug=slug,
        title_en=data.get("title_en"),
        short_titles=tuple(data.get("short_titles", ())),
        relations=tuple(Relation(row["kind"], row["target"]) for row in data.get("relations", ())),
        source_file=data["source_file"],
        source_url=data.get("source_url"),
        source_sha256=data["source_sha256"],
        draft=data.get("draft", False),
        lines=tuple(
            LineRule(row["rule"] == "keep", row.get("text", ""), row.get("number", 0))
            for row in data.get("lines", ())
        ),
        **stated,
    )


def _stated_value(table: Mapping[str, Any]) -> Stated[Any]:
    value, how = table.get("value"), table.get("how")
    words = {"how_zh": table.get("how_zh"), "how_en": table.get("how_en")}
    if how and how not in REASONS:
        name = "how_en" if _is_english(how) else "how_zh"
        words[name] = words[name] or how
        how = None
    return Stated(
        tuple(value) if isinstance(value, list) else value, table["basis"], how, table.get("sure"), **words
    )
