"""Word lists that editors keep in content/*.toml, as frozen values.

A stage receives the list it needs as an argument; nothing here reads a file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class AgencyField:
    """What a body is in charge of: ``zh`` in full (发展和改革), ``short`` as lists print it (发改). ``bureau`` is the English
    of its 局 with ``{place}``, where it does not follow from field and organ."""

    zh: str
    en: str
    short: tuple[str, ...] = ()
    bureau: str = ""


@dataclass(frozen=True, slots=True)
class Organ:
    """What a body is called after its field: 局, 委员会 (short: 委), 厅.

    ``en`` is a template with ``{place}`` and ``{field}``; ``nation_zh`` goes before the field when
    the body is the nation's (国家发展和改革委员会, but 财政部).
    """

    zh: str
    en: str
    short: tuple[str, ...] = ()
    nation_zh: str = ""
    nation_en: str = ""


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """A body whose full name does not follow from field and organ.

    ``zh`` and ``en`` are templates: ``{place}`` is 深圳市, ``{short}`` 深圳. ``nation_zh`` and
    ``nation_en`` name the nation's own one.
    """

    names: tuple[str, ...]
    zh: str
    en: str
    nation_zh: str = ""
    nation_en: str = ""


class PlaceWords(NamedTuple):
    """Names that say of which place a policy is and are none of a place: kinds of ``zones``, and bodies of the ``nation``."""

    zones: tuple[str, ...]
    nation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """content/agencies.toml. The mappings are made from the lists, keyed by every printed form. ``duties`` make
    a body behind 由 responsible, ``subject_duties`` one that begins a sentence; a name with one of
    ``not_bodies`` is nobody in particular. ``zones`` are kinds of zones. ``any_duty`` and ``any_subject_duty`` are patterns of the
    lists."""

    fields: tuple[AgencyField, ...]
    organs: tuple[Organ, ...]
    named: tuple[NamedAgency, ...]
    duties: tuple[str, ...] = ("负责", "牵头", "承担")
    subject_duties: tuple[str, ...] = ("负责", "牵头", "承担")
    not_bodies: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    field_of: Mapping[str, AgencyField] = field(init=False, repr=False, compare=False)
    organ_of: Mapping[str, Organ] = field(init=False, repr=False, compare=False)
    named_of: Mapping[str, NamedAgency] = field(init=False, repr=False, compare=False)
    any_duty: str = field(init=False, repr=False, compare=False)
    any_subject_duty: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        fields = {name: entry for entry in self.fields for name in (entry.zh, *entry.short)}
        organs = {name: entry for entry in self.organs for name in (entry.zh, *entry.short)}
        named = {name: entry for entry in self.named for name in entry.names}
        object.__setattr__(self, "field_of", fields)
        object.__setattr__(self, "organ_of", organs)
        object.__setattr__(self, "named_of", named)
        object.__setattr__(self, "any_duty", any_of(self.duties))
        object.__setattr__(self, "any_subject_duty", any_of(self.subject_duties))

    @property
    def place_words(self) -> PlaceWords:
        """What of these words says of which place a policy is."""
        names = (name for each in self.named for name in (each.zh, each.nation_zh, *each.names))
        return PlaceWords(self.zones, tuple(sorted({name for name in names if _OF_NATION.match(name)})))

    def short_forms(self, name: str) -> Iterator[str]:
        """What a body with a full name is called for short, without its place: 深圳市发展和改革委员会 -> 发展改革委,
        发改委. Nothing for a name that does not follow from field and organ."""
        organ = max((each for each in self.organs if name.endswith(each.zh)), key=_length, default=None)
        if organ is None:
            return
        before = name.removesuffix(organ.zh)
        named = max((each for each in self.fields if before.endswith(each.zh)), key=_length, default=None)
        ends = organ.short or (organ.zh,)
        yield from (f"{short}{end}" for short in (named.short if named else ()) for end in ends)


_OF_NATION = re.compile("(?:中国|国家|中央)(?!.*[{])")


def _length(entry: AgencyField | Organ) -> int:
    return len(entry.zh)


@dataclass(frozen=True, slots=True)
class TypeName:
    """A genre or an instrument form (文种): its id, names, and the words that print it."""

    id: str
    zh: str
    en: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusName(TypeName):
    """A status. ``force`` is what it means for somebody who relies on the text: draft | issued | in_force | ended,
    empty where that is not known. ``stated`` is how pages state it in a field of their own (有效性：有效)."""

    force: str = ""
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadField:
    """What the head of a page prints before a value: number | issuers | made | published | effective |
    expires. In the index table of a web page, title_zh and status, too; other only ends the value before it."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageWords:
    """What saved web pages print around a text, in ``[page]`` of content/genres.toml; the lists are explained there.

    ``keys`` are those of an index table, and two of ``index_keys`` show that there is one.
    """

    keys: tuple[HeadField, ...] = ()
    index_keys: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    explanations: tuple[str, ...] = ()
    filing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """content/genres.toml. ``title_words`` fill the rest of a title that names no subject (若干, 工作); ``filler``
    is the pattern of them and of all kinds of document. ``title_ends`` end titles of no listed genre (章程, 标准);
    ``organs`` end the names of bodies that sign (人民政府). ``heads`` are the fields of page heads, ``page`` is what web pages have
    besides."""

    genres: tuple[TypeName, ...]
    forms: tuple[TypeName, ...]
    statuses: tuple[StatusName, ...]
    title_words: tuple[str, ...]
    title_ends: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    heads: tuple[HeadField, ...] = ()
    page: PageWords = PageWords()  # a frozen value
    filler: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kinds = (word for kind in (*self.genres, *self.forms) for word in kind.words)
        object.__setattr__(self, "filler", re.compile(any_of({*kinds, *self.title_words})))


