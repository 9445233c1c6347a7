"""Text cut up for display: paragraphs, figures that must not be broken, and changes of language."""

from functools import lru_cache
from typing import NamedTuple

from digest.pages.strings import QUOTED, Run, Runs, run
from digest.regex import regex
from digest.text.entries import beginning


class ProseSegment(NamedTuple):
    """A stretch of a paragraph; ``kind`` as in ``Run``. The paragraph's clause knows its language. ``term`` is the
    anchor of the definition where the stretch is a term that the page explains."""

    text: str
    kind: str
    term: str = ""


Paragraph = tuple[ProseSegment, ...]


@lru_cache(maxsize=4096)  # a pure function; a clause stands on up to five pages
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a clause's text, cut so that joined segments give the text back."""
    return tuple(segments(line) for line in text.split("\n")) if text else ()


def segments(line: str) -> Paragraph:
    """A paragraph, its figures set apart."""
    cut = [
        ProseSegment(part, "figure" if index % 2 else "") for index, part in enumerate(_FIGURE.split(line))
    ]
    return tuple(segment for segment in cut if segment.text)


def mixed(text: str, language: str) -> Runs:
    """A text of one language; in an English one, the Chinese words that it quotes are told apart.

    >>> [(run.lang, run.kind) for run in mixed("The title: 起草说明.", "en")]
    [('en', ''), ('zh-CN', 'quoted'), ('en', '')]
    """
    if language == "zh":
        return run(text, "zh")
    parts = (part for part in _HAN.split(text) if part)
    return tuple(run(part, "zh", QUOTED)[0] if _HAN.match(part) else run(part, "en")[0] for part in parts)


def unbroken(runs: Runs) -> Runs:
    """Runs with their figures set apart."""
    return tuple(
        Run(part.text, whole.lang, f"{whole.kind} {part.kind}".strip(), whole.reader)
        for whole in runs
        for part in segments(whole.text)
    )


def shortened(text: str, length: int) -> str:
    """The first line of a text, cut to a length in code points; a Latin word or a figure is left out rather than cut.

    >>> shortened("a smart sensor", 10), shortened("智能传感器产业", 5), shortened("最高不超过300万元", 8)
    ('a smart…', '智能传感…', '最高不超过…')
    """
    line = text.partition("\n")[0].strip()
    if len(line) <= length:
        return line
    cut = beginning(line, length - 1)
    if _IN_WORD.match(line, len(cut) - 1):
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip("，、；：,;: ") + "…"


_IN_WORD = regex(r"[A-Za-z0-9]{2}")
_NUMBER = r"[0-9０-９]{1,20}(?:[.,．][0-9０-９]{1,20}){0,4}"
_UNIT = (
    r"[%％‰℃]|[十百千万亿]+[余多]?(?:平方米|立方米|公里|美元|[元家个项名人亩台套件次倍吨条种])?"
    r"|平方米|立方米|平方公里|公里|个月|个百分点|[余多]?[年月日家个项名人亩所台套件次期倍米吨岁级号条款章种类点届]"
)
_FIGURE = regex(rf"((?<![0-9０-９]){_NUMBER}(?:[-—–~～]{_NUMBER})?[ \u00a0]?(?:{_UNIT}))")
_IDEOGRAPH = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_HAN = regex(rf"((?:[《「]{{1,3}})?[{_IDEOGRAPH}][{_IDEOGRAPH}\u3000-\u303f\uff00-\uffef“”…—0-9]*)")
