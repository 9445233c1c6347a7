"""Building a site, and checking content, for people who do it again and again.

What has not changed since the last time is not made anew (``cache``). When nothing has, that is seen from the bytes
of the files alone, before the stages are even imported.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cache import Cache, open_cache
from digest.fingerprint import fingerprint, fingerprint_of_folder
from digest.model.built import Built
from digest.model.problem import Problem, Severity
from digest.model.progress import Progress, silent
from digest.publish.claim import claimed
from digest.publish.standing import read_standing
from digest.publish.write import publish
from digest.resources import starter_content, template_folders

if TYPE_CHECKING:
    from digest.build import Loaded

_STAGE, _CORPUS = "site", "corpus"


def build_again(
    content: Path,
    output: Path,
    environment: Mapping[str, str],
    *,
    jobs: int = 1,
    progress: Progress = silent,
    drafts: bool = False,
    frozen: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """What ``build`` does, in less time; ``waiting`` is called when another build has the output folder first.

    Problems: those of ``build``; B101, B102, B105 and B106 when nothing may be built there.
    """
    with claimed(output, content, waiting) as problems:
        return (
            Built(0, 0, problems)
            if problems
            else build_claimed(content, output, environment, jobs, progress, drafts=drafts, frozen=frozen)
        )


def build_claimed(
    content: Path,
    output: Path,
    environment: Mapping[str, str],
    jobs: int,
    progress: Progress,
    *,
    drafts: bool,
    frozen: bool,
) -> Built:
    """The same in a folder that the caller has claimed."""
    cache = open_cache(content, environment)
    ground = _ground(content, output, drafts=drafts) if cache.keeps else None
    built = _as_before(output, cache, ground) if ground else None
    if built and not (frozen and built.records):
        return built
    from digest.build import build

    built = build(content, output, jobs=jobs, progress=progress, cache=cache, drafts=drafts, frozen=frozen)
    # Somebody may have typed meanwhile.
    if ground and built.files and not _failed(built) and _ground(content, output, drafts=drafts) == ground:
        cache.put(_STAGE, ground, built)
    cache.tidy()
    return built


def check_again(
    content: Path, environment: Mapping[str, str], *, jobs: int = 1, progress: Progress = silent
) -> tuple[Problem, ...]:
    """What ``check`` does, in less time."""
    from digest.build import check

    return check(content, jobs=jobs, progress=progress, cache=open_cache(content, environment))


def load_again(
    content: Path, environment: Mapping[str, str], *, drafts: bool = True, progress: Progress = silent
) -> "Loaded":
    """What ``load`` does, in less time. The last corpus is kept, until a build has no use for it."""
    cache = open_cache(content, environment)
    ground = _ground(content, content, drafts=drafts) if cache.keeps else None
    name = bytes(drafts)
    before: tuple[bytes, Loaded] | None = cache.get(_CORPUS, name) if ground else None
    if before and before[0] == ground:
        return before[1]
    from digest.build import load

    loaded = load(content, drafts=drafts, progress=progress, cache=cache)
    if ground and _ground(content, content, drafts=drafts) == ground:
        cache.put(_CORPUS, name, (ground, loaded))
    return loaded


def _as_before(output: Path, cache: Cache, ground: bytes) -> Built | None:
    """The last build, when it was made from the same bytes and all its files still stand."""
    before: Built | None = cache.get(_STAGE, ground)
    files = before and read_standing(output, before.files)
    if before is None or files is None:
        return None
    published, faults = publish(files, output)
    return before._replace(written=published.written, problems=(*before.problems, *faults))


def _ground(content: Path, output: Path, *, drafts: bool) -> bytes | None:
    """The fingerprint of every file a build reads, and of what site goes where; None when that cannot be told.
    Problems name files as the content folder was typed, so that counts, too."""
    folders = (content, starter_content(), *(each for each in template_folders(content) if each.exists()))
    found = [fingerprint_of_folder(folder) for folder in folders]
    places = b"\0".join([os.fsencode(content), os.fsencode(output.resolve()), b"drafts" if drafts else b""])
    return fingerprint(places + b"".join(filter(None, found))) if all(found) else None


def _failed(built: Built) -> bool:
    return any(found.severity is Severity.ERROR for found in built.problems)
