"""The files the search script fetches. Each hands over one JSON value; lists are in a fixed order to be small.

``fold`` is fetched for traditional characters only: those that GB 2312, the set of the simplified ones, does not hold.
"""

import json
import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any
from zlib import compress

from digest.model.corpus import Corpus, Jurisdiction, Policy
from digest.model.page import Page, Script, Unchanged
from digest.model.vocabulary import SearchWords
from digest.pages.frame import Setting
from digest.pages.search.shown import HitFiles
from digest.pages.search.suggested import suggestions
from digest.pages.strings import plain
from digest.pages.validity import phases
from digest.regex import regex
from digest.search.index import KnownIndex, SearchIndex, make_index
from digest.search.meanings import groups_as_written
from digest.search.meant import is_han
from digest.search.query import SIZES, Asking, make_asking
from digest.search.records import SearchRecord, in_search_order, largest_sum, list_records, make_records
from digest.search.shards import gaps, number_of_files, number_of_shards, shards
from digest.text import urls
from digest.text.segmenter import Segmenter
from digest.text.units import PATTERN, traditional

FORM = 5
"""Goes up when shards are written in another form, so that nobody's browser takes old ones for new."""
FILES, LEAST = 50, 1500
"""Of clauses, as ``number_of_files`` has it; and about how many characters a file has at least: a small site has few."""


def make_search_files(
    setting: Setting,
    words: Segmenter,
    indexed: KnownIndex | None = None,
    compared: Collection[str] = (),
) -> Iterator[Page]:
    """All files of the search; of the shards that stand as they must only the names. The themes that are ``compared`` have
    pages. ``index`` comes last: its version is
    made of all that the others are made from."""
    corpus = setting.corpus
    indexed = indexed or KnownIndex((), make_index(make_records(corpus), words))
    index, wanted = indexed.index, indexed.wanted
    records = tuple(list_records(corpus))
    digest = sha256(str(FORM).encode())
    for each in (index.units, index.signs, sorted(index.standing), sorted(index.also), list(index.begins)):
        digest.update(str(each).encode())  # one at a time: they are large
    counts = {}
    sizes = {language: _chunk(records, language) for language in urls.LANGUAGES}
    asking = make_asking(corpus.search)
    known, foreign = _foldings(index, asking)
    for shard in shards(index, wanted):
        yield _file(f"g{shard.name}", shard.text)
    if wanted is not None:
        yield from (
            Page(file, "", Unchanged()) for file in indexed.files if shard_in(file) not in {None, *wanted}
        )
    counts["g"] = number_of_shards(index)
    for kind, values in (
        *((language, _chunks(setting, records, language, size)) for language, size in sizes.items()),
        ("s", suggestions(corpus, words)),
        ("fold", [foreign]),
        ("ask", asking.words),
        ("asked", _asked(asking, corpus.search)),
        ("known", [_known(records)]),
        ("same", _same(corpus, index)),
    ):
        counts[kind] = 0
        for number, value in enumerate(values):
            counts[kind] += 1
            digest.update(repr(value).encode())
            yield _file(f"{kind}{number}", value)
    main = _main(setting, index, records, compared, asking) | {"fold": known, "chunks": sizes}
    digest.update(repr(main).encode())
    yield _file("index", main | {"files": counts, "version": digest.hexdigest()[:8]})


def _known(records: Sequence[SearchRecord]) -> tuple[str, str]:
    """What questions need to know of all records: how far down each stands, with its length; and those that only explain."""
    shape = "".join(chr(48 + 8 * record.depth + record.length) for record in records)
    return shape, gaps(number for number, record in enumerate(records) if record.aside)


def _asked(asking: Asking, words: SearchWords) -> Iterator[Sequence[tuple[str, Sequence[str]]]]:
    """What asks for each kind of answer, with what clauses print that give it, "" for sums; in Chinese, then in foreign words."""
    for chinese, about in zip((True, False), asking.answers, strict=True):
        printed = (
            [word for word in each.printed if is_han(word[0]) == chinese] + [""] * (each.facts == "grants")
            for each in words.answer
        )
        yield list(zip(about, printed, strict=True))


