"""Where a page of comparisons is made: its language, its address, and how it names places and measures."""

from dataclasses import dataclass, field

from digest.model.corpus import Policy
from digest.model.measures import Measure
from digest.pages.clauses import MISSING, name_of, state_of, wording
from digest.pages.evidence import FoundEvidence, evidence, evidence_link
from digest.pages.frame import Link, Setting
from digest.pages.particulars import dated, place_name, policy_title
from digest.pages.strings import LITERAL, UNTRANSLATED, Run, Runs, Words, run, translated
from digest.pages.validity import Phases, phases
from digest.text import urls
from digest.text.sentences import translated_part


@dataclass(frozen=True, slots=True)
class Quote:
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
        replaced = bool(self.setting.corpus.validity_of(policy.meta.slug).by)
        return tuple(
            each
            for language in self.languages
            for name in [place_name(place, language)]
            for each in (dated(self.setting, policy, name, language) if replaced else name)
        )

    def title(self, policy: Policy) -> Runs:
        """The title of a policy, in each language of the page."""
        return tuple(dict.fromkeys(each for one in self.languages for each in policy_title(policy, one)))

    def validity(self, policy: Policy) -> Phases:
        """Whether a policy can be relied on, for the macro of that name."""
        slug = policy.meta.slug
        if slug not in self._phases:
            self._phases[slug] = phases(self.setting, policy, self.language)
        return self._phases[slug]

    def clause(self, measure: Measure, length: int = 28) -> Runs:
        """The name of the clause of a measure."""
        language = "en" if self.language == "en" else "zh"
        return name_of(self.setting, measure.policy, measure.clause, language, length)

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
