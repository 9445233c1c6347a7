"""The list of policies, by the level and place of the jurisdiction that made them; a table where there are many."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from digest.model.corpus import Corpus, Policy
from digest.model.page import Page
from digest.pages.cards import PolicyCard, make_card
from digest.pages.frame import Frame, Setting, make_frame, page_location
from digest.pages.listing import (
    Cell,
    Choice,
    Line,
    RowDraft,
    TableContext,
    make_listing,
    make_listing_pages,
    text_cell,
)
from digest.pages.particulars import date, other_title, place_chain, place_name, policy_title, term
from digest.pages.strings import TAGS, Run, Runs, joined, plain
from digest.text import urls

LEVELS = ("nation", "province", "prefecture", "county", "zone")
"""Levels of jurisdictions, the highest first."""

MOST_CARDS = 60
"""So many policies are shown as cards; more are a table, to be sorted and sifted."""

COLUMNS = ("policy", "place", "genre", "made", "clauses")


class PlaceGroup(NamedTuple):
    """The policies of one place, whose page ``href`` leads to where it is known. ``above`` names the places it belongs to, below
    the nation."""

    place: Runs
    href: str | None
    level: Runs
    above: Runs
    cards: tuple[PolicyCard, ...]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """What policies.html receives."""

    frame: Frame
    title: Runs
    count: Runs
    groups: tuple[PlaceGroup, ...]


def in_place_order(corpus: Corpus) -> tuple[Policy, ...]:
    """The policies by level, code of the place, and slug."""

    def key(policy: Policy) -> tuple[int, str, str]:
        place = corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
        rank = LEVELS.index(place.level) if place and place.level in LEVELS else len(LEVELS)
        return rank, place.code if place else "", policy.meta.slug

    return tuple(sorted(corpus.policies, key=key))


def make_catalogues(setting: Setting) -> Iterator[Page]:
    """The list, once in each language."""
    for language in urls.LANGUAGES:
        if len(setting.corpus.policies) > MOST_CARDS:
            context = TableContext(setting, language, "policies")
            rows = (_row(context, policy) for policy in in_place_order(setting.corpus))
            table = make_listing(context, "policies", COLUMNS, ("clauses",), rows)
            yield from make_listing_pages(context, (table,), {"policies": "documents"})
            continue
        at = page_location(language, lambda each: urls.section(each, "policies"), "policies")
        words = setting.words[language]
        title = words["policies.title"]
        value = CataloguePage(
            frame=make_frame(setting, at, title, description=words.plain("policies.lead")),
            title=title,
            count=words.count("policies", len(setting.corpus.policies)),
            groups=tuple(_groups(setting, language, at.path)),
        )
        yield Page(at.path, "policies.html", value)


def _groups(setting: Setting, language: str, here: str) -> Iterator[PlaceGroup]:
    words = setting.words[language]
    policies_in_order = in_place_order(setting.corpus)
    for code, policies in groupby(policies_in_order, lambda policy: policy.meta.jurisdiction.value or ""):
        chain = place_chain(setting, code)
        cards = tuple(make_card(setting, policy, language, here) for policy in policies)
        if chain:
            above = joined((place_name(place, language) for place in chain[1:-1]), " › ")
            there = urls.relative(here, urls.place(language, code))
            yield PlaceGroup(
                place_name(chain[-1], language), there, words[f"level.{chain[-1].level}"], above, cards
            )
        else:
            yield PlaceGroup(words["policy.unknown"], None, (), (), cards)


def _row(context: TableContext, policy: Policy) -> RowDraft:
    """A policy as a row, to be found by its place and those above it."""
    setting, language, meta, number = (
        context.setting,
        context.language,
        policy.meta,
        len(policy.document.clauses),
    )
    place, where = context.place(policy)
    chain = place_chain(setting, meta.jurisdiction.value or "")
    made = next((each.value for each in (meta.made, meta.published) if each.value), None)
    genre = term(setting, "genre", meta.genre.value, language) if meta.genre.value else ()
    title, href = (
        policy_title(policy, language),
        urls.relative(context.here, urls.policy(language, meta.slug)),
    )
    other = other_title(policy, language)
    picks: dict[str, tuple[Choice, ...]] = {
        "level": tuple(Choice(each.level, context.words.plain(f"level.{each.level}")) for each in chain[-1:]),
        "province": tuple(Choice(each.code, plain(place_name(each, language))) for each in chain[1:2]),
        "place": (where,),
        "status": context.states(policy),
        "genre": (Choice(meta.genre.value, plain(genre)),) if meta.genre.value else (),
    }
    return RowDraft(
        (
            Cell(
                (
                    Line(title, href, validity=context.validity(policy)),
                    *((Line(other, quiet=True),) if other else ()),
                )
            ),
            place,
            text_cell(genre),
            Cell(text_cell(date(made, language) if made else ()).lines, key=made or ""),
            Cell((Line((Run(str(number), TAGS[language]),)),), key=str(number)),
        ),
        picks,
    )
