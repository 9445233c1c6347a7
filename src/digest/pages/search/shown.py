"""A clause as a hit shows it, in both languages."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.model.corpus import Policy, Translation
from digest.model.document import Clause
from digest.model.facts import ClauseFacts
from digest.pages.amounts import cap, rate, sums
from digest.pages.clauses import ancestors, name_of, wording
from digest.pages.frame import Setting
from digest.pages.particulars import policy_title
from digest.pages.strings import plain
from digest.regex import regex
from digest.search.records import SearchRecord

MOST_FIGURES = 3


class ShownFile(NamedTuple):
    """The titles of the policies that the records are of, in their order, and a row for each record."""

    titles: Sequence[str]
    rows: Sequence[Sequence[object]]


class HitFiles:
    """Makes the files ``zh<n>`` and ``en<n>``, which hold records as hits show them."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._policy: Policy | None = None
        self._by_id: dict[str, Clause] = {}
        self._repeated: dict[str, Collection[str]] = {}

    def file(self, records: Sequence[SearchRecord], language: str) -> ShownFile:
        """Some records; what is empty at the end of a row is left out.

        The row of a clause is its id, its name, the names above it, its heading and text (empty where it is not
        translated), what is said beside it: that the English is a draft or out of date, the figures of its
        supports; and 1 where some of its text stands elsewhere in the policy as well. That of a policy is empty.
        """
        titles: dict[str, str] = {}
        rows = []
        for record in records:
            if record.policy.meta.slug not in titles:
                titles[record.policy.meta.slug] = plain(policy_title(record.policy, language))
            row: list[object] = []
            if record.clause:
                row += (record.clause.id, *self._clause(record.policy, record.clause, language))
            while row and not row[-1]:
                row.pop()
            rows.append(row)
        return ShownFile(tuple(titles.values()), rows)

    def _clause(
        self, policy: Policy, clause: Clause, language: str
    ) -> tuple[str, str, str, str, list[str], int]:
        if policy is not self._policy:
            self._policy = policy
            self._by_id = {each.id: each for each in policy.document.clauses}
            self._repeated = {}
        if language not in self._repeated:
            self._repeated[language] = _repeated(_texts(policy, language), LONG[language])
        names = (
            plain(name_of(self._setting, policy, each, language)) for each in ancestors(self._by_id, clause)
        )
        english, words = policy.translations.get(clause.id), ("", "")
        if language == "zh" or english:
            own = wording(policy, clause, language)
            words = (own.heading or "", own.text)
        name = plain(name_of(self._setting, policy, clause, language))
        facts = policy.facts.get(clause.id, ClauseFacts())
        beside = [*self._state(english, language), *self._figures(facts, language)]
        begins = begins_in(words[1], LONG[language])
        return (
            name,
            " › ".join(names),
            *words,
            beside,
            int(any(map(self._repeated[language].__contains__, begins))),
        )

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


LONG = {"zh": 24, "en": 60}
"""Characters of the passages of a text that a hit leads to, at least (assets/results/)."""
_MARK = regex("[，。；：、！？,;:!?\n（）()《》“”]")


def begins_in(text: str, length: int) -> Iterator[str]:
    """So many characters from each place of a text where a passage may begin."""
    for start in (0, *(found.end() for found in _MARK.finditer(text))):
        passage = text[start : start + length]
        if len(passage) == length:
            yield passage.strip()


def _repeated(texts: Iterable[str], length: int) -> Collection[str]:
    """What stands in a policy more than once: a browser goes to the first."""
    counts = Counter(begin for text in texts for begin in begins_in(text, length))
    return {begin for begin, count in counts.items() if count > 1}


def _texts(policy: Policy, language: str) -> Iterator[str]:
    for clause in policy.document.clauses:
        english = policy.translations.get(clause.id)
        shown = clause if language == "zh" else english
        if shown:
            yield f"{shown.heading or ''}\n{shown.text}"
