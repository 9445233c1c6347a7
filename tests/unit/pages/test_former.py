"""Every page that was published answers, whatever became of what it showed."""

import re
from dataclasses import replace

import pytest

from digest.build import load
from digest.model.addresses import PublishedPage
from digest.model.page import DataFile, EditorPage
from digest.pages.addresses import published_addresses
from digest.pages.former import make_former
from digest.pages.machine import listed_page
from digest.pages.make import PAGES, make_pages, make_setting
from digest.pages.moved import Redirects, make_moved
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import starter_content, templates
from digest.text import urls

BOTH = {"zh": "题", "en": "Title"}
WORDS = read_words([templates()])


@pytest.fixture(scope="module")
def site():
    """This site as it is."""
    corpus, _ = load(starter_content())
    assert corpus
    return corpus


@pytest.fixture(scope="module")
def whole(site):
    """The same, never published."""
    return replace(site, addresses={})


@pytest.fixture(scope="module")
def pages(whole):
    """Its pages."""
    return {page.path: page for page in make_pages(whole, WORDS)}


def former(corpus):
    """The pages made for published addresses that have none."""
    return {page.path: page for page in make_former(make_setting(corpus, WORDS))}


def now(corpus):
    return published_addresses(make_setting(corpus, WORDS))


def without(corpus, *names):
    compared = corpus.comparisons
    kept = {
        field: {key: each for key, each in getattr(compared, field).items() if key not in names}
        for field in ("themes", "groups", "pairs")
    }
    return replace(corpus, comparisons=replace(compared, **kept), addresses=now(corpus))


def named_after(group, corpus):
    clause = urls.clause_of_group(group, [policy.meta.slug for policy in corpus.policies])
    assert clause
    return clause


def html(page):
    return render(page, environment([templates()])).decode()


def ways(page):
    return {plain(way.name): [plain(link.text) for link in way.links] for way in page.value.ways}


def test_the_addresses_of_a_site_are_those_of_its_pages(whole, pages):
    """One list says which pages there are: those that are made, but for clauses and the pages every site has."""
    paths = {path for path in pages if path.endswith("/") and path[:2] in urls.LANGUAGES}
    fixed = {"/", *(f"/{name}/" for name in urls.ALWAYS)}
    made = {urls.shared(path) for path in paths} - fixed
    assert {address for address in made if not address.endswith("/both/")} == set(now(whole))
    assert all(urls.find_page(address) for address in now(whole))
    assert {kind.section for kind in PAGES if kind.section} <= set(urls.ALWAYS)


def test_titles_are_those_of_the_pages(whole, pages):
    for address, page in now(whole).items():
        for language, title in page.titles.items():
            shown = pages[f"{language}{address}"].value
            if hasattr(shown, "title"):
                assert plain(shown.title) == title


def test_what_still_has_a_page_gets_no_other(whole):
    assert former(replace(whole, addresses=now(whole))) == {}


def test_a_theme_without_measures(whole):
    name = "tape-out"
    pages = former(without(whole, name))
    assert set(pages) == {
        f"{language}/compare/{name}/{file}"
        for language in ("zh", "en")
        for file in ("", f"{name}.csv", f"{name}.xlsx")
    }
    page = pages[f"en/compare/{name}/"]
    assert {run.lang for run in (*page.value.title, *page.value.lead)} == {"en"}
    assert ways(page)["Search the clauses for"][0] == "Tape-out"
    chinese = pages[f"zh/compare/{name}/"]
    assert {run.lang for run in (*chinese.value.title, *chinese.value.lead)} == {"zh-CN"}
    assert next(iter(ways(chinese).values()))[0] == "流片"
    assert ways(page)["All comparisons"] == ["Compare"]
    said = html(page)
    assert '<meta name="robots" content="noindex">' in said
    assert 'rel="canonical"' not in said
    assert "refresh" not in said
    assert re.search(r'href="\.\./\.\./search/index\.html\?q=Tape-out"', said)
    table = pages[f"zh/compare/{name}/{name}.csv"].value
    assert isinstance(table, DataFile)
    assert table.tables[0].rows == ()
    assert "措施" in table.tables[0].columns


def test_words_that_no_clause_has_are_not_offered(whole):
    lost = {"/compare/child-care/": PublishedPage({"zh": "托育", "en": "Child care"})}
    gone = {"/compare/never-was/": PublishedPage({"zh": "无", "en": "None"})}
    pages = former(replace(whole, addresses={**lost, **gone}))
    for address in (*lost, *gone):
        assert list(ways(pages[f"en{address}"])) == ["All comparisons"]


