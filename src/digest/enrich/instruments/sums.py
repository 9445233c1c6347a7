"""The role of an amount of money: an ordered table of rules, the first opinion counts."""

import re
from itertools import takewhile

from digest.enrich.instruments.grammar import ANY
from digest.enrich.instruments.segments import MONEY, Segment
from digest.enrich.instruments.spots import MAIN, REACH, SPLIT, FigureRole, FigureRule, Spot, first_opinion
from digest.regex import regex


def sum_role(spot: Spot) -> FigureRole:
    """What an amount is to a grant; ``FigureRole.NONE`` when nothing says that it is granted."""
    return first_opinion(RULES, spot)


def _split(spot: Spot) -> FigureRole | None:
    """市级财政承担10万元, （其中市级5万元、区级5万元）, 先行拨付600元: who pays a sum already counted."""
    if SPLIT.search(spot.left):
        return FigureRole.NONE
    if _PAID.search(spot.left) and any(one.role in MAIN for one in spot.near):
        return FigureRole.NONE
    if spot.segment.aside and spot.near:
        shares = [sign.figure.low for part in _bracket(spot) for sign in part.signs if sign.figure]
        return FigureRole.NONE if sum(shares) == spot.near[-1].figures[-1].low and len(shares) > 1 else None
    return None


def _bracket(spot: Spot) -> list[Segment]:
    """The segments of the brackets around a figure."""
    own = spot.sentence.parts
    first = next((at + 1 for at in range(spot.index, -1, -1) if not own[at].aside), 0)
    return list(takewhile(lambda part: part.aside, own[first:]))


def _further(spot: Spot) -> FigureRole | None:
    """再分别增加1万元和3万元, 每增加1亿元增加100万元的奖励, 分别增加40万元、30万元服务奖励: more of what is granted."""
    added = _ADDED.search(spot.left)
    again = spot.sentence.supported and _FURTHER_SUM.search(spot.left)
    named = (
        added
        and spot.named_after
        and not (spot.earns or spot.rules.metric.search(spot.left[: added.start()]))
    )
    return _main(spot) if again or named else None


def _bounded(spot: Spot) -> FigureRole | None:
    """500万元以上的 is a condition; 给予二十万元以上奖励 is a grant."""
    rules = spot.rules
    if not rules.reach_after.match(spot.right) or rules.cap_after.match(spot.right):
        return None
    granted = rules.floor_after.match(spot.segment.text, spot.group.end())  # 给予5万元以上20万元以下奖励
    if granted and rules.support.search(spot.left):
        return _main(spot)
    return FigureRole.THRESHOLD


def _fund_size(spot: Spot) -> FigureRole | None:
    """设立50亿元的基金, 每年安排300万元资金: the size of a fund, not what an applicant gets. 发放贷款5亿元 is of all."""
    if _LENT.search(spot.left):
        return FigureRole.NONE
    if _VOLUME.search(spot.left):
        return FigureRole.FUND
    previous = spot.sentence.parts[spot.index - 1] if spot.index else None
    whose = previous.text if previous and _SIZE.search(spot.left) else ""
    own = whose + spot.segment.text
    named = _PURSE_AFTER.match(spot.right) and not spot.rules.metric.search(spot.left)
    given = re.search(r"(?:给予|予以|奖励|补贴|补助|资助)[^，]{0,6}$", spot.left)
    if given or spot.rules.cap_before.search(spot.left) or _CAPITAL.search(spot.left) or own.startswith("对"):
        return None
    return FigureRole.FUND if named or spot.rules.fund.search(own) else None


def _ceiling(spot: Spot) -> FigureRole | None:
    """最高不超过100万元; of a loan, or of what is no support, it is a condition."""
    rules = spot.rules
    if _TOTAL.search(spot.left) and spot.named_after:
        return FigureRole.CAP  # 分阶段给予总额1000万元奖励，其中…
    capped = rules.cap_before.search(spot.left)
    if not capped and not rules.cap_after.match(spot.right):
        return None
    within = spot.right.startswith("以内") and not capped
    if within and (rules.metric.search(spot.left) or not (spot.right[2:] or rules.named.search(spot.left))):
        return FigureRole.THRESHOLD  # 投资500万元以内的部分
    subject = spot.left[: capped.start()] if capped else spot.left
    after = spot.named_after or rules.granted_after.match(spot.after)
    loan = rules.loan_limit.search(subject) and not rules.named.search(subject)
    supported = rules.support.search(spot.window) or _SUPPORTED.search(spot.left)
    whole = any(one.role in MAIN for one in spot.near) and _TOTAL_OF.fullmatch(rules.scope.sub("", subject))
    measured = rules.metric.search(subject) and not (supported or whole)
    given = rules.support.search(spot.left) and (spot.right == "的" or _PROJECT.match(spot.right))
    whose = spot.right.startswith("的") and not given
    if not after and (loan or measured or whose or _of_a_loan(spot)):
        return FigureRole.THRESHOLD
    if not (after or spot.near or spot.before or spot.sentence.supported or _SUPPORTED.search(spot.left)):
        return FigureRole.NONE
    units = set((spot.unit or "").split("_"))
    rated = any(
        one.role is FigureRole.RATE for one in (*spot.near, *spot.before)
    )  # 补贴1‰，其中内河船舶不超过5000元/艘
    priced = units - _COUNTED or (re.search("[/／]", spot.group[0]) and units - _TIMES and not rated)
    return FigureRole.UNIT if _main(spot) is FigureRole.UNIT and priced else FigureRole.CAP


