"""Every page of a small corpus: paths, links, versions, what is said in which language."""

import posixpath
import re
from dataclasses import fields, is_dataclass
from urllib.parse import quote

import pytest

from digest.model.page import DataFile, Json, ReferenceFile, XmlElement
from digest.pages.citing import MARKS
from digest.pages.data import TABLES
from digest.pages.machine import MissingPage
from digest.pages.make import make_pages
from digest.pages.strings import plain, read_words
from digest.render.assets import read_assets
from digest.resources import templates
from digest.text import urls
from small_corpus import TRANSLATIONS, clauses, corpus


@pytest.fixture(scope="module")
def pages():
    words = read_words([templates()])
    return {page.path: page for page in make_pages(corpus(), words)}


def test_every_clause_has_its_permanent_page(pages):
    wanted = {urls.clause(doc, clause.id) for doc in ("example-2022", "other-2021") for clause in clauses()}
    assert wanted <= pages.keys()


def test_paths_are_unique():
    words = read_words([templates()])
    paths = [page.path for page in make_pages(corpus(), words)]
    assert len(paths) == len(set(paths))


def test_every_relative_link_leads_to_a_file_or_clause_of_the_site(pages):
    files = {urls.file_of(path) for path in pages}
    files |= read_assets([templates()]).keys()
    anchors = {clause.id for clause in clauses()} | {f"s{number}" for number in range(1, 9)}
    anchors |= {quote(urls.term_anchor(term.zh)) for term in corpus().glossary.terms}
    anchors |= {urls.fields_of(kind.name) for kind in TABLES}
    dead = []
    for path, page in pages.items():
        folder = posixpath.dirname(urls.file_of(path))
        for href in hrefs(page.value):
            if re.match(r"[a-z]+:|/", href) or href.startswith(MARKS):
                continue
            address, _, anchor = href.partition("#")
            name = address.partition("?")[0]
            target = posixpath.normpath(posixpath.join(folder, name)) if name else urls.file_of(path)
            if target not in files or (anchor and anchor not in anchors):
                dead.append((path, href))
    assert dead == []


@pytest.mark.parametrize("mode", ["", "both/"])
def test_versions_name_each_other(pages, mode):
    for language in urls.LANGUAGES:
        frame = pages[f"{urls.policy(language, 'example-2022')}{mode}"].value.frame
        assert {(each.hreflang, each.address) for each in frame.alternates} == {
            ("zh-CN", f"https://digest.example.org/zh/policies/example-2022/{mode}"),
            ("en", f"https://digest.example.org/en/policies/example-2022/{mode}"),
        }


def test_english_shows_what_is_translated_and_marks_the_rest(pages):
    views = flat(pages["en/policies/example-2022/"].value.clauses)
    said = {view.id: side for view in views for side in view.sides}
    assert {key for key, value in said.items() if value.lang == "en"} == TRANSLATIONS.keys()
    assert said["2.1"].state == "missing"
    assert said["2.1"].heading == "支持研发"
    assert said["art7"].label == "Article 7"
    marks = {view.id: [mark[0].text for mark in view.marks] for view in views}
    assert marks["1"] == []
    assert marks["1.1"] == ["Machine draft"]
    assert marks["art7"] == ["Out of date", "Not reproduced"]
    assert marks["2.1"] == ["Untranslated"]


def test_chinese_is_whole_and_in_order(pages):
    views = flat(pages["zh/policies/example-2022/"].value.clauses)
    shown = [
        "\n".join("".join(part.text for part in line) for line in view.sides[0].paragraphs) for view in views
    ]
    assert [view.id for view in views] == [clause.id for clause in clauses()]
    assert shown == [clause.text for clause in clauses()]


def test_heading_levels_never_jump(pages):
    def check(view, above):
        if view.level is not None:
            assert view.level <= above + 1
        for child in view.children:
            check(child, view.level or above)

    for view in pages["zh/policies/example-2022/"].value.clauses:
        check(view, 1)


def test_what_nobody_states_is_gathered(pages):
    value = pages["en/policies/example-2022/"].value
    missing = ["Document number", "Published", "Expires", "Period covered", "Official form"]
    assert [term[0].text for term in value.not_stated] == missing
    assert {fact.name for fact in value.reasons} >= {"issuers", "made"}
    made = next(fact for fact in value.particulars if fact.name == "made")
    assert made.values[0].text[0].text == "June 2022"
    assert made.mark[0].text == "inferred"


def test_neighbours_and_place(pages):
    value = pages["p/example-2022/2.1.1/"].value
    for around in value.frame.around:
        assert [link.href for link in around.trail[1:]] == ["../2/index.html", "../2.1/index.html"]
    assert value.before.href == "../2.1/index.html"
    assert value.after.href == "../2.1.u1/index.html"
    assert value.cite.values[1] == "https://digest.example.org/p/example-2022/2.1.1/"


def test_the_page_for_lost_readers_links_from_the_root():
    words = read_words([templates()])
    small = corpus("https://example.org/base/")
    lost = next(page for page in make_pages(small, words) if page.path == urls.NOT_FOUND)
    assert isinstance(lost.value, MissingPage)
    assert lost.value.frame.style == "/base/assets/site.css"
    assert lost.value.frame.canonical is None


def test_the_sitemap_lists_every_page_with_an_address(pages):
    listed = {each.address for each in pages[urls.SITEMAP].value.pages}
    html = {f"https://digest.example.org/{path}" for path in pages if path == "" or path.endswith("/")}
    moved = {f"https://digest.example.org/p/example-2022/{name}/" for name in ("3.1", "4")}
    policies = {f"https://digest.example.org/p/{doc}/" for doc in ("example-2022", "other-2021")}
    thin = {
        f"https://digest.example.org/en/policies/{doc}/{mode}"
        for doc in ("example-2022", "other-2021")
        for mode in ("", "both/")
    }  # little of them is translated
    assert listed == html - moved - policies - thin


def hrefs(value):
    """All links in a page value, found by the names of the fields."""
    if isinstance(value, DataFile | XmlElement | Json | ReferenceFile):
        return
    if is_dataclass(value) or hasattr(value, "_fields"):
        names = [field.name for field in fields(value)] if is_dataclass(value) else value._fields
        for name in names:
            content = getattr(value, name)
            links = (
                "href",
                "style",
                "script",
                "home",
                "icon",
                "theme_script",
                "languages_script",
                "permanent",
                "other",
                "full_text",
            )
            if name in links and isinstance(content, str):
                yield content
            else:
                yield from hrefs(content)
    elif isinstance(value, tuple):
        for each in value:
            yield from hrefs(each)


def flat(views):
    return [each for view in views for each in (view, *flat(view.children))]


def test_the_year_of_a_statistic_is_no_deadline(pages):
    facts = {group.kind: group.facts for group in pages["p/example-2022/1.1/"].value.facts}
    named = {kind: {plain(detail.term) for fact in facts[kind] for detail in fact.details} for kind in facts}
    assert "年份Year" in named["statistics"]
    assert "完成时限Deadline" not in named["statistics"]
    assert "完成时限Deadline" in named["targets"]
