"""Addresses of clauses that moved or are gone: every address ever published leads somewhere.

Visitors are told and not sent on, since a citation with the old number wants correcting. Hosts that read
``_redirects`` answer for moved clauses before a page is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from digest.model.corpus import Policy
from digest.model.page import Page
from digest.pages.clauses import name_of
from digest.pages.editions import Notices, notices
from digest.pages.frame import Frame, Link, Setting, Standing, make_frame
from digest.pages.particulars import policy_title
from digest.pages.prose import mixed
from digest.pages.words import TAGS, Runs
from digest.text import urls


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What moved.html receives. ``now`` leads to the clause; where there is none, ``reason`` (in the
    editors' words) says why it is gone."""

    frame: Frame
    title: Runs
    lead: Runs
    now: Link | None
    reason: Runs
    document: tuple[Link, ...]
    editions: Notices


@dataclass(frozen=True, slots=True)
class Redirects:
    """What _redirects receives: old and new address, from the root of the host."""

    pairs: tuple[tuple[str, str], ...]


def make_moved(setting: Setting) -> Iterator[Page]:
    """One page for each clause that moved or is gone, and the redirects."""
    pairs: list[tuple[str, str]] = []
    base_url = setting.site.base_url
    for policy in setting.corpus.policies:
        slug = policy.meta.slug
        for old, new in policy.ledger.aliases.items():
            here, there = (urls.rooted(base_url, urls.clause(slug, each)) for each in (old, new))
            pairs.append((here, there))
            yield _moved(setting, policy, old, new)
        for old, reason in policy.ledger.tombstones.items():
            yield _gone(setting, policy, old, reason)
    yield Page(urls.REDIRECTS, "_redirects", Redirects(tuple(pairs)))


def _moved(setting: Setting, policy: Policy, old: str, new: str) -> Page:
    here, there = (urls.clause(policy.meta.slug, each) for each in (old, new))
    name = name_of(setting, policy, policy.document.clause(new), "zh")
    page = _page(setting, policy, old, "moved.title", "moved.lead")
    frame = replace(page.frame, canonical=setting.absolute(there))
    return Page(here, "moved.html", replace(page, frame=frame, now=Link(name, urls.relative(here, there))))


def _gone(setting: Setting, policy: Policy, old: str, reason: str) -> Page:
    page = _page(setting, policy, old, "moved.gone", "moved.gone_lead")
    frame = replace(page.frame, canonical=None, indexed=False)
    here = urls.clause(policy.meta.slug, old)
    return Page(here, "moved.html", replace(page, frame=frame, reason=mixed(reason, "en")))


def _page(setting: Setting, policy: Policy, old: str, title: str, lead: str) -> MovedPage:
    """What both have: the words, and the way to the document."""
    both, slug = setting.words["both"], policy.meta.slug
    here = urls.clause(slug, old)
    versions = {language: (urls.policy(language, slug), "") for language in urls.LANGUAGES}
    documents = tuple(
        Link(policy_title(policy, each), urls.relative(here, path), TAGS[each])
        for each, (path, _) in versions.items()
    )
    superseded = notices(setting, policy, urls.LANGUAGES, here)
    at = Standing("both", here, versions, "policies")
    frame = make_frame(setting, at, both[title], trail=documents[:1])
    return MovedPage(
        replace(frame, listed=False), both[title], both.fill(lead, id=old), None, (), documents, superseded
    )