@dataclass(frozen=True, slots=True)
class TargetWords:
    """content/targets.toml: the words around a figure that tell a goal from a statistic.

    ``comparators`` maps a printed word to one of ``>= > <= < ~``, ``after`` the words that follow the
    figure; ``joining_words`` of them set no bound (达到). ``periods`` gives the last year of a planning
    period (十四五 -> 2025); ``articles`` are the counters with which 一 is no count (一个). ``counters_en``
    has the counters that English prints, too. ``driving_verbs`` and ``object_verbs`` have an object that is counted where
    goals are stated; ``actors`` do what ``acting_verbs`` say (100家企业实施…), ``ending_verbs`` without an object
    (50家企业上市). ``openers`` begin another clause in a list of nouns, ``predicates`` end the noun of a share.
    ``wholes`` say only where something is counted (国外), ``enabling_words`` leave it to others to reach a
    figure. ``metric_nouns`` hold a verb of building and
    ``bare_measures`` keep one before them. The patterns are made from the lists.
    """

    goal_headings: tuple[str, ...]
    goal_words: tuple[str, ...]
    statistic_words: tuple[str, ...]
    weak_statistic_words: tuple[str, ...]
    grant_words: tuple[str, ...]
    condition_words: tuple[str, ...]
    build_verbs: tuple[str, ...]
    fund_words: tuple[str, ...]
    vague_amounts: tuple[str, ...]
    counters: tuple[str, ...]
    articles: tuple[str, ...]
    comparators: Mapping[str, str]
    after: Mapping[str, str]
    periods: Mapping[str, int]
    metrics_en: Mapping[str, str]
    counters_en: Mapping[str, str] = field(default_factory=dict)
    demand_words: tuple[str, ...] = ()
    standing_words: tuple[str, ...] = ()
    joining_words: tuple[str, ...] = ()
    hedging_words: tuple[str, ...] = ()
    enabling_words: tuple[str, ...] = ()
    driving_verbs: tuple[str, ...] = ()
    object_verbs: tuple[str, ...] = ()
    acting_verbs: tuple[str, ...] = ()
    ending_verbs: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    metric_nouns: tuple[str, ...] = ()
    bare_measures: tuple[str, ...] = ()
    longest_comparators: tuple[str, ...] = field(init=False, repr=False, compare=False)
    aiming: re.Pattern[str] = field(init=False, repr=False, compare=False)
    granting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    reporting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    weakly_reporting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    counter: re.Pattern[str] = field(init=False, repr=False, compare=False)
    after_figure: re.Pattern[str] = field(init=False, repr=False, compare=False)
    hedged: re.Pattern[str] = field(init=False, repr=False, compare=False)
    driving: re.Pattern[str] = field(init=False, repr=False, compare=False)
    leading_driver: re.Pattern[str] = field(init=False, repr=False, compare=False)
    leading_builder: re.Pattern[str] = field(init=False, repr=False, compare=False)
    only_verbs: re.Pattern[str] = field(init=False, repr=False, compare=False)
    acting: re.Pattern[str] = field(init=False, repr=False, compare=False)
    opening: re.Pattern[str] = field(init=False, repr=False, compare=False)
    predicate: re.Pattern[str] = field(init=False, repr=False, compare=False)
    vague: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        drivers, builders = any_of(self.driving_verbs), any_of(self.build_verbs)
        verbs = any_of((*self.build_verbs, *self.driving_verbs, *self.object_verbs, *self.openers))
        acts = rf"(?:{any_of(self.acting_verbs)}).+|(?:{any_of(self.ending_verbs)})$"
        vague = any_of(self.vague_amounts)
        patterns = {
            "aiming": rf"(?=({any_of(self.goal_words)}))",
            "granting": rf"(?=({any_of(self.grant_words)}))",
            "reporting": rf"(?<!以)(?=({any_of(self.statistic_words)}))",  # 10家以上年收入超亿元的企业 is of no 上年
            "weakly_reporting": rf"(?=({any_of(self.weak_statistic_words)}))",
            "counter": any_of(self.counters),
            "after_figure": any_of(self.after),
            "hedged": rf"(?:{any_of(self.hedging_words)})(?![到至在\d二])",
            "driving": rf"(?:{any_of((*self.driving_verbs, *self.object_verbs))})[^，、]{{0,14}}$",
            "leading_driver": rf"^(?:{drivers})++",
            "leading_builder": rf"^(?:{builders})(?:[、和及与或]?(?:{builders}))*+",
            "only_verbs": rf"(?:{verbs})++",
            "acting": rf"(?P<who>.{{0,30}}?(?:{any_of(self.actors)}))(?:全面|率先|成功|首次|顺利)?(?P<what>{acts})",
            "opening": rf"\s*(?:{verbs}|{vague})",
            "predicate": any_of(self.predicates),
            "vague": rf"(?:{builders})了?(?:{vague})的?(?P<noun>[^，；。]{{2,40}})",
        }
        for name, pattern in patterns.items():
            object.__setattr__(self, name, re.compile(pattern))
        object.__setattr__(
            self, "longest_comparators", tuple(sorted(self.comparators, key=len, reverse=True))
        )


