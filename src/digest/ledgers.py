"""The published clause ids of a content folder beside the texts as they are now, for ``digest ids diff``."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from digest.build import load
from digest.check.ledger import IdChanges, compare
from digest.model.problem import Problem
from digest.read.ledger import read_ledger


class ComparedIds(NamedTuple):
    """The changes of each policy by slug, and what was found on the way."""

    changes: Mapping[str, IdChanges]
    problems: tuple[Problem, ...]


def compare_ids(content: Path) -> ComparedIds:
    """What a build would change in every ledger. Problems: those of the content, such as I101."""
    corpus, problems = load(content)
    changes = {}
    for policy in corpus.policies if corpus else ():
        ledger = read_ledger(content / "policies" / policy.meta.slug).ledger
        if ledger is not None:
            changes[policy.meta.slug] = compare(policy.document, ledger)
    return ComparedIds(changes, problems)
