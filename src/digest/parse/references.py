"""Numbers at the start of a line that name another clause: 第三条所称企业，是指…; 第一条、第三条规定的奖励….

``ROWS`` are the words behind the number by which a reference is known; each row's example is a test.
"""

import re
from typing import NamedTuple

from digest.parse.labels import STATUTE_RANK, Label, read_label

_HAN = "一二三四五六七八九十百千零〇两"
_NUMBER = rf"[{_HAN}\d]{{1,5}}"


class Row(NamedTuple):
    """``pattern`` matches right behind the number. ``sure``: no clause begins so; else it may (第五条规定本市…), and the
    number is a reference when the clause it numbers stands below."""

    pattern: re.Pattern[str]
    example: str
    sure: bool = True


ROWS = (
    # Words that take up what another clause says; a space may stand before them.
    Row(re.compile(r"[ \u3000]*所(?:称|列|述|指|涉|规定)"), "第三条所称企业，是指在本市登记的法人。"),
    Row(re.compile(r"(?:之规定|的(?!士))"), "第一条的规定执行。"),
    # Another number: 第一条、第三条; 第一条至第三条
    Row(
        re.compile(r"[、，,和与及或至到~～—-]{1,2}(?:本办法)?第"),
        "第一条、第三条规定的奖励不重复享受。",
    ),
    Row(re.compile(r"(?:以及|或者)"), "第一条以及本办法的规定适用于企业。"),
    # A part of the clause: 第二十条第（三）项
    Row(re.compile(rf"第[（(]?{_NUMBER}[）)]?[款项目]"), "第二条第一款规定的企业不再申报。"),
    Row(re.compile(rf"[（(]{_NUMBER}[）)](?:[、和至]|项(?!目))"), "第二条（三）项规定的企业不再申报。"),
    # What is done to a clause
    Row(re.compile(r"(?:修改为|改为|改称|删去|删除|增加一)"), "第五条修改为：“申请人应当依法登记。”"),
    Row(re.compile(r"(?:以外|之外|同时废止)"), "第三条以外的奖励由区财政承担。"),
    Row(re.compile(r"(?:规定|要求|明确)"), "第一条规定的奖励由区财政承担。", sure=False),
    Row(
        re.compile(r"[中内](?![\u4e00-\u9fff]{0,2}(?:小|国|央|部|外))"),
        "第一条中“企业”改为“单位”。",
        sure=False,
    ),
    Row(re.compile(r"[、，,](?![ \u3000]*第)"), "第一条，是关于奖励的规定。", sure=False),
)
# （一）、（二）项规定的材料; （一）项所列材料
_ITEMS = re.compile(rf"[、和及与至或]?[（(][{_HAN}]{{1,4}}[）)]|(?:项(?!目)|款(?![项目]))")


def line_label(text: str) -> Label | None:
    """The label at the start of a line, unless it surely names another clause."""
    label = read_label(text)
    return None if label and refers(text, label) else label


def refers(text: str, label: Label) -> bool | None:
    """Whether the number at the start of a line names another clause: yes, no, or maybe (None)."""
    if label.system == "han_paren":  # （一）、（二）项规定的
        return _ITEMS.match(text, label.length) is not None
    if label.system not in STATUTE_RANK:
        return False
    for row in ROWS:
        if row.pattern.match(text, label.length):
            return True if row.sure else None
    return False
