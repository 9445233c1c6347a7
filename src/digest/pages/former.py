"""Addresses of pages that are no longer made, but for those of clauses (see ``moved``): every address ever published
says what was there and where to look now.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote

from digest.model.addresses import PublishedPage
from digest.model.comparison import ThemeComparison
from digest.model.corpus import Corpus, Policy
from digest.model.matches import Theme
from digest.model.measures import Measures
from digest.model.page import DataFile, Page
from digest.pages.addresses import published_addresses
from digest.pages.clauses import name_of, name_of_former
from digest.pages.compare.context import ComparisonContext
from digest.pages.compare.download import make_download
from digest.pages.compare.naming import name_of_table, theme_name
from digest.pages.compare.theme_page import FORMS
from digest.pages.descriptions import described
from digest.pages.editorial import own_pages
from digest.pages.frame import Frame, Link, PageLocation, Setting, make_frame
from digest.pages.particulars import policy_title
from digest.pages.prose import mixed
from digest.pages.strings import Runs, Words, run
from digest.regex import regex
from digest.text import urls
from digest.text.urls import ClauseAddress, PageAddress, clause_of_group

_HAN = regex(r"[\u4e00-\u9fff]")
_SECTIONS: Mapping[str, tuple[str | None, str]] = {
    "page": (None, "former.home"),
    "place": ("jurisdictions", "former.places"),
}
"""Where a former page leads, by what it was, and what that is called; others lead to all comparisons."""
MOST_WORDS = 5
"""So many words of a theme are offered for a search."""


class FormerLinks(NamedTuple):
    """Where to look now: what it is, and the links."""

    name: Runs
    links: tuple[Link, ...]


class FormerPage(NamedTuple):
    """What former.html receives. ``title`` is that of the page as it was last published; ``now`` leads to the one page that
    took its place, where that is sure; ``reason`` is why editors ended a page of theirs."""

    frame: Frame
    title: Runs
    lead: Runs
    now: Link | None
    reason: Runs
    ways: tuple[FormerLinks, ...]


class _Known:
    """What is looked up for former pages, of which there can be thousands: each policy, group and theme once."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.policies = {policy.meta.slug: policy for policy in corpus.policies}
        self.groups: dict[tuple[str, str], dict[str, ThemeComparison]] = {}
        for name, found in corpus.comparisons.groups.items():
            for act in found.acts:
                self.groups.setdefault((act.doc, act.clause), {})[name] = found
        self.themes: dict[tuple[str, str], list[Theme]] = {}
        for theme in corpus.themes:
            if theme.id in corpus.comparisons.themes:
                for each in corpus.theme_members[theme.id]:
                    self.themes.setdefault((each.doc, each.clause), []).append(theme)
        self._printed: dict[str, bool] = {}

    @cached_property
    def measures(self) -> Measures:
        """The measures of all policies."""
        return Measures.of(self.corpus.policies)

    def printed(self, words: Collection[str]) -> Iterator[str]:
        """Those of some words that a clause holds, in their order."""
        asked = {word.lower() for word in words} - self._printed.keys()
        for policy in self.corpus.policies if asked else ():
            said = "\n".join(_texts(policy)).lower()
            found = {word for word in asked if word in said}
            self._printed |= dict.fromkeys(found, True)
            asked -= found
            if not asked:
                break
        self._printed |= dict.fromkeys(asked, False)
        return (word for word in words if self._printed[word.lower()])


class _Here(NamedTuple):
    """Where a former page is made: its language and path."""

    setting: Setting
    known: _Known
    language: str
    path: str

    def link(self, text: Runs, there: str) -> Link:
        """The way to a page of the site."""
        return Link(text, urls.relative(self.path, there))


