"""The index table of a page: what the State Council's office has sites print of each document they disclose.

Its keys come from ``[page]`` and ``[[head]]`` of content/genres.toml. They are printed with spaces in them (索 引 号), in bold, in cells,
list entries or brackets.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from digest.intake.html.head import clue_of
from digest.model.intake import Clue
from digest.model.vocabulary import DocumentWords
from digest.regex import regex

_GAP = r"[ \t]?"
_BLANK = regex(r"[ \u3000\xa0\u2000-\u200a\r\n]+")
_TABS = regex(r" ?\t[ \t]*")
_LONGEST = 200


class KeyValue(NamedTuple):
    """A key of an index table without spaces, and what stands behind it."""

    key: str
    value: str


class IndexKeys:
    """The keys of such a table: ``fields`` says of which table of policy.toml each speaks, ``signs`` are those that show that there
    is one; 名称 and 日期 may be of any table."""

    def __init__(self, words: DocumentWords) -> None:
        self.fields = {key: each.id for each in (*words.heads, *words.page.keys) for key in each.words}
        self.signs = frozenset(words.page.index_keys)
        longest_first = sorted(self.fields, key=len, reverse=True)
        keys = "|".join(_GAP.join(map(re.escape, key)) for key in longest_first) or r"(?!)"
        self._pair = regex(
            rf"(?:^|(?<=[ \t|【\[（(；;·•●■◆◇▪]))(?P<key>{keys})"
            r"(?:[（(][^（）()]{1,6}[）)])?(?:[ \t]?[：:】\]](?:[ \t]?[：:])?|(?=[ \t])|$)"
        )

    def pairs_of(self, cells: Iterable[str]) -> Iterator[KeyValue]:
        """Keys and values in texts of cells, entries and lines: both in one, or the value in the next: 索 引 号：, 014/2023-1,
        发文机关：某市政府 成文日期：2023-05-18 are three pairs."""
        waiting = ""
        for cell in cells:
            text = _TABS.sub("\t", _BLANK.sub(" ", cell)).strip()
            matches = list(self._pair.finditer(text))
            if waiting and not (matches and matches[0].start() == 0):
                yield KeyValue(waiting, _value(text))
                waiting = ""
                continue
            waiting = ""
            for i, match in enumerate(matches):
                end = matches[i + 1].start() if i + 1 < len(matches) else len(text)
                key, value = re.sub(r"\s", "", match["key"]), _value(text[match.end() : end])
                if value or end < len(text):
                    yield KeyValue(key, value)
                else:
                    waiting = key

    def entry_of(self, element: Any, text: str) -> tuple[str, str] | None:
        """The key and the value of an entry, a line of a page, whose key is an element of its own, without a colon:
        <li><label>发文字号</label><em>某府办发〔2025〕7号</em></li>."""
        label = next(iter(element), None) if element is not None else None
        key = "" if label is None else "".join("".join(label.itertext()).split())
        value = "".join(text.split()).removeprefix(key)
        return (key, value) if key in self.fields and len(text) <= _LONGEST else None

    def clues_of(self, pairs: Iterable[KeyValue]) -> tuple[Clue, ...]:
        """What the pairs of an index table say, each where its value has the form of its field."""
        listed = list(pairs)
        sure = len({pair.key for pair in listed} & self.signs) > 1
        return tuple(
            clue
            for pair in listed
            if (sure or self.fields[pair.key] != "title_zh")
            and (clue := clue_of(self.fields[pair.key], pair.value, pair.key))
        )


def _value(text: str) -> str:
    return text.replace("\t", "").strip(" |【[；;：:]】")
