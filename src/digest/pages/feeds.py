"""Feeds of changes in Atom (RFC 4287), in each language: of the whole site, of each place, theme and policy.

There are none until something was published. A feed that was published stays, even when no policy of its place, or no
comparison of its theme, is left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from digest.model.addresses import PublishedPage
from digest.model.changes import ADDED, EDITION, NEW, ClauseChange, PromisedPlace
from digest.model.corpus import Corpus
from digest.model.page import Page
from digest.pages.catalogue import in_place_order
from digest.pages.changes import ChangeView, LogEntry, find_entries, make_change, shown_of
from digest.pages.compare.naming import theme_name
from digest.pages.frame import Link, Setting, titles
from digest.pages.particulars import place_name, policy_title
from digest.pages.parts import Part
from digest.pages.strings import TAGS, plain, run
from digest.text import urls

MOST = 50
"""So many entries are in a feed, the newest."""

SITE = "all"


class FeedEntry(NamedTuple):
    """An entry of a feed: ``id`` never changes, ``summary`` begins with the figures that changed."""

    id: str
    title: str
    updated: str
    address: str
    summary: str
    change: ChangeView


class FeedFile(NamedTuple):
    """What feed.xml receives. ``address`` is its own, ``page`` that of the page about the same; ``updated`` is when the
    newest entry came (RFC 3339)."""

    lang: str
    id: str
    title: str
    subtitle: str
    updated: str
    address: str
    page: str
    author: str
    home: str
    rights: str
    entries: tuple[FeedEntry, ...]


class Feed(NamedTuple):
    """A feed by the end of its address: what it is about, in each language, and the page about it. One has ``ended``
    when its place or theme has nothing on the site now."""

    name: str
    titles: Mapping[str, str]
    pages: Mapping[str, str]
    ended: bool = False

    def link(self, language: str, here: str) -> Link:
        """The way to it from a page."""
        there = urls.relative(here, urls.feed(language, self.name))
        return Link(run(self.titles[language], language), there, TAGS[language])


def promised_places(corpus: Corpus) -> tuple[PromisedPlace, ...]:
    """The places whose feeds were promised, and those that are, once the site is published."""
    known = {each.code for each in corpus.changes.places}
    now = (PromisedPlace(code, names) for code, names in _places(corpus).items() if code not in known)
    return (*corpus.changes.places, *now)


def find_feeds(setting: Setting) -> tuple[Feed, ...]:
    """All feeds: the site, places, themes, policies; none before the log of changes has begun."""
    corpus = setting.corpus
    if not corpus.changes.tag:
        return ()
    site = {each: plain(titles(setting.site, each)) for each in urls.LANGUAGES}
    places, themes = _places(corpus), _themes(corpus)
    return (
        Feed(SITE, site, _sections("changes")),
        *(Feed(place_feed(code), names, _by_language(urls.place, code)) for code, names in places.items()),
        *(
            Feed(place_feed(each.code), each.names, _sections("changes"), ended=True)
            for each in corpus.changes.places
            if each.code not in places
        ),
        *(Feed(theme_feed(name), names, _by_language(urls.theme, name)) for name, names in themes.items()),
        *(
            Feed(theme_feed(name), page.titles, _by_language(urls.theme, name), ended=True)
            for name, page in _published_themes(corpus)
            if name not in themes
        ),
        *(
            Feed(
                policy_feed(policy.meta.slug),
                {each: plain(policy_title(policy, each)) for each in urls.LANGUAGES},
                _by_language(urls.policy, policy.meta.slug),
            )
            for policy in in_place_order(corpus)
        ),
    )


def place_feed(code: str) -> str:
    """The name of the feed of a place."""
    return f"places/{code}"


def policy_feed(slug: str) -> str:
    """The name of the feed of a policy."""
    return f"policies/{slug}"


def theme_feed(theme: str) -> str:
    """The name of the feed of a theme."""
    return f"themes/{theme}"


def feed_links(
    setting: Setting, names: Iterable[str], languages: Iterable[str], here: str
) -> tuple[Link, ...]:
    """The ways from a page to some feeds, in some languages; none before the log of changes has begun."""
    if not setting.corpus.changes.tag:
        return ()
    return tuple(
        Link(
            setting.words[language][f"feeds.{name.partition('/')[0]}"],
            urls.relative(here, urls.feed(language, name)),
            TAGS[language],
        )
        for name in names
        for language in languages
    )


def make_feeds(setting: Setting) -> Iterator[Part]:
    """Each feed in each language, made from the policies and clauses that its entries name."""
    corpus = setting.corpus
    feeds = find_feeds(setting)
    entries = _by_feed(corpus, frozenset(feed.name for feed in feeds)) if feeds else {}
    for feed in feeds:
        found = tuple(entries.get(feed.name, ()))
        for language in urls.LANGUAGES:
            given = _Given(
                feed.name,
                language,
                feed.titles[language],
                feed.pages[language],
                feed.ended,
                corpus.changes.begun,
                found,
            )
            yield Part(_feed, shown_of(found), given)


class _Given(NamedTuple):
    """Which feed, the day on which the log began, and the entries."""

    name: str
    language: str
    title: str
    page: str
    ended: bool
    begun: str
    entries: tuple[LogEntry, ...]


def _feed(setting: Setting, given: _Given) -> Iterator[Page]:
    """A feed."""
    name, language = given.name, given.language
    words, site = setting.words[language], plain(titles(setting.site, language))
    path = urls.feed(language, name)
    tag = f"{setting.corpus.changes.tag}{language}/"
    # What an entry says in the feed of a theme is a part of it, and so another entry.
    about = f"/{quote(name)}" if name.startswith("themes/") else ""
    value = FeedFile(
        lang=TAGS[language],
        id=f"{tag}feeds/{quote(name)}",
        title=words.plain("feeds.title", name=given.title),
        subtitle=words.plain("feeds.ended", site=site)
        if given.ended
        else words.plain("feeds.about", site=site),
        updated=_instant(given.entries[0].change.day if given.entries else given.begun),
        address=setting.absolute(path),
        page=setting.absolute(given.page),
        author=site,
        home=setting.absolute(urls.home(language)),
        rights=words.plain("frame.licence", licence=setting.site.licence),
        entries=tuple(_entry(setting, each, language, f"{tag}{each.key}{about}") for each in given.entries),
    )
    yield Page(path, "feed.xml", value)


def _entry(setting: Setting, entry: LogEntry, language: str, name: str) -> FeedEntry:
    words = setting.words[language]
    view = make_change(setting, entry, language, setting.absolute)
    figures = words.plain("feeds.between").join(f"{old or '–'} → {new or '–'}" for old, new in view.figures)
    replaced = words.plain("feeds.between").join(plain(each.text) for each in view.replaces)
    what = f"{plain(view.what)}{words.plain('compare.colon')}{replaced}" if replaced else plain(view.what)
    only = view.clauses[0].clause.href if len(view.clauses) == 1 else view.policy.href
    return FeedEntry(
        name,
        f"{plain(view.policy.text)}{words.plain('compare.colon')}{what}",
        _instant(view.day),
        only,
        words.plain("feeds.between").join(filter(None, (figures, what, plain(view.place)))),
        view,
    )


def _instant(day: str) -> str:
    """A day as RFC 3339 wants it. The log knows no hour."""
    return f"{day}T00:00:00Z"


def _by_feed(corpus: Corpus, feeds: frozenset[str]) -> Mapping[str, list[LogEntry]]:
    """The newest entries of each feed, by its name."""
    places = {policy.meta.slug: policy.meta.jurisdiction.value for policy in corpus.policies}
    themes, days = _clauses_of_themes(corpus, feeds), corpus.changes.days()
    found: dict[str, list[LogEntry]] = {}
    for entry in find_entries(corpus):
        slug = entry.change.policy
        about = [(name, entry) for name in (SITE, place_feed(places[slug] or ""), policy_feed(slug))]
        about += [(policy_feed(each), entry) for each in entry.change.replaces]
        first = entry.change.kind in (NEW, EDITION) and entry.change.day == days.published[slug]
        about += _of_themes(entry, themes.get(slug, {}), first=first)
        for name, shown in about:
            if len(own := found.setdefault(name, [])) < MOST:
                own.append(shown)
    return found


def _of_themes(
    entry: LogEntry, themes: Mapping[str, list[str]], *, first: bool
) -> Iterator[tuple[str, LogEntry]]:
    """The feeds of themes that an entry belongs to, each with the entry as far as it is about the theme; the ``first`` one of
    a policy is about all its clauses."""
    for name, clauses in themes.items():
        if first:
            added = tuple(ClauseChange(ADDED, each) for each in clauses)
            yield name, entry._replace(change=replace(entry.change, clauses=added))
        elif not entry.change.clauses:
            yield name, entry
        elif (narrowed := entry.about(clauses)).change.clauses:
            yield name, narrowed


def _clauses_of_themes(corpus: Corpus, feeds: frozenset[str]) -> Mapping[str, Mapping[str, list[str]]]:
    """By slug and name of the feed the clauses with measures of the theme."""
    found: dict[str, dict[str, list[str]]] = {}
    for theme, members in corpus.theme_members.items():
        if (name := theme_feed(theme)) in feeds:
            for each in members:
                found.setdefault(each.doc, {}).setdefault(name, []).append(each.clause)
    return found


def _places(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """The places that have a policy, with their names, by their codes."""
    codes = dict.fromkeys(policy.meta.jurisdiction.value for policy in in_place_order(corpus))
    places = [place for code in codes if code and (place := corpus.jurisdictions.get(code))]
    return {place.code: {each: plain(place_name(place, each)) for each in urls.LANGUAGES} for place in places}


def _themes(corpus: Corpus) -> Mapping[str, Mapping[str, str]]:
    """The themes that have a comparison, with their names, by their ids."""
    return {
        theme.id: {each: plain(theme_name(theme, each)) for each in urls.LANGUAGES}
        for theme in corpus.themes
        if theme.id in corpus.comparisons.themes
    }


def _published_themes(corpus: Corpus) -> Iterator[tuple[str, PublishedPage]]:
    """The themes whose comparisons were published."""
    docs = [policy.meta.slug for policy in corpus.policies]
    for address, published in corpus.addresses.items():
        page = urls.find_page(address)
        if page and page.kind == "comparison" and not urls.clause_of_group(page.names[0], docs):
            yield page.names[0], published


def _sections(name: str) -> Mapping[str, str]:
    return _by_language(urls.section, name)


def _by_language(path: Callable[[str, str], str], name: str) -> Mapping[str, str]:
    return {each: path(each, name) for each in urls.LANGUAGES}
