"""The patterns of granting, made once from the word lists of content/instruments.toml."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from digest.enrich.instruments.segments import FOREIGN, MONEY, POINT, SHARE
from digest.model.vocabulary import InstrumentWords, Measure
from digest.text.numerals import DIGITS, HAN

ANY = f"{MONEY}{FOREIGN}{SHARE}{POINT}"
"""All signs of figures, for the inside of a character class."""


_FREE_RENT = r"(?:免(?:收|除|交|缴|费)?|减半收取|减免)[^，。；]{0,4}?(?:租金|房租|场租|租)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """Compiled patterns. ``left`` ones end where a figure begins, ``right`` ones begin where it ends."""

    words: InstrumentWords
    hint: re.Pattern[str]  # a text without a match grants nothing
    support: re.Pattern[str]  # a word that names or hands out support, anywhere
    named: re.Pattern[str]  # a word that names support, anywhere
    group: re.Pattern[str]  # figures of one sort in a row, with their units
    per_before: re.Pattern[str]  # left: 每月每平方米
    per_noun: re.Pattern[str]  # left: 每辆车
    cap_before: re.Pattern[str]  # left: 单个企业最高不超过
    cap_after: re.Pattern[str]  # right: 为上限
    about_after: re.Pattern[str]  # right: 左右
    compared_before: re.Pattern[str]  # left: 超过, 约; the group ``word`` is a key of ``signs``
    compared_after: re.Pattern[str]  # right: 以上
    signs: Mapping[str, str]  # what each comparing word says
    floor_before: re.Pattern[str]  # left: 不少于
    reach_before: re.Pattern[str]  # left: 达到
    reached: re.Pattern[str]  # anywhere: 达到, but not 超过部分
    reach_after: re.Pattern[str]  # right: 以上的
    floor_after: re.Pattern[str]  # right: 以上奖励
    raised: re.Pattern[str]  # left: 提高到
    raised_after: re.Pattern[str]  # right: 提高到
    listed_after: re.Pattern[str]  # right, to the end: 、省级30万元的奖励
    uplift: re.Pattern[str]  # left: 上浮
    step: re.Pattern[str]  # anywhere: 每增加
    metric: re.Pattern[str]  # left: 注册资本
    own_sum: re.Pattern[str]  # left: 补贴金额为
    named_after: re.Pattern[str]  # right: 的租金补贴
    granted_after: re.Pattern[str]  # right: 的标准给予补贴
    share_of: re.Pattern[str]  # left: 按照服务合同额的
    standard_of: re.Pattern[str]  # left: 按每人
    received: re.Pattern[str]  # left: 获得市级资助
    brief: re.Pattern[str]  # left: 每亩补
    never: re.Pattern[str]  # anywhere: 违约金
    punish: re.Pattern[str]  # anywhere in the sentence: 罚款
    paid: re.Pattern[str]  # anywhere: 分三年发放
    past: re.Pattern[str]  # anywhere: 已累计发放
    standard: re.Pattern[str]  # anywhere: 标准如下
    fund: re.Pattern[str]  # anywhere: 设立 ... 基金
    loan_limit: re.Pattern[str]  # left, up to a cap: 贷款额度
    unit: re.Pattern[str]  # one unit
    scope: re.Pattern[str]  # 单个并购项目, 每家企业
    case_by_case: re.Pattern[str]  # 一事一议
    delegated: re.Pattern[str]  # 按照相关规定予以支持
    plain: re.Pattern[str]  # 给予租金补贴, without a figure
    set_up: re.Pattern[str]  # 设立产业基金, without a figure
    policy: re.Pattern[str]  # 运用保险补偿等政策, without a figure
    named_or_policy: re.Pattern[str]  # anywhere: a word of support, also of its rules (奖励政策)
    ended: re.Pattern[str]  # at a segment's start: 取消流片补贴
    ended_after: re.Pattern[str]  # at a segment's end: 购房补贴政策停止执行


@lru_cache(maxsize=4)
def grammar(words: InstrumentWords) -> Grammar:
    """The patterns for a set of word lists."""
    give, support, nouns = _any(words.give), _any(words.support), _any(words.nouns)
    caps, floors, reach = _any(words.caps), _any(words.floors), _any(words.reach)
    unit = _any(form for measure in words.units for form in measure.printed)
    scope = _any(form for measure in words.scopes for form in measure.printed)
    counted = _any(form for measure in words.units if not measure.time for form in measure.printed)
    about = [row for row in words.comparisons if row.sign == "~"]
    named = rf"(?:{support})(?!对象|范围|条件|期限|年限|时间|政策|机制|方式|办法|设施|基础|公共|服务|产业|用房|体系)"
    money_word = r"(?:资金|金额|总额|额度|标准|比例|额|费|金|数额|限额|总数)"
    per = rf"(?:[/／•·]每?|每)[0-9]{{0,4}}(?:{unit}){{1,2}}"
    return Grammar(
        words=words,
        hint=re.compile(
            rf"{support}|{give}|{_any(words.fund_nouns)}|{caps}[^，。]{{0,6}}支持|支持[^，。]{{0,12}}{caps}|{_FREE_RENT}|一[事企项人团]一[议策]|{_any(words.brief)}(?:{caps})?[{DIGITS}{HAN}]"
        ),
        support=re.compile(rf"{give}|{named}"),
        named=re.compile(named),
        group=re.compile(
            "|".join(
                rf"{sign}(?:{per})*(?:[、，]?[和及与或]?{sign}(?:{per})*)*"
                for sign in (MONEY, SHARE, POINT, FOREIGN)
            )
        ),
        per_before=re.compile(
            rf"(?P<per>(?:(?:每|/|／)[0-9]{{0,4}}(?:{unit})(?:次)?[、，]?)+)"
            rf"(?:[^{ANY}，]{{0,4}}?(?:{support}|{give}|{caps}|{floors}|标准|不等|为|按|{money_word}|再|另|统一|分别|可|一次性|的|人民币))*"
            rf"(?:(?<=给予|发放|补助|补贴|奖励)[^{ANY}，]{{0,8}})?$"
        ),
        per_noun=re.compile(
            rf"(?:按照?|给予|奖励|补[贴助])(?P<per>每(?:{counted}))(?!(?:{_any(words.metrics)}))[^{ANY}，每最不]{{0,4}}$"
        ),
        cap_before=re.compile(
            rf"(?P<cap>{caps})(?:(?:支持|合计|累计|总计|可|可达|为|达|达到|约|每年|年度|{caps}|{give}|{support}|{money_word}|人民币|企业|一次性|的)"
            rf"|(?:每|单)[个家项]?(?:{scope})?)*$"
        ),
        cap_after=re.compile(
            rf"{_any(words.caps_after)}|以内的?[^{ANY}，]{{0,10}}?(?:{named}|{nouns}|{give})|以内$"
            rf"|以下的?(?:一次性)?(?:资金)?(?:{named}|{nouns})"
        ),
        about_after=re.compile("(?:" + _any(word for row in about for word in row.after) + ")"),
        compared_before=re.compile(
            rf"(?P<word>{_any(word for row in words.comparisons for word in row.before)})"
            rf"(?:或|为|了|的|给予|人民币|等值|{support}|{money_word})*$"
        ),
        compared_after=re.compile(
            rf"(?P<word>{_any(word for row in words.comparisons for word in row.after)})"
        ),
        signs=MappingProxyType(
            {word: row.sign for row in words.comparisons for word in (*row.before, *row.after)}
        ),
        floor_before=re.compile(rf"(?:{floors})(?:为|达|给予|{support}|{money_word})*$"),
        reach_before=re.compile(rf"(?<!不)(?<!不得)(?:{reach})(?:或|为|了|约|人民币|等值)?$"),
        reached=re.compile(r"(?<!不)(?<!不得)(?:达到|超过(?!的?部分|额)|占|突破|满)"),
        reach_after=re.compile(
            rf"(?:人民币|元)?(?:或等值[^，]{{1,6}})?(?:（[^）]*）)?[及或含]?(?:{_any(words.reach_after)})"
        ),
        floor_after=re.compile(rf"以上(?:、?{MONEY}以下)?的?(?:一次性|现金)?(?:{support}|{nouns})"),
        raised=re.compile(
            r"(?:提高|增加|上调|调整|提升|调高|升|提|放宽|上浮|降低|下调|调减|调低|压减|降|最高可?|可)(?:达到|到|至|为|达)$"
        ),
        raised_after=re.compile(
            rf"(?:的|标准|基础上|[^{ANY}，]{{0,4}}基础上|，|分别|统一|再|均|全部|[^{ANY}，]{{0,4}}补[贴助])*"
            r"(?:提高|增加|上调|调整|提升|上升|调高|放宽|降低|下调|调减|调低|压减|降)(?:到|至|为)"
        ),
        listed_after=re.compile(rf"(?:[、和及][^{ANY}，]{{1,12}}{MONEY})+的?[^{ANY}，]{{0,8}}(?:{named})"),
        uplift=re.compile(r"(?:上浮|加成|提高|增加|追加|上调|加发)$"),
        step=re.compile(
            r"每(?:再)?(?:增加|新增|超过|增长|上|提高|满|递增|超|多|提升|上升|突破|降低|减少|下降)|每(?:年)?增(?![强值])"
            r"|每(?=[^，]{0,12}(?:高于|超出|高出))"
        ),
        metric=re.compile(
            rf"(?:{_any(words.metrics)})(?:总额|总量|合计|累计|累计额|均|分别|为|在|是|约|有|不[低少]于|人民币|的|{reach})*$"
        ),
        own_sum=re.compile(
            rf"(?:{support}|支持){money_word}*(?:原则上|总计|合计|累计|分别|统一|均|每年|最高|为|是|按|到|至|提高|增加|：)*$"
        ),
        named_after=re.compile(
            rf"(?:整|人民币)?的?(?!企业|项目|单位)[^{ANY}的予达超]{{0,14}}?(?:{support}|{nouns})"
        ),
        granted_after=re.compile(
            rf"(?:整|人民币|以内|以下)?的?(?:比例|标准|额度|金额|数额|幅度|价格|定额)?(?:比例|标准)?(?:、|或)?"
            rf"(?:每年|分别|一次性|统一|按年|逐年|可以|可|再|另|直接|进行|(?:对|向|为|给)[^{ANY}，]{{1,16}}?)*(?:{give}|{named}|奖|进行|抵扣|抵用)"
            rf"|由[^{ANY}，]{{0,8}}(?:财政|政府|资金池?|基金)(?:予以)?(?:承担|负担|补足)"
        ),
        share_of=re.compile(rf"(?:按|按照|参照|根据|以|依据|标准为|比例为|给予|予以)[^{ANY}]*$"),
        standard_of=re.compile(r"(?:按|按照|以)[^，]{0,12}$"),
        received=re.compile(
            rf"^(?!.*[按以照])(?:.*)(?:已|曾|获得(?!者)|获(?!得者|奖者)|得到|受到|取得|领取过|享受过)[^{ANY}可后的]{{0,16}}(?:{support}|支持)[^{ANY}，]{{0,4}}$"
        ),
        brief=re.compile(rf"{_any(words.brief)}(?:{caps}|人民币|为)*$"),
        never=re.compile(_any(words.never)),
        punish=re.compile(_any(words.punish)),
        paid=re.compile(
            rf"(?:按|分)[^{ANY}，]{{0,6}}(?:{SHARE}[、：:和及]?)+[^，]{{0,6}}(?:分[^，]{{1,6}})?(?:{_any(words.paid_out)})"
            rf"|(?:首[期年次笔]|第[一二三四1-4][年期次笔]|余下|剩余|其余|先行|先期|尾款|再)[^{ANY}，]{{0,8}}(?:{_any(words.paid_out)})"
            rf"|(?:拨付|预拨|兑付)[^{ANY}，的]{{0,6}}{SHARE}|{SHARE}[^{ANY}，的]{{0,6}}(?:拨付|兑付)"
            rf"|(?:{_any(words.paid_out)}|下达)[^{ANY}，]{{0,8}}(?:{support}|支持)(?:资金|金额|总额|款项?|经费|额度?)?[^{ANY}，]{{0,3}}的{SHARE}"
            rf"|预拨(?:总额|资金|金额)?[^{ANY}，]{{0,4}}{SHARE}|预拨(?:总额|资金|金额)[^，]{{0,12}}{SHARE}"
        ),
        past=re.compile(
            rf"(?:已|共|累计|全年|合计|去年|目前)经?(?:发放|兑现|拨付|安排|下达|争取|投入|落实|获得|完成)"
            rf"[^，]{{0,8}}(?:{support}|资金)"
            rf"|共(?:为|向)[^，]{{0,12}}(?:减免|发放|兑现|拨付|补贴)"
        ),
        standard=re.compile(r"标准(?:如下|分别为|为|是|：)|具体(?:标准)?为|如下标准|以下标准"),
        fund=re.compile(
            rf"(?:{_any(words.fund_verbs)})[^，]{{0,40}}(?:{_any(words.fund_nouns)})|(?:基金|资金池|专项资金)[^，{ANY}]{{0,8}}(?:规模|总额|总量|首期|出资)"
            rf"|资金(?:总量|总规模|预算)"
        ),
        loan_limit=re.compile(
            r"(?:贷款|授信|借款|担保|融资|信贷|授信)[^，]{0,4}(?:额度?|金额|总额|限额|本金|规模|余额)?[^，]{0,4}$"
        ),
        unit=re.compile(unit),
        scope=re.compile(
            rf"(?:(?<![清名订保])单(?!位)[个家一项笔户次种只套件船台]?|每一?[个家项笔户位次种只套件台]?|同一[个家]?)[^，{ANY}每]{{0,8}}?(?P<what>{scope})"
        ),
        case_by_case=re.compile(r"[“\"'‘]?一[事企项人团]一[议策][”\"'’]?"),
        delegated=re.compile(
            r"(?:按照?|依照|参照|根据)[^，]{0,60}(?:规定|政策|办法|措施|标准|细则)[^，]{0,8}(?:予以|给予|享受|执行|进行|兑现)"
            r"[^，]{0,8}(?:支持|扶持|奖励|补贴|资助|补助|奖补)"
        ),
        policy=re.compile(
            rf"(?:运用|采取|采用|实行|实施|落实)[^，{ANY}]{{0,12}}?(?P<name>{support})等?[^，{ANY}]{{0,4}}(?:政策|方式|机制|办法)"
        ),
        named_or_policy=re.compile(rf"(?:{support})(?!对象|范围|条件|期限|资格)"),
        ended=re.compile(rf"(?:自[^，]{{1,16}}起)?(?:[对凡从][^，]{{0,30}}?)?(?P<verb>{_any(words.ended)})"),
        ended_after=re.compile(rf"(?:{_any(words.ended_after)})$"),
        plain=re.compile(rf"(?:给予|予以|发放|提供|享受)[^，{ANY}]{{0,16}}?(?P<name>{named})|{_FREE_RENT}"),
        set_up=re.compile(
            r"(?:设立|组建|发起设立|建立)[^，。]{0,30}(?:基金|资金池|专项资金|引导资金)(?!的?(?:绩效|管理|监[督管]|使用|项目库))"
        ),
    )


def measure_id(measures: tuple[Measure, ...], printed: str) -> str | None:
    """The id of the unit or scope that is printed so."""
    return next((measure.id for measure in measures if printed in measure.printed), None)


def _any(words: Iterable[str]) -> str:
    """An alternation, the longest word first."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, listed)) + ")"