def _of_a_loan(spot: Spot) -> bool:
    """个人贷款额度最高20万元，小微企业最高300万元: the second limit is of a loan, too."""
    last = spot.near[-1] if spot.near else None
    goes_on = last and last.role is FigureRole.THRESHOLD and _LOAN.search(last.left)
    return bool(goes_on and not spot.rules.support.search(spot.segment.text))


def _condition(spot: Spot) -> FigureRole | None:
    """年销售额达到1亿元, 注册资本5000万元, 获得市级资助100万元, 每增加1亿元, 100万美元奖励20万元."""
    rules, left = spot.rules, spot.left
    if (spot.segment.mark == "，" and _qualifies(spot)) or rules.received.search(left):
        return FigureRole.THRESHOLD
    if spot.earns and not rules.support.search(left):
        return FigureRole.THRESHOLD
    if rules.own_sum.search(left) or rules.brief.search(left):
        return None
    raised = rules.raised.search(left)
    if raised and spot.sentence.supported and not rules.metric.search(left[: raised.start()]):
        return _main(spot)
    if rules.floor_before.search(left):
        unmet = not rules.support.search(left)
    else:
        unmet = bool(rules.reach_before.search(left) or rules.metric.search(left))
    return FigureRole.THRESHOLD if unmet or spot.counts else None


def _qualifies(spot: Spot) -> bool:
    """True in 501万-1000万美元、且比上年增长15%的，: who gets support, told without a word of it."""
    words = spot.segment.text
    return spot.right == "的" or (words.endswith("的") and not spot.rules.support.search(words))


def _grant(spot: Spot) -> FigureRole | None:
    return _main(spot) if spot.granted or spot.named_after or _by_a_standard(spot) or _listed(spot) else None


def _by_a_standard(spot: Spot) -> bool:
    """True in 按30元/平方米·月且每年总额不超过15万元的标准，给予租房补助."""
    goes_on = spot.sentence.supported and spot.segment.text.endswith("标准")
    return goes_on and _BY.search(spot.left) is not None


def _listed(spot: Spot) -> bool:
    """True for a sum of a list (一等奖10万元、二等奖5万元的奖励) or under a standard (标准如下)."""
    rules = spot.rules
    if rules.listed_after.match(spot.segment.text, spot.group.end(), spot.group.end() + REACH):
        return True
    if spot.right.strip("、和及与或的等") and spot.right[0] not in "、和及与或":
        return False
    if spot.sentence.listed or any(one.role in (FigureRole.SUM, FigureRole.UNIT) for one in spot.near):
        return True
    return _before_its_name(spot) or _under_a_standard(spot)


def _before_its_name(spot: Spot) -> bool:
    """70岁以上每人每月50元，80岁以上每人每月100元的津贴: the last sum names what all are."""
    later = spot.sentence.parts[spot.index + 1 : spot.index + _FURTHER]
    own = [part.text for part in later if part.part == spot.segment.part]
    return bool(spot.unit) and any(MONEY in text and spot.rules.named.search(text) for text in own)


def _under_a_standard(spot: Spot) -> bool:
    """补贴标准：博士2000元 ..., or a price that goes on a list of prices."""
    rules = spot.rules
    lead = spot.sentence.parts[max(spot.index - _FURTHER, 0) : spot.index + 1]
    if any(rules.standard.search(part.text) for part in lead):
        return spot.sentence.standard
    introduced = any(part.mark == "：" and rules.named.search(part.text) for part in lead[:-1])
    if spot.index and _GIVES.search(spot.sentence.parts[spot.index - 1].text):
        return True  # 给予承办单位经费补助，国际会议100万元、全国会议50万元
    named = any(rules.named.search(part.text) and not _FIGURES.search(part.text) for part in lead[:-1])
    if named and spot.unit and not (spot.right or _PAYS.search(spot.left)):
        return True  # 租赁补贴按人口计发，1人户每月400元
    last = [*spot.before, *spot.near][-1:]
    priced = last and last[0].role in (FigureRole.UNIT, FigureRole.CAP) and last[0].unit
    return introduced or bool(spot.unit and priced)


