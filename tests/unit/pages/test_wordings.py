"""What a clause said before is on its page, by the hash that addresses pin."""

import pytest

from digest.model.ledger import Ledger, Wording
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.pages.wordings import differing, earlier, published
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text.ids import short_hash, text_hash
from small_wordings import FIRST, LEDGER, LOST, MOVED, NOW, SECOND, STALE, reworded_corpus

OLD, NEW = Wording("一、", "补助", "按30%补助。"), Wording("二、", "补助", "按50%补助。")


@pytest.fixture(scope="module")
def pages():
    return {page.path: page for page in make_pages(reworded_corpus(), read_words([templates()]))}


def shown(pages, name):
    page = pages[f"p/example-2022/{name}/"]
    return page.value, render(page, environment([templates()])).decode()


def test_the_earlier_wordings_stand_on_the_page_with_the_figures_that_changed(pages):
    value, html = shown(pages, "2.1")
    assert [each.version for each in value.earlier] == [
        *map(short_hash, (SECOND, FIRST)),
        LOST[:8],
        short_hash(MOVED),
    ]
    assert [each.anchor for each in value.earlier] == [f"at-{each.version}" for each in value.earlier]
    assert value.earlier[1].change.figures == (("30%", "50%"), ("300万元", "500万元"))
    assert html.count('<article id="at-') == 4
    assert 'href="#wordings"' in html
    assert "不超过费用的<del>30</del><ins>50</ins>%" in html
    assert "Only the checksum of this wording was kept" in html


def test_the_address_to_copy_pins_the_text_of_now(pages):
    value, html = shown(pages, "2.1")
    address = f"https://example.org/p/example-2022/2.1/?at={short_hash(NOW['2.1'].text)}"
    assert f'<a href="{address}">{address}</a>' in html
    assert value.frame.canonical == "https://example.org/p/example-2022/2.1/"


def test_a_clause_without_a_text_of_its_own_pins_nothing(pages):
    value, html = shown(pages, "2")
    assert value.version is None
    assert '<a href="https://example.org/p/example-2022/2/">' in html
    assert 'data-version=""' in html


def test_where_nothing_was_different_nothing_is_shown(pages):
    value, html = shown(pages, "1.1")
    assert value.earlier == ()
    assert "at-" not in html.partition("<main")[2].replace("data-", "")
    assert "Earlier wordings" not in html


def test_another_heading_of_the_same_text_is_shown_and_is_no_pin(pages):
    value, _ = shown(pages, "1.2")
    assert [(each.said.heading, each.anchor) for each in value.earlier] == [("前景", "")]


def test_english_stands_beside_the_wording_that_it_belongs_to(pages):
    value, html = shown(pages, "art7")
    assert [each.version for each in value.earlier] == [short_hash(STALE)]
    assert html.count("valid for 1 year") == 2  # as what there is in English, and where it belongs


def test_the_page_of_a_clause_that_moved_has_what_was_cited(pages):
    value, html = shown(pages, "3.1")
    assert value.version == short_hash(NOW["2.1"].text)
    assert [each.version for each in value.earlier] == [short_hash(MOVED)]
    assert MOVED in html


def test_the_page_of_a_clause_that_is_gone_has_all_it_said(pages):
    value, html = shown(pages, "4")
    assert value.version == short_hash("加强组织领导5年。")
    assert [each.version for each in value.earlier] == [short_hash("加强领导3年。")]
    assert value.earlier[0].change.figures == (("3年", "5年"),)
    assert "the last wording of this clause" in html


def test_the_text_that_is_built_is_that_of_now_published_or_not():
    found = list(earlier((OLD,), NEW, None))
    assert [each.version for each in found] == [short_hash(OLD.text)]
    assert next(iter(earlier((OLD, NEW, OLD), OLD, None))).version == short_hash(NEW.text)
    assert len(list(earlier((OLD, NEW, OLD), OLD, None))) == 1


def test_numbers_and_white_space_are_no_wording():
    assert list(earlier((OLD,), Wording("三、", "补助", "按 30%补助。"), None)) == []
    assert differing((OLD, NEW), NEW._replace(label="九、")) == (OLD,)


def test_a_hash_is_looked_up_among_the_words():
    assert list(earlier((text_hash(NEW.text),), NEW, None)) == []
    (found,) = earlier((text_hash(OLD.text), OLD), NEW, None)
    assert found.said


def test_nothing_is_compared_with_nothing():
    (found,) = earlier((OLD,), Wording(), None)
    assert found.change is None
    assert found.said


def test_wordings_under_former_ids_come_first():
    assert published(LEDGER)["2.1"][0] == LEDGER.clauses["3.1"][0]
    chain = Ledger({"a": (OLD,), "c": (NEW,)}, aliases={"a": "b", "b": "c"})
    assert published(chain) == {"c": (OLD, NEW)}
