"""The command ``digest`` and its way out."""

import os
import sys
from typing import NoReturn

import click

from digest import __version__
from digest.cli import build, check, explain, i18n, ids, new, parse, quality, serve, show
from digest.cli.exits import FAULT, STOPPED

_COMMANDS = (build, check, serve, new, parse, show, explain, quality, ids, i18n)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    commands=[module.command for module in _COMMANDS],
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def digest() -> None:
    """Turn Chinese policy texts into a bilingual site to read, cite and compare them.

    Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a fault of the program itself.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code; never with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = digest(prog_name="digest", standalone_mode=False)
    except click.Abort:
        click.echo("Stopped.", err=True)
        code = STOPPED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except Exception as error:  # noqa: BLE001 # the last stop of every fault
        click.echo(_fault(error), err=True)
        code = FAULT
    sys.exit(code)


def _fault(error: Exception) -> str:
    """What happened and what to do; the traceback only for those who ask for it."""
    import traceback

    if os.environ.get("DIGEST_DEBUG"):
        return "".join(traceback.format_exception(error)).rstrip()
    from digest.report.fault import fault

    return fault(error)
