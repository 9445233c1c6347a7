"""The files of a site, from its corpus. Those whose ground has not changed since the last build stand in the site already,
and are neither made nor read.

A part of the site is known by all that its pages are made from (``pages.parts``), the templates and the program.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints, fingerprint_of_folder, stamp
from digest.incremental.grounds import Grounds
from digest.incremental.marks import is_as_written, known_as, remember, remembered
from digest.model.page import DataFile, Page, Unchanged
from digest.model.progress import Progress
from digest.pages.downloads import Download, download_of, make_downloads
from digest.pages.frame import Setting
from digest.pages.machine import Listed, listed_page, make_sitemaps
from digest.pages.parts import Bundle, Part, PartTask, by_page
from digest.publish.manifest import read_manifest
from digest.publish.write import Content, File, size_of
from digest.render.assets import read_assets
from digest.render.pages import Templates, environment, render
from digest.render.sqlite import sqlite_file
from digest.text.urls import file_of
from digest.workers import Workers, in_blocks

_STAGE, _BUNDLES = "pages", "bundles"

_BLOCK = 1000
"""So many clauses are shown by the parts of a block, about: a few tenths of a second of work."""

_TOO_MUCH = 20_000
"""A part that shows more than this is made where the corpus is: sending it would take as long, and its worker would need as
much memory."""


class _Known(NamedTuple):
    """The files of a part, its entries in the sitemap, and those of its files that are downloads."""

    files: tuple[str, ...]
    listed: tuple[Listed, ...]
    downloads: tuple[Download, ...]


class _Made(NamedTuple):
    """The files of a part with what they hold, and the rest of what is known of it."""

    files: Mapping[str, Content | None]
    listed: tuple[Listed, ...]
    downloads: tuple[Download, ...]

    @property
    def known(self) -> _Known:
        """It without what its files hold."""
        return _Known(tuple(self.files), self.listed, self.downloads)


class _Kit(NamedTuple):
    """What all pages are made with: what they know in common, and the templates."""

    common: Setting
    templates: Templates


class _Found(NamedTuple):
    """A part that was looked up: its name, its files if they stand, else what is to be done."""

    name: bytes
    has_site: _Known | None
    work: PartTask | None
    templated: bool

    @property
    def travels(self) -> bool:
        """Whether any worker can do it."""
        return self.work is not None and self.work.size <= _TOO_MUCH


class SiteFiles:
    """The files of some parts of a site. ``folders`` hold the templates, ``output`` may hold the site as it was; ``files``
    are the paths of those that were made. A part is looked up when its turn comes, and forgotten when it is made, since all of
    them can hold more than there is memory. Only a cache that is resident knows beforehand how many parts are ``missing``."""

    def __init__(
        self,
        setting: Setting,
        grounds: Grounds,
        parts: Iterable[Part | Bundle],
        folders: Sequence[Path],
        output: Path,
        cache: Cache,
        naming: Fingerprints,
    ) -> None:
        self._folders, self._output, self._cache, self._naming = folders, output, cache, naming
        self._place = known_as(output)
        self._marks = remembered(cache, output)
        self._downloads = partial(make_downloads, setting)
        self._grounds = grounds
        self._setting = grounds.stock.common
        self._common = naming.of(self._setting) if cache.keeps else b""
        self._stamp = stamp(folders)
        found = [fingerprint_of_folder(folder) for folder in folders if folder.exists()]
        # Templates behind a link may change without a trace: then they are never the same.
        self._templates = b"".join(each or os.urandom(16) for each in found)
        self._before: Mapping[bytes, _Known] = cache.get(_STAGE, self._place) or {}
        self._known: dict[bytes, _Known] = {}
        self._bundles_before: Mapping[bytes, tuple[bytes, ...]] = cache.get(_BUNDLES, self._place) or {}
        self._bundles: dict[bytes, tuple[bytes, ...]] = {}
        self.files: list[str] = []
        self._found: Iterable[_Found] = chain.from_iterable(map(self._each, parts))
        self._expected = _expected(setting)
        self.missing: int | None = None
        if cache.resident:  # who edits looks at pages, not at data
            known = self._found = sorted(self._found, key=lambda each: not each.templated)
            self._expected = len(known)
            self.missing = sum(each.work is not None for each in known)

    def make(self, workers: Workers, progress: Progress) -> Iterator[File]:
        """Every file of the site. Raises what ``render`` and ``Workers.map`` raise."""
        for name, content in self._make(workers, progress):
            self.files.append(name)
            yield name, content
            if not isinstance(content, bytes | None):
                content.close()

    def _make(self, workers: Workers, progress: Progress) -> Iterator[File]:
        progress("render", 0, 0)
        yield from read_assets(self._folders).items()
        kit = _Kit(self._setting, self._templating())
        listed: list[Listed] = []
        downloads: list[Download] = []
        for done, (found, made) in enumerate(self._made(workers, kit)):
            progress("render", done, max(done, self._expected))
            known = yield from self._taken(found, made)
            listed += known.listed
            downloads += known.downloads
        for part in by_page(self._downloads(downloads)):  # now it is known how large they are
            found = self._look_up(part)
            known = yield from self._taken(found, _make(kit, found.work) if found.work else None)
            listed += known.listed
        for sitemap in make_sitemaps(kit.common, listed):
            yield file_of(sitemap.path), render(sitemap, kit.templates)
        progress("write", 0, len(self.files))

    def _taken(self, found: _Found, made: _Made | None) -> Generator[File, None, _Known]:
        """The files of a part, made or standing; then what is known of it."""
        if made:
            yield from made.files.items()
            known = made.known
        else:
            known = found.has_site or _Known((), (), ())
            yield from ((file, None) for file in known.files)
        if self._cache.keeps:
            self._known[found.name] = known
        return known

    def _made(self, workers: Workers, kit: _Kit) -> Iterator[tuple[_Found, _Made | None]]:
        """Each part in order, with its files where it was missing: made by workers in blocks of neighbours, which show much
        the same; those that show too much are made here when their turn comes."""
        out: deque[list[_Found]] = deque()

        def blocks() -> Iterator[list[PartTask]]:
            for block in in_blocks(self._found, _weight, _BLOCK):
                out.append(block)
                yield [found.work for found in block if found.work and found.travels]

        for made in workers.map(_make_all, workers.share(kit), blocks()):
            fresh = iter(made)
            for found in out.popleft():
                if found.travels:
                    yield found, next(fresh)
                else:
                    yield found, _make(kit, found.work) if found.work else None

    def make_missing(self) -> Iterator[File]:
        """The files of missing parts, and the names of all others of the site that stands."""
        kit = _Kit(self._setting, self._templating())
        for found in self._found:
            if found.work:
                made = _make(kit, found.work)
                self._known[found.name] = made.known
                self.files += made.files
                yield from made.files.items()
        yield from ((name, None) for name in self._marks.keys() - {*self.files})

    def keep_missing(self) -> None:
        """Remember them beside what the last build has left: but for parts whose files they have replaced. OSError when one
        does not stand."""
        remember(self._cache, self._output, self.files, self._marks)
        new = frozenset(self.files)
        others = {name: known for name, known in self._before.items() if new.isdisjoint(known.files)}
        self._keep({**others, **self._known})

    @property
    def has_site(self) -> bool:
        """Whether there is a site of an earlier build."""
        return bool(self._marks) and read_manifest(self._output) == frozenset(self._marks)

    def keep(self) -> None:
        """Remember the site for the next build, when its files stand. OSError when one does not."""
        if self._cache.keeps:
            remember(self._cache, self._output, self.files)
            self._keep(self._known)
            self._cache.put(_BUNDLES, self._place, self._bundles)

    def _keep(self, known: Mapping[bytes, _Known]) -> None:
        """Remember parts, unless somebody has typed in a template meanwhile: then nobody knows what they were made with."""
        same = stamp(self._folders) == self._stamp
        self._cache.put(_STAGE, self._place, known if same else {})
        if not same:
            self._cache.lasting("templates", dict).clear()

    def _each(self, each: Part | Bundle) -> Iterable[_Found]:
        """A part, or those of a bundle: if it is the same and all of them stand, they are not even made."""
        if isinstance(each, Part) or not self._cache.keeps:
            return map(self._look_up, self._grounds.stock.parts(each))
        ground = (self._common, self._grounds.of_bundle(each))
        name = self._naming.of((each.make, ground, each.given, self._templates))
        found = [self._standing(part) for part in self._bundles_before.get(name, ())]
        if not found or not all(part.has_site for part in found):
            found = [self._look_up(part) for part in self._grounds.stock.parts(each)]
        self._bundles[name] = tuple(part.name for part in found)
        return found

    def _standing(self, name: bytes) -> _Found:
        return _Found(name, self._stood(self._before.get(name)), None, templated=True)

    def _look_up(self, part: Part) -> _Found:
        """A part by its fingerprint, in which the templates count where they are used."""
        name, has_site = b"", None
        if self._cache.keeps:
            ground = (self._common, self._grounds.of(part.shown)) if part.shown else ()
            templates = self._templates if part.templated else b""
            name = self._naming.of((part.make, ground, part.given, templates))
            has_site = self._stood(self._before.get(name))
        work = None if has_site else self._grounds.stock.work(part)
        return _Found(name, has_site, work, part.templated)

    def _templating(self) -> Templates:
        """The templates, compiled once as long as none changes."""
        kept: dict[bytes, Templates] = self._cache.lasting("templates", dict)
        found = kept.get(self._templates) or environment(self._folders, _Compiled(self._cache))
        kept.clear()
        kept[self._templates] = found
        return found

    def _stood(self, known: _Known | None) -> _Known | None:
        """A part whose files all stand as they were written; else None."""
        if known and all(is_as_written(self._output, name, self._marks) for name in known.files):
            return known
        return None


class _Compiled(BytecodeCache):
    """Compiled templates in the cache. Jinja2 checks that they belong to the templates as they are."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._cache.get("template", bucket.key.encode()):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.put("template", bucket.key.encode(), bucket.bytecode_to_string())


