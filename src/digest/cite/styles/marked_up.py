"""Markdown, LaTeX and HTML: the note of a language (法学引注手册 in Chinese, Chicago in English), its title a link."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

from markupsafe import escape

from digest.cite.printing import CitationPiece
from digest.cite.styles.bibtex import latex_escaped
from digest.cite.styles.chicago import chicago_linked
from digest.cite.styles.law import law_linked
from digest.model.reference import Reference

_Escape = Callable[[str], str]


def markdown(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """For CommonMark, pandoc and Python-Markdown alike, which agree on few escapes: a backslash before what all of them take
    it for, else a character reference."""
    return _written(reference, day, _markdown, "[{text}]({href})", "*{text}*", _of_address)


def latex(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    r"""With ``\href`` of the package hyperref."""
    return _written(
        reference, day, latex_escaped, r"\href{{{href}}}{{{text}}}", r"\emph{{{text}}}", _in_latex
    )


def html(reference: Reference, day: date | None) -> tuple[CitationPiece, ...]:
    """A piece of HTML to paste into a page."""
    return _written(reference, day, _html, '<a href="{href}">{text}</a>', "<i>{text}</i>", _html)


def _written(
    reference: Reference, day: date | None, escaped: _Escape, link: str, italic: str, address: _Escape
) -> tuple[CitationPiece, ...]:
    def one(each: CitationPiece) -> str:
        text = escaped(each.text)
        text = italic.format(text=text) if each.italic else text
        return link.format(href=address(each.href), text=text) if each.href else text

    note = chicago_linked(reference, day) if reference.language == "en" else law_linked(reference, day)
    parts = groupby(note, key=lambda each: each.day)
    return tuple(CitationPiece("".join(map(one, part)), day=visited) for visited, part in parts)


def _html(text: str) -> str:
    return str(escape(text))


def _of_address(address: str) -> str:
    """An address in brackets: those that it holds itself do not end it."""
    return address.replace("(", "%28").replace(")", "%29")


def _in_latex(address: str) -> str:
    r"""An address in ``\href``, which takes all but these signs as they are."""
    return address.replace("\\", "%5C").replace("%", r"\%").replace("#", r"\#").replace("&", r"\&")


def _markdown(text: str) -> str:
    escaped = text.translate(_MARKDOWN)
    return f"\\{escaped}" if escaped[:1] in ("+", "-") else escaped


_MARKDOWN = str.maketrans(
    {**{each: f"\\{each}" for each in "\\`*_{}[]#"}, **{each: f"&#{ord(each)};" for each in "<>&|~^$"}}
)
