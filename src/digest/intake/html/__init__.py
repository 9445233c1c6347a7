"""A saved page of a government site: the words of the policy, and what the page says of it beside them.

``decoding`` bytes -> characters; ``body`` which part of the page holds the text; ``lines`` that part -> a line for each paragraph,
without what is ``hidden``, with the ``numbers`` that a browser prints;
``margins`` what a page prints around a text inside the same part; ``index`` and ``head`` the index table and meta tags -> clues.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree, html

from digest.intake.html.body import TextElement, find_body
from digest.intake.html.decoding import decode_page
from digest.intake.html.head import written_clues
from digest.intake.html.index import IndexKeys
from digest.intake.html.lines import PageLine, lines_of, words_around
from digest.intake.html.margins import Margins
from digest.intake.whys import AROUND, BESIDE
from digest.model.intake import ReadFile, ReceivedWords, TextChange
from digest.model.problem import Problem, problem
from digest.model.vocabulary import DocumentWords
from digest.regex import regex

_HAN = regex(r"[\u3400-\u9fff]")
_FEWEST = 60
"""Han characters: what is left of a page whose text a script loads, where no known container holds it."""
_NOTICE = 600
"""Han characters: a notice that only hands on what is attached is shorter."""
_ATTACHED = regex(r"\.(?:docx?|pdf|wps|ofd|xlsx?|et|zip|rar|7z)(?:[?#]|$)", re.IGNORECASE)
_HANDS_ON = regex(r"印发|附件|现将|转发|见附|公布")
_NUMBERED = regex(r"^[ \u3000]*(?:第[一二三四五六七八九十]{1,3}条|[一二三四五]、)", re.MULTILINE)
_TURNED = regex(r"createPageHTML\w*\(\s*['\"]?(\d{1,4})")
_END = 5000
"""Characters at the end of a page, where what some servers add may follow it."""
_ICON = 60
"""A picture is an icon up to so many pixels."""


def read_html(data: bytes, name: str, words: DocumentWords) -> ReadFile:
    """The text of a saved web page, also of one saved as a web archive (MHTML).

    Problems: those of ``decode_page``; A131 no text, A141 it is in a frame, A132 nested too deep. Notes: A133 found by
    trafilatura, A136 attachments. Warnings: A134 the text could not be told from the page around it, A135 pictures,
    A137 the text is in the attachment, A138 lost characters, A139 one of several pages, A140 a second text, A148 no end.
    """
    page = decode_page(data, name)
    if page.text is None:
        return ReadFile(None, page.problems)
    parser = html.HTMLParser(encoding="utf-8")
    try:
        root = html.document_fromstring(
            _without_declaration(page.text).encode("utf-8", "replace"), parser=parser
        )
    except etree.ParserError:  # nothing but comments
        return ReadFile(None, (problem("A131", name),))
    if any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log):
        return ReadFile(None, (problem("A132", name),))
    body = find_body(root)
    lines, left = lines_of(root, body.element) if body else ([], ())
    fewest = 1 if body and body.by == "known" else _FEWEST
    if body is None or sum(len(_HAN.findall(line.text)) for line in lines) < fewest:
        frame = _frame(root)
        return ReadFile(None, (problem("A141", name, address=frame) if frame else problem("A131", name),))
    index = IndexKeys(words)
    margins = Margins(words, index).find(lines, body)
    before, after = words_around(root, body.element)
    beside = [
        cell
        for line in map(lines.__getitem__, sorted(margins))
        for cell in index.entry_of(line.element, line.text) or line.text.split("\t")
    ]
    stated = index.clues_of(index.pairs_of([*before, "", *beside]))
    clues = (*stated, *written_clues(root, page.text, page.address, words))
    text, changes = _laid_out(lines, left, margins, (before, after))
    taken = ReceivedWords("html", text, tuple(dict.fromkeys(clues)), changes)
    whole = re.search(r"</html\s*>", page.text[-_END:], re.IGNORECASE)
    cut = () if whole else (problem("A148", name),)
    return ReadFile(taken, (*cut, *_findings(name, root, body, taken)))


def _without_declaration(text: str) -> str:
    """A page without its XML declaration, which would say that its characters are bytes."""
    return re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text)


def _laid_out(
    lines: Sequence[PageLine],
    left: Iterable[tuple[str, str, str]],
    margins: frozenset[int],
    around: tuple[Sequence[str], Sequence[str]],
) -> tuple[str, tuple[TextChange, ...]]:
    """The text without its margins, and all changes with the lines of it that they are on."""
    kept: list[str] = []
    changes = [TextChange(1, was, "", AROUND) for was in [_joined(around[0])] if was]
    for i, line in enumerate(lines):
        number = len(kept) + 1
        if i in margins:
            changes.append(TextChange(number, line.text.strip(), "", BESIDE))
        else:
            kept.append(line.text)
        changes += [TextChange(number, *change) for change in line.changes]
    end = len(kept) + 1
    changes += [TextChange(end, *change) for change in left]
    changes += [TextChange(end, was, "", AROUND) for was in [_joined(around[1])] if was]
    return "".join(line + "\n" for line in kept), tuple(changes)


def _joined(words: Iterable[str]) -> str:
    return "\n".join(each.replace("\t", " ") for each in words if each)


def _findings(name: str, root: Any, body: TextElement, taken: ReceivedWords) -> Iterable[Problem]:
    """What an editor should look at."""
    if body.by == "trafilatura":
        yield problem("A133", name)
    if body.by == "page":
        yield problem("A134", name)
    if body.second is not None:
        yield problem("A140", name, begins="".join("".join(body.second.itertext()).split())[:40])
    if pictures := sum(1 for each in body.element.iter("img") if _is_picture(each)):
        yield problem("A135", name, count=pictures)
    links = [each for each in root.iter("a") if _ATTACHED.search((each.get("href") or "").strip())]
    if names := list(dict.fromkeys(_name_of(each) for each in links)):
        short = len(_HAN.findall(taken.text)) < _NOTICE and not _NUMBERED.search(taken.text)
        short = short and _HANDS_ON.search(taken.text) is not None
        yield problem("A137" if short else "A136", name, names="、".join(names[:5]), count=len(names))
    if (at := taken.text.find("\ufffd")) >= 0:
        yield problem("A138", name, text=taken.text[max(0, at - 10) : at + 10].replace("\n", " "))
    turned = [
        int(found[1]) for each in root.iter("script") for found in [_TURNED.search(each.text or "")] if found
    ]
    if any(count > 1 for count in turned):
        yield problem("A139", name, count=max(turned))


def _is_picture(image: Any) -> bool:
    """Whether an image may show words: no icon of a file, nothing that is hardly seen."""
    if re.search(r"icon|filetype|/ico|\.gif(?:\?|$)|blank|spacer", (image.get("src") or "").lower()):
        return False
    sizes = (image.get("width"), image.get("height"))
    return not any(
        size and re.fullmatch(r"\d{1,4}(?:px)?", size) and int(size.removesuffix("px")) <= _ICON
        for size in sizes
    )


def _name_of(link: Any) -> str:
    words = " ".join("".join(link.itertext()).split())
    return words or (link.get("href") or "").rpartition("/")[2]


def _frame(root: Any) -> str:
    """Where a frame of the page gets what it shows."""
    return next(
        (
            src
            for tag in ("iframe", "frame")
            for each in root.iter(tag)
            if (src := (each.get("src") or "").strip())
        ),
        "",
    )