def test_no_former_page_is_in_the_sitemap(whole, pages):
    assert listed_page(pages["zh/compare/tape-out/"])
    assert not any(map(listed_page, former(without(whole, "tape-out")).values()))


def test_a_group_that_has_another_name_now_leads_there(whole):
    """Its smallest member changed: the clause that named it is in the group still."""
    name, group = next(iter(whole.comparisons.groups.items()))
    other = next(act for act in group.acts if not name.endswith(f"-{act.clause}"))
    old = urls.group(other.doc, other.clause)
    only = {key: each for key, each in whole.comparisons.groups.items() if key == name}
    corpus = replace(
        whole,
        comparisons=replace(whole.comparisons, groups=only),
        addresses={urls.shared(urls.theme("zh", old)): PublishedPage(BOTH)},
    )
    page = former(corpus)[f"zh/compare/{old}/"]
    assert page.value.now.href == f"../{name}/index.html"
    said = html(page)
    assert f'rel="canonical" href="{corpus.site.base_url}zh/compare/{name}/"' in said
    assert "noindex" not in said
    table = former(corpus)[f"zh/compare/{old}/{old}.csv"].value.tables[0]
    assert len(table.rows) == len(group.acts)
    redirects = next(
        page.value for page in make_moved(make_setting(corpus, WORDS)) if page.path == urls.REDIRECTS
    )
    assert isinstance(redirects, Redirects)
    root = urls.rooted(corpus.site.base_url, "")
    assert (f"{root}en/compare/{old}/", f"{root}en/compare/{name}/") in redirects.pairs
    assert (
        f"{root}zh/compare/{old}/{old}.csv",
        f"{root}zh/compare/{name}/{name}.csv",
    ) in redirects.pairs


def test_a_group_that_is_no_more_leads_to_its_clause(whole):
    name = next(iter(whole.comparisons.groups))
    corpus = without(whole, *whole.comparisons.groups)
    page = former(corpus)[f"en/compare/{name}/"]
    assert page.value.now is None
    found = {plain(way.name): way.links for way in page.value.ways}
    clause = named_after(name, corpus)
    assert found["Clause"][0].href.endswith(f"/p/{clause.doc}/{clause.clause}/index.html")
    assert len(found["Document"]) == 1
    assert "noindex" in html(page)


def test_a_clause_that_moved_is_followed(whole):
    """The clause that named a group has another id now."""
    name, group = next(iter(whole.comparisons.groups.items()))
    clause = named_after(name, whole)
    policies = tuple(
        replace(policy, ledger=replace(policy.ledger, aliases={"99.9": clause.clause}))
        if policy.meta.slug == clause.doc
        else policy
        for policy in whole.policies
    )
    only = {name: group}
    corpus = replace(
        whole,
        policies=policies,
        comparisons=replace(whole.comparisons, groups=only),
        addresses={f"/compare/g-{clause.doc}-99.9/": PublishedPage(BOTH)},
    )
    page = former(corpus)[f"zh/compare/g-{clause.doc}-99.9/"]
    assert page.value.now.href == f"../{name}/index.html"


def test_two_policies_that_are_not_compared_now(whole):
    pair = next(iter(whole.comparisons.pairs))
    pages = former(without(whole, pair))
    assert set(pages) == {f"{language}/compare/{pair[0]}/{pair[1]}/" for language in ("zh", "en")}
    page = pages[f"en/compare/{pair[0]}/{pair[1]}/"]
    titles = {policy.meta.slug: policy.meta.title_en for policy in whole.policies}
    assert ways(page)["Policies"] == [titles[slug] for slug in pair]


def test_an_editors_page_that_ended_says_why(whole):
    ended = PublishedPage({"zh": "新闻", "en": "News"}, "It was not kept up. <b>")
    kept = (*whole.pages, EditorPage("news", "zh", "# 新闻"))
    pages = former(replace(whole, pages=kept, addresses={"/news/": ended}))
    assert set(pages) == {"en/news/"}  # the Chinese page is still there
    said = html(pages["en/news/"])
    assert "It was not kept up. &lt;b&gt;" in said
    assert 'href="../../zh/news/index.html" lang="zh-CN"' in said


def test_every_address_of_this_site_answers(site, pages):
    asked = {f"{language}{address}" for address, page in site.addresses.items() for language in page.titles}
    assert len(asked) > 250
    assert asked <= pages.keys() | former(site).keys()
    assert now(site).keys() <= site.addresses.keys(), "run `digest publish`"
