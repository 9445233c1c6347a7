"""An exception nobody expected, in one frame without a traceback."""

import os
import traceback
from gettext import gettext
from pathlib import Path

from digest import __version__
from digest.report.visible import visible
from digest.resources import templates


def fault(error: Exception) -> str:
    """What happened, where in the program, and how to report it; or where in a template of the project."""
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    if place := _in_template(error):
        said = gettext(
            "{place}: error: This template cannot be used: {reason}\n"
            "  hint: Correct it, or remove it: then the one of the program takes its place."
        )
        return said.format(place=visible(place), reason=visible(str(getattr(error, "message", summary))))
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


def _in_template(error: Exception) -> str:
    """The file and the line in a template of the project where Jinja2 found a mistake; empty for all else."""
    if not type(error).__module__.startswith("jinja2."):
        return ""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", 0)  # of a mistake in its grammar
    steps = traceback.extract_tb(error.__traceback__)
    for step in [] if file else steps:
        if not step.filename.endswith(".py"):
            file, line = step.filename, step.lineno
    if not file or Path(file).is_relative_to(templates()):
        return ""
    return f"{os.path.relpath(file)}:{line}"
