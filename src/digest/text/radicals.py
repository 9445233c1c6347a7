"""Characters that stand for others: radicals and compatibility ideographs that PDF readers give for the real ones.

Unicode has the radicals apart, for dictionaries. On a page ⼀ (U+2F00) and 一 (U+4E00) look alike; no search finds one
by the other, and ⼀、 is no number.
"""

import unicodedata

from digest.regex import regex

# CJK Radicals Supplement: the forms that are whole characters of today (Unicode, EquivalentUnifiedIdeograph.txt).
# The others are parts of characters and stand for none.
_SUPPLEMENT = (
    "⺁厂⺝月⺟母⺠民⺼月⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦"
    "⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⺻聿⺶羊"
)


def _ideographs() -> dict[int, str]:
    """What each stands for. Kangxi radicals and compatibility ideographs name theirs in their decomposition."""
    ranges = (range(0x2F00, 0x2FD6), range(0xF900, 0xFADA))
    named = {code: unicodedata.normalize("NFKC", chr(code)) for codes in ranges for code in codes}
    pairs = zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)
    return {
        **{code: char for code, char in named.items() if char != chr(code) and len(char) == 1},
        **{ord(radical): char for radical, char in pairs},
    }


_IDEOGRAPHS = _ideographs()
_ANY = regex("[\u2e80-\u2fd5\uf900-\ufad9]")


def read_through(text: str) -> str:
    """The text with each such character as the ideograph it stands for: one for one, so that no offset moves.

    >>> read_through("⽀持⾼新技术企业")
    '支持高新技术企业'
    """
    return text.translate(_IDEOGRAPHS) if _ANY.search(text) else text
