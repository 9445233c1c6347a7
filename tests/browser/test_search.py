"""Searching: the same answers as in the terminal, by keyboard, on a phone, from a disk, without scripts."""

import json
from itertools import pairwise
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from digest.search.find import find, known_of, make_searchable, search_in
from digest.search.index import make_index
from digest.search.passages import find_places, passage
from digest.search.query import make_asking, read_question
from digest.search.records import make_records
from digest.text.segmenter import segmenter
from digest.text.units import fold, phrases, stemmer
from small_corpus import corpus

pytestmark = pytest.mark.browser

FIND = """async (query) => {
  const { hits, missing } = await digestSearch.find(query);
  return [hits.map((hit) => [hit.record, hit.tier, hit.score]), missing];
}"""


FOLD = """async (text) => {
  const { start, prepare, fold } = digestSearch.tools;
  await start();
  await prepare(text);
  return fold(text);
}"""


def queries() -> list[str]:
    """Two hundred and more: pieces of the texts, joined pieces, pairs, quotations, words left out."""
    texts = [text for record in make_records(corpus()) for _, text in record.said.texts]
    units = ["".join(unit.text for unit in phrase) for text in texts for phrase in phrases(fold(text), str)]
    whole = [text.strip() for text in units if len(text) > 3]
    parts = [text[at : at + size] for text in whole for at, size in ((0, 2), (1, 3), (0, 5), (2, 6))]
    long = [f"{text[:40]}{end}" for text in whole if len(text) > 12 for end in ("", "资助封测平台", " 流片")]
    pairs = [f"{a}{sign}{b}" for a, b in pairwise(parts) for sign in ("", " ", " -")]
    fixed = [
        "补",
        '"封测平台"',
        "補貼",
        "５００万元",
        "500万元",
        "50%",
        "subsidies",
        "value added",
        "第七条",
        "-流片",
        "",
        "，",
        "补助款",
        "补助款有多少",
        "有没有公共服务点的补助款？",
        "怎么申请研发补助款",
        "流片给补助款吗 -平台",
        "哪些地方的流片和封测平台有资助，元宇宙呢",
        "in force",
        "is there financial help for a platform",
        "what subsidies for tape-out zzz",
        "valid measures platform 平台",
        "超过500万元的补助款",
        "1,000万元以上",
        "at least RMB 5 million subsidy",
        "超过3年的资助",
        "集成电路专项平台公共服务点建设补助款申请条件有哪些",
        '"补助款" 平台 生效',
        "2025年目标",
        "谁负责",
        "谁负责流片",
        "哪个部门管深圳的封测平台",
        "龙华的政策什么时候到期",
        "深圳和龙华的流片补贴",
        "who is in charge of platforms in Longhua",
        "how long is the policy valid",
        "五百万元以上的补助款",
        "over five hundred",
        "什么叫平台",
    ]
    return [*fixed, *dict.fromkeys([*parts[:120], *pairs[::3][:120], *long[:40]])]


def test_the_browser_ranks_as_the_terminal_does(page, address):
    page.goto(f"{address}zh/search/")
    records = tuple(make_records(corpus()))
    index, asking = make_index(records, segmenter()), make_asking(corpus().search)
    known = known_of(records)
    asked = queries()
    assert len(asked) > 200
    answers = [find(index, read_question(query, asking, stemmer()), known) for query in asked]
    for query, answer in zip(asked, answers, strict=True):
        shown = [[hit.record, hit.tier, hit.score] for hit in answer.hits]
        assert page.evaluate(FIND, query) == [shown, list(answer.missing)], query
    assert sum(bool(answer.hits) for answer in answers) > 150
    assert any(answer.hits and answer.missing for answer in answers)


def test_the_terminal_shows_the_passages_of_the_site(page, address):
    searchable = make_searchable(corpus())
    shown = []
    for query in queries()[:60]:
        page.goto(f"{address}zh/search/?q={quote(query)}")
        page.wait_for_selector(
            f".search-answer[data-query={json.dumps(query.strip(), ensure_ascii=False)}]", state="attached"
        )
        found = search_in(searchable, query)
        clauses = {
            f"../../p/{record.policy.meta.slug}/{record.clause.id}/index.html": record.clause
            for record, _ in found.clauses
            if record.clause
        }
        for hit in page.locator(".hit", has=page.locator(".hit-text:lang(zh)")).all():
            said = clauses[unquote(hit.locator(".permanent").get_attribute("href"))].text
            places = find_places(said, found.sought, stemmer())
            text = hit.locator(".hit-text:lang(zh)").first.text_content()
            assert text == passage(said, places, 170), query
            shown.append(places)
    assert sum(map(bool, shown)) > 60


