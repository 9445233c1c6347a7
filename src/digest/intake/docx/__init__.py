"""Word documents (.docx of any writer, flat XML): the words as they are printed, with the numbers that Word keeps automatic.

package   the parts of the file
styles    which list a style belongs to, and whether it hides its words
numbering how far each list has counted; numerals: the forms of numbers
inline    runs: tracked changes, fields, signs, text boxes
tables    rows and cells
body      paragraphs in order, with their numbers, as lines
"""

from gettext import gettext
from xml.etree import ElementTree as ET

from digest.intake.clues import title_clue
from digest.intake.docx.body import BodyReader
from digest.intake.docx.package import Package, open_flat, open_package
from digest.intake.docx.pieces import Lines
from digest.intake.whys import HIDDEN, STRUCK, TRACKED
from digest.model.intake import ReadFile, ReceivedWords, TextChange
from digest.model.problem import Problem, problem

_SHOWN = 60  # code points of words in a message


def read_docx(data: bytes, name: str) -> ReadFile:
    """The text of a .docx file.

    Numbers of lists are put in; tracked changes are taken as accepted; hidden words, comments, headers and footers are left
    out, and so are words struck out; footnotes stand where the text refers to them; rows of tables are lines with tabs.
    Problems: A112 tracked change, A113 hidden words, A114 comments, A115 headers, A116 text box, A117 not as it looks,
    A118 form of a number, A120 pictures, A121 embedded document, A122 struck out. Raises RefusedError: A102, A103, A104.
    """
    return _read(open_package(data, name), name)


def read_flat(data: bytes, name: str) -> ReadFile:
    """The text of a Word document in one XML file, as ``read_docx`` gives it."""
    return _read(open_flat(data, name), name)


def _read(package: Package, name: str) -> ReadFile:
    lines, body = Lines(), BodyReader(package)
    for each in package.document.iter("body"):
        body.read(each, lines)
    text = "\n".join(lines.lines).strip("\n") + "\n"
    last = text.count("\n") + 1  # what stood after the last line
    placed = (change._replace(line=min(change.line, last)) for change in lines.changes)
    changes = tuple(sorted(placed, key=lambda change: change.line))
    problems = [
        Problem(each.code, name, min(each.line, last), values=tuple(each.values.items()))
        for each in lines.remarks
    ]
    problems += [found for change in changes if (found := _about(change, name))]
    problems.sort(key=lambda each: each.line)
    title = package.core.find("title") if package.core is not None else None
    clues = title_clue(title.text or "" if title is not None else "", text, "docProps/core.xml: title")
    taken = ReceivedWords("docx", text, clues, changes)
    return ReadFile(taken, (*problems, *_left_out(package, body.pictures, name)))


def _about(change: TextChange, name: str) -> Problem | None:
    """The warning about a change that could alter what the policy says."""
    if change.why == TRACKED and _shown(change.was) != _shown(change.now):
        return problem("A112", name, line=change.line, was=_shown(change.was), now=_shown(change.now))
    code = {HIDDEN: "A113", STRUCK: "A122"}.get(change.why)
    return problem(code, name, line=change.line, text=_short(change.was)) if code else None


def _left_out(package: Package, pictures: int, name: str) -> tuple[Problem, ...]:
    found = []
    comments = list(package.comments.iter("comment")) if package.comments is not None else []
    if comments:
        found.append(problem("A114", name, count=len(comments), text=_short(_plain(comments[0]))))
    edges = dict.fromkeys(words for each in package.edges if any(map(str.isalpha, words := _plain(each))))
    if edges:
        found.append(problem("A115", name, text=_short(" / ".join(edges))))
    if pictures:
        found.append(problem("A120", name, count=pictures))
    return tuple(found)


def _plain(element: ET.Element) -> str:
    return "".join(each.text or "" for each in element.iter("t")).strip()


def _shown(text: str) -> str:
    """Words of a change; a break between paragraphs as its usual sign."""
    return _short(text.replace("\n", "¶")) or gettext("nothing")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
