"""Bodies that a sentence makes responsible: 由市科技局会同市财政局负责, 市科技局牵头，市财政局配合.

A list of names counts where it begins behind 由 or at the beginning of a clause and a duty follows it. ``OPENINGS``
says which duties count where; each example is a test.
"""

import re
from typing import NamedTuple

from digest.model.vocabulary import AgencyWords
from digest.regex import regex
from digest.text.rules import Rule, joined


class AgencyMention(NamedTuple):
    """A name as it stands in a sentence. ``role``: responsible | lead (牵头 is printed) | support."""

    start: int
    end: int
    role: str


class Opening(NamedTuple):
    """``opening`` ends where a list of names may begin; ``duties`` says which must follow: any, those of a
    subject, or none. ``example`` is read as ``found``."""

    opening: re.Pattern[str]
    duties: str
    example: str
    found: tuple[tuple[str, str], ...]


OPENINGS: tuple[Opening, ...] = (
    # 理由, 自由, 由于 are other words
    Opening(
        regex(r"(?<![理自缘来])(?:分别)?由(?![于此来])"),
        "any",
        "具体工作由区经信局、区住建局等部门承担",
        (("区经信局", "responsible"), ("区住建局", "responsible")),
    ),
    Opening(
        regex(r"(?:^|[，：:、])\s*(?:其中[：，]?|同时[，]?|并?请)?"),
        "subject",
        "市科技局牵头，市财政局、市人社局配合",
        (("市科技局", "lead"), ("市财政局", "support"), ("市人社局", "support")),
    ),
    Opening(
        regex(r"解释权(?:归|属于?)"),
        "none",
        "本政策解释权归市商务局、市财政局",
        (("市商务局", "responsible"), ("市财政局", "responsible")),
    ),
    Opening(
        regex(r"办公室设[在于]"),
        "none",
        "领导小组办公室设在市体育局",
        (("市体育局", "responsible"),),
    ),
)


def mentions(sentence: str, words: AgencyWords) -> tuple[AgencyMention, ...]:
    """The names that a sentence without full stop makes responsible, in its order."""
    if not _HINT.search(sentence):
        return ()
    grammar = _grammar(words)
    found: list[AgencyMention] = []
    done = 0
    openings = sorted(
        (match.end(), rule.duties) for rule in OPENINGS for match in rule.opening.finditer(sentence)
    )
    for at, duties in openings:
        if at >= done:
            group, end = _group(sentence, at, grammar, duties)
            found += group
            done = end if group else done
    return tuple(found)


class _Grammar(NamedTuple):
    """What is made from the word lists: a name with what may follow it, and the duties behind 由 and of a subject."""

    name: re.Pattern[str]
    any: re.Pattern[str]
    subject: re.Pattern[str]


_HINT = regex(
    r"由|解释权|办公室设|单位|部门|主体|要|应|加强|参与|进行|实施|会同|牵头|负责|承担|统筹|做好|配合|协助|组织实施|会商|归口|评估"
)
_WORD = "another word"
ORGANS = (
    Rule(
        "an organ by its full name",
        "管委会|管理委员会|委员会|人民政府|政府|办公厅|办公室|办事处",
        "某某街道办事处",
    ),
    Rule(
        "a bureau",
        "(?<![布格结开当大全僵])局",
        "市税务局",
        but=("优化空间布局", "竞争格局", "实现良好开局", "顾全大局", "掌控全局", "打破僵局"),
        why=_WORD,
    ),
    Rule("a department or an institute", "[厅署院]", "省财政厅"),
    Rule(
        "a commission",
        "委(?!员|托|派|组织|宣传|统战|政法|网信|编办)",
        "市卫生健康委",
        but=("委托", "委派", "市委统战工作"),
        why="another word, or a part of the Party's committee",
    ),
    Rule(
        "an office",
        "(?<![承举主协经开联])办(?![理法公事好结])",
        "市人才办",
        but=("承办", "主办", "办理", "办法", "办结"),
        why=_WORD,
    ),
    Rule("a ministry", "部(?![门分署])", "教育部", but=("相关部门", "大部分"), why=_WORD),
    Rule("a centre", "中心", "市大数据中心"),
    Rule("a bank", "[分支]行|银行", "人行某某支行"),
    Rule("the customs", "海关", "合肥海关"),
    Rule("a firm", "集团|公司", "市城投集团"),
    Rule("a union or a society", "协会|学会|联合会|总工会|妇联|残联|科协|工商联|贸促会|侨联|文联", "市残联"),
    Rule("a squad", "总队|支队", "市消防救援支队"),
)
"""What ends the name of a body."""

