"""Where a heading ends and text begins on the line of a label.

Headings of policy texts stand on their own line (（二）发展目标), run in before the first full stop
(（一）发展现状。2021年…), before a colon (建筑业：上一年度…), in brackets (【落户奖】), or in a sentence
(第二章是培育新动能，共5条：). Statutes mostly have none. The signs used here are grammatical: a heading
names a thing or an action and neither grants, conditions nor obliges.
"""

from typing import NamedTuple

from digest.regex import regex
from digest.text.rules import Rule, any_of

LONGEST = 60
"""No heading of more characters has been seen; a longer line is text."""

END = "。；：，、！？;:,!?"
_WORD = "a word that begins so"
PREDICATES = (
    Rule("a duty", "应当|应该|必须|不得", "申请人应当依法登记"),
    Rule(
        "a need",
        "(?<![急所内供])需(?!求)",
        "企业需提交材料",
        but=("引进急需人才", "保障所需资金", "扩大内需", "促进供需对接", "满足市场需求"),
        why="需 is part of a noun or of 急需, 所需",
    ),
    Rule("a permission or a grant", "可以|予以|给予", "企业可以申报"),
    Rule("a definition", "是指|属于|包括|为准", "总部企业是指本市企业"),
    Rule("a list that follows", "下列|以下|如下", "支持下列企业"),
    Rule("who does it, and how", "负责|方式进行|有关规定", "区财政局负责"),
    Rule("an amendment", "修改为|改为|删去", "第六条修改为新条文"),
    Rule("a condition", "的，", "注册在本市的，补助"),
    Rule(
        "a limit",
        "不低于|不超过|(?<!及)以上",
        "收入不低于上年",
        but=("支持市级及以上工业设计中心",),
        why="及以上 is part of a name",
    ),
    Rule("a figure", r"[%％]|\d万|万元|亿元", "补助50%"),
)
"""Words anywhere in a sentence by which it says something of its subject; a heading only names it."""

OPENINGS = (
    Rule(
        "what something is done to",
        "对(?!外|接|标|口|台)",
        "对企业奖励",
        but=("对外开放", "对接平台", "对标一流", "对口支援", "对台合作"),
        why=_WORD,
    ),
    Rule("what for", "为(?!民|企)", "为加快发展", but=("为民服务", "为企解忧"), why="a slogan"),
    Rule("where", "在(?!线|校)", "在本市注册", but=("在线教育", "在校学生"), why=_WORD),
    Rule("by what", "按", "按年度评审"),
    Rule("who", "凡|任何|各", "凡本市企业"),
    Rule(
        "since when",
        "自(?!主|贸|动|然|由)",
        "自公布之日起施行",
        but=("自主创新", "自贸试验区", "自动驾驶", "自然资源", "自由贸易"),
        why=_WORD,
    ),
    Rule(
        "by which means",
        "以(?!商|旧|赛|链|产|.{1,6}为|[^，。]{1,14}(?:引领|带动|驱动|赋能|改造))",
        "以奖代补",
        but=(
            "以商招商",
            "以旧换新",
            "以赛促学",
            "以链招商",
            "以产促城",
            "以应用为牵引",
            "以数字化、智能化改造传统产业",
            "以创新引领升级",
        ),
        why="an aim in few words is a heading",
    ),
    Rule("why", "因(?!地)", "因情况变化", but=("因地制宜",), why=_WORD),
    Rule("by whom", "由", "由区财政局解释"),
    Rule("after what", "经(?!济|营|贸)", "经评审认定", but=("经济发展", "经营主体", "经贸合作"), why=_WORD),
    Rule("this text", "本(?!土|地|质)", "本措施自发布", but=("本土企业", "本地配套", "本质安全"), why=_WORD),
    Rule("whose", "其(?!他)", "其资金另行安排", but=("其他",), why=_WORD),
    Rule("what will be", "将", "将另行公布"),
    Rule(
        "what there is",
        "有(?!序|效|机|力|色)",
        "有违法记录",
        but=("有序推进", "有效投资", "有机农业", "有力支撑", "有色金属"),
        why=_WORD,
    ),
    Rule(
        "what there is not",
        "无(?!人|线|障|废)",
        "无违法记录",
        but=("无人机", "无线通信", "无障碍环境", "无废城市"),
        why=_WORD,
    ),
    Rule("what is not", "不|未(?!来)", "未取得资格", but=("未来产业",), why=_WORD),
    Rule(
        "what may and must be",
        "可(?!再生|持续)|须|禁止",
        "可申报一次",
        but=("可再生能源", "可持续发展"),
        why=_WORD,
    ),
    Rule("who qualifies", "符合|具有|属", "符合条件"),
    Rule("from when or whom", "从(?!业|严)", "从事研发", but=("从业人员", "从严管理"), why=_WORD),
    Rule("if", "当|若|如", "如有变化"),
    Rule("the first of several", "一是", "一是加强领导"),
    # 国家级平台 and 企业上市 name a thing.
    Rule(
        "a body that acts",
        "(?:国家|[省市县区][^，。]{0,10}(?:局|委|厅|部门|政府|办公室))"
        "(?:统筹|组织|加强|会同|根据|牵头|每年|鼓励|支持|安排|设立|建立|审核|受理)",
        "市人民政府加强领导",
    ),
    Rule(
        "an applicant that is or does something",
        "(?:企业|申请人|申报人|申请单位|申报单位|项目单位|投资方)(?:依法|已|曾|近|提出|提交|具备|拥有|取得|通过)",
        "企业依法登记",
    ),
    Rule("since some years", r"近[一二三两\d]+年", "近三年盈利"),
)
"""Words at the start of a sentence after which it cannot be a name."""

