"""The words a text is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Keyword:
    """A Chinese word or phrase, and how much of a text it is: its weight in thousandths of the length of the vector of all
    words that say something, so that the squares of a text's shares add up to a million at most."""

    word: str
    share: int


@dataclass(frozen=True, slots=True)
class Keywords:
    """The keywords of a policy, the weightiest first: of the ``whole``, and of its clauses by their ids. ``words`` are
    all that say something in a clause, with their shares: by them clauses are found similar. ``rarest`` are the weightiest
    of these that few texts have: by them similar clauses are looked for."""

    whole: tuple[Keyword, ...] = ()
    clauses: Mapping[str, tuple[Keyword, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rarest: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
