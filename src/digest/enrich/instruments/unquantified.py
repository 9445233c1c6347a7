"""Support that is named without a sum: 一事一议, 按照相关规定予以支持, 给予租金补贴, 设立产业基金."""

import re
from itertools import groupby

from digest.enrich.instruments.details import months_of, named_kind, recipient_of
from digest.enrich.instruments.grammar import ANY, Grammar
from digest.enrich.instruments.segments import Segment
from digest.model.facts import Instrument


def unquantified(text: str, parts: tuple[Segment, ...], taken: set[int], rules: Grammar) -> list[Instrument]:
    """One row for each sentence that grants support without any figure of support in it.

    ``taken`` are the segments whose figures made rows already.
    """
    busy = {parts[at].sentence for at in taken}
    rows: list[Instrument] = []
    for sentence, own in groupby(parts, key=lambda part: part.sentence):
        span = tuple(part for part in own if not part.aside)
        if sentence in busy or not span:
            continue
        kind = _kind("，".join(part.text for part in span), rules)
        if kind:
            start, end = span[0].signs[0].start, span[-1].signs[-1].end
            rows.append(
                Instrument(
                    kind,
                    text[start:end],
                    start,
                    end,
                    recipient_zh=recipient_of(text, span, rules),
                    duration_months=months_of(span),
                )
            )
    return rows


def _kind(text: str, rules: Grammar) -> str | None:
    if rules.never.search(text) or _EXCLUDES.search(text):
        return None
    if rules.case_by_case.search(text) and re.search("支持|扶持|奖励|补贴|资助|予以|给予|优惠|政策", text):
        return "one_case_one_policy"
    if rules.delegated.search(text):
        return "delegated"
    plain = rules.plain.search(text)
    if plain and not rules.past.search(text):
        return named_kind(re.sub(f"[{ANY}]", "", plain[0]), rules)
    return "fund" if rules.set_up.search(text) else None


_EXCLUDES = re.compile("不再|不予|不得|不重复|只能|择一|除外|从高|就高|停止|取消")
