"""Finds clause ids that a page shows as if they were numbers of a text. As a program, it counts them in a built site by
kind of page: ``python tests/shown_ids.py SITE``."""

import csv
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path

_CODE = ("code", "pre", "script", "style")
_ADDRESSES = (
    "action",
    "aria-controls",
    "aria-labelledby",
    "class",
    "for",
    "href",
    "id",
    "lang",
    "name",
    "rel",
    "src",
    "value",
)
_UNIT = r"(?!\s?(?:[kM]B\b|%|million|billion|万|亿|倍|个))"


class Finder:
    """Knows the ids that no text prints: those of one figure are left out."""

    def __init__(self, ids: Collection[str]) -> None:
        telling = sorted((re.escape(each) for each in ids if not each.isdecimal()), key=len, reverse=True)
        self._shown = re.compile(rf"(?<![\w.#/=@:-])(?:{'|'.join(telling)})(?![\w-]|\.\w){_UNIT}", re.ASCII)

    def in_words(self, text: str) -> list[str]:
        """The ids that plain words show."""
        return self._shown.findall(text)

    def in_page(self, page: str) -> list[str]:
        """The ids that a page or a feed shows: in its text, but for what is marked as code, and in attributes that are
        read, such as labels and descriptions."""
        return [shown for text in _read(page) for shown in self.in_words(text)]


def _read(page: str) -> Iterator[str]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return iter(reader.read)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in _CODE
        for name, value in attrs:
            if value and name not in _ADDRESSES and not name.startswith("data-"):
                self.read.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in _CODE

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.read.append(data)


def _kind(path: Path) -> str:
    """``en/compare``, ``p``: what a page is a page of."""
    first, *rest = path.parts
    return f"{first}/{rest[0]}" if rest and first in ("zh", "en", "feeds") else first


def main(site: Path) -> int:
    with (site / "data" / "clauses.csv").open(encoding="utf-8-sig", newline="") as file:
        finder = Finder({row["id"] for row in csv.DictReader(file)})
    counts: Counter[str] = Counter()
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".xml") and "akn" not in path.parts:
            counts[_kind(path.relative_to(site))] += len(finder.in_page(path.read_text("utf-8")))
    for kind, number in (*counts.items(), ("all", counts.total())):
        sys.stdout.write(f"{kind:<24}{number:>6}\n")
    return counts.total() > 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
