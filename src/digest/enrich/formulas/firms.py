"""Which supports a firm can get, and know the figures of: not those of sub-districts, departments and banks, or of single persons."""

import re
from collections.abc import Iterable
from functools import lru_cache

from digest.model.facts import Instrument
from digest.model.formulas import Formula, Uncounted
from digest.model.vocabulary import EstimateWords, any_of
from digest.regex import regex


def meant_for_firms(words: EstimateWords, fact: Instrument, formula: Formula) -> Formula | Uncounted:
    """The formula of a support, or why it is none for a firm. A sum for each person stays: a firm counts its people."""
    by_head = formula.asks is not None and (formula.asks.kind, formula.asks.text) == ("unit", "person")
    person = any("person" in cap.scope for cap in fact.caps) or _is_for(fact, words.people)
    if _is_for(fact, words.bodies) or (person and not by_head):
        return Uncounted("others")
    base = fact.rate_base_zh or ""
    return Uncounted("unknown") if any(word in base for word in words.unknown) else formula


def capped_behind(words: EstimateWords, fact: Instrument, granted: Iterable[Instrument], text: str) -> bool:
    """Whether a support without a ceiling has one behind it in its clause: that of the sentence behind the next support may be its
    own, too (租赁的，按3元/平方米补助，新设的，按2元/平方米补助。每家企业每年最高50万元), or its figures were not recognised
    (贴息比例为50%，最高支持限额为服务企业500万元、中小企业20万元)."""
    following = min((each for each in granted if each.start >= fact.end), key=_start, default=None)
    if fact.caps:
        return False
    rest = text[fact.end : following.start if following else None].partition("。")[0]
    shared = following and following.caps and "。" in following.evidence.rstrip("。")
    return bool(shared or any(word in rest for word in words.ceilings))


def is_ceiling_over_all(fact: Instrument) -> bool:
    """Whether a clause is nothing but a ceiling, so that those beside it are bounded by it: 单个项目最高支持额度不超过500万元."""
    return bool(fact.caps) and _OVER_ALL.fullmatch(fact.evidence) is not None


_OVER_ALL = regex("(?:单[个家一]|每[个家]|同一)[^，。；%％]*")


def _start(fact: Instrument) -> int:
    return fact.start


def _is_for(fact: Instrument, names: tuple[str, ...]) -> bool:
    """Whether a support is for one of some recipients: the one recognised, or whom its words name (对创业投资基金，按…,
    对银行开展业务的, 员工个人因…)."""
    if fact.recipient_zh:
        return fact.recipient_zh.endswith(names)
    given, acting = _naming(names)
    return bool(given.search(fact.evidence) or acting.search(fact.conditions_zh or ""))


@lru_cache(maxsize=8)  # a pure function; the lists of a site are asked for each support
def _naming(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How evidence names recipients, and how conditions do."""
    who = any_of(names)
    given = (
        f"(?:^|[，。；])对[^，。；的]*?(?:的[^，。；]{{0,6}})?(?:{who})(?:$|[，按各]|开展|给予|予以|分别|一次性)"
        f"|(?:{who})，(?:给予|予以|按|分别|一次性|每|最高|奖励|补)"
    )
    return regex(given), regex(f"(?:^|，)[^，的]{{0,6}}(?:{who})(?:开展|因)")
