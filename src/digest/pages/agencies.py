"""The table of bodies: what each leads, answers for and supports."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import name_of
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Setting
from digest.pages.listing import (
    MOST_LISTED,
    Cell,
    Line,
    RowDraft,
    TableContext,
    bounded,
    make_listing,
    make_listing_pages,
)
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.strings import ORIGINAL, TAGS, Run, Runs, run, translated
from digest.text import urls

COLUMNS = ("agency", "leads", "answers", "supports", "tasks")


class _Task(NamedTuple):
    """A clause that names a body, as one of the three counts has it."""

    policy: Policy
    clause: Clause
    anchor: str
    role: AgencyRole
    part: str


def make_agencies(setting: Setting) -> Iterator[Part]:
    """The table of bodies in each language: those that lead most come first, then those named most."""
    shown = Shown(with_facts(setting.corpus, "agencies"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "agencies")
    rows = (_row(context, tasks) for tasks in _by_body(tuple(_tasks(setting))))
    table = make_listing(
        context, "agencies", COLUMNS, COLUMNS[1:4], rows, measured=context.measured("agencies", "leads")
    )
    yield from make_listing_pages(context, (table,), {"agencies": "agencies"})


def agency_name(role: AgencyRole, language: str) -> Runs:
    """The full name of a body; Chinese where it has no English one."""
    return translated(role.name_en, role.name_zh, language)


def part_of(role: AgencyRole) -> str:
    """What a body does in a clause: leads (牵头 is printed) | answers | supports."""
    return _PARTS[role.role]


_PARTS = {"lead": "leads", "support": "supports", "responsible": "answers"}
_OPEN = 3
"""So many clauses are listed; more are folded."""


def _tasks(setting: Setting) -> Iterator[_Task]:
    for policy in in_place_order(setting.corpus):
        for clause, found in of_kind(policy, "agencies"):
            if isinstance(found.fact, AgencyRole):
                yield _Task(policy, clause, found.anchor, found.fact, part_of(found.fact))


def _by_body(tasks: Sequence[_Task]) -> list[list[_Task]]:
    bodies: dict[str, list[_Task]] = {}
    for task in tasks:
        bodies.setdefault(task.role.name_zh, []).append(task)

    def rank(found: list[_Task]) -> tuple[int, int, str]:
        return -sum(task.part == "leads" for task in found), -len(found), found[0].role.name_zh

    return sorted(bodies.values(), key=rank)


def _row(context: TableContext, tasks: Sequence[_Task]) -> RowDraft:
    language, words, role = context.language, context.words, tasks[0].role
    name = agency_name(role, language)
    known = role.name_en if language == "zh" else role.name_en and role.name_zh
    other = run(known, "en" if language == "zh" else "zh", ORIGINAL) if known else ()
    counts = {part: sum(task.part == part for task in tasks) for part in COLUMNS[1:4]}
    policies = {task.policy.meta.slug: task.policy for task in tasks}.values()
    lines = bounded(context, tasks, partial(_lines, context), role.name_zh)
    return RowDraft(
        (
            Cell((Line(name), *((Line(other, quiet=True),) if other else ()))),
            *(
                Cell((Line((Run(str(number), TAGS[language]),)),) if number else (), key=str(number))
                for number in counts.values()
            ),
            Cell(
                lines,
                key=str(len(tasks)),
                fold=words.count("clauses", len(tasks)) if len(tasks) > _OPEN else None,
            ),
        ),
        {
            "place": tuple(dict.fromkeys(context.place(policy)[1] for policy in policies)),
            "status": tuple(dict.fromkeys(each for policy in policies for each in context.states(policy))),
        },
        cut=len(tasks) > MOST_LISTED,
    )


def _lines(context: TableContext, task: _Task) -> Iterator[Line]:
    """The clause with the part the body takes in it."""
    slug = task.policy.meta.slug
    name = name_of(context.setting, task.policy, task.clause, context.language, 22)
    yield Line(name, evidence_link(context.here, slug, task.clause.id, task.anchor))
    place = context.place(task.policy)[1].text
    part = context.words.fill(f"table.agencies.{task.part}", place=place)
    yield Line(part, quiet=True, validity=context.validity(task.policy))
