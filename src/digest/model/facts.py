"""Facts found in a clause. Money is whole yuan, rates are percent as printed, offsets are code
points in ``Clause.text``. ``evidence`` is always ``Clause.text[start:end]``."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling on a sum.

    ``scope``: enterprise, project, product, person, item, year, cumulative, or several joined by
    ``_`` as in ``enterprise_year``; ``scope_status``: printed | inferred.
    """

    amount_yuan: int
    comparator: str
    scope: str
    scope_status: str


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of a graded support: for ``condition_zh`` (or from ``threshold_yuan`` on) so much.

    ``amount_yuan`` is whole unless the text prints a fraction of a yuan. The ends of a range
    (5-10万元) are two tiers with the range as their condition.
    """

    condition_zh: str | None
    threshold_yuan: int | None
    amount_yuan: float | None
    rate_percent: float | None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure an applicant must reach; never support itself."""

    metric_zh: str
    comparator: str
    amount_yuan: int


@dataclass(frozen=True, slots=True)
class Payout:
    """One part of a sum that is paid out in parts: ``share_percent`` of it ``when_zh`` (验收合格后)."""

    share_percent: float
    when_zh: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """What is paid at one stage (第一年, 完成一期临床): a sum, or a rate in percent. ``when_zh`` names the stage."""

    when_zh: str
    amount_yuan: float | None = None
    rate_percent: float | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """One support (支持方式) granted by a clause. ``kind`` is an id of content/instruments.toml.

    ``amount_comparator`` belongs to ``fixed_yuan``, ``unit_amount_yuan`` and ``fund_yuan``,
    ``rate_comparator`` to ``rate_percent``: one of ``= < <= > >= ~``, as printed (最高 ``<=``, 不少于 ``>=``,
    超过 ``>``, 约 ``~``). Where a range is printed (5万元至10万元, 10%—15%), the sum or the rate is its lower end,
    and ``amount_high`` or ``rate_high`` the upper one.

    ``currency`` is the ISO 4217 code of every sum of the support; sums of another currency than CNY are in its own
    whole units, in the same fields, and never shown as yuan. ``rate_unit``: percent | percentage_point (百分点).
    ``payout`` says how a sum is paid out over time, ``stages`` what is paid at each stage. ``per`` is what one
    payment is for, as parts joined by ``_``: person, project, enterprise, item, month, year ...
    ``act``: grant, or repeal where the clause ends a support (取消, 不再给予); a repeal grants nothing.
    """

    kind: str
    evidence: str
    start: int
    end: int
    rate_percent: float | None = None
    rate_base_zh: str | None = None
    caps: tuple[Cap, ...] = ()
    tiers: tuple[Tier, ...] = ()
    unit_amount_yuan: float | None = None
    unit: str | None = None
    fixed_yuan: int | None = None
    fund_yuan: int | None = None
    thresholds: tuple[Threshold, ...] = ()
    duration_months: int | None = None
    one_off: bool | None = None
    recipient_zh: str | None = None
    conditions_zh: str | None = None
    rate_comparator: str | None = None
    amount_comparator: str | None = None
    currency: str = "CNY"
    amount_high: float | None = None
    rate_high: float | None = None
    rate_unit: str = "percent"
    payout: tuple[Payout, ...] = ()
    stages: tuple[Stage, ...] = ()
    per: str | None = None
    act: str = "grant"


@dataclass(frozen=True, slots=True)
class Target:
    """A goal, or a statistic in the same form (kept in another list).

    ``unit`` is ``CNY`` for money (value in yuan), ``percent``, or the printed counter; ``comparator``
    one of ``= >= > <= < ~``. ``year`` is None where the text states none (for a statistic it is the
    year described). In a range ``value`` is its lower end, ``value_high`` its upper one.
    ``baseline_comparator`` is that of ``baseline_value`` as printed (超过40亿元 is ``>``).
    ``growth_factor`` says how many times the baseline is to be reached (翻番: 2). A goal that counts
    nothing (一批, 千亿级) has no value.
    """

    metric_zh: str
    evidence: str
    start: int
    end: int
    metric_en: str | None = None
    value: float | None = None
    unit: str | None = None
    comparator: str | None = None
    year: int | None = None
    deadline_text: str | None = None
    baseline_value: float | None = None
    baseline_year: int | None = None
    value_high: float | None = None
    growth_factor: float | None = None
    baseline_comparator: str | None = None


@dataclass(frozen=True, slots=True)
class AgencyRole:
    """An agency named in a clause. ``role``: responsible | lead | support. ``lead`` marks the first
    named (or the one printed with 牵头). ``name_zh`` is canonical, ``printed`` as in the text."""

    role: str
    printed: str
    name_zh: str
    name_en: str | None
    lead: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One printed 《…》, or a reference to a clause of the text itself (第二十条第（三）项).

    ``number`` is the document number (文号) that follows a title, or None. ``kind`` is one of the seven of the
    data format; ``title`` is the normalised title to resolve. ``to_clause`` is the id of the clause that an
    ``own_clause`` means, None where the text has no such clause.
    """

    printed: str
    title: str
    number: str | None
    kind: str
    start: int
    end: int
    to_clause: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a citation leads: the slug of a policy, or None.

    ``reason``: title | variant | number | self | clause, or, where it leads nowhere, unknown | ambiguous |
    other_number | undefined | explanation | no_clause. ``explanation`` is the slug of the policy that explains
    the document cited, where only that is here; the document itself is not.
    """

    resolves_to: str | None
    reason: str
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
