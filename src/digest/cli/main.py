"""The command ``digest`` and its way out."""

import gc
import os
import sys
from gettext import gettext
from typing import NoReturn

import click

from digest import __version__
from digest.cli import (
    add,
    amend,
    build,
    check,
    cite,
    compare,
    explain,
    export,
    i18n,
    ids,
    match,
    new,
    parse,
    publish,
    quality,
    search,
    serve,
    show,
    stats,
    templates,
    themes,
)
from digest.cli.exits import FAULT, STOPPED
from digest.cli.language import LANGUAGES, OPTION, asked_for, speaking, translated

_COMMANDS = (
    build,
    check,
    serve,
    publish,
    add,
    amend,
    new,
    parse,
    show,
    cite,
    search,
    explain,
    stats,
    quality,
    ids,
    i18n,
    match,
    compare,
    themes,
    export,
    templates,
)

_NEW_VALUES = 100_000
"""So many values are made between two searches for cycles: a build makes millions that stay and hardly a cycle, and Python's
own 700 would take a fourteenth of its time."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    commands=[module.command for module in _COMMANDS],
)
@click.option(
    OPTION,
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="Language of messages and help. Without it, DIGEST_LANG or the system decides.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def digest() -> None:
    """Turn Chinese policy texts into a bilingual site to read, cite and compare them.

    Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a fault of the program itself.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code; never with a traceback."""
    gc.set_threshold(_NEW_VALUES)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    language, arguments = asked_for(sys.argv[1:], os.environ)
    with speaking(language):
        sys.exit(_run(arguments))


def _run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    try:
        code = translated(digest).main(arguments, prog_name="digest", standalone_mode=False)
    except click.Abort:
        click.echo(gettext("Stopped."), err=True)
        code = STOPPED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except Exception as error:  # noqa: BLE001 # the last stop of every fault
        click.echo(_fault(error), err=True)
        code = FAULT
    return int(code or 0)


def _fault(error: Exception) -> str:
    """What happened and what to do; the traceback only for those who ask for it."""
    import traceback

    if os.environ.get("DIGEST_DEBUG"):
        return "".join(traceback.format_exception(error)).rstrip()
    from digest.output.fault import fault

    return fault(error)
