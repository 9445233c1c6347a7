"""Translations handed to other programs and taken back: CSV for spreadsheets, TMX 1.4 for memories, XLIFF 1.2 for
translation tools. Each format is printed and parsed in one file.
"""

from collections.abc import Callable, Iterable, Mapping

from digest.translate.exchange.rows import ExchangeRow
from digest.translate.exchange.sheet import parse_csv, print_csv
from digest.translate.exchange.tmx import parse_tmx, print_tmx
from digest.translate.exchange.xliff import parse_xliff, print_xliff

PRINTERS: Mapping[str, Callable[[Iterable[ExchangeRow]], str]] = {
    "csv": print_csv,
    "tmx": print_tmx,
    "xliff": print_xliff,
}
PARSERS: Mapping[str, Callable[[str], tuple[ExchangeRow, ...]]] = {
    ".csv": parse_csv,
    ".tmx": parse_tmx,
    ".xlf": parse_xliff,
    ".xliff": parse_xliff,
}
"""By the ending of a file's name. Each raises ValueError for a text that is not in its format."""
