"""Pictures in a browser: a scale of years shows where today is."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("day", "at"), [("2023-01-01", 365 / 1461), ("2022-01-01", 0), ("2021-12-31", None), ("2026-01-01", None)]
)
def test_a_scale_of_years_shows_today_where_it_is_on_it(page, address, day, at):
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}en/")
    figure = page.locator(".timeline")
    first, last = (int(figure.get_attribute(name)[:4]) for name in ("data-first", "data-last"))
    assert (first, last) == (2022, 2025)
    lines = figure.locator("line.today")
    said = figure.locator("figcaption .quiet")
    if at is None:
        expect(lines).to_have_count(0)
        expect(said).not_to_contain_text("today")
    else:
        expect(lines).to_have_count(figure.locator("li").count())
        assert float(lines.first.get_attribute("x1").rstrip("%")) == pytest.approx(100 * at, abs=0.01)
        expect(said).to_contain_text("The dashed line is today.")


@pytest.mark.parametrize("window", [(1280, 800), (320, 640)], ids=["desk", "phone"])
@pytest.mark.parametrize("path", ["zh/", "en/", "zh/estimate/", "zh/jurisdictions/"])
def test_no_picture_is_wider_than_the_window(look, address, path, window):
    page = look(address + path, *window)
    assert page.locator(".picture").count() == ("estimate" not in path)
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".picture, .picture *:not(svg *)")].filter(
          (each) => each.getBoundingClientRect().right > innerWidth + 0.5).map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert wide == []
