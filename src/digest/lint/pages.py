"""The editors' own pages: where their links and pictures lead, and what of their HTML does not reach the page."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from gettext import gettext
from string import ascii_lowercase
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import nh3

from digest.model.corpus import Corpus, Policy
from digest.model.page import EditorPage
from digest.model.problem import Problem, listed, problem_at
from digest.model.source import Source, Span
from digest.regex import regex
from digest.render.markdown import attributes_of, to_html
from digest.text import urls
from digest.text.ids import FORM
from digest.text.nearest import nearest


class LinkTargets(NamedTuple):
    """What can be linked to: the ``paths`` of pages (``zh/about/``) and ``files`` (``assets/icon.svg``), the policies by name, the
    editors' pages by their path, and the path of the site on its host (``/``)."""

    paths: frozenset[str]
    files: frozenset[str]
    policies: Mapping[str, Policy]
    pages: Mapping[str, EditorPage]
    base: str
    base_url: str


class _Place(NamedTuple):
    """An address in the text of a page: of a picture or of a link."""

    span: Span
    address: str
    picture: bool


def make_site(corpus: Corpus, addresses: frozenset[str], files: frozenset[str]) -> LinkTargets:
    """What can be linked to in the site of a corpus; ``addresses`` are those that its content gives rise to (``/about/``)."""
    shared = {*addresses, *corpus.addresses}
    shared |= {f"/{name}/" for name in urls.ALWAYS}
    shared |= {f"/policies/{policy.meta.slug}/{more}" for policy in corpus.policies for more in ("", "both/")}
    paths = {f"{language}{each}" for language in urls.LANGUAGES for each in shared}
    paths |= {"", *map(urls.home, urls.LANGUAGES)}
    pages = {urls.section(page.language, page.name): page for page in corpus.pages}
    own = {f"{language}/{page.name}/" for page in corpus.pages for language in urls.LANGUAGES}
    kept = (paths - own) | pages.keys() | {f"{language}/quality/" for language in urls.LANGUAGES}
    policies = {policy.meta.slug: policy for policy in corpus.policies}
    base_url = corpus.site.base_url
    return LinkTargets(frozenset(kept), files, policies, pages, urlsplit(base_url).path, base_url)


def check_page(page: EditorPage, path: str, site: LinkTargets) -> tuple[Problem, ...]:
    """What is wrong with a page, in its order; ``path`` is its file.

    Problems: R220 a link that leads to nothing, R221 one to a clause that has moved or is gone, R222 a picture that is not
    shown, R223 HTML that is taken out, R224 what looks like a link or a head and is none, R225 no title (warnings).
    """
    source = Source(path, page.text)
    text = _blanked(page.text, _CODE)
    here = urls.section(page.language, page.name)
    found: list[Problem] = []
    for place in _places(text):
        found += (_picture if place.picture else _link)(source, place, here, site)
    found += [*_stripped(source, text), *_no_links(source, text)]
    if not any(line.startswith("# ") for line in page.text.splitlines()):
        first = len(page.text) - len(page.text.lstrip())
        found.append(problem_at("R225", source, Span(first, first), name=page.name))
    return tuple(sorted(found, key=lambda each: (each.line, each.column)))


