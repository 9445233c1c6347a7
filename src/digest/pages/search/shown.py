"""A clause as a hit shows it, in both languages."""

from collections.abc import Sequence

from digest.model.corpus import Policy, Translation
from digest.model.document import Clause
from digest.model.facts import ClauseFacts
from digest.pages.amounts import cap, rate, sums
from digest.pages.clauses import ancestors, name_of
from digest.pages.frame import Setting
from digest.pages.words import plain
from digest.search.records import Record

MOST_FIGURES = 3


class Shown:
    """Makes the rows of ``zh<n>`` and ``en<n>``."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._policy: Policy | None = None
        self._by_id: dict[str, Clause] = {}

    def row(self, record: Record, language: str) -> Sequence[object]:
        """The policy's slug; for a clause also its id, its name, the names above it, its heading and text (empty where
        it is not translated), and what is said beside it: that the English is a draft or out of date, the figures of
        its supports."""
        policy, clause = record.policy, record.clause
        if clause is None:
            return [policy.meta.slug]
        if policy is not self._policy:
            self._policy = policy
            self._by_id = {each.id: each for each in policy.document.clauses}
        above = ancestors(self._by_id, clause)
        english = policy.translations.get(clause.id)
        said = {
            "zh": (clause.heading or "", clause.text),
            "en": (english.heading or "", english.text) if english else ("", ""),
        }
        facts = policy.facts.get(clause.id, ClauseFacts())
        return [
            policy.meta.slug,
            clause.id,
            plain(name_of(self._setting, policy, clause, language)),
            " › ".join(plain(name_of(self._setting, policy, each, language)) for each in above),
            *said[language],
            [*self._state(english, language), *self._figures(facts, language)],
        ]

    def _state(self, english: Translation | None, language: str) -> list[str]:
        if language != "en" or english is None or english.state == "reviewed":
            return []
        return [self._setting.words["en"].plain(f"translation.{english.state}")]

    def _figures(self, facts: ClauseFacts, language: str) -> list[str]:
        """The first figures of the supports, each once."""
        words = self._setting.words[language]
        found: dict[str, None] = {}
        for grant in facts.grants:
            kind = self._setting.corpus.terms.get(("instrument", grant.kind))
            name = (kind.name_en if language == "en" else kind.name_zh) if kind else grant.kind
            figures = [rate(words, grant), *(cap(words, each) for each in grant.caps)]
            figures += sums(words, self._setting.corpus.terms, grant)
            shown = [plain(figure) for figure in figures if figure]
            if shown:
                found[f"{name} {', '.join(dict.fromkeys(shown))}"] = None
        return list(found)[:MOST_FIGURES]
