"""How a sum is paid out: 首期拨付60%，验收后拨付40%; 按4:3:3比例分三年兑现. Such shares are no rates of support."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from digest.enrich.instruments.details import named_kind
from digest.enrich.instruments.grammar import Grammar
from digest.enrich.instruments.recipients import recipient_of
from digest.enrich.instruments.segments import SHARE, Segment, printed
from digest.model.facts import Instrument, Payout
from digest.regex import regex


def with_payouts(
    text: str, parts: tuple[Segment, ...], rows: Sequence[Instrument], rules: Grammar
) -> Iterator[Instrument]:
    """The supports with how they are paid out; a sentence that says only that makes a row of its own."""
    made = list(rows)
    for _, own in groupby(parts, key=lambda part: part.sentence):
        span = tuple(part for part in own if not part.aside)
        payout = payout_of(text, span, rules) if span else ()
        if not payout:
            continue
        start, end = span[0].signs[0].start, span[-1].signs[-1].end
        paying = next(
            (one for one in span if rules.paid.search(one.text) or _PAYS.search(one.text)), span[-1]
        )
        at = bisect_left(made, paying.signs[-1].end, key=lambda row: row.start) - 1
        while at >= 0 and made[at].act != "grant":
            at -= 1
        if at >= 0 and not made[at].payout:
            made[at] = replace(made[at], payout=payout)
        elif at < 0:
            kind = named_kind("，".join(part.text for part in span), rules)
            if kind:
                who = recipient_of(text, span, rules)
                row = Instrument(kind, text[start:end], start, end, recipient_zh=who, payout=payout)
                insort(made, row, key=lambda row: row.start)
    yield from made


def payout_of(text: str, span: tuple[Segment, ...], rules: Grammar) -> tuple[Payout, ...]:
    """The parts in which a sentence pays out a sum; none unless they make up the whole."""
    whole_text = "".join(text[span[0].signs[0].start : span[-1].signs[-1].end].split())
    ratio = _RATIO.search(whole_text.translate(_COLONS))
    if ratio:
        shares = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", ratio["parts"])]
        whole = sum(shares)
        return tuple(Payout(round(100 * share / whole, 6), None) for share in shares) if whole else ()
    made: list[Payout] = []
    rest = False
    for at, part in enumerate(span):
        if not (rules.paid.search(part.text) or (made and SHARE in part.text and _REST.search(part.text))):
            rest = rest or bool(made and _REST.search(part.text))
            if not (made and _REST.search(part.text)):
                continue
        figures = [(index, sign.figure) for index, sign in enumerate(part.signs) if sign.char == SHARE]
        done = 0
        for index, figure in figures:
            if figure is not None:
                when = _when(text, span, at, done, index, alone=len(figures) == 1)
                made.append(Payout(float(figure.low), when))
                done = index + 1
        if not figures and made and sum(one.share_percent for one in made) < _WHOLE:
            left = _WHOLE - sum(one.share_percent for one in made)
            made.append(Payout(round(left, 6), _when(text, span, at, 0, len(part.text), alone=True)))
    return tuple(made) if len(made) > 1 and sum(one.share_percent for one in made) == _WHOLE else ()


def _when(text: str, span: tuple[Segment, ...], at: int, start: int, end: int, *, alone: bool) -> str | None:
    """The words that say when a part is paid: 验收合格后, 首期, 第一年."""
    own = _WHEN.search(printed(text, span[at], start, end))
    if own:
        return own[0]
    if alone and at and span[at - 1].part == span[at].part and SHARE not in span[at - 1].text:
        before = printed(text, span[at - 1], 0, len(span[at - 1].text))
        return before if before.endswith(("后", "时", "前", "的", "起", "内")) else None
    return None


_WHOLE = 100.0
_COLONS = str.maketrans("：∶比", ":::")
_RATIO = regex(
    r"(?:按照?|分)[^，]{0,8}?(?P<parts>\d{1,3}(?:\.\d)?(?::\d{1,3}(?:\.\d)?){1,5})[^，]{0,8}(?:分[^，]{1,4}年|逐年|分期|分批|拨付|兑现|发放|支付|兑付)"
)
_PAYS = regex("(?:比例|分)[^\ue0f0]{0,20}(?:拨付|兑现|发放|支付|兑付|给付)")
_REST = regex("剩余|余下|其余|余款|尾款|再(?:行)?(?:拨付|支付|兑付|发放|兑现)")
_WHEN = regex(
    "(?:第[一二三四五1-5](?:年度?|期|批|次|笔|阶段)|[首次]年|首[期批次笔]|(?:项目)?[^，、；：其再按]{2,20}?(?:后|时|前|当年|次年))(?=[^后]*$)"
)
