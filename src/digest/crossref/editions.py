"""Which policies supersede which, as their editors state it: by slug, or by a title that one other policy has."""

from collections.abc import Iterator, Mapping, Sequence

from digest.crossref.citations import catalogue
from digest.model.corpus import PolicyMeta
from digest.model.editions import Editions
from digest.model.problem import Problem, problem
from digest.text.titles import title_key


def superseding(metas: Sequence[PolicyMeta]) -> Mapping[str, tuple[PolicyMeta, ...]]:
    """The policies that state that they supersede each one, by its slug; drafts are among them."""
    slugs = {meta.slug for meta in metas}
    titles = catalogue(metas).titles
    found: dict[str, dict[str, PolicyMeta]] = {}
    for meta in metas:
        for target in (each.target for each in meta.relations if each.kind == "supersedes"):
            named = {target} & slugs or titles.get(title_key(target.strip("《》")), frozenset())
            others = named - {meta.slug}  # a new edition often bears the title of the old one
            if len(others) == 1:
                found.setdefault(next(iter(others)), {})[meta.slug] = meta
    return {slug: tuple(later.values()) for slug, later in found.items()}


def find_editions(metas: Sequence[PolicyMeta], folder: str) -> tuple[Editions, tuple[Problem, ...]]:
    """The editions among some policies. ``folder`` is that of the policies, for messages.

    Problems: X107 a policy supersedes itself through others (error).
    """
    later = {slug: [meta.slug for meta in found] for slug, found in superseding(metas).items()}
    earlier: dict[str, set[str]] = {}
    for slug in later:
        for each in _reached(slug, later):
            earlier.setdefault(each, set()).add(slug)
    circular = [slug for slug, found in earlier.items() if slug in found]
    problems = tuple(
        problem("X107", f"{folder}/{slug}/policy.toml", other=next(iter(later[slug])))
        for slug in sorted(circular)
    )
    return Editions({slug: frozenset(found) for slug, found in earlier.items()}), problems


def _reached(slug: str, later: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The policies that supersede one, themselves or through others."""
    seen: set[str] = set()
    waiting = [*later[slug]]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += later.get(each, ())
            yield each
