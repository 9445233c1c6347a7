"""The front door, where a reader chooses a language, and the home page of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from digest.model.corpus import Corpus, Policy
from digest.model.page import Page
from digest.pages import amounts, findings
from digest.pages.catalogue import in_place_order
from digest.pages.changes import ChangeView, find_entries, make_change
from digest.pages.compare.matrix import likely
from digest.pages.compare.naming import theme_name
from digest.pages.feeds import SITE, feed_links
from digest.pages.findings import Finding, Found
from digest.pages.frame import Frame, Link, PageLocation, Setting, make_frame, page_location, titles
from digest.pages.particulars import date, place_name, policy_title
from digest.pages.pictures.timeline import Timeline
from digest.pages.policy_times import policy_times
from digest.pages.prose import unbroken
from digest.pages.strings import TAGS, Runs, Words, joined, plain, run
from digest.pages.validity import Phases, phases
from digest.search.records import in_search_order
from digest.text import urls

MOST_POLICIES, NEWEST = 30, 12
"""Of more policies than these the newest are shown."""

MOST_CHANGES = MOST_CLAUSES = 3
"""So many of the last changes are shown, each with so many clauses."""


MOST_ASKED = 3
"""So many questions are offered."""

_NAMED = 4
"""Of more things than these in a row, three are named."""


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
    """The way to a section of what was found in the texts, and how much there is."""

    href: str
    title: Runs
    count: Runs


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """What choice.html receives."""

    frame: Frame
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A policy in one line: what it is called, its place, and whether it can be relied on."""

    title: Link
    place: Link | None
    validity: Phases


@dataclass(frozen=True, slots=True)
class HomePage:
    """What home.html receives. ``said`` is what the site holds, in a sentence; ``asked`` are searches that find something;
    ``rules`` say how the ``findings`` were chosen, ``precision`` how well sums are read. ``lines`` are all policies, or the
    newest; ``changes`` are the last that were published, ``all_changes`` leads to the others; ``data`` to all downloads."""

    frame: Frame
    style: str
    title: Runs
    said: Runs
    asked: tuple[Link, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Runs, ...]
    precision: Link | None
    times: Timeline | None
    policies: Runs
    lines: tuple[PolicyLine, ...]
    all_policies: Link
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
    corpus = setting.corpus
    found, numbers = findings.find(corpus), _numbers(corpus)
    policies = in_place_order(corpus)
    few = len(policies) <= MOST_POLICIES
    listed = policies if few else in_search_order(corpus)[:NEWEST]
    for language in urls.LANGUAGES:
        at = page_location(language, urls.home)
        words = setting.words[language]
        title = titles(setting.site, language)
        said = _said(setting, numbers, language)
        frame = make_frame(setting, at, title, description=plain(said))
        section = partial(urls.section, language)
        link = partial(urls.relative, at.path)
        value = HomePage(
            frame=frame._replace(feeds=feed_links(setting, (SITE,), (language,), at.path)),
            style=link(urls.asset("front.css")),
            title=title,
            said=said,
            asked=tuple(_asked(setting, found, language, link(section("search")))),
            findings=tuple(findings.view(setting, each, language, at.path) for each in found),
            rules=findings.rules(words),
            precision=_precision(setting, words, link(section("quality"))),
            times=policy_times(setting, listed, language, at.path, placed=True),
            policies=words["home.policies" if few else "home.newest"],
            lines=tuple(_line(setting, policy, language, at.path) for policy in listed),
            all_policies=Link(words.count("all_policies", len(policies)), link(section("policies"))),
            changes=tuple(
                make_change(setting, each, language, link, MOST_CLAUSES)
                for each in find_entries(corpus)[:MOST_CHANGES]
            ),
            all_changes=link(section("changes")),
            ways=tuple(_ways(setting, numbers, language, at.path)),
            data=Link(words["data.title"], link(section(urls.DOWNLOADS))),
        )
        yield Page(at.path, "home.html", value)


def _numbers(corpus: Corpus) -> Mapping[str, int]:
    """How much there is of what the sections hold."""
    facts = [each for policy in corpus.policies for each in policy.facts.values()]
    return {
        "matches": likely(corpus),
        "instruments": sum(len(each.grants) for each in facts),
        "targets": sum(len(each.targets) for each in facts),
        "agencies": len({body.name_zh for each in facts for body in each.agencies}),
        "citations": sum(len(each.citations) for each in facts),
    }


