"""The patterns of granting: a table of rows, filled once with the word lists of content/instruments.toml.

A row says what it recognises by an example, in which ``|`` marks where the figure begins or ends, and by another
that it must pass over, with the reason. Both are tests.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from digest.enrich.instruments.segments import FOREIGN, MONEY, POINT, SHARE
from digest.model.vocabulary import InstrumentWords, MeasureWord, any_of
from digest.regex import regex
from digest.text.numerals import DIGITS, HAN

ANY = f"{MONEY}{FOREIGN}{SHARE}{POINT}"
"""All signs of figures, for the inside of a character class."""


class Where(Enum):
    """Where a pattern is tried: up to a figure, from its end on, from the start of a segment, or anywhere in it."""

    LEFT = "left"
    RIGHT = "right"
    START = "start"
    INSIDE = "inside"


class GrammarRow(NamedTuple):
    """``pattern`` has names of word lists between «». It matches ``example``, and not ``but``, for the reason ``why``."""

    name: str
    where: Where
    pattern: str
    example: str
    but: str = ""
    why: str = ""


LEFT, RIGHT, START, INSIDE = Where

ROWS = (
    # What a text needs to grant anything, and the words of support.
    GrammarRow(
        "hint",
        INSIDE,
        "«support»|«give»|«fund_nouns»|«caps»[^，。]{0,6}支持|支持[^，。]{0,12}«caps»|«free_rent»|一[事企项人团]一[议策]"
        "|«brief»(?:«caps»)?[«digits»]",
        "单个项目最高可支持",
        "加强组织领导",
        "grants nothing",
    ),
    GrammarRow("support", INSIDE, "«give»|«named»", "给予", "补贴对象", "the word names no support here"),
    GrammarRow("named", INSIDE, "«named»", "租金补贴", "奖励政策", "names rules, not support"),
    GrammarRow(
        "allowance",
        INSIDE,
        "(?P<purpose>«purposes»)(?:费用?|金)?(?:«support»|经费|费$)",
        "交通补贴",
        "交通运输奖励",
        "a field",
    ),
    # Figures and what they are counted by.
    GrammarRow(
        "group",
        INSIDE,
        "(?P<sign>[«any»])(?:«per»)*(?:[、，]?[和及与或]?(?P=sign)(?:«per»)*)*",
        "100万元、50万元和20万元",
    ),
    GrammarRow(
        "per_before",
        LEFT,
        "(?P<per>(?:(?:每|/|／)[0-9]{0,4}(?:«unit»)(?:次)?[、，]?)+)"
        "(?:[^«any»，]{0,4}?(?:«support»|«give»|«caps»|«floors»|标准|不等|为|按|«money_word»|再|另|统一|分别|可|一次性|的|人民币))*"
        "(?:(?<=给予|发放|补助|补贴|奖励)[^«any»，]{0,8})?$",
        "每人每月补贴|500元",
        "每年营业收入|500万元",
        "what is counted by the year is income",
    ),
    GrammarRow(
        "per_noun",
        LEFT,
        "(?:按照?|给予|奖励|补[贴助])(?P<per>每(?:«counted»))(?!«metrics»)[^«any»，每最不]{0,4}$",
        "按每辆车|3000元",
        "按每亩税收|30万元",
        "taxes are a condition",
    ),
    GrammarRow(
        "per_earlier",
        LEFT,
        "每(?P<per>«counted»)[^«any»，每]{0,6}$",
        "每名博士后|每月5000元",
        "每年|每月5000元",
        "a time is no thing that is counted",
    ),
    GrammarRow("unit", INSIDE, "«unit»", "平方米"),
    GrammarRow(
        "scope",
        INSIDE,
        "(?:(?<![清名订保])单(?!位)[个家一项笔户次种只套件船台]?|每一?[个家项笔户位次种只套件台]?|同一[个家]?|(?<=对)一(?=家))[^，«any»每]{0,8}?"
        "(?P<what>«scope»)(?!(?<=品牌)[^，«any»的]{0,4}(?:企业|机构|公司|单位|门店))",
        "单个品牌连锁企业",
        "申报单位",
        "单位 is a body, no 单个",
    ),
    # What limits a figure.
    GrammarRow(
        "cap_before",
        LEFT,
        "(?P<cap>«caps»)(?:(?:支持|合计|累计|总计|可|可达|为|达|达到|约|每年|年度|«caps»|«give»|«support»|«money_word»|人民币|企业|一次性|的)"
        "|(?:每|单)[个家项]?(?:«scope»)?|每(?:标准)?(?:«unit»))*$",
        "单个企业最高不超过|100万元",
        "不超过3家企业，给予|100万元",
        "the ceiling is of the firms",
    ),
    GrammarRow(
        "cap_after",
        RIGHT,
        "«caps_after»|以内的?[^«any»，]{0,10}?(?:«named»|«nouns»|«give»)|以内$|以下的?(?:一次性)?(?:资金)?(?:«named»|«nouns»)",
        "100万元|以内的工作经费补助",
        "500万元|以下的企业",
        "describes the firms",
    ),
    GrammarRow("about_after", RIGHT, "«about_after»", "100万元|左右的奖励"),
    GrammarRow(
        "compared_before",
        LEFT,
        "(?P<word>«before»)(?:或|为|了|的|给予|人民币|等值|«support»|«money_word»)*$",
        "年销售额首次突破|1亿元",
    ),
    GrammarRow("compared_after", RIGHT, "(?P<word>«after»)", "1亿元|以上的企业"),
    GrammarRow(
        "floor_before", LEFT, "(?:«floors»)(?:为|达|给予|«support»|«money_word»)*$", "给予不少于|10万元"
    ),
    GrammarRow(
        "floor_after",
        RIGHT,
        "以上(?:、?«money»以下)?的?(?:一次性|现金)?(?:«support»|«nouns»)",
        "二十万元|以上奖励",
        "二十万元|以上的企业",
        "describes the firms",
    ),
    # What an applicant must reach.
    GrammarRow(
        "reach_before",
        LEFT,
        "(?<!不)(?<!不得)(?:«reach»)(?:或|为|了|约|人民币|等值)?$",
        "营业收入达到|1亿元",
        "补贴不超过|1亿元",
        "a ceiling, not 超过",
    ),
    GrammarRow(
        "reached",
        INSIDE,
        "(?<!不)(?<!不得)(?:达到|超过(?!的?部分|额)|占|突破|满)",
        "年销售额达到",
        "超过部分给予",
        "the part above is what is paid for",
    ),
    GrammarRow(
        "reach_after",
        RIGHT,
        "(?:人民币|元)?(?:或等值[^，]{1,6})?(?:（[^）]*）)?[及或含]?(?:«reach_after»)",
        "500万元|及以上的",
    ),
    GrammarRow(
        "metric",
        LEFT,
        "(?:«metrics»)(?:总额|总量|合计|累计|累计额|均|分别|为|在|是|约|有|不[低少]于|人民币|的|«reach»)*$",
        "注册资本不低于|5000万元",
        "投资奖励|50万元",
        "奖励 stands between",
    ),
    GrammarRow(
        "step",
        INSIDE,
        "每(?:再)?(?:增加|新增|超过|增长|上|提高|满|递增|超|多|提升|上升|突破|降低|减少|下降|实现|完成|达到?)|每(?:年)?增(?![强值])"
        "|每(?=[^，]{0,12}(?:高于|超出|高出))",
        "每增加1亿元",
        "每年增强活力",
        "增强 counts nothing",
    ),
    GrammarRow(
        "received",
        LEFT,
        "^(?!.*[按以照])(?:.*)(?:已|曾|获得(?!者)|获(?!得者|奖者|评|批|认)|得到|受到|取得|领取过|享受过)[^«any»可后的别]{0,16}"
        "(?<!企业|单位|机构|称号|荣誉|认证|认定|资质|证书|授权|商标|品牌|产品|基地|中心)(?<!奖)(?:«support»|支持)[^«any»，]{0,4}$",
        "已获得市级资助|50万元",
        "铜牌获得者分别奖励|50万元",
        "获得者 is who gets the sum",
    ),
    GrammarRow(
        "loan_limit",
        LEFT,
        "(?:贷款|授信|借款|担保|融资|信贷|授信)[^，]{0,4}(?:额度?|金额|总额|限额|本金|规模|余额)?[^，]{0,4}$",
        "单户贷款额度|最高300万元",
    ),
    # A figure that is changed.
    GrammarRow(
        "raised",
        LEFT,
        "(?:提高|增加|上调|调整|提升|调高|升|提|放宽|上浮|降低|下调|调减|调低|压减|降|最高可?|可)(?:达到|到|至|为|达)$",
        "补贴标准提高到|500元",
        "奖励标准提高|500元",
        "raised by 500 yuan, not to them",
    ),
    GrammarRow(
        "raised_after",
        RIGHT,
        "(?:的|标准|基础上|[^«any»，]{0,4}基础上|，|分别|统一|再|均|全部|[^«any»，]{0,4}补[贴助])*"
        "(?:提高|增加|上调|调整|提升|上升|调高|放宽|降低|下调|调减|调低|压减|降)(?:到|至|为)",
        "由300元|提高到500元",
        "30万元|，每增加1亿元再奖励5万元",
        "a step adds to the sum",
    ),
    GrammarRow("uplift", LEFT, "(?:上浮|加成|提高|增加|追加|上调|加发)$", "奖励比例上浮|10%"),
    # What makes a figure support.
    GrammarRow(
        "own_sum",
        LEFT,
        "(?:«support»|支持)«money_word»*(?:原则上|总计|合计|累计|分别|统一|均|每年|最高|为|是|按|到|至|提高|增加|：)*$",
        "补贴金额为|50万元",
    ),
    GrammarRow(
        "named_after",
        RIGHT,
        "(?:整|人民币)?的?(?!企业|项目|单位)[^«any»的予达超]{0,14}?(?:«support»|«nouns»)",
        "20万元|的一次性租金补贴",
        "1亿元|的企业给予奖励",
        "the sum describes the firms",
    ),
    GrammarRow(
        "granted_after",
        RIGHT,
        "(?:整|(?:折合|折算|等值)?(?:为|成)?人民币|以内|以下|[/／][^«any»，的标给予]{1,4}?)?的?(?:比例|标准|额度|金额|数额|幅度|价格|定额)?(?:比例|标准)?(?:、|或)?"
        "(?:每年|分别|一次性|统一|按年|逐年|可以|可|再|另|直接|进行|(?:对|向|为|给)[^«any»，]{1,16}?)*(?:«give»|«named»|奖|进行|抵扣|抵用)"
        "|由[^«any»，]{0,8}(?:财政|政府|资金池?|基金)(?:予以)?(?:承担|负担|补足)",
        "30%|的标准给予补贴",
        "30%|由农户承担",
        "who gets support bears it",
    ),
    GrammarRow(
        "share_of",
        LEFT,
        "(?:按|按照|参照|根据|以|依据|标准为|比例为|给予|予以)[^«any»]*$",
        "按照服务合同额的|10%",
    ),
    GrammarRow("standard_of", LEFT, "(?:按|按照|以)[^，]{0,12}$", "按每人|500元"),
    GrammarRow("brief", LEFT, "«brief»(?:«caps»|人民币|为)*$", "每亩补|200元"),
    GrammarRow(
        "listed_after",
        RIGHT,
        "(?:[、和及或][^«any»，]{1,12}[«any»])+的?[^«any»，]{0,8}(?:«named»)",
        "50万元|、省级30万元的奖励",
    ),
    GrammarRow(
        "standard", INSIDE, "标准(?:如下|分别为|为|是|：)|具体(?:标准)?为|如下标准|以下标准", "补贴标准如下"
    ),
    GrammarRow(
        "heads_list",
        INSIDE,
        "(?:«support»|支持)[^，]{0,8}(?:标准|金额|额度|比例|数额|限额)|(?:«named»)$"
        "|(?:«give»|按照?|如下|以下|下列)[^，]{0,20}(?:«named»|支持|标准)(?:标准|政策|资金)?(?:如下|分别为|为|其中)?$",
        "按以下标准给予补贴",
        "对下列企业给予支持的条件",
        "conditions follow, no sums",
    ),
    GrammarRow(
        "heads_none",
        INSIDE,
        "条件|情形|之一|材料|程序|流程|要求|范围|用途|用于|原则|管理|监督|对象$",
        "申报条件",
    ),
    # What makes it none.
    GrammarRow("never", INSIDE, "«never»", "支付违约金"),
    GrammarRow("punish", INSIDE, "«punish»", "处以罚款"),
    GrammarRow(
        "paid",
        INSIDE,
        "(?:按|分)[^«any»，]{0,6}(?:«share»[、：:和及]?)+[^，]{0,6}(?:分[^，]{1,6})?(?:«paid_out»)"
        "|(?:首[期年次笔]|第[一二三四1-4][年期次笔]|余下|剩余|其余|先行|先期|尾款|再)[^«any»，]{0,8}(?:«paid_out»)"
        "|(?:拨付|预拨|兑付)[^«any»，的]{0,6}«share»|«share»[^«any»，的]{0,6}(?:拨付|兑付)"
        "|(?:«paid_out»|下达)[^«any»，]{0,8}(?:«support»|支持)(?:资金|金额|总额|款项?|经费|额度?)?[^«any»，]{0,3}的«share»"
        "|(?:应[奖补付拨]|兑[现付])[^«any»，]{0,6}«share»(?:[、和及与]?«share»)+"
        "|预拨(?:总额|资金|金额)?[^«any»，]{0,4}«share»|预拨(?:总额|资金|金额)[^，]{0,12}«share»",
        "一次性拨付补助金额的80%",
        "支付租金的50%给予补贴",
        "what the firm paid is the base",
    ),
    GrammarRow(
        "past",
        INSIDE,
        "(?:已|共|累计|全年|合计|去年|目前)经?(?:发放|兑现|拨付|安排|下达|争取|投入|落实|获得|完成)[^，]{0,8}(?:«support»|资金)(?![^，]*(?:«caps»))"
        "|共(?:为|向)[^，]{0,12}(?:减免|发放|兑现|拨付|补贴)",
        "全区已累计发放稳岗补贴",
        "一次性发放稳岗补贴",
        "grants, reports nothing",
    ),
    GrammarRow(
        "fund",
        INSIDE,
        "(?:«fund_verbs»)[^，]{0,40}(?:«fund_nouns»)|(?:基金|资金池|专项资金)[^，«any»]{0,8}(?:规模|总额|总量|首期|出资)"
        "|资金(?:总量|总规模|预算)|(?:奖补|专项|引导|扶持|发展)资金(?:每年|年度)?(?:安排)?不[低少]于",
        "设立规模50亿元的产业基金",
    ),
    # Who is supported.
    GrammarRow("deed", START, "«deeds»", "开展首轮流片", "技术改造", "goes on with the name: 企业技术改造"),
    GrammarRow(
        "act", START, "(?:成功|率先|首次|新|经)?«acts»", "建设公共平台", "公共平台", "names what is supported"
    ),
    # Support without a figure, and support that ends.
    GrammarRow("case_by_case", INSIDE, r"[“\"'‘]?一[事企项人团]一[议策][”\"'’]?", "采取“一事一议”方式"),
    GrammarRow(
        "delegated",
        INSIDE,
        "(?:按照?|依照|参照|根据)(?!照?(?:以下|下列))[^，]{0,60}(?:规定|政策|办法|措施|标准|细则)[^，]{0,8}"
        "(?:予以|给予|享受|执行|进行|兑现)[^，]{0,8}(?:支持|扶持|奖励|补贴|资助|补助|奖补)",
        "按照相关规定予以支持",
        "按以下标准给予奖励",
        "the text itself says how much",
    ),
    GrammarRow(
        "plain",
        INSIDE,
        "(?:给予|予以|发放|提供|享受)[^，«any»]{0,16}?(?P<name>«named»)(?!(?<=配套)(?:服务|设施|保险|产业|企业|体系|环境))|«free_rent»",
        "给予企业租金补贴",
        "提供上下游配套保险服务",
        "配套 is of the service, no money",
    ),
    GrammarRow(
        "relief",
        INSIDE,
        "(?:免征|减征|免缴|减半征收)[^，«any»]{0,12}(?:税|费)|(?:减)?按[^，«any»]{0,4}«share»的?税率[^，]{0,4}(?:征收|计征|缴纳)"
        "|减按[^，«any»]{0,4}«share»(?:计入|征收)|(?:税前|加计)扣除",
        "免征企业所得税",
        "征收企业所得税",
        "a tax, no relief",
    ),
    GrammarRow(
        "policy",
        INSIDE,
        "(?:运用|采取|采用|实行|实施)[^，«any»]{0,12}?(?P<name>(?!配套)«support»)等?[^，«any»]{0,4}(?:政策|方式|机制|办法)",
        "运用保险补偿等政策",
        "实施相关配套政策",
        "配套 is of the policy, no money",
    ),
    GrammarRow(
        "set_up",
        INSIDE,
        "(?:设立|组建|发起设立|建立)[^，。]{0,30}(?:基金|资金池|专项资金|引导资金)(?!的?(?:绩效|管理|监[督管]|使用|项目库))",
        "设立产业投资基金",
        "建立专项资金的绩效评价制度",
        "sets up no fund",
    ),
    GrammarRow(
        "named_or_policy",
        INSIDE,
        "(?:«support»)(?!对象|范围|条件|期限|资格|申[请报])",
        "奖励政策",
        "补贴资格",
        "who loses it is no repeal",
    ),
    GrammarRow(
        "ended",
        START,
        "(?:自[^，]{1,16}起)?(?:逐步|全面|一律|适时)?(?:[对凡从][^，]{0,30}?)?(?P<verb>«ended»)",
        "取消流片补贴",
        "给予补贴后不取消资格",
        "grants first",
    ),
    GrammarRow(
        "ended_after",
        INSIDE,
        "(?:«ended_after»)$",
        "购房补贴政策停止执行",
        "停止执行后给予奖励",
        "goes on with a grant",
    ),
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rows as compiled patterns, by their names; ``signs`` says what each comparing word means."""

    words: InstrumentWords
    signs: Mapping[str, str]
    hint: re.Pattern[str]
    support: re.Pattern[str]
    named: re.Pattern[str]
    allowance: re.Pattern[str]
    group: re.Pattern[str]
    per_before: re.Pattern[str]
    per_noun: re.Pattern[str]
    per_earlier: re.Pattern[str]
    unit: re.Pattern[str]
    scope: re.Pattern[str]
    cap_before: re.Pattern[str]
    cap_after: re.Pattern[str]
    about_after: re.Pattern[str]
    compared_before: re.Pattern[str]
    compared_after: re.Pattern[str]
    floor_before: re.Pattern[str]
    floor_after: re.Pattern[str]
    reach_before: re.Pattern[str]
    reached: re.Pattern[str]
    reach_after: re.Pattern[str]
    metric: re.Pattern[str]
    step: re.Pattern[str]
    received: re.Pattern[str]
    loan_limit: re.Pattern[str]
    raised: re.Pattern[str]
    raised_after: re.Pattern[str]
    uplift: re.Pattern[str]
    own_sum: re.Pattern[str]
    named_after: re.Pattern[str]
    granted_after: re.Pattern[str]
    share_of: re.Pattern[str]
    standard_of: re.Pattern[str]
    brief: re.Pattern[str]
    listed_after: re.Pattern[str]
    standard: re.Pattern[str]
    heads_list: re.Pattern[str]
    heads_none: re.Pattern[str]
    never: re.Pattern[str]
    punish: re.Pattern[str]
    paid: re.Pattern[str]
    past: re.Pattern[str]
    fund: re.Pattern[str]
    deed: re.Pattern[str]
    act: re.Pattern[str]
    case_by_case: re.Pattern[str]
    delegated: re.Pattern[str]
    plain: re.Pattern[str]
    relief: re.Pattern[str]
    policy: re.Pattern[str]
    set_up: re.Pattern[str]
    named_or_policy: re.Pattern[str]
    ended: re.Pattern[str]
    ended_after: re.Pattern[str]


