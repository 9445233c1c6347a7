"""The three ways to read a text: what stands where, what leads where, what is said of the translation."""

from dataclasses import replace
from typing import Any

import pytest

from digest.pages.clause_parts import make_clauses
from digest.pages.full_text import make_full_texts
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import plain, read_words
from digest.resources import templates
from digest.text import urls
from small_corpus import ROWS, TRANSLATIONS, corpus

WORDS = read_words([templates()])


def pages(made):
    setting = make_setting(made, WORDS)
    return {page.path: page.value for page in pages_of(make_full_texts(setting), setting)}


@pytest.fixture(scope="module")
def texts():
    return pages(corpus())


def flat(views):
    for view in views:
        yield view
        yield from flat(view.children)


@pytest.mark.parametrize("language", urls.LANGUAGES)
def test_both_languages_stand_side_by_side_the_chinese_first(texts, language):
    views = {view.id: view for view in flat(texts[urls.policy_both(language, "example-2022")].clauses)}
    assert list(views) == [row[0] for row in ROWS]
    for name, view in views.items():
        assert [side.lang for side in view.sides] == ["zh-CN", "en"][: 1 + (name in TRANSLATIONS)]


@pytest.mark.parametrize("language", urls.LANGUAGES)
@pytest.mark.parametrize("mode", ["one", "both"])
def test_each_clause_leads_to_itself_in_the_other_modes(texts, language, mode):
    own = {"zh": urls.policy("zh", "example-2022"), "en": urls.policy("en", "example-2022")}
    own["both"] = urls.policy_both(language, "example-2022")
    here = own[language if mode == "one" else "both"]
    for view in flat(texts[here].clauses):
        wanted = [urls.relative(here, there, view.id) for there in own.values() if there != here]
        assert [tool.href for tool in view.tools] == wanted


def test_the_modes_are_plain_links_and_the_current_one_is_told(texts):
    value = texts[urls.policy_both("en", "example-2022")]
    assert [(plain(mode.text), mode.href, mode.current) for mode in value.modes] == [
        ("Chinese", "../../../../zh/policies/example-2022/index.html", False),
        ("English", "../index.html", False),
        ("Both", "index.html", True),
    ]


def test_the_page_counts_the_states_of_its_translation(texts):
    said = plain(texts[urls.policy("en", "example-2022")].state)
    assert said.startswith("3 of 14 clauses are translated (")
    for part in ("1 reviewed", "1 machine-drafted", "1 out of date", "11 untranslated"):
        assert part in said


def test_the_page_says_how_its_english_was_reviewed_where_the_editors_do(texts):
    assert texts[urls.policy("en", "example-2022")].review == ()
    made = corpus()
    told = pages(
        replace(
            made,
            policies=tuple(
                replace(
                    each,
                    meta=replace(each.meta, review_zh="逐条核对。", review_en="Compared clause by clause."),
                )
                for each in made.policies
            ),
        )
    )
    assert plain(told[urls.policy("zh", "example-2022")].review) == "审校方式：逐条核对。"
    for path in (urls.policy("en", "example-2022"), urls.policy_both("en", "example-2022")):
        assert plain(told[path].review) == "How it was reviewed: Compared clause by clause."


def test_a_clause_leads_to_how_its_english_was_reviewed_where_it_was():
    made = corpus()
    policies = [replace(each, meta=replace(each.meta, review_en="Compared.")) for each in made.policies]
    for given, wanted in ((made, None), (replace(made, policies=tuple(policies)), "index.html#translation")):
        setting = make_setting(given, WORDS)
        clauses: dict[str, Any] = {page.path: page.value for page in pages_of(make_clauses(setting), setting)}
        for name, each in TRANSLATIONS.items():
            chinese, english = clauses[urls.clause("example-2022", name)].sides
            assert chinese.review == ()
            if each.state == "reviewed" and wanted:
                (link,) = english.review
                assert link.href.endswith(f"en/policies/example-2022/{wanted}")
            else:
                assert english.review == ()


@pytest.mark.parametrize(("english_from", "indexed"), [(14, True), (15, False)])
def test_an_english_page_is_offered_to_search_engines_from_the_share_of_the_settings(english_from, indexed):
    """2 of 14 clauses have English that is up to date: 14.3 %."""
    made = corpus()
    made = replace(made, site=replace(made.site, english_from=english_from))
    for path, value in pages(made).items():
        if "example-2022" in path:
            assert value.frame.indexed == (indexed or path.startswith("zh/"))


@pytest.mark.parametrize("path", [urls.policy("en", "example-2022"), urls.policy_both("zh", "example-2022")])
def test_an_old_translation_says_what_has_changed(texts, path):
    changed = {view.id: view.changed for view in flat(texts[path].clauses) if view.changed}
    assert list(changed) == ["art7"]
    assert ("", "3年") in changed["art7"].figures
    now = "".join(part.text for part in changed["art7"].parts if part.kind != "removed")
    before = "".join(part.text for part in changed["art7"].parts if part.kind != "added")
    assert now == "本措施自发布之日起施行，有效期3年。"
    assert before == "旧文本"


def test_the_chinese_page_does_not_speak_of_old_english(texts):
    assert not any(view.changed for view in flat(texts[urls.policy("zh", "example-2022")].clauses))


def test_the_page_of_a_clause_that_is_but_a_heading_has_the_texts_of_its_parts():
    setting = make_setting(corpus(), WORDS)
    clauses: dict[str, Any] = {page.path: page.value for page in pages_of(make_clauses(setting), setting)}
    chinese, english = clauses["p/example-2022/box1/"].sides
    assert [(each.label, each.heading) for each in chinese.items] == [("1.", "声学传感器")]
    assert chinese.items[0].beginning.startswith("面向语音交互。")
    assert english.items == (), "nobody has translated them"
    assert not any(side.items for name in ("2", "2.1") for side in clauses[f"p/example-2022/{name}/"].sides)


def test_the_page_of_the_clause_says_it_too():
    setting = make_setting(corpus(), WORDS)
    clauses: dict[str, Any] = {page.path: page.value for page in pages_of(make_clauses(setting), setting)}
    chinese, english = clauses["p/example-2022/art7/"].sides
    assert chinese.changed is None
    assert ("", "3年") in english.changed.figures
    assert not any(side.changed for side in clauses["p/example-2022/1.1/"].sides)


def test_a_clause_without_heading_is_listed_by_its_first_words(texts):
    entries = {entry.href: entry for entry in texts[urls.policy("zh", "example-2022")].contents}
    assert entries["#art7"].text == "本措施自发布之日起施行，有效期…"


@pytest.mark.parametrize(
    ("language", "issuers", "made"),
    [
        (
            "zh",
            [("The text says only 我局.", "en")],
            "引用本文件的其他文件：2022年6月",
        ),
        (
            "en",
            [("The text says only ", "en"), ("我局", "zh-CN"), (".", "en")],
            "Other documents that cite the text: 2022年6月",
        ),
    ],
)
def test_how_a_value_is_known_is_said_in_the_language_of_the_page(texts, language, issuers, made):
    reasons = {each.name: each.how for each in texts[urls.policy(language, "example-2022")].reasons}
    assert [(run.text, run.lang) for run in reasons["issuers"]] == issuers
    assert plain(reasons["made"]) == made
    assert reasons["made"][-1].lang == "zh-CN"
