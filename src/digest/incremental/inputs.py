"""What a content folder and the folders of templates hold, read again only where their bytes have changed."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from digest.incremental.cache import Cache
from digest.incremental.fingerprint import Fingerprints, fingerprint_of_folder
from digest.matching import ReadLore, read_lore
from digest.model.problem import Problem
from digest.model.vocabulary import Glossary
from digest.pages.words import Words, read_words
from digest.read.content import Settings, read_settings
from digest.read.policy import Known, ReadPolicy, read_policy
from digest.resources import starter_content

T = TypeVar("T")

_POLICIES = "policies"


class Inputs:
    """Reads what a content folder holds, and remembers it in a cache."""

    def __init__(self, content: Path, cache: Cache, naming: Fingerprints) -> None:
        self._content, self._starter = content, starter_content()
        self._cache, self._naming = cache, naming
        self._lists = self._ground(content, self._starter)

    def settings(self, content: Path, starter: Path) -> Settings:
        """What the folder says besides its policies."""
        return self._kept("settings", self._lists, (), lambda: read_settings(content, starter))

    def policy(self, folder: Path, known: Known) -> ReadPolicy:
        """One policy."""
        given = (folder.as_posix(), tuple(known.jurisdictions or ()), known.terms, tuple(known.policies))
        return self._kept("text", self._ground(folder), given, lambda: read_policy(folder, known))

    def lore(self, glossary: Glossary) -> ReadLore:
        """What it says about matching."""
        return self._kept(
            "lore", self._lists, glossary, lambda: read_lore(self._content, self._starter, glossary)
        )

    def words(self, folders: Sequence[Path]) -> tuple[Mapping[str, Words], list[Problem]]:
        """The words of the pages."""
        return self._kept("words", self._ground(*folders), (), lambda: read_words(folders))

    def _ground(self, *folders: Path) -> bytes:
        """The fingerprint of what lies in some folders, but for the policies; never the same where that cannot be told."""
        if not self._cache.keeps:
            return b""
        found = [fingerprint_of_folder(folder, _POLICIES) for folder in folders if folder.exists()]
        return b"".join(each or os.urandom(16) for each in found)

    def _kept(self, stage: str, ground: bytes, given: object, read: Callable[[], T]) -> T:
        if not self._cache.keeps:
            return read()
        name = self._naming.of((os.fspath(self._content), ground, given))
        found: T = next(self._cache.recall(stage, [name], lambda missing: (read() for _ in missing)))
        return found
