"""Themes that are missing: measures of several policies that match, have no theme in common, and name the same thing.

What they name is a noun phrase that both print where they say what they are about, and not in a list of several things.
What to call it in English is for an editor to say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.crossref.features import TELLING, FeatureReader, Features, dot
from digest.model.matches import ActKey, Match, ThemeMember, key_of
from digest.text.phrases import noun_phrases

Loose = tuple[Features, Features]
"""Two acts that correspond and share no theme."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme that is missing. ``name`` is what its acts name, of two policies at least; ``near`` the theme of the
    act that is most like them, None where no act has one."""

    name: str
    acts: tuple[Features, ...]
    near: str | None


def loose_pairs(
    acts: Iterable[Features], matches: Iterable[Match], members: Mapping[str, Sequence[ThemeMember]]
) -> Iterator[Loose]:
    """The acts of matches, likely or possible, whose measures have no theme in common."""
    by_key = {key_of(act.act): act for act in acts}
    themes: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for theme, found in members.items():
        for member in found:
            themes[member.doc, member.clause].add(theme)
    for match in matches:
        if not themes[match.a_doc, match.a_clause] & themes[match.b_doc, match.b_clause]:
            for pair in match.pairs:
                yield by_key[key_of(pair.a)], by_key[key_of(pair.b)]


def suggest_themes(
    pairs: Iterable[Loose],
    acts: Sequence[Features],
    headings: Mapping[ActKey, str],
    hints: Collection[str],
    reader: FeatureReader,
) -> Iterator[Suggestion]:
    """The themes that are missing, those of the most policies first; no act is in two. ``headings`` are those of the
    clauses of acts. A phrase with one of the ``hints`` of themes in it, or part of one, names nothing new."""
    named: dict[ActKey, frozenset[str]] = {}
    weight: dict[str, float] = {}
    having: defaultdict[str, dict[ActKey, Features]] = defaultdict(dict)
    for pair in pairs:
        for act in pair:
            key = key_of(act.act)
            if key not in named:
                found = _phrases(act, headings[key], reader)
                named[key] = frozenset(found)
                weight.update(found)
        a, b = pair
        for phrase in named[key_of(a.act)] & named[key_of(b.act)]:
            having[phrase] |= {key_of(a.act): a, key_of(b.act): b}
    taken: set[ActKey] = set()
    while best := _best(having, weight, taken):
        group = {key: act for key, act in having.pop(best).items() if key not in taken}
        taken |= group.keys()
        if not any(hint in best or best in hint for hint in hints):
            yield Suggestion(best, tuple(group[key] for key in sorted(group)), _nearest(group, acts))


def _best(
    having: Mapping[str, Mapping[ActKey, Features]], weight: Mapping[str, float], taken: Collection[ActKey]
) -> str | None:
    """The phrase that names most: in most policies, then in most measures, then the most telling one."""
    counted = {}
    for phrase, acts in having.items():
        left = [key for key in acts if key not in taken]
        docs = len({key.doc for key in left})
        if docs > 1:
            measures = len({(key.doc, key.clause) for key in left})
            counted[phrase] = (-docs, -measures, -weight[phrase], phrase)
    return min(counted, key=counted.__getitem__, default=None)


def _phrases(act: Features, heading: str, reader: FeatureReader) -> Mapping[str, float]:
    """The noun phrases by which an act or its heading says what it is about, with the weight of their words. Each begins
    and ends with a telling word that is not what the whole policy is about."""
    found = {}
    for text in (heading, act.act.text[:_OPENING]):
        for phrase in noun_phrases(text, reader.segmenter.words(text)):
            edges = {phrase.words[0].text, phrase.words[-1].text}
            if edges & act.whole.profile.subject or any(act.words.get(word, 0.0) < TELLING for word in edges):
                continue
            before, after = text[: phrase.words[0].start][-1:], text[phrase.words[-1].end :][:1]
            if "、" in {before, after}:
                continue  # one of a list: 树葬、花坛葬等节地生态安葬方式
            if phrase.text.endswith(reader.words.recipients) or (before == "的" and after == "，"):
                continue  # who gets it: 对参加骨灰海葬的家属，给予补贴
            found[phrase.text] = sum(act.words.get(word.text, 0.0) for word in phrase.words)
    return found


_OPENING = 36
"""Code points in which an act names its object: 对选择树葬、花坛葬等节地生态安葬方式的逝者家属，…."""


def _nearest(group: Mapping[ActKey, Features], acts: Iterable[Features]) -> str | None:
    """The theme of the act with the words that are most like those of a group."""
    near = [
        (max(dot(act.words, each.words) / (act.norm * each.norm) for each in group.values()), act)
        for act in acts
        if act.themes
    ]
    if not near:
        return None
    _, act = max(near, key=lambda each: (each[0], key_of(each[1].act)))
    return max(act.themes, key=lambda theme: (act.themes[theme], theme))
