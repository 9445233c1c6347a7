"""What is known about a policy as a whole, each value with its standing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.model.corpus import Jurisdiction, Policy, Relation, Stated
from digest.pages.frame import Setting
from digest.pages.names import number, printed_name
from digest.pages.prose import mixed
from digest.pages.strings import (
    LITERAL,
    ORIGINAL,
    TAGS,
    UNTRANSLATED,
    Runs,
    Words,
    joined,
    original,
    plain,
    run,
    translated,
)
from digest.text import urls
from digest.text.dates import MONTHS


class DetailValue(NamedTuple):
    """One value, with a link where there is a page for it."""

    text: Runs
    href: str | None = None


class Particular(NamedTuple):
    """One particular of a policy; without values where nobody knows it.

    ``mark`` says how the value is known when it is not printed in the text, ``how`` from what, and
    ``sure`` how surely. ``name`` is the field of policy.toml.
    """

    name: str
    term: Runs
    values: tuple[DetailValue, ...]
    mark: Runs | None = None
    how: Runs | None = None
    sure: Runs | None = None


def policy_title(policy: Policy, language: str) -> Runs:
    """The title of a policy in a language, the Chinese one where there is no English one; its slug where no title is
    known."""
    meta = policy.meta
    if not meta.title_zh.value:
        return (
            run(meta.title_en, "en")
            if meta.title_en and language == "en"
            else run(meta.slug, language, LITERAL)
        )
    return translated(meta.title_en, meta.title_zh.value, language)


def short_title(policy: Policy, language: str) -> Runs:
    """The shortest title of a policy that is known in a language: one that its text uses (深圳行动计划), else its title."""
    title, known = policy_title(policy, language), policy.meta.short_titles
    shorts: list[Runs] = [run(each, "zh") for each in known]
    if language == "en":
        english = (policy.names.get(each) for each in known)
        shorts = [run(each.en, "en") for each in english if each and each.en]
    return min((*shorts, title), key=lambda each: (each[0].kind == UNTRANSLATED, len(plain(each))))


def other_title(policy: Policy, language: str) -> Runs:
    """The title in the other language, to be shown beside it; none where only one is known."""
    meta = policy.meta
    if not (meta.title_en and meta.title_zh.value):
        return ()
    return run(meta.title_en, "en", ORIGINAL) if language == "zh" else original(meta.title_zh.value)


def dated(setting: Setting, policy: Policy, name: Runs, language: str) -> Runs:
    """A name with the year of a policy beside it, unless it has it: editions often have one title. Where nobody knows the
    year, one that others supersede is called an earlier text."""
    words, meta = setting.words[language], policy.meta
    made = next((each.value for each in (meta.made, meta.published, meta.effective) if each.value), None)
    replaced = bool(setting.corpus.validity_of(meta.slug).by)
    if made[:4] in plain(name) if made else not replaced:
        return name
    year = plain(date(made[:4], language)) if made else words.plain("editions.undated")
    return words.weave("editions.dated", name=name, year=year)


def particulars(setting: Setting, policy: Policy, language: str, here: str) -> tuple[Particular, ...]:
    """All particulars of a policy, in the order readers look for them."""
    meta, words = policy.meta, setting.words[language]

    def stated(name: str, value: Stated[str], shown: Runs | None) -> Particular:
        values = (DetailValue(shown),) if shown else ()
        return _particular(words, name, value, values)

    def dated(name: str, value: Stated[str]) -> Particular:
        return stated(name, value, date(value.value, language) if value.value else None)

    def listed(name: str, value: Stated[str]) -> Particular:
        return stated(name, value, term(setting, name, value.value, language) if value.value else None)

    issuers = tuple(
        DetailValue(printed_name(setting, policy, issuer, language)) for issuer in meta.issuers.value or ()
    )
    known = [
        stated("jurisdiction", meta.jurisdiction, _place(setting, meta.jurisdiction.value, language)),
        _particular(words, "issuers", meta.issuers, issuers),
        stated("number", meta.number, number(words, meta.number.value) if meta.number.value else None),
        dated("made", meta.made),
        dated("published", meta.published),
        dated("effective", meta.effective),
        dated("expires", meta.expires),
        stated("period", meta.period, span(meta.period.value, language) if meta.period.value else None),
        listed("genre", meta.genre),
        listed("form", meta.form),
        listed("status", meta.status),
    ]
    return (*known, *_relations(setting, policy, language, here), *_origin(setting, policy, language))


def issuers_of(setting: Setting, policy: Policy, language: str) -> Runs:
    """Who issued a policy, in a row, with how that is known where its text does not say it."""
    words, issuers = setting.words[language], policy.meta.issuers
    said = (printed_name(setting, policy, each, language) for each in issuers.value or ())
    names = joined(said, words.plain("provision.comma"))
    if issuers.basis == "printed":
        return names
    return names + words.fill("policy.in_brackets", text=words.plain(f"policy.{issuers.basis}"))


def first_particulars(known: Iterable[Particular]) -> tuple[Particular, ...]:
    """The particulars that tell who made a policy, and when: its issuers, else its place; and its earliest date."""
    by_name = {fact.name: fact for fact in known if fact.values}
    asked = (("issuers", "jurisdiction"), ("made", "published", "effective"))
    found = (next((by_name[name] for name in names if name in by_name), None) for names in asked)
    return tuple(filter(None, found))


def place_chain(setting: Setting, code: str) -> tuple[Jurisdiction, ...]:
    """A place and those above it, the highest first; empty for a code nobody described."""
    chain: list[Jurisdiction] = []
    found = setting.corpus.jurisdictions.get(code)
    while found is not None and found not in chain:
        chain.append(found)
        found = setting.corpus.jurisdictions.get(found.parent or "")
    return tuple(reversed(chain))


def place_name(place: Jurisdiction, language: str) -> Runs:
    """The name of a place in a language."""
    return run(place.name_en if language == "en" else place.name_zh, language)


def term(setting: Setting, field: str, value: str, language: str) -> Runs:
    """The name of a value from a closed list; the value itself where the list does not have it."""
    found = setting.corpus.terms.get((field, value))
    if found is None:
        return run(value.replace("_", " "), "en", LITERAL)
    return run(found.name_en if language == "en" else found.name_zh, language)


@lru_cache(maxsize=1024)  # a pure function
def date(value: str, language: str) -> Runs:
    """A date, also one without day or month: 2022-06 -> 2022年6月, June 2022."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return run(value, language)
    numbers = [int(part) for part in value.split("-")]
    if language == "zh":
        return run("".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False)), "zh")
    year, *rest = numbers
    named = [MONTHS[number - 1] if at == 0 else str(number) for at, number in enumerate(rest)]
    return run(" ".join([*reversed(named), str(year)]), "en")


