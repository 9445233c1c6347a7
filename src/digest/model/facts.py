"""Facts found in a clause. Money is whole yuan, rates are percent as printed, offsets are code
points in ``Clause.text``. ``evidence`` is always ``Clause.text[start:end]``.

The notes of a field are its documentation here and in the data: columns and schemas are made from them, in the order
of the fields. A new field needs nothing else to be published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from digest.model.published import CLAUSE_ID, SLUG, Compares, Rules, at_least, one_of

Evidence = Annotated[str, "the words that say it, verbatim: text_zh from start to end"]
Start = Annotated[int, "first character in text_zh, in code points from 0", at_least(0)]
End = Annotated[int, "end in text_zh, exclusive", at_least(0)]
_ISO_4217: Rules = {"pattern": "^[A-Z]{3}$"}
Currency = Annotated[
    str, "currency of the sum (ISO 4217); where it is not CNY, amount_yuan is not in yuan", _ISO_4217
]


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling on a sum."""

    amount_yuan: Annotated[int, "most that is paid, in whole yuan"]
    comparator: Annotated[str, "lte is the usual one", Compares()]
    scope: Annotated[
        str,
        "for whom or what the ceiling holds: enterprise, project, product, person, item, year, cumulative, "
        "or several joined by _, such as enterprise_year",
    ]
    scope_status: Annotated[
        str, "whether the text says so; inferred where a part of it is", one_of("printed", "inferred")
    ]
    currency: Currency = "CNY"


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of a graded support. ``amount_yuan`` is whole unless the text prints a fraction of a yuan. The ends of
    a range (5-10万元) are two tiers with the range as their condition; where the range is the only figure, its lower
    end is the sum or the rate of the support, and its upper end the only tier."""

    condition_zh: Annotated[str | None, "for what, as printed"]
    threshold_yuan: Annotated[int | None, "from this sum on"]
    amount_yuan: Annotated[float | None, "so much, in the currency of the support"]
    rate_percent: Annotated[float | None, "or such a share, in percent"]
    comparator: Annotated[str, "of the sum or the share: lte is 不超过", Compares()] = "="
    threshold_comparator: Annotated[str, "of threshold_yuan: gte is 以上, gt is 首次突破", Compares()] = ">="


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure an applicant must reach; never support itself."""

    metric_zh: Annotated[str, "what has to be reached"]
    comparator: Annotated[str, "how it is meant", Compares()]
    amount_yuan: Annotated[int, "whole yuan"]
    currency: Currency = "CNY"


