"""A Pygments lexer for policy texts, made of ``text.marks``. Pygments finds it by the name ``policy``."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pygments.lexer import Lexer
from pygments.token import Generic, Literal, Name, Number, String, Text, _TokenType

from digest.text.marks import Mark, find_marks

TOKENS: Mapping[Mark, _TokenType] = MappingProxyType({
    Mark.LABEL: Generic.Heading,
    Mark.MONEY: Number.Money,
    Mark.SHARE: Number.Share,
    Mark.DATE: Literal.Date,
    Mark.AGENCY: Name.Agency,
    Mark.TITLE: String.Title,
    Mark.NUMBER: Name.DocumentNumber,
})  # fmt: skip
"""The token of each kind of mark; a style of Pygments that does not know it takes the look of its parent."""


class PolicyLexer(Lexer):
    """Chinese policy texts. The tokens joined give the text back."""

    name = "Chinese policy text"
    aliases = ("policy",)
    filenames = ("*.policy.txt",)
    priority = 0.1  # before plain text (*.txt)

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """(offset, token, stretch of text), in order, without gap."""
        at = 0
        for start, end, kind in find_marks(text):
            if at < start:
                yield at, Text, text[at:start]
            yield start, TOKENS[kind], text[start:end]
            at = end
        if at < len(text):
            yield at, Text, text[at:]
