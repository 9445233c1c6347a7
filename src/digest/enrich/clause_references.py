"""References of a text to its own clauses: 第二十条第（三）项, 本办法第五条.

``ITSELF``, ``FOREIGN`` and ``OWN`` say by the words that end before a reference whose article is meant.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from digest.model.document import Clause, Document, Kind
from digest.model.facts import Citation
from digest.model.problem import Problem, problem_at
from digest.regex import regex
from digest.text.numerals import parse_numeral
from digest.text.rules import Rule, any_of

ITSELF = (
    Rule(
        "this text by its name",
        r"本(?:[\u4e00-\u9fff]{0,4}(?:办法|规定|措施|政策|细则|意见|方案|通知|条例|规则|规程|指南|文件|决定|法))?的?",
        "依照本办法",
    ),
)
"""An article of the text itself, whatever else the sentence names."""

OWN = (
    Rule("the beginning of a sentence or of a part of it", r"(?:^|[。；，：“\n])\s*", "另有规定的，"),
    Rule(
        "what is done with an article, or another one before it",
        "(?:按照|依照|依据|根据|按|符合|违反|适用|执行|除|有|享受|属于|对|与|和|及|或者?|、|至|到|同时|参照|将)",
        "符合",
    ),
)
"""An article of the text itself, where no other text is named."""

FOREIGN = (
    Rule(
        "a title, or the number behind one",
        "》(?:[（(][^（）()]{1,40}[）)])?的?",
        "依照《办法》（财政部令第1号）",
    ),
    Rule(
        "a text by the end of its name",
        "(?<!本)(?:法|条例|规定|办法|细则|通知|意见|章程|合同|协议|决定|令|公约|准则|规则|标准|规程|方案|措施|政策|解释)的?",
        "违反公司法",
        but=("依照本规定",),
        why="this text",
    ),
)
"""An article of another text."""

CHANGES = (
    Rule("new words", "修改为|改为", "将第五条修改为：“申请人应当依法登记。”"),
    Rule("words left out", "删去|删除", "删去第五条"),
    Rule("words that are added", "增加一", "第五条增加一款"),
    Rule("a new place", "作为第", "增加的条文作为第六条"),
)
"""Words of an amendment: its articles are those of the text that it changes."""


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a text: ``ids`` by number, ``items`` by article and number, what an article says in full,
    and in which part a clause stands: an annex counts its articles again."""

    ids: Mapping[int, tuple[str, ...]]
    items: Mapping[tuple[str, int], str]
    texts: Mapping[str, str]
    parts: Mapping[str, int]


def articles_of(document: Document) -> Articles:
    """What the references of a text can mean."""
    ids: dict[int, list[str]] = {}
    items: dict[tuple[str, int], str] = {}
    texts: dict[str, str] = {}
    parts: dict[str, int] = {}
    part = 0
    for clause in document.clauses:
        number = _number(clause.label)
        if clause.kind is Kind.ARTICLE and number == 1 and ids:
            part += 1
        parts[clause.id] = part
        if clause.kind is Kind.ARTICLE and number is not None and "之" not in (clause.label or ""):
            ids.setdefault(number, []).append(clause.id)
            texts[clause.id] = clause.text
        elif clause.parent in texts and number is not None:
            items.setdefault((clause.parent, number), clause.id)
    return Articles({number: tuple(found) for number, found in ids.items()}, items, texts, parts)


def clause_references(clause: Clause, articles: Articles) -> Iterator[Citation]:
    """The references in a clause's text to articles of the same text, in order."""
    if not articles.ids or "条" not in clause.text:
        return
    for match, own in _references(clause.text):
        target = _target(match, clause, articles)
        if own and (target or own == _SURE):
            yield Citation(
                printed=match[0],
                title=match[0],
                number=None,
                kind="own_clause",
                start=match.start(),
                end=match.end(),
                resolves_to_clause=target,
            )


def check_references(document: Document) -> tuple[Problem, ...]:
    """References to articles and items that the text does not have (F104)."""
    articles = articles_of(document)
    return tuple(
        problem_at("F104", document.source, clause.source_span(each.start, each.end), printed=each.printed)
        for clause in document.clauses
        for each in clause_references(clause, articles)
        if each.resolves_to_clause is None
    )


_SURE, _LIKELY = "sure", "likely"
_NUMERAL = r"[一二三四五六七八九十百零〇\d０-９]{1,6}"
_REFERENCE = regex(
    rf"第\s?(?P<article>{_NUMERAL})\s?条(?P<branch>之[一二三四五六七八九十]{{1,2}})?"
    rf"(?:第\s?{_NUMERAL}\s?款)?(?:第?\s?[（(]?(?P<item>{_NUMERAL})[）)]?\s?[项款目])?"
)
_GAP = regex(r"[、和及与至到或，]{0,2}(?:以及|或者|的规定和)?")
_BEHIND_ITSELF, _BEHIND_OWN, _BEHIND_FOREIGN = (any_of(rules, whole=True) for rules in (ITSELF, OWN, FOREIGN))
_CHANGED = any_of(CHANGES)
_BEFORE = 24


def _references(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each reference with how sure it is that it means the text itself; "" for another text's."""
    last: tuple[int, str] | None = None
    for match in _REFERENCE.finditer(text):
        first = max(0, match.start() - _SENTENCE)
        start = max(first, *(text.rfind(mark, first, match.start()) + 1 for mark in _ENDS))
        stop = text.find("。", match.end(), match.end() + _SENTENCE)
        sentence = text[start : stop if stop >= 0 else match.end() + _SENTENCE]
        before = text[start : match.start()]
        joined = last is not None and _GAP.fullmatch(text, last[0], match.start())
        own = last[1] if joined and last else _owner(before)
        if match["branch"] or _CHANGED.search(sentence):
            own = ""
        last = (match.end(), own)
        yield match, own


_ENDS = "。；\n"
_SENTENCE = 200


def _owner(before: str) -> str:
    """Whose article the words of a sentence before a reference mean: 本办法 decides, then the name of another
    text; where another text is named farther back, its articles may be meant."""
    near = before[-_BEFORE:]
    if _BEHIND_ITSELF.search(near):
        return _SURE
    if _BEHIND_FOREIGN.search(near):
        return ""
    return _SURE if _BEHIND_OWN.search(near) and "《" not in before else _LIKELY


def _target(match: re.Match[str], clause: Clause, articles: Articles) -> str | None:
    """The clause that a reference means: an article of the same part of the text, or an item of it. An article
    whose items have no numbers of their own stands for them."""
    number = parse_numeral(match["article"])
    found = articles.ids.get(number, ()) if number else ()
    near = [each for each in found if articles.parts[each] == articles.parts[clause.id]]
    article = near[0] if len(near) == 1 else found[0] if len(found) == 1 else None
    item = parse_numeral(match["item"]) if match["item"] else None
    if article is None or item is None:
        return article
    counted = any(owner == article for owner, _ in articles.items)
    inside = not counted or match["item"] in articles.texts[article]
    return articles.items.get((article, item)) or (article if inside else None)


def _number(label: str | None) -> int | None:
    digits = re.sub(r"[^一二三四五六七八九十百零〇\d０-９]", "", (label or "").partition("之")[0])
    return parse_numeral(digits) if digits else None
