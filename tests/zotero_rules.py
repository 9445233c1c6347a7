"""What Zotero takes from the head of a page: its translators "Embedded Metadata" and "RDF" (versions of April 2026), as far
as pages of this program can meet them. https://github.com/zotero/translators
"""

import re
from dataclasses import dataclass, field

from lxml import html

PREFIXES = {
    "bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint", "eprints", "og", "article", "book",
    "music", "video", "so", "codemeta", "rdf",
}  # fmt: skip
FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_cover_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_abstract": "abstractNote",
    "citation_public_url": "url",
    "citation_language": "language",
}
TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
VALID = {
    "report": {"number": "reportNumber", "reportType": "reportType", "institution": "institution"},
    "webpage": {"publicationTitle": "websiteTitle"},
    "journalArticle": {"publicationTitle": "publicationTitle"},
}
EVERYWHERE = ("title", "date", "url", "language", "abstractNote", "extra")


@dataclass
class Item:
    """An item of a library: its type, its creators as they are shown (last name, first name), its fields."""

    type: str
    creators: list[tuple[str, str]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def imported(page: str, address: str) -> Item:
    """What the browser's button of Zotero makes of a page."""
    tree = html.fromstring(page)
    metas = [(each.get("name") or each.get("property"), each.get("content")) for each in tree.iter("meta")]
    known = [(name, content) for name, content in metas if name and content]
    statements: dict[str, str] = {}
    by_tag = guess = None
    for name, content in known:
        for tag in name.split():
            if prefix := _prefix(tag):
                statements.setdefault(f"{prefix}:{_property(tag, prefix)}", content)
            elif kind := TYPES.get(tag[max(tag.rfind("citation_"), 0) :]):
                by_tag = kind
            elif tag.endswith("citation_title"):
                guess = guess or "journalArticle"
    kind = _rdf_type(statements, guess)
    found = {
        "title": statements.get("og:title", ""),
        "url": statements.get("og:url", ""),
        "abstractNote": statements.get("og:description", ""),
    }
    if kind in ("webpage", "blogPost", "newspaperArticle"):
        found["publicationTitle"] = statements.get("og:site_name", "")
    found |= {name[2:]: value for name, value in statements.items() if re.match("z:(?!itemType|path)", name)}
    for tag, name in FIELDS.items():
        value = next((content for each, content in known if each.endswith(tag)), "").strip()
        if value:
            found[name] = " ".join(value.split())
    item = Item(by_tag or kind, _creators(tree, known))
    _fall_back(found, tree, dict(reversed(known)), address)
    names = VALID[item.type] | dict.fromkeys(EVERYWHERE)
    item.fields = {own or name: found[name] for name, own in names.items() if found.get(name)}
    return item


def _prefix(tag: str) -> str | None:
    parts = [part.lower() for part in re.split("[.:_]", tag)]
    return next((part for part in (*parts[1:2] * (len(parts) > 2), parts[0]) if part in PREFIXES), None)


def _property(tag: str, prefix: str) -> str:
    rest = tag[tag.lower().index(prefix) + len(prefix) + 1 :]
    return rest[:1].lower() + rest[1:]


def _rdf_type(statements: dict[str, str], guess: str | None) -> str:
    if kind := statements.get("z:itemType"):
        return kind
    if statements.get("og:type") == "website":
        return "webpage"
    return guess or "webpage"


def _creators(tree: html.HtmlElement, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names as the translator cuts them: what has a comma or a space is taken for a person's."""
    authors = [content for name, content in known if name.endswith("citation_author")]
    names = [name for each in authors for name in re.split(r"\s*;\s*", each)]
    if not names:
        names = [content for name, content in known if name.lower() == "author"]
        names += ["byline" for each in tree.iter() if "byline" in (each.get("class") or "").lower()]
        names += ["byline" for each in tree.iter("a") if each.get("rel") == "author"]
    return [_person(name.strip()) for name in names if re.search(r"[^\s,\-.;]", name)]


def _person(name: str) -> tuple[str, str]:
    if "," in name:
        last, _, first = name.partition(",")
        return last.strip(), first.strip()
    first, _, last = name.rpartition(" ")
    return last, first


def _fall_back(found: dict[str, str], tree: html.HtmlElement, by_name: dict[str, str], address: str) -> None:
    """What is looked for elsewhere where no tag has it."""
    canonical = tree.xpath("//head/link[@rel='canonical']/@href")
    found["title"] = found["title"] or tree.findtext("head/title")
    if site := found.get("publicationTitle"):
        found["title"] = re.sub(rf"\s*[-–—=_:|~#]\s*{re.escape(site)}\s*$", "", found["title"])
    found["url"] = found["url"] or (canonical or [address])[0]
    found["language"] = found.get("language") or tree.get("lang")
    found["abstractNote"] = found["abstractNote"] or by_name.get("description", "")
    if not found.get("date"):
        found["date"] = "".join(tree.xpath("//time/@datetime")[:1])