def make_former(setting: Setting) -> Iterator[Page]:
    """A page for each address and language that was published and has none now. Where there were files with its table,
    they stay, with the table of the page that took its place, else with the names of the columns alone."""
    corpus = setting.corpus
    if not corpus.addresses:
        return
    now, known = published_addresses(setting), _Known(corpus)
    for address, was in corpus.addresses.items():
        page = urls.find_page(address)
        for language in was.titles:
            if page and not (address in now and language in now[address].titles):
                yield from _pages(_Here(setting, known, language, f"{language}{address}"), page, was)


def successions(setting: Setting) -> Iterator[tuple[str, str]]:
    """The paths of former pages and files, each with that of the one that took its place, where that is sure."""
    if not setting.corpus.addresses:
        return
    known = _Known(setting.corpus)
    for address in setting.corpus.addresses:
        page = urls.find_page(address)
        if page and page.kind == "comparison" and (found := _successor(known, page.names[0])):
            for language in urls.LANGUAGES:
                old, new = (urls.theme(language, name) for name in (page.names[0], found.theme))
                yield old, new
                yield from ((f"{old}{page.names[0]}.{form}", f"{new}{found.theme}.{form}") for form in FORMS)


def _pages(here: _Here, page: PageAddress, was: PublishedPage) -> Iterator[Page]:
    """A former page, and its files."""
    name = page.names[0]
    if page.kind in ("pair", "own"):
        yield _page(here, was, page.kind, ways=_policy_ways(here, page.names))
    elif page.kind in ("page", "place"):
        yield _page(here, was, page.kind)
    elif page.kind == "comparison":
        successor = _successor(here.known, name)
        group = clause_of_group(name, here.known.policies)
        lead = "replaced" if successor else "group" if group else "theme"
        ways = _group_ways(here, group, successor) if group else _theme_ways(here, name)
        yield _page(here, was, lead, successor, ways)
        context = ComparisonContext(here.setting, here.language, here.path)
        table = make_download(context, here.known.measures, successor or ThemeComparison(name))
        for form in FORMS:
            yield Page(f"{here.path}{name}.{form}", "", DataFile(form, (replace(table, name=name),)))


def _page(
    here: _Here,
    was: PublishedPage,
    lead: str,
    successor: ThemeComparison | None = None,
    ways: Iterable[FormerLinks] = (),
) -> Page:
    """The page itself; editors' pages lead home, those of places to all jurisdictions, the others to all comparisons."""
    setting, language = here.setting, here.language
    words = setting.words[language]
    section, every = _SECTIONS.get(lead, ("compare", "former.all"))
    kept = () if section else {urls.section(page.language, page.name) for page in own_pages(setting.corpus)}
    versions = {}
    for each in urls.LANGUAGES:
        same = f"{each}{urls.shared(here.path)}"
        there = urls.section(each, section) if section else urls.home(each)
        versions[each] = (same if each in was.titles or same in kept else there, "")
    title = mixed(was.titles[language], language)
    home = here.link(words["frame.home"], urls.home(language))
    front = here.link(words[f"{section}.title"], urls.section(language, section)) if section else home
    frame = make_frame(
        setting,
        PageLocation(language, here.path, versions, section),
        title,
        trail=(home, front) if section else (),
        description=described(words, title, words[f"former.{lead}"]),
        heading=_heading(words, was.titles[language], lead, here.path),
    )
    there = urls.theme(language, successor.theme) if successor else ""
    value = FormerPage(
        frame=frame._replace(
            canonical=setting.absolute(there) if there else None,
            alternates=(),
            listed=False,
            indexed=bool(there),
        ),
        title=title,
        lead=words[f"former.{lead}"],
        now=_compared(here, successor) if successor else None,
        reason=mixed(was.ended, language) if was.ended else (),
        ways=(
            *ways,
            FormerLinks(words[every], (front,)),
        ),
    )
    return Page(here.path, "former.html", value)


def _compared(here: _Here, found: ThemeComparison) -> Link:
    """The way to a comparison of now."""
    context = ComparisonContext(here.setting, here.language, here.path)
    name = name_of_table(context, here.known.measures, found)
    return here.link(name, urls.theme(here.language, found.theme))


