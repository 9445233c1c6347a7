"""Every address ever published leads somewhere."""

from dataclasses import replace
from typing import Any

import pytest

from digest.model.corpus import Translation
from digest.model.ledger import Wording
from digest.pages.make import make_pages
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import package, templates
from digest.text import urls
from small_corpus import corpus


@pytest.fixture(scope="module")
def pages():
    words = read_words([templates()])
    return {page.path: page for page in make_pages(corpus("https://example.org/base/"), words)}


def html(page):
    return render(page, environment([templates()])).decode()


def test_a_clause_that_moved_says_where_it_is_now(pages):
    page = pages["p/example-2022/3.1/"]
    assert page.value.now.href == "../2.1/index.html"
    assert plain(page.value.now.text) == "（一）支持研发"
    assert [run.lang for run in page.value.title] == ["zh-CN", "en"]
    said = html(page)
    assert '<link rel="canonical" href="https://example.org/base/p/example-2022/2.1/">' in said
    assert "noindex" not in said
    assert "refresh" not in said


def test_where_another_clause_took_it_in_the_words_that_were_cited_stay():
    words = read_words([templates()])
    small = corpus()
    policy = next(each for each in small.policies if each.meta.slug == "example-2022")
    cited = (Wording("（一）", "支持联合研发", "对联合研发给予资助。"),)
    ledger = replace(policy.ledger, clauses={**policy.ledger.clauses, "3.1": cited})
    merged = replace(policy, ledger=ledger)
    changed = replace(small, policies=tuple(merged if each is policy else each for each in small.policies))
    pages = {page.path: page for page in make_pages(changed, words)}
    assert "对联合研发给予资助" in html(pages["p/example-2022/3.1/"])
    data: Any = pages["p/example-2022/3.1/clause.json"].value
    assert "sameAs" not in data.value
    assert data.value["url"].endswith("/p/example-2022/2.1/")


def test_a_clause_that_is_gone_says_why(pages):
    page = pages["p/example-2022/4/"]
    assert page.value.now is None
    said = html(page)
    assert '<meta name="robots" content="noindex">' in said
    assert 'rel="canonical"' not in said
    assert "in 2023. &lt;script&gt;" in said
    assert (
        '<span lang="en">The issuer withdrew </span><span class="quoted">第四部分</span><span lang="en">'
        in said
    )


def test_a_clause_that_is_gone_says_what_it_said_since_when_and_what_replaced_it(pages):
    page = pages["p/example-2022/4/"].value
    assert (page.said.label, page.said.heading) == ("四、", "保障措施")
    assert plain(page.since) == "2023-05-01"
    assert [link.href for link in page.successors] == ["../2.1/index.html"]
    said = html(pages["p/example-2022/4/"])
    assert "加强组织领导。&lt;script&gt;" in said
    assert '<time datetime="2023-05-01">' in said


def test_a_clause_that_is_gone_reads_in_english_too():
    words = read_words([templates()])
    small = corpus()
    policy = small.policies[0]
    english = {"4": Translation("Safeguards", "Stronger leadership.", "machine")}
    changed = replace(small, policies=(replace(policy, translations=english), *small.policies[1:]))
    pages = {page.path: page for page in make_pages(changed, words)}
    said = html(pages["p/example-2022/4/"])
    assert said.index("加强组织领导") < said.index("Stronger leadership.")
    assert '<section class="side machine"' in said
    assert '<span class="mark" lang="en">Machine draft<' in said
    assert "Stronger leadership" not in html(pages["p/example-2022/3.1/"])


def test_the_clause_that_has_the_number_now_is_named():
    words = read_words([templates()])
    small = corpus()
    policy = next(each for each in small.policies if each.meta.slug == "example-2022")
    taken = replace(policy, ledger=replace(policy.ledger, ids={"4": "2.1"}, aliases={"3.1": "4"}))
    changed = replace(small, policies=tuple(taken if each is policy else each for each in small.policies))
    pages = {page.path: page for page in make_pages(changed, words)}
    gone: Any = pages["p/example-2022/4/"].value
    assert gone.number.href == "../2.1/index.html"
    chained: Any = pages["p/example-2022/3.1/"].value
    assert plain(chained.since) == "2023-05-01"


def test_old_anchors_of_the_full_text_lead_to_the_clause(pages):
    for path in ("zh/policies/example-2022/", "en/policies/example-2022/both/"):
        said = html(pages[path])
        assert '<span id="3.1"></span>' in said
        assert '<li id="4"><a href="' in said


def test_the_linked_data_of_former_ids_stays(pages):
    assert pages["p/example-2022/3.1/clause.json"].value.value["sameAs"].endswith("/p/example-2022/2.1/")
    gone = pages["p/example-2022/4/clause.json"].value.value
    assert gone["name"] == "四、保障措施"
    assert not {"temporalCoverage", "legislationLegalForce"} & gone.keys()


def test_neither_is_in_the_sitemap(pages):
    listed = [each.address for each in pages[urls.SITEMAP].value.pages]
    assert [address for address in listed if "/3.1/" in address or address.endswith("/4/")] == []
    assert len(listed) == len(set(listed))


def test_hosts_can_redirect_below_a_base_path(pages):
    assert html(pages["_redirects"]) == "/base/p/example-2022/3.1/ /base/p/example-2022/2.1/ 301\n"
    assert html(pages["_redirects_nginx"]) == "/base/p/example-2022/3.1/ /base/p/example-2022/2.1/;\n"


def test_without_ledgers_there_is_nothing_to_redirect():
    words = read_words([templates()])
    small = corpus()
    bare = replace(small, policies=small.policies[1:])
    pages = {page.path: page for page in make_pages(bare, words)}
    assert html(pages["_redirects"]) == html(pages["_redirects_nginx"]) == ""
    assert not [path for path in pages if pages[path].template == "moved.html"]


def test_redirects_leave_the_query_to_the_host(pages):
    """Netlify, Cloudflare and GitLab hand on a query where the new address has none; nginx is told to."""
    for path in (urls.REDIRECTS, urls.REDIRECT_MAP):
        assert not any("?" in new for _, new in pages[path].value.pairs)
    conf = (package() / "hosts/nginx/nginx.conf").read_text("utf-8")
    assert "return 301 $moved$is_args$args;" in conf
