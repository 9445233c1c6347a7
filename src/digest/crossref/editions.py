"""Which policies supersede which, as their editors state it: by slug, or by a title that one other policy has; and which
of their clauses continue each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.crossref.citations import catalogue
from digest.crossref.compare.mentions import short_forms
from digest.crossref.compare.texts import FoldedText
from digest.model.corpus import Policy, PolicyMeta
from digest.model.editions import Continued, EditionPair, Editions
from digest.model.problem import Problem, problem
from digest.text.changes import figures_changed
from digest.text.pairing import pair, wordings
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


def find_editions(policies: Sequence[Policy], folder: str) -> tuple[Editions, tuple[Problem, ...]]:
    """The editions among some policies, the earlier beside the later. ``folder`` is that of the policies, for messages.

    Problems: X107 a policy supersedes itself through others (error).
    """
    metas = [policy.meta for policy in policies]
    later = {slug: [meta.slug for meta in found] for slug, found in superseding(metas).items()}
    reached = {slug: frozenset(_reached(slug, later)) for slug in later}
    earlier = {
        meta.slug: frozenset(old for old, found in reached.items() if meta.slug in found) for meta in metas
    }
    problems = tuple(
        problem("X107", f"{folder}/{slug}/policy.toml", other=later[slug][0])
        for slug, found in sorted(reached.items())
        if slug in found
    )
    by_slug = {policy.meta.slug: policy for policy in policies}
    beside = {
        (old, new): _beside(by_slug[old], by_slug[new])
        for old, found in reached.items()
        for new in sorted(found)
    }
    return Editions({slug: found for slug, found in earlier.items() if found}, beside), problems


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


def _beside(old: Policy, new: Policy) -> EditionPair:
    """Two editions, paired by their words."""
    before, after = wordings(old.document), wordings(new.document)
    found = pair(before, after)
    hows = {(each.old, each.new): "same" if each.likeness == 1 else "reworded" for each in found.pairs}
    hows |= dict.fromkeys(found.merged, "merged") | dict.fromkeys(found.split, "split")
    place = {name: at for at, name in enumerate((*after, *before))}
    continued = (
        Continued(
            one,
            other,
            how,
            figures_changed(before[one].words, after[other].words) if how == "reworded" else (),
        )
        for (one, other), how in sorted(hows.items(), key=lambda each: (place[each[0][1]], place[each[0][0]]))
    )
    return EditionPair(tuple(continued), dict(_dropped(old, FoldedText.of(new), found.gone)))


def _dropped(old: Policy, new: FoldedText, gone: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The clauses of which the other text says nothing: several rare words, and not one of them, long or short, is used. Each
    with its keywords, as far as the other text does not use these."""
    for name in gone:
        words = old.keywords.rarest.get(name, ())
        used = (form for word in words for form in (word, *short_forms(word)) if new.using(form))
        if len(words) >= _FEWEST and not any(used):
            said = (each.word for each in old.keywords.clauses.get(name, ()) if not new.using(each.word))
            yield name, tuple(said) or words


_FEWEST = 2
