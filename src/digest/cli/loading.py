"""A content folder as the commands look at it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli.progress import progress_bar

if TYPE_CHECKING:
    from digest.build import Loaded
    from digest.session import Searched


def loaded(content: Path, *, quiet: bool, drafts: bool = True) -> "Loaded":
    """The corpus of a content folder, from the cache as far as that knows it; a bar shows how far it is."""
    from digest.session import Session

    with progress_bar(quiet=quiet) as progress:
        return Session(content, os.environ).load(drafts=drafts, progress=progress)


def searched(content: Path, *, quiet: bool) -> "Searched":
    """The same with its search."""
    from digest.session import Session

    with progress_bar(quiet=quiet) as progress:
        return Session(content, os.environ).search(progress=progress)
