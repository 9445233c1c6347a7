"""Counts what a reader of one language cannot read on the pages of a site, by kind of page.

On English pages that is Chinese, on Chinese pages English, but for

- the words of the texts: quotations (``blockquote``, class ``quoted``), clauses, texts woven together, and names of data
  (class ``literal``)
- a name that stands beside its translation (class ``original-name``): where its row, list item or block has nothing
  else, it counts all the same
- on pages with both languages, headings of clauses and definitions, which stand there in either
- what is the same in every language: code, citations by the rules of their style, record numbers, the switch of
  languages, and names that are Latin by nature (MEMS, BibTeX, tf-idf)

What has no translation yet and says so (class ``untranslated``) is counted apart.

    python tests/readers_languages.py site/
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html

LANGUAGES = {"en": "en", "zh": "zh-CN"}
ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "data-label", "label")
HAN = re.compile(r"[\u3400-\u9fff]+")

QUOTED = frozenset({"quoted", "literal", "woven", "texts"})
"""Classes of what holds words of the texts."""
ALIKE = frozenset({"code", "pre", "script", "style", "kbd"})
"""Elements whose content is the same in every language."""
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
BLOCKS = frozenset({"tr", "li", "article", "header", "div", "figure", "svg", "dl", "p"})

NAMES = frozenset("digest pandoc curl caps tf-idf kB wId".split())
"""Latin names that begin small."""
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:\.[a-z]+)?")
_PHRASE = re.compile(r"[A-Za-z][A-Za-z’'.-]*(?:[ ,]+[A-Za-z][A-Za-z’'.-]*)*")


class Found(NamedTuple):
    """Words that a reader of the page's language cannot read; ``marked`` says that they have no translation yet, and say so."""

    page: str
    kind: str
    where: str
    text: str
    marked: bool


def kind_of(page: str) -> str:
    """The kind of a page, by its address: en/policies/henan-2019/both/index.html -> policies/both."""
    first, *rest = page.split("/")[1:]
    if not rest:
        return "home"
    if first == "policies":
        return "policies" if len(rest) == 1 else "policies/both" if "both" in rest else "policies/text"
    if first == "compare" and len(rest) > 1:
        return (
            "compare/policy"
            if rest[0] == "policies"
            else "compare/pair"
            if "--" in rest[0]
            else "compare/theme"
        )
    return first


def find(site: Path, language: str) -> Iterator[Found]:
    """What readers of a language cannot read on their pages of a site."""
    for path in sorted((site / language).rglob("*.html")):
        page = path.relative_to(site).as_posix()
        yield from find_in(path.read_text("utf-8"), page, language)


def find_in(markup: str, page: str, language: str) -> Iterator[Found]:
    """The same on one page."""
    root = html.document_fromstring(markup)
    foreign = foreign_in(language)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for where, text, owner in _texts(element):
            if foreign(text) and not _allowed(owner, language, text):
                marked = any("untranslated" in _classes(each) for each in _upwards(owner))
                yield Found(page, kind_of(page), where, " ".join(text.split()), marked)


def foreign_in(language: str):
    """Whether a text has words that readers of a language cannot read."""
    return HAN.search if language == "en" else has_english


def has_english(text: str) -> bool:
    """Whether a text has English words: a small word, or three with a capital; not names, abbreviations and names of files.

    >>> [
    ...     has_english(each)
    ...     for each in ("用MEMS工艺", "BibTeX", "data.zip 文件", "Download the data", "by first reading")
    ... ]
    [False, False, False, True, True]
    """
    for phrase in _PHRASE.findall(
        re.sub(
            r"https?://\S+|[\w.+-]+@[\w.-]+|[\w/*-]+\.[a-z]{2,8}\b|\b\w*[\d_/#=]\w*|\b\w+\.\w*\d[\w.-]*",
            " ",
            text,
        )
    ):
        words = [word for word in _WORD.findall(phrase) if word not in NAMES and len(word) > 2]
        if any(word[0].islower() for word in words):
            return True
        if sum(not word.isupper() for word in words) > 2:
            return True
    return False


def _texts(element) -> Iterator[tuple[str, str, object]]:
    """The texts of an element, each with where it stands and the element that holds it."""
    if element.tag == "meta":
        if element.get("name") == "description" or element.get("property") in (
            "og:title",
            "og:description",
            "og:site_name",
        ):
            yield "meta", element.get("content") or "", element
        return
    if element.text:
        yield element.tag, element.text, element
    for child in element:
        if child.tail:
            yield element.tag, child.tail, element
    for name in ATTRIBUTES:
        if element.get(name):
            yield f"@{name}", element.get(name), element


def _allowed(owner, language: str, text: str) -> bool:
    above = list(_upwards(owner))
    if any(each.tag in ALIKE or each.tag in {"blockquote", "q", "del", "ins"} for each in above):
        return True
    classes = [_classes(each) for each in above]
    if any(found & QUOTED for found in classes):
        return True
    if any("languages" in found or "modes" in found or "records" in found for found in classes):
        return True
    if any("cite" in found for found in classes) and any(each.tag in ("dd", "dt") for each in above):
        return True
    if "bilingual" in classes[-2] and _beside_translation(above, classes):
        return True
    if any("original-name" in found for found in classes):
        return _has_translation(above, language)
    return False


def _beside_translation(above, classes) -> bool:
    """Whether words stand in the heading of a clause, or in a definition, that both have in either language."""
    headed = any(each.tag in HEADINGS for each in above) and any("clause-own" in found for found in classes)
    return headed or any("terms" in found for found in classes)


def _has_translation(above, language: str) -> bool:
    """Whether beside a name stands something in the language of the page."""
    block = next((each for each in above if each.tag in BLOCKS and _other(each, language)), None)
    return block is not None


def _other(block, language: str) -> bool:
    said = "".join(_without(block))
    return bool(HAN.search(said)) if language == "zh" else bool(re.search(r"[A-Za-z]", said))


def _without(block) -> Iterator[str]:
    if "original-name" in _classes(block) or "untranslated" in _classes(block):
        return
    yield block.text or ""
    for child in block:
        if isinstance(child.tag, str):
            yield from _without(child)
        yield child.tail or ""


def _classes(element) -> set[str]:
    return set((element.get("class") or "").split())


def _upwards(element) -> Iterator:
    while element is not None:
        yield element
        element = element.getparent()


def table(found: dict[str, list[Found]]) -> str:
    """How many there are on the pages of each kind, and how many of these say that there is no translation yet."""
    lines = [f"{'pages':<20}{'not readable':>14}{'not translated yet':>20}"]
    for language, every in found.items():
        kinds = Counter((each.kind, each.marked) for each in every)
        names = sorted({kind for kind, _ in kinds})
        lines += [f"/{language}/{name:<16}{kinds[name, False]:>14}{kinds[name, True]:>20}" for name in names]
        lines.append(
            f"/{language}/ in all{sum(not each.marked for each in every):>20}{sum(each.marked for each in every):>20}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    found = {language: list(find(Path(sys.argv[1]), language)) for language in LANGUAGES}
    print(table(found))
    for language in LANGUAGES:
        shown = Counter()
        for each in found[language]:
            if not each.marked and shown[each.kind, each.where] < int(
                sys.argv[2] if len(sys.argv) > 2 else 0
            ):
                shown[each.kind, each.where] += 1
                print(f"{each.page}: {each.where}: {each.text[:100]}")
