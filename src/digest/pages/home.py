"""The front door, where a reader chooses a language, and the home page of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
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

MOST_NAMED, _FIRST = 4, 3
"""Of more places than these the first are named."""


class Door(NamedTuple):
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


class ChoicePage(NamedTuple):
    """What choice.html receives."""

    frame: Frame
    doors: tuple[Door, ...]


class ListedPolicy(NamedTuple):
    """A policy in one line: what it is called, its place, and whether it can be relied on."""

    title: Link
    place: Link | None
    validity: Phases


class HomePage(NamedTuple):
    """What home.html receives. ``said`` is what the site holds, in a sentence; ``asked`` are searches that find something;
    ``rules`` say how the ``findings`` were chosen, ``precision`` how well sums are read. ``listed`` are all policies, or the
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
    listed: tuple[ListedPolicy, ...]
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
    some = policies if few else in_search_order(corpus)[:NEWEST]
    for language in urls.LANGUAGES:
        at = page_location(language, urls.home)
        words = setting.words[language]
        title = titles(setting.site, language)
        said = _said(setting, numbers, language)
        frame = make_frame(setting, at, title, description=plain(said))
        section = partial(urls.section, language)
        link = partial(urls.relative, at.path)
        shown = tuple(findings.view(setting, each, language, at.path) for each in found)
        value = HomePage(
            frame=frame._replace(feeds=feed_links(setting, (SITE,), (language,), at.path)),
            style=link(urls.asset("front.css")),
            title=title,
            said=said,
            asked=tuple(_asked(setting, found, shown, language, link(section("search")))),
            findings=shown,
            rules=findings.rules(words),
            precision=_precision(setting, words, link(section("quality"))),
            times=policy_times(setting, in_search_order(corpus), language, at.path),
            policies=words["home.policies" if few else "home.newest"],
            listed=tuple(_listed(setting, policy, language, at.path) for policy in some),
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
    """How much there is of which places, and the date of the newest policy."""
    corpus, words = setting.corpus, setting.words[language]
    policies = in_place_order(corpus)
    codes = dict.fromkeys(policy.meta.jurisdiction.value or "" for policy in policies)
    places = [place_name(place, language) for code in codes if (place := corpus.jurisdictions.get(code))]
    held = [words.count(name, numbers[name]) for name in ("instruments", "targets") if numbers[name]]
    if not held:
        held = [words.count("clauses", sum(len(policy.document.clauses) for policy in policies))]
    said = words.weave(
        "home.said" if places else "home.said_unplaced",
        policies=words.count("policies", len(policies)),
        places=_places(words, places),
        held=_row(words, held),
    )
    dates = [each for policy in policies for each in (policy.meta.made, policy.meta.published) if each.value]
    newest = max(dates, key=lambda each: each.value or "", default=None)
    if newest is None:
        return said
    day = date(newest.value or "", language)
    if newest.basis in ("inferred", "external"):
        day += words.fill("policy.in_brackets", text=words.plain(f"policy.{newest.basis}"))
    return (*said, *words.weave("home.newest_date", day=day))


def _places(words: Words, names: Sequence[Runs]) -> Runs:
    """All places, or the first of many and how many there are."""
    if len(names) <= MOST_NAMED:
        return _row(words, names) if names else ()
    first = joined(names[:_FIRST], words.plain("home.comma"))
    return words.weave("home.places", first=first, total=f"{len(names):,}")


def _row(words: Words, parts: Sequence[Runs]) -> Runs:
    """Things in a row, the last with "and"."""
    *first, last = parts
    row = joined(first, words.plain("home.comma"))
    return joined((row, last), words.plain("home.and")) if first else last


def _asked(
    setting: Setting, found: Sequence[Found], shown: Sequence[Finding], language: str, search: str
) -> Iterator[Link]:
    """Questions that this site answers: how much there is for a theme, which caps are among its highest, and what is aimed for; else
    who answers for the theme that most policies have, and other such themes."""
    corpus, words = setting.corpus, setting.words[language]
    themes = {theme.id: _within(plain(theme_name(theme, language))) for theme in corpus.themes}
    about = [themes[each.theme] for each in found if each.theme and each.stated]
    caps = sorted(
        each.amount_yuan
        for policy in corpus.policies
        for facts in policy.facts.values()
        for fact in facts.grants
        for each in fact.caps
        if each.currency == "CNY"
    )
    goals = [
        plain(view.about.text)
        for each, view in zip(found, shown, strict=True)
        if each.rule in ("growth", "goal") and view.about.text[0].lang == TAGS[language]
    ]
    asked_for = {each.theme for each in found if each.stated}
    policies = {name: len({act.doc for act in each.acts}) for name, each in corpus.comparisons.themes.items()}
    widest = sorted(policies.keys() - asked_for, key=lambda name: (-policies[name], name))[:MOST_ASKED]
    asked = (
        *(words.plain("home.ask_theme", theme=each) for each in about[-1:]),
        *(
            words.plain("home.ask_sum", sum=plain(amounts.money(words, each, currency="CNY")))
            for each in caps[-3:][:1]
        ),
        *(words.plain("home.ask_goal", metric=each) for each in goals[:1]),
        *(words.plain("home.ask_agency", theme=themes[each]) for each in widest[:1]),
        *(themes[each] for each in widest[1:]),
    )
    return (Link(run(each, language), f"{search}?q={quote(each)}") for each in asked[:MOST_ASKED])


def _within(name: str) -> str:
    """A name as it stands within a sentence: Rent and premises -> rent and premises, IPO."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _precision(setting: Setting, words: Words, there: str) -> Link | None:
    """How many of the sums and rates that were found in labelled texts are right."""
    measured = next(
        (each for each in setting.corpus.quality.figures if each.name == "values" and each.found), None
    )
    if measured is None:
        return None
    return Link(words.fill("finding.precision", right=measured.right, found=measured.found), there)


def _listed(setting: Setting, policy: Policy, language: str, here: str) -> ListedPolicy:
    place = setting.corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
    return ListedPolicy(
        Link(
            unbroken(policy_title(policy, language)),
            urls.relative(here, urls.policy(language, policy.meta.slug)),
        ),
        Link(place_name(place, language), urls.relative(here, urls.place(language, place.code)))
        if place
        else None,
        phases(setting, policy, language),
    )


def _ways(setting: Setting, numbers: Mapping[str, int], language: str, here: str) -> Iterator[SectionLink]:
    """The sections made from the facts, with how many there are; none for what no policy has."""
    words = setting.words[language]
    for name, number in numbers.items():
        if number:
            section, title = (
                ("compare", "compare.title") if name == "matches" else (name, f"table.{name}.title")
            )
            yield SectionLink(
                urls.relative(here, urls.section(language, section)), words[title], words.count(name, number)
            )