NOT_NAMES = (
    Rule("a duty", "应当|应该|必须|不得|不予", "申请人必须依法登记"),
    Rule(
        "a duty of a body",
        "(?:部门|政府|单位|各级|各地|机构)要|要[加落建认充出制]",
        "教育部门要开设课程",
    ),
    Rule("a definition", "是指", "总部企业是指集团总公司"),
    Rule("a list that follows", "下列|以下|如下|之一", "提供下列材料"),
    Rule("who does it, how and by what rule", "采取|负责|按照|根据|有关规定|有权", "奖励采取后补助方式"),
    Rule("an amendment", "修改为", "第六条修改为新条文"),
    Rule("a condition, or what is left out", "的，|外，", "新认定的，奖励企业"),
    Rule("to whom it is done", "的[企项单机个人]", "新认定的企业奖励"),
    Rule("a figure", r"[\d%％]|万元|亿元", "补助50%"),
)
"""Words by which a sentence is no name even where its siblings have one (为企业提供优质服务 may be)."""

SAYINGS = (
    Rule("this text, or what stands above", "本[办意政措规通条方]|其|以上|上述|所|该|此", "本办法鼓励创新"),
    Rule("who", "各|凡|任何", "各部门加强协作"),
    Rule("by whom, after what or since when", "经|由|自", "由区财政局拨付资金"),
    Rule("who qualifies", "符合|具有|属|有|无|未|不", "符合条件企业"),
    Rule("if", "若|如|当", "如有变化"),
    Rule("what may and must be", "可|须", "可申报一次"),
    Rule("the first of several", "一是", "一是加强领导"),
)
"""Words at the start of a sentence that is no name even where its siblings have one."""

POLICY_VERBS = (
    *(
        "鼓励",
        "支持",
        "加快",
        "推进",
        "推动",
        "加强",
        "强化",
        "完善",
        "优化",
        "提升",
        "提高",
        "培育",
        "建设",
        "打造",
        "构建",
    ),
    *(
        "实施",
        "开展",
        "健全",
        "建立",
        "深化",
        "扩大",
        "促进",
        "引导",
        "引进",
        "加大",
        "落实",
        "创新",
        "保障",
        "规范",
        "搭建",
    ),
    *("设立", "做好", "发展", "拓展", "壮大", "积极", "大力", "着力", "全面", "统筹"),
)
"""What a measure does; with these a heading of several words may begin."""

SUPPORT_NAMES = ("奖励", "补贴", "补助", "资助", "扶持", "支持", "奖", "津贴", "贴息", "补偿")
"""Ends of the name of a grant: 落户奖励."""

_PREDICATE, _OPENING = any_of(PREDICATES), any_of(OPENINGS)
_NO_NAME, _SAYS = any_of(NOT_NAMES), any_of(SAYINGS)
_SUM = r"\d[^。]*(?:元|[%％])"
# A grant as a sentence: 给予最高30万元资助, 按50%奖励.
_GRANT = regex(
    rf"(?:给予|奖励|补贴|资助|补助|予以|奖补)[^。]*{_SUM}|{_SUM}[^。]*(?:奖励|补贴|资助|补助|奖补)"
)
_ANNOUNCED = regex(r"(是|为|：)([^。；，,]{2,30})，共[一二三四五六七八九十百\d]{1,4}条[：:。]?$")
_BRACKET = regex(r"【([^】]{1,40})】[ \u3000]*")
_PARENTHESIS = regex(r"（([^）\d一二三四五六七八九十]{2,16})）(?=.)")
_COLON = regex(r"([^，。；：:,、]{2,15}(?:[、及与和][^，。；：:,、]{1,10})?)[：:](?=.)")


class FoundHeading(NamedTuple):
    """A heading in a line: ``start`` to ``end`` are its characters, text begins at ``body``."""

    start: int
    end: int
    body: int
    style: str


