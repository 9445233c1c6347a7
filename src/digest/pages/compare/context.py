"""Where a page of comparisons is made: its language, its address, and how it names places and measures."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from digest.model.corpus import Policy
from digest.model.measures import Measure
from digest.pages.clauses import MISSING, name_of, state_of, wording
from digest.pages.evidence import FoundEvidence, evidence, evidence_link
from digest.pages.frame import Link, Setting
from digest.pages.particulars import dated, place_name, policy_title
from digest.pages.prose import shortened
from digest.pages.strings import LITERAL, TAGS, UNTRANSLATED, Run, Runs, Words, for_readers, run, translated
from digest.pages.validity import Phases, phases
from digest.text import urls
from digest.text.sentences import translated_part


class Quote(NamedTuple):
    """A measure in its own words, and the way to them; ``state`` is that of a translation that is not reviewed, or
    lacks."""

    text: Runs
    name: Runs
    href: str
    state: Runs


@dataclass(frozen=True, slots=True)
class ComparisonContext:
    """A page in one language, or in ``both``. What it says of a policy or a clause it remembers: one page names them many
    times."""

    setting: Setting
    language: str
    here: str
    _places: dict[str, Runs] = field(default_factory=dict, init=False, repr=False, compare=False)
    _phases: dict[str, Phases] = field(default_factory=dict, init=False, repr=False, compare=False)
    _names: dict[tuple[str, str, int], Runs] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _found: dict[tuple[str, str], tuple[FoundEvidence, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def words(self) -> Words:
        return self.setting.words[self.language]

    @property
    def languages(self) -> tuple[str, ...]:
        return urls.LANGUAGES if self.language == "both" else (self.language,)

    @property
    def trail(self) -> tuple[Link, ...]:
        """The way to a page of comparisons in one language: home, then the comparisons."""
        ways = (
            ("frame.home", urls.home(self.language)),
            ("section.compare", urls.section(self.language, "compare")),
        )
        return tuple(Link(self.words[name], urls.relative(self.here, there)) for name, there in ways)

    def link(self, language: str, text: Runs, there: str) -> Link:
        """The way to a page in a language; for its readers alone, where this page speaks others as well."""
        tag = TAGS[language]
        return Link(text, urls.relative(self.here, there), tag, reader=tag if len(self.languages) > 1 else "")

    def place(self, policy: Policy) -> Runs:
        """The place of a policy, in each language of the page; the policy's slug where nobody knows it. An earlier
        edition has its year beside it (示例市（2022年）): the place itself has a later text."""
        slug = policy.meta.slug
        if slug not in self._places:
            self._places[slug] = self._place(policy)
        return self._places[slug]

    def _place(self, policy: Policy) -> Runs:
        place = self.setting.corpus.jurisdictions.get(policy.meta.jurisdiction.value or "")
        if place is None:
            return run(policy.meta.slug, "en", LITERAL)
        names = {language: place_name(place, language) for language in self.languages}
        if self.setting.corpus.validity_of(policy.meta.slug).by:
            names = {
                language: dated(self.setting, policy, name, language) for language, name in names.items()
            }
        return for_readers(names)

    def title(self, policy: Policy) -> Runs:
        """The title of a policy, in each language of the page."""
        return for_readers({language: policy_title(policy, language) for language in self.languages})

    def validity(self, policy: Policy) -> Phases:
        """Whether a policy can be relied on, for the macro of that name."""
        slug = policy.meta.slug
        if slug not in self._phases:
            self._phases[slug] = phases(self.setting, policy, self.language)
        return self._phases[slug]

    def clause(self, measure: Measure, length: int = 28) -> Runs:
        """The name of the clause of a measure, in each language of the page."""
        key = measure.doc, measure.clause.id, length
        if key not in self._names:
            policy, clause = measure.policy, measure.clause
            self._names[key] = for_readers(
                {each: name_of(self.setting, policy, clause, each, length) for each in self.languages}
            )
        return self._names[key]

    def heading(self, measure: Measure) -> Runs:
        """The heading of the clause of a measure, without its label; its name where it has none."""
        said = wording(measure.policy, measure.clause, "en" if self.language == "en" else "zh")
        mark = UNTRANSLATED if said.state == MISSING else ""
        return (Run(said.heading, said.lang, mark),) if said.heading else self.clause(measure, 40)

    def href(self, measure: Measure, start: int | None = None) -> str:
        """The way to the evidence at ``start``, else to the first of the measure, on the clause's page."""
        name = measure.doc, measure.clause.id
        if name not in self._found:
            self._found[name] = evidence(measure.policy.facts.get(measure.clause.id))
        found = self._found[name]
        exact = (each.anchor for each in found if each.start == start)
        inside = (each.anchor for each in found if measure.start <= each.start < measure.end)
        anchor = next(exact, None) or next(inside, "")
        return evidence_link(self.here, measure.doc, measure.clause.id, anchor)

    def quote(self, measure: Measure) -> Quote:
        """A measure in the language of the page: of a translation, the sentences that hold it."""
        state = state_of(measure.policy, measure.clause) if self.language == "en" else "reviewed"
        mark = self.words[f"translation.{state}"] if state != "reviewed" else ()
        return Quote(self.text(measure), self.clause(measure), self.href(measure), mark)

    def text(self, measure: Measure) -> Runs:
        """The words of a measure; Chinese where there is no English."""
        translation = measure.policy.translations.get(measure.clause.id)
        if self.language != "en" or translation is None:
            return run(measure.text, "zh", UNTRANSLATED if self.language == "en" else "")
        if measure.in_heading:
            english = translation.heading
        else:
            english = translated_part(measure.clause.text, translation.text, measure.start, measure.end)
        return translated(english, measure.text, "en")

    def beginning(self, measure: Measure) -> Runs:
        """The first words of a measure; nothing in a translation where other words stand before its own."""
        text = self.text(measure)
        length = _FIRST[text[0].lang] if text else 0
        if text and text[0].lang == TAGS["en"] and measure.start and text == self.text(_opening(measure)):
            return ()
        return tuple(each._replace(text=shortened(each.text, length)) for each in text)


_FIRST = {TAGS["zh"]: 28, TAGS["en"]: 80}
"""So many characters are the first words of a measure."""


def _opening(measure: Measure) -> Measure:
    """The first words of a clause, with its first sentence."""
    return replace(measure, start=0, end=1)
