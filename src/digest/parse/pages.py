"""Step two: running headers and footers, which a page layout prints between the lines of a text.

Words are never cut on a guess. A line is taken for one only where something shows the pages: a page number, a form
feed, what a browser prints around a page, the title inside a sentence that goes on below it, or breaks at even
distances. A line that ends a sentence, opens a clause, names a value (责任单位：…) or holds a figure is none. What
looks like one and is not shown stays, and is reported.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from digest.parse.lines import WHEN, Line
from digest.parse.reading import Cut, Reading
from digest.regex import regex
from digest.text.rules import Rule, any_of

_LONGEST = 40
_BLOCK = 3
"""A page has at most so many lines at its head or foot."""
_HEAD = 15
"""The title stands in the first lines of a text."""
_FULL_LINE = 20
"""A line shorter than this was not broken by the width of a page."""
_PAGE_LENGTH = 200
"""Code points: less does not fill a page."""

_FIGURE = regex(r"[\d０-９%％]|[一二三四五六七八九十百千万亿两]{1,8}元|分之")
_S = r"[ \u3000]*"
_DASH = r"[—–\-·]?"
LAYOUT_FIGURES = (
    Rule("a page or an issue", rf"第{_S}[\d０-９]{{1,5}}{_S}[页期号版卷辑]", "某市人民政府公报第4期"),
    Rule("how many pages", rf"共{_S}\d{{1,4}}{_S}页", "某市人民政府公报共 4 页"),
    Rule(
        "a day, a month or a year",
        rf"(?:19|20)\d\d{_S}年(?:{_S}\d{{1,2}}{_S}月)?(?:{_S}\d{{1,2}}{_S}日)?",
        "某市人民政府公报2023年4月",
    ),
    Rule("a day in digits", r"(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?", "某市人民政府公报2023-04-01"),
    Rule(
        "the number of a page before the words",
        rf"^{_DASH}{_S}\d{{1,4}}{_S}{_DASH}[ \u3000]+",
        "- 3 - 某市人民政府公报",
    ),
    Rule(
        "the number of a page behind the words",
        rf"[ \u3000]+{_DASH}{_S}\d{{1,4}}{_S}{_DASH}$",
        "某市人民政府公报 - 3 -",
    ),
)
"""Figures of a header that are none of the text."""

PRINT_HEADS = (
    Rule(
        "when it was printed, and the title", rf"{WHEN}(?:\s+(?P<title>.*))?", "2026/11/26 19:49 某市若干政策"
    ),
    Rule(
        "the title and an address",
        r"(?P<page>.*\S)\s+(?:https?://|file:/{1,3})\S+",
        "某市若干政策 https://example.gov.cn/a.html",
    ),
)
"""What a browser prints at the head of a page."""

_OF_LAYOUT = any_of(LAYOUT_FIGURES)
_PRINT_HEAD = any_of(PRINT_HEADS, whole=True)
_BARE_NUMBER = regex(r"(\d{1,3})(?:[ \u3000]*/[ \u3000]*(\d{1,3}))?$")
_NOT_LAST = "。；，、：！？;,:!?”』」"


class Pages(NamedTuple):
    """The lines without those of the layout; cuts for these; the lines that may be of the layout but stay."""

    lines: list[Line]
    cuts: list[Cut]
    doubtful: list[Line]


def set_aside_pages(lines: list[Line], reading: Reading, *, printed: bool) -> Pages:
    """Take out what pages print on each of them; ``printed``: a browser's print foot stands in the text.

    Linear: each line is compared with a few around it only.
    """
    cuts: list[Cut] = []
    lines = _without(lines, _page_numbers(lines), "page", reading, cuts)
    lines = _without(lines, _print_heads(lines, printed=printed), "print", reading, cuts)
    taken, doubtful = _running(lines)
    doubtful |= _numbers_inside(lines)
    in_doubt = [lines[i] for i in sorted(doubtful)]
    return Pages(_without(lines, taken, "header", reading, cuts), cuts, in_doubt)


def _without(lines: list[Line], taken: set[int], what: str, reading: Reading, cuts: list[Cut]) -> list[Line]:
    """The other lines; ``cuts`` gets one for each that is taken."""
    if not taken:
        return lines
    kept: list[Line] = []
    turned = False
    for i, line in enumerate(lines):
        if i in taken:
            cuts.append(Cut(*reading.whole(line.start, line.end), what))
            turned = True
        else:
            kept.append(line._replace(new_page=True) if turned else line)
            turned = False
    return kept


def _page_numbers(lines: list[Line]) -> set[int]:
    """Lines of digits: beside a form feed; n/m in order; or numbers that count the pages at a distance."""
    found = [
        (i, int(m[1]), int(m[2] or 0)) for i, line in enumerate(lines) if (m := _BARE_NUMBER.match(line.text))
    ]
    if not found:
        return set()
    turned = {i for i, line in enumerate(lines) if line.new_page}
    beside = {i for i, _, _ in found if i in turned or i + 1 in turned}
    of_total = [each for each in found if each[2]]
    totals = {total for _, _, total in of_total}
    ordered = all(a[1] + 1 == b[1] for a, b in pairwise(of_total))
    counted = len(totals) == 1 and ordered and all(n <= total for _, n, total in of_total)
    plain = [each for each in found if not each[2]]
    far = all(b[0] - a[0] > 10 and a[1] + 1 == b[1] for a, b in pairwise(plain))
    return (
        {i for i in beside if not lines[i].kept}
        | ({i for i, _, _ in of_total if not lines[i].kept} if counted else set())
        | ({i for i, _, _ in plain if not lines[i].kept} if far and len(plain) > 2 else set())
    )


def _numbers_inside(lines: list[Line]) -> set[int]:
    """Lines of digits that a sentence runs across: a page number, or a figure of its own."""
    inner = range(1, len(lines) - 1)
    return {i for i in inner if _BARE_NUMBER.match(lines[i].text) and _goes_on(lines[i - 1], lines[i + 1])}


def _print_heads(lines: list[Line], *, printed: bool) -> set[int]:
    """Date, time and title at the head of a printed page: where there is a foot, or the same title more than once."""
    found = {
        i: (m["title"] or m["page"] or "", m["page"] is None)
        for i, line in enumerate(lines)
        if not line.kept and line.label is None and (m := _PRINT_HEAD.match(line.text))
    }
    titles = Counter(title for title, _ in found.values())
    return {i for i, (title, dated) in found.items() if (printed and dated) or (title and titles[title] > 1)}


def _running(lines: list[Line]) -> tuple[set[int], set[int]]:
    """Which lines are running headers or footers, and which may be."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if not line.kept and 2 <= len(line.text) <= _LONGEST and (key := _key(line)):
            places[key].append(i)
    places = defaultdict(list, {key: at for key, at in places.items() if len(at) > 1})
    if not places:
        return set(), set()
    key_at = {i: key for key, at in places.items() for i in at}
    edges = _at_edges(lines, key_at)
    inside = _inside_sentences(lines, key_at)
    head = next((i for i, line in enumerate(lines[:_HEAD]) if line.label), _HEAD)
    taken: set[int] = set()
    doubtful: set[int] = set()
    for at in places.values():
        of_title = [i for i in at[1:] if at[0] < head and i >= head]
        on_edge = [i for i in at if i in edges]
        if (len(on_edge) > 1 and len(on_edge) >= len(at) - 1) or (len(on_edge) == 1 and of_title == on_edge):
            taken.update(on_edge)
        elif broken := [i for i in at if i in inside]:
            if of_title:
                taken.update(i for i in broken if i in of_title)
            elif len(at) > 2 and 2 * len(broken) >= len(at) and _is_even(lines, at):
                taken.update(at)
            else:
                doubtful.add(broken[0])
    return taken, doubtful


