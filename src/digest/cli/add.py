"""``digest add``: from a file as it was received to a policy."""

import json
import shlex
import shutil
import sys
from collections.abc import Mapping
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from digest.cli import options
from digest.cli.printing import on_terminal, print_problems, verdict

if TYPE_CHECKING:
    from digest.adding import Addition, Existing
    from digest.model.problem import Problem
    from digest.received import Received

_STDIN = "-"
_WIDTH = 80


class _Ways(NamedTuple):
    """How a command goes about it: whether it asks, shows, writes; ``slug`` is the name that was given."""

    asks: bool
    shows: bool
    writes: bool
    every: bool
    slug: str


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@options.content
@click.option("--as", "slug", metavar="SLUG", default="", help="The name of the policy's folder.")
@click.option("--yes", is_flag=True, help="Write without asking, with the default values.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@click.option("--changes", is_flag=True, help="Show every changed character.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@options.strict
def command(
    files: tuple[str, ...],
    content: Path,
    slug: str,
    *,
    yes: bool,
    dry_run: bool,
    changes: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Add each FILE, as you received it, as a policy: a saved web page, a Word file, a PDF, an OFD or plain text.

    The program finds the kind of a file from its content. It first shows the clauses, what is doubtful, each changed
    character, the figures and the document details with their basis. Then it asks, and only then it writes. The original
    is kept with the text. With - the file is read from standard input; --yes is then needed.
    """
    from digest.adding import read_existing

    if slug and len(files) > 1:
        raise click.UsageError(gettext("--as names one policy. Give one FILE with it."))
    asks = not (yes or dry_run)
    if asks and (_STDIN in files or not on_terminal()):
        raise click.UsageError(
            gettext("There is no terminal for the question. Look with --dry-run, then write with --yes.")
        )
    existing, problems = read_existing(content)
    if existing is None:
        print_problems(problems)
        sys.exit(verdict(problems, strict=strict))
    ways = _Ways(asks, not as_json, not dry_run, changes, slug)
    rows: list[Mapping[str, Any]] = []
    found: list[Problem] = []
    for file in files:
        existing, row, more = _add(existing, file, ways)
        rows.append(row)
        found += more
    if as_json:
        click.echo(json.dumps(rows if len(rows) > 1 else rows[0], ensure_ascii=False, indent=2))
    if any(row["written"] for row in rows):
        where = "" if content == Path("content") else f" --content {shlex.quote(str(content))}"
        click.echo(gettext("Next: look at it with: digest serve{where}").format(where=where), err=True)
        click.echo(gettext("Then put it online with: digest publish{where}").format(where=where), err=True)
    sys.exit(verdict(found, strict=strict))


def _add(
    existing: "Existing", file: str, ways: _Ways
) -> tuple["Existing", Mapping[str, Any], tuple["Problem", ...]]:
    """One file: the existing afterwards, what became of it, and what was found."""
    from digest.adding import carry_out, hindrances, plan_addition
    from digest.output.addition import preview, record
    from digest.output.records import records

    received, problems = _received(existing, file)
    addition, more = plan_addition(existing, received, {"slug": ways.slug}) if received else (None, ())
    problems = tuple(dict.fromkeys((*problems, *more)))  # what is plain text is decoded twice
    if received is None or addition is None:
        print_problems(problems)
        return existing, {"file": file, "written": False, "problems": records(problems)}, problems
    if ways.shows:
        for line in preview(addition, min(shutil.get_terminal_size().columns, _WIDTH), every=ways.every):
            click.echo(line)
    hindered = hindrances(existing, addition)
    asks = ways.asks and not any(each.kind == "same" for each in addition.near)
    print_problems([*problems, *(each for each in hindered if not asks or each.code not in _OF_NAMES)])
    writes = ways.writes
    if asks:
        addition = _asked(existing, addition, received, ways.slug)
        hindered = hindrances(existing, addition)
        print_problems([each for each in hindered if each.code in _OF_NAMES])
    if writes and asks and not verdict(hindered):
        where = _folder(existing, addition)
        writes = click.confirm(gettext("Write it to {folder}?").format(folder=where), err=True)
    faults = carry_out(existing, addition) if writes and not verdict(hindered) else ()
    print_problems(faults)
    problems = (*problems, *addition.doubts, *hindered, *faults)
    row = {**record(addition, problems), "written": writes and not verdict((*hindered, *faults))}
    if row["written"]:
        _tell_written(existing, addition)
        existing = existing.beside(addition)
    return existing, row, (*addition.doubts, *problems)


_OF_NAMES = {"A164", "A167", "R205"}
"""What is wrong with a name; the question says so."""


def _received(existing: "Existing", file: str) -> tuple["Received | None", tuple["Problem", ...]]:
    """A file, or standard input."""
    from digest.received import receive, receive_file

    words = existing.vocabulary.documents
    if file == _STDIN:
        return receive(file, sys.stdin.buffer.read(), words)
    return receive_file(Path(file), words)


def _asked(existing: "Existing", addition: "Addition", received: "Received", slug: str) -> "Addition":
    """The same with the answers to what nobody knows, and a name."""
    from digest.adding import ASKED, hindrances, plan_addition
    from digest.enrich.clues import EDITOR
    from digest.study import slug_of
    from digest.text.slugs import free_slug

    answers = {"slug": slug}
    for name in ASKED:
        while name in addition.unknown:
            answers[name] = _ask(name)
            addition = plan_addition(existing, received, answers)[0] or addition
            refused = next((each for each in addition.settled[name].others if each.origin == EDITOR), None)
            if refused is None:
                break
            click.echo(f"{refused.value}: {refused.why}", err=True)
    default = addition.meta.slug or free_slug(slug_of(Path(received.file)), existing.names)
    while not slug:
        answers["slug"] = click.prompt(
            gettext("Name of the folder. It becomes part of the addresses and never changes"),
            default,
            err=True,
        ).strip()
        addition = plan_addition(existing, received, answers)[0] or addition
        wrong = [each for each in hindrances(existing, addition) if each.code in _OF_NAMES]
        if not wrong:
            break
        print_problems(wrong)
    return addition


def _ask(name: str) -> str:
    """What the person says; nothing for unknown."""
    questions = {
        "title_zh": gettext("Title (above the text, or the name of the page you saved; Enter: unknown)"),
        "jurisdiction": gettext("Place, by its Chinese name or code, such as 深圳市 (Enter: unknown)"),
        "made": gettext("Date of the text (below the signature, or 成文日期 on the page; Enter: unknown)"),
    }
    return str(click.prompt(questions[name], default="", show_default=False, err=True)).strip()


def _tell_written(existing: "Existing", addition: "Addition") -> None:
    """What was written, and what it leaves open."""
    from digest.output.names import field_names

    folder = _folder(existing, addition)
    said = gettext("Written: {folder} ({files})")
    click.echo(said.format(folder=folder, files=gettext(", ").join(addition.files())), err=True)
    if addition.unknown:
        names = field_names()
        said = gettext("Not known: {fields}. Once you know them, state them in {folder}/policy.toml.")
        fields = gettext(", ").join(names[name] for name in addition.unknown)
        click.echo(said.format(fields=fields, folder=folder), err=True)


def _folder(existing: "Existing", addition: "Addition") -> str:
    return (existing.content / "policies" / addition.meta.slug).as_posix()
