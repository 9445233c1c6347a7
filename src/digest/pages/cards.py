"""A policy in one paragraph, for lists."""

from typing import NamedTuple

from digest.model.corpus import Policy
from digest.pages.editions import Edition, notices
from digest.pages.frame import Setting
from digest.pages.particulars import date, other_title, place_chain, place_name, policy_title, term
from digest.pages.prose import unbroken
from digest.pages.strings import Runs
from digest.pages.validity import Phases, phases
from digest.text import urls


class PolicyCard(NamedTuple):
    """A policy in a list. ``later`` are the texts that supersede it; ``facts`` stand on one line, apart by dots."""

    href: str
    title: Runs
    other_title: Runs
    place: Runs
    validity: Phases
    later: tuple[Edition, ...]
    facts: tuple[Runs, ...]


def make_card(setting: Setting, policy: Policy, language: str, here: str) -> PolicyCard:
    """The card of a policy on the page at ``here``."""
    meta, words = policy.meta, setting.words[language]
    chain = place_chain(setting, meta.jurisdiction.value or "")
    made = meta.made if meta.made.value else meta.published
    day = date(made.value, language) if made.value else words["policy.unknown"]
    if made.value and made.basis in ("inferred", "external"):
        day += words.fill("policy.in_brackets", text=words.plain(f"policy.{made.basis}"))
    facts = [
        term(setting, "genre", meta.genre.value, language) if meta.genre.value else None,
        day,
        words.count("clauses", len(policy.document.clauses)),
    ]
    return PolicyCard(
        href=urls.relative(here, urls.policy(language, meta.slug)),
        title=unbroken(policy_title(policy, language)),
        other_title=unbroken(other_title(policy, language)),
        place=place_name(chain[-1], language) if chain else words["policy.unknown"],
        validity=phases(setting, policy, language),
        later=tuple(each for notice in notices(setting, policy, (language,), here) for each in notice.later),
        facts=tuple(fact for fact in facts if fact),
    )
