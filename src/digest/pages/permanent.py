"""The permanent page of a clause: both languages, its place in the text, its neighbours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.pages.changed import changed_since
from digest.pages.clause_facts import FactGroup, fact_groups
from digest.pages.clauses import MISSING, Spoken, ancestors, english_label, name_of, spoken
from digest.pages.compare.counterparts import Counterpart, counterparts
from digest.pages.compare.desk import Desk
from digest.pages.compare.index import Index
from digest.pages.frame import Frame, Link, Setting, Standing, make_frame
from digest.pages.linked import Form, clause_forms
from digest.pages.marked import NO_MARKS, MarkedText, marked_text
from digest.pages.particulars import policy_title
from digest.pages.prose import shortened, unbroken
from digest.pages.related import Like, similar_to, tags
from digest.pages.terms import Explainer, Explanations, Terms, make_terms
from digest.pages.words import TAGS, Runs, run
from digest.search.similar import Name, Similar, similar_clauses
from digest.text import ids, urls
from digest.text.changes import Change


@dataclass(frozen=True, slots=True)
class Side:
    """A clause in one language: the language's name, a note on its standing, the way to the full text.
    ``said`` is None, and ``excuse`` stands instead, where there is no translation; ``marked`` is the text
    of the original once more, with what stands out in it, ``legend`` names the kinds of marks; ``changed`` is how the
    Chinese has changed since it was translated."""

    name: Runs
    note: Runs
    state: str
    said: Spoken | None
    marked: MarkedText
    legend: tuple[tuple[str, Runs], ...]
    changed: Change | None
    excuse: Runs
    full_text: str
    full_text_name: Runs


@dataclass(frozen=True, slots=True)
class ClausePage:
    """What clause.html receives. ``version`` are the first 8 hex digits of the text's hash; ``terms`` are those
    marked in the text, ``tags`` the words it is about; ``similar`` are clauses about the same that are no
    counterparts."""

    frame: Frame
    forms: tuple[Form, ...]
    title: Runs
    kind: Runs
    tags: tuple[Link, ...]
    document: tuple[Link, ...]
    sides: tuple[Side, ...]
    facts: tuple[FactGroup, ...]
    counterparts: tuple[Counterpart, ...]
    similar: tuple[Like, ...]
    parts: tuple[Link, ...]
    terms: Explanations
    address: str
    version: str
    lines: Runs
    placeholder: Runs | None
    before: Link | None
    after: Link | None


def make_clauses(setting: Setting) -> Iterator[Page]:
    """One page for each clause, the same for both languages."""
    index, terms = Index.of(setting.corpus), make_terms(setting.corpus.glossary)
    similar = similar_clauses(setting.corpus.policies)
    for policy in setting.corpus.policies:
        maker = _Maker(setting, policy, index, terms, similar)
        yield from map(maker.page, policy.document.clauses)


class _Maker:
    """Makes the pages of one policy."""

    def __init__(
        self,
        setting: Setting,
        policy: Policy,
        index: Index,
        terms: Mapping[str, Terms],
        similar: Mapping[Name, Sequence[Similar]],
    ) -> None:
        self._setting, self._policy, self._index = setting, policy, index
        self._terms, self._similar = terms, similar
        self._clauses = policy.document.clauses
        self._by_id = {clause.id: clause for clause in self._clauses}
        self._parts: dict[str | None, list[Clause]] = {}
        for clause in self._clauses:
            self._parts.setdefault(clause.parent, []).append(clause)

    def page(self, clause: Clause) -> Page:
        """The page of a clause."""
        setting, policy, both = self._setting, self._policy, self._setting.words["both"]
        here = urls.clause(policy.meta.slug, clause.id)
        versions = {
            language: (urls.policy(language, policy.meta.slug), clause.id) for language in urls.LANGUAGES
        }
        documents = tuple(
            Link(policy_title(policy, each), urls.relative(here, path), TAGS[each])
            for each, (path, _) in versions.items()
        )
        title = _title(setting, policy, clause)
        heading = run(f"{title[0].text} – {documents[0].text[0].text}", "zh")
        place = tuple(self._link(here, above) for above in ancestors(self._by_id, clause))
        before, after = self._neighbour(clause, -1), self._neighbour(clause, 1)
        first, last = clause.lines
        explained, desk = Explainer(self._terms), Desk(setting, "both", here)
        value = ClausePage(
            frame=make_frame(
                setting,
                Standing("both", here, versions, "policies"),
                heading,
                trail=(documents[0], *place),
                description=shortened(clause.text or title[0].text, 120),
            ),
            forms=clause_forms(policy.meta.slug, clause.id, here),
            title=unbroken(title),
            kind=both[f"kind.{clause.kind}"],
            tags=tags(setting, policy.keywords.clauses.get(clause.id, ()), "zh", here),
            document=documents,
            sides=tuple(_side(setting, policy, clause, language, explained) for language in urls.LANGUAGES),
            facts=fact_groups(setting, policy, clause, here),
            counterparts=counterparts(desk, self._index, policy, clause),
            similar=similar_to(desk, self._index, self._similar, policy, clause),
            parts=tuple(self._link(here, part) for part in self._parts.get(clause.id, ())),
            terms=explained.explanations(setting, here, urls.LANGUAGES),
            address=setting.absolute(here),
            version=ids.text_hash(clause.text)[:8],
            lines=both.fill("clause.line" if first == last else "clause.lines", first=first, last=last),
            placeholder=both["clause.placeholder"] if clause.placeholder else None,
            before=self._link(here, before) if before else None,
            after=self._link(here, after) if after else None,
        )
        return Page(here, "clause.html", value)

    def _link(self, here: str, clause: Clause) -> Link:
        there = urls.clause(self._policy.meta.slug, clause.id)
        return Link(name_of(self._setting, self._policy, clause, "zh"), urls.relative(here, there))

    def _neighbour(self, clause: Clause, step: int) -> Clause | None:
        """The clause that stands before (-1) or after (1) another in reading order."""
        at = clause.order + step
        return self._clauses[at] if 0 <= at < len(self._clauses) else None


def _side(setting: Setting, policy: Policy, clause: Clause, language: str, explained: Explainer) -> Side:
    words = setting.words[language]
    said = spoken(policy, clause, language)
    marked = NO_MARKS
    if language == "zh":
        marked = explained.marked(marked_text(clause.text, policy.facts.get(clause.id)), clause)
    elif said.state != MISSING:
        said = explained.said(said, clause)
    note = words["clause.prevails" if language == "zh" else f"translation.{said.state}"]
    return Side(
        name=words["clause.original" if language == "zh" else "clause.english"],
        note=note,
        state=said.state or "original",
        said=None if said.state == MISSING else said,
        marked=marked,
        legend=tuple((kind, setting.words["both"][f"marks.{kind}"]) for kind in marked.kinds),
        changed=changed_since(policy, clause) if language == "en" else None,
        excuse=words["translation.excuse"],
        full_text=urls.relative(
            urls.clause(policy.meta.slug, clause.id), urls.policy(language, policy.meta.slug), clause.id
        ),
        full_text_name=words[f"clause.in_{language}"],
    )


def _title(setting: Setting, policy: Policy, clause: Clause) -> Runs:
    """The name of a clause, with its English where there is one."""
    chinese = name_of(setting, policy, clause, "zh", 60)
    if clause.id in policy.translations:
        english = policy.translations[clause.id].heading
        if english:
            return (*chinese, *run(f"{english_label(clause) or ''} {english}".strip(), "en"))
    return chinese
