"""Links to clauses in Markdown."""

import json
import logging
import tomllib
from importlib import import_module

import pytest
from lxml import html as lxml_html
from markdown import markdown

from small_corpus import SCRIPT
from small_report import REPORT, addresses, site_file

NAME = "digest.reports.markdown"


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "clauses-index.json"
    path.write_bytes(site_file("clauses-index.json"))
    return path


@pytest.fixture(scope="module")
def made(index):
    def convert(text, **settings):
        extensions = ["tables", "footnotes", "toc", NAME]
        return markdown(
            text, extensions=extensions, extension_configs={NAME: {"index": str(index), **settings}}
        )

    return convert


def links(html):
    """The addresses and texts of the links to clauses."""
    found = lxml_html.fromstring(f"<div>{html}</div>").iter("a")
    return [(each.get("href"), each.text_content()) for each in found if "/p/" in each.get("href", "")]


def test_the_report_has_its_links(made):
    found = links(made(REPORT, language="en"))
    assert [address for address, _ in found] == addresses()
    assert found[8][1] == "own words"
    assert found[0][1] == "Sec. I(1) Present state (Guangming District, Shenzhen)"


def test_what_the_writer_should_know_is_a_warning(made, caplog):
    with caplog.at_level(logging.WARNING, "mkdocs.plugins.digest"):
        made(REPORT, language="en")
    said = [record.getMessage() for record in caplog.records]
    wanted = ("changed since", "has moved", "has been removed", ": Draft", ": Superseded")
    assert [next(word for word in wanted if word in each) for each in said] == list(wanted)


def test_remarks_that_the_writer_accepts_are_no_warnings(made, caplog):
    made("[[draft-2024#art7]] [[example-2022#99]]", accept=["draft"])
    assert ["没有这个条款" in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "`[[example-2022#1]]`",
        "    [[example-2022#1]]",
        r"\[[example-2022#1]]",
        "[[example-2022]]",
        "[[Example-2022#1]]",
        "[[example-2022#1`x`words]]",
    ],
)
def test_what_is_no_link(made, text):
    assert links(made(text)) == []


def test_a_link_within_a_link_stays_text(made):
    assert "<a" not in made("[see [[example-2022#1]]](http://a.example/)").replace(
        '<a href="http://a.example/">', ""
    )


def test_own_words_are_markdown_also_in_a_table(made):
    (link,) = links(made("| a |\n|---|\n| [[example-2022#1\\|*own* `words`]] |"))
    assert link[1] == "own words"


def test_a_clause_that_is_not_known_stays_as_its_words(made):
    assert made("[[example-2022#99|words]] [[example-2022#99]]") == (
        "<p><span>words</span> <span>example-2022#99</span></p>"
    )


def test_texts_of_the_site_are_no_markup(made):
    html = made("[[example-2022#1.2]]", language="zh")
    assert SCRIPT not in html
    assert [text for _, text in links(html)] == [f"一、（二）机遇{SCRIPT}（示例计划）"]


def test_texts_of_the_site_are_no_placeholders_either(made, index, tmp_path):
    content = json.loads(index.read_bytes())
    content["policies"]["example-2022"]["title"][0] = "\x02wzxhzdk:0\x03"
    content["policies"]["example-2022"]["clauses"]["1"][1] = "\x02wzxhzdk:0\x03"
    (tmp_path / "index.json").write_text(json.dumps(content))
    html = made("<div>own</div>\n\n[[example-2022#1]]", index=str(tmp_path / "index.json"))
    assert html.count("own") == 1


def test_a_language_that_sites_do_not_have(made):
    with pytest.raises(ValueError, match="It can be: zh, en"):
        made("x", language="fr")


def test_markdown_knows_the_extension_by_name(project):
    points = tomllib.loads((project / "pyproject.toml").read_text())["project"]["entry-points"]
    module, _, name = points["markdown.extensions"]["digest"].partition(":")
    assert hasattr(import_module(module), name)
