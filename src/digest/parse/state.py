"""What the pass over the lines has made so far."""

from dataclasses import dataclass, field

from digest.parse.drafts import Draft, Finding
from digest.parse.labels import Label
from digest.parse.lines import Cut, Line
from digest.parse.nesting import Nesting


@dataclass(slots=True)
class Walk:
    """What the pass has made so far. ``usual_gap`` is the number of blank lines between most lines,
    ``repeated`` are short lines that stand more than once, ``headers`` those of them that stand at the
    head of a page inside a sentence."""

    lines: list[Line]
    cuts: list[Cut]
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    current: int = -1
    title_lines: set[str] = field(default_factory=set)
    usual_gap: int = 0
    labels: list[Label | None] = field(default_factory=list)
    repeated: frozenset[str] = frozenset()
    headers: set[int] = field(default_factory=set)
