"""The role of a share (30%, 千分之三, 1:1, 10个百分点): an ordered table of rules, the first opinion counts."""

import re

from digest.enrich.instruments.segments import POINT
from digest.enrich.instruments.spots import MAIN, SPLIT, FigureRole, FigureRule, Spot, first_opinion
from digest.regex import regex


def share_role(spot: Spot) -> FigureRole:
    """``FigureRole.RATE`` when support is paid by this share, else ``FigureRole.NONE``."""
    return first_opinion(RULES, spot)


def _bounded(spot: Spot) -> FigureRole | None:
    """入驻率70%以上 is a condition; 给予50%以上的补贴 and 按10%以下给予补助 are grants."""
    rules = spot.rules
    if _REFUSED.match(spot.following) and _ABOVE.search(spot.left):
        return FigureRole.NONE  # 已获财政资金超过利息的50%，不再给予补助
    if not rules.reach_after.match(spot.right) or rules.cap_after.match(spot.right):
        return None
    if (
        spot.right.startswith("以下")
        and rules.granted_after.match(spot.right)
        and rules.share_of.search(spot.left)
    ):
        return None
    granted = rules.floor_after.match(spot.right) and rules.support.search(spot.left)
    return FigureRole.RATE if granted else FigureRole.NONE


def _demanded(spot: Spot) -> FigureRole | None:
    """按不低于最低工资80%的标准支付工作补贴的，可享受见习补贴: what an employer must pay earns the support behind it."""
    words = spot.segment.text
    least = spot.rules.floor_before.search(spot.left) or _LEAST.search(spot.left)
    return FigureRole.NONE if least and words.endswith("的") and spot.segment.mark == "，" else None


def _paid_or_received(spot: Spot) -> FigureRole | None:
    """首期拨付60%, 农户承担20%, 其中管理团队不低于20%: how a sum already counted is paid, and by or to whom."""
    floor = spot.rules.floor_before.search(spot.left) or _OF_REWARD.search(spot.left)
    dealt = _DEALT.search(spot.whole_left) and floor
    whole = len(spot.figures) > 1 and sum(figure.low for figure in spot.figures) == _WHOLE
    paid = spot.rules.paid.search(spot.window) and (whole or not spot.rules.granted_after.match(spot.right))
    borne = _BORNE.match(spot.after) and not _RISK.search(spot.whole_left)
    found = (
        dealt
        or borne
        or _DIVIDED.match(spot.after)
        or paid
        or SPLIT.search(spot.left)
        or spot.rules.received.search(spot.left)
    )
    return FigureRole.NONE if found else None


def _of_a_tax(spot: Spot) -> FigureRole | None:
    """所得减按50%计入应纳税所得额: a share of what is taxed, not of what is given."""
    taxed = spot.left.endswith("减按") and _TAXED.match(spot.right)
    return FigureRole.NONE if taxed else None


def _raised(spot: Spot) -> FigureRole | None:
    """补贴比例提高到50%, 奖励标准上浮20%."""
    rules = spot.rules
    whose = rules.named.search(spot.whole_left) or spot.named_after
    goes_on = any(one.role is FigureRole.RATE for one in spot.near)  # 按保费的60%返还，中小企业提高到90%
    goes_on = goes_on or (spot.sentence.supported and _STANDARD.search(spot.left) is not None)
    if rules.raised.search(spot.left) and (whose or goes_on):
        return FigureRole.RATE
    if not rules.uplift.search(spot.left):
        return None
    if rules.step.search(spot.left[-8:]):
        return FigureRole.NONE
    further = spot.sign == POINT or _FURTHER.search(spot.left)
    named = rules.named.search(spot.left) or (spot.sentence.supported and further)
    return FigureRole.RATE if named else FigureRole.NONE


def _ceiling_of_a_sum(spot: Spot) -> FigureRole | None:
    """奖励50万元，不高于投入资金的50%: the grant is the sum, the share only limits it."""
    limit = spot.rules.cap_before.search(spot.left) or _LIMIT.search(spot.left)
    mains = [one for one in spot.near or (() if spot.index else spot.before) if one.role in MAIN]
    alone = limit and mains and not spot.right and not _GIVES.search(spot.left)
    return FigureRole.NONE if alone else None


