"""Whether each policy can be relied on: what its editor states, its dates, and the policies that supersede it.

No clock is asked: what only a day can tell (a period that is over, a rule not yet in force) stays a pair of days.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from digest.crossref.editions import superseding
from digest.model.corpus import PolicyMeta, Stated
from digest.model.problem import Problem, problem
from digest.model.validity import ISSUED, NOT_YET, SUPERSEDED, UNKNOWN, Validity
from digest.model.vocabulary import StatusName
from digest.text.dates import days_of


def find_validity(
    metas: Sequence[PolicyMeta],
    statuses: Iterable[StatusName],
    folder: str,
    endless: Collection[str] = frozenset(),
) -> tuple[Mapping[str, Validity], tuple[Problem, ...]]:
    """The validity of each policy by its slug. ``folder`` is that of the policies, for messages; ``endless``
    are the slugs of those whose whole text states no end.

    Problems: X105 a policy is stated to be in force, and another one on this site supersedes it (warning).
    """
    forces = {status.id: status.force for status in statuses}
    successors = _successors(metas, forces)
    found, problems = {}, []
    for meta in metas:
        slug, by = meta.slug, successors.get(meta.slug, [])
        known = _validity(meta, forces.get(meta.status.value or "", ""), by)
        found[slug] = replace(known, endless=slug in endless and known.time is None)
        if found[slug].state == SUPERSEDED and forces.get(meta.status.value or "") == "in_force":
            path = f"{folder}/{slug}/policy.toml"
            problems.append(problem("X105", path, status=meta.status.value, other=by[0].slug))
    return found, tuple(problems)


def _successors(metas: Sequence[PolicyMeta], forces: Mapping[str, str]) -> Mapping[str, list[PolicyMeta]]:
    """The policies that supersede each one. A draft supersedes nothing: 原办法同时废止 holds once it is issued."""
    return {
        slug: [meta for meta in found if forces.get(meta.status.value or "") != "draft"]
        for slug, found in superseding(metas).items()
    }


def _validity(meta: PolicyMeta, force: str, successors: Sequence[PolicyMeta]) -> Validity:
    """The validity of a policy, which ``successors`` supersede. That they do is printed in their texts."""
    by = tuple(successor.slug for successor in successors)
    stated = Validity(meta.status.value or UNKNOWN, force, meta.status.basis, by=by)
    if stated.state == NOT_YET and meta.effective.value:  # the day will tell
        stated = replace(stated, state=ISSUED, force=ISSUED)
    if stated.force in ("draft", "ended"):
        return stated
    starts = [days[0] for successor in successors if (days := _days(successor.effective))]
    if len(starts) < len(successors):
        return replace(stated, state=SUPERSEDED, force="ended", basis="printed")
    if first := _days(meta.effective):
        stated = replace(stated, first=first[0].isoformat(), start=meta.effective.value)
    time = meta.expires if meta.expires.value else meta.period
    own = _days(time)
    replaced = min(starts) - timedelta(days=1) if starts and min(starts) > date.min else None
    if replaced and (own is None or replaced <= own[1]):
        day = replaced.isoformat()
        return replace(stated, last=day, then=SUPERSEDED, time=day, time_basis="printed")
    if own:
        return replace(stated, last=own[1].isoformat(), time=time.value, time_basis=time.basis)
    return stated


def _days(stated: Stated[str]) -> tuple[date, date] | None:
    return days_of(stated.value) if stated.value else None
