"""Whether a built site holds together: what its pages lead to is there, each address of the site that any file names is one of its
own, and each page says which it is. All answers are faults, a line each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin

from lxml import html

_LEAD = ("href", "src", "action", "formaction", "data", "poster")
_NAME = (
    "for",
    "list",
    "headers",
    "popovertarget",
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "aria-owns",
)
_DATA = frozenset({".bib", ".csv", ".json", ".jsonl", ".ris", ".txt", ".xml"})
_END = r"[^\s\"'<>\\{}|^`&(),，。；）】]*"
_WORDS = ":~:"
"""Behind it a link says which words browsers mark."""


class _Page(NamedTuple):
    """A page: its ids, what its elements lead to, the ids that they name, what it states for programs, its language, title and
    description, and whether search engines list it."""

    ids: frozenset[str]
    leads: frozenset[str]
    names: frozenset[str]
    stated: str
    language: str
    title: str
    description: str
    is_listed: bool


def astray(site: Path) -> Iterator[str]:
    """Links, addresses and names of elements that lead nowhere."""
    pages, base = _pages(site), _base(site)
    own = re.compile(re.escape(base) + _END)
    for path, page in pages.items():
        yield from (f"{path}: no element has the id {each}" for each in sorted(page.names - page.ids))
        yield from _lost(site, pages, base, path, {*page.leads, *own.findall(page.stated)})
    for file in sorted(site.rglob("*")):
        if file.suffix in _DATA:
            said = set(own.findall(file.read_text("utf-8")))
            yield from _lost(site, pages, base, file.relative_to(site).as_posix(), said)


def unnamed(site: Path) -> Iterator[str]:
    """Pages without a title or a description, and those that search engines list with the same as another of their language."""
    same = defaultdict[tuple[str, str], list[str]](list)
    for path, page in _pages(site).items():
        for name, said in (("title", page.title), ("description", page.description)):
            if not said:
                yield f"{path}: no {name}"
            if page.is_listed:
                same[page.language, f"{name}: {said}"].append(path)
    yield from (f"{', '.join(paths)} have the same {said}" for (_, said), paths in same.items() if paths[1:])


def _lost(site: Path, pages: Mapping[str, _Page], base: str, path: str, links: set[str]) -> Iterator[str]:
    for link in sorted(links):
        address, fragment = urldefrag(urljoin(base + path, link))
        if not address.startswith(base):
            continue
        there = unquote(address.removeprefix(base).partition("?")[0])
        there = f"{there}index.html" if there.endswith("/") or not there else there
        place = unquote(fragment.partition(_WORDS)[0])
        if not (site / there).is_file():
            yield f"{path}: {link} leads to no file"
        elif place and there in pages and place not in pages[there].ids:
            yield f"{path}: {link} leads to no element"


def _base(site: Path) -> str:
    """The address of the site, as its home pages state it."""
    (address,) = html.parse(site / "zh/index.html").xpath("//link[@rel='canonical']/@href")
    return str(address).removesuffix("zh/")


def _pages(site: Path) -> dict[str, _Page]:
    return {file.relative_to(site).as_posix(): _read(file) for file in sorted(site.rglob("*.html"))}


def _read(file: Path) -> _Page:
    root = html.parse(file, html.HTMLParser(encoding="utf-8")).getroot()

    def said(of: str) -> str:
        return " ".join(root.xpath(f"string({of})").split())

    return _Page(
        ids=frozenset(root.xpath("//@id")),
        leads=frozenset(each for name in _LEAD for each in root.xpath(f"//@{name}")),
        names=frozenset(each for name in _NAME for ids in root.xpath(f"//@{name}") for each in ids.split()),
        stated=" ".join(root.xpath("//head/meta/@content | //script[@type='application/ld+json']/text()")),
        language=root.get("lang", ""),
        title=said("/html/head/title"),
        description=said("//meta[@name='description']/@content"),
        is_listed="noindex" not in said("//meta[@name='robots']/@content"),
    )
