"""What stays in memory of the acts of a policy: little, as a site may have hundreds of thousands.

Vectors are needed only while two policies are compared; until then they are bytes, which travel to other processes as they
are. What comparisons ask of an act afterwards is its gist.
"""

import pickle
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from operator import attrgetter
from sys import intern
from typing import Any, NamedTuple

from digest.crossref.copies import WordHashes, names_of, wordings
from digest.crossref.features import TELLING, FeatureReader, Features, Profile, Vector
from digest.model.corpus import Policy
from digest.model.matches import Act


class Gist(NamedTuple):
    """An act after it was compared: its ``words``, those that are ``telling`` with their weights, its ``themes`` and those
    ``lent`` by its heading, as in ``Features`` and ``MeasureFeatures``; whether it grants support; and the ``subject`` of its policy."""

    act: Act
    words: tuple[str, ...]
    telling: Vector
    themes: Vector
    lent: Vector
    grants: bool
    subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class PolicyActs:
    """The acts of a policy, in the order of its text. ``name`` tells them from any others: equal names mean equal acts.
    ``wording`` is that of its clauses; ``law`` and ``about`` with its weights make its profile; ``packed`` is all that is
    compared of them."""

    doc: str
    gists: tuple[Gist, ...]
    name: bytes
    wording: WordHashes
    law: bool
    about: tuple[str, ...]
    weights: "array[float]"
    packed: bytes

    @classmethod
    def of(cls, doc: str, acts: Sequence[Features], wording: WordHashes) -> "PolicyActs":
        """The acts of one policy."""
        profile = acts[0].whole.profile if acts else _NO_PROFILE
        compared = replace(profile, words={})
        wholes = {id(each.whole): each.whole._replace(profile=compared) for each in acts}
        rows = [each._replace(whole=wholes[id(each.whole)])[1:] for each in acts]
        content = pickle.dumps(rows, protocol=5)
        said = pickle.dumps([each.act for each in acts], protocol=5)
        return cls(
            doc,
            tuple(map(_gist, acts)),
            blake2b(said + content, digest_size=16).digest(),
            wording,
            profile.law,
            tuple(map(intern, profile.words)),
            array("d", profile.words.values()),
            zlib.compress(content, 1),
        )

    @property
    def profile(self) -> Profile:
        """What the policy is about."""
        subject = self.gists[0].subject if self.gists else frozenset[str]()
        return Profile(dict(zip(self.about, self.weights, strict=True)), subject, self.law)

    def unpacked(self) -> tuple[Features, ...]:
        """The acts with all that is compared of them; their profile is without words."""
        rows = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 # packed above
        return tuple(Features(gist.act, *row) for gist, row in zip(self.gists, rows, strict=True))

    def __reduce__(self) -> tuple[Any, ...]:
        """Each word is written once for all acts, and read back as the one string that all policies share."""
        words = dict.fromkeys(self.about)
        words |= dict.fromkeys(word for gist in self.gists for word in gist.words)
        place = {word: at for at, word in enumerate(words)}
        rows = [
            (
                gist.act,
                array("L", map(place.__getitem__, gist.words)),
                array("L", map(place.__getitem__, gist.telling)),
                [*gist.telling.values()],
                gist.themes or None,
                gist.lent or None,
                gist.grants,
            )
            for gist in self.gists
        ]
        subject = self.gists[0].subject if self.gists else frozenset[str]()
        rest = (self.name, self.wording, self.law, len(self.about), self.weights, self.packed)
        return _again, (self.doc, "\n".join(words), rows, sorted(subject), rest)


def read_policy_acts(reader: FeatureReader, policy: Policy) -> PolicyActs:
    """The acts of a policy, as they are kept. A pure function of values that travel."""
    acts = reader.read(policy)
    clauses = wordings(policy.document, names_of(policy.meta.jurisdiction.value, reader.places))
    wording = WordHashes.of(clauses, dict.fromkeys(each.act.clause for each in acts))
    return PolicyActs.of(policy.meta.slug, acts, wording)


def read_acts(policies: Iterable[Policy], reader: FeatureReader) -> tuple[PolicyActs, ...]:
    """The acts of all policies, sorted by slug."""
    ordered = sorted(policies, key=attrgetter("meta.slug"))
    return tuple(read_policy_acts(reader, policy) for policy in ordered)


def gists_of(acts: Iterable[PolicyActs]) -> tuple[Gist, ...]:
    """All acts of some policies."""
    return tuple(gist for each in acts for gist in each.gists)


_NO_PROFILE = Profile({}, frozenset(), law=False)
_NONE: Vector = {}


def _gist(act: Features) -> Gist:
    return Gist(
        act.act,
        tuple(map(intern, act.words)),
        {intern(word): weight for word, weight in act.words.items() if weight >= TELLING} or _NONE,
        act.themes or _NONE,
        act.whole.lent or _NONE,
        bool(act.kinds),
        act.whole.profile.subject,
    )


def _again(
    doc: str, words: str, rows: Iterable[tuple[Any, ...]], subject: Iterable[str], rest: tuple[Any, ...]
) -> PolicyActs:
    """The acts of a policy as ``__reduce__`` wrote them."""
    known = tuple(map(intern, words.split("\n")))
    shared = frozenset(map(intern, subject))
    gists = tuple(
        Gist(
            act,
            tuple(known[at] for at in said),
            {known[at]: weight for at, weight in zip(telling, weights, strict=True)} or _NONE,
            themes or _NONE,
            lent or _NONE,
            grants,
            shared,
        )
        for act, said, telling, weights, themes, lent, grants in rows
    )
    name, wording, law, size, weights, packed = rest
    return PolicyActs(doc, gists, name, wording, law, known[:size] if size else (), weights, packed)
