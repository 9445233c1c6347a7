"""The list of policies, by the level and place of the jurisdiction that made them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from digest.model.corpus import Corpus, Policy
from digest.model.page import Page
from digest.pages.cards import Card, make_card
from digest.pages.frame import Frame, Link, Setting, make_frame, standing
from digest.pages.particulars import place_chain, place_name
from digest.pages.words import Runs, joined
from digest.text import urls

LEVELS = ("nation", "province", "prefecture", "county", "zone")
"""Levels of jurisdictions, the highest first."""


@dataclass(frozen=True, slots=True)
class Group:
    """The policies of one place. ``above`` names the places it belongs to, below the nation."""

    place: Runs
    level: Runs
    above: Runs
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """What policies.html receives."""

    frame: Frame
    title: Runs
    count: Runs
    groups: tuple[Group, ...]


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
        at = standing(language, lambda each: urls.section(each, "policies"), "policies")
        words = setting.words[language]
        title = words["policies.title"]
        home = Link(words["frame.home"], urls.relative(at.path, urls.home(language)))
        value = CataloguePage(
            frame=make_frame(setting, at, title, trail=(home,), description=words.plain("policies.lead")),
            title=title,
            count=words.count("policies", len(setting.corpus.policies)),
            groups=tuple(_groups(setting, language, at.path)),
        )
        yield Page(at.path, "policies.html", value)


def _groups(setting: Setting, language: str, here: str) -> Iterator[Group]:
    words = setting.words[language]
    policies_in_order = in_place_order(setting.corpus)
    for code, policies in groupby(policies_in_order, lambda policy: policy.meta.jurisdiction.value or ""):
        chain = place_chain(setting, code)
        cards = tuple(make_card(setting, policy, language, here) for policy in policies)
        if chain:
            above = joined((place_name(place, language) for place in chain[1:-1]), " › ")
            yield Group(place_name(chain[-1], language), words[f"level.{chain[-1].level}"], above, cards)
        else:
            yield Group(words["policy.unknown"], (), (), cards)
