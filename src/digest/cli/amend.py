"""``digest amend``: a new text of a policy that was published."""

import json
import sys
from collections.abc import Iterator, Mapping
from gettext import gettext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.cli import options
from digest.cli.clock import today
from digest.cli.printing import on_terminal, print_problems, verdict

if TYPE_CHECKING:
    from digest.amending import Plan
    from digest.model.ledger import Wording
    from digest.text.pairing import PairedClauses

_LONGEST = 24  # characters of a clause that name it


@click.command("amend")
@click.argument("doc")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@options.content
@click.option(
    "--same", metavar="OLD=NEW", multiple=True, help="The published clause OLD is NEW in the new text."
)
@click.option("--gone", metavar="OLD", multiple=True, help="The published clause OLD is not in the new text.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@options.strict
def command(  # noqa: PLR0913 # each option is an argument
    doc: str,
    file: Path | None,
    content: Path,
    same: tuple[str, ...],
    gone: tuple[str, ...],
    *,
    yes: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
) -> None:
    """Replace the text of the policy DOC with the new text FILE.

    Each clause is paired with a published one by its words. The plan is shown before anything is written. Addresses of
    moved clauses lead to the new place, those of deleted clauses say so. No clause gets the address of another. The
    English follows its clause. FILE may be of any kind that `digest add` takes. Without FILE, the edited text in the
    policy's folder is taken.
    """
    from digest.amending import carry_out, plan_amendment

    decided = [_decision(each) for each in same]
    plan, problems = plan_amendment(content, doc, file, decided, gone, today())
    if plan is None:
        print_problems(problems)
        sys.exit(verdict(problems, strict=strict))
    if as_json:
        click.echo(json.dumps(_json(doc, plan), ensure_ascii=False, indent=2))
    else:
        for line in _lines(plan):
            click.echo(line)
    print_problems(plan.problems)
    if dry_run:
        sys.exit(verdict(plan.problems, strict=strict))
    if not yes:
        if not on_terminal():
            raise click.UsageError(
                gettext("There is no terminal for the question. Look with --dry-run, then write with --yes.")
            )
        click.confirm(gettext("Write this?"), abort=True, err=True)
    faults = carry_out(plan)
    print_problems(faults)
    if not faults:
        click.echo(gettext("Written. Next: digest publish"), err=True)
    sys.exit(verdict((*plan.problems, *faults), strict=strict))


def _decision(text: str) -> tuple[str, str]:
    old, equals, new = (part.strip() for part in text.partition("="))
    if not (old and equals and new):
        raise click.UsageError(gettext("Write --same OLD=NEW, as in --same art3=art4."))
    return old, new


def _lines(plan: "Plan") -> Iterator[str]:
    """The plan for people: what is as it was is counted, all else named."""
    from digest.text.pairing import SURE

    found, before, now = plan.amendment.pairing, plan.amendment.before, plan.now
    if plan.unpublished:
        yield gettext("Nothing of this policy was published. Its text is replaced.")
        return
    kept = [each for each in found.pairs if each.old == each.new and each.likeness == 1]
    rows = [(gettext("kept"), str(len(kept)), "")]
    for each in found.pairs:
        if each not in kept:
            way = each.new if each.old == each.new else f"{each.old} -> {each.new}"
            rows.append((_what(plan, each), way, f"{_name(now[each.new])}{_figures(plan, each)}"))
    rows += [(gettext("merged"), f"{old} -> {new}", _name(now[new])) for old, new in found.merged]
    rows += [(gettext("split off"), f"{old} -> {new}", _name(now[new])) for old, new in found.split]
    rows += [(gettext("new"), name, _name(now[name])) for name in found.new]
    rows += [(gettext("gone"), name, _name(before[name])) for name in found.gone]
    for row in rows:
        yield "\t".join(row).rstrip()
    if any(each.likeness < SURE for each in found.pairs):
        yield gettext("?  few of the words are left; --gone OLD or --same OLD=NEW decides otherwise")


def _what(plan: "Plan", each: "PairedClauses") -> str:
    """What became of a clause; a mark asks to look at it."""
    from digest.text.pairing import SURE

    said = []
    if each.new in plan.amendment.restored:
        said.append(gettext("restored"))
    elif each.old != each.new:
        said.append(gettext("moved"))
    if each.likeness < 1:
        said.append(gettext("reworded"))
    return gettext(", ").join(said) + (" ?" if each.likeness < SURE else "")


def _name(wording: "Wording") -> str:
    """A clause by its number and first words."""
    from digest.text.entries import beginning, labelled

    words = " ".join((wording.heading or wording.text).split())
    return labelled(wording.label, beginning(words, _LONGEST) + ("…" if len(words) > _LONGEST else ""))


def _figures(plan: "Plan", each: "PairedClauses") -> str:
    """``300万元 -> 500万元``, for a clause whose figures changed."""
    changed = _changed(plan, each)
    return "".join(f"  {old or '…'} -> {new or '…'}" for old, new in changed)


def _changed(plan: "Plan", each: "PairedClauses") -> tuple[tuple[str, str], ...]:
    from digest.text.changes import figures_changed

    return figures_changed(plan.amendment.before[each.old].words, plan.now[each.new].words)


def _json(doc: str, plan: "Plan") -> Mapping[str, Any]:
    """The plan for programs."""
    found = plan.amendment.pairing
    return {
        "policy": doc,
        "clauses": [
            {
                "old": each.old,
                "new": each.new,
                "likeness": round(each.likeness, 3),
                "restored": each.new in plan.amendment.restored,
                "figures": [list(pair) for pair in _changed(plan, each)],
            }
            for each in found.pairs
        ],
        "merged": [list(each) for each in found.merged],
        "split": [list(each) for each in found.split],
        "new": list(found.new),
        "gone": list(found.gone),
        "files": [path.as_posix() for path in plan.files],
    }
