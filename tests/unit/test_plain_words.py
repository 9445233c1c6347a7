"""What people read is worded plainly: short sentences in messages, no odd words, Chinese with its own punctuation.

Read are the messages and help of the command line in both languages, the words of the pages, the editors' and help
pages, and the documents of the project. Code in them is not looked at.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest

from catalogue_keys import click_keys
from digest.resources import catalogue as catalogue_file

LONGEST = 25  # words of a sentence
HAN = "\u3400-\u4dbf\u4e00-\u9fff"

ODD = re.compile(
    r"\b(stand|stands|standing|stood|tell|tells|telling|told|mend|mends|mended|mending|anew|surest|whoever|all the same"
    r"|speaks? of|spoke of|ha(?:s|ve) no more|in step|one an? (?:line|page|file|policy|clause|row|object)"
    r"|of many places|slip of the pen|without a word)\b",
    re.IGNORECASE,
)
"""Words that make an English reader stop, or that mean something else today."""

MEANT = re.compile(r"tell us\b|stand-alone|standing committees?", re.IGNORECASE)
"""Where one of them is the right word."""

ODD_CHINESE = re.compile(r"看护|其首为|印有|悄悄|应为 ?\d|构建|无须处理|机器译稿")
HALF_WIDTH = re.compile(rf"[{HAN}][,;:!?()][{HAN}]|[{HAN}][,;:!?](?= |$)|[{HAN}]\.[{HAN}]")
SPACED = re.compile(r"[：，。；、！？] (?=\S)")
COUNTED = re.compile(
    r"(?:(?<![\w-])\d+|\{(?:n|count|number|total|measures|groups|policies|pages|clauses|files|likely)\}) ?"
    r"(?:条款|政策|文件|页面|地址|错误|警告|提示|措施|地区|主题|字符|条目|文本|机构|单位|词语|标题|表格|图片)"
)
"""A number directly before a thing that is counted, without its measure word."""


def messages(language: str) -> Iterator[tuple[str, str]]:
    """Every message of the program but those of the library that reads the command line."""
    foreign = click_keys()
    for entry in polib.pofile(catalogue_file("zh")):
        if entry.msgid in foreign:
            continue
        english = filter(None, (entry.msgid, entry.msgid_plural))
        chinese = filter(None, (entry.msgstr, *entry.msgstr_plural.values()))
        for text in english if language == "en" else chinese:
            yield entry.msgid, text


def words(project: Path, language: str) -> Iterator[tuple[str, str]]:
    """The words of the pages, each with its key."""
    yield from leaves("", tomllib.loads((project / f"templates/words.{language}.toml").read_text("utf-8")))


def leaves(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
        return
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        yield from leaves(f"{key}.{name}".lstrip("."), each)


def documents(project: Path, language: str) -> Iterator[tuple[str, str]]:
    """The prose of Markdown files, a paragraph at a time."""
    pages = [
        *project.glob(f"content/pages/*.{language}.md"),
        *project.glob(f"src/digest/starter/pages/*.{language}.md"),
        project / "src/digest/starter" / ("README.zh.md" if language == "zh" else "README.md"),
    ]
    own = [project / "README.md", *project.glob("docs/*.md")] if language == "en" else []
    for path in sorted([*pages, *own]):
        for paragraph in prose(path.read_text("utf-8")):
            yield str(path.relative_to(project)), paragraph


def prose(text: str) -> list[str]:
    """Paragraphs without blocks of code and what stands between backticks."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.split(r"\n\s*\n", re.sub(r"`[^`\n]*`", "`", text))


def everything(project: Path, language: str) -> Iterator[tuple[str, str]]:
    yield from messages(language)
    yield from words(project, language)
    yield from documents(project, language)


def too_long(text: str) -> list[str]:
    """The sentences of a message with too many words. A list of names, values or options to copy ends one, too."""
    paragraphs = (" ".join(each.split()) for each in text.split("\n\n"))
    said = (
        sentence
        for each in paragraphs
        for sentence in re.split(r"(?<=[.?!])[”)]? (?=[A-Z`{“\[]|--)|: (?=--|\[\[|\{|\")", each)
    )
    return [sentence for sentence in said if len(sentence.split()) > LONGEST]


def without_code(text: str) -> str:
    return re.sub(r"`[^`]*`|https?://\S+", "`", text)


def test_sentences_of_messages_are_short() -> None:
    assert [long for _, text in messages("en") for long in too_long(text)] == []


def test_no_odd_word_in_english(project: Path) -> None:
    found = [
        (where, odd[0], text)
        for where, text in everything(project, "en")
        for odd in ODD.finditer(MEANT.sub("", without_code(text)))
    ]
    assert found == []


@pytest.mark.parametrize("rule", [ODD_CHINESE, HALF_WIDTH, SPACED, COUNTED])
def test_chinese_is_written_as_chinese(project: Path, rule: re.Pattern[str]) -> None:
    found = [
        (where, odd[0], text)
        for where, text in everything(project, "zh")
        for odd in rule.finditer(without_code(text))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        (ODD, "It tells which clause stands there.", "It says which clause is there."),
        (ODD, "one a line", "one per line"),
        (ODD_CHINESE, "此处应为 4", "此处应为（四）"),
        (HALF_WIDTH, "没有错误,无需处理", "没有错误，无需处理"),
        (HALF_WIDTH, "位置: 第3行", "位置：第3行"),
        (SPACED, "提示： 请改正", "提示：请改正"),
        (COUNTED, "共 205 条款", "共 205 个条款"),
        (COUNTED, "{count} 文件", "{count} 个文件"),
    ],
)
def test_each_rule_finds_its_fault(rule: re.Pattern[str], wrong: str, right: str) -> None:
    assert rule.search(wrong)
    assert not rule.search(right)


def test_a_long_sentence_is_found() -> None:
    assert too_long("Short. " + "word " * 26 + "end.")
    assert not too_long("word " * 20 + "end. " + "Word " * 20 + "end.")
