"""Bars and spans on their scales, and what a reader of the words alone gets."""

import re
import zlib
from datetime import date
from types import SimpleNamespace

import pytest

from digest.model.page import Page
from digest.pages.pictures.bars import Bar, BarChart, bar_chart
from digest.pages.pictures.timeline import Span, Timeline, timeline
from digest.pages.strings import read_words, run
from digest.render.pages import environment, render
from digest.resources import templates


def bar(value, name="深圳"):
    return Bar(run(name, "zh"), (), value, run(f"{value}元", "zh"), f"#{value}")


def span(start, end=None):
    return Span(run("规划", "zh"), start, end, "#", run(str(start), "zh"))


def bars_of(values, unit="CNY") -> BarChart:
    chart = bar_chart([bar(value) for value in values], unit)
    assert chart
    return chart


def years_of(*spans) -> Timeline:
    chart = timeline(spans)
    assert chart
    return chart


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The markup that a macro makes of a picture."""
    folder = tmp_path_factory.mktemp("templates")
    env = environment([folder, templates()])
    words = read_words([templates()])["zh"]

    def make(macro, chart):
        (folder / f"{macro}_drawn.html").write_text(
            f'{{% from "pictures.html" import {macro} %}}{{{{ {macro}(page.chart, page.frame.words) }}}}'
        )
        value = SimpleNamespace(frame=SimpleNamespace(lang=words.lang, words=words), chart=chart)
        return render(Page(f"{macro}.html", f"{macro}_drawn.html", value), env).decode()

    return make


def test_bars_begin_at_nothing_and_the_longest_leads():
    chart = bars_of([2_000_000, 5_000_000, 500])
    assert [(row.length, row.lead) for row in chart.rows] == [
        ("40%", False),
        ("100%", True),
        ("0.01%", False),
    ]
    assert not chart.whole


def test_shares_are_drawn_of_a_hundred():
    chart = bars_of([12.5, 50], "percent")
    assert ([row.length for row in chart.rows], chart.whole) == (["12.5%", "50%"], True)
    more = bars_of([100, 200], "percent")
    assert ([row.length for row in more.rows], more.whole) == (["50%", "100%"], False)


def test_nothing_is_no_picture():
    assert bar_chart([], "CNY") is None
    assert timeline([]) is None
    assert [row.length for row in bars_of([0]).rows] == ["0%"]


def test_a_picture_counts_what_it_leaves_out():
    assert bars_of(range(43)).left_out == 3
    assert years_of(*(span(2020 + each) for each in range(61))).left_out == 1


def test_spans_are_from_the_first_day_of_their_start_to_the_last_of_their_end():
    chart = years_of(
        span(2021, 2024), span(date(2021, 1, 1), date(2024, 12, 31)), span(date(2022, 7, 2), 2022)
    )
    whole, by_day, half = ((float(row.at[:-1]), float((row.length or "")[:-1])) for row in chart.rows)
    assert whole == pytest.approx((0, 100), abs=0.05)
    assert by_day == pytest.approx((0, 100), abs=0.05)
    assert half == pytest.approx((37.5, 12.5), abs=0.1)
    assert (chart.first_day, chart.last_day) == ("2021-01-01", "2024-12-31")


def test_what_has_one_date_is_a_point():
    chart = years_of(span(2025), span(date(2024, 1, 1)))
    assert [row.length for row in chart.rows] == [None, None]
    assert [float(row.at[:-1]) for row in chart.rows] == pytest.approx([75, 0.07], abs=0.1)


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (2024, 2024, ["2024"]),
        (2020, 2024, ["2020", "2021", "2022", "2023", "2024"]),
        (2019, 2026, [str(year) for year in range(2019, 2027)]),
        (2019, 2027, ["2020", "2022", "2024", "2026"]),
        (2021, 2035, ["2025", "2030", "2035"]),
        (1998, 2060, ["2000", "2020", "2040", "2060"]),
        (1, 9999, ["2000", "4000", "6000", "8000"]),
    ],
)
def test_years_are_named_as_far_as_they_fit(first, last, named):
    assert [year.name for year in years_of(span(first, last)).years] == named


def test_each_row_is_a_link_whose_words_need_no_marks(drawn):
    bars = drawn("bar_chart", bar_chart([bar(30, "上海"), bar(10, "<杭州>")], "CNY"))
    assert bars.count("<a href=") == bars.count('aria-hidden="true"') == 2
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<svg.*?</svg>", "", bars)))
    assert "上海 30元 &lt;杭州&gt; 10元" in said
    line = drawn("timeline", timeline([span(2021, 2025), span(2023)]))
    assert (line.count('<rect class="bar"'), line.count("<circle")) == (1, 1)
    assert "style" not in bars + line


def test_a_picture_of_many_rows_is_light(drawn):
    bars = drawn(
        "bar_chart", bar_chart([bar(each, f"地区{each * 7919 % 1000}") for each in range(3000)], "CNY")
    )
    line = drawn("timeline", timeline([span(1990 + each % 40, 2040) for each in range(3000)]))
    assert max(len(zlib.compress(each.encode())) for each in (bars, line)) < 6_000
