"""Facts found in a clause. Money is whole yuan, rates are percent as printed, offsets are code
points in ``Clause.text``. ``evidence`` is always ``Clause.text[start:end]``.

The notes of a field are its documentation here and in the data: columns and schemas are made from them, in the order
of the fields. A new field needs nothing else to be published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from digest.model.formulas import Formula, Uncounted
from digest.model.published import CLAUSE_ID, SLUG, Compares, Rules, Zh, at_least, one_of

Evidence = Annotated[
    str,
    "the words that say it, verbatim: text_zh from start to end",
    Zh("载明该项内容的原话，一字不改，即 text_zh 中从 start 到 end 的文字"),
]
Start = Annotated[
    int,
    "first character in text_zh, in code points from 0",
    Zh("原话在 text_zh 中的起点，按字符（码位）从 0 数起"),
    at_least(0),
]
End = Annotated[int, "end in text_zh, exclusive", Zh("原话在 text_zh 中的终点，不含该字符"), at_least(0)]
English = Annotated[
    str | None,
    "state of the English words of this row, the weakest of them: reviewed, or a machine draft; null where there are none",
    Zh("本行英文的状态，以其中最低者为准：reviewed 为已审校，machine 为机器初译；没有英文时为空"),
    one_of("reviewed", "machine"),
]
_ISO_4217: Rules = {"pattern": "^[A-Z]{3}$"}
Currency = Annotated[
    str,
    "currency of the sum (ISO 4217); where it is not CNY, amount_yuan is not in yuan",
    Zh("金额的币种（ISO 4217）；不是 CNY 时，amount_yuan 的单位不是元"),
    _ISO_4217,
]


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling on a sum."""

    amount_yuan: Annotated[int, "most that is paid, in whole yuan", Zh("最高金额，单位为元，取整数")]
    comparator: Annotated[str, "lte is the usual one", Zh("比较方式，通常为 lte（不超过）"), Compares()]
    scope: Annotated[
        str,
        "for whom or what the ceiling holds: enterprise, project, product, person, item, year, cumulative, "
        "or several joined by _, such as enterprise_year",
        Zh(
            "上限针对谁或什么：enterprise（企业）、project（项目）、product（产品）、"
            "person（人）、item（项）、year（年）、cumulative（累计），可用 _ 连接，如 enterprise_year"
        ),
    ]
    scope_status: Annotated[
        str,
        "whether the text says so; inferred where a part of it is",
        Zh("适用范围是否写明：printed 为原文载明；inferred 为推断，或部分推断"),
        one_of("printed", "inferred"),
    ]
    currency: Currency = "CNY"


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of a graded support. ``amount_yuan`` is whole unless the text prints a fraction of a yuan. The ends of
    a range (5-10万元) are two tiers with the range as their condition; where the range is the only figure, its lower
    end is the sum or the rate of the support, and its upper end the only tier."""

    condition_zh: Annotated[str | None, "for what, as printed", Zh("适用条件，照录原文")]
    condition_en: Annotated[str | None, "the same in English", Zh("适用条件的英文")] = field(
        default=None, kw_only=True
    )
    threshold_yuan: Annotated[int | None, "from this sum on", Zh("达到这一金额起适用，单位为元")]
    amount_yuan: Annotated[
        float | None, "so much, in the currency of the support", Zh("这一档的金额，币种与该项支持相同")
    ]
    rate_percent: Annotated[float | None, "or such a share, in percent", Zh("或者这一档的比例，单位为 %")]
    comparator: Annotated[
        str, "of the sum or the share: lte is 不超过", Zh("金额或比例的比较方式：lte 为“不超过”"), Compares()
    ] = "="
    threshold_comparator: Annotated[
        str,
        "of threshold_yuan: gte is 以上, gt is 首次突破",
        Zh("threshold_yuan 的比较方式：gte 为“以上”，gt 为“首次突破”"),
        Compares(),
    ] = ">="


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure an applicant must reach; never support itself."""

    metric_zh: Annotated[str, "what has to be reached", Zh("须达到的指标")]
    metric_en: Annotated[str | None, "the same in English", Zh("须达到的指标的英文")] = field(
        default=None, kw_only=True
    )
    comparator: Annotated[str, "how it is meant", Zh("比较方式"), Compares()]
    amount_yuan: Annotated[int, "whole yuan", Zh("须达到的金额，单位为元，取整数")]
    currency: Currency = "CNY"


@dataclass(frozen=True, slots=True)
class Payout:
    """One part of a sum that is paid out in parts."""

    share_percent: Annotated[
        float, "share of the sum that is paid, in percent", Zh("这一次发放的部分占总额的比例，单位为 %")
    ]
    when_zh: Annotated[
        str | None, "when, as printed, such as 验收合格后", Zh("何时发放，照录原文，如“验收合格后”")
    ]
    when_en: Annotated[str | None, "the same in English", Zh("何时发放的英文")] = field(
        default=None, kw_only=True
    )


