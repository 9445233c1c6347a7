"""The editors' Markdown: useful HTML, and nothing that runs."""

import pytest
from lxml import html

from digest.model.page import EditorPage
from digest.render.markdown import LIMIT, check_pages, to_html


def test_headings_tables_and_code():
    content = to_html("## 收录范围\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 'y'\n```\n")
    assert '<h2 id="收录范围">' in content
    assert "<td>1</td>" in content
    assert '<span class="s1">' in content
    assert "style=" not in content


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<svg onload=alert(1)>",
        "<p style='color:red' onclick=alert(1)>x</p>",
        "<iframe src=//example.org></iframe>",
        "```<script>\nx\n```",
    ],
)
def test_nothing_that_could_run_is_left(text):
    tree = html.fromstring(f"<div>{to_html(text)}</div>")
    tags = {each.tag for each in tree.iter()}
    assert not tags & {"script", "iframe", "svg", "style", "object"}
    assert not [
        name for each in tree.iter() for name in each.attrib if name.startswith("on") or name == "style"
    ]
    assert not [href for href in tree.xpath("//@href | //@src") if href.startswith(("javascript:", "data:"))]


def test_a_page_that_is_too_long_is_refused():
    pages = [EditorPage("about", "en", "x" * (LIMIT + 1)), EditorPage("about", "zh", "# 短")]
    assert [(problem.code, problem.path) for problem in check_pages(pages, "content/pages")] == [
        ("B303", "content/pages/about.en.md")
    ]


def test_policy_text_in_a_code_block_is_marked():
    shown = to_html("```policy\n第七条 按30%给予500万元。\n```\n")
    assert '<span class="m m-Money">500万元</span>' in shown
    assert '<span class="gh">第七条</span>' in shown
