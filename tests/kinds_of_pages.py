"""The kinds of pages of a built site, whatever it is about, and pages that stand for each."""

import re
from collections.abc import Mapping
from pathlib import Path

_LANGUAGE = re.compile(r"(zh|en)/")
_BODY = re.compile(r'<body(?: class="([^"]*)")?')


def by_kind(site: Path) -> Mapping[tuple[str, str], list[str]]:
    """The addresses of all pages in the site, the heaviest first, by kind (in which section they are, how deep, and how
    they are laid out) and language (none where a page is for the readers of all)."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        text = file.read_text("utf-8")
        language = _LANGUAGE.match(path)
        section, *deeper = (path[language.end() :] if language else path).split("/")
        body = _BODY.search(text)
        kind = " ".join(["/".join([section, *("*" for _ in deeper)]), (body and body[1]) or ""])
        found.setdefault((kind, language[1] if language else ""), []).append((-len(text), path))
    return {
        each: [path.removesuffix("index.html") for _, path in sorted(found[each])] for each in sorted(found)
    }
