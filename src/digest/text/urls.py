"""Every address of the site, both ways.

A site path is what follows the base URL: ``zh/policies/shenzhen-2022/``. It is empty for the front
door and ends with a slash where a folder holds the page. Links between pages are relative and name
``index.html``, so that a copy of the site works under any base path and from a disk; the
canonical and the permanent addresses leave it out.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from digest.regex import regex

LANGUAGES = ("zh", "en")
"""The languages of the site, the prevailing one first."""

ROOT = ""
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
HEADERS = "_headers"
REDIRECTS = "_redirects"
REDIRECT_MAP = "_redirects_nginx"


HELP = "help"
"""The name of the page for editors, which the program brings along."""

DOWNLOADS = "data"
"""The name of the page of all downloads, and of the editors' text that introduces it."""

ALWAYS = (
    "policies", "jurisdictions", "compare", "instruments", "estimate", "targets", "agencies", "provisions", "citations", "glossary",
    "search", "quality", HELP, "changes", DOWNLOADS,
)  # fmt: skip
"""The names of the first-level pages that every site has, whatever its content."""

OPEN = ("quality", HELP, DOWNLOADS)
"""Those among them that editors write to: they introduce the page of the program, or take its place."""


class ClauseAddress(NamedTuple):
    """A clause as an address names it."""

    doc: str
    clause: str


class PageAddress(NamedTuple):
    """A page that exists only while the content gives rise to it. ``kind``: policy (``names`` is its slug), own (the
    comparisons of a policy, by its slug), place (a jurisdiction, by its code), pair (two slugs), comparison (a theme, or a group
    of measures), page (an editors' page)."""

    kind: str
    names: tuple[str, ...]


def home(language: str) -> str:
    """The home page of a language."""
    return f"{language}/"


def section(language: str, name: str) -> str:
    """A first-level page: policies, about, compare ..."""
    return f"{language}/{name}/"


def rows(language: str, section_name: str, table: str, number: int) -> str:
    """A page of the rows of a long table, counted from 1; the first one is that of the section. They lie in one folder, so
    that the links of a row are the same on each: ``zh/targets/goals-2.html``. Nobody is promised one, since the rows on it
    change with every text."""
    return section(language, section_name) + (f"{table}-{number}.html" if number > 1 else "")


def place(language: str, code: str) -> str:
    """The page of a jurisdiction."""
    return f"{language}/jurisdictions/{code}/"


def policy(language: str, doc: str) -> str:
    """The full text of a policy."""
    return f"{language}/policies/{doc}/"


def policy_both(language: str, doc: str) -> str:
    """The full text of a policy in both languages side by side, on a page that speaks ``language``."""
    return f"{language}/policies/{doc}/both/"


def theme(language: str, theme_id: str) -> str:
    """The comparison of the measures of a theme."""
    return f"{language}/compare/{theme_id}/"


def pair(language: str, a: str, b: str) -> str:
    """The comparison of two policies, the same for both orders."""
    first, second = sorted((a, b))
    return f"{language}/compare/{first}/{second}/"


def compared(language: str, doc: str) -> str:
    """The comparisons of one policy, on a site whose readers choose which policies are compared."""
    return f"{language}/policies/{doc}/compare/"


def group(doc: str, clause_id: str) -> str:
    """The name of measures that correspond and share no theme, after the clause of the first one; ``theme`` makes their
    address from it."""
    return f"g-{doc}-{clause_id}"


def clause(doc: str, clause_id: str) -> str:
    """The permanent address of a clause, the same in every language."""
    return f"p/{doc}/{clause_id}/"


def clauses(doc: str) -> str:
    """The permanent address of a policy, the same in every language; those of its clauses begin with it."""
    return f"p/{doc}/"


def term_anchor(term: str) -> str:
    """The anchor of a term of the glossary, on the glossary page and where a page explains it; the Chinese term
    names it, so that it is the same in both languages."""
    return "term-" + "-".join(term.split())


def comparable(language: str) -> str:
    """The list of policies whose columns a reader can choose."""
    return f"{language}/compare/policies.json"


