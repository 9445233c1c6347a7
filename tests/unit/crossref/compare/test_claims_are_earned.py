"""What a comparison may say of a text that does not state something."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from math import comb

import pytest

from digest.crossref.compare import unmatched
from digest.crossref.compare.compare import MOST_PAIRS, compare_all
from digest.crossref.compare.contradictions import contradictions
from digest.crossref.compare.ground import ComparisonInput
from digest.crossref.compare.mentions import Absences, theme_names
from digest.crossref.compare.texts import FoldedText
from digest.crossref.gist import gists_of, read_acts
from digest.crossref.matches import find_pairs, to_matches
from digest.crossref.members import theme_members
from digest.crossref.relations import Relations
from digest.model.comparison import Silence, Verdict
from digest.model.matches import key_of
from digest.model.vocabulary import Glossary, GlossaryTerm
from digest.read.word_lists import THEMES, read_vocabulary, read_words
from digest.text.segmenter import segmenter
from small_facts import PLATFORM
from small_matches import MATCHES, MORE, PAIR, compared_corpus, rule_match
from unit.crossref.policies import CONTENT, PLACES, policy, reader

PAYS = "支持首轮流片|对企业开展首轮流片的，按照流片费用的30%给予补贴，每家企业每年最高300万元。"
MASKS = "支持掩模|支持企业购买掩模，按照费用的30%给予补贴。"
"""A measure by which a theme is compared that has this word as its hint."""


STANDARDS = "推动标准制定|对主导制定国际标准的企业，一次性给予100万元的奖励。"


@pytest.fixture(scope="module")
def given():
    vocabulary, _ = read_vocabulary(CONTENT, CONTENT)
    themes, _ = read_words(CONTENT, CONTENT, THEMES)
    assert vocabulary
    assert themes
    return vocabulary, themes.themes, reader()


def compared(given, *policies, themes=None, glossary=None, changed=None):
    """The comparisons of some policies, and what they contradict; ``changed`` alters the policies after matching."""
    vocabulary, every, reads = given
    themes = every if themes is None else themes
    acts = read_acts(policies, replace(reads, themes=type(reads.themes)(themes, reads.words)))
    relations = Relations.of(policies, PLACES, {})
    matches = to_matches(find_pairs(acts), relations)
    shown = changed(policies) if changed else policies
    genre = frozenset(reads.words.genre)
    found = compare_all(
        ComparisonInput(
            shown,
            gists_of(acts),
            matches,
            themes,
            theme_names(themes, glossary or Glossary(), segmenter(), genre),
            theme_members(gists_of(acts), themes),
            vocabulary.instruments,
            segmenter(),
            genre,
            {},
        )
    )
    return found, contradictions(found, shown, themes)


def absence(found, theme, doc):
    return next((each for each in found.themes[theme].absences if each.doc == doc), None)


def cells(found, row):
    (group,) = found.themes["tape-out"].groups
    return next(each for each in group.rows if each.name == row).cells


@pytest.mark.parametrize(
    ("theme", "clause", "words"),
    [
        # 技改 is short for 技术改造; the second is no act at all; in the third other words stand between
        ("technical-renewal", "加大支持|激励企业加大研发、技改投入，支持骨干企业发展壮大。", ("技改",)),
        ("technical-renewal", "概述|近年来，企业的老旧设备逐步退出。", ("老旧设备",)),
    ],
)
def test_a_theme_that_a_clause_names_is_mentioned(given, theme, clause, words):
    found, _ = compared(given, policy("a", "技术改造|支持企业实施技术改造，给予补助。"), policy("b", clause))
    mention = absence(found, theme, "b").mentions[0]
    assert mention.clause == "art1"
    assert set(words) <= set(mention.words)


@pytest.mark.parametrize(
    ("theme", "measure", "clause"),
    [
        # words of the theme's name that may be said of anything, and the two of a hint with other words between them
        ("guarantees", "融资担保|对融资担保机构给予保费补贴。", "融资环境|引导企业选择适合自己的融资方式。"),
        (
            "product-development",
            "新产品|支持企业开展新产品研发，给予奖励。",
            "引导研发|引导企业围绕产品开展研发工作。",
        ),
    ],
)
def test_words_that_may_mean_something_else_leave_a_theme_open(given, theme, measure, clause):
    found, problems = compared(given, policy("a", measure), policy("b", clause))
    left = absence(found, theme, "b")
    assert (left.mentions, left.verdict) == ((), "open")
    assert theme not in {dict(each.values)["theme"] for each in problems if each.code == "X202"}


def test_a_clause_that_acts_is_named_before_one_that_only_describes(given):
    told = policy("b", "形势|融资担保、融资担保机构体系近年来不断完善。", "提供融资|为企业办理融资担保咨询。")
    without = tuple(
        replace(theme, hints=("掩模",), weak=(), names=("融资担保",)) if theme.id == "tape-out" else theme
        for theme in given[1]
    )
    found, _ = compared(given, policy("a", MASKS), told, themes=without)
    assert [each.clause for each in absence(found, "tape-out", "b").mentions] == ["art2", "art1"]


def test_a_synonym_of_the_glossary_is_a_mention(given):
    terms = (GlossaryTerm("流片", "tape-out"), GlossaryTerm("试投片", "tape-out"))
    one, other = policy("a", PAYS), policy("b", "支持试产|鼓励企业开展试投片工作。")
    found, _ = compared(given, one, other, glossary=Glossary(terms))
    assert absence(found, "tape-out", "b").mentions[0].words == ("试投片",)


def test_the_words_of_an_editor_are_no_patterns(given):
    odd = tuple(
        replace(theme, names=("+B",), hints=("EDA 工具",), weak=()) if theme.id == "tape-out" else theme
        for theme in given[1]
    )
    having = policy("a", "支持软件|对购买EDA设计工具的企业给予补贴。")
    found, _ = compared(given, having, policy("b", "支持软件|鼓励完成A+B轮的企业开发eda类工具。"), themes=odd)
    assert absence(found, "tape-out", "b").mentions[0].words == ("+B",)


def test_no_measure_is_recognised_where_no_clause_uses_a_word_of_the_theme(given):
    found, _ = compared(given, policy("a", PAYS), policy("b", "引进人才|对引进的高端人才给予奖励。"))
    assert absence(found, "tape-out", "b").mentions == ()
    assert absence(found, "tape-out", "a") is None


def test_the_build_reports_a_measure_that_lost_its_hint(given):
    without = tuple(
        replace(theme, hints=("掩模",), weak=()) if theme.id == "tape-out" else theme for theme in given[1]
    )
    found, problems = compared(given, policy("a", PAYS), policy("b", MASKS), themes=without)
    assert {act.doc for act in found.themes["tape-out"].acts} == {"b"}
    told = {(each.code, dict(each.values)["theme"]) for each in problems if each.code == "X202"}
    assert ("X202", "tape-out") in told


def test_a_figure_that_was_not_read_is_reported_and_not_called_absent(given):
    def unread(policies):
        one, other = policies
        return one, replace(other, facts={})

    found, problems = compared(given, policy("a", PAYS), policy("b", PAYS), changed=unread)
    assert [cell.silence for cell in cells(found, "cap")] == [None, Silence.UNREAD]
    assert [cell.silence for cell in cells(found, "rate")] == [None, Silence.UNREAD]
    assert [cell.silence for cell in cells(found, "kind")] == [None, Silence.UNREAD]
    assert {dict(each.values)["figure"] for each in problems if each.code == "X201"} == {"30%", "300万元"}


PLAIN = "支持首轮流片|对企业开展首轮流片的，给予补贴。"


def test_what_neither_clause_nor_document_states_is_not_stated(given):
    found, _ = compared(given, policy("a", PAYS), policy("b", PLAIN))
    assert [cell.silence for cell in cells(found, "cap")] == [None, Silence.NONE]
    (group,) = found.themes["tape-out"].groups
    assert next(row for row in group.rows if row.name == "cap").only


def test_what_another_clause_on_the_subject_states_is_not_called_absent(given):
    more = "流片上限|首轮流片补贴按照流片费用的20%给予补贴，每家企业每年最高100万元。"
    found, _ = compared(given, policy("a", PAYS), policy("b", PLAIN, more))
    silent = [
        cell
        for group in found.themes["tape-out"].groups
        for row in group.rows
        for cell in row.cells
        if cell.silence
    ]
    assert Silence.NONE not in {cell.silence for cell in silent}


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ("流片上限|掩模、光刻的流片补贴，每家企业每年最高100万元。", "art2"),  # the same thing
        ("流片上限|第一条的流片补贴，每家企业每年最高100万元。", "art2"),  # refers to it
        (
            "平台流片|中试平台为高校提供流片服务的，每家企业每年最高100万元。",
            None,
        ),  # another programme of the theme
    ],
)
def test_a_clause_is_named_for_what_a_measure_does_not_state_where_it_speaks_of_that_measure(
    given, more, named
):
    plain = "支持首轮流片|对企业首轮流片的掩模、光刻环节，给予补贴。"
    rest = "支持整机|支持机器人关节、减速器、伺服电机、无人机、北斗导航。"  # what the policy is about
    found, _ = compared(given, policy("a", PAYS), policy("b", plain, more, rest, rest))
    told = {
        cell.elsewhere
        for group in found.themes["tape-out"].groups
        for row in group.rows
        if row.name == "cap"
        for act, cell in zip(group.acts, row.cells, strict=True)
        if act.doc == "b" and act.clause == "art1"
    }
    assert told == {named}


def test_measures_that_share_a_theme_and_hardly_a_word_are_not_weighed():
    far = replace(MATCHES[0], pairs=(replace(PAIR, wording=0.1),))
    found = compared_corpus(matches=(far, MATCHES[1])).comparisons
    (group,) = found.themes["tape-out"].groups
    (pair,) = found.pairs.values()
    rows = (*group.rows, *(row for each in pair.aligned if each.tie.pair for row in each.rows))
    assert {row.verdict for row in rows} == {Verdict.OWN}


def test_what_another_sentence_of_the_clause_states_is_not_called_absent(given):
    theirs = "支持首轮流片|对企业开展首轮流片的，给予补贴。每家企业每年首轮流片补贴最高100万元。"
    found, _ = compared(given, policy("a", PAYS), policy("b", theirs))
    silent = [
        cell.silence
        for group in found.themes["tape-out"].groups
        for row in group.rows
        if row.name == "cap"
        for cell in row.cells
        if cell.silence
    ]
    assert set(silent) <= {Silence.UNREAD}


def test_a_measure_stands_beside_its_best_counterpart_alone(given):
    more = "平台流片|对在中试平台开展流片的企业，按照流片费用的60%给予补贴，每家企业每年最高600万元。"
    found, _ = compared(given, policy("a", PAYS), policy("b", PAYS, more))
    (pair,) = found.pairs.values()
    assert [(each.tie.a.clause, each.tie.b.clause) for each in pair.aligned] == [("art1", "art1")]
    (lone,) = pair.unmatched
    assert (lone.act.clause, lone.only, lone.related) == ("art2", False, ("art1",))


def test_capitals_and_brackets_are_no_difference(given):
    ours = "军民融合|鼓励军工企业采用TSN网络开展军转民。"
    theirs = "其他|本办法所称tsn是一种以太网。"
    found, _ = compared(given, policy("a", PAYS, ours), policy("b", PAYS, theirs))
    (pair,) = found.pairs.values()
    lone = {each.act.clause: each for each in pair.unmatched if each.act.doc == "a"}
    assert not lone["art2"].only
    named = policy("b", "首台套|对首台(套)装备给予奖励，鼓励研制。")
    found, _ = compared(given, policy("a", PAYS), named)
    assert absence(found, "first-sets", "b") is None or absence(found, "first-sets", "b").mentions


def test_policies_without_a_likely_match_are_not_set_beside_each_other(given):
    found, _ = compared(given, policy("a", PAYS), policy("b", "引进人才|对引进的高端人才给予奖励。"))
    assert found.pairs == {}
    doubtful = replace(MATCHES[0], shown="possible", pairs=(replace(PAIR, shown="possible"),))
    assert compared_corpus(matches=(doubtful,)).comparisons.pairs == {}


def test_a_policy_is_set_beside_those_with_which_it_has_most(given):
    many = [
        policy(f"p{at:02}", *([PAYS, MASKS] if at % 2 else [PAYS]), STANDARDS) for at in range(MOST_PAIRS + 9)
    ]
    pairs = compared(given, *many)[0].pairs
    of = Counter(doc for couple in pairs for doc in couple)
    assert min(of.values()) >= MOST_PAIRS
    assert len(pairs) < comb(len(many), 2)
    rich = {f"p{at:02}" for at in range(1, len(many), 2)}
    assert set(combinations(sorted(rich), 2)) <= pairs.keys()


def test_only_here_is_said_where_the_other_text_holds_no_telling_word(given):
    ours = "军民融合|鼓励军工企业开展军民融合，支持军转民技术转化应用。"
    found, _ = compared(given, policy("a", PAYS, ours), policy("b", PLAIN))
    (pair,) = found.pairs.values()
    lone = {each.act.clause: each for each in pair.unmatched if each.act.doc == "a"}
    assert lone["art2"].only
    assert "军转民" in lone["art2"].missing
    theirs = "其他|建立军民两用技术统计制度。"
    found, _ = compared(given, policy("a", PAYS, ours), policy("b", PLAIN, theirs))
    (pair,) = found.pairs.values()
    lone = {each.act.clause: each for each in pair.unmatched if each.act.doc == "a"}
    assert not lone["art2"].only
    assert lone["art2"].related == ("art2",)


def test_clauses_that_use_the_words_of_a_measure_are_named_before_those_of_its_theme(given):
    ours = gists_of(read_acts([policy("a", PAYS, "海外仓|支持建设公共海外仓。")], given[2]))
    (act,) = [each for each in ours if each.act.clause == "art2"]
    (theme,) = act.themes
    theirs = policy(
        "b", "平台|建设电商平台。", "监管|建设监管平台。", "统计|建立统计制度。", "海外仓|租用海外仓。"
    )
    texts = {"b": FoldedText.of(theirs)}
    clauses = ["art1", "art2", "art3", "art4"]
    absences = Absences({}, texts, {theme: ["b"]}, {"b": clauses}, segmenter())
    named = dict.fromkeys(act.telling, (theme,))
    tester = unmatched.Tester({key_of(act.act): act}, texts, {(theme, "b"): clauses}, absences, named)
    assert tester.test(key_of(act.act), "b", ()).related[0] == "art4"


def test_a_part_of_a_clause_of_which_another_part_corresponds_is_not_called_the_only_one(given):
    alone = "鼓励军工企业开展军民融合，支持军转民技术转化应用。"
    found, _ = compared(given, policy("a", PAYS, f"军民融合|{alone}"), policy("b", PAYS))
    (pair,) = found.pairs.values()
    assert [each.only for each in pair.unmatched] == [True] * len(pair.unmatched)
    found, _ = compared(given, policy("a", f"{PAYS}{alone}"), policy("b", PAYS))
    (pair,) = found.pairs.values()
    assert [each.only for each in pair.unmatched] == [False] * len(pair.unmatched)
    assert pair.unmatched


def test_likely_measures_without_a_common_theme_make_a_group_named_by_the_smallest():
    found = compared_corpus(matches=MORE).comparisons
    assert list(found.groups) == ["g-example-2022-1.1"]
    (group,) = found.groups["g-example-2022-1.1"].groups
    assert {(act.doc, act.clause) for act in group.acts} == {("example-2022", "1.1"), ("other-2021", "1.1")}
    likely = (*MATCHES, rule_match("likely", "2.1.1", PLATFORM, ("封测",)))
    assert list(compared_corpus(matches=likely).comparisons.groups) == ["g-example-2022-2.1.1"]


def test_of_very_many_groups_the_surest_are_compared(monkeypatch):
    every = (*MORE, rule_match("likely", "2.1.1", PLATFORM, ("封测",)))
    surest = replace(every[-1], score=1.0, pairs=tuple(replace(pair, score=1.0) for pair in every[-1].pairs))
    matches = (*every[:-1], surest)
    assert len(compared_corpus(matches=matches).comparisons.groups) == 2
    monkeypatch.setattr("digest.crossref.compare.compare.MOST_GROUPS", 1)
    assert list(compared_corpus(matches=matches).comparisons.groups) == ["g-example-2022-2.1.1"]


def test_what_is_possible_makes_no_group_and_is_not_called_unmatched():
    found = compared_corpus(matches=MORE).comparisons.pairs["example-2022", "other-2021"]
    assert [(tie.a.clause, tie.b.clause) for tie in found.possible] == [("2.1.1", "2.1.1")]
    assert found.unmatched == ()
    without = compared_corpus().comparisons.pairs["example-2022", "other-2021"]
    assert [each.act.clause for each in without.unmatched] == ["2.1.1"]


def test_possible_ties_within_a_theme_are_listed_and_not_joined():
    doubtful = replace(MATCHES[0], shown="possible", pairs=(replace(PAIR, shown="possible"),))
    theme = compared_corpus(matches=(doubtful,)).comparisons.themes["tape-out"]
    assert theme.groups == ()
    assert [tie.pair and tie.pair.shown for tie in theme.possible] == ["possible"]
    assert len(theme.alone) == 2


def test_a_ceiling_is_no_silence_about_a_sum(given):
    found, _ = compared(
        given,
        policy("a", PAYS),
        policy(
            "b", PAYS.replace("按照流片费用的30%给予补贴，每家企业每年最高300万元", "一次性给予补贴100万元")
        ),
        themes=None,
    )
    rows = {row.name: row for group in found.themes["tape-out"].groups for row in group.rows}
    assert not rows["sum"].only
    assert not rows["cap"].only


def test_what_only_holds_a_word_of_a_theme_is_no_mention(given):
    found, _ = compared(
        given,
        policy("a", "扶持|支持中小企业发展，给予补助。"),
        policy("b", "上市|企业在中小板上市的，奖励100万元。"),
    )
    assert absence(found, "small-firms", "b").mentions == ()