def _same(corpus: Corpus, index: SearchIndex) -> Iterator[Sequence[tuple[Sequence[str], str]]]:
    """The words of one meaning, as they are written, and the records that are found by them; some groups to a file."""
    groups = [
        (words, gaps(index.groups.get(number, ())))
        for number, words in enumerate(groups_as_written(corpus.search, corpus.themes))
    ]
    return (groups[at : at + GROUPS] for at in range(0, len(groups), GROUPS))


GROUPS = 16
"""So many groups of words are in a file (assets/search/)."""


def _file(name: str, value: object) -> Page:
    return Page(urls.search(name), "", Script(name, value))


def shard_in(file: str) -> int | None:
    """The number of the shard that a file belongs to; None when it is of another kind."""
    found = _SHARD.fullmatch(file)
    return int(found[1]) if found else None


_SHARD = regex(r"(\d+)(-\d+)?".join(map(re.escape, urls.search("g|").split("|"))))


def _chunk(records: Sequence[SearchRecord], language: str) -> int:
    """How many records make a file, by the length of their texts."""
    written = _ROW * len(records) + sum(len(_text(record, language)) for record in records)
    count = min(number_of_files(written, FILES), written // LEAST + 1)
    return -(-len(records) // count) or 1


def _text(record: SearchRecord, language: str) -> str:
    if record.clause is None:
        return ""
    if language == "zh":
        return record.clause.text
    english = record.policy.translations.get(record.clause.id)
    return english.text if english else ""


_ROW = 25
"""Characters of a row that are not its text."""


def _foldings(index: SearchIndex, asking: Asking) -> tuple[Sequence[str], Sequence[str]]:
    """Traditional characters and the simplified ones that stand in a text or in a question, as two strings: those of
    GB 2312, and the others."""
    known, foreign = ["", ""], ["", ""]
    units = {*index.units, *"".join(index.standing), *asking.pattern, *asking.particles}
    for old, new in traditional().items():
        if new in units:
            table = known if _in_gb2312(old) else foreign
            table[0] += old
            table[1] += new
    return known, foreign


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _chunks(setting: Setting, records: Sequence[SearchRecord], language: str, size: int) -> Iterator[str]:
    """The records as hits show them, ``size`` a file. They are most of what the search writes, and texts of laws: zipped
    they take a third, on a disk and on a host that does not compress."""
    shown = HitFiles(setting)
    for at in range(0, len(records), size):
        value = json.dumps(
            shown.file(records[at : at + size], language), ensure_ascii=False, separators=(",", ":")
        )
        yield b64encode(compress(value.encode())).decode()


def _main(
    setting: Setting,
    index: SearchIndex,
    records: Sequence[SearchRecord],
    compared: Collection[str],
    asking: Asking,
) -> dict[str, Any]:
    """What every query needs: how texts are cut, where policies begin, and what hits can be narrowed by."""
    corpus = setting.corpus
    policies = in_search_order(corpus)
    places = _places(corpus, policies)
    numbers = {place.code: at for at, place in enumerate(places)}
    validity = [_phases(setting, policy) for policy in policies]
    known = {phases: at for at, phases in enumerate(dict.fromkeys(validity))}
    genres = {policy.meta.genre.value or "" for policy in policies}
    states = {state for phases in known for state, *_ in phases}
    years = {_day(policy) // 10_000 for policy in policies}
    unknown = _said(setting, "policy.unknown")
    return {
        "size": index.size,
        "pattern": PATTERN,
        "asking": asking[:2],
        "sizes": SIZES,
        "starts": gaps(index.starts),
        "words": {language: _words(setting, language) for language in urls.LANGUAGES},
        "names": {
            "place": [
                [place.code, place.name_zh, place.name_en, _with_those_above(corpus, place)]
                for place in places
            ],
            "genre": [_named(corpus, "genre", each) if each else ["", *unknown] for each in sorted(genres)],
            "status": [_named(corpus, "status", each) for each in sorted(states)],
            "year": [
                [str(each), *([str(each)] * 2 if each else unknown)] for each in sorted(years, reverse=True)
            ],
        },
        "phases": list(known),
        "policies": [
            [
                numbers.get(policy.meta.jurisdiction.value or "", -1),
                policy.meta.genre.value or "",
                known[phases],
                _day(policy),
                policy.meta.slug,
            ]
            for policy, phases in zip(policies, validity, strict=True)
        ],
        "lists": _lists(setting, records, compared),
        "sums": _sums(records),
    }


def _places(corpus: Corpus, policies: Sequence[Policy]) -> list[Jurisdiction]:
    """The places that made policies, and those they belong to."""
    found: dict[str, Jurisdiction] = {}
    for policy in policies:
        place = corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
        while place is not None and place.code not in found:
            found[place.code] = place
            place = corpus.jurisdictions.get(place.parent or "")
    return sorted(found.values(), key=lambda place: place.code)


def _with_those_above(corpus: Corpus, place: Jurisdiction | None) -> Sequence[str]:
    """The code of a place and of those it belongs to."""
    codes = []
    while place is not None and place.code not in codes:
        codes.append(place.code)
        place = corpus.jurisdictions.get(place.parent or "")
    return codes


def _named(corpus: Corpus, kind: str, value: str) -> tuple[str, str, str]:
    term = corpus.terms.get((kind, value))
    return (value, term.name_zh, term.name_en) if term else (value, value, value)


def _said(setting: Setting, key: str) -> Sequence[str]:
    """A word in each language."""
    return [setting.words[language].plain(key) for language in urls.LANGUAGES]


def _phases(setting: Setting, policy: Policy) -> tuple[tuple[str, ...], ...]:
    """The validity of a policy: each state with its words in both languages, and the days after and before which it holds;
    of those that fit a day the last one counts."""
    chinese, english = (phases(setting, policy, language) for language in urls.LANGUAGES)
    return tuple(
        (zh.state, plain(zh.text), plain(en.text), zh.after or "", zh.before or "~")
        for zh, en in zip(chinese, english, strict=True)
    )


def _day(policy: Policy) -> int:
    """The date of a policy as a number, 20220600 for June 2022; 0 where none is known."""
    meta = policy.meta
    day = meta.made.value or meta.published.value or meta.effective.value or ""
    return int(day.replace("-", "").ljust(8, "0") or 0)


def _lists(
    setting: Setting, records: Sequence[SearchRecord], compared: Collection[str]
) -> Mapping[str, Sequence[Sequence[object]]]:
    """For each thing hits can be narrowed by: id, names, and the records that have it; of themes, whether they have a
    page."""
    corpus = setting.corpus
    themes: dict[str, list[int]] = {}
    kinds: dict[str, list[int]] = {}
    english: list[int] = []
    of_clause: dict[tuple[str, str], list[str]] = {}
    for theme in corpus.themes:
        for member in corpus.theme_members.get(theme.id, ()):
            of_clause.setdefault((member.doc, member.clause), []).append(theme.id)
    for number, record in enumerate(records):
        if record.clause is None:
            continue
        for name in of_clause.get((record.policy.meta.slug, record.clause.id), ()):
            themes.setdefault(name, []).append(number)
        for kind in sorted({grant.kind for grant in record.facts.grants}):
            kinds.setdefault(kind, []).append(number)
        if record.clause.id in record.policy.translations:
            english.append(number)
    return {
        "theme": [
            (each.id, each.zh, each.en, gaps(themes[each.id]), int(each.id in compared))
            for each in corpus.themes
            if each.id in themes
        ],
        "kind": [(*_named(corpus, "instrument", kind), gaps(kinds[kind])) for kind in sorted(kinds)],
        "english": [("1", *_said(setting, "search.english"), gaps(english))] if english else [],
    }


def _sums(records: Sequence[SearchRecord]) -> tuple[str, Sequence[int]]:
    """The records that grant a sum, and the largest of each in yuan."""
    found = [
        (number, most)
        for number, record in enumerate(records)
        if record.clause and (most := largest_sum(record.facts)) is not None
    ]
    return gaps(number for number, _ in found), [most for _, most in found]


def _words(setting: Setting, language: str) -> Mapping[str, str]:
    """The words the script shows."""
    (_, entries), *_ = setting.words[language].entries
    return {
        key.removeprefix("search.js."): text for key, text in entries.items() if key.startswith("search.js.")
    }
