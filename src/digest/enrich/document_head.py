"""What the head of a web page or an index table says of a text: 发布机构：…；文号：…；生成日期：…, 发 文 字 号 ….

Which words mean what is in ``content/genres.toml``. A value counts only where it has the form of its field.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from digest.model.document import Document
from digest.model.vocabulary import DocumentWords
from digest.regex import regex
from digest.text.dates import DATE
from digest.text.titles import DOCUMENT_NUMBER

HEAD = 3000
"""So many characters of a text are searched for its head."""


def head_fields(document: Document, words: DocumentWords) -> Mapping[str, str]:
    """The first value of each field that the head prints, without white space: number, issuers, made, published,
    effective, expires. Dates as printed."""
    text = document.source.text[:HEAD]
    found: dict[str, str] = {}
    for head in words.heads:
        value = _VALUES.get(head.id)
        match = _pattern(head.words, value).search(text) if value else None
        if match:
            found[head.id] = "".join(match["value"].split())
    return MappingProxyType(found)


def is_body(name: str) -> bool:
    """Whether a name is that of a body that issues policies; a newspaper, 本站 or 融媒体中心 is none."""
    return bool(_BODY.fullmatch(name)) and not name.endswith(_NO_BODIES)


_BODY = regex(
    r"[\u4e00-\u9fff]{2,40}(?:政府|委员会|管委会|代表大会|领导小组|银行|[分支总]行|国务院|办公[厅室]|[委局厅部署院办])"
)
_NO_BODIES = ("编辑部", "本部", "报社编委")
_DAY = rf"(?:{DATE}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\s*(?:至|到|[-—–~～]\s*\d))"
_VALUES = {
    "number": DOCUMENT_NUMBER,
    "issuers": (
        r"[\u4e00-\u9fff]{2,30}?(?:政府办公[厅室]|政府|管委会|委员会办公室|委员会|办公[厅室]|国务院|[委局厅部署院])"
        r"(?![\u4e00-\u9fff])"
    ),
    "made": _DAY,
    "published": _DAY,
    "effective": _DAY,
    "expires": _DAY,
}
_GAP = r"[\s\u3000]{0,4}"


def _pattern(keys: tuple[str, ...], value: str) -> re.Pattern[str]:
    """A key, spaced or not, at the beginning of a line, a cell or behind a mark, and its value."""
    spaced = "|".join(_GAP.join(key) for key in sorted(keys, key=len, reverse=True))
    return regex(
        rf"(?:^|[\s；;，,|*【\[])(?:{spaced})(?:[】\]]|[\s\u3000：:|*]){{1,12}}(?P<value>{value})",
        re.MULTILINE,
    )