def test_the_browser_folds_as_the_index_does(page, address):
    page.goto(f"{address}zh/search/")
    known = {
        ord(unit.text)
        for record in make_records(corpus())
        for _, text in record.said.texts
        for phrase in phrases(fold(text), str)
        for unit in phrase
        if len(unit.text) == 1
    }
    codes = [code for code in range(0x20, 0xFFFE) if not 0xD800 <= code < 0xE000]
    text = "".join(map(chr, codes))
    folded = page.evaluate(FOLD, text)
    differing = [
        chr(code) for code, ours, theirs in zip(codes, fold(text), folded, strict=True) if ours != theirs
    ]
    assert not [
        each for each in differing if ord(fold(each)) in known or ord(each) < 0x2000 or ord(each) > 0xFF00
    ]


def test_english_is_stemmed_as_in_the_index(page, address):
    page.goto(f"{address}en/search/")
    page.evaluate(
        """(src) => new Promise((done) => {
          globalThis.digestSearch = (name, stem) => { globalThis.stem = stem; };
          document.head.append(Object.assign(document.createElement("script"), { src, onload: () => done() }));
        })""",
        f"{address}assets/stem.js?again",
    )
    words = [
        "subsidies",
        "subsidy's",
        "manufacturing",
        "agreed",
        "dying",
        "yielding",
        "sky",
        "news",
        "relational",
        "innovativeness",
    ]
    assert page.evaluate("(words) => words.map((word) => stem(word))", words) == [
        stemmer()(word) for word in words
    ]


def test_a_query_is_answered_with_the_passage_marked(page, address):
    page.goto(f"{address}zh/search/?q=首轮流片")
    hit = page.locator(".hit").first
    expect(hit.locator("mark")).to_have_text("首轮流片")
    href = hit.locator("h2 a").get_attribute("href")
    assert href.startswith("../policies/other-2021/index.html#2.1:~:text=")
    expect(hit.locator(".permanent")).to_have_attribute("href", "../../p/other-2021/2.1/index.html")
    hit.locator("h2 a").click()
    page.wait_for_url("**/zh/policies/other-2021/**#2.1")


def test_what_means_the_same_is_marked_and_told(page, address):
    page.goto(f"{address}zh/search/?q=补助款有多少")
    hit = page.locator(".hit", has=page.locator(".hit-meant")).first
    expect(hit.locator(".hit-meant")).to_contain_text("资助")
    expect(hit.locator("mark", has_text="资助").first).to_be_visible()


def test_the_box_is_worked_by_keyboard_alone(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}zh/policies/example-2022/")
    assert not any("search" in url for url in asked)
    page.keyboard.press("/")
    box = page.locator("form.search input")
    expect(box).to_be_focused()
    expect(box).to_have_attribute("role", "combobox")
    page.keyboard.insert_text("研发")  # at once: each change asks for suggestions of its own
    option = page.locator(".masthead [role=option]").first
    expect(option).to_contain_text("支持研发")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search/**")
    expect(page.locator(".hit h2").first).to_contain_text("支持研发")
    expect(page.locator(".search-status")).to_contain_text("条")


def test_what_is_typed_while_the_index_is_on_its_way_is_answered(page, address):
    held = []
    page.route("**/search/index.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it calls
    page.goto(f"{address}zh/policies/example-2022/")
    page.keyboard.press("/")
    expect(page.locator("form.search input")).to_have_attribute("role", "combobox")
    with page.expect_request("**/search/index.js"):
        page.keyboard.type("研")
    page.keyboard.type("发")
    expect(page.locator("form.search input")).to_have_value("研发")
    held[0].continue_()
    expect(page.locator(".masthead [role=option]").first).to_contain_text("支持研发")


def test_what_was_chosen_is_in_the_address(page, address):
    page.goto(f"{address}zh/search/?q=企业")
    hits = page.locator(".hit")
    expect(hits).to_have_count(2)
    place, cap = (
        page.locator("[data-name=place]").get_by_label("深圳市光明区"),
        page.locator("select[name=cap]"),
    )
    place.check()
    expect(hits).to_have_count(1)
    page.wait_for_url("**place=440311**")
    cap.select_option("5000000")
    page.wait_for_url("**cap=5000000**")
    page.reload()
    expect(hits).to_have_count(1)
    expect(place).to_be_checked()
    expect(cap).to_have_value("5000000")
    page.go_back()
    page.wait_for_url(lambda url: "cap=" not in url)


def test_a_chosen_document_leaves_the_others_to_choose(page, address):
    page.goto(f"{address}zh/search/?q=企业")
    page.wait_for_selector(".hit")
    group = page.locator("[data-name=doc]")
    group.locator("summary").click()
    boxes = group.locator("input")
    expect(boxes).to_have_count(2)
    boxes.first.check()
    page.wait_for_url("**doc=*")
    expect(page.locator("[data-name=doc] input:checked")).to_have_count(1)
    expect(boxes).to_have_count(2)
    assert page.evaluate("document.activeElement.name") == "doc"