def any_of(words: Iterable[str]) -> str:
    """The words as one pattern, the longest first; a pattern that never matches where there are none."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)"


@dataclass(frozen=True, slots=True)
class InstrumentKind:
    """A kind of support (支持方式). ``triggers`` are the words that name it, none for kinds told by the
    sentence; ``by_area`` marks kinds that are paid by floor space; ``stip`` is a code of the STIP taxonomy
    or None; ``side`` supply | environment | demand."""

    id: str
    name_zh: str
    name_en: str
    triggers: tuple[str, ...]
    by_area: bool = False
    stip: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """What a sum is counted by: a unit (平方米) or the scope of a ceiling (企业). ``time`` for 年, 月 ...

    ``en`` is the English of a unit where its id is not.
    """

    id: str
    printed: tuple[str, ...]
    time: bool = False
    en: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The words ``before`` and ``after`` a figure that compare it; ``sign`` is one of ``>= > <= < ~``."""

    sign: str
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """content/instruments.toml; the lists are explained there. ``kinds`` come in order of precedence."""

    kinds: tuple[InstrumentKind, ...]
    units: tuple[MeasureWord, ...]
    scopes: tuple[MeasureWord, ...]
    comparisons: tuple[Comparison, ...]
    give: tuple[str, ...]
    support: tuple[str, ...]
    brief: tuple[str, ...]
    nouns: tuple[str, ...]
    caps: tuple[str, ...]
    caps_after: tuple[str, ...]
    floors: tuple[str, ...]
    reach: tuple[str, ...]
    reach_after: tuple[str, ...]
    metrics: tuple[str, ...]
    fund_nouns: tuple[str, ...]
    fund_verbs: tuple[str, ...]
    never: tuple[str, ...]
    punish: tuple[str, ...]
    punish_not: tuple[str, ...]
    paid_out: tuple[str, ...]
    ended: tuple[str, ...]
    ended_after: tuple[str, ...]
    programmes: tuple[str, ...]
    acts: tuple[str, ...]
    deeds: tuple[str, ...]
    recipients: tuple[str, ...]
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term of the field: ``en`` is the rendering to use, ``accepted`` are other good ones, ``forbidden`` wrong
    ones that are likely; ``definition_zh`` and ``definition_en`` tell readers what it means, ``note`` tells
    translators how to use it; ``source`` names the policies in which it stands."""

    zh: str
    en: str
    accepted: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    definition_zh: str = ""
    definition_en: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryTitle:
    """The one English title of a cited document; ``number`` is its 文号."""

    zh: str
    en: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Glossary:
    """content/glossary.toml, in its order."""

    terms: tuple[GlossaryTerm, ...] = ()
    titles: tuple[GlossaryTitle, ...] = ()
    _english: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_english", {term.zh.lower(): term.en for term in self.terms})

    def english(self, word: str) -> str | None:
        """The rendering of a word, in large or small letters; None for one that is no term."""
        return self._english.get(word.lower())


@dataclass(frozen=True, slots=True)
class UnitNames:
    """A unit in both languages."""

    zh: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """The words beside a figure that say how it bounds: at most, at least, more than, less than (its ``id``)."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    en_before: tuple[str, ...]
    en_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """A size or level (its ``id``). ``en`` may be said only where the Chinese has one of ``zh``; where it has one of
    ``marks``, the English must have one of ``en`` or ``also``."""

    id: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    marks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationWords:
    """content/translation.toml: by what the English is compared with the Chinese. ``levels`` and ``bodies`` are the English
    words that say of which level the bodies of a list are (municipal, departments)."""

    counters: tuple[str, ...]
    units: tuple[UnitNames, ...]
    directions: tuple[Direction, ...]
    scopes: tuple[Scope, ...] = ()
    levels: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SameWords:
    """Words that mean the same: a ``[[same]]`` of content/search.toml."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What a question can ask for: an ``[[answer]]`` of content/search.toml. Questions ask with ``asked``, or with words of
    their subject (``about``); clauses that answer print one of ``printed``, or have ``facts`` of this name."""

    asked: tuple[str, ...]
    about: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    facts: str = ""