def _reached(spot: Spot) -> FigureRole | None:
    """同比增长10%, 占比不低于5%, 每增长1个百分点."""
    rules, left = spot.rules, spot.left
    unpaid = not (rules.support.search(left) or rules.granted_after.match(spot.right))
    if rules.step.search(left[-8:]) or (rules.floor_before.search(left) and unpaid):
        return FigureRole.NONE
    if spot.sign == POINT:
        after = spot.named_after or rules.granted_after.match(spot.right)
        return None if after or rules.named.search(left) else FigureRole.NONE
    if rules.cap_before.search(left) or _LIMIT.search(left) or rules.own_sum.search(left):
        return None
    interest = re.search("[利费]率的?$", left) and (spot.named_after or rules.granted_after.match(spot.right))
    return FigureRole.NONE if rules.reach_before.search(left) and not interest else None


def _of_area(spot: Spot) -> FigureRole | None:
    """按租赁面积的30%给予每平方米10元: a share of the area that is counted, not of the sum that is paid."""
    return FigureRole.NONE if _AREA.search(spot.left) else None


def _granted(spot: Spot) -> FigureRole | None:
    """给予10%的补贴, 按服务合同额的10% in a sentence of support, a further share of a list."""
    if (
        spot.granted
        or _RATIO_IS.search(spot.left)
        or (spot.sentence.supported and (spot.named_after or spot.rules.share_of.search(spot.left)))
    ):
        return FigureRole.RATE
    listed = not spot.right or spot.right[0] in "、和及与或"
    announced = spot.sentence.listed or any(one.role is FigureRole.RATE for one in spot.near)
    return FigureRole.RATE if listed and announced else None


_TAXED = regex("计入|征收|计算|缴纳")
_LEAST = regex("不得?(?:低|少)于[^，]*$")
_DEALT = regex("^其中|^(?:并)?(?:将|用于)")
_WHOLE = 100
_REFUSED = regex("的?，(?:不再|不予|不得)")
_ABOVE = regex("超过|高于|达到|超出")
_DIVIDED = regex("的?(?:比例)?(?:进行|予以)?(?:分享|分配|分成|分摊|缴纳|递减|递增)")
_BORNE = regex("的?(?:比例)?(?:进行|予以)?(?:分担|共担|承担)")
_RISK = regex("风险|损失|不良|代偿")  # 对不良本金按40%比例分担 is the support
_OF_REWARD = regex("不[低少]于(?:奖励|补[助贴]|资助|奖金)(?:总?额|资金|金额)?的?$")
_FURTHER = regex("上浮|加成|再(?:提高|增加|追加|上调)$")
_STANDARD = regex("(?:比例|标准|额度|上限|系数)(?:可|再|统一)?(?:提高|上浮|上调|调整|提升|放宽|降低|下调)")
_GIVES = regex("按|给予|予以|(?:补[贴助]|奖励|资助|贴息)(?:最高|至多)$")
_RATIO_IS = regex(
    "(?:奖励|奖补|补[助贴]|资助|支持|扶持|贴息|配套)(?:资金|金额)?(?:的?比例|额度|标准)[^，]{0,4}(?:为|按|不超过|不高于|最高)[^，]{1,24}的$"
)
_AREA = regex("(?:面积|建面)(?:总?[和量数])?的?(?:（[^）]*）)?$")
_LIMIT = regex(r"(?:不超过|不高于|不得超过|不得高于|超出)[^，]*$")

RULES = (
    FigureRule(_bounded, "按订单金额30%以上的企业给予补助10万元。"),
    FigureRule(_demanded, "按不低于最低工资80%的标准支付生活补贴的，可享受见习补贴。"),
    FigureRule(_paid_or_received, "补助资金首期拨付60%，验收后拨付40%。"),
    FigureRule(_of_a_tax, "对小型微利企业给予税收优惠，其所得减按50%计入应纳税所得额。"),
    FigureRule(_raised, "按投资额的12%给予奖补；提前完成的，比例提高至15%。"),
    FigureRule(_ceiling_of_a_sum, "对认定的基地，每家奖励50万元，补贴不高于投入资金的50%。"),
    FigureRule(_reached, "产值增长10%的奖励5万元。"),
    FigureRule(_of_area, "按租赁面积的30%，给予每平方米10元补贴。"),
    FigureRule(_granted, "按服务合同额的10%给予补贴。"),
)
"""What a share may be, in the order of the table."""
