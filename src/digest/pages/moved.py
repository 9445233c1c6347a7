"""Addresses of clauses that moved or are gone: every address ever published leads somewhere.

Visitors are told and not sent on, since a citation with the old number wants correcting. Hosts that read
``_redirects``, and nginx with ``_redirects_nginx``, answer for moved clauses before a page is asked for.
"""

from collections.abc import Iterator
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.ledger import Tombstone, Wording
from digest.model.page import Page
from digest.pages.clauses import Spoken, name_of_former, names_of
from digest.pages.descriptions import described
from digest.pages.editions import Notices, notices
from digest.pages.former import successions
from digest.pages.frame import Frame, Link, PageLocation, Setting, links_for_readers, make_frame
from digest.pages.particulars import policy_title
from digest.pages.prose import mixed
from digest.pages.strings import Runs, joined, run
from digest.pages.wordings import EarlierWording, earlier, said, said_in_english
from digest.text import urls
from digest.text.ids import version_of
from digest.text.pairing import wording_of


class MovedPage(NamedTuple):
    """What moved.html receives. ``now`` leads to the clause; where there is none, ``said`` is how it read last and
    ``english`` the same in English, with a ``note`` on its state, ``since`` from which day it is gone, ``reason`` (in
    the editors' words) why, ``successors`` what replaced it, and ``number`` leads to the clause that has its number
    now. ``version`` pins the text of the clause as it reads now, or read last; ``earlier`` are others it was published
    with."""

    frame: Frame
    title: Runs
    lead: Runs
    document: tuple[Link, ...]
    editions: Notices
    script: str
    version: str | None
    earlier: tuple[EarlierWording, ...]
    now: Link | None = None
    said: Spoken | None = None
    english: Spoken | None = None
    note: Runs = ()
    since: Runs = ()
    reason: Runs = ()
    successors: tuple[Link, ...] = ()
    number: Link | None = None


class Redirects(NamedTuple):
    """What _redirects and the same for nginx receive: old and new address, from the root of the host."""

    pairs: tuple[tuple[str, str], ...]


def make_moved(setting: Setting) -> Iterator[Page]:
    """One page for each clause that moved or is gone, and the redirects."""
    pairs: list[tuple[str, str]] = []
    base_url = setting.site.base_url
    for policy in setting.corpus.policies:
        slug = policy.meta.slug
        ends = {old: policy.ledger.end(old) for old in (*policy.ledger.aliases, *policy.ledger.tombstones)}
        for old, new in ends.items():
            if stone := policy.ledger.tombstones.get(new):
                yield _gone(setting, policy, old, stone)
                continue
            here, there = (urls.rooted(base_url, urls.clause(slug, each)) for each in (old, new))
            pairs.append((here, there))
            yield _moved(setting, policy, old, new)
    pairs += ((urls.rooted(base_url, old), urls.rooted(base_url, new)) for old, new in successions(setting))
    for path in (urls.REDIRECTS, urls.REDIRECT_MAP):
        yield Page(path, path, Redirects(tuple(pairs)))


def _moved(setting: Setting, policy: Policy, old: str, new: str) -> Page:
    here, there = (urls.clause(policy.meta.slug, each) for each in (old, new))
    now = wording_of(policy.document.clause(new))
    page = _page(setting, policy, old, "moved.title", "moved.lead", now)
    value = page._replace(
        frame=page.frame._replace(canonical=setting.absolute(there)),
        now=_link(setting, policy, old, new),
    )
    return Page(here, "moved.html", value)


def _gone(setting: Setting, policy: Policy, old: str, stone: Tombstone) -> Page:
    last = policy.ledger.last(old)
    page = _page(setting, policy, old, "moved.gone", "moved.gone_lead", last or Wording())
    here = urls.clause(policy.meta.slug, old)
    clauses = {clause.id for clause in policy.document.clauses}
    number = policy.ledger.ids.get(old)
    english = policy.translations.get(old)
    value = page._replace(
        frame=page.frame._replace(canonical=None, indexed=False),
        said=said(last) if last else None,
        english=said_in_english(english) if english else None,
        note=setting.words["both"][f"translation.{english.state}"] if english else (),
        since=run(stone.since, "zh"),
        reason=mixed(stone.why, "en"),
        successors=tuple(_link(setting, policy, old, name) for name in stone.replaced_by if name in clauses),
        number=_link(setting, policy, old, number) if number in clauses else None,
    )
    return Page(here, "moved.html", value)


def _link(setting: Setting, policy: Policy, old: str, name: str) -> Link:
    """The way from the page of an id to the clause that has another."""
    here, there = (urls.clause(policy.meta.slug, each) for each in (old, name))
    return Link(names_of(setting, policy, policy.document.clause(name)), urls.relative(here, there))


def _page(setting: Setting, policy: Policy, old: str, title: str, lead: str, now: Wording) -> MovedPage:
    """What both have: the words, the way to the document, and what the clause said before that reads otherwise than
    ``now``."""
    both, slug = setting.words["both"], policy.meta.slug
    here = urls.clause(slug, old)
    versions = {language: (urls.policy(language, slug), "") for language in urls.LANGUAGES}
    documents = links_for_readers(
        here, {each: (policy_title(policy, each), path) for each, (path, _) in versions.items()}
    )
    at = PageLocation("both", here, versions, "policies")
    named = joined((policy_title(policy, "zh"), name_of_former(policy, old, "zh")))
    frame = make_frame(
        setting,
        at,
        both[title],
        trail=documents,
        description=described(both, named, both[lead]),
    )
    return MovedPage(
        frame=frame._replace(listed=False),
        title=both[title],
        lead=both[lead],
        document=documents,
        editions=notices(setting, policy, urls.LANGUAGES, here),
        script=urls.relative(here, urls.asset("cite.js")),
        version=version_of(now.text),
        earlier=tuple(earlier(policy.ledger.clauses.get(old, ()), now, policy.translations.get(old))),
    )
