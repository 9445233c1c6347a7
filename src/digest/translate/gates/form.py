"""The English is whole: same parts, no sentence dropped, nothing Chinese left, brackets closed."""

from collections.abc import Iterator
from gettext import gettext

from digest.regex import regex
from digest.translate.gates.terminology import Terminology
from digest.translate.pairs import EntryPair, GateFinding, TranslatedPart, around, beginning, found


def form(pair: EntryPair, _terminology: Terminology) -> Iterator[GateFinding]:
    """T201 parts differ, T202 sentences are missing, T203 too short or long, T204 Chinese characters or marks are
    left, T205 brackets or tags are not closed."""
    if not pair.aligned:
        zh, en = pair.entry.zh, pair.entry.en
        yield found("T201", beginning(zh), beginning(en), zh_parts=_count(zh), en_parts=_count(en))
    for part in pair.parts:
        yield from _sentences(part)
        yield from _length(part)
        yield from _chinese(part)
        yield from _brackets(part)


LONGEST_SENTENCE = 60
"""Words that a reader of English still follows."""


def sentences(en: str) -> list[str]:
    """The sentences of an entry's English."""
    return [each for line in en.split("\n") for each in _EN_END.split(line) if _EN_WORD.search(each)]


def words_of(sentence: str) -> int:
    """How many words a sentence has; titles it cites and what it has in brackets do not make it harder to follow."""
    return len(_ASIDE.sub(" ", sentence).split())


_ASIDE = regex(r"“[^”]*”|\([^()]*\)|\[[^\[\]]*\]")
_ZH_SENTENCE = regex(r"[^。！？\n]*[\w][^。！？\n]*")
_EN_END = regex(r"(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bCo)(?<!\bvs)[.!?]+[”’\"')\]]*(?=\s|$)")
_EN_WORD = regex(r"\w")
_LEFT = regex(
    r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u200b-\u200f\u202a-\u202e]+"
)
_SHORTEST, _LONGEST = 2.2, 7.5  # English characters for a Chinese one, beyond what good translations show
_JUDGED = 20  # Chinese characters from which the ratio says something
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("<", ">"))
_COMPARISON = regex(r"[<>]=?\s?\d")


def _count(text: str) -> int:
    return len([line for line in text.split("\n") if line])


def _sentences(part: TranslatedPart) -> Iterator[GateFinding]:
    wanted = len(_ZH_SENTENCE.findall(part.zh))
    got = sum(bool(_EN_WORD.search(piece)) for piece in _EN_END.split(part.en))
    if got < wanted:
        yield found("T202", beginning(part.zh), beginning(part.en), wanted=wanted, found=got)


def _length(part: TranslatedPart) -> Iterator[GateFinding]:
    size = len("".join(part.zh.split()))
    if size < _JUDGED:
        return
    ratio = len(part.en) / size
    if not _SHORTEST <= ratio <= _LONGEST:
        yield found(
            "T203",
            beginning(part.zh),
            beginning(part.en),
            how=gettext("short") if ratio < _SHORTEST else gettext("long"),
        )


def _chinese(part: TranslatedPart) -> Iterator[GateFinding]:
    if match := _LEFT.search(part.en):
        yield found("T204", beginning(part.zh), around(part.en, *match.span(), 30), characters=match[0])


def _brackets(part: TranslatedPart) -> Iterator[GateFinding]:
    en = _COMPARISON.sub("", part.en)
    for opening, closing in _PAIRS:
        if _unbalanced(en, opening, closing):
            yield found("T205", beginning(part.zh), beginning(part.en), pair=f"{opening} {closing}")


def _unbalanced(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return True
    return depth != 0