@dataclass(frozen=True, slots=True)
class SearchWords:
    """content/search.toml, where the keys are explained: by what a question is read."""

    ask: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    or_more: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    answer: tuple[AnswerWords, ...] = ()
    same: tuple[SameWords, ...] = ()


@dataclass(frozen=True, slots=True)
class InputWords:
    """A figure that a firm is asked for: an ``[[input]]`` of content/estimate.toml. It is what a share is taken of where the
    printed base has one of ``words`` and none of ``but``, and one of ``also`` where there are any; with a ``unit`` it is a number of
    such things, of supports of some ``kinds`` only where there are any. ``example`` is in whole yuan or of the unit, 0 for none."""

    id: str
    name_zh: str
    name_en: str
    words: tuple[str, ...] = ()
    unit: str = ""
    also: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    example: int = 0


@dataclass(frozen=True, slots=True)
class EstimateWords:
    """content/estimate.toml, where the keys are explained: what a firm is asked for; ``bodies`` and ``people`` are recipients that
    are no firms, ``unknown`` and ``growth`` words of bases that no firm knows, or that are a part of another figure only."""

    input: tuple[InputWords, ...] = ()
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    growth: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """content/places.toml, where the keys are explained. ``other_name`` is the pattern of what stands behind the name of a place
    where that is the name of something else."""

    nation: tuple[str, ...] = ()
    nation_numbers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    other_name: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pattern = rf"市?(?:{any_of(self.others)})|[\u4e00-\u9fff]{{0,4}}(?:{any_of(self.institutions)})"
        object.__setattr__(self, "other_name", re.compile(pattern))


@dataclass(frozen=True, slots=True)
class ProvisionKind:
    """What a text can say of its own use: a ``[[provision]]`` of content/provisions.toml. A sentence is of the kind that has one
    of ``words`` and none that is ``excluded``; a text where no sentence has one of ``silent`` says nothing of it."""

    id: str
    zh: str
    en: str
    words: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionWords:
    """content/provisions.toml, where the keys are explained."""

    provision: tuple[ProvisionKind, ...] = ()
    texts: tuple[str, ...] = ()
    making: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeywordWords:
    """content/keywords.toml, where the keys are explained: what can be a keyword, and what cannot."""

    verbs: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All word lists of a site."""

    agencies: AgencyWords
    documents: DocumentWords
    instruments: InstrumentWords
    targets: TargetWords
    glossary: Glossary
    search: SearchWords = field(default_factory=SearchWords)
    keywords: KeywordWords = field(default_factory=KeywordWords)
    estimate: EstimateWords = field(default_factory=EstimateWords)
    provisions: ProvisionWords = field(default_factory=ProvisionWords)
    places: PlaceNames = field(default_factory=PlaceNames)