_CODE = regex(
    r"^(```+|~~~+).*?^\1[^\n]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->|^(?: {4}|\t)[^\n]*$",
    re.DOTALL | re.MULTILINE,
)
_INLINE = regex(r"(!?)\[[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\]\(\s*<?([^\s<>)]*)")
_DEFINED = regex(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)
_ATTRIBUTE = regex(r"<(a|img)\b[^<>]*?\b(?:href|src)\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_REFERRED = regex(r"\[[^\[\]\n]+\]\[([^\[\]\n]*)\]")


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    """A text with blanks in place of what a pattern finds, so that places stay."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _places(text: str) -> Iterator[_Place]:
    for found in _INLINE.finditer(text):
        yield _Place(Span(*found.span(2)), found[2], bool(found[1]))
    for found in _DEFINED.finditer(text):
        yield _Place(Span(*found.span(2)), found[2], picture=False)
    for found in _ATTRIBUTE.finditer(text):
        yield _Place(Span(*found.span(2)), found[2], found[1].lower() == "img")


def _inside(address: str, here: str, site: LinkTargets) -> str | None:
    """The site path of an address on a page; None when it leads elsewhere."""
    if address.startswith(site.base_url):
        address = address[len(site.base_url) - 1 :]
    elif site.base != "/" and address.startswith(site.base):
        address = address[len(site.base) - 1 :]
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return here
    path = unquote(parts.path)
    joined = posixpath.normpath(posixpath.join("/", here, path)).lstrip("/")
    joined += (
        "/" if joined and (path.endswith(("/", "/.", "..")) or "." not in joined.rpartition("/")[2]) else ""
    )
    return joined.removesuffix("index.html")


def _link(source: Source, place: _Place, here: str, site: LinkTargets) -> Iterator[Problem]:
    scheme = urlsplit(place.address).scheme
    if scheme and scheme not in nh3.ALLOWED_URL_SCHEMES:
        reason = gettext("addresses with {scheme}: are taken out of pages").format(scheme=scheme)
        yield problem_at(
            "R220", source, place.span, reason=reason, remedy=gettext("Write an address with https://.")
        )
        return
    path = _inside(place.address, here, site)
    if path is None:
        return
    anchor = unquote(urlsplit(place.address).fragment).partition(":~:")[0]
    if path.startswith("../") or (
        place.address.startswith("/") and site.base != "/" and not place.address.startswith(site.base)
    ):
        path = "../" + path
    clause = urls.find_clause(path)
    if clause and clause.doc in site.policies:
        way = partial(_to_clause, here, clause.doc)
        yield from _clause(source, place, site.policies[clause.doc], clause.clause, way)
    elif not _is_there(path, site):
        yield _dead(source, place, path, here, site)
    elif anchor:
        yield from _anchor(source, place, path, anchor, site, here)


def _to_clause(here: str, doc: str, name: str) -> str:
    """The way from a page to the permanent address of a clause."""
    return urls.relative(here, urls.clause(doc, name)).removesuffix("index.html")


_FREE = ("data/", "akn/", "search/")
"""Folders of files whose names depend on the program."""


def _is_there(path: str, site: LinkTargets) -> bool:
    if path in site.paths or path in site.files or path.startswith(_FREE):
        return True
    folder, _, name = path.rpartition("/")
    return (name.endswith((".csv", ".xlsx", ".html")) and f"{folder}/" in site.paths) or path in (
        "sitemap.xml",
        "robots.txt",
    )


def _dead(source: Source, place: _Place, path: str, here: str, site: LinkTargets) -> Problem:
    """R220, with the page that may be meant: ``about.zh.md`` is the page zh/about/."""
    clause = urls.find_clause(path)
    meant = _clause_meant(clause, site) if clause else ""
    wanted = path.rstrip("/")
    if meant:
        wanted = meant.rstrip("/")
    elif found := re.fullmatch(r"(?:.*/)?([a-z0-9-]+)\.(zh|en)\.md", wanted):
        wanted = f"{found[2]}/{found[1]}"
    elif "/" not in wanted or wanted.split("/")[0] not in urls.LANGUAGES:
        wanted = f"{here.split('/', maxsplit=1)[0]}/{wanted.removeprefix('../')}"
    else:
        wanted = re.sub(
            rf"^{re.escape(here)}", f"{here.split('/', maxsplit=1)[0]}/", wanted
        )  # policies/x for ../policies/x
    there = meant or wanted + "/" in site.paths
    near = wanted + "/" if there else nearest(wanted + "/", sorted(site.paths - {""}))
    remedy = (
        gettext("Write `{word}` if you mean that. Otherwise remove it.").format(
            word=urls.relative(here, near).removesuffix("index.html")
        )
        if near
        else gettext(
            "Correct the address, or remove the link. From this page, ../policies/ leads to the list of policies."
        )
    )
    reason = gettext("there is no page {path} in the site").format(path=f"/{path.removeprefix('../')}")
    return problem_at("R220", source, place.span, reason=reason, remedy=remedy)


def _clause_meant(clause: urls.ClauseAddress, site: LinkTargets) -> str:
    """The address of a clause whose policy is misspelt: p/jinan-2042/1.2/; empty where none is near."""
    doc = nearest(clause.doc, site.policies)
    known = doc and clause.clause in {each.id for each in site.policies[doc].document.clauses}
    return urls.clause(doc, clause.clause) if doc and known else ""


def _anchor(
    source: Source, place: _Place, path: str, anchor: str, site: LinkTargets, here: str
) -> Iterator[Problem]:
    """An anchor on a page whose anchors are known: the full text of a policy, an editors' page."""
    if page := site.pages.get(path):
        ids = re.findall(r'\bid="([^"]*)"', to_html(page.body))
        if anchor not in (*ids, "main"):
            yield _no_anchor(source, place, anchor, ids)
    found = urls.find_page(urls.shared(path)) if path else None
    policy = site.policies.get(found.names[0]) if found and found.kind == "policy" else None
    if policy and FORM.fullmatch(anchor):
        yield from _clause(source, place, policy, anchor, partial(_to_anchor, here, path))


def _to_anchor(here: str, path: str, name: str) -> str:
    """The way from a page to a clause in a full text."""
    return urls.relative(here, path, name).replace("index.html#", "#")


def _no_anchor(source: Source, place: _Place, anchor: str, ids: list[str]) -> Problem:
    near = nearest(anchor, ids)
    remedy = (
        gettext("Write `{word}` if you mean that. Otherwise remove it.").format(word=f"#{near}")
        if near
        else gettext("Known here: {known}.").format(known=listed([f"#{each}" for each in ids]) or "–")
    )
    reason = gettext("the page has no place #{anchor}").format(anchor=anchor)
    return problem_at("R220", source, place.span, reason=reason, remedy=remedy)


def _clause(
    source: Source, place: _Place, policy: Policy, name: str, way: Callable[[str], str]
) -> Iterator[Problem]:
    """A clause that has moved, is gone or never was; ``way`` is the address of one by its id, as the page has to write it."""
    ids, ledger, doc = [clause.id for clause in policy.document.clauses], policy.ledger, policy.meta.slug
    if name in ids:
        return
    if name in ledger.aliases:
        now = ledger.end(name)
        reason = gettext("it has moved to {now}").format(now=now)
        remedy = gettext("Write {now} in place of {name}.").format(now=now, name=name)
        yield problem_at("R221", source, place.span, id=f"{doc}#{name}", reason=reason, remedy=remedy)
    elif name in ledger.tombstones:
        instead = ledger.tombstones[name].replaced_by
        reason = gettext("the policy no longer has it")
        remedy = (
            gettext("Write {now} in place of {name}.").format(now=instead[0], name=name)
            if instead
            else gettext("Say in the sentence that the clause existed before, or remove the link.")
        )
        yield problem_at("R221", source, place.span, id=f"{doc}#{name}", reason=reason, remedy=remedy)
    else:
        near = next((each for each in ids if each.lstrip(ascii_lowercase) == name), nearest(name, ids))
        remedy = (
            gettext("Write `{word}` if you mean that. Otherwise remove it.").format(word=way(near))
            if near
            else gettext(
                "`digest show {doc}` lists the clauses. Write the address of a clause like `{address}`."
            ).format(doc=doc, address=way(next(iter(ids), name)))
        )
        reason = gettext("{doc} has no clause {id}").format(doc=doc, id=name)
        yield problem_at("R220", source, place.span, reason=reason, remedy=remedy)


def _picture(source: Source, place: _Place, here: str, site: LinkTargets) -> Iterator[Problem]:
    if place.address.startswith("data:"):
        return
    path = _inside(place.address, here, site)
    if path is None:
        reason = gettext("browsers refuse pictures of another host")
    elif path in site.files:
        return
    else:
        reason = gettext("the site has no file {path}").format(path=f"/{path}")
    name = place.address.rpartition("/")[2] or "picture.png"
    near = nearest(name, [each.rpartition("/")[2] for each in site.files])
    remedy = gettext("Put the picture into templates/assets/, and write {address}.")
    yield problem_at(
        "R222",
        source,
        place.span,
        reason=reason,
        remedy=remedy.format(address=f"../../assets/{near or name}"),
    )


_TAG = regex(r"<([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*)?/?>")
_NAMED = regex(r"(?:^|\s)([A-Za-z_:][\w:.-]*)\s*=")


def _stripped(source: Source, text: str) -> Iterator[Problem]:
    """Tags and attributes that do not reach the page."""
    for found in _TAG.finditer(text):
        tag = found[1].lower()
        kept = attributes_of(tag)
        if kept is None:
            yield problem_at("R223", source, Span(*found.span()), what=f"<{tag}>")
            continue
        start = found.start(2)
        for name in _NAMED.finditer(found[2] or ""):
            if name[1].lower() not in kept:
                yield problem_at(
                    "R223", source, Span(start + name.start(1), start + name.end(1)), what=name[1]
                )


_ALMOST = (
    (regex(r"\[[^\[\]\n]+\]\s*（[^（）\n]*）"), "[text](address)"),
    (regex(r"\[[^\[\]\n]+\] +\((?=[^()\s]*[/.#])[^()\s]*\)"), "[text](address)"),
    (regex(r"【[^【】\n]+】\s*[(（](?=[^()（）\s]*[/.#])[^()（）\s]*[)）]"), "[text](address)"),
    (regex(r"！\[[^\[\]\n]*\]\("), "![text](address)"),
    (regex(r"\A---\n(?:[^\n]*\n)*?---\n"), ""),
    (regex(r"^＃+[^\n]*", re.MULTILINE), "## ..."),
)


def _no_links(source: Source, text: str) -> Iterator[Problem]:
    """What is printed as it is, though it looks like something else."""
    defined = {found[1].lower() for found in _DEFINED.finditer(text)}
    for pattern, form in _ALMOST:
        for found in pattern.finditer(text):
            remedy = gettext("Write it like {form}, in half-width characters.").format(form=form)
            if not form:
                remedy = gettext("Remove it. The title of a page is its first line, which begins with #.")
            yield problem_at("R224", source, Span(*found.span()), remedy=remedy)
    for found in _REFERRED.finditer(text):
        if found[1] and found[1].lower() not in defined:
            remedy = gettext("Add a line `[{name}]: address` to the page, or write [text](address).").format(
                name=found[1]
            )
            yield problem_at("R224", source, Span(*found.span()), remedy=remedy)
