"""What a line of front or end matter is by its own form: a number, a date, a signature, a title.

``ROWS`` is the table of forms that no list of words decides; each row's example is a test, and no other row matches it. Titles
and signatures are known by content/genres.toml (``forms_of``).
"""

from typing import NamedTuple

from digest.model.vocabulary import DocumentWords, any_of
from digest.regex import regex
from digest.text.rules import Rule
from digest.text.titles import DOCUMENT_NUMBER

_HAN_DIGIT = "○〇零一二三四五六七八九"
_YEAR = rf"(?:\d{{4}}|[{_HAN_DIGIT}]{{4}})\s*年"
_NUMERAL = r"[\d一二三四五六七八九十百〇零]"
_LONGEST_LINE = 220
_LONGEST_NAME = 42
_SHORTEST_TITLE = 6


ROWS = (
    Rule("contents", r"目\s*[录次]", "目　录"),
    Rule("date", rf"[（(]?{_YEAR}\s*{_NUMERAL}{{1,3}}\s*月[）)]?", "二〇二一年七月"),
    Rule(
        "date",
        rf"[（(]?{_YEAR}\s*{_NUMERAL}{{1,3}}\s*月\s*{_NUMERAL}{{1,3}}\s*日[）)]?",
        "2021年 7 月 9 日",
    ),
    Rule("attachment", r"附\s*件\s*[一二三四五六七八九十\d]{0,3}\s*[：:]?", "附件2"),
    # 附件：1.申请表, the list of attachments at the end of a notice
    Rule(
        "attachment_note",
        r"附\s*件\s*[一二三四五六七八九十\d]{0,3}\s*[：:、.．]\s*\S.*",
        "附件：1.申请表",
    ),
    Rule(
        "number",
        r"[（(]?[\u4e00-\u9fff]{0,24}[〔\[［【（(]\s*\d{4}\s*[〕\]］】）)]\s*(?:第\s*)?\d+\s*号[）)]?",
        "深科技创新规〔2022〕3号",
    ),
    Rule(
        "number",
        rf"[（(]?[\u4e00-\u9fff]{{0,24}}[（(]?第\s*{_NUMERAL}+\s*号[）)]{{0,2}}",
        "某省人民政府令第12号",
    ),
    # The head of a decree stands on a line of its own above its number.
    Rule("number", r"[\u4e00-\u9fff]{2,24}令", "某省人民政府令"),
    Rule(
        "publicity",
        r"[（(](?:此件|联系人|公开|依申请|信息公开|此文).{0,60}[）)]",
        "（此件公开发布）",
    ),
    Rule("imprint", r"抄\s*送.*", "抄送：市委各部门"),
    Rule("imprint", r"(?:主题词|校对|信息公开选项).*", "校对：某人"),
    Rule("imprint", r"联系人[：:].*", "联系人：某人，电话：12345"),
    Rule(
        "imprint",
        r".{2,60}\s\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发",
        "某市人民政府办公室  2021年7月9日印发",
    ),
    # When and by whom a statute was passed, published and amended; the date is not its own line.
    Rule(
        "record",
        rf"[（(]?{_YEAR}.{{0,160}}?(?:通过|公布|批准|修正|修订|施行|发布|生效|印发|签署|废止)[）)]?",
        "（2020年5月1日某市人民代表大会通过）",
    ),
    Rule(
        "record",
        rf"[（(]{_YEAR}[^（）()]{{1,160}}?(?:公布|发布|印发|颁布)[\s，,、]*{DOCUMENT_NUMBER}[）)]",
        "（2025年9月3日某市人民政府印发 某政规〔2025〕9号）",
    ),
    Rule(
        "record",
        rf"[（(]{DOCUMENT_NUMBER}[\s，,、]*{_YEAR}[^（）()]{{1,160}}[）)]",
        "（某政规〔2025〕9号 2025年9月3日某市人民政府印发）",
    ),
    Rule(
        "officer",
        r"(?:市长|省长|县长|区长|主席|总理|部长|主任|局长|州长|行长|署长)[：:]?\s*[\u4e00-\u9fff·]{2,4}(?:\s[\u4e00-\u9fff])?",
        "市长：某某人",
    ),
)

