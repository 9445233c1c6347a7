"""The front door, where a reader chooses a language, and the home page of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from digest.model.page import Page
from digest.pages.cards import PolicyCard, make_card
from digest.pages.catalogue import in_place_order
from digest.pages.changes import ChangeView, find_entries, make_change
from digest.pages.compare.matrix import likely
from digest.pages.feeds import SITE, feed_links
from digest.pages.frame import Frame, Link, PageLocation, Setting, make_frame, page_location, titles
from digest.pages.strings import TAGS, Runs
from digest.search.records import in_search_order
from digest.text import urls

MOST_CARDS, NEWEST = 30, 12
"""Of more policies than these the newest are shown."""

MOST_CHANGES = MOST_CLAUSES = 3
"""So many of the last changes are shown, each with so many clauses."""


@dataclass(frozen=True, slots=True)
class Door:
    """The way into one language."""

    lang: str
    href: str
    title: str
    lead: str
    enter: str


@dataclass(frozen=True, slots=True)
class SectionLink:
    """The way to a section of what was found in the texts: how much there is, and what it is."""

    href: str
    title: Runs
    count: Runs
    lead: Runs


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """What choice.html receives."""

    frame: Frame
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """What home.html receives. ``figures`` count what the site holds; ``policies`` heads the cards, which are those of all
    policies or of the newest; ``changes`` are the last that were published, ``all_changes`` leads to the others; ``data`` to
    all downloads."""

    frame: Frame
    title: Runs
    figures: tuple[Runs, ...]
    policies: Runs
    cards: tuple[PolicyCard, ...]
    all_policies: str
    changes: tuple[ChangeView, ...]
    all_changes: str
    ways: tuple[SectionLink, ...]
    data: Link


def make_choice(setting: Setting) -> Iterator[Page]:
    """The front door."""
    versions = {language: (urls.home(language), "") for language in urls.LANGUAGES}
    at = PageLocation("both", urls.ROOT, versions)
    doors = tuple(
        Door(
            TAGS[language],
            urls.relative(at.path, urls.home(language)),
            titles(setting.site, language)[0].text,
            setting.words[language].plain("home.lead"),
            setting.words[language].plain("choice.enter"),
        )
        for language in urls.LANGUAGES
    )
    frame = make_frame(
        setting, at, titles(setting.site, "both"), description=setting.words["both"].plain("home.lead")
    )
    yield Page(at.path, "choice.html", ChoicePage(frame, doors))


def make_homes(setting: Setting) -> Iterator[Page]:
    """The home page of each language."""
    for language in urls.LANGUAGES:
        at = page_location(language, urls.home)
        words, corpus = setting.words[language], setting.corpus
        policies = in_place_order(corpus)
        places = {policy.meta.jurisdiction.value for policy in policies} - {None}
        title = titles(setting.site, language)
        few = len(policies) <= MOST_CARDS
        cards = policies if few else in_search_order(corpus)[:NEWEST]
        frame = make_frame(setting, at, title, description=words.plain("home.lead"))
        value = HomePage(
            frame=frame._replace(feeds=feed_links(setting, (SITE,), (language,), at.path)),
            title=title,
            figures=(
                words.count("policies", len(policies)),
                words.count("clauses", sum(len(policy.document.clauses) for policy in policies)),
                words.count("places", len(places)),
            ),
            policies=words["home.policies" if few else "home.newest"],
            cards=tuple(make_card(setting, policy, language, at.path) for policy in cards),
            all_policies=urls.relative(at.path, urls.section(language, "policies")),
            changes=tuple(
                make_change(setting, each, language, partial(urls.relative, at.path), MOST_CLAUSES)
                for each in find_entries(corpus)[:MOST_CHANGES]
            ),
            all_changes=urls.relative(at.path, urls.section(language, "changes")),
            ways=tuple(_ways(setting, language, at.path)),
            data=Link(words["data.title"], urls.relative(at.path, urls.section(language, urls.DOWNLOADS))),
        )
        yield Page(at.path, "home.html", value)


def _ways(setting: Setting, language: str, here: str) -> Iterator[SectionLink]:
    """The sections made from the facts, with how many there are; none for what no policy has."""
    words = setting.words[language]
    facts = [each for policy in setting.corpus.policies for each in policy.facts.values()]
    counts = {
        "instruments": sum(len(each.grants) for each in facts),
        "targets": sum(len(each.targets) for each in facts),
        "agencies": len({body.name_zh for each in facts for body in each.agencies}),
        "citations": sum(len(each.citations) for each in facts),
    }
    if number := likely(setting.corpus):
        href = urls.relative(here, urls.section(language, "compare"))
        found = words.count("matches", number)
        yield SectionLink(href, words["compare.title"], found, words["compare.lead"])
    for name, number in counts.items():
        if number:
            href = urls.relative(here, urls.section(language, name))
            yield SectionLink(
                href, words[f"table.{name}.title"], words.count(name, number), words[f"table.{name}.about"]
            )
