"""Pages in English can be read without Chinese, those in Chinese without English."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from digest.build import load
from digest.model.corpus import Corpus, Term
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from many_compared import many_corpus
from readers_languages import LANGUAGES, find, find_in, has_english, kind_of, table
from small_corpus import corpus
from small_editions import editions_corpus
from small_matches import compared_corpus

BUDGET = 0
"""So much that its readers cannot read may be on the pages of a language."""


def files(made: Corpus) -> dict[str, str]:
    words, env = read_words([templates()]), environment([templates()])
    pages = {urls.file_of(page.path): page for page in make_pages(made, words)}
    return {
        path: render(page, env).decode()
        for path, page in pages.items()
        if path.startswith(tuple(f"{each}/" for each in LANGUAGES)) and path.endswith(".html")
    }


@pytest.mark.parametrize("made", [corpus, compared_corpus, editions_corpus, many_corpus])
def test_every_page_is_whole_in_its_language(made: Callable[[], Corpus]) -> None:
    whole = made()
    whole = replace(whole, terms={**whole.terms, **TERMS})
    found = [
        each
        for path, markup in files(whole).items()
        for each in find_in(_SCRIPT.sub("", markup), path, path[:2])
    ]
    assert [each for each in found if not each.marked][BUDGET:] == []


@pytest.mark.slow
def test_nothing_of_the_shipped_site_lacks_its_translation(project: Path) -> None:
    shipped = load(project / "content").corpus
    assert shipped
    found = [each for path, markup in files(shipped).items() for each in find_in(markup, path, path[:2])]
    assert found[BUDGET:] == []


TERMS = {
    ("status", "unknown"): Term("状态不详", "status unknown"),
    ("instrument", "loan"): Term("贷款", "loan"),
    ("instrument", "fund"): Term("基金", "fund"),
}
"""The names of values that the corpora have besides."""
_SCRIPT = re.compile(r"&lt;script&gt;[^<\"]*")
"""What some of their texts try to run."""

CANARY = """<!doctype html><html lang="en"><head><title>Agencies</title></head><body><table><tr>{}</tr></table></body></html>"""


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("<th>财政局</th>", 1),
        ('<th lang="zh-CN">财政局</th>', 1),
        ('<th><span lang="zh-CN" class="original-name">财政局</span></th>', 1),
        ('<th>Finance Bureau <span lang="zh-CN" class="original-name">财政局</span></th>', 0),
        ('<td><a title="财政局" href="x">Finance Bureau</a></td>', 1),
        ("<td><svg><path><title>A → 办法</title></path></svg></td>", 1),
        ('<td><select><option value="x">财政局</option></select></td>', 1),
        ('<td><input placeholder="检索" aria-label="检索"></td>', 2),
        ('<td><blockquote lang="zh-CN">给予补贴。</blockquote></td>', 0),
        ("<td><code>三、（二）</code></td>", 0),
    ],
)
def test_a_canary_of_chinese_on_an_english_page_is_found(cell: str, number: int) -> None:
    assert len(list(find_in(CANARY.format(cell), "en/agencies/index.html", "en"))) == number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("<td>A broken line was joined to the one before.</td>", 1),
        ("<td>Finance Bureau of Shenzhen</td>", 1),
        ("<td>first reading于2026年裁定</td>", 1),
        ('<td>财政局 <span lang="en" class="original-name">Finance Bureau</span></td>', 0),
        ("<td>MEMS、BibTeX、CSV，见 site.toml、box1.2 和 tf-idf</td>", 0),
        ("<td><code>rate_percent</code>、<kbd>art7</kbd></td>", 0),
    ],
)
def test_a_canary_of_english_on_a_chinese_page_is_found(cell: str, number: int) -> None:
    assert len(list(find_in(CANARY.format(cell), "zh/agencies/index.html", "zh"))) == number


def test_what_has_no_translation_yet_is_counted_apart(tmp_path: Path) -> None:
    page = tmp_path / "en/compare/a/b/index.html"
    page.parent.mkdir(parents=True)
    cells = '<td><q><span lang="zh-CN" class="untranslated">企业</span></q></td><td>企业</td>'
    page.write_text(CANARY.format(cells), "utf-8")
    found = list(find(tmp_path, "en"))
    assert sorted(each.marked for each in found) == [False, True]
    assert table({"en": found}).splitlines()[-1].split() == ["/en/", "in", "all", "1", "1"]


def test_kinds_of_pages() -> None:
    paths = ("en/index.html", "en/compare/index.html", "en/compare/a/index.html", "en/compare/a/b/index.html")
    assert [kind_of(each) for each in paths] == ["home", "compare", "compare/theme", "compare/pair"]
    assert kind_of("zh/policies/a/both/index.html") == "policies/both"
    assert not has_english("按 GB/T 7714—2025 著录")