@dataclass(frozen=True, slots=True)
class Stage:
    """What is paid at one stage: a sum or a rate."""

    when_zh: Annotated[
        str,
        "the stage as printed, such as 第一年 or 完成一期临床",
        Zh("阶段，照录原文，如“第一年”“完成一期临床”"),
    ]
    when_en: Annotated[str | None, "the same in English", Zh("阶段的英文")] = field(
        default=None, kw_only=True
    )
    amount_yuan: Annotated[
        float | None, "so much, in the currency of the support", Zh("这一阶段的金额，币种与该项支持相同")
    ] = None
    rate_percent: Annotated[
        float | None, "or such a share, in percent", Zh("或者这一阶段的比例，单位为 %")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One support (支持方式) that a clause grants, or ends: a repeal grants nothing.

    Where a range is printed (5万元至10万元, 10%—15%), the sum or the rate is its lower end. Sums of another currency
    than CNY are in the same fields and never shown as yuan. ``formula`` is what it pays a firm, or why that is not counted; None
    for a repeal.
    """

    kind: Annotated[
        str,
        "kind of support: an id of content/instruments.toml, such as matching_grant",
        Zh("支持方式：content/instruments.toml 中的代号，如 matching_grant"),
    ] = field(kw_only=False)
    rate_percent: Annotated[
        float | None,
        "share of the base that is paid, in percent: 30 for 30%; the lower end of a range",
        Zh("按计算基数支付的比例，单位为 %：30% 记为 30；原文为区间时取下限"),
    ] = None
    rate_base_zh: Annotated[
        str | None,
        "what the share is of, or the part of an area that a price per square metre is paid for, as printed",
        Zh("比例的计算基数，或按每平方米计价时所指的面积，照录原文"),
    ] = None
    rate_base_en: Annotated[str | None, "the same in English", Zh("计算基数的英文")] = None
    caps: Annotated[tuple[Cap, ...], "ceilings", Zh("上限")] = ()
    tiers: Annotated[tuple[Tier, ...], "steps of a graded support", Zh("分档标准")] = ()
    unit_amount_yuan: Annotated[
        float | None, "sum for each unit; the lower end of a range", Zh("每一单位的金额；区间取下限")
    ] = None
    unit: Annotated[str | None, "the unit, such as m2_month", Zh("单位，如 m2_month（每平方米每月）")] = None
    fixed_yuan: Annotated[int | None, "a fixed sum; the lower end of a range", Zh("定额；区间取下限")] = None
    fund_yuan: Annotated[
        int | None, "size of a fund; the lower end of a range", Zh("基金或资金的规模；区间取下限")
    ] = None
    thresholds: Annotated[
        tuple[Threshold, ...],
        "figures an applicant must reach; never support itself",
        Zh("申请者须达到的数额；本身不是支持"),
    ] = ()
    duration_months: Annotated[
        int | None, "for how long it is paid", Zh("支持期限，单位为月"), at_least(0)
    ] = None
    duration_comparator: Annotated[
        str | None,
        "of duration_months: lte is 不超过 or 最长",
        Zh("duration_months 的比较方式：lte 为“不超过”“最长”"),
        Compares(),
    ] = None
    one_off: Annotated[bool | None, "whether it is paid once (一次性)", Zh("是否一次性发放")] = None
    recipient_zh: Annotated[str | None, "who receives it, as printed", Zh("支持对象，照录原文")] = None
    recipient_en: Annotated[str | None, "the same in English", Zh("支持对象的英文")] = None
    conditions_zh: Annotated[str | None, "under which conditions, as printed", Zh("支持条件，照录原文")] = (
        None
    )
    conditions_en: Annotated[str | None, "the same in English", Zh("支持条件的英文")] = None
    evidence: Evidence = field(kw_only=False)
    start: Start = field(kw_only=False)
    end: End = field(kw_only=False)
    rate_comparator: Annotated[
        str | None,
        "of rate_percent: lte is 最高, gte is 不少于, gt 超过, about 约",
        Zh("rate_percent 的比较方式：lte 为“最高”，gte 为“不少于”，gt 为“超过”，about 为“约”"),
        Compares("rate_high"),
    ] = None
    amount_comparator: Annotated[
        str | None,
        "of fixed_yuan, unit_amount_yuan and fund_yuan",
        Zh("fixed_yuan、unit_amount_yuan、fund_yuan 的比较方式"),
        Compares("amount_high"),
    ] = None
    currency: Annotated[
        str,
        "currency of all that is paid (ISO 4217); where it is not CNY, no sum is in yuan, whatever its column is called",
        Zh("所付各项金额的币种（ISO 4217）；不是 CNY 时，无论列名如何，金额都不以元计"),
        _ISO_4217,
    ] = "CNY"
    amount_high: Annotated[
        float | None,
        "upper end of a range; fixed_yuan, unit_amount_yuan or fund_yuan is the lower one",
        Zh("区间的上限；下限在 fixed_yuan、unit_amount_yuan 或 fund_yuan 中"),
    ] = None
    rate_high: Annotated[
        float | None,
        "upper end of a range, in percent; rate_percent is the lower one",
        Zh("区间的上限，单位为 %；下限在 rate_percent 中"),
    ] = None
    rate_unit: Annotated[
        str,
        "of rate_percent: percentage_point is 百分点",
        Zh("rate_percent 的单位：percent 为百分之几，percentage_point 为百分点"),
        one_of("percent", "percentage_point"),
    ] = "percent"
    payout: Annotated[tuple[Payout, ...], "how a sum is paid out over time", Zh("一笔金额分几次发放")] = ()
    stages: Annotated[tuple[Stage, ...], "what is paid at each stage", Zh("各阶段支付多少")] = ()
    per: Annotated[
        str | None,
        "what one payment is for: person, project, enterprise, item, month, year, or several joined by _, "
        "such as person_month",
        Zh(
            "一笔支付针对什么：person（人）、project（项目）、enterprise（企业）、"
            "item（项）、month（月）、year（年），可用 _ 连接，如 person_month"
        ),
    ] = None
    act: Annotated[
        str,
        "repeal where the clause ends the support (取消, 不再给予): it grants nothing, and has no figures",
        Zh("grant 为给予支持；repeal 为条款取消该项支持（取消、不再给予），没有数额"),
        one_of("grant", "repeal"),
    ] = "grant"
    english: English = None
    formula: Formula | Uncounted | None = None

    @property
    def steps(self) -> tuple[Tier, ...]:
        """The tiers that say more than the stages and the ends of a range do."""
        said = {(stage.amount_yuan, stage.rate_percent) for stage in self.stages}
        said |= {(self.amount_high, None), (None, self.rate_high)}
        return tuple(step for step in self.tiers if (step.amount_yuan, step.rate_percent) not in said)

    @property
    def is_capital(self) -> bool:
        """Whether it is paid back, buys a share, or is a fund: never ranked with what is given."""
        return self.kind in _CAPITAL or self.fund_yuan is not None


_CAPITAL = frozenset({"loan", "equity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A goal, or a statistic in the same form (kept in another list). A goal that counts nothing (一批, 千亿级) has
    no value."""

    metric_zh: Annotated[str, "what is counted", Zh("指标")] = field(kw_only=False)
    metric_en: Annotated[str | None, "the same in English", Zh("指标的英文")] = None
    value: Annotated[
        float | None,
        "the figure, for money in whole units; in a range its lower end; null where nothing is counted",
        Zh("数值，金额以基本单位计；区间取下限；没有写明数值时为空"),
    ] = None
    unit: Annotated[
        str | None,
        "CNY (yuan) or another currency (ISO 4217), percent, or the counter as printed",
        Zh("CNY（元）或其他币种（ISO 4217）、percent（百分比），或原文的量词"),
    ] = None
    comparator: Annotated[
        str | None,
        "how the figure is meant: gte is at least, about is 约",
        Zh("数值的比较方式：gte 为“不少于”，about 为“约”"),
        Compares("value_high"),
    ] = None
    year: Annotated[
        int | None,
        "year of the goal, or the year described; null where the text states none",
        Zh("目标的年份，或所述情况的年份；原文没有写明时为空"),
    ] = None
    deadline_text: Annotated[str | None, "the deadline as printed", Zh("完成时限，照录原文")] = None
    deadline_en: Annotated[str | None, "the same in English", Zh("完成时限的英文")] = None
    baseline_value: Annotated[float | None, "the figure it starts from", Zh("基期的数值")] = None
    baseline_year: Annotated[int | None, "the year of that figure", Zh("基期的年份")] = None
    evidence: Evidence = field(kw_only=False)
    start: Start = field(kw_only=False)
    end: End = field(kw_only=False)
    value_high: Annotated[float | None, "upper end of a range", Zh("区间的上限")] = None
    growth_factor: Annotated[
        float | None,
        "how many times the baseline is to be reached: 翻番 is 2",
        Zh("达到基期的多少倍：翻番为 2"),
    ] = None
    baseline_comparator: Annotated[
        str | None, "of baseline_value: gt is 超过", Zh("baseline_value 的比较方式：gt 为“超过”"), Compares()
    ] = None
    aimed: Annotated[
        bool,
        "whether the text strives for it (力争, 争取), and does not promise it",
        Zh("原文是否只是力争、争取，而不是承诺达到"),
    ] = False
    english: English = None


@dataclass(frozen=True, slots=True)
class AgencyRole:
    """An agency named in a clause."""

    role: Annotated[
        str,
        "lead only where the text prints 牵头; support where it prints 配合, 参与 or 协助; else responsible",
        Zh("职责：写明“牵头”的为 lead，写明“配合”“参与”“协助”的为 support，其余为 responsible"),
        one_of("responsible", "lead", "support"),
    ]
    printed: Annotated[str, "as in the text", Zh("原文中的写法")]
    name_zh: Annotated[
        str,
        "canonical name: 市工业和信息化局 in a text of Shenzhen is 深圳市工业和信息化局",
        Zh("规范名称：深圳市文件中的“市工业和信息化局”记为“深圳市工业和信息化局”"),
    ]
    name_en: Annotated[str | None, "the same in English", Zh("规范名称的英文")]
    lead: Annotated[
        bool,
        "named first, or with 牵头; whether the text says that it leads is in role",
        Zh("是否列在首位，或写明“牵头”；原文是否写明牵头，见 role"),
    ]
    start: Start
    end: End


@dataclass(frozen=True, slots=True)
class Provision:
    """A sentence in which a text says how it is used, whatever it supports: whom to apply to, whether supports can be
    combined, on what it rests, how long it holds. ``documents`` are the places in ``ClauseFacts.citations`` of those on which it
    says that the text rests."""

    kind: Annotated[
        str,
        "what it is about: an id of content/provisions.toml, such as combining",
        Zh("规定的事项：content/provisions.toml 中的代号，如 combining"),
    ]
    evidence: Evidence
    start: Start
    end: End
    documents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A sentence in which a text names a place below its own: a district of a city, a city of a province."""

    name_zh: Annotated[str, "full name of the place", Zh("地区全称")]
    name_en: Annotated[str, "the same in English", Zh("地区全称的英文")]
    code: Annotated[str, "its code (GB/T 2260)", Zh("行政区划代码（GB/T 2260）")]
    printed: Annotated[str, "as in the text", Zh("原文中的写法")]
    evidence: Evidence
    start: Start
    end: End


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One printed 《…》, or a reference to a clause of the text itself (第二十条第（三）项)."""

    printed: Annotated[
        str,
        "with 《 and 》; a reference to an own clause as printed",
        Zh("原文中的写法，含书名号；引用本文条款的，照录原文"),
    ]
    number: Annotated[str | None, "the document number (文号) behind it", Zh("其后的文号")]
    kind: Annotated[
        str,
        "how it is meant",
        Zh("引用的性质"),
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
    title: Annotated[
        str,
        "the title that is meant, where an abbreviation is printed",
        Zh("所指文件的标题；原文使用简称时，为简称所指的标题"),
    ]
    title_en: Annotated[
        str | None,
        "the same in English; null where nobody has translated it",
        Zh("标题的英文；尚无译文时为空"),
    ] = None
    resolves_to_clause: Annotated[
        str | None,
        "id of the clause of the same text that an own_clause means; null where it has none",
        Zh("kind 为 own_clause 时，所指本文条款的编号；没有这一条款时为空"),
        CLAUSE_ID,
    ] = None
    level: Annotated[
        str | None,
        "who issued it, as its title or number shows: nation, province, prefecture, county or zone; null where neither does",
        Zh(
            "标题或文号显示的发文层级：nation（国家）、province（省）、prefecture（市）、county（区县）、zone（功能区）；未显示的为空"
        ),
        one_of("nation", "province", "prefecture", "county", "zone"),
    ] = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a citation leads. ``explanation`` is the slug of the policy that explains the document cited, where only
    that is here; the document itself is not."""

    resolves_to: Annotated[
        str | None,
        "slug of the policy it leads to; with the reason explanation, of the policy that explains the document cited, "
        "which is not here itself",
        Zh("所指政策的代号；reason 为 explanation 时，所指文件未收录，此处是说明该文件的政策"),
        SLUG,
    ]
    reason: Annotated[
        str,
        "why it leads there, or nowhere",
        Zh("为什么指向它，或者为什么没有找到"),
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
    provisions: tuple[Provision, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def grants(self) -> tuple[Instrument, ...]:
        """The supports that are granted, without those that are ended."""
        return tuple(support for support in self.instruments if support.act == "grant")

    def granted(self, start: int, end: int) -> tuple[Instrument, ...]:
        """The supports that an act from ``start`` to ``end`` grants: those whose words overlap it. One support of
        several acts (对A、对B，给予补贴) is granted by each. Every stage that says what an act grants asks here."""
        return tuple(each for each in self.grants if each.start < end and start < each.end)
