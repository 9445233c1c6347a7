"""The table of bodies: what each leads, answers for and supports."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import AgencyRole
from digest.model.page import Page
from digest.pages.areas import areas_table
from digest.pages.catalogue import in_place_order
from digest.pages.clauses import name_of
from digest.pages.evidence import evidence_link, of_kind
from digest.pages.frame import Setting
from digest.pages.listing import (
    MOST_LISTED,
    Cell,
    Choice,
    Line,
    RowDraft,
    TableContext,
    bounded,
    make_listing,
    make_listing_pages,
)
from digest.pages.particulars import issuers_of, place_name, short_title
from digest.pages.parts import Part, Shown, with_facts
from digest.pages.strings import ORIGINAL, TAGS, Run, Runs, plain, run, translated
from digest.text import urls

COLUMNS = ("agency", "leads", "answers", "supports", "tasks")


class _Task(NamedTuple):
    """A clause that names a body, as one of the three counts has it; ``shared`` where it names others as well."""

    policy: Policy
    clause: Clause
    anchor: str
    role: AgencyRole
    part: str
    shared: bool


def make_agencies(setting: Setting) -> Iterator[Part]:
    """The table of bodies in each language: those that lead most come first, then those named most."""
    shown = Shown(with_facts(setting.corpus, "agencies", "areas"))
    yield from (Part(_pages, shown, language) for language in urls.LANGUAGES)


def _pages(setting: Setting, language: str) -> Iterator[Page]:
    context = TableContext(setting, language, "agencies")
    bodies = _by_body(tuple(_tasks(setting)))
    named = {task.policy.meta.slug for tasks in bodies for task in tasks}
    rows = (
        *(_row(context, tasks) for tasks in bodies),
        *(
            _unnamed(context, policy)
            for policy in in_place_order(setting.corpus)
            if bodies and policy.meta.slug not in named
        ),
    )
    table = make_listing(
        context, "agencies", COLUMNS, COLUMNS[1:4], rows, measured=context.measured("agencies", "leads")
    )
    data = {"agencies": "agencies", "areas": "areas"}
    yield from make_listing_pages(context, (table, areas_table(context)), data)


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
                shared = len(policy.facts[clause.id].agencies) > 1
                yield _Task(policy, clause, found.anchor, found.fact, part_of(found.fact), shared)


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
            "place": tuple(
                dict.fromkeys((*(context.place(each)[1] for each in policies), *_own_place(context, role)))
            ),
            "status": tuple(dict.fromkeys(each for policy in policies for each in context.states(policy))),
        },
        cut=len(tasks) > MOST_LISTED,
    )


def _own_place(context: TableContext, role: AgencyRole) -> tuple[Choice, ...]:
    """The place of a body itself, where the site has policies of it: 深圳市光明区人民政府 in a text of 深圳市."""
    places = context.setting.corpus.jurisdictions
    codes = {policy.meta.jurisdiction.value or "" for policy in context.setting.corpus.policies}
    own = [places[code] for code in codes if code in places and role.name_zh.startswith(places[code].name_zh)]
    longest = max(own, key=lambda place: (len(place.name_zh), place.code), default=None)
    return (Choice(longest.code, plain(place_name(longest, context.language))),) if longest else ()


def _unnamed(context: TableContext, policy: Policy) -> RowDraft:
    """The row of a policy in which no body was recognised: who issued it is not said to answer for it."""
    words, language = context.words, context.language
    title = Line(
        short_title(policy, language),
        urls.relative(context.here, urls.policy(language, policy.meta.slug)),
        validity=context.validity(policy),
    )
    said = [Line(words["table.agencies.none"], quiet=True)]
    if policy.meta.issuers.value:
        names = issuers_of(context.setting, policy, language)
        said.append(Line(words.weave("table.agencies.issued", issuers=names), quiet=True))
    empty = Cell((), key="0")
    return RowDraft(
        (Cell((title,)), empty, empty, empty, Cell(tuple(said), key="0")),
        {"place": (context.place(policy)[1],), "status": context.states(policy)},
    )


def _lines(context: TableContext, task: _Task) -> Iterator[Line]:
    """The clause with the part the body takes in it."""
    slug = task.policy.meta.slug
    name = name_of(context.setting, task.policy, task.clause, context.language, 22)
    yield Line(name, evidence_link(context.here, slug, task.clause.id, task.anchor))
    place = context.place(task.policy)[1].text
    first = task.part == "answers" and task.role.lead and task.shared
    part = context.words.fill(f"table.agencies.{'first' if first else task.part}", place=place)
    yield Line(part, quiet=True, validity=context.validity(task.policy))