OTHER_WORDS = (
    Rule("a particle", "[由向报把被的其]", "由市科技局"),
    Rule("after what", "经(?![济信贸发科开])", "经市科技局审核", but=("经信局", "经济发展局"), why="a name"),
    Rule("to whom", "对(?!外)", "对市科技局", but=("对外贸易局",), why="a name"),
    Rule("a duty", "应当", "应当会商"),
    Rule("a verb", "设立|设在|会同|依照|按照|实行|协助|配合|告知|组建|统筹|交由", "会同市财政局"),
)
"""What begins no part of a body's name."""

JOINS = (
    Rule(
        "together with",
        "，?(?:并|要|应当?|须|可|负责)?(?:会同|联合(?!会)|会商|商(?!务))",
        "会同市财政局",
        but=("联合会", "商务局"),
        why="a name",
    ),
    Rule("and", "、|和|及(?!时)|与|以及", "和市财政局", but=("及时拨付",), why=_WORD),
    Rule("a comma before another body", "，(?:并)?(?=[市区县省州各])", "，市财政局配合"),
)
"""What stands between two bodies."""

_JOIN = joined(JOINS)
_OTHERS = r"(?:有关|相关|成员|主管|各|职能|涉及|其他|产业|所在|属地|上级|下级|同级)"
FILLERS = (
    Rule("and so on", r"等(?:[\u4e00-\u9fff]{0,8}?(?:部门|单位|机构))?", "等有关部门"),
    Rule(
        "bodies without a name",
        rf"{_JOIN}{_OTHERS}{{1,3}}[\u4e00-\u9fff、]{{0,12}}?(?:部门|单位|机构|方面|平台|街道|企业)",
        "和相关部门",
    ),
    Rule(
        "by its office or the rules",
        r"(?:按照?|根据|依据?|结合)(?:各自|部门|有关|相关)?的?(?:职责|职能|规定|程序|需要|实际|工作需要)(?:分工|权限)?",
        "按照各自职责分工",
    ),
    Rule(
        "by a paper",
        "(?:根据|依据|按照)[^，。；]{2,16}?(?:意见|结果|计划|方案|情况|名单|标准)",
        "根据专家评审意见",
    ),
    Rule("each its own part", "各司其职|各负其责", "各司其职"),
    Rule(
        "how", "共同|具体|统筹|分别|联合|定期|依法|主要|统一|为主|每年|直接|另行|切实|及时|认真|积极", "定期"
    ),
    Rule("must, may or will", "应当|应|要|须|将|可以?|会", "应当"),
    Rule("a pause", "，|：", "，"),
    Rule("as what", r"(?:作为|为|是)[\u4e00-\u9fff]{2,14}?(?:部门|单位)", "作为牵头单位"),
)
"""What may stand between bodies and their duty."""

STANDINGS = (
    Rule(
        "what it is",
        "(?:为|是)[^，。；、]{0,12}?"
        "(?:责任单位|责任主体|实施主体|主管部门|牵头单位|牵头部门|实施部门|执行部门|管理部门|成员单位)",
        "为本办法的责任单位",
    ),
    Rule(
        "what it does with something",
        "对[^，。；]{1,20}?(?:进行|实施)(?:监督|监管|管理|审核|检查|评估|考核)",
        "对资金进行监督",
    ),
)
"""What a body is said to be or to do with something."""

