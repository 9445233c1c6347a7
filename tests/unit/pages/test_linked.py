"""Linked data: what is known and nothing else, and pages lead to it."""

from dataclasses import replace
from typing import Any

import pytest

from digest.model.corpus import Stated
from digest.model.facts import Citation, ClauseFacts, Resolution
from digest.model.validity import Validity
from digest.pages.linked import make_linked
from digest.pages.make import make_pages, make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import read_words
from digest.resources import templates
from small_corpus import corpus

SITE = "https://digest.example.org/"


@pytest.fixture(scope="module")
def pages():
    words = read_words([templates()])
    small = corpus()
    cited = Citation(printed="《措施》", title="措施", number=None, kind="citation", start=0, end=4)
    facts = {"1": ClauseFacts(citations=(cited, cited, cited))}
    policies = (replace(small.policies[0], facts=facts), small.policies[1])
    to = Resolution("other-2021", "title")
    resolutions = {"example-2022": {"1": (to, to, Resolution("example-2022", "self"))}}
    corpus_with_links = replace(small, policies=policies, resolutions=resolutions)
    return {page.path: page.value for page in make_pages(corpus_with_links, words)}


def test_a_clause(pages):
    about = pages["p/example-2022/1/clause.json"].value
    assert about == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{SITE}p/example-2022/1/",
        "url": f"{SITE}p/example-2022/1/",
        "legislationIdentifier": "example-2022#1",
        "name": "一、总体情况",
        "text": "智能传感器是核心零部件。",
        "inLanguage": "zh-CN",
        "version": about["version"],
        "position": 3,
        "isPartOf": {"@id": f"{SITE}zh/policies/example-2022/"},
        "hasPart": [{"@id": f"{SITE}p/example-2022/1.1/"}, {"@id": f"{SITE}p/example-2022/1.2/"}],
        "citation": [{"@id": f"{SITE}zh/policies/other-2021/"}],
        "workTranslation": {
            "@type": "Legislation",
            "name": "Overview",
            "text": "Smart sensors are core components.",
            "inLanguage": "en",
            "creativeWorkStatus": "reviewed",
        },
    }
    assert pages["p/example-2022/1.1/clause.json"].value["isPartOf"] == {"@id": about["@id"]}
    assert "workTranslation" not in pages["p/other-2021/1/clause.json"].value
    assert len(about["version"]) == 8


def test_a_policy(pages):
    about = pages["p/example-2022/policy.json"].value
    assert about["name"] == "示例市产业集群行动计划"
    assert about["legislationJurisdiction"] == {"@type": "AdministrativeArea", "name": "深圳市光明区"}
    assert about["encoding"]["contentUrl"] == f"{SITE}akn/example-2022.xml"
    assert about["temporalCoverage"] == "2022-07-09/.."
    assert "legislationIdentifier" not in about
    assert {"@id": f"{SITE}p/example-2022/1/"} in about["hasPart"]
    assert {"@id": f"{SITE}p/example-2022/1.1/"} not in about["hasPart"]


def test_pages_lead_to_their_other_forms(pages):
    assert [tuple(form) for form in pages["p/example-2022/1/"].forms] == [
        ("application/ld+json", "clause.json")
    ]
    for language in ("zh", "en"):
        assert [tuple(form) for form in pages[f"{language}/policies/example-2022/"].forms] == [
            ("application/ld+json", "../../../p/example-2022/policy.json"),
            ("application/akn+xml", "../../../akn/example-2022.xml"),
        ]


@pytest.mark.parametrize(
    ("validity", "force"),
    [
        (Validity("draft", "draft"), "https://schema.org/NotInForce"),
        (Validity("repealed", "ended"), "https://schema.org/NotInForce"),
        (Validity("in_force", "in_force"), "https://schema.org/InForce"),
        (Validity("in_force", "in_force", last="2026-12-31", time="2026"), None),
        (Validity("issued", "issued"), None),
        (Validity(), None),
    ],
)
def test_legal_force_is_what_holds_on_every_day(validity, force):
    words = read_words([templates()])
    known = replace(corpus(), validity={"example-2022": validity})
    setting = make_setting(known, words)
    made: dict[str, Any] = {page.path: page.value for page in pages_of(make_linked(setting), setting)}
    for path in ("example-2022/policy.json", "p/example-2022/1/clause.json"):
        found = next(value for name, value in made.items() if name.endswith(path))
        assert found.value.get("legislationLegalForce") == force


def test_the_period_of_a_plan_is_what_it_covers():
    words = read_words([templates()])
    known = corpus()
    plan = replace(
        known.policies[1].meta, effective=Stated(None, "unknown"), period=Stated("2021/2023", "printed")
    )
    known = replace(known, policies=(replace(known.policies[1], meta=plan),))
    setting = make_setting(known, words)
    made: dict[str, Any] = {page.path: page.value for page in pages_of(make_linked(setting), setting)}
    about = next(value for name, value in made.items() if name.endswith("other-2021/policy.json"))
    assert about.value["temporalCoverage"] == "2021/2023"
