"""What is paid at each stage: 第一年30%、第二年20%, I期临床300万元, 完成股改50万元."""

from collections.abc import Sequence
from itertools import takewhile

from digest.enrich.instruments.segments import Segment
from digest.enrich.instruments.spots import RoleFinding
from digest.enrich.instruments.tiers import STAGE, amount
from digest.model.facts import Stage, Tier
from digest.regex import regex
from digest.text.money import Unit


def stages_of_ceilings(caps: Sequence[RoleFinding]) -> tuple[Stage, ...]:
    """Ceilings that each name a stage: 第一年最高500万元、第二年最高300万元."""
    named = [(one, STAGE.search(one.left)) for one in caps if len(one.figures) == 1]
    stages = {found[0]: one for one, found in named if found}
    return (
        tuple(Stage(name, amount(one.figures[0].high)) for name, one in stages.items())
        if len(stages) > 1
        else ()
    )


def stages_of(tiers: Sequence[Tier], span: tuple[Segment, ...]) -> tuple[Stage, ...]:
    """The tiers of a support as stages, where each is named by one, or the text pays by stages (分阶段奖励)."""
    steps = [(tier, tier.condition_zh) for tier in tiers if tier.condition_zh]
    if len(steps) < 2 or len(steps) < len(tiers):
        return ()
    named = [STAGE.search(words) for _, words in steps]
    by_stage = any(_BY_STAGE.search(part.text) for part in span)
    if not by_stage and (not all(named) or len({found[0] for found in named if found}) < len(steps)):
        return ()
    return tuple(
        Stage(found[0] if found else words, tier.amount_yuan, tier.rate_percent)
        for (tier, words), found in zip(steps, named, strict=True)
    )


def stages_in_brackets(parts: Sequence[Segment], first: int) -> tuple[Stage, ...]:
    """How the sum before the brackets is spread, which begin at ``first``: 10万元（第一年奖励6万元，第二年奖励4万元）."""
    named: list[Stage] = []
    following = (parts[at] for at in range(first, len(parts)))
    for part in takewhile(lambda part: part.aside, following):
        figures = [sign.figure for sign in part.signs if sign.figure]
        found = STAGE.search(part.text)
        if not found or len(figures) != 1 or figures[0].unit is not Unit.YUAN:
            return ()
        named.append(Stage(found[0], amount(figures[0].low)))
    return tuple(named) if len(named) > 1 else ()


_BY_STAGE = regex("分(?:阶段|步|环节)(?:给予|奖|实施|进行|补|资助|支持)")
