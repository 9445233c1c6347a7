"""Support that is named without a sum: 一事一议, 按照相关规定予以支持, 给予租金补贴, 设立产业基金."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from digest.enrich.instruments.details import named_kind
from digest.enrich.instruments.durations import lasting
from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.recipients import fund_recipient_of, recipient_of
from digest.enrich.instruments.segments import Segment
from digest.model.facts import Instrument
from digest.regex import regex


def unquantified(
    text: str, parts: tuple[Segment, ...], taken: Sequence[tuple[int, int]], rules: Grammar
) -> list[Instrument]:
    """The supports without a figure, in sentences that have no others: one row for each that is handed out
    (对流片费用给予补贴，对平台给予奖励), else one a sentence. ``taken`` are the places of the other rows, in order."""
    rows: list[Instrument] = []
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max))

    def free(start: int, end: int) -> bool:
        before = bisect_left(starts, end)
        return before == 0 or ends[before - 1] <= start

    for _, own in groupby(parts, key=lambda part: part.sentence):
        span = tuple(part for part in own if not part.aside)
        if not span:
            continue
        start, end = span[0].signs[0].start, span[-1].signs[-1].end
        reliefs = _reliefs(span, rules)
        if reliefs:
            rows.extend(
                _row(text, relieved, piece, rules)
                for relieved, piece in reliefs
                if free(piece[0].signs[0].start, piece[-1].signs[-1].end)
            )
            continue
        if free(start, end):
            rows.extend(_row(text, kind, piece, rules) for kind, piece in _supports(span, rules))
            continue
        for part in span:
            alone = free(part.signs[0].start, part.signs[-1].end) and _WHOLE.match(part.text)
            kind = _plain(part, rules) if alone else None
            if kind and not _EXCLUDES.search(part.text) and not rules.past.search(part.text):
                rows.append(_row(text, kind, (part,), rules))
    return rows


def _reliefs(span: tuple[Segment, ...], rules: Grammar) -> list[tuple[str, tuple[Segment, ...]]]:
    """Taxes and fees that a sentence lowers or does not collect, one for each part: 减按15%的税率征收所得税；自用房产免征房产税."""
    if any(_EXCLUDES.search(part.text) or rules.past.search(part.text) for part in span):
        return []
    found: list[tuple[str, tuple[Segment, ...]]] = []
    for _, own in groupby(span, key=lambda part: part.part):
        piece = tuple(own)
        named = [at for at, part in enumerate(piece) if rules.relief.search(part.text)]
        if named:
            words = "，".join(piece[at].text for at in named)
            found.append((named_kind(words, rules) or "tax_deduction", piece[: named[-1] + 1]))
    return found


def _row(text: str, kind: str, span: tuple[Segment, ...], rules: Grammar) -> Instrument:
    start, end = span[0].signs[0].start, span[-1].signs[-1].end
    who = (fund_recipient_of if kind == "fund" else recipient_of)(text, span, rules)
    lasts = lasting(span)
    return Instrument(
        kind,
        text[start:end],
        start,
        end,
        recipient_zh=who,
        duration_months=lasts.months,
        duration_comparator=lasts.comparator,
    )


def _supports(span: tuple[Segment, ...], rules: Grammar) -> Iterator[tuple[str, tuple[Segment, ...]]]:
    """The kinds of support in a sentence, each with its segments."""
    text = "，".join(part.text for part in span)
    if rules.never.search(text) or _EXCLUDES.search(text):
        return
    case = rules.case_by_case.search(text)
    if case and _OFFERS.search(text) and not _names_programme(text, case, rules):
        yield "one_case_one_policy", span
        return
    if rules.delegated.search(text):
        yield "delegated", span
        return
    found = [(at, kind) for at, part in enumerate(span) if (kind := _plain(part, rules))]
    if found and not rules.past.search(text):
        first = 0
        for nth, (at, kind) in enumerate(found):
            yield kind, span[first : _end(span, at) if len(found) == 1 else at + 1]
            first = at + 1 if nth + 1 < len(found) else first
    elif founded := rules.set_up.search(text):
        yield "fund", _within(span, founded)


def _end(span: tuple[Segment, ...], at: int) -> int:
    """Where a support ends that the segment ``at`` hands out: what is supported next is another one
    (为企业提供贷款贴息，支持企业发行债券)."""
    return next((each for each in range(at + 1, len(span)) if _NEXT.match(span[each].text)), len(span))


def _within(span: tuple[Segment, ...], found: re.Match[str]) -> tuple[Segment, ...]:
    """The segments that hold a match in their joined text: 设立产业基金 in 完善环境，设立产业基金，鼓励企业上市."""
    ends = accumulate(len(part.text) + 1 for part in span)
    placed = [(end - len(part.text) - 1, end, part) for end, part in zip(ends, span, strict=True)]
    return tuple(part for start, end, part in placed if start < found.end() and found.start() < end)


def _plain(part: Segment, rules: Grammar) -> str | None:
    """The kind of support that a segment hands out."""
    found = rules.plain.search(part.text) or rules.policy.search(part.text)
    return named_kind(re.sub(f"[{ANY}]", "", found[0]), rules) if found else None


def _names_programme(text: str, case: re.Match[str], rules: Grammar) -> bool:
    """True for the name of a programme: 引进顶尖人才“一事一议”等人才工程."""
    after = re.match(r"(?:[、和及]?[“\"‘][^”\"’，]{1,16}[”\"’])*等?[^，]{0,6}", text[case.end() :])
    return (
        "“" in case[0] and bool(after) and any(word in after[0] for word in rules.words.programmes if after)
    )


_WHOLE = regex(
    r"(?:并|同时|其中)?(?:对(?!外)|向|给予|为)(?![^\ue0f0-\ue0f3]*[\ue0f0-\ue0f3])"
)  # a grant from its beginning
_NEXT = regex("(?:并|同时)?(?:支持|鼓励|引导|推动|推进|帮助|协助)")
_OFFERS = regex("支持|扶持|奖励|补贴|资助|予以|给予|优惠|政策")
_EXCLUDES = regex("不再|不予|不得|不重复|只能|择一|除外|从高|就高|仅对|只对|停止|取消")
