"""Numbers at the start of a line that name another clause: 第三条所称企业，是指…; 第一条、第三条规定的奖励….

``SURE`` and ``UNSURE`` are the words behind the number by which a reference is known.
"""

from digest.parse.labels import STATUTE_RANK, Label, read_label
from digest.text.rules import Rule, any_of

_HAN = "一二三四五六七八九十百千零〇两"
_NUMBER = rf"[{_HAN}\d]{{1,5}}"


SURE = (
    # A space may stand before these: no clause begins with them.
    Rule(
        "what another clause calls or lists",
        r"[ \u3000]*所(?:称|列|述|指|涉|规定)",
        "第三条所称企业，是指在本市登记的法人。",
    ),
    Rule("what is of another clause", "之规定|的", "第一条的规定执行。"),
    Rule(
        "one more clause",
        r"[、，,和与及或至到~～—-]{1,2}(?:本办法)?第",
        "第一条、第三条规定的奖励不重复享受。",
    ),
    Rule("one more clause, in more words", "以及|或者", "第一条以及本办法的规定适用于企业。"),
    Rule(
        "a paragraph or an item of the clause",
        rf"第[（(]?{_NUMBER}[）)]?[款项目]",
        "第二条第一款规定的企业不再申报。",
    ),
    Rule(
        "an item in brackets",
        rf"[（(]{_NUMBER}[）)](?:[、和至]|项(?!目))",
        "第二条（三）项规定的企业不再申报。",
        but=("第二条（三）项目支持",),
        why="a heading begins so",
    ),
    Rule(
        "what is done to the clause",
        "修改为|改为|改称|删去|删除|增加一",
        "第五条修改为：“申请人应当依法登记。”",
    ),
    Rule("what does not hold", "以外|之外|同时废止", "第三条以外的奖励由区财政承担。"),
)
UNSURE = (
    # 第五条规定本市的施行日期。 begins a clause; only a clause with the same number further down tells.
    Rule("what another clause rules", "规定|要求|明确", "第一条规定的奖励由区财政承担。"),
    Rule(
        "in another clause",
        "[中内](?![小国央部外])",
        "第一条中“企业”改为“单位”。",
        but=("第四条中小企业奖励", "第五条内部管理"),
        why="a word that begins so",
    ),
    Rule("a pause", r"[、，,](?![ \u3000]*第)", "第一条，是关于奖励的规定。"),
)
"""What stands right behind a number that names another clause. UNSURE words may also begin a clause."""

ITEMS = (
    Rule("one more item", rf"[、和及与至或]?[（(][{_HAN}]{{1,4}}[）)]", "（一）、（二）项规定的材料"),
    Rule("an item", "项(?!目)", "（一）项所列材料", but=("（一）项目支持",), why="a heading begins so"),
    Rule(
        "a paragraph", "款(?![项目])", "（一）款所列材料", but=("（一）款项管理",), why="a heading begins so"
    ),
)
"""What stands right behind a number in brackets that names an item above."""

_SURE, _UNSURE, _ITEM = any_of(SURE), any_of(UNSURE), any_of(ITEMS)


def line_label(text: str) -> Label | None:
    """The label at the start of a line, unless it surely names another clause."""
    label = read_label(text)
    return None if label and refers(text, label) else label


def refers(text: str, label: Label) -> bool | None:
    """Whether the number at the start of a line names another clause: yes, no, or maybe (None)."""
    if label.system == "han_paren":
        return _ITEM.match(text, label.length) is not None
    if label.system not in STATUTE_RANK:
        return False
    if _SURE.match(text, label.length):
        return True
    return None if _UNSURE.match(text, label.length) else False
