"""The facts of any text can be written in every form, and follow the schemas."""

import json
from dataclasses import replace
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from digest.crossref.citations import resolve_all
from digest.enrich import find_facts
from digest.enrich.places import Places
from digest.exporting import FORMS, export
from digest.model.corpus import Policy
from digest.pages.data import TABLES
from digest.resources import starter_content
from digest.study import Lists, read_lists
from odd_texts import ODD_TEXTS
from parsing import parsed
from small_corpus import corpus, meta

_PIECES = st.sampled_from([
    "给予", "最高不超过", "补贴", "奖励", "500万元", "50%", "每年", "9" * 400, "99999999999999999999亿元", "千亿级", "0.0001‰",
    "到2025年", "达到", "产业规模", "80亿元", "翻番", "以上", "（市科技局、发展改革委负责）", "《办法》", "（国发〔2020〕8号）",
    "\n", "第一条 ", "（一）", "，", "。", "=1+1", "\x01",
])  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


@cache
def lists() -> Lists:
    found, _ = read_lists(starter_content())
    assert found
    return found


@cache
def validator(table: str) -> Draft202012Validator:
    return Draft202012Validator(next(kind.schema for kind in TABLES if kind.name == table))


@given(_TEXTS | ODD_TEXTS)
def test_any_facts_can_be_written(text: str) -> None:
    document, _ = parsed(text, "a")
    policies = (Policy(meta("a"), document, find_facts(document, lists().vocabulary, Places()), {}),)
    whole = replace(corpus(), policies=policies, resolutions=resolve_all(policies), matches=(), themes=())
    files = {form: export(whole, form) for form in FORMS}
    for name, content in files["jsonl"].items():
        for line in content.decode().split("\n")[:-1]:
            row = json.loads(line, parse_constant=_refused)
            assert [error.message for error in validator(name.removesuffix(".jsonl")).iter_errors(row)] == []


def _refused(word: str) -> None:
    raise ValueError(f"{word} is no JSON")
