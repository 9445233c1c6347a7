"""What the open pages are to show: which site, and why a newer one could not be built."""

import json
from collections.abc import Sequence
from gettext import gettext, ngettext
from threading import Condition
from typing import NamedTuple

from digest.model.problem import Problem, Severity
from digest.model.raised import describe
from digest.output.fault import fault
from digest.output.findings import count
from digest.output.frame import Framed, framed

_WIDTH = 80
"""Cells of a quoted line: what a narrow window shows with little scrolling."""
_SHOWN = 20
"""Errors that a page shows; more than anybody fixes before saving."""


class Failure(NamedTuple):
    """Why a site was not built. ``more`` says how many errors are left out."""

    title: str
    frames: tuple[Framed, ...]
    more: str = ""


class State(NamedTuple):
    """``version`` names the site that is there; another name means that pages may have changed."""

    version: str
    failure: Failure | None = None


class Board:
    """The newest state, for those who wait for it in threads."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._changed = Condition()

    @property
    def state(self) -> State:
        return self._state

    def post(self, state: State) -> None:
        """The state is now another."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def wait(self, known: State | None, seconds: float) -> State:
        """The state as soon as it is another than the known one; after some seconds that one."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != known, seconds)
            return self._state


def failure_of(problems: Sequence[Problem]) -> Failure | None:
    """The errors among some Problems, as ``digest check`` shows them; None when there are none."""
    errors = [found for found in problems if found.severity is Severity.ERROR]
    if not errors:
        return None
    left = len(errors) - _SHOWN
    said = ngettext(
        "{count} more error is shown in the terminal.", "{count} more errors are shown in the terminal.", left
    )
    more = said.format(count=left) if left > 0 else ""
    return Failure(_title(count(errors)), tuple(framed(found, _WIDTH) for found in errors[:_SHOWN]), more)


def failure_by(error: Exception) -> Failure:
    """An exception that ended a build."""
    return Failure(_title(describe(error).name), (Framed(fault(error), "", "", "", "", ""),))


def message(state: State) -> str:
    """A state as one line of JSON, with the words for it in the language of the command line."""
    failure = state.failure
    said = {
        "version": state.version,
        "lang": gettext("en"),
        "close": gettext("Close"),
        "hint": gettext("  hint: ").lstrip(),
        "gone": gettext("The newest build has no such page. This is the page of an earlier build."),
        "failure": failure
        and {
            "title": failure.title,
            "note": gettext("Pages stay as they are until this is fixed."),
            "frames": [frame._asdict() for frame in failure.frames],
            "more": failure.more,
        },
    }
    return json.dumps(said, ensure_ascii=False)


def _title(reason: str) -> str:
    return gettext("The site could not be built: {reason}").format(reason=reason)
