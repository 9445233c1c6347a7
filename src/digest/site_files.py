"""The files of a site, from its corpus. Those whose ground has not changed since the last build are taken from the
site that stands.

A part of the site is known by all that its pages are made from (``pages.parts``), the templates and the program. The
cache keeps the fingerprints of its files, not their contents: these are in the site already.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from digest.cache import Cache
from digest.fingerprint import Fingerprints, fingerprint_of_folder
from digest.model.comparison import Absence, Aligned, Alone, Group, Offer, Unmatched
from digest.model.corpus import Corpus, PolicyMeta, Term, Translation
from digest.model.document import Clause
from digest.model.facts import ClauseFacts
from digest.model.keywords import Keyword
from digest.model.matches import Match, Theme
from digest.model.progress import Progress
from digest.model.quality import Quality
from digest.model.vocabulary import AgencyWords, Glossary
from digest.pages.machine import Listed, listed_page, make_sitemap
from digest.pages.make import make_parts, make_setting
from digest.pages.parts import Part, Stock
from digest.pages.terms import Terms
from digest.pages.words import Words
from digest.processes import in_processes
from digest.publish.standing import fingerprints, read_standing
from digest.render.assets import read_assets
from digest.render.pages import compile_all, environment, render
from digest.text.urls import file_of

_SHARED = (
    Words,
    PolicyMeta,
    Clause,
    ClauseFacts,
    Absence,
    Aligned,
    Alone,
    Group,
    Offer,
    Unmatched,
    Translation,
    Match,
    Term,
    Keyword,
    Theme,
    Quality,
    Glossary,
    AgencyWords,
    Terms,
)
"""What stands in the ground of many parts."""

_STAGE = "pages"


class _Made(NamedTuple):
    """The files of a part, and its entries in the sitemap."""

    files: Mapping[str, bytes]
    listed: tuple[Listed, ...]


class _Known(NamedTuple):
    """The same, the contents by their fingerprints."""

    files: Mapping[str, bytes]
    listed: tuple[Listed, ...]


def make_files(
    corpus: Corpus,
    words: Mapping[str, Words],
    folders: Sequence[Path],
    output: Path,
    cache: Cache,
    *,
    jobs: int,
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site by its path. ``folders`` hold the templates, ``output`` may hold the site as it was.

    Many parts are made and rendered at a time. Raises what ``render`` raises.
    """
    progress("render", 0, 0)
    yield from read_assets(folders).items()
    templating = environment(folders, _Compiled(cache))
    setting = make_setting(corpus, words)
    stock, parts = Stock(setting), list(make_parts(setting))
    names = _names(stock, parts, folders) if cache.keeps else [b""] * len(parts)
    place = str(output.resolve()).encode()
    before: Mapping[bytes, _Known] = cache.get(_STAGE, place) or {}
    standing = [_standing(output, before.get(name)) for name in names]
    missing = [part for part, stood in zip(parts, standing, strict=True) if stood is None]
    if any(part.templated for part in missing):
        compile_all(templating)
    fresh = in_processes(partial(_make, templating, stock), missing, jobs)
    known = {}
    listed: list[Listed] = []
    for done, (name, stood) in enumerate(zip(names, standing, strict=True)):
        progress("render", done, len(parts))
        made = stood or next(fresh)
        yield from made.files.items()
        listed += made.listed
        known[name] = _Known(fingerprints(made.files), made.listed)
    cache.put(_STAGE, place, known)
    sitemap = make_sitemap(listed)
    yield file_of(sitemap.path), render(sitemap, templating)


def _names(stock: Stock, parts: Iterable[Part], folders: Sequence[Path]) -> Sequence[bytes]:
    """The fingerprints of parts, with the templates where these count."""
    found = [fingerprint_of_folder(folder) for folder in folders if folder.exists()]
    # Templates behind a link may change without a trace: then they are never the same.
    templates = b"".join(each or os.urandom(16) for each in found)
    naming = Fingerprints(_SHARED)
    common = naming.of(stock.common)
    return [
        naming.of(
            (
                part.make,
                (common, stock.ground(part.shown)) if part.shown else (),
                part.given,
                templates if part.templated else b"",
            )
        )
        for part in parts
    ]


class _Compiled(BytecodeCache):
    """Compiled templates in the cache. Jinja2 checks that they belong to the templates as they are."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._cache.get("template", bucket.key.encode()):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put("template", bucket.key.encode(), bucket.bytecode_to_string())


def _make(templating: Environment, stock: Stock, part: Part) -> _Made:
    """A part of the site."""
    files, listed = {}, []
    for page in stock.pages(part):
        files[file_of(page.path)] = render(page, templating)
        listed += [entry] if (entry := listed_page(page)) else []
    return _Made(files, tuple(listed))


def _standing(output: Path, known: _Known | None) -> _Made | None:
    """A part as it stands in the site; None where it does not, or not as it was made."""
    files = known and read_standing(output, known.files)
    return None if known is None or files is None else _Made(files, known.listed)
