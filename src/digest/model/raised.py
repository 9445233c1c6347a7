"""An exception as it is reported: what it says, and where it came from. Unlike the exception and its traceback it can be sent
from one process to another."""

import traceback
from typing import NamedTuple


class RaisedCall(NamedTuple):
    """A call on the way to where an exception was raised. In a template of Jinja2 the file and line are those of the
    template."""

    file: str
    line: int
    function: str


class Raised(NamedTuple):
    """An exception: the ``module`` and ``name`` of its class, and what it says, as a ``summary`` that begins with that name
    and as a ``message`` without. ``file`` and ``line`` are those of an input it complains about (empty and 0 for others),
    ``steps`` end where it was raised; ``printed`` is the whole traceback."""

    module: str
    name: str
    summary: str
    message: str
    file: str
    line: int
    steps: tuple[RaisedCall, ...]
    printed: str


class RaisedElsewhere(Exception):  # noqa: N818 # the fault is not here
    """An exception of work that was done in another process or on another machine."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(raised)
        self.raised = raised

    def __str__(self) -> str:
        return f"{self.raised.summary}\n\n{self.raised.printed}"


def describe(error: BaseException) -> Raised:
    """An exception as it is reported, wherever it was raised."""
    if isinstance(error, RaisedElsewhere):
        return error.raised
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return Raised(
        type(error).__module__,
        type(error).__name__,
        summary,
        str(getattr(error, "message", None) or summary),
        file if isinstance(file, str) else "",
        line if isinstance(line, int) else 0,
        tuple(
            RaisedCall(step.filename, step.lineno or 0, step.name)
            for step in traceback.extract_tb(error.__traceback__)
        ),
        "".join(traceback.format_exception(error)).rstrip(),
    )
