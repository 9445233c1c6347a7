"""What the search box suggests: titles, headings, themes, agencies, kinds of support and terms, in both languages.

A suggestion is filed under the first character of each of its words, so that one small file answers a first key.
"""

from collections.abc import Iterator, Mapping, Sequence

from digest.model.corpus import Corpus, Policy
from digest.search.records import in_search_order
from digest.search.shards import number_of_files, shard_of
from digest.text.segmenter import Segmenter
from digest.text.units import fold

MOST = 24
"""Code points of the longest heading that is suggested; a title may be longer."""
FILES = 250
"""As ``number_of_files`` has it."""


def suggestions(corpus: Corpus, words: Segmenter) -> Sequence[Mapping[str, Sequence[str]]]:
    """By file and first character: texts, each with a letter before it that says what it is (d for a policy,
    h heading, t theme, a agency, k kind of support, g term of the glossary)."""
    by_first: dict[str, dict[str, str]] = {}
    for kind, text in _texts(corpus):
        for first in _firsts(fold(text), words) if text else ():
            by_first.setdefault(first, {}).setdefault(text, kind)
    weight = sum(len(text) for texts in by_first.values() for text in texts)
    count = number_of_files(weight, FILES)
    files: list[dict[str, Sequence[str]]] = [{} for _ in range(count)]
    for first in sorted(by_first):
        files[shard_of(first, count)][first] = [kind + text for text, kind in by_first[first].items()]
    return files


def _firsts(folded: str, words: Segmenter) -> Iterator[str]:
    """The first characters of the words of a text."""
    yield folded[0]
    for word in words.words(folded):
        yield word.text[0]
        yield from (part[0] for part in word.text.split("-")[1:] if part)


def _texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """What is suggested, each with its letter; what comes first is offered first."""
    for theme in corpus.themes:
        yield from (("t", theme.zh), ("t", theme.en))
    policies = in_search_order(corpus)
    for policy in policies:
        yield "d", policy.meta.title_zh.value or policy.meta.slug
        yield "d", policy.meta.title_en or ""
    for (kind, _), name in corpus.terms.items():
        if kind == "instrument":
            yield from (("k", name.name_zh), ("k", name.name_en))
    for term in corpus.glossary.terms:
        yield from (("g", term.zh), ("g", term.en))
    for policy in policies:
        yield from _in_policy(policy)


def _in_policy(policy: Policy) -> Iterator[tuple[str, str]]:
    for facts in policy.facts.values():
        for role in facts.agencies:
            yield from (("a", role.name_zh), ("a", role.name_en or ""))
    for clause in policy.document.clauses:
        if clause.heading and len(clause.heading) <= MOST:
            yield "h", clause.heading
        english = policy.translations.get(clause.id)
        if english and english.heading and len(english.heading) <= 3 * MOST:
            yield "h", english.heading
