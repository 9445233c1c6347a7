"""Terms of the glossary: where they are marked, what stands at the end of the page, the glossary itself."""

from dataclasses import replace
from typing import Any

import pytest

from digest.model.vocabulary import Glossary, GlossaryTerm
from digest.pages.clause_parts import make_clauses
from digest.pages.clauses import Spoken
from digest.pages.full_text import make_full_texts
from digest.pages.glossary import make_glossary
from digest.pages.make import make_setting
from digest.pages.parts import pages_of
from digest.pages.prose import paragraphs
from digest.pages.strings import plain, read_words
from digest.pages.terms import Explainer, initial, make_terms
from digest.resources import templates
from digest.text import urls
from small_corpus import GLOSSARY, clauses, corpus

WORDS = read_words([templates()])


def marked(text, lang, glossary=GLOSSARY, chinese=""):
    """The terms that are marked in a text, as printed, with their anchors; it translates the ``chinese``."""
    clause = replace(clauses()[0], text=chinese or text)
    said = Explainer(make_terms(glossary)).said(Spoken(lang, None, None, paragraphs(text), None), clause)
    assert "\n".join("".join(part.text for part in line) for line in said.paragraphs) == text
    return [(part.text, part.term) for line in said.paragraphs for part in line if part.term]


def test_the_longest_term_is_marked_at_its_first_mention_in_a_clause():
    assert marked("首轮流片和流片。\n首轮流片，流片。", "zh-CN") == [
        ("首轮流片", "term-首轮流片"),
        ("流片", "term-流片"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sensors and a sensor", ["Sensors"]),
        ("a sensing device", ["sensing device"]),
        ("multisensory sensor-like biosensor", []),
        ("The first tape-out, then tape-outs", ["first tape-out", "tape-outs"]),
    ],
)
def test_english_terms_are_whole_words_in_any_of_their_forms(text, found):
    assert [each for each, _ in marked(text, "en", chinese="首轮流片、流片和传感器")] == found


def test_an_english_form_of_several_terms_is_that_whose_chinese_stands_in_the_clause():
    leading = Glossary(
        tuple(GlossaryTerm(zh, "leading firm", definition_zh=zh, definition_en=zh) for zh in ("龙头", "领军"))
    )
    for term in ("龙头", "领军"):
        assert marked("Leading firms", "en", leading, f"{term}企业") == [("Leading firms", f"term-{term}")]
    assert marked("Leading firms", "en", leading, "企业") == []


def test_a_term_without_definition_is_not_marked():
    assert marked("封测 packaging and testing", "zh-CN") == []


def test_a_glossary_without_definitions_marks_nothing():
    assert marked("封测", "zh-CN", Glossary((GlossaryTerm("封测", "packaging and testing"),))) == []


@pytest.mark.parametrize(("path", "speaks"), [("zh", ["zh-CN"]), ("en", ["en"])])
def test_the_end_of_a_text_explains_what_is_marked_in_it(path, speaks):
    setting = make_setting(corpus(), WORDS)
    pages: dict[str, Any] = {page.path: page.value for page in pages_of(make_full_texts(setting), setting)}
    for mode, languages in (("", speaks), ("both/", ["zh-CN", "en"])):
        terms = pages[f"{urls.policy(path, 'example-2022')}{mode}"].terms.definitions
        assert "term-传感器" in [each.anchor for each in terms]
        for term in terms:
            assert sorted(said[0].lang for said in term.meanings) == sorted(languages)
            assert [link.lang for link in term.glossary] == [said[0].lang for said in term.meanings]


def test_the_page_of_a_clause_explains_its_terms_in_both_languages():
    setting = make_setting(corpus(), WORDS)
    pages: dict[str, Any] = {page.path: page.value for page in pages_of(make_clauses(setting), setting)}
    value = pages["p/example-2022/2.1/"]
    (stretch,) = [each for line in value.sides[0].marked.paragraphs for each in inside(line) if each.term]
    assert (stretch.text, stretch.term) == ("首轮流片", "term-首轮流片")
    assert [plain(name) for name in value.terms.definitions[0].names] == ["首轮流片", "first tape-out"]
    assert len(value.terms.definitions[0].meanings) == 2
    assert pages["p/example-2022/art7/"].terms.definitions == ()


def test_the_glossary_lists_every_term_in_the_order_of_its_language():
    setting = make_setting(corpus(), WORDS)
    zh, en = (value_of(page).letters for page in pages_of(make_glossary(setting), setting))
    assert [(letter.name, [entry.anchor for entry in letter.entries]) for letter in zh] == [
        ("C", ["term-传感器"]),
        ("F", ["term-封测"]),
        ("L", ["term-流片"]),
        ("S", ["term-首轮流片"]),
    ]
    assert [(letter.name, [plain(entry.name) for entry in letter.entries]) for letter in en] == [
        ("F", ["first tape-out"]),
        ("P", ["packaging and testing"]),
        ("S", ["sensor"]),
        ("T", ["tape-out"]),
    ]
    assert plain(zh[0].entries[0].accepted) == "sensing device"
    assert [line.href for line in zh[1].entries[0].uses] == [
        "../policies/other-2021/index.html#2.1.1",
        "../policies/example-2022/index.html#2.1.1",
    ]


@pytest.mark.parametrize(
    ("zh", "en", "initials"),
    [
        ("行动计划", "action plan", ("X", "A")),
        ("重点研发计划", "key R&D programme", ("Z", "K")),
        ("阿尔法", "alpha", ("A", "A")),
        ("座", "seat", ("Z", "S")),
        ("MEMS", "MEMS", ("", "M")),
        ("3C电子", "3C electronics", ("", "")),
        ("鑫", "xin", ("", "X")),
        ("𠮷", "é", ("", "")),
    ],
)
def test_a_term_stands_under_the_initial_of_its_language(zh, en, initials):
    assert (initial(GlossaryTerm(zh, en), "zh"), initial(GlossaryTerm(zh, en), "en")) == initials


def test_a_long_glossary_is_folded():
    setting = make_setting(corpus(), WORDS)
    assert [value_of(page).opened for page in pages_of(make_glossary(setting), setting)] == [True, True]
    terms = tuple(GlossaryTerm(f"词{number}", f"word {number}") for number in range(41))
    many = make_setting(replace(corpus(), glossary=Glossary(terms)), WORDS)
    assert [value_of(page).opened for page in pages_of(make_glossary(many), many)] == [False, False]


def test_a_site_without_terms_has_an_empty_page():
    empty = make_setting(replace(corpus(), glossary=Glossary()), WORDS)
    assert [value_of(page).letters for page in pages_of(make_glossary(empty), empty)] == [(), ()]


def value_of(page) -> Any:
    return page.value


def inside(stretches):
    for each in stretches:
        yield each
        yield from inside(each.inside)
