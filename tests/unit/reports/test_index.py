"""What the index says of a clause that a report cites."""

import json
import re

import pytest

from digest.reports.index import ClausesIndex, UnreadableIndexError
from small_report import ADDRESSES, CITED, addresses, site_file

DAY = "2024-01-01"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "clauses-index.json"
    path.write_bytes(site_file("clauses-index.json"))
    return path


@pytest.fixture(scope="module")
def index(path):
    return ClausesIndex(path, "en")


def kinds(cited):
    return [remark.kind for remark in cited.remarks]


def test_each_link_leads_to_the_wording_that_is_cited(index):
    assert [index.cited(name, DAY).address for name in CITED] == addresses()
    assert len(ADDRESSES) == len(CITED) == 12


def test_what_the_writer_should_know(index):
    found = {name: kinds(cited) for name in CITED if kinds(cited := index.cited(name, DAY))}
    assert list(found.values()) == [["changed"], ["moved"], ["gone"], ["draft"], ["superseded"]]


def test_remarks_are_whole_sentences_in_the_language(index, path):
    pinned = CITED[3]
    said = index.cited(pinned, DAY).remarks[0].text
    assert re.fullmatch(
        rf"{pinned}: the wording has changed since it was cited; it is now @[0-9a-f]{{8}}", said
    )
    assert index.cited("example-2022#4", DAY).remarks[0].text == (
        "example-2022#4: the clause has been removed from the text; see example-2022#2.1"
    )
    chinese = ClausesIndex(path, "zh")
    assert (
        chinese.cited("example-2022#3.1", DAY).remarks[0].text
        == "example-2022#3.1：条款已移至 example-2022#2.1"
    )


def test_a_link_says_clause_and_policy(index, path):
    assert index.cited("example-2022#1", DAY).text == "Sec. I Overview (Guangming District, Shenzhen)"
    assert ClausesIndex(path, "zh").cited("example-2022#1", DAY).text == "一、总体情况（示例计划）"
    assert index.cited("example-2022#1.2", DAY).text.startswith("Sec. I(2) (")
    assert index.cited("draft-2024#art7", DAY).title.endswith(" (Draft)")


@pytest.mark.parametrize("name", ["example-2022#99", "nobody-2022#1", "example-2022", "", "example-2022#1@x"])
def test_what_is_not_known_has_no_address(index, name):
    cited = index.cited(name, DAY)
    assert (cited.address, cited.text, kinds(cited)) == (None, name, ["unknown"])


def test_a_wording_that_was_never_published(index):
    assert kinds(index.cited("example-2022#1@ffffffff", DAY)) == ["unpublished"]


@pytest.mark.parametrize(("day", "remarks"), [("2023-12-31", []), ("2024-01-01", ["ended"])])
def test_a_period_ends_on_its_day(tmp_path, path, day, remarks):
    content = json.loads(path.read_bytes())
    content["policies"]["draft-2024"] |= {
        "status": None,
        "ends": {"last": "2023-12-31", "kind": "ended", "zh": "期限已满", "en": "Period over"},
    }
    (tmp_path / "index.json").write_text(json.dumps(content))
    assert kinds(ClausesIndex(tmp_path / "index.json", "zh").cited("draft-2024#art7", day)) == remarks


def test_names_in_values_are_not_filled_in_and_terminals_not_told_what_to_do(tmp_path, path):
    content = json.loads(path.read_bytes())
    content["policies"]["example-2022"]["clauses"]["1"][1] = "{title}{0.__class__}\x1b[2J"
    (tmp_path / "index.json").write_text(json.dumps(content))
    cited = ClausesIndex(tmp_path / "index.json", "zh").cited("example-2022#1", DAY)
    assert cited.text == "{title}{0.__class__}\ufffd[2J（示例计划）"


def test_an_address_that_runs_as_a_script_is_none(tmp_path, path):
    content = json.loads(path.read_bytes())
    content["policies"]["example-2022"]["address"] = "javascript:alert(1)//"
    (tmp_path / "index.json").write_text(json.dumps(content))
    assert ClausesIndex(tmp_path / "index.json", "zh").cited("example-2022#1", DAY).address is None


@pytest.mark.parametrize(
    "content", [None, "", "[]", '{"format": 2, "words": {"zh": {}}, "policies": {}}', "{}"]
)
def test_a_file_that_is_no_index(tmp_path, content):
    path = tmp_path / "index.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UnreadableIndexError, match="Download data/clauses-index"):
        ClausesIndex(path, "zh")
