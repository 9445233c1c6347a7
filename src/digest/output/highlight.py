"""A policy text with colours for a terminal."""

from pygments import highlight
from pygments.formatters import TerminalFormatter
from pygments.token import Token

from digest.text.lexer import TOKENS, PolicyLexer
from digest.text.marks import Mark


def highlighted(text: str) -> str:
    """The text with escape sequences for the sixteen colours that every terminal names itself.

    ``text`` must be safe to show (see ``visible``).
    """
    lexer = PolicyLexer(stripnl=False, ensurenl=False)
    return highlight(text, lexer, TerminalFormatter(colorscheme=_COLOURS))


# *bold*, _underlined_; each for light and for dark ground, which here are the same.
_COLOURS = {
    Token: ("", ""),
    **{
        TOKENS[kind]: (colour, colour)
        for kind, colour in {
            Mark.LABEL: "*red*",
            Mark.MONEY: "*green*",
            Mark.SHARE: "*cyan*",
            Mark.DATE: "_blue_",
            Mark.AGENCY: "magenta",
            Mark.TITLE: "_yellow_",
            Mark.NUMBER: "yellow",
        }.items()
    },
}
