"""A clause's text with its marks and the evidence of its facts."""

from hypothesis import given
from hypothesis import strategies as st

from digest.model.facts import AgencyRole, Citation, ClauseFacts, Target
from digest.pages.evidence import evidence
from digest.pages.marked import marked_text


def target(start, end):
    return Target(metric_zh="产值", evidence="", start=start, end=end)


def cited(start, end):
    return Citation(printed="", title="", number=None, kind="citation", start=start, end=end)


def text_of(stretches):
    return "".join(each.text or text_of(each.inside) for each in stretches)


def anchors(stretches):
    for each in stretches:
        if each.anchor:
            yield each.anchor, text_of(each.inside)
        yield from anchors(each.inside)


def shown(text, facts):
    return [pair for line in marked_text(text, facts).paragraphs for pair in anchors(line)]


def test_evidence_is_marked_once_and_numbered_in_the_order_of_the_text():
    facts = ClauseFacts(targets=(target(6, 10),), citations=(cited(0, 4),))
    assert [(each.anchor, each.kind) for each in evidence(facts)] == [("s1", "citations"), ("s2", "targets")]
    assert shown("《办法》规定产值翻番。", facts) == [("s1", "《办法》"), ("s2", "产值翻番")]


def test_evidence_inside_other_evidence():
    facts = ClauseFacts(targets=(target(0, 8), target(2, 4), target(0, 8)))
    assert shown("一二三四五六七八九", facts) == [
        ("s1", "一二三四五六七八"),
        ("s2", "一二三四五六七八"),
        ("s3", "三四"),
    ]


def test_evidence_that_crosses_other_evidence_goes_on_behind_it():
    facts = ClauseFacts(targets=(target(0, 4), target(2, 6)))
    (line,) = marked_text("一二三四五六七", facts).paragraphs
    assert list(anchors(line)) == [("s1", "一二三四"), ("s2", "三四")]
    assert [(each.kind, each.anchor, text_of(each.inside)) for each in line if each.kind == "evidence"] == [
        ("evidence", "s1", "一二三四"),
        ("evidence", None, "五六"),
    ]


def test_evidence_goes_on_in_the_next_paragraph():
    first, second = marked_text("一二三\n四五六", ClauseFacts(targets=(target(1, 6),))).paragraphs
    assert [text_of(each.inside) for each in (*first, *second) if each.kind == "evidence"] == ["二三", "四五"]
    assert [each.anchor for each in (*first, *second) if each.kind == "evidence"] == ["s1", None]


def test_bodies_are_those_of_the_facts():
    role = AgencyRole("responsible", "发展改革委", "深圳市发展和改革委员会", None, lead=True, start=1, end=6)
    made = marked_text("（发展改革委负责30%）", ClauseFacts(agencies=(role,)))
    assert made.kinds == ("share", "agency")
    assert marked_text("（发展改革委负责）", None).kinds == ()


def test_evidence_from_the_heading_stands_nowhere_in_the_text():
    assert shown("正文", ClauseFacts(citations=(cited(0, 0),))) == []


TEXT = "到2025年，《办法》\n按30%给予500万元"
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=30)


@given(SPANS)
def test_the_text_is_kept_and_every_evidence_has_its_anchor(spans):
    facts = ClauseFacts(targets=tuple(target(min(span), max(span)) for span in spans))
    made = marked_text(TEXT, facts)
    assert [text_of(line) for line in made.paragraphs] == TEXT.split("\n")
    wanted = [each.anchor for each in evidence(facts) if TEXT[each.start : each.end].strip("\n")]
    assert sorted(name for name, _ in shown(TEXT, facts)) == sorted(wanted)


def test_a_long_clause_takes_linear_time():
    facts = ClauseFacts(targets=tuple(target(at, at + 3) for at in range(0, 60_000, 2)))
    assert len(list(anchors(marked_text("产" * 60_010, facts).paragraphs[0]))) == 30_000
