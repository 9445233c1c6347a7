"""All gates over the English of a policy, with the exemptions its translators gave reasons for.

An exemption is a comment of the entry: ``# digest: allow T303 because the Chinese means the whole sum``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from gettext import gettext
from typing import NamedTuple

from digest.model.phrases import FIELDS, is_phrase, kind_of, place_and_field
from digest.model.problem import Problem, listed, problem
from digest.model.translation import FILLED, MACHINE_DRAFT, OFFERED, TITLE, Catalogue, Entry
from digest.regex import regex
from digest.text.nearest import nearest
from digest.translate.gates import GATES
from digest.translate.gates.form import LONGEST_SENTENCE, sentences, words_of
from digest.translate.gates.terminology import Terminology, alike
from digest.translate.pairs import GateFinding, beginning, pair
from digest.translate.phrases import shown


class Exempted(NamedTuple):
    """A finding that an editor allowed, and why."""

    found: Problem
    reason: str


class Checked(NamedTuple):
    """What the gates found, and what of it is allowed."""

    problems: tuple[Problem, ...]
    exempted: tuple[Exempted, ...]


def check_translations(catalogue: Catalogue, terminology: Terminology) -> Checked:
    """Every entry with English, a stale one against the Chinese it belongs to.

    Problems: those of the gates; T901 a comment that is no exemption, T902 an exemption nothing needs.
    """
    problems: list[Problem] = []
    exempted: list[Exempted] = []
    for entry in catalogue.entries:
        if entry.obsolete or entry.state == "missing":
            continue
        reasons, wrong = _exemptions(catalogue.path, entry)
        found = [_problem(catalogue.path, entry, each) for each in found_in(entry, terminology)]
        exempted += [Exempted(each, reasons[each.code]) for each in found if each.code in reasons]
        problems += [*(each for each in found if each.code not in reasons), *wrong]
        unused = reasons.keys() - {each.code for each in found}
        problems += [
            problem("T902", catalogue.path, line=entry.line, id=shown(entry.context), exempted=code)
            for code in sorted(unused)
        ]
    return Checked(tuple(problems), tuple(exempted))


def found_in(entry: Entry, terminology: Terminology) -> tuple[GateFinding, ...]:
    """What the gates find in one entry, the same thing once."""
    both = pair(replace(entry, zh=entry.belongs_to))
    return tuple(dict.fromkeys(found for gate in GATES for found in gate(both, terminology)))


def check_title(catalogue: Catalogue, title_en: str | None, path: str) -> tuple[Problem, ...]:
    """Problems: T407 policy.toml (``path``) has another English title than en.po."""
    for entry in catalogue.entries if title_en else ():
        if entry.context == TITLE and not entry.obsolete and entry.en and entry.en != title_en:
            return (
                problem("T407", catalogue.path, line=entry.line, here=entry.en, there=title_en, file=path),
            )
    return ()


def check_entries(catalogue: Catalogue, ids: Collection[str]) -> tuple[Problem, ...]:
    """Problems: T410 an entry for a clause that is not among the ``ids`` of the policy, T411 another charset in the header."""
    problems = [
        problem(
            "T410",
            catalogue.path,
            line=entry.line,
            id=entry.context,
            suggestion=_near(entry.context, ids),
        )
        for entry in catalogue.entries
        if entry.en and not entry.obsolete and not _is_known(entry.context, ids)
    ]
    charset = _CHARSET.search(catalogue.header.get("Content-Type", ""))
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        problems.append(problem("T411", catalogue.path, line=1, found=charset[1]))
    return tuple(problems)


def _is_known(context: str, ids: Collection[str]) -> bool:
    place, field = place_and_field(context)
    return (place == TITLE or place in ids) and (not is_phrase(context) or field in FIELDS)


_CHARSET = regex(r"charset=([\w-]+)")


def _near(id_: str, ids: Collection[str]) -> str:
    """The clause that may be meant, as a question."""
    near = nearest(id_, ids)
    return gettext("Did you mean `{word}`? ").format(word=near) if near else ""


def check_numbers(catalogues: Iterable[Catalogue]) -> tuple[Problem, ...]:
    """Problems: T408 a document number (文号) that is spelt in another way than before."""
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for catalogue in catalogues:
        for entry in catalogue.entries:
            for zh, en in _numbers(entry):
                known, where = first.setdefault(zh, (en, f"{catalogue.path}:{entry.line}"))
                if known != en:
                    problems.append(
                        problem(
                            "T408",
                            catalogue.path,
                            line=entry.line,
                            id=shown(entry.context),
                            printed=zh,
                            english=en,
                            other=known,
                            where=where,
                        )
                    )
    return tuple(problems)


def check_sentences(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Problems: T206 (note) how many English sentences are long, once for the policy."""
    long = [
        entry
        for entry in catalogue.entries
        if entry.en and not entry.obsolete
        for sentence in sentences(entry.en)
        if words_of(sentence) > LONGEST_SENTENCE
    ]
    if not long:
        return ()
    clauses = listed([*dict.fromkeys(shown(entry.context) for entry in long)])
    return (
        problem(
            "T206",
            catalogue.path,
            line=long[0].line,
            limit=LONGEST_SENTENCE,
            number=len(long),
            clauses=clauses,
        ),
    )