def announced(rest: str) -> FoundHeading | None:
    """第二章 + 是加强产业链韧性，共五条： -> the heading inside the sentence."""
    match = _ANNOUNCED.match(rest)
    return FoundHeading(match.start(2), match.end(2), len(rest), "sentence") if match else None


def bracketed(rest: str) -> FoundHeading | None:
    """第五条 + 【提升能级奖】非总部型… -> the heading in the brackets."""
    match = _BRACKET.match(rest)
    return FoundHeading(match.start(1), match.end(1), match.end(), "bracket") if match else None


def parenthesised(rest: str) -> FoundHeading | None:
    """第一条 + （立法目的）为了… -> the heading in round brackets."""
    match = _PARENTHESIS.match(rest)
    return FoundHeading(match.start(1), match.end(1), match.end(), "bracket") if match else None


def own_line(rest: str) -> FoundHeading | None:
    """A line without a closing mark is a heading when it is short enough."""
    if not rest or rest[-1] in END or "。" in rest or len(rest) > LONGEST:
        return None
    if len(rest) > 20 and not names_something(rest):
        return None
    return FoundHeading(0, len(rest), len(rest), "own_line")


def title(rest: str) -> FoundHeading | None:
    """The name of a chapter or box: the whole line, but not a sentence."""
    if len(rest) > LONGEST or "。" in rest[:-1]:
        return None
    end = len(rest.rstrip(END))
    return FoundHeading(0, end, len(rest), "own_line") if end else None


def stopped_line(rest: str) -> FoundHeading | None:
    """A line that is a heading but for its full stop: 先进制造业与建筑业。 (only where more follows)."""
    name = rest[:-1]
    if rest[-1:] != "。" or "。" in name or len(name) > 20 or not names_something(name):
        return None
    return FoundHeading(0, len(name), len(rest), "own_line")


def inline(rest: str) -> FoundHeading | None:
    """The first sentence when it reads as a heading and text follows on the line."""
    end = rest.find("。")
    if not 2 <= end <= 40 or end + 1 == len(rest) or not names_something(rest[:end]):
        return None
    body = end + 1 + len(rest[end + 1 :]) - len(rest[end + 1 :].lstrip())
    return FoundHeading(0, end, body, "inline")


def terse(rest: str) -> FoundHeading | None:
    """A first sentence of a few words: 项目入库。区科技局面向全区征集…."""
    head = inline(rest)
    return head if head and head.end <= _TERSE else None


def colon(rest: str) -> FoundHeading | None:
    """A short name before a colon when text follows on the line."""
    match = _COLON.match(rest)
    if not match or _PREDICATE.search(match[1]) or _OPENING.match(match[1]):
        return None
    return FoundHeading(0, match.end(1), match.end(), "colon")


def names_something(sentence: str) -> bool:
    """Whether a sentence reads as a heading: no condition, no grant, no duty, hardly a comma."""
    if sentence.count("，") + sentence.count("；") + sentence.count("：") > 1:
        return False
    return not _OPENING.match(sentence) and not _PREDICATE.search(sentence)


def like_siblings(rest: str) -> FoundHeading | None:
    """The heading of an item whose siblings have one: also 为企业提供优质服务。…, 航线补贴 对新开航线…, and a longer name
    before a colon. Who must do something, a condition and this text itself stay text."""
    end = rest.find("。")
    if _SHORTEST <= end <= _LONGEST_INLINE and end + 1 < len(rest) and _may_name(rest[:end]):
        return FoundHeading(0, end, end + 1, "inline")
    found = _APART.match(rest)
    if found and _may_name(found[1]):
        return FoundHeading(0, found.end(1), found.end(), "inline")
    return None


def _may_name(sentence: str) -> bool:
    return (
        sentence.count("，") <= _MOST_COMMAS and not _NO_NAME.search(sentence) and not _SAYS.match(sentence)
    )


_SHORTEST, _LONGEST_INLINE, _MOST_COMMAS = 2, 40, 2
_APART = regex(r"([^，。；：:\s]{2,30})(?:[：:]|[ \u3000]+(?=[\u4e00-\u9fff]))(?=.{6})")


def is_measure(sentence: str) -> bool:
    """Whether a sentence opens with a verb of policy: 鼓励, 支持, 推进 ..."""
    return sentence.startswith(POLICY_VERBS)


def heads_a_grant(head: FoundHeading, rest: str) -> bool:
    """Whether an inline heading is sure even where its neighbours have none: 鼓励产品研发。对…给予30万元…,
    落户奖励。对…给予50万元…, 科技信贷支持：…"""
    names = head.end <= _LONGEST_NAME and rest.endswith(SUPPORT_NAMES, 0, head.end)
    if names and head.style == "colon":
        return True
    return (names or (head.end <= 14 and is_measure(rest))) and _GRANT.search(rest, head.body) is not None


_LONGEST_NAME, _TERSE = 12, 10
