"""What stands out in the data of a site, with figures: rules that hold for any field, printed beside what they find.

Each rule gives the strongest of what it looks for, or nothing; the first rules that give something are shown. They weigh only
figures that clauses state, and sums only against sums whose caps apply to the same thing. Policies no longer in force are left
out, and no words of a clause are shown twice. Each rule looks at every fact once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from typing import Generic, NamedTuple, TypeVar

from digest.model.comparison import Offer, Verdict
from digest.model.corpus import Corpus, Policy
from digest.model.facts import AgencyRole, Cap, Citation, Instrument, Target
from digest.model.matches import ThemeMember
from digest.pages import amounts, figures
from digest.pages.agencies import agency_name
from digest.pages.bases import basis_of
from digest.pages.clauses import name_of
from digest.pages.compare.briefs import brief
from digest.pages.compare.naming import theme_name
from digest.pages.evidence import evidence, evidence_link
from digest.pages.frame import Link, Setting
from digest.pages.names import cited_title
from digest.pages.particulars import place_name
from digest.pages.strings import Runs, Words, joined, translated
from digest.pages.translated import english_of
from digest.pages.validity import Phases, phases
from digest.text import urls

MOST = 3
"""So many findings are shown, each with the figures of so many places at most."""

F = TypeVar("F", Instrument, Target)

Key = tuple[str, str, int]
"""The words that state a fact: slug, clause, start."""


class Statement(NamedTuple, Generic[F]):
    """A fact with its policy and the id of the clause that states it; ``cap`` is the one that is meant."""

    policy: Policy
    clause: str
    fact: F
    cap: Cap | None = None

    @property
    def key(self) -> Key:
        return self.policy.meta.slug, self.clause, self.fact.start


class Found(NamedTuple):
    """What a rule found: statements, about a theme (its id), or else about what is ``named`` most. ``number`` is by how much, or
    how often; ``rule`` is its name."""

    stated: tuple[Statement[Instrument] | Statement[Target], ...] = ()
    theme: str = ""
    named: AgencyRole | Citation | None = None
    number: float = 0
    rule: str = ""


class FindingFigure(NamedTuple):
    """A figure with the way to the words that state it, the place that does, and whether its policy can be relied on."""

    figure: Link
    place: Link | None
    validity: Phases


class Finding(NamedTuple):
    """A finding in one language: what the rule looks for in short, what was found, its figures, and what they count by."""

    rule: Runs
    about: Link
    figures: tuple[FindingFigure, ...]
    note: Runs


def find(corpus: Corpus) -> tuple[Found, ...]:
    """The findings of a site, in the order of the rules."""
    known = tuple(each for each in corpus.policies if corpus.validity_of(each.meta.slug).force != "ended")
    used: set[Key] = set()
    found: list[Found] = []
    for name, rule in _RULES.items():
        if len(found) < MOST and (each := rule(corpus, known, used)):
            found.append(each._replace(rule=name))
            used.update(statement.key for statement in each.stated)
    return tuple(found)


def rules(words: Words) -> tuple[Runs, ...]:
    """What each rule looks for, in their order."""
    return tuple(words[f"finding.rule_{name}"] for name in _RULES)


def view(setting: Setting, found: Found, language: str, here: str) -> Finding:
    """A finding in a language, for the page at ``here``."""
    maker = _View(setting, language, here)
    return Finding(
        setting.words[language][f"finding.{found.rule}"],
        maker.about(found),
        tuple(maker.figures(found)),
        maker.note(found),
    )


def _cap(corpus: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Found | None:
    """The highest cap on a theme that several places support."""
    found = max(
        _compared(corpus, known, used),
        key=lambda each: (_amount(each.stated[0]), len(each.stated), -each.number),
        default=None,
    )
    return found and found._replace(stated=found.stated[:MOST], number=0)


def _gap(corpus: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Found | None:
    """The measures that correspond whose caps differ most between two places, as a multiple."""

    def ratio(found: Found) -> float:
        return _amount(found.stated[0]) / _amount(found.stated[-1])

    found = max(
        _corresponding(corpus, known, used), key=lambda each: (ratio(each), -each.number), default=None
    )
    if found is None or ratio(found) <= 1:
        return None
    return found._replace(stated=(found.stated[0], found.stated[-1]), number=ratio(found))


def _growth(_: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Found | None:
    """The target that is the largest multiple of its baseline."""
    found = max(_targets(known, used), key=lambda each: _multiple(each.fact), default=None)
    if found is None or _multiple(found.fact) <= 1:
        return None
    return Found((found,), number=_multiple(found.fact))


def _sum(_: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Found | None:
    """The support with the largest sum in total."""
    found = max(_supports(known, used), key=lambda each: _total(each.fact), default=None)
    return Found((found,)) if found and _total(found.fact) else None


def _goal(_: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Found | None:
    """The largest target in money."""
    stated = (each for each in _targets(known, used) if each.fact.unit == "CNY")
    found = max(stated, key=lambda each: each.fact.value or 0, default=None)
    return found and Found((found,))


def _spread(corpus: Corpus, _known: Sequence[Policy], _used: Collection[Key]) -> Found | None:
    """The theme with measures of most policies."""
    compared = corpus.comparisons.themes
    number = {name: len({act.doc for act in found.acts}) for name, found in compared.items()}
    theme = max(number, key=number.__getitem__, default="")
    return Found(theme=theme, number=number[theme]) if theme and number[theme] > 1 else None


def _agency(_: Corpus, known: Sequence[Policy], _used: Collection[Key]) -> Found | None:
    """The agency that most clauses name."""
    number: dict[str, int] = {}
    roles: dict[str, AgencyRole] = {}
    for policy in known:
        for facts in policy.facts.values():
            named = {role.name_zh: role for role in facts.agencies}
            roles |= named
            for name in named:
                number[name] = number.get(name, 0) + 1
    name = max(number, key=number.__getitem__, default="")
    return Found(named=roles[name], number=number[name]) if name else None


def _cited(_: Corpus, known: Sequence[Policy], _used: Collection[Key]) -> Found | None:
    """The document that most policies cite."""
    number: dict[str, int] = {}
    documents: dict[str, Citation] = {}
    for policy in known:
        cited = {
            each.title: each
            for facts in policy.facts.values()
            for each in facts.citations
            if each.kind in ("citation", "abbreviation_use")
        }
        documents |= cited
        for title in cited:
            number[title] = number.get(title, 0) + 1
    title = max(number, key=number.__getitem__, default="")
    return Found(named=documents[title], number=number[title]) if title else None


_RULES: Mapping[str, Callable[[Corpus, Sequence[Policy], Collection[Key]], Found | None]] = {
    "cap": _cap,
    "gap": _gap,
    "growth": _growth,
    "sum": _sum,
    "goal": _goal,
    "spread": _spread,
    "agency": _agency,
    "cited": _cited,
}
"""By their names under ``[finding]`` of the words."""


def _compared(corpus: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Iterator[Found]:
    """The themes with the highest cap in each of several places, the highest first, for each thing that caps apply to.
    ``number`` counts the measures of the theme: of two findings alike, the one on the narrower theme is taken."""
    policies = {policy.meta.slug: policy for policy in known}
    subjects = _Subjects(corpus)
    for theme, compared in corpus.comparisons.themes.items():
        for offers in compared.offers:
            stated = [each for each in _capped(offers, policies, used) if subjects.is_about(each, theme)]
            yield from _ranked(stated, theme, len(compared.acts))


def _corresponding(corpus: Corpus, known: Sequence[Policy], used: Collection[Key]) -> Iterator[Found]:
    """The same for measures that correspond and whose caps were weighed and differ. The highest caps of a theme may be those
    of measures that only one place has."""
    policies = {policy.meta.slug: policy for policy in known}
    for theme, compared in corpus.comparisons.themes.items():
        for group in compared.groups:
            if any(row.name == "cap" and row.verdict is Verdict.DIFFERENT for row in group.rows):
                for offers in compared.offers:
                    inside = [each for each in offers if each.act in group.acts]
                    yield from _ranked(_capped(inside, policies, used), theme, len(compared.acts))


def _ranked(stated: Iterable[Statement[Instrument]], theme: str, number: int) -> Iterator[Found]:
    """The highest cap of each place, the highest first, where several places state one that applies to the very same thing."""
    best: dict[str, dict[str, Statement[Instrument]]] = {}
    for each in stated:
        place = each.policy.meta.jurisdiction.value
        own = best.setdefault(each.cap.scope if each.cap else "", {})
        if place and (place not in own or _amount(each) > _amount(own[place])):
            own[place] = each
    for own in best.values():
        if len(own) > 1:
            ranked = sorted(own.values(), key=lambda each: (-_amount(each), each.key))
            yield Found(tuple(ranked), theme, number=number)


class _Subjects:
    """What supports are about."""

    def __init__(self, corpus: Corpus) -> None:
        self._named: dict[tuple[str, str], list[tuple[str, ThemeMember]]] = {}
        for theme, members in corpus.theme_members.items():
            for each in members:
                self._named.setdefault((each.doc, each.clause), []).append((theme, each))

    def is_about(self, stated: Statement[Instrument], theme: str) -> bool:
        """Whether the words of a support name a theme more clearly than any other: a contest may be one of several ways of
        transferring technology that a cap is for."""
        at = stated.fact.start
        named = {
            other: each.score
            for other, each in self._named.get((stated.policy.meta.slug, stated.clause), ())
            if not each.spans or any(start <= at < end for start, end in each.spans)
        }
        own = named.pop(theme, 0.0)
        return all(own > score for score in named.values())


def _capped(
    offers: Iterable[Offer], policies: Mapping[str, Policy], used: Collection[Key]
) -> Iterator[Statement[Instrument]]:
    """The caps of what is given, not lent, of words that no finding has shown."""
    every = (
        Statement(policies[each.act.doc], each.act.clause, each.fact, each.cap)
        for each in offers
        if each.cap and each.cap.amount_yuan > 0 and each.act.doc in policies and not each.fact.is_capital
    )
    return (each for each in every if each.key not in used)


def _amount(stated: Statement[Instrument] | Statement[Target]) -> float:
    return stated.cap.amount_yuan if stated.cap else 0


def _supports(known: Sequence[Policy], used: Collection[Key]) -> Iterator[Statement[Instrument]]:
    every = (
        Statement(policy, clause, fact)
        for policy in known
        for clause, facts in policy.facts.items()
        for fact in facts.grants
    )
    return (each for each in every if each.key not in used)


def _total(fact: Instrument) -> float:
    """The largest sum in total that a support gives; 0 where it gives none."""
    basis = basis_of(fact)
    return basis.figure or 0 if basis.name == "total" else 0


def _targets(known: Sequence[Policy], used: Collection[Key]) -> Iterator[Statement[Target]]:
    """The targets with a figure."""
    every = (
        Statement(policy, clause, fact)
        for policy in known
        for clause, facts in policy.facts.items()
        for fact in facts.targets
        if fact.value is not None and isfinite(fact.value)
    )
    return (each for each in every if each.key not in used)


def _multiple(fact: Target) -> float:
    """How many times its baseline a target is, where both have a year; 0 for shares, and where that is not known."""
    years = fact.year is not None and fact.baseline_year is not None and fact.baseline_year < fact.year
    if not years or not fact.value or not fact.baseline_value or (fact.unit or "").startswith("percent"):
        return 0
    return fact.value / fact.baseline_value


class _View(NamedTuple):
    """Words findings in one language."""

    setting: Setting
    language: str
    here: str

    @property
    def words(self) -> Words:
        return self.setting.words[self.language]

    def about(self, found: Found) -> Link:
        """A theme leads to its comparison, a body or document to its table, anything else to its clause."""
        if found.theme:
            theme = next(each for each in self.setting.corpus.themes if each.id == found.theme)
            return self._link(theme_name(theme, self.language), urls.theme(self.language, found.theme))
        if isinstance(found.named, AgencyRole):
            return self._section(agency_name(found.named, self.language), "agencies")
        if found.named:
            return self._section(cited_title(found.named, self.language), "citations")
        stated = found.stated[0]
        clause = stated.policy.document.clause(stated.clause)
        if isinstance(stated.fact, Target):
            english = stated.fact.metric_en or english_of(stated.policy, clause, stated.fact)
            name = translated(english, stated.fact.metric_zh, self.language)
        else:
            name = name_of(self.setting, stated.policy, clause, self.language, 40)
        return self._link(name, urls.clause(stated.policy.meta.slug, stated.clause))

    def figures(self, found: Found) -> Iterator[FindingFigure]:
        """The figure of each place; of what is counted, the number."""
        for each in found.stated:
            yield FindingFigure(
                Link(self._figure(each), self._evidence(each)),
                self._place(each.policy),
                phases(self.setting, each.policy, self.language),
            )
        if not found.stated:
            kind = "clauses" if found.rule == "agency" else "policies"
            yield FindingFigure(
                self.about(found)._replace(text=self.words.count(kind, int(found.number))), None, ()
            )

    def note(self, found: Found) -> Runs:
        """By how much, and what the figures count by."""
        comma = self.words.plain("compare.comma")
        if found.theme and found.stated:
            caps = [each.cap for each in found.stated if each.cap]
            scope = amounts.scope(
                self.words, next((each for each in caps if each.scope_status == "inferred"), caps[0])
            )
            return joined(
                filter(None, (self._multiplied("times", found.number) if found.number else (), scope)), comma
            )
        for stated in found.stated:
            if isinstance(stated.fact, Instrument):
                return brief(self.words, self.setting.corpus.terms, stated.fact)
            due = amounts.due(self.words, stated.fact)
            start = amounts.baseline(self.words, self.setting.corpus.terms, stated.fact)
            if found.rule == "growth":
                return self._multiplied("grown", found.number, due=due, start=start)
            return due
        return ()

    def _multiplied(self, key: str, number: float, **values: Runs) -> Runs:
        """How many times as much, to one decimal."""
        rounded = round(number, 1)
        about = "" if rounded == number else "about_"
        return self.words.weave(f"finding.{about}{key}", factor=figures.number(rounded), **values)

    def _figure(self, stated: Statement[Instrument] | Statement[Target]) -> Runs:
        if isinstance(stated.fact, Target):
            return amounts.value(self.words, self.setting.corpus.terms, stated.fact)
        if stated.cap:
            return amounts.cap(self.words, stated.cap)
        return amounts.money(self.words, _total(stated.fact), "<=", currency="CNY")

    def _evidence(self, stated: Statement[Instrument] | Statement[Target]) -> str:
        found = evidence(stated.policy.facts.get(stated.clause))
        anchor = next((each.anchor for each in found if each.fact is stated.fact), "")
        return evidence_link(self.here, stated.policy.meta.slug, stated.clause, anchor)

    def _place(self, policy: Policy) -> Link | None:
        place = self.setting.corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
        if place is None:
            return None
        return self._link(place_name(place, self.language), urls.place(self.language, place.code))

    def _link(self, text: Runs, there: str) -> Link:
        return Link(text, urls.relative(self.here, there))

    def _section(self, text: Runs, name: str) -> Link:
        return self._link(text, urls.section(self.language, name))
