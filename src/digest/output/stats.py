"""What a build made and how long it took, in lines for a terminal and as JSON."""

from collections.abc import Mapping
from gettext import gettext
from typing import Any

from rich.cells import cell_len

from digest.model.built import Stats

_MEGABYTE = 1_000_000


def stats_table(stats: Stats) -> str:
    """A line a figure, then a line a stage with its seconds."""
    counts = stats.counts
    facts = _facts()
    made = {
        gettext("policies"): f"{counts.policies:,}",
        gettext("clauses"): f"{counts.clauses:,}",
        **{facts[kind]: f"{number:,}" for kind, number in counts.facts.items()},
        gettext("likely matches"): f"{counts.likely:,}",
        gettext("possible matches"): f"{counts.possible:,}",
        gettext("pages"): f"{stats.pages:,}",
        gettext("files"): f"{stats.files:,}",
        gettext("megabytes"): f"{stats.bytes / _MEGABYTE:,.1f}",
    }
    stages = _stages()
    taken = {stages[stage]: f"{seconds:,.2f}" for stage, seconds in stats.seconds.items()}
    taken[gettext("all stages")] = f"{sum(stats.seconds.values()):,.2f}"
    return f"{_lines(made)}\n\n{gettext('Seconds of the last build that changed anything:')}\n{_lines(taken)}"


def stats_record(stats: Stats) -> Mapping[str, Any]:
    """The same as a value for JSON; times in seconds."""
    return {
        **stats.counts._asdict(),
        "pages": stats.pages,
        "files": stats.files,
        "bytes": stats.bytes,
        "seconds": {stage: round(seconds, 3) for stage, seconds in stats.seconds.items()},
    }


def _lines(rows: Mapping[str, str]) -> str:
    """Names and figures in two columns, the figures flush right."""
    left, right = max(map(cell_len, rows)), max(map(len, rows.values()))
    return "\n".join(
        f"{name}{' ' * (left - cell_len(name))}  {value:>{right}}" for name, value in rows.items()
    )


def _facts() -> Mapping[str, str]:
    return {
        "instruments": gettext("support measures"),
        "targets": gettext("targets"),
        "statistics": gettext("statistics"),
        "agencies": gettext("agencies"),
        "citations": gettext("citations"),
        "areas": gettext("places named"),
        "provisions": gettext("provisions"),
    }


def _stages() -> Mapping[str, str]:
    return {
        "read": gettext("reading files"),
        "parse": gettext("texts and facts"),
        "match": gettext("matching"),
        "compare": gettext("comparing"),
        "render": gettext("making and writing pages"),
        "write": gettext("putting the site in place"),
    }
