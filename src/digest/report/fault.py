"""An exception nobody expected, in one frame without a traceback."""

import os
from gettext import gettext
from pathlib import Path

from digest import __version__
from digest.model.raised import Raised, describe
from digest.report.visible import visible
from digest.resources import templates


def fault(error: Exception) -> str:
    """What happened, where in the program, and how to report it; or where in a template of the project. It makes no
    difference in which process the exception was raised."""
    raised = describe(error)
    if place := _in_template(raised):
        said = gettext(
            "{place}: error: This template cannot be used: {reason}\n"
            "  hint: Correct it, or remove it: then the one of the program takes its place."
        )
        return said.format(place=visible(place), reason=visible(raised.message))
    place = gettext("  at {file}, line {line}, in {function}\n")
    where = "".join(
        place.format(file=Path(step.file).name, line=step.line, function=step.function)
        for step in raised.steps[-1:]
    )
    head = gettext("error: digest {version} met a fault of its own: {summary}\n")
    hint = gettext(
        "  hint: This is a bug, not your mistake. Set DIGEST_DEBUG=1, run the command again, and report\n"
        "        what it prints together with the command and the file it was working on."
    )
    return head.format(version=__version__, summary=visible(raised.summary)) + where + hint


def _in_template(raised: Raised) -> str:
    """The file and the line in a template of the project where Jinja2 found a mistake; empty for all else."""
    if not raised.module.startswith("jinja2."):
        return ""
    file, line = raised.file, raised.line  # of a mistake in its grammar
    for step in () if file else raised.steps:
        if not step.file.endswith(".py"):
            file, line = step.file, step.line
    if not file or Path(file).is_relative_to(templates()):
        return ""
    return f"{os.path.relpath(file)}:{line}"
