"""The English of a policy beside its clauses: read, brought in step, handed to the build and to ``digest i18n``."""

from dataclasses import replace
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.ledger import Ledger
from digest.model.problem import Problem, problem
from digest.model.translation import Catalogue
from digest.read.translations import read_translations
from digest.translate.chinese import chinese
from digest.translate.phrases import with_english
from digest.translate.states import state_problems, title_of, translations_of
from digest.translate.sync import Changes, sync


class English(NamedTuple):
    """en.po of a policy as it is and in step with the clauses, what brought it there, and the ledger of these."""

    policy: Policy
    stored: Catalogue
    synced: Catalogue
    changes: Changes
    ledger: Ledger


def read_english(folder: Path, policy: Policy, ledger: Ledger) -> tuple[English | None, tuple[Problem, ...]]:
    """The English in a policy's folder; None when its file is faulty. Problems: those of the reader."""
    stored, problems = read_translations(folder)
    if stored is None:
        return None, problems
    synced, changes = sync(stored, chinese(policy), ledger.aliases, policy.meta.slug)
    return English(policy, stored, synced, changes, ledger), problems


def in_english(folder: Path, policy: Policy) -> tuple[Policy, tuple[Problem, ...]]:
    """A policy with its translations for the pages, and the English of its facts and names, as if ``digest i18n sync`` had
    been run. Where policy.toml gives no English title, it is the one in en.po, once that is reviewed: pages have no room to
    say that a title is a draft.

    Problems: those of ``read_english`` and ``state_problems``; T103 the file is not in step (note), A161 there is a
    Chinese title but no English one (note).
    """
    english, problems = read_english(folder, policy, policy.ledger)
    meta, found = policy.meta, [*problems]
    if english and not meta.title_en:
        meta = replace(meta, title_en=title_of(english.synced))
    if not meta.title_en and meta.title_zh.value:  # without any title, R232 says so
        found.append(problem("A161", (folder / "policy.toml").as_posix()))
    if english is None or not english.stored.entries:
        return policy, tuple(found)
    found += state_problems(english.synced)
    if english.stored.entries != english.synced.entries:
        found.append(problem("T103", english.stored.path, changes=described(english.changes)))
    said = translations_of(policy.document, english.synced, policy.ledger)
    spoken = with_english(policy, english.synced)
    return replace(spoken, meta=meta, translations=said), tuple(found)


def described(changes: Changes) -> str:
    """``2 new, 1 changed, 1 moved``; what stays is not counted."""
    said = (
        gettext("{n} new"),
        gettext("{n} changed"),
        gettext("{n} moved"),
        gettext("{n} gone"),
    )
    counted = zip(said, changes, strict=True)
    return gettext(", ").join(each.format(n=len(which)) for each, which in counted if which) or gettext(
        "its form only"
    )
