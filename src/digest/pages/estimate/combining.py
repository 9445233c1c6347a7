"""The clauses that say whether several supports can be had for the same thing: 不重复资助, 就高不就低."""

from collections.abc import Collection, Iterator

from digest.model.corpus import Policy
from digest.model.document import Clause


def combining(policy: Policy, words: Collection[str]) -> Iterator[Clause]:
    """The clauses of a policy that print one of the words, in its order."""
    for clause in policy.document.clauses:
        if any(word in clause.text for word in words):
            yield clause