@dataclass(frozen=True, slots=True)
class Payout:
    """One part of a sum that is paid out in parts."""

    share_percent: Annotated[float, "share of the sum that is paid, in percent"]
    when_zh: Annotated[str | None, "when, as printed, such as 验收合格后"]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is paid at one stage: a sum or a rate."""

    when_zh: Annotated[str, "the stage as printed, such as 第一年 or 完成一期临床"]
    amount_yuan: Annotated[float | None, "so much, in the currency of the support"] = None
    rate_percent: Annotated[float | None, "or such a share, in percent"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One support (支持方式) that a clause grants, or ends: a repeal grants nothing.

    Where a range is printed (5万元至10万元, 10%—15%), the sum or the rate is its lower end. Sums of another currency
    than CNY are in the same fields and never shown as yuan.
    """

    kind: Annotated[str, "kind of support: an id of content/instruments.toml, such as matching_grant"] = (
        field(kw_only=False)
    )
    rate_percent: Annotated[
        float | None, "share of the base that is paid, in percent: 30 for 30%; the lower end of a range"
    ] = None
    rate_base_zh: Annotated[
        str | None,
        "what the share is of, or the part of an area that a price per square metre is paid for, as printed",
    ] = None
    caps: Annotated[tuple[Cap, ...], "ceilings"] = ()
    tiers: Annotated[tuple[Tier, ...], "steps of a graded support"] = ()
    unit_amount_yuan: Annotated[float | None, "sum for each unit; the lower end of a range"] = None
    unit: Annotated[str | None, "the unit, such as m2_month"] = None
    fixed_yuan: Annotated[int | None, "a fixed sum; the lower end of a range"] = None
    fund_yuan: Annotated[int | None, "size of a fund; the lower end of a range"] = None
    thresholds: Annotated[tuple[Threshold, ...], "figures an applicant must reach; never support itself"] = ()
    duration_months: Annotated[int | None, "for how long it is paid", at_least(0)] = None
    duration_comparator: Annotated[str | None, "of duration_months: lte is 不超过 or 最长", Compares()] = None
    one_off: Annotated[bool | None, "whether it is paid once (一次性)"] = None
    recipient_zh: Annotated[str | None, "who receives it, as printed"] = None
    conditions_zh: Annotated[str | None, "under which conditions, as printed"] = None
    evidence: Evidence = field(kw_only=False)
    start: Start = field(kw_only=False)
    end: End = field(kw_only=False)
    rate_comparator: Annotated[
        str | None, "of rate_percent: lte is 最高, gte is 不少于, gt 超过, about 约", Compares("rate_high")
    ] = None
    amount_comparator: Annotated[
        str | None, "of fixed_yuan, unit_amount_yuan and fund_yuan", Compares("amount_high")
    ] = None
    currency: Annotated[
        str,
        "currency of all that is paid (ISO 4217); where it is not CNY, no sum is in yuan, whatever its column is called",
        _ISO_4217,
    ] = "CNY"
    amount_high: Annotated[
        float | None, "upper end of a range; fixed_yuan, unit_amount_yuan or fund_yuan is the lower one"
    ] = None
    rate_high: Annotated[float | None, "upper end of a range, in percent; rate_percent is the lower one"] = (
        None
    )
    rate_unit: Annotated[
        str, "of rate_percent: percentage_point is 百分点", one_of("percent", "percentage_point")
    ] = "percent"
    payout: Annotated[tuple[Payout, ...], "how a sum is paid out over time"] = ()
    stages: Annotated[tuple[Stage, ...], "what is paid at each stage"] = ()
    per: Annotated[
        str | None,
        "what one payment is for: person, project, enterprise, item, month, year, or several joined by _, "
        "such as person_month",
    ] = None
    act: Annotated[
        str,
        "repeal where the clause ends the support (取消, 不再给予): it grants nothing, and has no figures",
        one_of("grant", "repeal"),
    ] = "grant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A goal, or a statistic in the same form (kept in another list). A goal that counts nothing (一批, 千亿级) has
    no value."""

    metric_zh: Annotated[str, "what is counted"] = field(kw_only=False)
    metric_en: Annotated[str | None, "the same in English"] = None
    value: Annotated[
        float | None,
        "the figure, for money in whole units; in a range its lower end; null where nothing is counted",
    ] = None
    unit: Annotated[
        str | None, "CNY (yuan) or another currency (ISO 4217), percent, or the counter as printed"
    ] = None
    comparator: Annotated[
        str | None, "how the figure is meant: gte is at least, about is 约", Compares("value_high")
    ] = None
    year: Annotated[
        int | None, "year of the goal, or the year described; null where the text states none"
    ] = None
    deadline_text: Annotated[str | None, "the deadline as printed"] = None
    baseline_value: Annotated[float | None, "the figure it starts from"] = None
    baseline_year: Annotated[int | None, "the year of that figure"] = None
    evidence: Evidence = field(kw_only=False)
    start: Start = field(kw_only=False)
    end: End = field(kw_only=False)
    value_high: Annotated[float | None, "upper end of a range"] = None
    growth_factor: Annotated[float | None, "how many times the baseline is to be reached: 翻番 is 2"] = None
    baseline_comparator: Annotated[str | None, "of baseline_value: gt is 超过", Compares()] = None
    aimed: Annotated[bool, "whether the text strives for it (力争, 争取), and does not promise it"] = False


@dataclass(frozen=True, slots=True)
class AgencyRole:
    """An agency named in a clause."""

    role: Annotated[
        str,
        "lead only where the text prints 牵头; support where it prints 配合, 参与 or 协助; else responsible",
        one_of("responsible", "lead", "support"),
    ]
    printed: Annotated[str, "as in the text"]
    name_zh: Annotated[str, "canonical name: 市工业和信息化局 in a text of Shenzhen is 深圳市工业和信息化局"]
    name_en: Annotated[str | None, "the same in English"]
    lead: Annotated[bool, "named first, or with 牵头; whether the text says that it leads is in role"]
    start: Start
    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One printed 《…》, or a reference to a clause of the text itself (第二十条第（三）项)."""

    printed: Annotated[str, "with 《 and 》; a reference to an own clause as printed"]
    number: Annotated[str | None, "the document number (文号) behind it"]
    kind: Annotated[
        str,
        "how it is meant",
        one_of(
            "citation",
            "self_reference",
            "explained_document",
            "abbreviation_definition",
            "abbreviation_use",
            "undefined_abbreviation",
            "own_clause",
        ),
    ]
    start: Start
    end: End
    title: Annotated[str, "the title that is meant, where an abbreviation is printed"]
    resolves_to_clause: Annotated[
        str | None,
        "id of the clause of the same text that an own_clause means; null where it has none",
        CLAUSE_ID,
    ] = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a citation leads. ``explanation`` is the slug of the policy that explains the document cited, where only
    that is here; the document itself is not."""

    resolves_to: Annotated[
        str | None,
        "slug of the policy it leads to; with the reason explanation, of the policy that explains the document cited, "
        "which is not here itself",
        SLUG,
    ]
    reason: Annotated[
        str,
        "why it leads there, or nowhere",
        one_of(
            "title",
            "variant",
            "number",
            "self",
            "clause",
            "explanation",
            "unknown",
            "ambiguous",
            "other_number",
            "undefined",
            "no_clause",
        ),
    ]
    explanation: str | None = None


Resolutions = Mapping[str, Mapping[str, tuple[Resolution, ...]]]
"""By slug and clause id, where each citation of a clause leads, in the order of ``ClauseFacts.citations``."""


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """All facts of one clause."""

    instruments: tuple[Instrument, ...] = ()
    targets: tuple[Target, ...] = ()
    statistics: tuple[Target, ...] = ()
    agencies: tuple[AgencyRole, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def grants(self) -> tuple[Instrument, ...]:
        """The supports that are granted, without those that are ended."""
        return tuple(support for support in self.instruments if support.act == "grant")

    def granted(self, start: int, end: int) -> tuple[Instrument, ...]:
        """The supports that an act from ``start`` to ``end`` grants: those whose words overlap it. One support of
        several acts (对A、对B，给予补贴) is granted by each. Every stage that says what an act grants asks here."""
        return tuple(each for each in self.grants if each.start < end and start < each.end)
