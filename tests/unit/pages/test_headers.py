"""Each file is sent with the headers that it needs, whichever host reads the rules."""

from dataclasses import replace

import pytest

from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from host_rules import sent
from small_corpus import corpus

CARD = "/p/example-2022/2.1/card.html"
READ = (
    "/p/example-2022/policy.json",
    "/p/example-2022/2.1/clause.json",
    "/data/clauses.csv",
    "/data/references.bib",
    "/akn/example-2022.xml",
    "/feeds/zh/places/440300.xml",
)
PAGES = ("/", "/zh/", "/en/policies/example-2022/both/", "/p/example-2022/2.1/", "/404.html", "/nowhere")


def rules(*, embeds, base_url="https://digest.example.org/"):
    made = corpus(base_url)
    made = replace(made, site=replace(made.site, embeds=embeds))
    page = next(page for page in make_pages(made, read_words([templates()])) if page.path == urls.HEADERS)
    return render(page, environment([templates()])).decode()


@pytest.fixture(scope="module", params=[False, True], ids=["closed", "embeds"])
def text(request):
    return rules(embeds=request.param)


@pytest.mark.parametrize("joined", [False, True], ids=["netlify", "cloudflare"])
def test_any_site_may_read_the_data_and_no_site_frames_a_page(text, joined):
    for path in (*READ, *PAGES, "/assets/site.css"):
        found = sent(text, path, joined=joined)
        assert found.get("Access-Control-Allow-Origin") == ("*" if path in READ else None), path
        assert found["X-Frame-Options"] == "DENY"
        assert found["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; ")
        assert found["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("joined", [False, True], ids=["netlify", "cloudflare"])
def test_a_card_alone_can_stand_in_other_pages(joined):
    text = rules(embeds=True)
    for path in (CARD, CARD.removesuffix(".html")):  # some hosts send visitors there
        policies = sent(text, path, joined=joined)["Content-Security-Policy"].split(", ")
        ancestors = [each.partition("frame-ancestors ")[2] for each in policies if "frame-ancestors" in each]
        assert ancestors == [
            "*"
        ]  # a second one would have to allow it, too; X-Frame-Options counts for nothing then
        assert "script-src" not in policies[-1]
    assert sent(text, "/p/example-2022/2.1/oembed.json", joined=joined)["Access-Control-Allow-Origin"] == "*"
    for path in (*PAGES, *READ):
        assert "frame-ancestors" not in sent(text, path, joined=joined)["Content-Security-Policy"]


def test_nothing_speaks_of_cards_where_there_are_none():
    text = rules(embeds=False)
    assert "card" not in text
    assert "oembed" not in text
    assert "frame-ancestors 'none'" in sent(text, CARD, joined=False)["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feeds/zh/all.xml", "application/atom+xml; charset=utf-8"),
        ("/en/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("/data/references.bib", "application/x-bibtex; charset=utf-8"),
        ("/data/references.ris", "application/x-research-info-systems; charset=utf-8"),
        ("/data/references.csl.json", "application/vnd.citationstyles.csl+json"),
        ("/data/clauses.lua", "text/x-lua; charset=utf-8"),
        ("/data/clauses.csv", None),
        ("/zh/", None),
    ],
)
def test_files_that_hosts_do_not_know_have_their_type(text, path, kind):
    assert sent(text, path, joined=True).get("Content-Type") == kind


def test_the_addresses_begin_where_the_site_does():
    text = rules(embeds=True, base_url="https://www.example.cn/zc/")
    assert sent(text, f"/zc{CARD}", joined=False)["Content-Security-Policy"].endswith("frame-ancestors *")
    assert sent(text, "/zc/data/clauses.csv", joined=False)["Access-Control-Allow-Origin"] == "*"
    assert sent(text, "/elsewhere/", joined=False)["X-Frame-Options"] == "DENY"
