"""What the pass over the lines has made so far."""

from dataclasses import dataclass, field

from digest.model.document import Kind
from digest.parse.drafts import ClauseDraft, ProblemDraft
from digest.parse.forms import LineForms
from digest.parse.labels import Label
from digest.parse.lines import Line
from digest.parse.nesting import Nesting


@dataclass(slots=True)
class Walk:
    """What the pass has made so far. ``usual_gap`` is the number of blank lines between most lines, ``quoted`` are the
    lines inside a quotation that an earlier one opens."""

    lines: list[Line]
    forms: LineForms
    drafts: list[ClauseDraft] = field(default_factory=list)
    findings: list[ProblemDraft] = field(default_factory=list)
    nesting: Nesting = field(default_factory=Nesting)
    current: int = -1
    usual_gap: int = 0
    labels: list[Label | None] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    annexes: int = 0
    fronts: int = 0

    def next_front(self) -> int:
        """The next number of front matter, counted through the whole text."""
        self.fronts += 1
        return self.fronts

    def preamble(self, i: int) -> ClauseDraft:
        """A new clause, now the open one, for words at line ``i`` that no clause holds."""
        draft = ClauseDraft(Kind.PREAMBLE, "front", self.next_front(), -1, i, i, what="paragraph")
        self.drafts.append(draft)
        self.current = len(self.drafts) - 1
        return draft
