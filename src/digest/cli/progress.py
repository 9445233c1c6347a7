"""A bar for long work: on stderr, on a terminal only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from digest.model.progress import Progress, silent


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress]:
    """A function to call with the stage, the parts done and the parts there are."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def advance(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield advance
