"""Whether a policy can be relied on, and until when: all of it that needs no clock to be known."""

from dataclasses import dataclass

UNKNOWN, ISSUED, NOT_YET, EXPIRED, SUPERSEDED = (
    "unknown", "issued", "not_yet_in_force", "expired", "superseded",
)  # fmt: skip
"""Ids of content/genres.toml: the states that follow from dates and relations, and the one before them."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The validity of a policy. Days are ISO 8601 in full.

    ``state`` is the id of a ``[[status]]`` in content/genres.toml, apart from dates; ``force`` is what it means for
    somebody who relies on the text: draft | issued | in_force | ended, empty where nobody knows. ``basis`` says how
    the state is known: printed | inferred | external | unknown.

    Before ``first`` a policy is not yet in force; after ``last`` its state is ``then`` (expired or superseded).
    Whether these days are past depends on who asks and when, so ``on`` must be asked with a day, and a build never
    asks. A draft has neither day: the period that it proposes does not make it valid.

    ``start`` and ``time`` are what gave ``first`` and ``last``, as they are known: a day, month or year, ``time`` also a
    period (``2021/2023``); ``time_basis`` says how it is known. ``by`` are the slugs of the policies that supersede this one.
    ``endless``: the whole text states no end.
    """

    state: str = UNKNOWN
    force: str = ""
    basis: str = "unknown"
    first: str | None = None
    start: str | None = None
    last: str | None = None
    then: str = EXPIRED
    time: str | None = None
    time_basis: str = "unknown"
    by: tuple[str, ...] = ()
    endless: bool = False

    def on(self, day: str) -> str:
        """The id of the state on a day (ISO 8601)."""
        if self.last is not None and day > self.last:
            return self.then
        return NOT_YET if self.first is not None and day < self.first else self.state