def of_theme(theme_id: str) -> str:
    """The anchor of a theme, or of a group without one, among the comparisons of one policy."""
    return f"of-{theme_id}"


def fields_of(table: str) -> str:
    """The anchor of what the fields of a table are, on the page of all downloads."""
    return f"{table}.fields"


def asset(name: str) -> str:
    """A style sheet, script or picture of the site itself."""
    return f"assets/{name}"


def opensearch(language: str) -> str:
    """The description of the search for browsers and other programs."""
    return f"{language}/opensearch.xml"


def search(name: str) -> str:
    """A file of the search index: ``g3`` -> ``search/g3.js``."""
    return f"search/{name}.js"


def sitemap(number: int) -> str:
    """One of several sitemaps, counted from 1."""
    return f"sitemap-{number}.xml"


def data(name: str) -> str:
    """A file of the bulk data."""
    return f"data/{name}"


def policy_data(doc: str) -> str:
    """What is known of a policy, as linked data."""
    return f"p/{doc}/policy.json"


def clause_data(doc: str, clause_id: str) -> str:
    """What is known of a clause, as linked data."""
    return f"p/{doc}/{clause_id}/clause.json"


def card(doc: str, clause_id: str) -> str:
    """A clause on a card, to be shown in pages of others."""
    return f"p/{doc}/{clause_id}/card.html"


def oembed(doc: str, clause_id: str) -> str:
    """How programs show the card of a clause (https://oembed.com)."""
    return f"p/{doc}/{clause_id}/oembed.json"


def feed(language: str, name: str) -> str:
    """A feed of changes: ``all``, ``places/440300``, ``themes/tape-out``, ``policies/city-2024``."""
    return f"feeds/{language}/{name}.xml"


def akoma_ntoso(doc: str) -> str:
    """A policy in XML."""
    return f"akn/{doc}.xml"


def file_of(path: str) -> str:
    """The file that holds a site path: ``zh/`` -> ``zh/index.html``."""
    return f"{path}index.html" if path == ROOT or path.endswith("/") else path


def relative(here: str, there: str, anchor: str = "") -> str:
    """The link from one page to another, or to an anchor on it.

    >>> relative("zh/policies/x/", "en/policies/x/", "3.2")
    '../../../en/policies/x/index.html#3.2'
    """
    if not anchor:
        return _way(here[: here.rfind("/") + 1], there)
    return fragment(anchor) if here == there else _way(here[: here.rfind("/") + 1], there) + fragment(anchor)


@lru_cache(maxsize=4096)  # a pure function; a term is explained on many pages
def fragment(anchor: str) -> str:
    """The end of an address that leads to an anchor."""
    return f"#{anchor if _PLAIN.fullmatch(anchor) else quote(anchor, safe=_ANCHOR)}"


@lru_cache(maxsize=4096)  # a pure function; a page leads to most of its places more than once
def _way(folder: str, there: str) -> str:
    """The link from a folder to a page."""
    path, shared = file_of(there), 0
    while (slash := folder.find("/", shared) + 1) and path.startswith(folder[:slash]):
        shared = slash
    return "../" * folder.count("/", shared) + _quoted(path[shared:])


def rooted(base_url: str, there: str) -> str:
    """The link from a page whose own address is not known (404) to another."""
    return urlsplit(base_url).path + quote(there)


def stand_in(path: str) -> str:
    """A path from which links to the first two levels of folders (zh/policies/, assets/site.css) are those from ``path``:
    they depend on its first two folders and on how many it has.

    >>> stand_in("p/example-2024/3.2/")
    'p/example-2024/_/'
    """
    folders = path.split("/")[:-1]
    return "".join([f"{name}/" for name in (*folders[:2], *["_"] * (len(folders) - 2))])


def absolute(base_url: str, there: str, anchor: str = "") -> str:
    """The full address of a site path; ``base_url`` ends with a slash."""
    path = there if _PLAIN.fullmatch(there) else quote(there, safe="/@")
    return base_url + path + fragment(anchor) if anchor else base_url + path


