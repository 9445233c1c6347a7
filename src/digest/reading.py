"""Policies read from their texts, some at a time, by any process: their clauses and facts, and what matching compares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from digest.crossref.features import Reader
from digest.crossref.gist import PolicyActs, read_policy_acts
from digest.matching import Lore, make_reader
from digest.model.corpus import Jurisdiction, Policy, PolicyText
from digest.model.problem import Problem
from digest.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Known:
    """What policies are read with: word lists, places, and what editors keep for matching (None when that is faulty)."""

    vocabulary: Vocabulary
    jurisdictions: Mapping[str, Jurisdiction]
    lore: Lore | None

    @cached_property
    def reader(self) -> Reader:
        """Reads acts. It is made once in each process, since that takes time, and never sent."""
        if self.lore is None:
            raise ValueError
        return make_reader(self.lore, places=self.jurisdictions)

    def __reduce__(self) -> tuple[Any, ...]:
        return Known, (self.vocabulary, self.jurisdictions, self.lore)


class Read(NamedTuple):
    """A policy, what is wrong with it, and its acts; None where they are left for later."""

    policy: Policy
    problems: tuple[Problem, ...]
    acts: PolicyActs | None = None


def read_policies(known: Known, texts: Sequence[PolicyText]) -> list[Read]:
    """Some policies with their acts, where what editors keep for matching is sound."""
    found = [read_policy(known, text) for text in texts]
    if known.lore is None:
        return found
    acts = read_acts(known, [read.policy for read in found])
    return [read._replace(acts=own) for read, own in zip(found, acts, strict=True)]


def read_policy(known: Known, text: PolicyText) -> Read:
    """One policy without its acts."""
    from digest.policies import read_policy  # after most edits few texts are parsed, or none

    return Read(*read_policy(text, known.vocabulary, known.jurisdictions))


def read_acts(known: Known, policies: Sequence[Policy]) -> list[PolicyActs]:
    """The acts of some policies. What editors keep for matching must be sound."""
    return [read_policy_acts(known.reader, policy) for policy in policies]
