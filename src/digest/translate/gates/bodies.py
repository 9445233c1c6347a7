"""The bodies of a place do not read like those of the nation: 市科技局、财政局 are both of the city."""

import re
from collections.abc import Iterator

from digest.model.vocabulary import TranslationWords
from digest.regex import regex
from digest.translate.gates.body_names import BodyNames
from digest.translate.gates.terminology import Terminology, plain
from digest.translate.pairs import EntryPair, GateFinding, TranslatedPart, around, found


def bodies(pair: EntryPair, terminology: Terminology) -> Iterator[GateFinding]:
    """T414 a body after the first of a list is named without its place."""
    if terminology.bodies is not None:
        for part in pair.parts:
            yield from _bodies(part, terminology.bodies, terminology.words)


_NATIONAL = r"(?:National|State|China|Chinese)"
_PLACED = regex(rf"(?<![\w’'-])(?!(?:The|And|Responsible)\b)(?!{_NATIONAL}\b)[A-Z][\w’'-]*,? $")
_AFTER = regex(r" of (?:the )?[A-Z]")


def _bodies(part: TranslatedPart, names: BodyNames, words: TranslationWords) -> Iterator[GateFinding]:
    en = plain(part.en)
    levels, things = "|".join(words.levels), "|".join(words.bodies)
    introduced = regex(rf"\b(?:{levels})\b[^.;:]*\b(?:{things})\b|\b(?:{levels}) $", re.IGNORECASE)
    for match in names.listed.finditer(part.zh):
        for printed in match["more"].split("、")[1:]:
            english = names.english[printed]
            places = [at.start() for at in re.finditer(rf"(?<![\w-]){re.escape(english)}(?![\w-])", en)]
            if places and not any(_placed(en, at, len(english), introduced) for at in places):
                yield found(
                    "T414",
                    around(part.zh, *match.span()),
                    around(part.en, places[0], places[0] + len(english), 30),
                    body=english,
                    mark=match["mark"],
                    printed=printed,
                )


def _placed(en: str, at: int, length: int, introduced: re.Pattern[str]) -> bool:
    """Whether the name of a body has a place beside it, or the list it is in has one for all."""
    before = en[max(en.rfind(". ", 0, at), 0) : at]
    return bool(_PLACED.search(before) or _AFTER.match(en, at + length) or introduced.search(before))
