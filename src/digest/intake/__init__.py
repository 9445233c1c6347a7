"""Intake: a file as an editor received it -> the words of the policy in it, and what it says about them.

Its kind is found by content. It is read in a process of its own (``child.py``, where the table of readers is), which has
limits of time and memory; a reader that dies takes nothing with it.
"""

import os
import pickle
import subprocess
import sys
from gettext import bindtextdomain, gettext, textdomain
from importlib.util import find_spec
from pathlib import Path

from digest.intake.kinds import OFFICE, kind_of
from digest.intake.office import to_docx
from digest.intake.wire import from_json
from digest.model.intake import ReadFile
from digest.model.problem import problem
from digest.model.vocabulary import DocumentWords

MOST_BYTES = 64_000_000
SECONDS = 8
"""Of processor time, where the system counts it (``child.py``); else by the clock."""
PATIENCE = 30
"""Seconds by the clock where processor time is counted: on a busy machine a file waits longer than it is read."""


def take(name: str, data: bytes, words: DocumentWords) -> ReadFile:
    """What was taken from a file. ``name`` is used in messages only; ``words`` tell a text from the web page around it.

    Problems: R005 empty, R007 too large, A101 to A111 refused, A105 too slow, A107 the reader died; those of the readers.
    """
    if not data:
        return ReadFile(None, (problem("R005", name),))
    if len(data) > MOST_BYTES:
        return ReadFile(None, (problem("R007", name, size=len(data), limit=MOST_BYTES),))
    kind = kind_of(data)
    if kind.reader != OFFICE:
        return _read_apart(name, data, words)
    converted, problems = to_docx(data, name, kind.words)
    if converted is None:
        return ReadFile(None, problems)
    found = _read_apart(name, converted, words)
    return ReadFile(found.taken, (*problems, *found.problems))


def _read_apart(name: str, data: bytes, words: DocumentWords) -> ReadFile:
    """What a process of its own reads."""
    source = str(Path(__file__).parents[2])
    seconds = PATIENCE if find_spec("resource") else SECONDS
    known = os.environ.get("PYTHONPATH")
    try:
        done = subprocess.run(  # noqa: S603 # this Python, and a module of this program
            [
                *(sys.executable, "-P", "-m", "digest.intake.child"),
                *(name, str(SECONDS), bindtextdomain(textdomain())),
            ],
            input=pickle.dumps(words) + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([source, *([known] if known else [])])},
        )
    except subprocess.TimeoutExpired:
        return ReadFile(None, (problem("A105", name, seconds=seconds),))
    try:
        return from_json(done.stdout)
    except (ValueError, RecursionError):
        late = -done.returncode == _OUT_OF_TIME
        found = problem("A105", name, seconds=SECONDS) if late else problem("A107", name, reason=_how(done))
        return ReadFile(None, (found,))


_OUT_OF_TIME = 24  # SIGXCPU: the system ends a process that used up its processor time


def _how(done: subprocess.CompletedProcess[bytes]) -> str:
    return gettext("it ended with code {code}").format(code=done.returncode)
