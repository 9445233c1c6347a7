"""policy.toml as it is written, and as it is read again."""

import tomllib
from dataclasses import replace
from typing import Any

import pytest

from digest.model.corpus import Relation, Stated
from digest.model.source import LineRule
from digest.publish.policy import policy_toml
from digest.read.policy_keys import POLICY
from digest.read.schema import check
from digest.read.toml import parse_toml
from small_corpus import meta

META = meta()
EVIL = '标题"\n[status]\nvalue = "repealed"\r\t\x7f\\u202e\u202e\u2028\\"""\'\'\' # 》'


def read(text: str) -> dict[str, object]:
    file, problems = parse_toml("policy.toml", text.encode())
    assert file is not None, problems
    assert check(file, POLICY) == ()
    return tomllib.loads(text)


def test_all_that_is_stated_is_written() -> None:
    given = replace(
        META,
        issuers=Stated(("甲局", "乙局"), "printed", "signature", how_zh="落款"),
        made=Stated("2024-02-01", "external", "index_table", "high"),
        period=Stated("2024/2026", "printed"),
        relations=(Relation("implements", "某规划"),),
        source_url="https://example.org/",
        source_sha256="0" * 64,
        lines=(LineRule(keep=False, text="公报"), LineRule(keep=True, line=3)),
        draft=True,
    )
    data = read(policy_toml(given, {}))
    assert data["issuers"] == {
        "value": ["甲局", "乙局"],
        "basis": "printed",
        "how": "signature",
        "how_zh": "落款",
    }
    assert data["made"] == {"value": "2024-02-01", "basis": "external", "how": "index_table", "sure": "high"}
    assert data["relations"] == [{"kind": "implements", "target": "某规划"}]
    assert data["lines"] == [{"text": "公报", "rule": "cut"}, {"number": 3, "rule": "keep"}]
    assert data["draft"] is True


def test_a_value_nobody_knows_has_a_table_of_its_own_but_for_a_period() -> None:
    unknown: Stated[str] = Stated(None, "unknown")
    given = replace(META, title_en=None, number=unknown, period=unknown, source_sha256="0" * 64)
    data = read(policy_toml(given, {}))
    assert data["number"] == {"basis": "unknown"}
    assert not {"period", "title_en", "source_url"} & data.keys()


@pytest.mark.parametrize("field", ["title_zh", "number", "jurisdiction"])
def test_no_value_breaks_out_of_its_string(field: str) -> None:
    stated: dict[str, Any] = {field: Stated(EVIL, "external", EVIL, "low")}
    given = replace(META, **stated, source_sha256="0" * 64)
    given = replace(given, short_titles=(EVIL,), relations=(Relation("cites", EVIL),))
    text = policy_toml(given, {"": [EVIL], field: [EVIL]})
    data = read(text)
    assert data[field] == {"value": EVIL, "basis": "external", "how": EVIL, "sure": "low"}
    assert data["short_titles"] == [EVIL]
    assert not {"\u202e", "\u2028", "\x7f"} & set(text)