def _successor(known: _Known, name: str) -> ThemeComparison | None:
    """The one group that the clause belongs to now after which a former group was named."""
    compared = known.corpus.comparisons
    if name in compared.themes or name in compared.groups:
        return None
    clause = clause_of_group(name, known.policies)
    found = _groups_with(known, clause) if clause else ()
    return found[0] if len(found) == 1 else None


def _groups_with(known: _Known, clause: ClauseAddress) -> Sequence[ThemeComparison]:
    """The groups that a clause belongs to now, wherever it has moved."""
    return tuple(known.groups.get((clause.doc, _now(known, clause)), {}).values())


def _now(known: _Known, clause: ClauseAddress) -> str:
    """The id that a clause has now."""
    return known.policies[clause.doc].ledger.end(clause.clause)


def _group_ways(
    here: _Here, group: ClauseAddress, successor: ThemeComparison | None
) -> Iterator[FormerLinks]:
    """The groups and themes of the clause after which a group was named, the clause, and its policy."""
    words = here.setting.words[here.language]
    policy, name = here.known.policies[group.doc], _now(here.known, group)
    if not successor and (groups := _groups_with(here.known, group)):
        yield FormerLinks(words["former.groups"], tuple(_compared(here, found) for found in groups))
    if themes := here.known.themes.get((group.doc, name)):
        links = (
            here.link(theme_name(theme, here.language), urls.theme(here.language, theme.id))
            for theme in themes
        )
        yield FormerLinks(words["former.themes"], tuple(links))
    clause = next((clause for clause in policy.document.clauses if clause.id == name), None)
    if clause or name in policy.ledger.tombstones:
        said = (
            name_of(here.setting, policy, clause, here.language)
            if clause
            else name_of_former(policy, name, here.language)
        )
        yield FormerLinks(words["former.clause"], (here.link(said, urls.clause(group.doc, name)),))
    yield FormerLinks(words["moved.document"], (_policy(here, policy),))


def _theme_ways(here: _Here, name: str) -> Iterator[FormerLinks]:
    """Searches for the words of a theme that clauses hold."""
    corpus = here.setting.corpus
    theme = next((theme for theme in (*corpus.unused_themes, *corpus.themes) if theme.id == name), None)
    if theme is None:
        return
    words = here.known.printed(dict.fromkeys((theme.zh, theme.en, *theme.names, *theme.hints)))
    search = urls.relative(here.path, urls.section(here.language, "search"))
    spoken = (word for word in words if bool(_HAN.search(word)) == (here.language == "zh"))
    links = [
        Link(run(word, here.language), f"{search}?q={quote(word)}") for word in islice(spoken, MOST_WORDS)
    ]
    if links:
        yield FormerLinks(here.setting.words[here.language]["former.search"], tuple(links))


def _texts(policy: Policy) -> Iterator[str]:
    """What each clause says, in each language."""
    for clause in policy.document.clauses:
        yield from filter(None, (clause.heading, clause.text))
        if english := policy.translations.get(clause.id):
            yield from filter(None, (english.heading, english.text))


def _policy_ways(here: _Here, names: Sequence[str]) -> Iterator[FormerLinks]:
    """The policies that the page was about."""
    policies = here.known.policies
    links = tuple(_policy(here, policies[name]) for name in names if name in policies)
    name = "former.policies" if len(names) > 1 else "moved.document"
    yield FormerLinks(here.setting.words[here.language][name], links)


def _policy(here: _Here, policy: Policy) -> Link:
    return here.link(policy_title(policy, here.language), urls.policy(here.language, policy.meta.slug))


def _heading(words: Words, title: str, lead: str, path: str) -> str:
    """The title of the window: several groups were named after clauses of one heading, so those say which they are."""
    is_group = lead in ("group", "replaced")
    return words.plain("former.title", title=title, name=path.split("/")[-2]) if is_group else title
