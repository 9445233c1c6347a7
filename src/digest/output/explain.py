"""What the codes mean: one at length, or all with a line each."""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from gettext import gettext

from digest.model.codes import CODES, STAGES
from digest.model.problem import filled
from digest.regex import regex

_EXAMPLES: Mapping[str, str] = {
    "a": "city-2022",
    "actual": "d37d2341...",
    "address": "/about/",
    "advice": "",
    "answer": "Here is the English:",
    "b": "city-2024",
    "basis": '"inferred"',
    "begins": "2024-07-01",
    "byte": "57",
    "characters": "U+202E",
    "clause": "3.2",
    "clauses": "3.2, 3.4",
    "columns": "4",
    "comment": "# digest: allow T303",
    "count": "3",
    "direction": "at most",
    "doc": "city-2024",
    "en": "A subsidy of 50%.",
    "en_parts": "1",
    "encoding": "GB18030",
    "ends": "2024-06",
    "english": "Several Measures of Example City",
    "example": '"2024-07-09"',
    "exempted": "T303",
    "expected": "2",
    "field": "made",
    "figure": "300万元",
    "file": "source.txt",
    "first": "12",
    "form": "upperRoman",
    "folder": "content/policies/city-2024",
    "found": '"..."',
    "free": "site",
    "hash": "9f86d081",
    "heading": "支持研发",
    "how": "short",
    "id": "3.2",
    "ids": "art3, art4",
    "inside": "site/public",
    "key": "title_en",
    "known": "...",
    "label": "（三）",
    "length": "80000",
    "library": "lxml",
    "limit": "65536",
    "line": "“某市公报”",
    "lines": "3",
    "list": "genre",
    "missing": "its year is not known",
    "name": "city-2024#3.2",
    "names": "city-2024",
    "now": "五",
    "number": "3",
    "other": "city-2022",
    "pages": "2, 3",
    "percent": "92",
    "places": "city-2022#3.2",
    "pair": "（）",
    "place": "in the line below this one",
    "printed": "2024-07-01",
    "read": "金",
    "reason": "the system refused",
    "rendering": "tape-out",
    "rows": "5",
    "seconds": "10",
    "size": "9000000",
    "stated": "2024-06-01",
    "status": "in_force",
    "suggestion": "",
    "table": "theme",
    "target": "art9",
    "term": "流片",
    "text": "- 3 -",
    "theme": "tape-out",
    "title": "示例市若干措施",
    "value": "2026-12-31",
    "verdict": "same",
    "was": "三",
    "wanted": "2",
    "way": "示例省 → 示例市 → 示例省",
    "what": "site.toml",
    "where": "",
    "word": "人才",
    "words": "“有效期三年”",
    "year": "2024",
    "zh": "按50%给予补贴。",
    "zh_parts": "2",
}
"""What a message may name, by the names in its template."""

