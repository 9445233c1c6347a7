"""Counts what a reader of one language cannot read on the pages of a site, by kind of page.

On English pages that is Chinese, on Chinese pages English, but for

- the words of the texts: quotations (``blockquote``, class ``quoted``), clauses, texts woven together, and names of data
  (class ``literal``)
- a name that stands beside its translation (class ``original-name``): where its row, list item or block has nothing
  else, it counts all the same
- on pages with both languages, headings of clauses and definitions, which stand there in either
- what is the same in every language: code, citations by the rules of their style, record numbers, the switch of
  languages, and names that are Latin by nature (MEMS, BibTeX, tf-idf)

What has no translation yet and says so (class ``untranslated``) is counted apart, and the head of a page with such a title.

    python tests/readers_languages.py site/ [examples of each kind]
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml.html import HtmlElement, document_fromstring

LANGUAGES = ("en", "zh")
ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "data-label", "label")
DESCRIBING = ("description", "og:title", "og:description", "og:site_name")
"""The meta tags that people read."""

SOURCE = frozenset({"quoted", "literal", "woven", "texts"})
"""Classes of what holds words of the texts, or of data."""
FRAME = frozenset({"languages", "modes", "records"})
"""Classes of what each language says of itself, and of record numbers."""
ALIKE = frozenset({"code", "pre", "script", "style", "blockquote", "del", "ins"})
"""Elements whose content is that of a text, or the same in every language."""
BLOCKS = frozenset({"tr", "li", "article", "header", "div", "figure", "svg", "dl", "p"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

NAMES = frozenset({"digest", "pandoc", "curl", "caps", "tf-idf", "wId"})
"""Latin names that begin small."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_NO_WORDS = re.compile(
    r"https?://\S+|[\w.+-]+@[\w.-]+|[\w./*-]+\.[a-z]{2,8}\b|\b[\w-]*[\d_/#=][\w-]*|\b\w+\.\w*\d[\w.-]*|\bdigest(?: [\w-]+)+"
)
"""Addresses, names of files, ids and commands."""
_PHRASE = re.compile(r"[A-Za-z][A-Za-z’'.-]*(?:[ ,]+[A-Za-z][A-Za-z’'.-]*)*")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")


class Found(NamedTuple):
    """Words that readers of the page's language cannot read. ``marked``: they have no translation yet, and say so."""

    page: str
    where: str
    text: str
    marked: bool


def find(site: Path, language: str) -> Iterator[Found]:
    """What readers of a language cannot read on their pages of a site."""
    for path in sorted((site / language).rglob("*.html")):
        yield from find_in(path.read_text("utf-8"), path.relative_to(site).as_posix(), language)


def find_in(markup: str, page: str, language: str) -> Iterator[Found]:
    """The same on one page."""
    root = document_fromstring(markup)
    nameless = any(_classes(each) & {"untranslated", "literal"} for each in root.xpath("//h1//*"))
    for element in root.iter():
        if isinstance(element.tag, str):
            for where, text in _texts(element):
                if _is_foreign(text, language):
                    above = list(_upwards(element))
                    marked = any("untranslated" in _classes(each) for each in above)
                    marked = marked or (nameless and above[-2].tag == "head")
                    if not marked and _may(element, language):
                        continue
                    yield Found(page, where, " ".join(text.split()), marked)


def kind_of(page: str) -> str:
    """The kind of a page, by its address: en/policies/henan-2019/both/index.html -> policies/both."""
    first, *rest = page.split("/")[1:]
    if not rest:
        return "home"
    if len(rest) == 1 or first not in {"policies", "compare"}:
        return first
    if first == "policies":
        return "policies/both" if "both" in rest else "policies/text"
    return {2: "compare/theme"}.get(len(rest), "compare/policy" if rest[0] == "policies" else "compare/pair")


def has_english(text: str) -> bool:
    """Whether a text has English words: a small word, or three with a capital; not names, abbreviations and names of files.

    >>> [
    ...     has_english(each)
    ...     for each in ("用MEMS工艺", "BibTeX", "data.zip 文件", "Download the data", "by first reading")
    ... ]
    [False, False, False, True, True]
    """
    for phrase in _PHRASE.findall(_NO_WORDS.sub(" ", text)):
        words = [word for word in _WORD.findall(phrase) if word not in NAMES]
        if any(word[0].islower() for word in words) or sum(not word.isupper() for word in words) > 2:
            return True
    return False


def table(found: Mapping[str, Sequence[Found]]) -> str:
    """How many there are on the pages of each kind, and how many of these say that there is no translation yet."""
    lines = [f"{'pages':<24}{'unreadable':>12}{'not translated yet':>20}"]
    for language, every in found.items():
        numbers = Counter((kind_of(each.page), each.marked) for each in every)
        kinds = sorted({kind for kind, _ in numbers})
        rows = [(f"/{language}/{kind}", numbers[kind, False], numbers[kind, True]) for kind in kinds]
        marked = sum(each.marked for each in every)
        rows.append((f"/{language}/ in all", len(every) - marked, marked))
        lines += [f"{name:<24}{unreadable:>12}{untold:>20}" for name, unreadable, untold in rows]
    return "\n".join(lines)


def _is_foreign(text: str, language: str) -> bool:
    return bool(_HAN.search(text)) if language == "en" else has_english(text)


def _texts(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The texts of an element that people read, each with where it stands."""
    if element.tag == "meta":
        if (element.get("name") or element.get("property")) in DESCRIBING:
            yield "meta", element.get("content", "")
        return
    for text in (element.text, *(child.tail for child in element)):
        if text:
            yield str(element.tag), text
    for name in ATTRIBUTES:
        if element.get(name):
            yield f"@{name}", element.get(name, "")


def _may(element: HtmlElement, language: str) -> bool:
    """Whether words in another language may stand in an element."""
    above = list(_upwards(element))
    tags, classes = {each.tag for each in above}, [_classes(each) for each in above]
    known = frozenset().union(*classes)
    if tags & ALIKE or known & (SOURCE | FRAME) or ("cite" in known and "dl" in tags):
        return True
    if "bilingual" in known and ("terms" in known or ("clause-own" in known and tags & HEADINGS)):
        return True
    blocks = [each for each in above if each.tag in BLOCKS]
    return "original-name" in known and any(_says(each, language, element) for each in blocks)


def _says(block: HtmlElement, language: str, name: HtmlElement) -> bool:
    """Whether a block says something in a language, or the name itself (fabless and Fabless), besides names that stand beside
    their translation."""
    said = "".join(_spoken(block))
    if (name.text or "").lower() in said.lower():
        return True
    return bool(re.search(r"[A-Za-z]", said) if language == "en" else _HAN.search(said))


def _spoken(block: HtmlElement) -> Iterator[str]:
    if isinstance(block.tag, str) and not _classes(block) & {"original-name", "untranslated"}:
        yield block.text or ""
        for child in block:
            yield from _spoken(child)
            yield child.tail or ""


def _classes(element: HtmlElement) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _upwards(element: HtmlElement | None) -> Iterator[HtmlElement]:
    while element is not None:
        yield element
        element = element.getparent()


def _main(site: str, examples: str = "0") -> None:
    found = {language: list(find(Path(site), language)) for language in LANGUAGES}
    lines, shown = [table(found)], Counter[tuple[str, str]]()
    for each in (each for every in found.values() for each in every if not each.marked):
        kind = f"{each.page[:2]}/{kind_of(each.page)}", each.where
        shown[kind] += 1
        lines += [f"{each.page}: {each.where}: {each.text[:100]}"] if shown[kind] <= int(examples) else []
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    _main(*sys.argv[1:])
