"""What a content folder and the folders of templates hold, read again only where their bytes have changed.

What was read while somebody typed is not remembered: it may be something else than what was named before.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints, fingerprint_of_file, fingerprint_of_folder, stamp
from digest.matching import ReadMatchingSettings, read_matching_settings
from digest.model.corpus import Policy
from digest.model.problem import Problem
from digest.model.vocabulary import Glossary
from digest.pages.strings import Words, read_words
from digest.read.content import Settings, read_settings
from digest.read.policy import ReadPolicy, read_policy
from digest.read.policy_checks import KnownNames
from digest.resources import has_own_templates, starter_content

T = TypeVar("T")

_POLICIES = "policies"


class _Ground(NamedTuple):
    """Some files or folders: what tells whether somebody writes there, and the name of what they hold."""

    paths: tuple[Path, ...]
    stamp: bytes
    name: bytes


class Inputs:
    """Reads what a content folder holds, and remembers it in a cache."""

    def __init__(self, content: Path, cache: Cache, naming: Fingerprints) -> None:
        self._content, self._starter = content, starter_content()
        self._cache, self._naming = cache, naming
        self._lists = self._ground(content, self._starter)

    def settings(self, content: Path, starter: Path) -> Settings:
        """What the folder says besides its policies."""
        return self._kept("settings", self._lists, (), lambda: read_settings(content, starter))

    def policy(self, folder: Path, known: KnownNames) -> ReadPolicy:
        """One policy."""
        given = (
            folder.as_posix(),
            known.jurisdictions,
            known.terms,
            tuple(known.policies),
            known.place_words,
        )
        return self._kept("text", self._ground(folder), given, lambda: read_policy(folder, known))

    def english(
        self, policy: bytes, file: Path, read: Callable[[], tuple[Policy, tuple[Problem, ...]]]
    ) -> tuple[Policy, tuple[Problem, ...]]:
        """A policy, named by a fingerprint before that, with its translations in a file, and what is wrong with them. It is
        known by the names of both from here on."""
        done, name = self._named("english", self._ground(file), policy, read)
        if name:
            self._naming.know(done[0], name)
        return done

    def matching(self, glossary: Glossary) -> ReadMatchingSettings:
        """What it says about matching."""
        return self._kept(
            "matching",
            self._lists,
            glossary,
            lambda: read_matching_settings(self._content, self._starter, glossary),
        )

    def project(self, folders: Sequence[Path]) -> tuple[Problem, ...]:
        """What is wrong with a project's own templates; ``folders`` are its own and the program's."""
        if not has_own_templates(self._content):
            return ()
        own, shipped = folders
        from digest.lint.project import check_project  # most projects have no templates of their own

        return self._kept("project", self._ground(*folders), (), lambda: check_project(own, shipped))

    def words(self, folders: Sequence[Path]) -> Mapping[str, Words]:
        """The words of the pages."""
        return self._kept("words", self._ground(*folders), (), lambda: read_words(folders))

    def _ground(self, *paths: Path) -> _Ground:
        """A file, or some folders but for the policies; never the same where what they hold cannot be told."""
        if not self._cache.keeps:
            return _Ground((), b"", b"")
        before = stamp(paths, _POLICIES)
        found = [
            fingerprint_of_folder(path, _POLICIES) if path.is_dir() else fingerprint_of_file(path)
            for path in paths
        ]
        return _Ground(paths, before, b"".join(each or os.urandom(16) for each in found))

    def _kept(self, stage: str, ground: _Ground, given: object, read: Callable[[], T]) -> T:
        return self._named(stage, ground, given, read)[0]

    def _named(
        self, stage: str, ground: _Ground, given: object, read: Callable[[], T]
    ) -> tuple[T, bytes | None]:
        """What was read, with the name of what it was read from; without, when somebody has typed meanwhile."""
        if not self._cache.keeps:
            return read(), None
        name = self._naming.of((os.fspath(self._content), ground.name, given))
        known: T | None = self._cache.get(stage, name)
        if known is not None:
            return known, name
        found = read()
        if stamp(ground.paths, _POLICIES) != ground.stamp:
            return found, None
        self._cache.put(stage, name, found)
        return found, name