def _make_all(kit: _Kit, block: Iterable[PartTask]) -> list[_Made]:
    """Some parts of the site."""
    return [_make(kit, work) for work in block]


def _make(kit: _Kit, work: PartTask) -> _Made:
    """A part of the site."""
    files: dict[str, Content | None] = {}
    listed: list[Listed] = []
    downloads: list[Download] = []
    for page in work.pages(kit.common):
        content = _content(page, kit.templates, large=work.size > _TOO_MUCH)
        files[file_of(page.path)] = content
        listed += [entry] if (entry := listed_page(page)) else []
        downloads += [file] if content is not None and (file := download_of(page, size_of(content))) else []
    return _Made(files, tuple(listed), tuple(downloads))


def _content(page: Page, templates: Templates, *, large: bool) -> Content | None:
    """What the file of a page holds; None where it stands. A ``large`` database is left on the disk."""
    value = page.value
    if isinstance(value, Unchanged):
        return None
    if large and isinstance(value, DataFile) and value.form == "sqlite":
        return sqlite_file(value.tables)
    return render(page, templates)


def _weight(found: _Found) -> int:
    """How much work a part is, in clauses shown: a page takes some even when it shows few; parts that stand, or that no
    worker can do, are none."""
    return 4 + found.work.size if found.work and found.travels else 0


def _expected(setting: Setting) -> int:
    """About how many parts there will be: each clause has a page, and each policy some."""
    return sum(len(policy.document.clauses) + 8 for policy in setting.corpus.policies)