_KINDS = tuple((rule.name, regex(rule.pattern)) for rule in ROWS)
# （试行）（2025年9月3日某市人民政府印发）
_RECORD = rf"[（(](?:{DOCUMENT_NUMBER}[\s，,、]*)?{_YEAR}[^（）()]{{1,160}}[）)]"
_TAIL = rf"(?:[（(][^）)]{{1,30}}[）)]》?|{_RECORD})*+"
_CLOSING_PART = frozenset({"date", "signature"})
_CLOSING_TEXT = frozenset({"date", "imprint", "publicity", "signature", "officer", "attachment_note"})


# 附件1：申请表; 附件一 申报指南; 附件2评审规则
_ANNEX = regex(
    r"附[ \u3000]*件[ \u3000]*(?P<number>[一二三四五六七八九十\d]{0,3})[ \u3000]*(?P<mark>[：:、.．]?)(?P<space>[ \u3000]*)"
    r"(?P<title>\S.+)"
)
_NO_ANNEX_TITLE = regex(r"\d{1,2}[.．、]|[为是所中的列规定及和、，]")
_LONGEST_ANNEX = 80


class Annex(NamedTuple):
    """Where its number ends and its title begins."""

    number_end: int
    title: int


class LineForms:
    """The forms of lines, with the words that end titles and the names of bodies."""

    def __init__(self, words: DocumentWords) -> None:
        rows = [row for row in (*words.genres, *words.forms) if row.id != "order"]  # 令: see ``ROWS``
        ends = any_of((*(word for row in rows for word in row.words), *words.title_ends))
        self._complete = regex(rf"(?:(?:{ends})》?{_TAIL}|》(?:的)?(?:起草说明|解读|通知)?{_TAIL})$")
        self._organs = words.organs

    def kind(self, text: str) -> str | None:
        """What a line is by its own form; None when its form is that of running text or a title."""
        if len(text) > _LONGEST_LINE:
            return None
        for what, pattern in _KINDS:
            if pattern.fullmatch(text):
                return what
        return "signature" if self._signs(text) else None

    def completes_title(self, text: str) -> bool:
        """Whether a title may be complete with these words: …行动计划（2021-2023年）."""
        return self._complete.search(text) is not None

    def ends_like_a_title(self, text: str) -> bool:
        """Whether a line's end could be that of a title."""
        return len(text) >= _SHORTEST_TITLE and self.completes_title(text)

    def annex(self, text: str) -> Annex | None:
        """The number and the title of an annex on one line: 附件一：申报指南; 附件2 评审规则."""
        match = _ANNEX.match(text) if len(text) <= _LONGEST_ANNEX else None
        if not match or text[-1] in "。；，：;,:" or _NO_ANNEX_TITLE.match(match["title"]):
            return None
        if match["mark"] or (match["space"] and match["number"]) or self.completes_title(match["title"]):
            return Annex(match.end("number"), match.start("title"))
        return None

    def closes_a_part(self, text: str) -> bool:
        """A signature or a date: after it the next part of the text may begin."""
        return self.kind(text) in _CLOSING_PART

    def closes_the_text(self, text: str) -> bool:
        """Whether a line stands below the last words of a text."""
        return self.kind(text) in _CLOSING_TEXT

    def _signs(self, text: str) -> bool:
        """The name of a body, or of several in columns."""
        if not text.endswith(self._organs) or any(mark in text for mark in "，。；：:《》"):
            return False
        names = text.split()
        in_columns = all(len(name) > 2 and name.endswith(self._organs) for name in names)
        return 2 < len(text) <= _LONGEST_NAME or in_columns