_OF_ITS_OWN: Mapping[str, Mapping[str, str]] = {
    "A101": {"found": "an Excel table (.xlsx)"},
    "A103": {"reason": "its list of contents is missing or broken"},
    "A104": {"reason": "two members have the same name"},
    "A106": {"limit": "512"},
    "A109": {"found": "an old Word or WPS document (.doc, .wps)"},
    "A110": {"found": "an old Word or WPS document (.doc, .wps)"},
    "A119": {"found": "an old Word or WPS document (.doc, .wps)"},
    "A107": {"reason": "it ended with code {code}", "code": "-11"},
    "A142": {"pages": "3"},
    "A136": {"names": "附件1.docx"},
    "A137": {"names": "附件1.docx"},
    "A140": {"begins": "附件：实施细则"},
    "B105": {"reason": "it contains {file}, which no build has written", "file": "a.txt"},
    "B106": {"reason": "it contains {file}, which no build has written", "file": "a.txt"},
    "B107": {"reason": "it ended with code {code}", "code": "-9"},
    "B108": {"reason": "it has no workers"},
    "B110": {"different": "distributed 2026.1, 2026.3"},
    "B311": {
        "reason": "the name `{name}` is not defined",
        "name": "pgae",
        "remedy": "Write `{word}` if you mean that. Otherwise remove it.",
        "word": "page",
    },
    "B312": {"remedy": "Rename it to {name}, or remove it.", "name": "home.html"},
    "B313": {
        "reason": "{parent} has no block `{name}`",
        "parent": "base.html",
        "name": "mian",
        "remedy": "Write `{word}` if you mean that. Otherwise remove it.",
        "word": "main",
    },
    "B314": {
        "what": "a style inside a page",
        "remedy": "Give the element a class, and write its style into templates/assets/site.css.",
    },
    "B315": {"key": "frame.licence", "found": "licens", "known": "licence"},
    "B316": {
        "reason": "a quotation mark is not closed on its line",
        "remedy": "Write the closing quotation mark after the text.",
    },
    "B317": {
        "name": "assets/logo.png",
        "remedy": "Put the file into templates/{folder}/, or remove the line.",
        "folder": "assets",
    },
    "F104": {"printed": "第九条"},
    "I124": {"found": "/policy/city-2024/"},
    "I125": {"name": "city-2022"},
    "P405": {"printed": "l00万元"},
    "P406": {"printed": "2024年2月30日"},
    "P206": {"stated": "共十五条", "found": "14"},
    "R003": {"found": "a PDF file"},
    "R010": {
        "remedy": "Keep the side that is right. Delete the other side and the marker lines.",
    },
    "R100": {"found": "it is in {encoding}"},
    "R101": {"reason": "its brackets are nested too deeply", "remedy": "Close each bracket."},
    "R102": {"example": '"..."'},
    "R103": {"key": "tilte_en", "suggestion": "Did you mean `{word}`? ", "word": "title_en"},
    "R104": {
        "key": "short_titles",
        "name": "short_titles",
        "expected": "a list of texts",
        "example": '["..."]',
    },
    "R105": {"key": "basis", "found": '"externl"', "known": "printed, inferred, external, unknown"},
    "R106": {"key": "made.value", "expected": "a year, a month or a day", "found": '"2024.7.9"'},
    "R107": {"key": "code", "found": '"990100"'},
    "R201": {
        "found": "440399",
        "remedy": "“{words}” is {name}: its code is {code}.",
        "words": "深圳市龙华区",
        "name": "深圳市龙华区",
        "code": "440309",
    },
    "R202": {"found": "980000", "name": "示例市"},
    "R203": {"name": "示例市"},
    "R205": {"found": "City 2024", "example": "city-2024"},
    "R206": {
        "trouble": "`{name}` is missing",
        "name": "value",
        "remedy": "Add `{line}` to [{field}] with the right value, or change the basis.",
        "line": 'value = "2024"',
    },
    "R207": {"found": '"measure"', "file": "genres.toml", "known": "measures, action_plan"},
    "R208": {"found": "city-2O24"},
    "R210": {"other": "about.en.md"},
    "R211": {"field": "expires", "other": "effective"},
    "R214": {
        "found": "440306",
        "name": "深圳市宝安区",
        "words": "“深圳市龙华区”",
        "field": "title_zh",
        "other": "440309",
        "meant": "深圳市龙华区",
    },
    "R220": {
        "reason": "there is no page {path} in the site",
        "path": "/zh/polices/",
        "remedy": "Write `{word}` if you mean that. Otherwise remove it.",
        "word": "../policies/",
    },
    "R221": {
        "id": "city-2024#3.2",
        "reason": "it has moved to {now}",
        "now": "3.3",
        "remedy": "Write {now} in place of {name}.",
        "name": "3.2",
    },
    "R222": {
        "reason": "browsers refuse pictures of another host",
        "remedy": "Put the picture into templates/assets/, and write {address}.",
        "address": "../../assets/map.png",
    },
    "R223": {"what": "<font>"},
    "R224": {
        "remedy": "Write it like {form}, in half-width characters.",
        "form": "[text](address)",
    },
    "R225": {"name": "about"},
    "R226": {"line": "12"},
    "R227": {"reason": "it is a word of `hints`, too", "remedy": "Remove it, or the other word."},
    "R228": {"id": "tape-out"},
    "R230": {"remedy": "Rename it to {name}.", "name": "policy.toml"},
    "R233": {"found": "city-2024"},
    "R240": {
        "found": '"标题"',
        "remedy": "",
        "suggestion": "Did you mean `{word}`? ",
        "word": "title",
        "known": "title, signature",
    },
    "R242": {"found": "若干措施"},
    "R243": {"number": "示府〔2024〕1号"},
    "R244": {"name": "changes", "example": "our-changes.zh.md"},
    "F105": {"printed": "示府〔2024〕1号", "stated": "示府[2024]1号"},
    "F106": {"field": "expires", "stated": "2026-12-31", "words": "有效期三年", "value": "2027-12-31"},
    "T001": {"reason": "a text is between quotation marks, a comment begins with #"},
    "T103": {"changes": "2 new"},
    "T202": {"found": "1"},
    "T204": {"characters": "，"},
    "T401": {"found": "1"},
    "T402": {"words": "flow sheet"},
    "T412": {"words": "national-level", "scope": "national"},
    "T413": {"mark": "国家级", "scope": "national"},
    "T414": {"body": "Development and Reform Commission", "mark": "市", "printed": "发展改革委"},
    "T415": {
        "chinese": "支持研发",
        "english": "Support R&D",
        "other": "Support research",
        "where": "en.po:12",
    },
    "T416": {"words": "medium-sized enterprise", "term": "小微企业", "scope": "medium-sized"},
    "T417": {"term": "领军企业", "other": "龙头企业", "english": "leading enterprise"},
    "T403": {"words": "tape-out"},
    "T405": {"printed": "示府〔2024〕1号", "number": "1"},
    "T407": {"file": "policy.toml", "here": "Measures", "there": "Several Measures"},
    "T408": {
        "printed": "示府〔2024〕1号",
        "english": "Shi Fu [2024] No. 1",
        "other": "Shifu [2024] No. 1",
        "where": "en.po:12",
    },
    "T410": {"id": "3.22", "suggestion": "Did you mean `{word}`? ", "word": "3.2"},
    "T411": {"found": "GBK"},
    "T804": {"reason": "its ending is not known"},
    "R241": {
        "name": "sourse.txt",
        "suggestion": "Did you mean `{word}`? ",
        "word": "source.txt",
        "known": "source.txt",
    },
    "X102": {"key": "a_hash"},
    "X111": {"key": "a_hash"},
    "X202": {"name": "流片", "words": "流片"},
}
"""The same for single codes, where another value is meant."""


