"""``digest match``: what editors decide about pairs of measures."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from digest.cli import options
from digest.cli.printing import coloured, tell, verdict

_VERDICTS = {"s": "same", "c": "comparable", "d": "different"}
_KEYS = "s same · c comparable · d different · w reason · n next · q quit"


@click.group("match")
def command() -> None:
    """Decide about pairs of measures that the rules propose."""


@command.command("review")
@options.content
@click.option("--who", required=True, help="Your name, as it is written into the rulings.")
@click.option(
    "--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many pairs to look at."
)
@options.quiet
def review(content: Path, who: str, most: int, *, quiet: bool) -> None:
    """Walk through the doubtful pairs, both texts side by side; one key decides.

    First come pairs whose text has changed since somebody ruled on them, then those the rules are least sure
    of. A verdict is written to rulings.toml at once, and wins over the rules from the next build on.
    """
    from digest.report.side_by_side import side_by_side
    from digest.review import find_doubts, keep, rule

    doubts, problems = find_doubts(content)
    tell(problems, quiet=True)
    if doubts is None:
        sys.exit(verdict(problems))
    decided = 0
    for number, doubt in enumerate(doubts[:most], 1):
        width = min(shutil.get_terminal_size().columns, 160)
        sides = ((doubt.a_policy, doubt.a), (doubt.b_policy, doubt.b))
        click.echo(side_by_side(*sides, doubt.match, width=width, colour=coloured()), nl=False)
        if doubt.ruling:
            click.echo(f"ruled {doubt.ruling.verdict} by {doubt.ruling.who}, but a text has changed since")
        key, why = _ask(number, min(most, len(doubts)))
        if key == "q":
            break
        if key in _VERDICTS:
            day = datetime.now(UTC).date().isoformat()
            wrong = keep(content, rule(doubt, _VERDICTS[key], who=who, day=day, why=why), doubt.ruling)
            if wrong:
                tell(wrong)
                sys.exit(verdict(wrong))
            decided += 1
    if not quiet:
        click.echo(f"{content}: {decided} decided", err=True)


def _ask(number: int, total: int) -> tuple[str, str]:
    """The key for a pair, and the reason where one was given."""
    why = ""
    while True:
        click.echo(f"[{number}/{total}] {_KEYS} ", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        if key == "w":
            why = click.prompt("Reason", default="", show_default=False)
        elif key in {*_VERDICTS, "n", "q"}:
            return key, why
        elif not key or key in "\x03\x04":
            raise click.Abort
