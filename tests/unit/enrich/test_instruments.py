from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.enrich.instruments import find_instruments, grammar
from digest.model.facts import Instrument
from digest.model.vocabulary import InstrumentWords
from digest.read.word_lists import INSTRUMENTS, read_words
from text_cases import Case, read_cases

CONTENT = Path(__file__).parents[3] / "content"


def read() -> InstrumentWords:
    found, problems = read_words(CONTENT, CONTENT, INSTRUMENTS)
    assert problems == ()
    assert found is not None
    return found


WORDS = read()
RULES = grammar(WORDS)


def number(value: float) -> str:
    return f"{value:.15g}"


def span(low: float, high: float | None) -> str:
    return number(low) if high is None else f"{number(low)}..{number(high)}"


def lines(row: Instrument) -> list[str]:
    """An instrument as the text cases print it: its kind, then one line a fact."""
    out = [row.kind if row.act == "grant" else f"{row.act} {row.kind}"]
    if row.rate_percent is not None:
        sign = "%" if row.rate_unit == "percent" else " points"
        out.append(f"rate {row.rate_comparator} {span(row.rate_percent, row.rate_high)}{sign}")
    if row.rate_base_zh:
        out.append(f"of {row.rate_base_zh}")
    for name, value in (("sum", row.fixed_yuan), ("price", row.unit_amount_yuan), ("fund", row.fund_yuan)):
        if value is not None:
            out.append(f"{name} {row.amount_comparator} {span(value, row.amount_high)}")
    out += [f"in {row.currency}"] if row.currency != "CNY" else []
    out += [f"per {row.unit}"] if row.unit else []
    out += [f"each {row.per}"] if row.per and row.per != row.unit else []
    out += [f"cap {money(cap.amount_yuan, cap.currency)} {cap.scope} {cap.scope_status}" for cap in row.caps]
    for tier in row.tiers:
        rate = "" if tier.rate_percent is None else f"{number(tier.rate_percent)}%"
        start = "" if tier.threshold_yuan is None else f" {tier.threshold_comparator} {tier.threshold_yuan}"
        sign = "" if tier.comparator == "=" else f"{tier.comparator} "
        out.append(f"tier {tier.condition_zh or '-'}{start}: {sign}{rate or number(tier.amount_yuan or 0)}")
    for stage in row.stages:
        much = (
            number(stage.amount_yuan or 0) if stage.rate_percent is None else f"{number(stage.rate_percent)}%"
        )
        out.append(f"stage {stage.when_zh}: {much}")
    out += [f"paid {number(part.share_percent)}% {part.when_zh or '-'}" for part in row.payout]
    for one in row.thresholds:
        out.append(f"threshold {one.metric_zh} {one.comparator} {money(one.amount_yuan, one.currency)}")
    most = "<= " if row.duration_comparator == "<=" else ""
    out += [f"{most}{row.duration_months} months"] if row.duration_months else []
    out += ["once"] if row.one_off else []
    out += [f"for {row.recipient_zh}"] if row.recipient_zh else []
    out += [f"if {row.conditions_zh}"] if row.conditions_zh else []
    return out


def money(amount: int, currency: str) -> str:
    return str(amount) if currency == "CNY" else f"{amount} {currency}"


@pytest.mark.parametrize("case", read_cases("enrich/instruments"), ids=lambda case: case.title)
def test_supports_of_a_sentence(case: Case) -> None:
    found = find_instruments(case.text, RULES, case.settings.get("heading"))
    assert [line for row in found for line in lines(row)] == case.expected
    assert all(case.text[row.start : row.end] == row.evidence for row in found)


def values(rows: tuple[Instrument, ...]) -> Counter[str]:
    """All money and shares of some rows, whatever their role."""
    found: Counter[str] = Counter()
    for row in rows:
        sums = (row.fixed_yuan, row.unit_amount_yuan, row.fund_yuan)
        tiers = [tier.amount_yuan for tier in row.tiers]
        found.update(
            number(x) for x in (*sums, *tiers, *(cap.amount_yuan for cap in row.caps)) if x is not None
        )
        rates = (row.rate_percent, *(tier.rate_percent for tier in row.tiers))
        found.update(f"{number(x)}%" for x in rates if x is not None)
    return found


def test_values_of_labelled_sentences() -> None:
    """The labels were written before the rules were tuned; two of them are still missed."""
    hits = said = meant = 0
    for case in read_cases("enrich/instruments_values"):
        want = Counter(" ".join(case.expected).split())
        got = values(find_instruments(case.text, RULES))
        hits, said, meant = hits + (want & got).total(), said + got.total(), meant + want.total()
    assert meant > 250
    assert 2 * hits / (said + meant) >= 0.98


def test_a_heading_says_what_bare_sums_are_for() -> None:
    text = "标准为：博士2000元，硕士1000元。"
    assert find_instruments(text, RULES) == ()
    assert values(find_instruments(text, RULES, "人才生活补贴")) == Counter({"2000": 1, "1000": 1})


def test_a_word_added_by_an_editor_is_used() -> None:
    text = "对优秀团队犒赏5万元。"
    assert find_instruments(text, RULES) == ()
    fields = {name: getattr(WORDS, name) for name in WORDS.__slots__}
    more = InstrumentWords(**{**fields, "support": (*WORDS.support, "犒赏")})
    assert [row.fixed_yuan for row in find_instruments(text, grammar(more))] == [50_000]


@settings(max_examples=300)
@given(
    st.text(
        alphabet="对企业给予最高不超过奖励补贴的10%5万元，。；（）：、按每年平方米/达到以上设立基金 \n一二",
        max_size=120,
    )
)
def test_evidence_is_in_any_text(text: str) -> None:
    for row in find_instruments(text, RULES):
        assert row.evidence
        assert text[row.start : row.end] == row.evidence