def explain(code: str) -> str | None:
    """A code's rule in a few paragraphs, with examples of what the message names; None when there is no such code."""
    row = CODES.get(code)
    if row is None:
        return None
    message, why, hint = (_filled(code, gettext(words)) for words in (row.message, row.why, row.hint))
    remedy = gettext("What to do: {hint}").format(hint=hint)
    paragraphs = (
        gettext("{code} ({severity}): {message}").format(
            code=code, severity=gettext(row.severity), message=message
        ),
        why,
        remedy,
    )
    return "\n\n".join(textwrap.fill(text, 100, break_on_hyphens=False) for text in paragraphs) + "\n"


def list_codes(codes: Iterable[str] = CODES) -> str:
    """All codes below the stage that finds them, a line each."""
    stages: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes:
        stages[code[0]].append(code)
    return "\n".join(
        gettext(words) + "\n" + "".join(f"  {_line(code)}\n" for code in sorted(stages[letter]))
        for letter, words in STAGES.items()
        if stages[letter]
    )


def _line(code: str) -> str:
    """A code with what it says; findings in the English of a policy quote both languages, which is left out."""
    row = CODES[code]
    said = gettext(row.message).removeprefix("{id}: ").removeprefix("{id}：")
    message = _filled(code, _QUOTED.sub("", said))
    return gettext("{code}: {message}").format(code=f"{code} {gettext(row.severity)}", message=message)


_QUOTED = regex(r"\s*“\{zh\}” [–—]+ “\{en\}”")


def _filled(code: str, words: str) -> str:
    """The words of a template with an example for each name; an example may name others."""
    remedy = gettext("The finding itself says what to write.")
    shown = {"remedy": remedy, **_EXAMPLES, **_OF_ITS_OWN.get(code, {})}
    return filled(
        words, {name: _shown(code, shown.get(name, "...")) for name in re.findall(r"\{(\w+)\}", words)}
    )


def _shown(code: str, value: str) -> str:
    return _filled(code, gettext(value)) if value else ""
