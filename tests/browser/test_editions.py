"""What a reader of a superseded policy sees on its pages, before and after the day, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from small_editions import NEW, OLD

pytestmark = pytest.mark.browser

LINES = {
    "2025-02-28": "To be superseded from 1 March 2025 by:",
    "2025-03-01": "Superseded since 1 March 2025 by:",
    "2030-01-01": "Superseded since 1 March 2025 by:",
}


@pytest.mark.parametrize("day", LINES)
@pytest.mark.parametrize("path", [f"en/policies/{OLD}/", f"en/policies/{OLD}/both/", f"p/{OLD}/art2/"])
def test_the_day_of_the_reader_decides(page, editions, day, path):
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(editions + path)
    notice = page.get_by_role("note").first
    expect(notice).to_be_visible()
    assert LINES[day] in notice.inner_text()
    assert [line for line in set(LINES.values()) if line in notice.inner_text()] == [LINES[day]]


@pytest.mark.parametrize("path", [f"en/policies/{OLD}/", f"p/{OLD}/art2/"])
def test_without_scripts_it_says_what_is_true_on_every_day(plain, editions, path):
    plain.goto(editions + path)
    said = plain.get_by_role("note").all_inner_texts()
    assert any("Superseded from 1 March 2025 by:" in each for each in said)


def test_the_clause_that_continues_it_is_one_step_away(page, editions):
    page.goto(f"{editions}p/{OLD}/art2/")
    page.get_by_role("note").first.get_by_role("link", name="第三条 支持冷藏车购置").first.click()
    expect(page).to_have_url(f"{editions}p/{NEW}/art3/")
    page.get_by_role("note").first.get_by_role("link", name="第二条 支持冷藏车购置").first.click()
    expect(page).to_have_url(f"{editions}p/{OLD}/art2/")
