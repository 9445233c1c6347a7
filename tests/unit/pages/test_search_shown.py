"""What stands beside a hit."""

from dataclasses import replace

import pytest

from digest.pages.make import make_setting
from digest.pages.search.shown import HitFiles
from digest.pages.strings import read_words
from digest.resources import templates
from digest.search.records import make_records
from small_corpus import corpus

WORDS = read_words([templates()])


@pytest.mark.parametrize(
    ("clause", "said"), [("1", []), ("1.1", ["Machine draft"]), ("art7", ["Out of date"]), ("box1", [])]
)
def test_a_hit_tells_the_state_of_its_english(clause, said):
    made = corpus()
    wanted = ("example-2022", clause)
    record = next(
        each
        for each in make_records(made)
        if each.clause and (each.policy.meta.slug, each.clause.id) == wanted
    )
    shown = HitFiles(make_setting(made, WORDS))
    for language, told in (("en", said), ("zh", [])):
        [row] = shown.file([record], language).rows
        assert row[5:] == ([told] if told else [])


def test_a_hit_tells_when_its_text_stands_elsewhere_as_well():
    same = "对首次完成工程流片的集成电路设计企业给予一次性的资助。"
    made = corpus()
    policy = next(each for each in made.policies if each.meta.slug == "example-2022")
    texts = {
        "1.1": f"前文，{same}",
        "art7": f"另一条：{same}后文",
        "2.1": f"只有这里写明的一句：{same[:12]}，别处没有写这么长的一句话。",
    }
    clauses = tuple(replace(each, text=texts.get(each.id, each.text)) for each in policy.document.clauses)
    made = replace(made, policies=(replace(policy, document=replace(policy.document, clauses=clauses)),))
    records = [each for each in make_records(made) if each.clause and each.clause.id in texts]
    rows = HitFiles(make_setting(made, WORDS)).file(records, "zh").rows
    assert {row[0]: row[6:] for row in rows} == {"1.1": [1], "art7": [1], "2.1": []}
