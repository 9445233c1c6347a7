"""Facts of the small corpus: one of each kind, with the words that say them."""

from collections.abc import Callable
from typing import Any, TypeVar

from digest.model.facts import AgencyRole, Cap, Citation, ClauseFacts, Instrument, Resolution, Target

T = TypeVar("T")

SUPPORT = "对首轮流片，按不超过费用的50%给予资助，最高不超过500万元"
PLATFORM = "支持企业建设封测平台，每年最高1000万元"
BODIES = "（市工业和信息化局、科技局负责）"


def said(kind: Callable[..., T], words: str, text: str, /, **rest: Any) -> T:
    """A fact that stands on some words of a text."""
    start = text.index(words)
    return kind(start=start, end=start + len(words), **rest)


FACTS = {
    "front.1": ClauseFacts(
        citations=(
            Citation(
                printed="《示例市规划》", title="示例市规划", number=None, kind="citation", start=0, end=0
            ),
        )
    ),
    "1.1": ClauseFacts(
        statistics=(
            said(
                Target,
                "产业增加值超过40亿元",
                "2021年，产业增加值超过40亿元，增长12.5%。",
                metric_zh="产业增加值",
                metric_en="value added",
                evidence="产业增加值超过40亿元",
                value=4e9,
                unit="CNY",
                comparator=">",
                year=2021,
            ),
        ),
        targets=(
            said(
                Target,
                "增长12.5%",
                "2021年，产业增加值超过40亿元，增长12.5%。",
                metric_zh="增长",
                evidence="增长12.5%",
                value=12.5,
                unit="percent",
                comparator="=",
                deadline_text="三年内",
            ),
        ),
    ),
    "2.1": ClauseFacts(
        instruments=(
            said(
                Instrument,
                SUPPORT,
                SUPPORT,
                kind="subsidy",
                evidence=SUPPORT,
                rate_percent=50.0,
                rate_comparator="<=",
                rate_base_zh="费用",
                caps=(Cap(5_000_000, "<=", "project", "inferred"),),
                recipient_zh="首轮流片",
            ),
        ),
    ),
    "2.1.1": ClauseFacts(
        instruments=(
            said(
                Instrument,
                PLATFORM,
                PLATFORM,
                kind="reward",
                evidence=PLATFORM,
                caps=(Cap(10_000_000, "<=", "year", "printed"),),
                one_off=True,
            ),
        ),
        targets=(said(Target, "封测平台", PLATFORM, metric_zh="封测平台", evidence="封测平台"),),
    ),
    "2.1.note": ClauseFacts(
        citations=(
            said(
                Citation,
                "《省级措施》",
                "本条参照《省级措施》制定。",
                printed="《省级措施》",
                title="省级措施",
                number="粤府〔2021〕1号",
                kind="citation",
            ),
        )
    ),
    "box1.1": ClauseFacts(
        agencies=tuple(
            said(
                AgencyRole,
                printed,
                "面向语音交互。" + BODIES,
                role="responsible",
                printed=printed,
                name_zh=name,
                name_en=english,
                lead=lead,
            )
            for printed, name, english, lead in (
                ("市工业和信息化局", "深圳市工业和信息化局", "Shenzhen Industry Bureau", True),
                ("科技局", "深圳市科学技术局", None, False),
            )
        )
    ),
}

RESOLUTIONS = {
    "example-2022": {
        "front.1": (Resolution(None, "unknown"),),
        "2.1.note": (Resolution("other-2021", "title"),),
    }
}