@lru_cache(maxsize=4)
def grammar(words: InstrumentWords) -> Grammar:
    """The patterns for a set of word lists."""
    lists = _lists(words)
    patterns = {row.name: regex(_NAME.sub(lambda found: lists[found[1]], row.pattern)) for row in ROWS}
    signs = {word: row.sign for row in words.comparisons for word in (*row.before, *row.after)}
    return Grammar(words=words, signs=MappingProxyType(signs), **patterns)


def measure_id(measures: tuple[MeasureWord, ...], printed: str) -> str | None:
    """The id of the unit or scope that is printed so."""
    return next((measure.id for measure in measures if printed in measure.printed), None)


def _lists(words: InstrumentWords) -> Mapping[str, str]:
    """What stands between «» in a row, as a part of a pattern."""
    support = _any(words.support)
    unit = _any(form for measure in words.units for form in measure.printed)
    return {
        "any": ANY,
        "money": MONEY,
        "share": SHARE,
        "digits": f"{DIGITS}{HAN}",
        "give": _any(words.give),
        "support": support,
        "named": rf"(?!{_NO_MATCHING})(?:{support})(?!{_NO_SUPPORT})",
        "nouns": _any(words.nouns),
        "brief": _any(words.brief),
        "purposes": _any(words.purposes),
        "caps": _any(words.caps),
        "caps_after": _any(words.caps_after),
        "floors": _any(words.floors),
        "reach": _any(words.reach),
        "reach_after": _any(words.reach_after),
        "metrics": _any(words.metrics),
        "fund_nouns": _any(words.fund_nouns),
        "fund_verbs": _any(words.fund_verbs),
        "never": _any(words.never),
        "punish": _any(words.punish),
        "paid_out": _any(words.paid_out),
        "ended": _any(words.ended),
        "ended_after": _any(words.ended_after),
        "before": _any(word for row in words.comparisons for word in row.before),
        "after": _any(word for row in words.comparisons for word in row.after),
        "about_after": _any(word for row in words.comparisons if row.sign == "~" for word in row.after),
        "deeds": _any(words.deeds),
        "acts": _any(words.acts),
        "unit": unit,
        "counted": _any(form for measure in words.units if not measure.time for form in measure.printed),
        "scope": _any(form for measure in words.scopes for form in measure.printed),
        "per": rf"(?:[/／•·]每?|每)[0-9]{{0,4}}(?:{unit}){{1,2}}",
        "money_word": "(?:资金|费用|金额|总额|额度|标准|比例|额|费|金|数额|限额|总数)",
        "free_rent": r"(?:免(?:收|除|交|缴|费)?|减半收取|减免)[^，。；]{0,4}?(?:租金|房租|场租|租)",
    }


def _any(words: Iterable[str]) -> str:
    return f"(?:{any_of(words)})"


_NAME = regex("«([a-z_]+)»")
_NO_MATCHING = "配套(?:保险|保障|能力|功能|建设|产品|企业|项目|管理|生产|工程|率|园区|金融|服务)"
_NO_SUPPORT = "对象|范围|条件|期限|年限|时间|政策|机制|方式|办法|设施|基础|公共|服务|产业|用房|体系"
