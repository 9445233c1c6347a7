"""A clause on a card that other sites show in their pages, and what tells programs how (https://oembed.com).

Only where ``embeds`` of site.toml is true. A card holds text in both languages and links; it has no script.
"""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.pages.clauses import MISSING, Spoken, spoken
from digest.pages.frame import Link, Setting, titles
from digest.pages.headers import CARD_CSP
from digest.pages.linked import Form
from digest.pages.particulars import policy_title
from digest.pages.parts import Part, Shown, by_page
from digest.pages.prose import paragraphs
from digest.pages.strings import TAGS, Runs, Words, plain
from digest.pages.validity import Phases, phases
from digest.text import urls

WIDTH, HEIGHT = 640, 360
"""The frame of a card in pixels; a longer clause is scrolled in it."""


class CardFrame(NamedTuple):
    """What all templates know of a page, for one that has no masthead."""

    lang: str
    words: Words


class CardSide(NamedTuple):
    """A clause in one language, with a note on its English; ``said`` is None where there is none."""

    lang: str
    document: str
    said: Spoken | None
    note: Runs


class ClauseCard(NamedTuple):
    """What card.html receives. ``moved`` says that the clause has another address now, or is gone."""

    frame: CardFrame
    csp: str
    style: str
    title: str
    address: str
    sides: tuple[CardSide, ...]
    validity: Phases
    moved: Runs
    site: Link


class OEmbed(NamedTuple):
    """What oembed.json receives."""

    title: str
    provider: str
    provider_url: str
    card: str
    width: int
    height: int


def embed_forms(setting: Setting, doc: str, clause: str) -> tuple[Form, ...]:
    """How the page of a clause leads to its card."""
    if not setting.site.embeds:
        return ()
    return (Form("application/json+oembed", setting.absolute(urls.oembed(doc, clause))),)


def make_embeds(setting: Setting) -> Iterator[Part]:
    """The cards of all clauses, also of those that were published once: a page that shows one goes on to do so."""
    if not setting.site.embeds:
        return
    for policy in setting.corpus.policies:
        slug, ledger = policy.meta.slug, policy.ledger
        yield Part(_pages, Shown({slug: [clause.id for clause in policy.document.clauses]}), slug)
        yield from by_page(
            page for old in (*ledger.aliases, *ledger.tombstones) for page in _former(setting, policy, old)
        )


def _pages(setting: Setting, slug: str) -> Iterator[Page]:
    policy = next(each for each in setting.corpus.policies if each.meta.slug == slug)
    for clause in policy.document.clauses:
        yield from _files(setting, policy, clause.id, _sides(setting, policy, clause))


def _former(setting: Setting, policy: Policy, old: str) -> Iterator[Page]:
    """The files of a clause that has another address now, or is gone: then it reads as it did last."""
    both, new = setting.words["both"], policy.ledger.end(old)
    if new not in policy.ledger.tombstones:
        sides = _sides(setting, policy, policy.document.clause(new))
        yield from _files(setting, policy, old, sides, new, both["moved.title"])
        return
    last = policy.ledger.last(old)
    said = (
        Spoken(TAGS["zh"], last.label or None, last.heading or None, paragraphs(last.text), None)
        if last
        else None
    )
    side = CardSide(TAGS["zh"], plain(policy_title(policy, "zh")), said, ())
    yield from _files(setting, policy, old, (side,), old, both["moved.gone"])


def _sides(setting: Setting, policy: Policy, clause: Clause) -> tuple[CardSide, ...]:
    sides = []
    for language in urls.LANGUAGES:
        said = spoken(policy, clause, language)
        note = setting.words[language][f"translation.{said.state}"] if said.state else ()
        sides.append(
            CardSide(
                TAGS[language],
                plain(policy_title(policy, language)),
                None if said.state == MISSING else said,
                note,
            )
        )
    return tuple(sides)


def _files(
    setting: Setting,
    policy: Policy,
    name: str,
    sides: tuple[CardSide, ...],
    now: str | None = None,
    moved: Runs = (),
) -> Iterator[Page]:
    """The card at the address of an id, which leads to the page of the clause ``now``, and the file that tells of it."""
    slug, both = policy.meta.slug, setting.words["both"]
    here, said = urls.card(slug, name), sides[0].said
    title = " ".join(
        filter(None, (sides[0].document, said.label if said else "", said.heading if said else ""))
    )
    card = ClauseCard(
        frame=CardFrame(both.lang, both),
        csp=CARD_CSP,
        style=urls.relative(here, urls.asset("card.css")),
        title=title,
        address=setting.absolute(urls.clause(slug, now or name)),
        sides=sides,
        validity=phases(setting, policy, "both")[:1],  # without script it never changes
        moved=moved,
        site=Link(titles(setting.site, "both"), setting.absolute(urls.ROOT)),
    )
    yield Page(here, "card.html", card)
    provider = plain(titles(setting.site, "zh"))
    known = OEmbed(title, provider, setting.absolute(urls.ROOT), setting.absolute(here), WIDTH, HEIGHT)
    yield Page(urls.oembed(slug, name), "oembed.json", known)
