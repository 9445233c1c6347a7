"""Commands that a page of documentation names, and a way to run them in its order."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner

from digest.cli.main import digest

ADDED = (
    "2024-03-01\n"  # the date of a notice's text, which it lacks; then its name is the one that is offered
)
WAITING = ("serve", "match")  # they go on until somebody ends them: their options are looked at


def shell_lines(text: str) -> list[str]:
    """The lines of the shell blocks of a page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def run_here(line: str, expected: Mapping[str, int]) -> None:
    """Run a line that begins with ``digest`` in this folder, and look at its exit code: 0 where ``expected`` says none."""
    words = shlex.split(line.partition(" #")[0])[1:]  # the rest is a comment
    arguments, target = (words[:-2], words[-1]) if words[-2:-1] == [">"] else (words, None)
    if arguments[0] in WAITING:
        digest.commands[arguments[0]].make_context(arguments[0], arguments[1:])
        return
    typed = f"{ADDED}\ny\n" if arguments[0] == "add" else "y\n"
    ran = CliRunner().invoke(digest, arguments, input=typed)
    named = " ".join(arguments)
    assert ran.exit_code == expected.get(named, 0), f"{named}: {ran.exit_code}\n{ran.output}"
    if target:
        Path(target).write_text(ran.stdout, "utf-8")


def notice(text: str) -> str:
    """A page of a government site with a text."""
    title, *paragraphs = text.split("\n\n")
    body = "".join(f"<p>{each}</p>" for each in (title, *paragraphs))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2024-03-01">'
        f'</head><body><div class="TRS_Editor">{body}</div></body></html>'
    )
