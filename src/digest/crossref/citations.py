"""Which policy of the collection a citation means. A wrong link is worse than none: only a single
explained candidate is accepted, and every answer says why.

An explanation is not the document it explains: where only the explanation is here, the citation leads nowhere,
and the answer names the explanation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digest.model.corpus import Policy, PolicyMeta
from digest.model.facts import Citation, Resolution
from digest.model.phrases import FIELDS, Phrase
from digest.regex import regex
from digest.text.titles import (
    explained_title,
    inner_title,
    title_key,
    without_issuer,
    without_status,
    without_years,
)


@dataclass(frozen=True, slots=True)
class TitleIndex:
    """The policies by what a citation may print: ``titles`` exactly, ``variants`` in other words,
    ``undated`` without the years, ``numbers`` the document numbers. ``explained`` is the catalogue of
    explanations by the titles of what they explain."""

    titles: Mapping[str, frozenset[str]]
    variants: Mapping[str, frozenset[str]]
    undated: Mapping[str, frozenset[str]]
    numbers: Mapping[str, str]
    explained: "TitleIndex | None" = None


def catalogue(metas: Iterable[PolicyMeta]) -> TitleIndex:
    """The catalogue of a collection."""
    metas = tuple(metas)
    own = [(meta.slug, title) for meta in metas for title in _own_titles(meta)]
    explained = [(meta.slug, title) for meta in metas for title in _explained_titles(meta)]
    numbers = {title_key(meta.number.value): meta.slug for meta in metas if meta.number.value}
    return _indexed(own, numbers, _indexed(explained, {}))


def _indexed(
    entries: Sequence[tuple[str, str]], numbers: Mapping[str, str], explained: TitleIndex | None = None
) -> TitleIndex:
    return TitleIndex(
        titles=_index((title_key(title), slug) for slug, title in entries),
        variants=_index((key, slug) for slug, title in entries for key in _variants(title)),
        undated=_index((without_years(key), slug) for slug, title in entries for key in _variants(title)),
        numbers=numbers,
        explained=explained,
    )


def resolve(citation: Citation, slug: str, known: TitleIndex) -> Resolution:
    """Where one citation of the policy ``slug`` leads."""
    if citation.kind == "own_clause":
        return Resolution(slug, "clause") if citation.resolves_to_clause else Resolution(None, "no_clause")
    if citation.kind == "undefined_abbreviation" or _defined_by_nothing(citation):
        return Resolution(None, "undefined")
    if citation.kind == "self_reference":
        return Resolution(slug, "self")
    if citation.number and title_key(citation.number) in known.numbers:
        return Resolution(known.numbers[title_key(citation.number)], "number")
    found, reason = _candidates(citation.title, known)
    found -= {slug} if citation.kind == "explained_document" else set()
    if citation.number:
        numbered = {doc for doc in known.numbers.values() if doc in found}
        if numbered:  # the number printed here is none of theirs
            return Resolution(None, "other_number")
    if len(found) == 1:
        return Resolution(next(iter(found)), reason)
    return Resolution(None, "ambiguous") if found else _explained(citation, slug, known)


def _explained(citation: Citation, slug: str, known: TitleIndex) -> Resolution:
    """The answer for a document that is not here: whether an explanation of it is."""
    if citation.kind == "explained_document":
        return Resolution(None, "explanation", slug)
    explaining = _candidates(citation.title, known.explained)[0] if known.explained else frozenset()
    if len(explaining) == 1:
        return Resolution(None, "explanation", next(iter(explaining)))
    return Resolution(None, "unknown")


def needed(policy: Policy, known: TitleIndex) -> Policy:
    """The policy without those phrases that are titles of another policy of the collection, which has English of its own."""
    left = tuple(phrase for phrase in policy.phrases if not _is_title_here(phrase, known))
    return replace(policy, phrases=left)


def _is_title_here(phrase: Phrase, known: TitleIndex) -> bool:
    return FIELDS[phrase.field].kind == "document" and len(_candidates(phrase.zh, known)[0]) == 1


def resolve_all(
    policies: Iterable[Policy],
) -> Mapping[str, Mapping[str, tuple[Resolution, ...]]]:
    """For each policy and clause, one Resolution a citation, in their order."""
    policies = tuple(policies)
    known = catalogue(policy.meta for policy in policies)
    return {
        policy.meta.slug: {
            clause: tuple(resolve(citation, policy.meta.slug, known) for citation in facts.citations)
            for clause, facts in policy.facts.items()
            if facts.citations
        }
        for policy in policies
    }


_UPPER_PLACE = regex(r"^[\u4e00-\u9fff]{1,4}市(?=[\u4e00-\u9fff]{1,5}[区县])")


def _own_titles(meta: PolicyMeta) -> list[str]:
    title = meta.title_zh.value
    if not title:
        return []
    inner = inner_title(title)
    return [title, inner] if inner else [title]


def _explained_titles(meta: PolicyMeta) -> list[str]:
    stated = [relation.target for relation in meta.relations if relation.kind == "explains"]
    printed = explained_title(meta.title_zh.value or "")
    return [*stated, *([printed] if printed and printed not in stated else [])]


def _variants(title: str) -> list[str]:
    """The forms under which a title is cited: without status, issuer, the notice around it, the city."""
    forms = [title_key(title)]
    if len(forms[0]) < _SHORTEST:
        return []
    for change in (
        without_status,
        lambda t: inner_title(t) or t,
        without_status,
        without_issuer,
        _without_city,
    ):
        forms += [form for form in map(change, tuple(forms)) if form not in forms]
    return [form for form in forms if len(form) >= _SHORTEST]


_SHORTEST = 8


def _without_city(title: str) -> str:
    return _UPPER_PLACE.sub("", title)


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for key, slug in pairs:
        index.setdefault(key, set()).add(slug)
    return {key: frozenset(slugs) for key, slugs in index.items()}


def _candidates(title: str, known: TitleIndex) -> tuple[frozenset[str], str]:
    if not known.titles:
        return frozenset(), "variant"
    exact = known.titles.get(title_key(title))
    if exact:
        return exact, "title"
    forms = _variants(title)
    found = frozenset[str]().union(*(known.variants.get(form, frozenset()) for form in forms))
    if found or any(without_years(form) != form for form in forms):
        return found, "variant"
    return frozenset[str]().union(*(known.undated.get(form, frozenset()) for form in forms)), "variant"


def _defined_by_nothing(citation: Citation) -> bool:
    """An abbreviation whose document is named without 《》 leads nowhere."""
    if not citation.kind.startswith("abbreviation"):
        return False
    return title_key(citation.title) == title_key(citation.printed.strip("《》"))
