"""Policies read from their texts, some at a time, by any process: their clauses and facts, and what matching compares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from digest.crossref.features import FeatureReader
from digest.crossref.gist import PolicyActs, read_policy_acts
from digest.matching import MatchingSettings, make_reader
from digest.model.corpus import Policy, PolicyText
from digest.model.problem import Problem
from digest.model.vocabulary import Vocabulary
from digest.text.places import Gazetteer
from digest.workers import Workers, in_blocks

_BLOCK = 40_000
"""So many characters of policies are read by a worker at a time: about a second of work."""


@dataclass(frozen=True)
class ReadingInput:
    """What policies are read with: word lists, places, and what editors keep for matching (None when that is faulty)."""

    vocabulary: Vocabulary
    jurisdictions: Gazetteer
    settings: MatchingSettings | None

    @cached_property
    def reader(self) -> FeatureReader:
        """Reads acts. It is made once in each process, since that takes time, and never sent."""
        if self.settings is None:
            raise ValueError
        return make_reader(self.settings, places=self.jurisdictions)

    def __reduce__(self) -> tuple[Any, ...]:
        return ReadingInput, (self.vocabulary, self.jurisdictions, self.settings)


class Read(NamedTuple):
    """A policy, what is wrong with it, and its acts; None where they are left for later."""

    policy: Policy
    problems: tuple[Problem, ...]
    acts: PolicyActs | None = None


def read_policies(known: ReadingInput, texts: Sequence[PolicyText]) -> list[Read]:
    """Some policies with their acts, where what editors keep for matching is sound."""
    found = [read_policy(known, text) for text in texts]
    if known.settings is None:
        return found
    acts = read_acts(known, [read.policy for read in found])
    return [read._replace(acts=own) for read, own in zip(found, acts, strict=True)]


def read_policy(known: ReadingInput, text: PolicyText) -> Read:
    """One policy without its acts."""
    from digest.policies import read_policy  # after most edits few texts are parsed, or none

    return Read(*read_policy(text, known.vocabulary, known.jurisdictions))


def read_acts(known: ReadingInput, policies: Sequence[Policy]) -> list[PolicyActs]:
    """The acts of some policies. What editors keep for matching must be sound."""
    return [read_policy_acts(known.reader, policy) for policy in policies]


class PolicyReader:
    """Reads the policies that no earlier build has read, and their acts: of many both at once, while the words of a text are
    remembered; of few the acts are read when they are asked for, since an editor waits for the text first."""

    def __init__(self, workers: Workers, known: ReadingInput) -> None:
        self._workers, self._known = workers, workers.share(known)
        self._acts: dict[str, PolicyActs] = {}

    def policies(
        self, texts: Sequence[PolicyText], missing: Sequence[int]
    ) -> Iterator[tuple[Policy, tuple[Problem, ...]]]:
        """Some of the policies, each with its Problems."""
        blocks = list(in_blocks((texts[at] for at in missing), _length, _BLOCK))
        if len(blocks) < 2:
            for at in missing:
                yield read_policy(self._known.value, texts[at])[:2]
            return
        for block in self._workers.map(read_policies, self._known, blocks):
            for policy, problems, acts in block:
                if acts:
                    self._acts[policy.meta.slug] = acts
                yield policy, problems

    def acts(self, policies: Sequence[Policy], missing: Sequence[int]) -> Iterator[PolicyActs]:
        """The acts of some of the policies."""
        fresh = (policies[at] for at in missing if policies[at].meta.slug not in self._acts)
        read = chain.from_iterable(
            self._workers.map(read_acts, self._known, in_blocks(fresh, _length_of, _BLOCK))
        )
        for at in missing:
            acts = self._acts.pop(policies[at].meta.slug, None)
            yield next(read) if acts is None else acts


def _length(text: PolicyText) -> int:
    return len(text.source.text)


def _length_of(policy: Policy) -> int:
    return len(policy.document.source.text)
