"""``digest match``: what editors decide about pairs of measures."""

import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from digest.cli import options
from digest.cli.loading import loaded
from digest.cli.printing import coloured, on_terminal, print_problems, verdict

if TYPE_CHECKING:
    from digest.crossref.matches import ClausePair
    from digest.model.matches import Ruling
    from digest.review import Review, ReviewPair

_VERDICTS = {"s": "same", "c": "comparable", "d": "different"}
_WIDEST = 160  # cells; longer lines are hard to read


@click.group("match")
def command() -> None:
    """Decide about pairs of measures that the rules propose."""


@command.command("review")
@click.argument("names", metavar="[DOC#CLAUSE DOC#CLAUSE]", nargs=-1)
@options.content
@click.option("--who", required=True, help="Your name, as it is written into the rulings.")
@click.option(
    "--most", type=click.IntRange(min=1), help="How many pairs to look at. Without it, all of them."
)
@options.strict
@options.quiet
def review(
    names: tuple[str, ...], content: Path, who: str, most: int | None, *, strict: bool, quiet: bool
) -> None:
    """Review the doubtful pairs, both texts side by side. One key decides.

    First come pairs with a text that changed after its ruling, then the least certain pairs. Acts that correspond are
    green, words in common underlined. A verdict is written to rulings.toml at once. From the next build on it replaces
    the verdict of the rules. The key u undoes the last one.

    With two clauses, look at these: digest match review --who NAME shenzhen-2022#3.2 henan-2024#2.1
    """
    from digest.read.rulings import FILE
    from digest.review import read_review

    if len(names) not in {0, 2}:
        raise click.UsageError(gettext("Name two clauses, or none."))
    if not on_terminal():
        raise click.UsageError(
            gettext(
                "Keys are read from a terminal, and there is none. Run the command in a terminal, or write "
                "the rows into rulings.toml. Its first lines explain them."
            )
        )
    found, problems = read_review(content, loaded(content, quiet=quiet))
    print_problems(problems, quiet=quiet or not strict)
    if found is None:
        sys.exit(verdict(problems, strict=strict))
    clauses = (_named(found, names),) if names else found.to_look_at()[:most]
    decided: list[_Decided] = []
    try:
        _walk(content, found, clauses, who, decided)
    finally:  # after Ctrl-C, too: what was decided stays
        if not quiet:
            click.echo(
                gettext("{file}: {count} decided").format(file=content / FILE, count=len(decided)), err=True
            )
    sys.exit(verdict(problems, strict=strict))


class _Decided(NamedTuple):
    """One verdict: the place of its pair, and the review before it."""

    at: int
    before: "Review"


def _walk(
    content: Path, found: "Review", pairs: "Sequence[ClausePair]", who: str, decided: list[_Decided]
) -> None:
    """Ask about each pair until the last one or the key q, and write each verdict. ``decided`` grows with each and
    shrinks when one is taken back."""
    from digest.review import rule

    at = 0
    while True:
        click.echo(f"\n── {_progress(found)} ──")
        why = None
        if at < len(pairs):
            pair = found.pair(pairs[at])
            _show(pair)
            key, why = _decide()
        elif decided:
            key = _key(gettext("u undo · q quit"), "uq")
        else:
            return
        if key == "q":
            return
        if key == "n":
            at += 1
        elif key == "u" and decided:
            now = found
            at, found = decided.pop()
            _write(content, now.rulings[pairs[at]], found.rulings.get(pairs[at]))
        elif key in _VERDICTS:
            day = datetime.now(UTC).date().isoformat()
            earlier = pair.ruling.why if pair.ruling else ""
            ruling = rule(pair, _VERDICTS[key], who=who, day=day, why=earlier if why is None else why)
            _write(content, pair.ruling, ruling)
            decided.append(_Decided(at, found))
            found = found.ruled(pairs[at], ruling)
            at += 1


def _named(found: "Review", names: Sequence[str]) -> "ClausePair":
    """The two clauses that somebody named. Raises UsageError."""
    from digest.cli.clauses import find_clause, find_policy, split_name
    from digest.crossref.matches import ClausePair

    sides = []
    for name in names:
        doc, clause_id = split_name(name)
        sides.append((doc, find_clause(clause_id, find_policy(doc, found.policies)).id))
    (a_doc, a), (b_doc, b) = sorted(sides)
    if a_doc == b_doc:
        raise click.UsageError(
            gettext("Both clauses are in {doc}. Name clauses of two policies.").format(doc=a_doc)
        )
    return ClausePair(a_doc, a, b_doc, b)


def _progress(found: "Review") -> str:
    left = len(found.to_look_at())
    done = found.looked_at
    return gettext("{done} of {total} looked at, {left} left").format(done=done, total=done + left, left=left)


def _show(pair: "ReviewPair") -> None:
    from digest.output.side_by_side import ruled, side_by_side

    width = min(shutil.get_terminal_size().columns, _WIDEST)
    sides = ((pair.a.name, pair.a.clause), (pair.b.name, pair.b.clause))
    click.echo(side_by_side(*sides, pair.match, pair.words, width=width, colour=coloured()), nl=False)
    if pair.ruling:
        click.echo(ruled(pair.ruling, changed=pair.changed))


def _decide() -> tuple[str, str | None]:
    """The key for a pair, and the reason where one was given."""
    keys = gettext("s same · c comparable · d different · w reason · n next · u undo · q quit")
    why = None
    while (key := _key(keys, "scdwnuq")) == "w":
        why = click.prompt(gettext("Reason"), default="", show_default=False)
    return key, why


def _key(said: str, keys: str) -> str:
    """The next key among some. Raises Abort on Ctrl-C and at the end of what can be read."""
    click.echo(f"{said} ", nl=False)
    key = ""
    try:
        while key not in set(keys):
            key = click.getchar().lower()
            if not key or key in "\x03\x04":
                raise click.Abort
    finally:
        click.echo(key if key.isprintable() else "")
    return key


def _write(content: Path, before: "Ruling | None", after: "Ruling | None") -> None:
    """Change a ruling in the file; leave with exit code 1 where the file has become faulty."""
    from digest.review import write_ruling

    if wrong := write_ruling(content, before, after):
        print_problems(wrong)
        sys.exit(verdict(wrong))
