"""A policy that has no English title yet: the Chinese one is shown, once, as Chinese."""

from dataclasses import replace

import pytest

from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.resources import templates
from digest.text import urls
from small_corpus import corpus


@pytest.fixture(scope="module")
def pages():
    words = read_words([templates()])
    small = corpus()
    policies = (replace(each, meta=replace(each.meta, title_en=None)) for each in small.policies)
    return {page.path: page.value for page in make_pages(replace(small, policies=tuple(policies)), words)}


@pytest.mark.parametrize("language", urls.LANGUAGES)
def test_the_chinese_title_is_shown_once(pages, language):
    page = pages[urls.policy(language, "example-2022")]
    assert {run.lang for run in page.title} == {"zh-CN"}
    assert page.other_title == ()


def test_no_english_name_is_made_up(pages):
    assert "name" not in pages[urls.policy_data("example-2022")].value["workTranslation"]
