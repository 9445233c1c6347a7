"""An exception nobody expected, in one frame without a traceback."""

import traceback
from gettext import gettext
from pathlib import Path

from digest import __version__
from digest.report.visible import visible


def fault(error: Exception) -> str:
    """What happened, where in the program, and how to report it."""
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    last = traceback.extract_tb(error.__traceback__)[-1:]
    place = gettext("  at {file}, line {line}, in {function}\n")
    where = "".join(
        place.format(file=Path(step.filename).name, line=step.lineno, function=step.name) for step in last
    )
    head = gettext("error: digest {version} met a fault of its own: {summary}\n")
    hint = gettext(
        "  hint: This is a bug, not your mistake. Set DIGEST_DEBUG=1, run the command again, and report\n"
        "        what it prints together with the command and the file it was working on."
    )
    return head.format(version=__version__, summary=visible(summary)) + where + hint
