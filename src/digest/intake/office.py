"""Old formats of Word and WPS, RTF and OpenDocument: LibreOffice turns them into .docx, where it is installed.

Only into .docx: its text export prints 第1条 for 第一条, and shows words that were deleted.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from gettext import gettext
from pathlib import Path

from digest.model.problem import Problem, problem

SECONDS = 60  # its first start takes some ten


def to_docx(data: bytes, name: str, words: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes as .docx, or None with the reason. ``words`` say what they are.

    Problems: A109 LibreOffice is missing, A110 it made nothing, A119 converted (note).
    """
    what = gettext(words)
    program = _program()
    if not program:
        return None, (problem("A109", name, found=what),)
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "policy", Path(folder) / "out" / "policy.docx"
        source.write_bytes(data)
        profile = (Path(folder) / "profile").as_uri()
        arguments = (
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(made.parent),
            str(source),
        )
        _run([program, f"-env:UserInstallation={profile}", *arguments])
        if not made.is_file():
            return None, (problem("A110", name, found=what),)
        return made.read_bytes(), (problem("A119", name, found=what),)


_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
"""Where its installers put it without telling the search path."""


def _program() -> str | None:
    for name in ("soffice", "libreoffice", *_PLACES):
        if found := shutil.which(name):
            return found
    return None


def _run(command: list[str]) -> None:
    """Run it for at most so many seconds; it starts others, which end with it."""
    try:
        process = subprocess.Popen(  # noqa: S603 # a program of the machine; no word of the file is among its arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
