"""Two clauses side by side on a terminal, with the act of each that corresponds in colour."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.matches import Match
from digest.text.entries import labelled


def side_by_side(
    a: tuple[Policy, Clause], b: tuple[Policy, Clause], match: Match | None, *, width: int, colour: bool
) -> str:
    """Both texts in two columns, and below them what the rules say."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, highlight=False)
    table = Table(box=None, expand=True, padding=(0, 1), show_header=True)
    for policy, clause in (a, b):
        place = f"{policy.meta.slug}#{clause.id}"
        table.add_column(
            Text(f"{place} {labelled(clause.label, clause.heading or '')}"), ratio=1, overflow="fold"
        )
    acts = (match.evidence_a, match.evidence_b) if match else ("", "")
    table.add_row(*(_marked(clause, act) for (_, clause), act in zip((a, b), acts, strict=True)))
    with console.capture() as captured:
        console.print(table)
        console.print(_verdict(match))
    return captured.get()


def _marked(clause: Clause, act: str) -> Text:
    text = Text(clause.text or clause.heading or "")
    at = text.plain.find(act) if act else -1
    if at >= 0:
        text.stylize("bold green", at, at + len(act))
    return text


def _verdict(match: Match | None) -> Text:
    if match is None:
        return Text("no match", style="dim")
    grade = {2: "same", 1: "comparable"}[match.grade]
    reasons = ", ".join(reason.replace("_", " ") for reason in match.reasons)
    scores = f"score {match.score:.2f}: wording {match.wording:.2f}, substance {match.substance:.2f}"
    return Text(
        f"{grade} ({match.decided_by}) · {match.theme or 'no theme'} · {scores} · {reasons}", style="dim"
    )
