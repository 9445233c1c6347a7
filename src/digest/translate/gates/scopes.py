"""Sizes and levels are kept: no medium-sized enterprises for 小微企业, no district for 市级."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext
from typing import NamedTuple

from digest.model.vocabulary import Scope
from digest.translate.gates.terminology import Terminology, english_pattern, plain
from digest.translate.pairs import EntryPair, GateFinding, around, beginning, found


class Difference(NamedTuple):
    """Where English and Chinese differ in a size or level: the English ``words`` without a trace in the Chinese, or the Chinese
    ``mark`` without English; the other is empty. ``start`` is where it stands, in its language."""

    scope: str
    words: str
    mark: str
    start: int


def scopes(pair: EntryPair, terminology: Terminology) -> Iterator[GateFinding]:
    """T412 a size or level is said that the Chinese does not have, T413 one of the Chinese is not said."""
    whole_zh, whole_en = pair.entry.zh, pair.entry.en
    for each in differences(whole_zh, whole_en, terminology.words.scopes):
        end = each.start + len(each.words or each.mark)
        if each.words:
            place = around(whole_en, each.start, end, 30)
            yield found("T412", beginning(whole_zh), place, words=each.words, scope=gettext(each.scope))
        else:
            place = around(whole_zh, each.start, end)
            yield found("T413", place, beginning(whole_en), mark=each.mark, scope=gettext(each.scope))


def differences(zh: str, en: str, known: Sequence[Scope]) -> Iterator[Difference]:
    """The sizes and levels that stand in one language only."""
    en = plain(en)
    for scope in known:
        if not any(word in zh for word in scope.zh) and (match := _first(scope.en, en)):
            yield Difference(scope.id, match[0], "", match[1])
        mark = next((word for word in scope.marks if word in zh), None)
        if mark and not _first((*scope.en, *scope.also), en):
            yield Difference(scope.id, "", mark, zh.index(mark))


def _first(renderings: Iterable[str], en: str) -> tuple[str, int] | None:
    matches = (english_pattern(words).search(en) for words in renderings)
    return next(((match[0], match.start()) for match in matches if match), None)
