"""The index of clauses says of each what a report needs, in the form that its schema describes."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from digest.model.ledger import Ledger, Tombstone, Wording
from digest.model.validity import Validity
from small_corpus import SCRIPT, clauses, corpus
from small_editions import FIRST, OLD, editions_corpus
from small_report import BEFORE, NOW, cited_corpus, site_file


@pytest.fixture(scope="module")
def index():
    return json.loads(site_file("clauses-index.json"))


def test_the_schema_describes_it(index):
    schema = json.loads(site_file("clauses-index.schema.json"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(index)
    assert not Draft202012Validator(schema).is_valid({**index, "format": 2})


def test_the_schema_describes_that_of_editions():
    whole = editions_corpus()
    made = json.loads(site_file("clauses-index.json", whole))
    Draft202012Validator(json.loads(site_file("clauses-index.schema.json"))).validate(made)
    sizes = {slug: len(policy["clauses"]) for slug, policy in made["policies"].items()}
    assert sizes == {policy.meta.slug: len(policy.document.clauses) for policy in whole.policies}
    assert made["policies"][FIRST]["by"] == [OLD]
    assert made["policies"][FIRST]["ends"]["kind"] == "superseded"


def test_a_policy(index):
    policy = index["policies"]["example-2022"]
    assert {name: value for name, value in policy.items() if name != "clauses"} == {
        "title": ["示例市产业集群行动计划", f"Example Action Plan {SCRIPT}"],
        "short": ["示例计划", "Guangming District, Shenzhen"],
        "number": "示府〔2022〕1号",
        "place": ["深圳市光明区", "Guangming District, Shenzhen"],
        "address": "https://digest.example.org/p/example-2022/",
        "status": None,
        "ends": None,
        "by": [],
        "earlier": {"2.1": ["00000000", BEFORE]},
        "moved": {"3.1": "2.1"},
        "gone": {"4": {"since": "2023-05-01", "by": ["2.1"], "name": "四、保障措施"}},
    }


def test_a_clause_has_a_version_and_names(index):
    found = index["policies"]["example-2022"]["clauses"]
    assert list(found) == [clause.id for clause in clauses()]
    assert found["1"] == [NOW, "一、总体情况", "Sec. I Overview"]
    assert found["2"] == ["", "二、主要任务", "Sec. II"]
    assert found["2.1"][1:] == ["二、（一）支持研发", "Sec. II(1)"]
    assert found["2.1.1"][1:] == ["二、（一）1", "Sec. II(1)(1)"]
    assert found["2.1.note"][1:] == ["二、（一）“起草说明”", "Sec. II(1), “起草说明”"]
    assert found["2.1.u1"][1:] == ["二、（一）“产业规模快速壮大”", "Sec. II(1), “产业规模快速壮大”"]
    assert found["art7"][1:] == ["第七条", "Art. 7"]


def test_what_somebody_who_relies_on_a_policy_must_know(index):
    policies = index["policies"]
    assert policies["draft-2024"]["status"] == {"kind": "draft", "zh": "草案", "en": "Draft"}
    assert policies["old-2019"]["status"]["kind"] == "superseded"
    assert policies["old-2019"]["by"] == ["example-2022"]
    until = replace(
        cited_corpus(),
        validity={"draft-2024": Validity("issued", "issued", last="2023-12-31", then="expired")},
    )
    policy = json.loads(site_file("clauses-index.json", until))["policies"]["draft-2024"]
    assert policy["status"] is None
    assert policy["ends"] == {"last": "2023-12-31", "kind": "ended", "zh": "期限已满", "en": "Period over"}


def test_an_id_that_moved_to_one_that_is_gone_is_gone():
    small = corpus()
    ledger = Ledger(aliases={"5": "4"}, tombstones={"4": Tombstone()})
    changed = replace(small, policies=(replace(small.policies[0], ledger=ledger), small.policies[1]))
    policy = json.loads(site_file("clauses-index.json", changed))["policies"]["example-2022"]
    assert policy["moved"] == {}
    assert policy["gone"]["5"] == {"since": None, "by": [], "name": "5"}


def test_a_clause_that_is_gone_is_named_within_the_one_it_was_part_of():
    small = corpus()
    gone = Ledger(
        {"art2": (Wording("第二条", "支持流片"),), "art2.2": (Wording("（二）", text="优先安排。"),)},
        aliases={"art2": "2.1"},
        tombstones={"art2.2": Tombstone()},
    )
    changed = replace(small, policies=(replace(small.policies[0], ledger=gone), small.policies[1]))
    policy = json.loads(site_file("clauses-index.json", changed))["policies"]["example-2022"]
    assert policy["gone"]["art2.2"]["name"] == "第二条（二）"


def test_each_policy_has_a_line(index):
    lines = site_file("clauses-index.json").decode().splitlines()
    assert [line.partition('":')[0] for line in lines[1:-1]] == [f'"{slug}' for slug in index["policies"]]


def test_the_filter_stands_beside_it(project):
    assert site_file("clauses.lua") == (project / "src/digest/reports/clauses.lua").read_bytes()
