"""The page of changes, the feeds, and what else is made of the log."""

import re
from dataclasses import replace
from functools import cache

import feedparser
import pytest

from atom_schema import faults
from digest.model.addresses import PublishedPage
from digest.model.changes import Change, ClauseChange, Log
from digest.model.comparison import Comparisons, ThemeComparison
from digest.model.corpus import Corpus, Stated
from digest.model.ledger import Wording
from digest.model.matches import Theme, ThemeMember
from digest.pages.changes_page import MOST_ENTRIES, make_changes
from digest.pages.feeds import MOST, make_feeds
from digest.pages.make import make_pages, make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from many_policies import many_policies
from small_corpus import SCRIPT, corpus
from small_log import TAG, logged, version

VALID = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:a.example,2024:f</id><title>T</title>
<updated>2024-01-31T00:00:00Z</updated><author><name>A</name></author><link rel="self" href="https://a.example/f"/>{more}</feed>"""


@cache
def env():
    return environment([templates()])


def made(known: Corpus, *makers) -> dict[str, bytes]:
    """The files that some kinds of pages make."""
    setting = make_setting(known, read_words([templates()]))
    parts = [part for make in makers or (make_feeds, make_changes) for part in make(setting)]
    return {page.path: render(page, env()) for page in pages_of(parts, setting)}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return made(logged())


def read(content: bytes):
    found = feedparser.parse(content)
    assert not found.bozo
    return found


def themed() -> Corpus:
    """A corpus with a theme that has a comparison, and two addresses of comparisons that have none."""
    theme = Theme("research", "研发", "Research", "", (), (), "supply")
    addresses = {
        "/compare/former/": PublishedPage({"zh": "旧主题", "en": "Former"}),
        "/compare/g-example-2022-2.1/": PublishedPage({"zh": "组", "en": "Group"}),
    }
    return replace(
        logged(),
        themes=(theme,),
        theme_members={"research": (ThemeMember("example-2022", "2.1", 2, 1.0),)},
        comparisons=Comparisons(themes={"research": ThemeComparison("research")}),
        addresses=addresses,
    )


def test_every_feed_is_valid(files):
    feeds = {path: content for path, content in files.items() if path.endswith(".xml")}
    names = {"all", "places/440311", "places/440000", "policies/example-2022", "policies/other-2021"}
    assert set(feeds) == {urls.feed(language, name) for language in urls.LANGUAGES for name in names}
    assert {path: found for path, content in feeds.items() if (found := faults(content))} == {}


@pytest.mark.parametrize(
    "more",
    [
        "<title>Again</title>",
        "<updated>yesterday</updated>",
        "<entry><id>tag:a</id></entry>",
        '<link href="a" type="text/html"/><link href="b" type="text/html"/>',
        "<unknown/>",
        "<entry><id>a</id><title>t</title><updated>2024-01-31T00:00:00Z</updated></entry>" * 2,
    ],
)
def test_a_feed_that_is_not_valid_is_found(more):
    assert faults(VALID.format(more="").encode()) == []
    assert faults(VALID.format(more=more).encode())


def test_figures_come_first(files):
    entries = read(files["feeds/en/all.xml"]).entries
    amended = next(each for each in entries if "clauses changed" in each.title)
    assert amended.summary.startswith("30% → 50%; 300万元 → 500万元; ")
    assert "1 new clause, 1 clause moved, 1 clause removed" in amended.summary
    first, *_ = re.findall(r"<li>.*?</li>", amended.content[0].value, re.DOTALL)
    assert "<b>30% → 50%</b>" in first


def test_an_entry_leads_to_the_clause_as_it_read(files):
    (entry,) = [
        each for each in read(files["feeds/zh/all.xml"]).entries if each.title.endswith("修改 1 个条款")
    ]
    assert re.fullmatch(r"https://digest\.example\.org/p/example-2022/2\.1\.1/\?at=[0-9a-f]{8}", entry.link)


def test_a_clause_that_was_renamed_later_is_named_as_it_was():
    """Its figures, too: what was published on a day did not say what the text says since."""
    known = logged()
    first, second = known.policies
    then = Wording("（一）", "支持试制", "对首轮流片，按不超过费用的30%给予资助。")
    ledger = replace(first.ledger, clauses={**first.ledger.clauses, "2.1": (then,)})
    added = Change(
        "2024-03-01", "example-2022", "amended", (ClauseChange("added", "2.1", after=version(then)),)
    )
    log = replace(known.changes, changes=(*known.changes.changes, added))
    files = made(replace(known, policies=(replace(first, ledger=ledger), second), changes=log), make_feeds)
    for language in urls.LANGUAGES:
        (entry,) = [
            each for each in read(files[f"feeds/{language}/all.xml"]).entries if "2024-03-01" in each.id
        ]
        assert "（一）支持试制" in entry.content[0].value


def test_what_a_feed_is_about_counts_the_policies_that_ended(files):
    assert "no longer in force" in read(files["feeds/en/all.xml"]).feed.subtitle
    assert "不再有效" in read(files["feeds/zh/all.xml"]).feed.subtitle
    assert "no longer in force" in files["en/changes/"].decode()


def test_ids_stay_when_the_site_moves(files):
    def ids(content: bytes) -> list[str]:
        found = read(content)
        return [found.feed.id, *(each.id for each in found.entries)]

    moved = made(logged("https://new.example.com/base/"))
    assert ids(moved["feeds/en/all.xml"]) == ids(files["feeds/en/all.xml"])
    assert ids(files["feeds/en/all.xml"])[0] == f"{TAG}en/feeds/all"
    assert ids(files["feeds/en/all.xml"])[-1] == f"{TAG}en/example-2022/2024-01-31/new/2adf4307"


def test_an_entry_that_two_branches_have_written_counts_once():
    known = logged()
    twice = replace(known.changes, changes=(*known.changes.changes, *known.changes.changes))
    assert made(replace(known, changes=twice), make_feeds) == made(known, make_feeds)


def test_odd_characters_break_no_feed(files):
    content = files["feeds/zh/policies/example-2022.xml"]
    assert faults(content) == []
    assert SCRIPT.encode() not in content
    assert "\x0b" not in content.decode()


def test_a_policy_is_in_the_feeds_of_its_place_and_of_what_it_supersedes(files):
    titles = {
        name: [each.title for each in read(content).entries]
        for name, content in files.items()
        if "xml" in name
    }
    assert len(titles["feeds/en/all.xml"]) == 4  # nothing is said of what is not there
    assert titles["feeds/en/places/440311.xml"] == titles["feeds/en/all.xml"]
    assert titles["feeds/en/places/440000.xml"] == []
    assert [
        each.partition(": ")[2].startswith("Supersedes")
        for each in titles["feeds/en/policies/other-2021.xml"]
    ] == [True]


def test_the_feed_of_a_theme_has_what_is_about_it():
    files = made(themed(), make_feeds)
    feed = read(files["feeds/en/themes/research.xml"])
    assert feed.feed.title == "Research: changes"
    whole = {each.id for each in read(files["feeds/en/all.xml"]).entries}
    assert not whole & {each.id for each in feed.entries}  # they say less, so that they are other entries
    edition, amended, new = feed.entries
    assert amended.title.endswith(": 1 clause changed, 1 clause moved")
    assert edition.title.partition(": ")[2].startswith("Supersedes")
    assert "/p/example-2022/2.1/" in new.link


def test_a_feed_that_was_promised_stays():
    known = themed()
    first, second = known.policies
    elsewhere = replace(first, meta=replace(first.meta, jurisdiction=Stated("440000", "printed")))
    files = made(replace(known, policies=(elsewhere, second)), make_feeds)
    for name, title in (("places/440311", "Guangming: changes"), ("themes/former", "Former: changes")):
        feed = read(files[f"feeds/en/{name}.xml"])
        assert feed.feed.title == title
        assert "currently has no policy" in feed.feed.subtitle
        assert faults(files[f"feeds/en/{name}.xml"]) == []
    assert not [name for name in files if "/themes/g-" in name]


def test_before_anything_is_published_there_are_no_feeds_and_no_claims():
    files = made(corpus())
    assert set(files) == {"zh/changes/", "en/changes/"}
    assert "will be recorded here after the first publication" in files["en/changes/"].decode()
    assert "application/atom+xml" not in files["en/changes/"].decode()


def test_a_feed_keeps_the_newest():
    small = many_policies(MOST + 10)
    log = Log(
        TAG,
        changes=tuple(
            Change(f"2024-02-{at % 28 + 1:02}", each.meta.slug, "new")
            for at, each in enumerate(small.policies)
        ),
    )
    entries = read(made(replace(small, changes=log), make_feeds)["feeds/zh/all.xml"]).entries
    assert len(entries) == MOST
    days = [each.updated for each in entries]
    assert days == sorted(days, reverse=True)


def test_pages_of_very_many_changes_are_bounded():
    """So are those with entries that name many clauses."""
    small = many_policies(3000)
    names = [clause.id for clause in small.policies[0].document.clauses] * 10
    changes = [Change("2024-02-01", each.meta.slug, "new") for each in small.policies]
    changes += [
        Change("2024-02-02", each.meta.slug, "amended", tuple(ClauseChange("added", name) for name in names))
        for each in small.policies[:30]
    ]
    files = made(replace(small, changes=Log(TAG, changes=tuple(changes))), make_changes)
    assert len(files) >= 2 * 3000 // MOST_ENTRIES
    assert max(map(len, files.values())) < 300_000
    assert b'rel="next"' in files["zh/changes/"]
    assert b"noindex" in files["zh/changes/changes-2.html"]


def test_the_sitemap_has_days_where_the_log_knows_them():
    pages = {page.path: page for page in make_pages(logged(), read_words([templates()]))}
    content = render(pages[urls.SITEMAP], env()).decode()
    days = dict(
        re.findall(r"<loc>https://digest\.example\.org/([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", content)
    )
    assert days["zh/policies/example-2022/"] == "2024-06-01"
    assert days["zh/policies/other-2021/"] == "2024-06-01"
    assert days["p/example-2022/2.1/"] == "2024-05-01"
    assert days["p/example-2022/1.1/"] == "2024-01-31"
    assert {days[path] for path in ("zh/", "zh/changes/", "zh/policies/", "p/other-2021/2.1/")} == {""}


def test_pages_lead_to_their_feeds():
    pages = {page.path: page for page in make_pages(logged(), read_words([templates()]))}
    for path, hrefs in {
        "en/": ["../feeds/en/all.xml"],
        "en/changes/": ["../../feeds/en/all.xml"],
        "zh/policies/example-2022/": ["../../../feeds/zh/policies/example-2022.xml"],
        "p/example-2022/2.1/": [
            f"../../../feeds/{each}/policies/example-2022.xml" for each in urls.LANGUAGES
        ],
    }.items():
        head = render(pages[path], env()).decode().partition("</head>")[0]
        assert re.findall(r'type="application/atom\+xml"[^>]* href="([^"]*)"', head) == hrefs
    home = render(pages["en/"], env()).decode()
    assert "30% → 50%" in home
    assert 'href="changes/index.html"' in home