_ORGAN, _FILLER, _STANDING = joined(ORGANS), joined(FILLERS), joined(STANDINGS)
_LETTER = rf"(?:(?!{joined(OTHER_WORDS)})[\u4e00-\u9fff“”A-Za-z])"
_COLLECTIVE = r"各?[市县区旗州盟](?:、[市县区旗州盟]){1,3}级?(?:人民)?政府"  # 各区、市、县人民政府
_STRONG = ("负责", "牵头", "承担", "解释")
_SUPPORT = regex(r"配合|参与|协助|协同")
_THINGS = (
    *(
        "企业",
        "项目",
        "单位",
        "机构",
        "个人",
        "人才",
        "人员",
        "团队",
        "平台",
        "产品",
        "资金",
        "文件",
        "证明",
        "材料",
        "名单",
    ),
    *("目录", "园区", "基地", "活动", "会议", "展会"),
)
# 由市科技局认定的企业
_ATTRIBUTE = regex(rf"[^，。；、《》]{{0,10}}的[^，。；、《》]{{0,8}}?(?:{'|'.join(_THINGS)})")
_IN_CHARGE = regex(r"[^，。；、的]{1,16}的(?:机构|部门|单位|人员|同志)")
_REPORTED = regex(r"[^，。；]{0,3}了")
_ON = regex(r"，?并?(?:会同|联合|由)?")


def _grammar(words: AgencyWords) -> _Grammar:
    follows = rf"(?=\s*(?:{_JOIN}|{_FILLER}|{words.any_duty}|[^\u4e00-\u9fff]|$))"
    name = rf"(?:{_COLLECTIVE}|{_LETTER}{{1,26}}?{_ORGAN})(?:[（(][^（）()]{{1,40}}[）)])?{follows}"
    subject = rf"{words.any_subject_duty}|{_STANDING}"
    duties = (rf"{_FILLER}{{0,8}}(?P<verb>{verbs})" for verbs in (words.any_duty, subject))
    return _Grammar(regex(name), *map(regex, duties))


def _group(sentence: str, at: int, grammar: _Grammar, duties: str) -> tuple[list[AgencyMention], int]:
    """The names from an opening on with their duty, and where that ends; nobody where no duty follows."""
    lists, end = _lists(sentence, at, grammar)
    if not lists:
        return [], at
    if duties == "none":
        return [AgencyMention(*span, "responsible") for names in lists for span in names], end
    some = duties == "any" or len(lists) > 1  # 市财政局会同市科技局下达资金
    duty = (grammar.any if some else grammar.subject).match(sentence, end)
    if duty is None or not _is_task(sentence, duty):
        return [], at
    lead = "牵头" in sentence[end : duty.end() + len("牵头")]
    role = "lead" if lead else "support" if _SUPPORT.fullmatch(duty["verb"]) else "responsible"
    first, *partners = lists
    group = [AgencyMention(*span, role) for span in first]
    group += [AgencyMention(*span, "responsible" if lead else role) for names in partners for span in names]
    if not lead:
        return group, duty.end()
    on = _ON.match(sentence, duty.end())
    more, stop = _group(sentence, on.end() if on else duty.end(), grammar, "any")
    return [*group, *more], stop if more else duty.end()


def _lists(sentence: str, at: int, grammar: _Grammar) -> tuple[list[list[tuple[int, int]]], int]:
    """The names from a place on, parted where 会同 begins the partners, and where the last ends."""
    lists: list[list[tuple[int, int]]] = []
    end, partners = at, True
    while name := grammar.name.match(sentence, at):
        if partners:
            lists.append([])
        lists[-1].append((name.start(), name.end()))
        end = name.end()
        join = _JOINED.match(sentence, end)
        if join is None:
            break
        at, partners = join.end(), any(word in join[0] for word in _PARTNERS)
    return lists, end


_JOINED = regex(_JOIN)
_PARTNERS = ("会同", "联合", "商")


def _is_task(sentence: str, duty: re.Match[str]) -> bool:
    """Not what is only said of a thing (由市科技局认定的企业) or of the past (牵头编制了), nor the body of a body
    (市人民政府负责商务工作的部门)."""
    if _REPORTED.match(sentence, duty.end()):
        return False
    if duty["verb"] in _STRONG:
        return not (sentence.startswith(("的", "人"), duty.end()) or _IN_CHARGE.match(sentence, duty.end()))
    return not _ATTRIBUTE.match(sentence, duty.end())
