"""The page of all downloads: it misses no file, and says of each what is true when it is written."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from digest.build import build
from digest.incremental.cache import Cache
from digest.model.page import EditorPage
from digest.pages import downloads
from digest.pages.data import TABLES
from digest.pages.downloads import Download, _size, download_of, make_downloads
from digest.pages.make import make_pages, make_setting
from digest.pages.strings import plain, read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from many_policies import many_policies
from small_corpus import SCRIPT, corpus

WORDS = read_words([templates()])
LINK = re.compile(r'href="\.\./\.\./((?:data|akn)/[^"]+)"')


def made(whole, language="en", written=()):
    pages = {page.path: page for page in make_downloads(make_setting(whole, WORDS), written)}
    return pages[f"{language}/data/"]


def html(page):
    return render(page, environment([templates()])).decode()


@pytest.mark.parametrize("language", urls.LANGUAGES)
def test_every_file_of_data_is_on_the_page(language):
    pages = {page.path: page for page in make_pages(corpus(), WORDS)}
    files = {path for path in pages if path.startswith(("data/", "akn/"))}
    assert len(files) > 4 * len(TABLES)
    assert set(LINK.findall(html(pages[f"{language}/data/"]))) == files


def test_the_page_of_a_policy_leads_to_its_files():
    page = next(page for page in make_pages(corpus(), WORDS) if page.path == "zh/policies/example-2022/")
    links = etree.HTML(html(page)).xpath("//p[@class='whole']/a")
    assert ["".join(link.itertext()) for link in links] == ["XML (Akoma Ntoso)", "JSON-LD"]
    assert [link.get("href") for link in links] == [
        "../../../akn/example-2022.xml",
        "../../../p/example-2022/policy.json",
    ]


def test_a_file_that_a_site_does_not_have_is_left_out():
    assert made(corpus()).value.others == ()
    known = [Download("data/references.bib", 2_345_678, None)]
    (file,) = made(corpus(), written=known).value.others
    assert (file.href, plain(file.size)) == ("../../data/references.bib", "2.3 MB")
    assert "BibTeX" in plain(file.about)


def test_a_table_says_how_many_rows_and_bytes_it_has():
    known = [Download("data/caps.csv", 61, 1234), Download("data/caps.jsonl", 0, 1234)]
    table = next(each for each in made(corpus(), written=known).value.tables if each.name == "caps")
    assert table.rows == "1,234"
    assert [(plain(each.name), plain(each.size)) for each in table.files] == [
        ("CSV", "61 B"),
        ("JSON Lines", "0 B"),
    ]


@pytest.mark.parametrize("language", urls.LANGUAGES)
def test_fields_are_explained_with_their_types_and_values(language):
    table = next(each for each in made(corpus(), language).value.tables if each.name == "tiers")
    fields = {each.name: each for each in table.fields}
    assert list(fields) == [column.name for kind in TABLES if kind.name == "tiers" for column in kind.columns]
    expected = {
        "en": ("number, may be empty", "so much, in the currency of the support"),
        "zh": ("数值，可为空", "这一档的金额，币种与该项支持相同"),
    }
    assert (plain(fields["amount_yuan"].type), plain(fields["amount_yuan"].about)) == expected[language]
    assert fields["comparator"].values == ("eq", "lt", "lte", "gt", "gte", "about")


def test_chinese_on_the_english_page_says_so():
    for text in etree.HTML(html(made(corpus()))).xpath("//main//text()"):
        if re.search("[\u4e00-\u9fff]", text):
            assert text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") == ["zh-CN"], text


def test_of_many_policies_the_first_are_listed_and_the_others_counted(monkeypatch):
    monkeypatch.setattr(downloads, "MOST_POLICIES", 5)
    whole = many_policies(12)
    known = [Download(urls.akoma_ntoso(policy.meta.slug), 1000, None) for policy in whole.policies]
    value = made(whole, written=known).value
    assert len(value.policies) == 5
    assert plain(value.policies_size) == "12 files, 12 kB in total."
    assert plain(value.more_policies.text) == "7 more policies: see the link on the page of each policy"
    assert value.more_policies.href == "../policies/index.html"


def test_the_editors_text_introduces_the_page():
    own = EditorPage("data", "en", f"# Our data\n\nAsk us. {SCRIPT}\n")
    whole = replace(corpus(), pages=(*corpus().pages, own))
    paths = [page.path for page in make_pages(whole, WORDS)]
    assert paths.count("en/data/") == 1
    shown = html(made(whole))
    assert "<h1>Our data</h1>" in shown
    assert "<p>Ask us." in shown
    assert SCRIPT not in shown


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (9_949, "9.9 kB"),
        (9_950, "10 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (2_500_000_000, "2.5 GB"),
        (5_000_000_000_000, "5000 GB"),
    ],
)
def test_sizes_are_read_by_people(number, said):
    assert _size(number) == said


def test_only_data_is_a_download():
    pages = {page.path: page for page in make_pages(corpus(), WORDS)}
    assert download_of(pages["data/clauses.csv"], 7) == Download("data/clauses.csv", 7, 28)
    assert download_of(pages["data/digest.sqlite"], 7) == Download("data/digest.sqlite", 7, None)
    assert download_of(pages["zh/data/"], 7) is None
    assert download_of(pages["robots.txt"], 7) is None


def test_the_sizes_are_those_of_the_files_after_each_build(project: Path, tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    shutil.copytree(project / "tests/sites/good", content)
    cache = Cache(tmp_path / "cache")
    assert not sizes_differ(content, site, cache)
    before = (site / "en/data/index.html").read_bytes()
    source = next(content.glob("policies/*/source.txt"))
    source.write_text(
        source.read_text("utf-8") + "\n本办法由市工业和信息化局负责解释，" + "长" * 30_000 + "。\n", "utf-8"
    )
    assert not sizes_differ(content, site, cache)
    assert (site / "en/data/index.html").read_bytes() != before


def sizes_differ(content: Path, site: Path, cache: Cache) -> list[str]:
    """The files whose size the page says wrong."""
    built = build(content, site, cache=cache)
    assert built.files
    shown = (site / "en/data/index.html").read_text("utf-8")
    said = re.findall(
        r'href="\.\./\.\./((?:data|akn)/[^"]+)" download>.*?</a> <span class="quiet"><span class="figure">([^<]+)<',
        shown,
    )
    assert len(said) > 3 * len(TABLES)
    return [name for name, size in said if size != _size((site / name).stat().st_size)]