def check_renderings(catalogues: Iterable[Catalogue]) -> tuple[Problem, ...]:
    """Problems: T415 (note) a heading, paragraph or phrase of a kind that another policy has with other English; case and quotes aside."""
    first: dict[tuple[str, str], tuple[str, str, str]] = {}
    problems = []
    for catalogue in catalogues:
        for entry in catalogue.entries:
            if entry.obsolete or entry.state not in ("reviewed", "machine"):
                continue
            for part in pair(entry).parts:
                en, path, where = first.setdefault(
                    (kind_of(entry.context), part.zh),
                    (part.en, catalogue.path, f"{catalogue.path}:{entry.line}"),
                )
                if path != catalogue.path and alike(en) != alike(part.en):
                    problems.append(
                        problem(
                            "T415",
                            catalogue.path,
                            line=entry.line,
                            id=shown(entry.context),
                            chinese=beginning(part.zh),
                            english=beginning(part.en),
                            other=beginning(en),
                            where=where,
                        )
                    )
    return tuple(problems)


_DIRECTIVE = regex(r"digest:\s*(?P<rest>.*)")
_ALLOW = regex(r"allow (?P<code>T\d{3}) because (?P<reason>\S.*)")
_ZH_NUMBER = regex(r"(?P<name>[\u4e00-\u9fff]{2,8})〔(?P<year>\d{4})〕\s?(?P<number>\d{1,5})\s?号")
_EN_NUMBER = regex(r"(?P<name>(?:[A-Z][a-z]+ )+)\[(?P<year>\d{4})\] No\. (?P<number>\d{1,5})\b")


def _exemptions(path: str, entry: Entry) -> tuple[dict[str, str], list[Problem]]:
    """The reasons by code, and the comments that look like exemptions but are none."""
    reasons: dict[str, str] = {}
    wrong = []
    for note in entry.notes:
        directive = _DIRECTIVE.match(note)
        if directive is None or note == MACHINE_DRAFT or note.startswith((FILLED, OFFERED)):
            continue
        allowed = _ALLOW.fullmatch(directive["rest"])
        if allowed:
            reasons[allowed["code"]] = allowed["reason"]
        else:
            wrong.append(problem("T901", path, line=entry.line, id=shown(entry.context), comment=note))
    return reasons, wrong


def _problem(path: str, entry: Entry, found: GateFinding) -> Problem:
    values = {"id": shown(entry.context), "zh": found.zh, "en": found.en, **dict(found.values)}
    lowered = entry.state != "reviewed"
    return Problem(found.code, path, entry.line, values=tuple(values.items()), lowered=lowered)


def _numbers(entry: Entry) -> Iterator[tuple[str, str]]:
    """The document numbers of an entry in both languages, paired by year and number; only where that is sure."""
    if entry.obsolete:
        return
    english: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for match in _EN_NUMBER.finditer(entry.en):
        english[match["year"], match["number"]].add(match["name"].strip())
    for match in _ZH_NUMBER.finditer(entry.belongs_to):
        names = english[match["year"], match["number"]]
        if len(names) == 1:
            yield f"{match['name']}〔{match['year']}〕{match['number']}号", next(iter(names))
