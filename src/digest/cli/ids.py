"""``digest ids``: the published clause ids."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import options
from digest.cli.printing import tell, verdict

if TYPE_CHECKING:
    from digest.check.ledger import IdChanges


@click.group("ids")
def command() -> None:
    """Watch over the ids of published clauses."""


@command.command("diff")
@options.content
def diff(content: Path) -> None:
    """Say which clause ids are new, changed, moved or gone since the last build.

    One line an id: what became of it, policy#id, and for a moved one its new id. Moved and gone ids need a
    line in ids.toml before the site can be built.
    """
    from digest.ledgers import compare_ids

    compared = compare_ids(content)
    for slug, changes in compared.changes.items():
        for line in _lines(slug, changes):
            click.echo(line)
    tell(compared.problems, quiet=True)
    sys.exit(verdict(compared.problems))


def _lines(slug: str, changes: "IdChanges") -> Iterator[str]:
    yield from (f"new\t{slug}#{name}" for name in changes.new)
    yield from (f"changed\t{slug}#{name}" for name in changes.changed)
    yield from (f"moved\t{slug}#{old}\t{slug}#{new}" for old, new in changes.moved)
    yield from (f"gone\t{slug}#{name}" for name in changes.gone)
