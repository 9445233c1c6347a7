"""OFD files (GB/T 33190): pages of text objects with their places, joined to lines and paragraphs.

Read are the words of the pages. Left out are page templates (headers), stamps, notes and pictures. A page is joined by
simple geometry: a line that ends before the right margin ends its paragraph.
"""

import posixpath
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import NamedTuple
from xml.etree import ElementTree as ET

from digest.intake.archive import Archive, open_archive
from digest.intake.clues import title_clue
from digest.model.intake import ReadFile, ReceivedWords
from digest.model.problem import problem


class _Run(NamedTuple):
    """Words at a place; lengths in millimetres, from the top left of the page."""

    top: float
    left: float
    right: float
    size: float
    text: str


def read_ofd(data: bytes, name: str) -> ReadFile:
    """The text of an OFD file. Problems: A115 words of page templates, A120 pictures. Raises RefusedError: A102, A103,
    A104."""
    archive = open_archive(data, name)
    lines: list[list[_Run]] = []
    pictures, title, around = 0, "", ""
    for body in archive.xml("OFD.xml").iter("DocBody"):
        title = title or _words(body.find("DocInfo/Title"))
        main = _inside("", _words(body.find("DocRoot")))
        document = archive.xml(main)
        for content in _contents(archive, main, document, "TemplatePage"):
            around = around or " ".join(run.text for line in _lines(content) for run in line)
        for content in _contents(archive, main, document, "Page"):
            pictures += sum(1 for _ in content.iter("ImageObject"))
            lines += _lines(content)
    text = "\n".join(_joined(lines)) + "\n"
    said = [problem("A115", name, text=around[:_SHOWN])] if any(map(str.isalpha, around)) else []
    said += [problem("A120", name, count=pictures)] if pictures else []
    return ReadFile(ReceivedWords("ofd", text, title_clue(title, text, "OFD.xml: Title"), ()), tuple(said))


_SHOWN = 60  # code points of words in a message
_ENDS = "。；：！？.;:!?"
_FULL = 18  # characters; a line of a page has some 28, one of a column or a title may have less


def _inside(document: str, location: str) -> str:
    """A location as the name of a member: from the root, or from the folder of the document."""
    if location.startswith("/"):
        return location.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(document), location))


def _contents(archive: Archive, main: str, document: ET.Element, tag: str) -> Iterator[ET.Element]:
    """What the pages hold that a document names; some writers give locations from the root without saying so."""
    for page in document.iter(tag):
        location = page.get("BaseLoc")
        if location:
            found = _inside(main, location)
            member = found if found in archive.members else location.lstrip("/")
            if member in archive.members or tag == "Page":  # a template that is missing is no loss
                yield archive.xml(member)


def _lines(content: ET.Element) -> list[list[_Run]]:
    """The runs of a page by lines, from the top down and from the left."""
    lines: list[list[_Run]] = []
    for run in sorted(set(_runs(content))):  # bold words may be printed twice
        if lines and run.top - lines[-1][0].top < 0.5 * max(run.size, 1.0):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _runs(content: ET.Element) -> list[_Run]:
    found = []
    for each in content.iter("TextObject"):
        left, top, width, _ = _numbers(each.get("Boundary"), 4)
        # Words can be turned and scaled inside their boundary.
        a, b, c, d, e, f = _numbers(each.get("CTM") or "1 0 0 1 0 0", 6)
        size = _numbers(each.get("Size"), 1)[0] * hypot(c, d)
        for code in each.iter("TextCode"):
            x, y = _numbers(f"{code.get('X', 0)} {code.get('Y', 0)}", 2)
            text = _words(code)
            if text:
                place = (round(top + b * x + d * y + f, 2), left + a * x + c * y + e)
                found.append(_Run(*place, left + width, size, text))
    return found


def _joined(lines: list[list[_Run]]) -> list[str]:
    """The paragraphs that lines make: one goes on after a full line, in letters of the same size,
    unless the next is indented."""
    margin = max((run.right for line in lines for run in line), default=0.0)
    begin = min((line[0].left for line in lines), default=0.0)
    found: list[list[str]] = []
    full, before = False, 0.0
    for line in lines:
        size = max(line[0].size, 1.0)
        text = _spaced(line)
        goes_on = full and line[0].left - begin < size and abs(size - before) < 0.1 * size
        if goes_on and found[-1][-1][-1] not in _ENDS:
            found[-1].append(text)
        else:
            found.append([text])
        right, before = line[-1].right, size
        full = "\t" not in text and right - begin >= _FULL * size and margin - right < 2 * size
    return ["".join(parts) for parts in found]


def _spaced(line: list[_Run]) -> str:
    """The words of a line; a tab where a gap of two characters parts columns."""
    parts = [line[0].text]
    for before, run in pairwise(line):
        parts += ["\t" if run.left - before.right > 2 * max(run.size, 1.0) else "", run.text]
    return "".join(parts)


def _numbers(said: str | None, count: int) -> list[float]:
    """So many numbers; 0 for what is missing or none."""
    found = []
    for each in (said or "").split()[:count]:
        try:
            found.append(float(each))
        except ValueError:
            found.append(0.0)
    return [*found, *[0.0] * (count - len(found))]


def _words(element: ET.Element | None) -> str:
    return "" if element is None else " ".join((element.text or "").split())
