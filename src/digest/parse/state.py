"""What the pass over the lines has made so far."""

from dataclasses import dataclass, field

from digest.parse.drafts import Draft, Finding
from digest.parse.forms import Forms
from digest.parse.labels import Label
from digest.parse.lines import Line
from digest.parse.nesting import Nesting


@dataclass(slots=True)
class Walk:
    """What the pass has made so far. ``usual_gap`` is the number of blank lines between most lines."""

    lines: list[Line]
    forms: Forms
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    current: int = -1
    usual_gap: int = 0
    labels: list[Label | None] = field(default_factory=list)