def _key(line: Line) -> str:
    """What a line has in common with the same header of another page; nothing for a line that is none."""
    text = line.text
    if line.label or text[-1] in _NOT_LAST or "：" in text or ":" in text:
        return ""
    words = _OF_LAYOUT.sub("", text).strip()
    return "" if not words or _FIGURE.search(words) else words


def _at_edges(lines: list[Line], key_at: dict[int, str]) -> set[int]:
    """Repeated lines right below or above a page break, a few of them together."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.new_page:
            for order in (range(i, i + _BLOCK), range(i - 1, i - 1 - _BLOCK, -1)):
                for j in order:
                    if j not in key_at:
                        break
                    found.add(j)
    return found


def _inside_sentences(lines: list[Line], key_at: dict[int, str]) -> set[int]:
    """Repeated lines, a few of them together, that a sentence runs across."""
    found: set[int] = set()
    i = 0
    while i < len(lines):
        end = i
        while end in key_at:
            end += 1
        if i < end <= i + _BLOCK and i > 0 and end < len(lines) and _goes_on(lines[i - 1], lines[end]):
            found.update(range(i, end))
        i = max(end, i + 1)
    return found


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a sentence that a page broke runs from one line to another."""
    text = before.text
    if len(text) < _FULL_LINE or text[-1] in "。；：！？!?;:…”』」】）)":
        return False
    return "：" not in after.text[:8] and after.indent < 2 and after.label is None


def _is_even(lines: list[Line], at: Iterable[int]) -> bool:
    """Whether lines stand as far from each other as pages are long."""
    gaps = [lines[b].start - lines[a].start for a, b in pairwise(at)]
    return min(gaps) >= _PAGE_LENGTH and max(gaps) <= 1.6 * min(gaps)
