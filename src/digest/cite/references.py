"""Makes what is cited from a corpus: a policy, its clauses, a comparison. Only what is known is taken over."""

from collections.abc import Iterator
from datetime import date, timedelta

from digest.cite.locators import locator_zh, short_locator_en
from digest.model.corpus import Corpus, Policy, PolicyMeta
from digest.model.document import Clause
from digest.model.reference import Dated, LegalStanding, Reference
from digest.model.validity import SUPERSEDED
from digest.text import urls
from digest.text.ids import version_of


def policy_reference(corpus: Corpus, policy: Policy, language: str = "zh") -> Reference:
    """A policy as a whole; its address is that of its page in a language of the site."""
    meta = policy.meta
    genre = corpus.terms.get(("genre", meta.genre.value or ""))
    return Reference(
        kind="policy",
        key=meta.slug,
        address=urls.absolute(corpus.site.base_url, urls.policy(language, meta.slug)),
        site_zh=corpus.site.title_zh,
        site_en=corpus.site.title_en,
        title_zh=one_line(meta.title_zh.value) or None,
        title_en=one_line(meta.title_en) or None,
        title_inferred=meta.title_zh.basis == "inferred",
        issuers=tuple(name for each in meta.issuers.value or () if (name := one_line(each))),
        issuers_en=tuple(_in_english(policy, each) for each in meta.issuers.value or () if one_line(each)),
        issuers_inferred=meta.issuers.basis == "inferred",
        number=one_line(meta.number.value) or None,
        dated=_dated(meta),
        genre_zh=genre.name_zh if genre else None,
        genre_en=genre.name_en if genre else None,
        standing=_standing(corpus, meta),
        language=language,
    )


def clause_reference(corpus: Corpus, policy: Policy, clause: Clause, language: str = "zh") -> Reference:
    """A clause by its permanent address."""
    return cited_clause(policy_reference(corpus, policy, language), corpus, policy, clause)


def cited_clause(whole: Reference, corpus: Corpus, policy: Policy, clause: Clause) -> Reference:
    """The same, where the reference of the policy as a whole is known."""
    return whole._replace(
        kind="clause",
        key=f"{whole.key}:{clause.id}",
        address=urls.absolute(corpus.site.base_url, urls.clause(whole.key, clause.id)),
        locator_zh=one_line(locator_zh(clause)) or None,
        locator_en=one_line(short_locator_en(clause, policy.translations.get(clause.id))) or None,
        version=version_of(clause.text),
    )


def comparison_reference(
    corpus: Corpus, key: str, path: str, title_zh: str, title_en: str, language: str = "zh"
) -> Reference:
    """A comparison of the site, which is its author; ``path`` is the site path of its page. A table is made again with
    every text, so that it has no day."""
    site = corpus.site
    return Reference(
        kind="comparison",
        key=key,
        address=urls.absolute(site.base_url, path),
        site_zh=site.title_zh,
        site_en=site.title_en,
        title_zh=one_line(title_zh),
        title_en=one_line(title_en),
        language=language,
    )


def _in_english(policy: Policy, issuer: str) -> str:
    """An issuer in English, in Chinese where it has no English name."""
    known = policy.names.get(issuer)
    return one_line(known.en if known else issuer)


def all_references(corpus: Corpus) -> Iterator[Reference]:
    """Every policy, each followed by its clauses."""
    for policy in corpus.policies:
        whole = policy_reference(corpus, policy)
        yield whole
        for clause in policy.document.clauses:
            yield cited_clause(whole, corpus, policy, clause)


def one_line(text: str | None) -> str:
    """A text on one line: white space between two Chinese characters is a lost line break and goes, other white space
    is one space; control characters go. Empty for None."""
    if not text or (text.isprintable() and " " not in text):
        return text or ""
    said = ""
    for word in text.split():
        shown = word if word.isprintable() else "".join(filter(str.isprintable, word))
        between = " " if said and shown and (said[-1].isascii() or shown[0].isascii()) else ""
        said += between + shown
    return said


def _dated(meta: PolicyMeta) -> Dated | None:
    """The day on which a policy was made public, else the one printed below it."""
    for stated, published in ((meta.published, True), (meta.made, False)):
        if stated.value:
            return Dated(stated.value, published, inferred=stated.basis == "inferred")
    return None


def _standing(corpus: Corpus, meta: PolicyMeta) -> LegalStanding | None:
    """Why a policy must not be cited as if it were in force; what only a day can tell stays a day."""
    known = corpus.validity_of(meta.slug)
    later = next((each.meta for each in corpus.policies if each.meta.slug in known.by), None)
    by_zh = one_line(later.title_zh.value) or None if later else None
    by_en = one_line(later.title_en) or None if later else None
    if known.state == SUPERSEDED:
        return LegalStanding("superseded", by_zh=by_zh, by_en=by_en)
    if known.force in ("draft", "ended"):
        name = corpus.terms.get(("status", known.state))
        return LegalStanding(known.force, name.name_zh if name else "", name.name_en if name else known.state)
    if known.last and known.then == SUPERSEDED:
        return LegalStanding("superseded", day=_day_after(known.last), by_zh=by_zh, by_en=by_en)
    return LegalStanding("until", day=known.last) if known.last else None


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