def _main(spot: Spot) -> FigureRole:
    """A price for a unit or a plain sum; 每家企业5万元 is a plain sum, fractions of a yuan are prices.

    轻型车每辆8000元，中型车1.2万元; 博士每月补贴1500元、硕士1000元: an item without a unit is counted as the one before.
    """
    last = spot.near[-1] if spot.near else None
    own = not spot.left.startswith("、") and spot.rules.support.search(spot.whole_left)
    bare = not (spot.unit or own)
    if bare and last and last.role is FigureRole.UNIT and last.segment in (spot.index, spot.index - 1):
        return FigureRole.UNIT
    fraction = any(figure.low != int(figure.low) for figure in spot.figures)
    return (
        FigureRole.UNIT if fraction or spot.unit not in (None, "enterprise", "household") else FigureRole.SUM
    )


_SUPPORTED = regex(
    "(?:最高|可)[^，]{0,4}支持|支持(?:资金|金额|额度|标准|总额|[^，]{0,8}最高)"
)  # 单个项目最高支持500万元
_FURTHER_SUM = regex("再(?:分别|各|额外|另)?(?:增加|追加|加)$")
_BY = regex("按照?$")
_FIGURES = regex(f"[{ANY}]")
_PAYS = regex("缴|收费|收取|收入|工资|租金|房租|自付|成本|单价|价格|不[低少]于|达到|超过")
_ADDED = regex("(?:增加|追加|加)(?:奖励|补[助贴])?$")
_CAPITAL = regex("注册资本|实缴|资产|募集|管理规模|合同")
_PURSE_AFTER = regex(
    "(?:以上|左右)?的?[^，的\ue0f0-\ue0f3]{0,14}(?:基金|资金池|专项资金|专项$)(?!管理|公司|支持|补贴|补助|奖励)"
)
_PAID = regex("(?:先行|先期|首[期次年批]|余下|剩余|其余|后|再)[^，]{0,4}(?:拨付|预拨|兑付)$")
_TOTAL_OF = regex(
    "(?:原则上|最终|但|且|其|年度?|全年|每年|当年|累计|合计|总计|同一|的)*(?:总金额|总额|金额|额度|数额|额)(?:原则上|累计|合计|一般)?"
)  # of what was just granted: 补助50%，每家企业金额不超过30万元
_PROJECT = regex("的项目(?:资助|补助|补贴|奖励|扶持|经费|资金|支持)")  # 给予最高500万元的项目资助
_VOLUME = regex("(?:资金|预算)(?:总量|总规模|总盘子)(?:为|达)?$")
_LENT = regex("(?:发放|投放|新增)[^，]{0,12}贷款(?:余额|总额|规模)?(?:达到?|超过|突破|不[低少]于)?$")
_LOAN = regex("贷款|授信|借款")
_TOTAL = regex("(?:给予|予以)(?:总额|总计|共计|合计|累计)(?:为|达)?$")
_GIVES = regex("(?:给予|发放|实行)[^，\ue0f0-\ue0f3]{2,}(?:奖励|补[助贴]|资助|奖补|奖金|津贴)$")
_SIZE = regex(
    r"^(?:基金|资金)?(?:总?规模|总额|首期|每年(?:安排)?不[低少]于)[^，]{0,6}$"
)  # of the fund named before the comma
_FURTHER = 12  # how many segments a list of prices may run on without a word of support

_TIMES = {"", "year", "month"}
_COUNTED = {"", "year", "month", "piece", "person", "household", "enterprise", "visit"}
# A ceiling by one of these is a ceiling (每人最高1万元); by area or weight it is a price (每平方米最高20元).

RULES = (
    FigureRule(_split, "对重点项目补助10万元，区财政承担4万元。"),
    FigureRule(_further, "购买住房的，补贴1万元；生育二孩的家庭再增加2万元。"),
    FigureRule(_fund_size, "设立50亿元的产业基金。"),
    FigureRule(_bounded, "设备500万元以上补助20%。"),
    FigureRule(_ceiling, "对认定的企业，给予最高不超过100万元奖励。"),
    FigureRule(_condition, "实缴资本达到1亿元，奖励50万元。"),
    FigureRule(_grant, "给予企业10万元奖励。"),
)
"""What an amount may be, in the order of the table."""