@lru_cache(maxsize=4096)  # a pure function; a pair of clauses is reported from several pages
def contact(address: str, subject: str = "") -> str:
    """Where a link to a contact leads: a page is its own address, a mail address a letter with a subject."""
    if address.startswith(("http://", "https://")):
        return address
    return f"mailto:{quote(address, safe='@+')}" + (f"?subject={quote(subject)}" if subject else "")


def pinned(address: str, version: str | None) -> str:
    """The address of a clause as it is cited: with the first 8 digits of its text's hash (``ids.text_hash``), so that its
    page can say whether the text has changed since. A clause without a text of its own (None) has nothing to pin.

    >>> pinned("https://example.org/p/example-2024/3.2/", "9f86d081")
    'https://example.org/p/example-2024/3.2/?at=9f86d081'
    """
    return f"{address}?at={version}" if version else address


def find_pin(address: str) -> str | None:
    """The first 8 digits of the hash that an address pins; None where it pins none."""
    found = _PIN.search(address)
    return found[1] if found else None


def at(version: str) -> str:
    """The anchor of an earlier wording on the page of its clause."""
    return f"at-{version}"


def find_clause(address: str) -> ClauseAddress | None:
    """The clause an address leads to, be it permanent (``p/<doc>/<clause>/``) or an anchor of a full
    text (``zh/policies/<doc>/#<clause>``); full, rooted and relative addresses are read. None when
    it leads elsewhere."""
    address = address.partition(":~:")[0]
    found = _PERMANENT.search(address) or _IN_FULL_TEXT.search(address)
    return ClauseAddress(found["doc"], unquote(found["clause"])) if found else None


def shared(path: str) -> str:
    """What follows the language in the path of a page: ``zh/compare/tape-out/`` -> ``/compare/tape-out/``."""
    return path[path.index("/") :]


def find_page(address: str) -> PageAddress | None:
    """The page that an address leads to, by what follows its language (``shared``); None where it leads to none that
    rests on content."""
    found = _PAGE.fullmatch(address)
    if not found or found["page"] in ALWAYS:
        return None
    kind = found.lastgroup or ""
    names = tuple(found[kind].split("/"))
    return PageAddress(kind, names) if list(names) == sorted(set(names)) else None


def clause_of_group(name: str, docs: Iterable[str]) -> ClauseAddress | None:
    """The clause after which a group is named; ``docs`` are the policies that may be meant."""
    fitting = [doc for doc in docs if name.startswith(group(doc, "")) and name != group(doc, "")]
    doc = max(fitting, key=len, default=None)  # of `city` and `city-2024` the one that is meant
    return None if doc is None else ClauseAddress(doc, name.removeprefix(group(doc, "")))


def _quoted(path: str) -> str:
    """``quote``, the quicker way where there is nothing to quote."""
    return path if _PLAIN.fullmatch(path) else quote(path)


_PLAIN = regex(r"[A-Za-z0-9_.~/-]*")
_ANCHOR = "/:@!$&'()*+,;=?"
_DOC = r"(?P<doc>[a-z0-9-]+)"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PAGE = regex(
    rf"/policies/(?P<policy>{_SLUG})/|/policies/(?P<own>{_SLUG})/compare/|/jurisdictions/(?P<place>\d{{6}})/"
    rf"|/compare/(?P<pair>{_SLUG}/{_SLUG})/|/compare/(?P<comparison>[^/]+)/|/(?P<page>{_SLUG})/"
)
_CLAUSE = r"(?P<clause>[^/#?&]+)"
_PERMANENT = regex(rf"(?:^|/)p/{_DOC}/{_CLAUSE}/?(?:index\.html)?(?:$|[#?])")
_PIN = regex(r"^[^#]*[?&]at=([0-9a-f]{8})[0-9a-f]{0,56}(?:[&#]|$)")
_IN_FULL_TEXT = regex(rf"(?:^|/)(?:zh|en)/policies/{_DOC}/(?:both/)?(?:index\.html)?#{_CLAUSE}(?:$|[?&])")
