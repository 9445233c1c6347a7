"""``digest ids``: the published clause ids."""

import sys
import tempfile
from collections.abc import Iterator
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.printing import print_problems, verdict

if TYPE_CHECKING:
    from digest.ledgers import ComparedIds, IdChanges


@click.group("ids")
def command() -> None:
    """Manage the ids of published clauses."""


@command.command("diff")
@click.argument("earlier", metavar="[REVISION|FOLDER]", required=False)
@options.content
@options.strict
def diff(content: Path, earlier: str | None, *, strict: bool) -> None:
    """List the clause ids that are new, reworded, moved or gone since they were published.

    One id per line: what happened to it, policy#id, and for a moved one its new id. With a revision of git, or another
    content folder, the texts are compared with that.
    """
    compared = _compared(content, earlier)
    for slug, changes in compared.changes.items():
        for line in _lines(slug, changes):
            click.echo(line)
    print_problems(compared.problems, quiet=not strict)
    sys.exit(verdict(compared.problems, strict=strict))


@command.command("adopt")
@click.argument("names", metavar="DOC#CLAUSE...", nargs=-1, required=True)
@options.content
@options.strict
def adopt(content: Path, names: tuple[str, ...], *, strict: bool) -> None:
    """Confirm that clauses with quite different words are still those that were published.

    The next `digest publish` records their present words.
    """
    from digest.ledgers import adopt

    by_policy: dict[str, tuple[str, ...]] = {}
    for slug, clause in map(_split, names):
        by_policy[slug] = (*by_policy.get(slug, ()), clause)
    problems = [found for slug, clauses in by_policy.items() for found in adopt(content, slug, clauses)]
    print_problems(problems, quiet=not strict)
    sys.exit(verdict(problems, strict=strict))


@command.command("redirect")
@click.argument("old", metavar="DOC#OLD")
@click.argument("new", metavar="DOC#NEW")
@options.content
@options.strict
def redirect(content: Path, old: str, new: str, *, strict: bool) -> None:
    """Redirect the address of a deleted clause to another clause of the same policy."""
    from digest.ledgers import redirect

    (slug, before), (other, after) = _split(old), _split(new)
    if slug != other:
        raise click.UsageError(gettext("Both clauses must belong to the same policy."))
    problems = redirect(content, slug, before, after)
    print_problems(problems, quiet=not strict)
    sys.exit(verdict(problems, strict=strict))


def _compared(content: Path, earlier: str | None) -> "ComparedIds":
    from digest.ledgers import at_revision, compare_ids

    if earlier is None:
        return compare_ids(content)
    if (folder := Path(earlier)).is_dir():
        return compare_ids(content, folder)
    with tempfile.TemporaryDirectory() as name:
        try:
            return compare_ids(content, at_revision(content, earlier, Path(name)))
        except OSError as error:
            raise click.UsageError(
                gettext("{name} is neither a folder nor a revision of git: {reason}").format(
                    name=earlier, reason=error.strerror or error
                )
            ) from error


def _split(name: str) -> tuple[str, str]:
    slug, mark, clause = name.partition("#")
    if not (slug and mark and clause):
        raise click.UsageError(
            gettext("{name} does not name a clause. Write it as shenzhen-2022#3.2.").format(name=name)
        )
    return slug, clause


def _lines(slug: str, changes: "IdChanges") -> Iterator[str]:
    yield from (f"new\t{slug}#{name}" for name in changes.new)
    yield from (f"reworded\t{slug}#{name}" for name in changes.reworded)
    yield from (f"moved\t{slug}#{old}\t{slug}#{new}" for old, new in changes.moved)
    yield from (f"gone\t{slug}#{name}" for name in changes.gone)
