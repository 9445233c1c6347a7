"""policy.toml and the text beside it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from gettext import gettext
from pathlib import Path
from typing import Any, NamedTuple

from digest.model.corpus import PolicyMeta, PolicyText, Relation, Stated
from digest.model.problem import Problem, Severity, listed, problem
from digest.model.reasons import REASONS
from digest.model.source import LineRule, Source
from digest.read.ledger import read_ledger
from digest.read.policy_checks import KnownNames, check_policy, is_english
from digest.read.policy_keys import FILE, NOTHING, POLICY, STATED
from digest.read.schema import check
from digest.read.source import read_policy_text
from digest.read.toml import TomlFile, read_toml, suggestion
from digest.text.slugs import SLUG, proposed_slug


class ReadPolicy(NamedTuple):
    """A policy, or None; the problems may be warnings only."""

    policy: PolicyText | None
    problems: tuple[Problem, ...]


def read_policy(folder: Path, known: KnownNames) -> ReadPolicy:
    """One folder of content/policies.

    Problems: those of ``read_toml``, ``check``, ``read_policy_text`` and ``read_ledger``; R009 a link, R204 the text has changed
    (warning), R205 a folder name that cannot be in an address, R201 an unknown place, R206 value and basis
    disagree, R240 a `how` that is no code (warning), R207 a genre, form or status that is not in its list,
    R208 a relation to a policy that is not there (warning), R233 one to itself (warning), R242 an English title in Chinese (warning),
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
    problems = (*check_policy(file, folder.name, source, known), *problems, *unreadable)
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
    if values.get("key") != "source_sha256" or not isinstance(name, str) or not FILE.pattern.fullmatch(name):
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
    meant, known = suggestion(path.name, texts), listed(texts) or "–"
    return file.at_value("R241", ("source_file",), name=path.name, suggestion=meant, known=known)


def _meta(slug: str, data: Mapping[str, Any]) -> PolicyMeta:
    stated: dict[str, Any] = {key.name: _stated_value(data.get(key.name, NOTHING)) for key in STATED}
    return PolicyMeta(
        slug=slug,
        title_en=data.get("title_en"),
        short_titles=tuple(data.get("short_titles", ())),
        relations=tuple(Relation(row["kind"], row["target"]) for row in data.get("relations", ())),
        source_file=data["source_file"],
        source_url=data.get("source_url"),
        source_sha256=data["source_sha256"],
        draft=data.get("draft", False),
        review_zh=data.get("review_zh"),
        review_en=data.get("review_en"),
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
        name = "how_en" if is_english(how) else "how_zh"
        words[name] = words[name] or how
        how = None
    return Stated(
        tuple(value) if isinstance(value, list) else value, table["basis"], how, table.get("sure"), **words
    )
