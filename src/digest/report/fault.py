"""An exception nobody expected, in one frame without a traceback."""

import traceback
from pathlib import Path

from digest import __version__
from digest.report.visible import visible


def fault(error: Exception) -> str:
    """What happened, where in the program, and how to report it."""
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f"  at {Path(step.filename).name}, line {step.lineno}, in {step.name}\n" for step in last)
    return (
        f"error: digest {__version__} met a fault of its own: {visible(summary)}\n{where}"
        "  hint: This is a bug, not your mistake. Set DIGEST_DEBUG=1, run the command again, and report\n"
        "        what it prints together with the command and the file it was working on."
    )
