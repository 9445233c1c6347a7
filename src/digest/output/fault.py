"""An exception nobody expected, in one frame without a traceback."""

from gettext import gettext
from pathlib import Path

from digest import __version__
from digest.model.raised import describe
from digest.output.visible import visible


def fault(error: Exception) -> str:
    """What happened, where in the program, and how to report it. It makes no difference in which process the exception was
    raised."""
    raised = describe(error)
    place = gettext("  at {file}, line {line}, in {function}\n")
    where = "".join(
        place.format(file=Path(step.file).name, line=step.line, function=step.function)
        for step in raised.steps[-1:]
    )
    head = gettext("error: digest {version} has a fault of its own: {summary}\n")
    hint = gettext(
        "  hint: This is a fault of the program, not your mistake. Set DIGEST_DEBUG=1 and run the command again.\n"
        "        Report what it prints, with the command and the file."
    )
    return head.format(version=__version__, summary=visible(raised.summary)) + where + hint
