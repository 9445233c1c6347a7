"""A bar for long work: the stage, how much of it is done, the time left. On stderr, on a terminal only."""

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from gettext import gettext

from digest.model.progress import Progress, Stage, silent

_PAUSE = 0.1
"""Seconds for which a bar stays as it is, so that showing it takes no time."""


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Progress]:
    """A function to call with the stage, the parts done and the parts there are."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(gettext("time left")),
        TimeRemainingColumn(),
    )
    # Without a thread of its own: the work forks, which is not safe beside threads.
    with Bar(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        names = _names()
        stage_now, shown = "", 0.0

        def advance(stage: Stage, done: int, total: int) -> None:
            nonlocal stage_now, shown
            now = time.monotonic()
            if stage != stage_now:  # the time that one stage took says nothing about the next
                for task in bar.task_ids:
                    bar.remove_task(task)
                bar.add_task(names[stage], completed=done, total=total or None)
            elif now - shown >= _PAUSE:
                bar.update(bar.task_ids[0], completed=done, total=total, refresh=True)
            else:
                return
            stage_now, shown = stage, now

        yield advance


def _names() -> Mapping[Stage, str]:
    return {
        "parse": gettext("Reading texts"),
        "match": gettext("Matching pairs of policies"),
        "compare": gettext("Comparing themes and policies"),
        "render": gettext("Making pages"),
        "write": gettext("Writing files"),
        "measure": gettext("Measuring labelled texts"),
    }