def span(value: str, language: str) -> Runs:
    """A period: 2021/2023 -> 2021—2023年, 2021–2023; one that is given by a single year, month or day as that."""
    first, _, last = value.partition("/")
    if not last:
        return date(first, language)
    years = len(first) == len(last) == len("2021")
    begin, end = (plain(date(each, language)) for each in value.split("/"))
    if language == "zh":
        return run(f"{first if years else begin}—{end}", "zh")
    return run(f"{begin}–{end}" if years else f"{begin} – {end}", "en")


def _particular(
    words: Words, name: str, value: Stated[str] | Stated[tuple[str, ...]], shown: tuple[DetailValue, ...]
) -> Particular:
    """A particular with its standing."""
    concluded = value.basis in ("inferred", "external")
    return Particular(
        name,
        words[f"policy.{name}"],
        shown,
        mark=words[f"policy.{value.basis}"] if concluded else None,
        how=None if value.basis == "printed" else reason(words, value),
        sure=words.fill("policy.sure", sure=words.plain(f"policy.{value.sure}")) if value.sure else None,
    )


def reason(words: Words, value: Stated[str] | Stated[tuple[str, ...]]) -> Runs | None:
    """How a value is known: the words of its code, then those of the editor, in the other language where there are none
    in the page's own."""
    spoken, other = ("zh", "en") if words.lang == TAGS["zh"] else ("en", "zh")
    said = {"zh": value.how_zh, "en": value.how_en}
    own, foreign = said[spoken], said[other]
    more = mixed(own, spoken) if own else run(foreign, other, UNTRANSLATED) if foreign else ()
    if value.how is None:
        return more or None
    code = words[f"how.{value.how}"]
    return joined((code, more), words.plain("policy.how_then")) if more else code


def _place(setting: Setting, code: str | None, language: str) -> Runs | None:
    """A place with those between it and the nation; its English is marked where a rule made it."""
    chain = place_chain(setting, code) if code else ()
    below = chain[1:] if len(chain) > 1 else chain
    if not below:
        return None
    names = joined((place_name(place, language) for place in below), " › ")
    drafted = language == "en" and any(place.drafted for place in below)
    return (*names, *setting.words[language]["policy.drafted"]) if drafted else names


def _relations(setting: Setting, policy: Policy, language: str, here: str) -> Iterable[Particular]:
    """The relations to other documents, those of this site as links; also that another one supersedes the policy."""
    by_slug = {each.meta.slug: each for each in setting.corpus.policies}
    words, slug = setting.words[language], policy.meta.slug
    values = []
    later = (Relation("superseded_by", each) for each in setting.corpus.validity_of(slug).by)
    for relation in (*policy.meta.relations, *later):
        other = by_slug.get(relation.target)
        title = (
            policy_title(other, language)
            if other
            else printed_name(setting, policy, relation.target, language)
        )
        text = words.weave(f"relation.{relation.kind}", target=title)
        href = urls.relative(here, urls.policy(language, relation.target)) if other else None
        values.append(DetailValue(text, href))
    if values:
        yield Particular("relations", words["policy.relations"], tuple(values))


def _origin(setting: Setting, policy: Policy, language: str) -> Iterable[Particular]:
    """Short titles, and where the text came from; only web addresses become links."""
    meta, words = policy.meta, setting.words[language]
    if meta.short_titles:
        titles = tuple(
            DetailValue(printed_name(setting, policy, title, language)) for title in meta.short_titles
        )
        yield Particular("short_titles", words["policy.short_titles"], titles)
    if meta.source_url and meta.source_url.startswith(("https://", "http://")):
        address = urlsplit(meta.source_url)
        yield Particular(
            "source_link",
            words["policy.source_link"],
            (DetailValue(run(address.hostname or meta.source_url, "en"), meta.source_url),),
        )
