"""Phrases of facts and names have entries of their own, and facts get their English from them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from digest.crossref.citations import catalogue as titles_of
from digest.crossref.citations import needed
from digest.english import in_english
from digest.enrich.known_english import with_known_english
from digest.model.corpus import Policy, Relation
from digest.model.facts import (
    AgencyRole,
    Citation,
    ClauseFacts,
    Instrument,
    Payout,
    Stage,
    Target,
    Threshold,
    Tier,
)
from digest.model.phrases import Rendering, about
from digest.model.translation import MACHINE_DRAFT, Catalogue, Entry
from digest.model.vocabulary import Glossary, GlossaryTerm, GlossaryTitle
from digest.text.po import parse_po, print_po
from digest.translate.check import check_entries
from digest.translate.chinese import chinese
from digest.translate.memory import Memory
from digest.translate.phrases import phrases_of, shown, with_english
from digest.translate.states import coverage, phrase_coverage, state_problems
from digest.translate.sync import sync
from small_corpus import corpus


def support(**rest: object) -> Instrument:
    return Instrument("subsidy", "", 0, 0, **rest)  # type: ignore[arg-type]


FACTS = {
    "2.1": ClauseFacts(
        instruments=(
            support(
                recipient_zh="企业",
                conditions_zh="年产值超过500万元",
                rate_base_zh="流片费用",
                tiers=(Tier("5000万元", None, 1, None), Tier("国家级", None, 2, None)),
                thresholds=(Threshold("年产值", ">=", 5_000_000),),
                payout=(Payout(80, "验收合格后"),),
                stages=(Stage("第一年", 1),),
            ),
            support(recipient_zh="企业"),
            support(recipient_zh="科研院所"),
        ),
        citations=(
            Citation(printed="《甲规划》", title="甲规划", number=None, kind="citation", start=0, end=0),
            Citation(printed="第三条", title="第三条", number=None, kind="own_clause", start=0, end=0),
        ),
    ),
    "2.1.1": ClauseFacts(
        instruments=(support(recipient_zh="企业"),),
        targets=(
            Target("企业", "", 0, 0, year=2025, deadline_text="力争到2025年"),
            Target("产业增加值", "", 0, 0, deadline_text="经过三年努力", metric_en="value added"),
            Target("传感器产业增加值", "", 0, 0, metric_en="value added"),
        ),
        agencies=(
            AgencyRole("lead", "某区管委会", "某区管理委员会", None, lead=True, start=0, end=0),
            AgencyRole("support", "市财政局", "示例市财政局", "Example Finance Bureau", lead=False, start=0, end=0),
        ),
        citations=(Citation(printed="《甲规划》", title="甲规划", number=None, kind="citation", start=0, end=0),),
    ),
}  # fmt: skip


def policy() -> Policy:
    base = corpus().policies[0]
    meta = replace(
        base.meta,
        short_titles=("行动计划",),
        relations=(Relation("implements", "other-2021"), Relation("implements", "乙规划")),
    )
    named = replace(base, meta=meta, facts=FACTS, names={"行动计划": Rendering("Action Plan", "reviewed")})
    return replace(named, phrases=phrases_of(named, {"产业增加值"}))


POLICY = policy()
PHRASES = {
    "title/issuer": "示例市工业和信息化局",
    "title/related": "乙规划",
    "2.1/recipient": "企业",
    "2.1/conditions": "年产值超过500万元",
    "2.1/rate_base": "流片费用",
    "2.1/tier": "国家级",
    "2.1/threshold": "年产值",
    "2.1/payout": "验收合格后",
    "2.1/stage": "第一年",
    "2.1/recipient.2": "科研院所",
    "2.1/cited": "甲规划",
    "2.1.1/recipient": "企业",
    "2.1.1/indicator": "企业",
    "2.1.1/deadline": "经过三年努力",
    "2.1.1/indicator.2": "传感器产业增加值",
    "2.1.1/agency": "某区管理委员会",
}


def translated(english: Mapping[str, str], *entries: Entry) -> Catalogue:
    """The catalogue of the policy with the English of some contexts, and with some entries as they are."""
    words = chinese(POLICY)
    given = {entry.context: entry for entry in entries}
    made = (given.get(context, Entry(context, zh, english.get(context, ""))) for context, zh in words.items())
    return sync(Catalogue("en.po", entries=tuple(made)), words, {}, "a")[0]


def synced(
    found: Catalogue, words: dict[str, str], aliases: dict[str, str] | None = None
) -> dict[str, Entry]:
    after, _ = sync(found, words, aliases or {}, "a")
    return {entry.context: entry for entry in after.entries if not entry.obsolete}


def test_what_word_lists_know_and_what_is_only_a_figure_needs_no_entry() -> None:
    words = chinese(POLICY)
    assert {context: zh for context, zh in words.items() if "/" in context} == PHRASES
    order = list(words)
    assert order[:3] == ["title", "title/issuer", "title/related"]
    assert order[order.index("2.1") + 1] == "2.1/recipient"
    assert all(about(context) for context in PHRASES)


@pytest.mark.parametrize(
    "zh", ["5000万元", "30%", "到2025年", "2025年底前", "2021—2023年", "3—5年", "2022年6月9日"]
)
def test_figures_and_dates_are_no_phrases(zh: str) -> None:
    facts = {"2.1": ClauseFacts(instruments=(support(conditions_zh=zh),))}
    assert "conditions" not in {phrase.field for phrase in phrases_of(replace(POLICY, facts=facts), ())}


def test_a_title_that_a_policy_of_the_site_has_needs_no_entry() -> None:
    cited = Citation(printed="", title="示例市产业集群行动计划", number=None, kind="citation", start=0, end=0)
    found = replace(POLICY, facts={"2.1": ClauseFacts(citations=(cited,))})
    found = replace(found, phrases=phrases_of(found, ()))
    assert "2.1/cited" in chinese(found)
    assert "2.1/cited" not in chinese(needed(found, titles_of([POLICY.meta])))


def test_the_glossary_gives_the_english_of_terms_and_titles() -> None:
    glossary = Glossary(
        (GlossaryTerm("流片费用", "cost of tape-outs"),), (GlossaryTitle("甲规划", "Plan A"),)
    )
    known = with_known_english(FACTS, glossary)
    first = known["2.1"].instruments[0]
    assert (first.rate_base_en, first.recipient_en, first.english) == ("cost of tape-outs", None, "reviewed")
    assert known["2.1"].citations[0].title_en == "Plan A"
    contexts = chinese(replace(POLICY, phrases=phrases_of(replace(POLICY, facts=known), ())))
    assert "2.1/rate_base" not in contexts
    assert "2.1/cited" not in contexts


def test_facts_and_names_get_their_english_with_the_weakest_state() -> None:
    found = with_english(
        POLICY,
        translated(
            {
                "title/issuer": "Example Bureau",
                "2.1/recipient": "enterprises",
                "2.1/tier": "national level",
                "2.1/cited": "Plan A",
                "2.1.1/indicator.2": "value added of the sensor industry",
                "2.1.1/agency": "Administrative Committee",
            },
            Entry("2.1/stage", "第一年", "the first year", notes=(MACHINE_DRAFT,)),
        ),
    )
    first, second, third = found.facts["2.1"].instruments
    assert (first.recipient_en, first.conditions_en, first.english) == ("enterprises", None, "machine")
    assert [tier.condition_en for tier in first.tiers] == [None, "national level"]
    assert first.stages[0].when_en == "the first year"
    assert (second.recipient_en, second.english) == ("enterprises", "reviewed")
    assert (third.recipient_en, third.english) == (None, None)
    other = found.facts["2.1.1"]
    assert other.instruments[0].recipient_en is None  # clause by clause
    assert other.citations[0].title_en == "Plan A"  # a name is the same everywhere
    assert [goal.metric_en for goal in other.targets] == [None, "value added", "value added of the sensor industry"]  # fmt: skip
    assert [body.name_en for body in other.agencies] == ["Administrative Committee", "Example Finance Bureau"]
    assert found.names == {
        "行动计划": Rendering("Action Plan", "reviewed"),
        "示例市工业和信息化局": Rendering("Example Bureau", "reviewed"),
    }


def test_english_that_is_out_of_date_is_not_filled_in() -> None:
    old = Entry("2.1/recipient", "中小企业", "small and medium-sized enterprises")
    found = translated({}, old)
    assert {entry.context: entry.state for entry in found.entries}["2.1/recipient"] == "stale"
    assert with_english(POLICY, found).facts["2.1"].instruments[0].recipient_en is None


def test_a_build_fills_facts_as_if_the_file_were_in_step(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_text(
        print_po(Catalogue("en.po", entries=(Entry("2.1/recipient", "企业", "enterprises"),))), "utf-8"
    )
    read, problems = in_english(tmp_path, POLICY)
    assert read.facts["2.1"].instruments[0].recipient_en == "enterprises"
    assert "T103" in {found.code for found in problems}
    assert read.phrases == POLICY.phrases  # what is asked for does not depend on what is answered


def test_phrases_follow_a_clause_that_moves_and_one_another() -> None:
    found = translated({"2.1/recipient": "enterprises", "2.1/recipient.2": "institutes"})
    words = {context.replace("2.1/", "3/"): zh for context, zh in chinese(POLICY).items()}
    moved = synced(found, words, {"2.1": "3"})
    assert (moved["3/recipient"].en, moved["3/recipient.2"].en) == ("enterprises", "institutes")
    changed = synced(found, {**words, "3/recipient": "各类企业"}, {"2.1": "3"})
    assert (changed["3/recipient"].state, changed["3/recipient"].was_zh) == ("stale", "企业")
    now = {context: zh for context, zh in chinese(POLICY).items() if context != "2.1/recipient.2"}
    first = synced(found, {**now, "2.1/recipient": "科研院所"})
    assert (first["2.1/recipient"].en, first["2.1/recipient"].state) == ("institutes", "reviewed")


def test_a_phrase_does_not_take_the_english_of_another_field_or_of_a_clause() -> None:
    entries = (Entry("9", "年产值", "A clause"), Entry("9/recipient", "年产值", "A recipient"))
    found = synced(Catalogue(entries=entries), dict(chinese(POLICY)))
    assert found["2.1/threshold"].en == ""


def test_doing_it_twice_changes_nothing_and_the_file_says_what_a_phrase_is() -> None:
    once = translated({"2.1/recipient": "enterprises"})
    printed = print_po(once)
    assert '#. recipients of the support in this clause\nmsgctxt "2.1/recipient"' in printed
    again, changes = sync(parse_po(printed, "en.po"), chinese(POLICY), {}, "a")
    assert not any(changes)
    assert print_po(again) == printed


def test_the_memory_fills_phrases_of_the_same_field_only() -> None:
    found = translated({"2.1/recipient": "enterprises"})
    filled, _ = Memory({"a": found}, {}).fill("a", found)
    english = {entry.context: (entry.en, entry.notes) for entry in filled.entries if "/" in entry.context}
    assert english["2.1.1/recipient"] == ("enterprises", ("digest: from a#2.1/recipient",))
    assert english["2.1.1/indicator"] == ("", ())


def test_phrases_are_counted_apart_and_named_readably() -> None:
    found = translated({"2.1/recipient": "enterprises", "2": "Main tasks"})
    assert coverage(found)["reviewed"] == 1
    assert phrase_coverage(found) == {"reviewed": 1, "machine": 0, "stale": 0, "missing": len(PHRASES) - 1}
    (missing,) = state_problems(found)
    assert "title (issued by), title (related document)" in missing.message
    assert shown("2.1/recipient.2") == "2.1 (recipients)"
    assert shown("2.1") == "2.1"


def test_an_entry_of_an_unknown_clause_or_field_is_reported() -> None:
    entries = [Entry(context, "甲", "A") for context in ("2.1/recipient.7", "9/recipient", "2.1/recipent")]
    found = check_entries(Catalogue("en.po", entries=tuple(entries)), ["2.1"])
    assert [problem.code for problem in found] == ["T410", "T410"]


def test_the_english_of_a_clause_that_is_gone_is_not_that_of_a_phrase(tmp_path: Path) -> None:
    entries = (Entry("2.1/recipient", "加强组织领导。", "A phrase", obsolete=True),)
    (tmp_path / "en.po").write_text(print_po(Catalogue("en.po", entries=entries)), "utf-8")
    assert "4" not in in_english(tmp_path, POLICY)[0].translations