def _said(setting: Setting, numbers: Mapping[str, int], language: str) -> Runs:
    """Which places support and want how much, and the date of the newest policy."""
    corpus, words = setting.corpus, setting.words[language]
    policies = in_place_order(corpus)
    codes = dict.fromkeys(policy.meta.jurisdiction.value or "" for policy in policies)
    places = [place for code in codes if (place := corpus.jurisdictions.get(code))]
    held = [words.count(name, numbers[name]) for name in ("instruments", "targets") if numbers[name]]
    if not held:
        held = [words.count("clauses", sum(len(policy.document.clauses) for policy in policies))]
    held = [words.count("policies", len(policies)), *held]
    parts = [words.weave("home.said", held=_row(words, held), places=_row(words, [place_name(each, language) for each in places]))]
    if not places:
        parts = [words.weave("home.said_unplaced", held=_row(words, held))]
    dates = [each for policy in policies for each in (policy.meta.made, policy.meta.published) if each.value]
    if newest := max(dates, key=lambda each: each.value or "", default=None):
        day = date(newest.value or "", language)
        if newest.basis in ("inferred", "external"):
            day += words.fill("policy.in_brackets", text=words.plain(f"policy.{newest.basis}"))
        parts.append(words.weave("home.newest_date", day=day))
    return joined(parts, "" if language == "zh" else " ")


def _row(words: Words, parts: Sequence[Runs]) -> Runs:
    """Things in a row, the last with "and"; of more than four the first three, and how many others there are."""
    if len(parts) > _NAMED:
        parts = [*parts[: _NAMED - 1], words.fill("home.others", number=f"{len(parts) - _NAMED + 1:,}")]
    *first, last = parts
    row = joined(first, words.plain("home.comma"))
    return joined((row, last), words.plain("home.and")) if first else last


def _asked(setting: Setting, found: Sequence[Found], language: str, search: str) -> Iterator[Link]:
    """Questions that this site answers: for a theme of the findings, for sums as large as its largest, for the targets of the place
    that has most, for the agency that most clauses name."""
    corpus, words = setting.corpus, setting.words[language]
    themes = dict.fromkeys(each.theme for each in found if each.theme)
    named = {theme.id: plain(theme_name(theme, language)) for theme in corpus.themes}
    questions = [named[theme] for theme in themes]
    sums = [
        each.amount_yuan
        for policy in corpus.policies
        for facts in policy.facts.values()
        for fact in facts.grants
        for each in fact.caps
        if each.currency == "CNY"
    ]
    if sums:
        questions.insert(1, words.plain("home.ask_sum", sum=plain(amounts.money(words, max(sums), currency="CNY"))))
    goals = {policy.meta.slug: sum(len(facts.targets) for facts in policy.facts.values()) for policy in corpus.policies}
    most = max(corpus.policies, key=lambda policy: goals[policy.meta.slug], default=None)
    if most and goals[most.meta.slug] and (place := corpus.jurisdictions.get(most.meta.jurisdiction.value or "")):
        questions.insert(2, words.plain("home.ask_targets", place=plain(place_name(place, language))))
    return (Link(run(each, language), f"{search}?q={quote(each)}") for each in questions[:MOST_ASKED])


def _precision(setting: Setting, words: Words, there: str) -> Link | None:
    """How many of the sums and rates that were found in labelled texts are right."""
    measured = next((each for each in setting.corpus.quality.figures if each.name == "values" and each.found), None)
    if measured is None:
        return None
    return Link(words.fill("finding.precision", right=measured.right, found=measured.found), there)


def _line(setting: Setting, policy: Policy, language: str, here: str) -> PolicyLine:
    place = setting.corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
    return PolicyLine(
        Link(unbroken(policy_title(policy, language)), urls.relative(here, urls.policy(language, policy.meta.slug))),
        Link(place_name(place, language), urls.relative(here, urls.place(language, place.code))) if place else None,
        phases(setting, policy, language),
    )


def _ways(setting: Setting, numbers: Mapping[str, int], language: str, here: str) -> Iterator[SectionLink]:
    """The sections made from the facts, with how many there are; none for what no policy has."""
    words = setting.words[language]
    for name, number in numbers.items():
        if number:
            section, title = ("compare", "compare.title") if name == "matches" else (name, f"table.{name}.title")
            yield SectionLink(urls.relative(here, urls.section(language, section)), words[title], words.count(name, number))
