"""What a group of measures is called: the heading among theirs that says most of what they have in common."""

from collections.abc import Sequence


def best_heading(headings: Sequence[str | None], texts: Sequence[str]) -> int:
    """The place of the heading whose words most of the texts repeat, the shorter one of two alike; 0 where
    there is none."""

    def shared(heading: str) -> float:
        pieces = {heading[at : at + 2] for at in range(len(heading) - 1)}
        found = sum(piece in text for piece in pieces for text in texts)
        return found / (len(pieces) * len(texts)) if pieces else 0.0

    known = [(shared(heading), -len(heading), -at) for at, heading in enumerate(headings) if heading]
    return -max(known)[2] if known else 0