def test_nothing_found_is_said(page, address):
    page.goto(f"{address}en/search/?q=zzzz")
    expect(page.locator(".search-status")).to_contain_text("zzzz")


def test_without_scripts_lists_lead_to_clauses(plain, address):
    plain.goto(f"{address}zh/")
    plain.fill("form.search input", "流片")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/zh/search/index.html?q=**")
    link = plain.locator(".browse-list a").first
    expect(link).to_be_visible()
    link.click()
    plain.wait_for_url("**/zh/policies/**")


def test_it_works_from_a_disk(page, address, folder):
    page.goto(f"{(folder / 'zh/search/index.html').as_uri()}?q=封测平台")
    expect(page.locator(".hit mark").first).to_have_text("封测平台")
    page.goto((folder / "zh/index.html").as_uri())
    page.fill("form.search input", "流片")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search/index.html?q=**")
    expect(page.locator(".hit").first).to_be_visible()


def test_it_fits_a_phone(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}en/search/?q=流片")
    page.wait_for_selector(".hit")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(f"{address}zh/search/?q=研发")
    heading = page.locator(".hit h2 a", has=page.locator("mark")).first
    assert heading.evaluate("link => getComputedStyle(link).display") == "inline-block"  # its words flow


def test_terms_of_the_glossary_are_suggested(page, address):
    page.goto(f"{address}en/")
    page.fill("form.search input", "流片")
    option = page.locator("[role=option]", has_text="Term").first
    expect(option).to_contain_text("流片")


def test_a_tag_leads_to_what_a_search_for_it_finds(page, address):
    page.goto(f"{address}zh/")
    page.goto(f"{address}p/example-2022/2.1/")
    page.locator(".tags a:visible").first.click()
    page.wait_for_url("**/zh/search/**")
    expect(page.locator(".hit mark").first).to_have_text("首轮流片")


def test_similar_clauses_are_shown_apart_from_counterparts(page, address):
    page.goto(f"{address}p/example-2022/2.1/")
    links = page.locator(".similar a")
    expect(links.first).to_have_attribute("href", "../../other-2021/2.1/index.html")
    expect(page.locator(".similar li").first).to_contain_text("首轮流片")
    expect(page.locator(".counterparts")).to_have_count(0)


def test_a_word_that_stands_nowhere_is_named_and_may_be_required(page, address):
    page.goto(f"{address}en/search/?q=what+financial+help+is+there+for+流片+zzz")
    status = page.locator(".search-status")
    expect(status).to_contain_text("No clause contains “zzz”; answered without it.")
    expect(status).to_have_attribute("role", "status")
    assert page.locator(".hit").count()
    assert "for" not in page.locator(".hit mark").all_inner_texts()
    page.get_by_label("Require all words").check()
    page.wait_for_url("**all=1")
    expect(page.locator(".hit")).to_have_count(0)
    expect(status).to_contain_text("No clause contains “zzz”.")


def test_where_nothing_is_found_there_are_ways_on(page, compared):
    page.goto(f"{compared}zh/search/?q=饮流")
    ways = page.locator(".search-ways")
    expect(ways).to_be_visible()
    names = [link.get_attribute("href") for link in ways.locator("a").all()]
    assert "../compare/index.html" in names
    assert any(name.endswith("/zh/compare/tape-out/index.html") for name in names)


def test_filters_work_without_a_query(page, address):
    page.goto(f"{address}zh/search/")
    page.wait_for_selector(".search-answer[data-query]", state="attached")
    expect(page.locator(".browse")).to_be_visible()
    expect(page.locator(".hit")).to_have_count(0)
    page.locator("[data-name=place]").get_by_label("深圳市光明区").check()
    page.wait_for_url("**place=440311**")
    expect(page.locator(".hit")).to_have_count(10)
    expect(page.locator(".search-status")).to_contain_text("14 个条款")
    expect(page.locator(".browse")).to_be_hidden()
    page.reload()
    expect(page.locator(".hit")).to_have_count(10)


def test_a_suggested_theme_opens_its_page(page, compared):
    page.goto(f"{compared}en/search/")
    page.fill("main form.search input", "tape")
    page.locator("main [role=option]", has_text="Theme").first.click()
    page.wait_for_url("**/en/compare/tape-out/**")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("asked", ["?q=企业", "?place=440311", ""])
def test_the_page_does_not_jump(page, address, jumped, width, asked):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}zh/search/{asked}")
    page.wait_for_selector(".search-answer[data-query]", state="attached")
    page.wait_for_timeout(200)
    assert jumped() == 0
