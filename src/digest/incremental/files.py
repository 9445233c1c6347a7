"""The files of a site, from its corpus. Those whose ground has not changed since the last build stand in the site already,
and are neither made nor read.

A part of the site is known by all that its pages are made from (``pages.parts``), the templates and the program.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints, fingerprint_of_folder, stamp
from digest.incremental.standing import known_as, remember, remembered, stands
from digest.model.page import Unchanged
from digest.model.progress import Progress
from digest.pages.frame import Setting
from digest.pages.machine import Listed, listed_page, make_sitemaps
from digest.pages.parts import Part, Stock
from digest.processes import in_processes
from digest.publish.manifest import read_manifest
from digest.publish.write import File
from digest.render.assets import read_assets
from digest.render.pages import Templates, compile_all, environment, render
from digest.text.urls import file_of

_STAGE = "pages"

_WORTH_A_PROCESS = 100
"""From this many parts on, making them in several processes is faster than in one."""


class _Known(NamedTuple):
    """The files of a part, and its entries in the sitemap."""

    files: tuple[str, ...]
    listed: tuple[Listed, ...]


class _Made(NamedTuple):
    """The files of a part with what they hold, and its entries in the sitemap."""

    files: Mapping[str, bytes | None]
    listed: tuple[Listed, ...]


class SiteFiles:
    """The files of some parts of a site. ``folders`` hold the templates, ``output`` may hold the site as it was;
    ``missing`` are the parts that must be made, ``files`` the paths of those that were."""

    def __init__(
        self,
        setting: Setting,
        parts: Iterable[Part],
        folders: Sequence[Path],
        output: Path,
        cache: Cache,
        naming: Fingerprints,
    ) -> None:
        self._folders, self._output, self._cache = folders, output, cache
        self._place = known_as(output)
        self._marks = remembered(cache, output)
        self._stock = Stock(setting, cache.lasting("pieces", dict))
        self._parts = list(parts)
        if cache.resident:  # who edits looks at pages, not at data
            self._parts.sort(key=lambda part: not part.templated)
        self._stamp = stamp(folders)
        found = [fingerprint_of_folder(folder) for folder in folders if folder.exists()]
        # Templates behind a link may change without a trace: then they are never the same.
        self._templates = b"".join(each or os.urandom(16) for each in found)
        self._names = self._name(naming) if cache.keeps else [b""] * len(self._parts)
        self._before: Mapping[bytes, _Known] = cache.get(_STAGE, self._place) or {}
        self._standing = [self._stood(self._before.get(name)) for name in self._names]
        self._known: dict[bytes, _Known] = {}
        self.files: list[str] = []
        self.missing = [
            part for part, stood in zip(self._parts, self._standing, strict=True) if stood is None
        ]

    def make(self, jobs: int, progress: Progress) -> Iterator[File]:
        """Every file of the site, many parts at a time. Raises what ``render`` raises."""
        for file in self._make(jobs, progress):
            self.files.append(file[0])
            yield file

    def _make(self, jobs: int, progress: Progress) -> Iterator[File]:
        progress("render", 0, 0)
        yield from read_assets(self._folders).items()
        templating = self._templating()
        several = jobs if len(self.missing) >= _WORTH_A_PROCESS else 1
        if several > 1 and any(part.templated for part in self.missing):
            compile_all(templating)
        fresh = in_processes(partial(_make, templating, self._stock), self.missing, several)
        listed: list[Listed] = []
        for done, (name, stood) in enumerate(zip(self._names, self._standing, strict=True)):
            progress("render", done, len(self._parts))
            if stood is None:
                made = next(fresh)
                yield from made.files.items()
                known = _Known(tuple(made.files), made.listed)
            else:
                yield from ((file, None) for file in stood.files)
                known = stood
            listed += known.listed
            self._known[name] = known
        for sitemap in make_sitemaps(self._stock.common, listed):
            yield file_of(sitemap.path), render(sitemap, templating)
        progress("write", 0, len(self.files))

    def make_missing(self) -> Iterator[File]:
        """The files of missing parts, and the names of all others of the site that stands."""
        templating = self._templating()
        for name, stood, part in zip(self._names, self._standing, self._parts, strict=True):
            if stood is None:
                made = _make(templating, self._stock, part)
                self._known[name] = _Known(tuple(made.files), made.listed)
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
    def stood(self) -> bool:
        """Whether there is a site of an earlier build."""
        return bool(self._marks) and read_manifest(self._output) == frozenset(self._marks)

    def keep(self) -> None:
        """Remember the site for the next build, when its files stand. OSError when one does not."""
        if self._cache.keeps:
            remember(self._cache, self._output, self.files)
            self._keep(self._known)

    def _keep(self, known: Mapping[bytes, _Known]) -> None:
        """Remember parts, unless somebody has typed in a template meanwhile: then nobody knows what they were made with."""
        same = stamp(self._folders) == self._stamp
        self._cache.put(_STAGE, self._place, known if same else {})
        if not same:
            self._cache.lasting("templates", dict).clear()

    def _name(self, naming: Fingerprints) -> Sequence[bytes]:
        """The fingerprints of the parts, with the templates where these count."""
        templates, common = self._templates, naming.of(self._stock.common)
        return [
            naming.of(
                (
                    part.make,
                    (common, self._stock.ground(part.shown)) if part.shown else (),
                    part.given,
                    templates if part.templated else b"",
                )
            )
            for part in self._parts
        ]

    def _templating(self) -> Templates:
        """The templates, compiled once as long as none changes."""
        kept: dict[bytes, Templates] = self._cache.lasting("templates", dict)
        found = kept.get(self._templates) or environment(self._folders, _Compiled(self._cache))
        kept.clear()
        kept[self._templates] = found
        return found

    def _stood(self, known: _Known | None) -> _Known | None:
        """A part whose files all stand as they were written; else None."""
        if known and all(stands(self._output, name, self._marks) for name in known.files):
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


def _make(templating: Templates, stock: Stock, part: Part) -> _Made:
    """A part of the site."""
    files: dict[str, bytes | None] = {}
    listed: list[Listed] = []
    for page in stock.pages(part):
        unchanged = isinstance(page.value, Unchanged)
        files[file_of(page.path)] = None if unchanged else render(page, templating)
        listed += [entry] if (entry := listed_page(page)) else []
    return _Made(files, tuple(listed))
