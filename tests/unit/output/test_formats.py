"""Findings for programs: JSON, GitHub annotations, SARIF."""

import json

import jsonschema

from digest.model.codes import CODES
from digest.model.problem import Problem, problem
from digest.output.explain import explain, list_codes
from digest.output.findings import count, frames
from digest.output.github import github
from digest.output.records import as_json
from digest.output.sarif import sarif
from digest.output.similar import similar

FOUND = [
    Problem(
        "R102",
        "content/a, b/policy.toml",
        3,
        5,
        9,
        "x = 1",
        (("key", "标题"), ("where", ""), ("place", "here"), ("example", "1")),
    ),
    problem("R005", "a.txt"),
    problem("R006", encoding="GB18030"),
]

# The part of SARIF 2.1.0 (section numbers of the standard) that readers of a log rely on.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},  # 3.13.2
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],  # 3.14
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},  # 3.14.17
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],  # 3.27
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},  # 3.27.10
                                "message": {"type": "object", "required": ["text"]},
                                "locations": {
                                    "type": "array",
                                    "items": {"$ref": "#/$defs/location"},
                                },
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "location": {
            "type": "object",
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "properties": {"uri": {"type": "string", "pattern": "^[^ ]+$"}},
                        },
                        "region": {
                            "type": "object",
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},  # 3.30.5
                                "startColumn": {"type": "integer", "minimum": 1},
                                "endColumn": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                }
            },
        }
    },
}


def test_json_is_one_list() -> None:
    rows = json.loads(as_json(FOUND))
    assert [row["code"] for row in rows] == ["R102", "R005", "R006"]
    assert rows[0] == {
        "code": "R102",
        "severity": "error",
        "path": "content/a, b/policy.toml",
        "line": 3,
        "column": 5,
        "end_column": 9,
        "message": "The key `标题` is missing.",
        "hint": "Write 标题 = 1 here.",
        "values": {"key": "标题", "where": "", "place": "here", "example": "1"},
    }


def test_github_annotations_are_escaped() -> None:
    first, second, third = github(FOUND).splitlines()
    assert first == (
        "::error file=content/a%2C b/policy.toml,line=3,col=5,endColumn=8,title=R102,values.key=标题,values.place=here,values.example=1::"
        "The key `标题` is missing. Write 标题 = 1 here."
    )
    assert second.startswith("::error file=a.txt,title=R005::")
    assert third.startswith("::notice title=R006,values.encoding=GB18030::")
    broken = Problem("R001", "a", values=(("what", "x\n::error::100%"), ("suggestion", "")))
    assert "x%0A::error::100%25" in github([broken])
    assert len(github([broken]).splitlines()) == 1


def test_sarif_names_rules_and_places() -> None:
    log = json.loads(sarif(FOUND))
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["R005", "R006", "R102"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 9}
    assert place["artifactLocation"]["uri"] == "content/a%2C%20b/policy.toml"
    assert "locations" not in run["results"][2]
    assert run["results"][0]["properties"] == {
        "values": {"key": "标题", "where": "", "place": "here", "example": "1"}
    }
    assert "properties" not in run["results"][1]


def test_no_findings_are_still_valid_documents() -> None:
    assert json.loads(as_json([])) == []
    assert github([]) == ""
    jsonschema.validate(json.loads(sarif([])), SARIF)
    assert frames([]) == ""


def test_count_in_words() -> None:
    assert count(FOUND) == "2 errors, 1 note"
    assert count([]) == "no findings"


def test_every_code_is_explained() -> None:
    for code, row in CODES.items():
        text = explain(code)
        assert text is not None
        assert code in text
        assert row.severity in {"error", "warning", "note"}
        assert all((row.message, row.hint, row.why))
        assert not {"{", "}"} & set(text)
    assert explain("Z999") is None


def test_the_list_has_every_code_once_below_its_stage() -> None:
    lines = list_codes().splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(CODES)
    assert len(set(listed)) == len(listed)
    assert "Reading texts and settings (R)" in lines
    assert "  R103 error: The key `tilte_en` is not known." in lines


def test_similar_names() -> None:
    assert similar("exampel-2022", ["example-2022", "city-2024"]) == " Did you mean example-2022?"
    assert similar("B13", CODES) == similar("art8", ["art7"]) == ""
