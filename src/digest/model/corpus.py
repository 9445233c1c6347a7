"""The whole house in one frozen value, and what editors state about its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from digest.model.addresses import Addresses
from digest.model.changes import Log
from digest.model.comparison import Comparisons
from digest.model.document import Document
from digest.model.editions import NO_EDITIONS, Editions
from digest.model.facts import ClauseFacts, Resolution
from digest.model.keywords import Keywords
from digest.model.ledger import Ledger
from digest.model.matches import Family, Match, Theme, ThemeMember
from digest.model.page import EditorPage
from digest.model.phrases import Phrase, Rendering
from digest.model.problem import Problem
from digest.model.quality import Quality
from digest.model.source import LineRule, Source
from digest.model.validity import Validity
from digest.model.vocabulary import AgencyWords, EstimateWords, Glossary, SearchWords, Vocabulary

T = TypeVar("T")


_NOTHING_KNOWN = Validity()


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value with its standing.

    ``basis``: printed | inferred | external | unknown; ``how`` says where it was taken from, a code of ``REASONS``;
    ``sure``: high | medium | low, None for printed values. ``how_zh`` and ``how_en`` are words that say more than the
    code does, or stand for it: each may be missing.
    """

    value: T | None
    basis: str
    how: str | None = None
    sure: str | None = None
    how_zh: str | None = None
    how_en: str | None = None


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place that issues policies. ``code`` is GB/T 2260 (six digits, 000000 for the nation);
    ``level``: nation | province | prefecture | county | zone; ``parent`` is a code or None. ``drafted``: nobody has
    read its English, a rule made it."""

    code: str
    name_zh: str
    name_en: str
    level: str
    parent: str | None
    drafted: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """The names of a value from a closed list, such as the genre ``action_plan``."""

    name_zh: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How a policy stands to another document. ``kind``: explains | implements | supersedes |
    amends | cites. ``target`` is a policy's slug or a printed title."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class PolicyMeta:
    """policy.toml of one policy. Dates are ISO 8601, shortened where the day or month is not
    known (``2022-06``); ``period`` is what a plan is for (``2021/2023``), which is no date of expiry. ``genre``
    (action_plan, measures, drafting_explanation ...) and ``form`` (文种: notice, opinion ...) are ids of
    content/genres.toml. ``lines`` are rules for single lines of the text. ``review_zh`` and ``review_en`` say how the English that
    counts as reviewed was reviewed, and by whom. A ``draft`` is not published yet."""

    slug: str
    title_zh: Stated[str]
    title_en: str | None
    short_titles: tuple[str, ...]
    issuers: Stated[tuple[str, ...]]
    number: Stated[str]
    made: Stated[str]
    published: Stated[str]
    effective: Stated[str]
    expires: Stated[str]
    genre: Stated[str]
    form: Stated[str]
    status: Stated[str]
    jurisdiction: Stated[str]
    relations: tuple[Relation, ...]
    source_file: str
    source_url: str | None
    source_sha256: str
    period: Stated[str] = Stated(None, "unknown")
    lines: tuple[LineRule, ...] = ()
    draft: bool = False
    review_zh: str | None = None
    review_en: str | None = None


@dataclass(frozen=True, slots=True)
class ProposedFacts:
    """What the text itself says of its title, issuers and dates, for policy.toml to confirm.

    ``title`` is the full one (of the notice), ``inner_title`` that of the document it carries;
    ``explained`` the document an explanation is about; ``how_zh`` quotes the words, where the code of ``how`` is not enough.
    """

    title: Stated[str]
    inner_title: Stated[str]
    explained: str | None
    short_titles: tuple[str, ...]
    issuers: Stated[tuple[str, ...]]
    addressee: Stated[str]
    number: Stated[str]
    made: Stated[str]
    published: Stated[str]
    effective: Stated[str]
    expires: Stated[str]
    genre: Stated[str]
    form: Stated[str]
    status: Stated[str]
    relations: tuple[Relation, ...]
    period: Stated[str] = Stated(None, "unknown")


@dataclass(frozen=True, slots=True)
class PolicyText:
    """One policy as it was received: what editors state about it, its text, and the ledger of its ids."""

    meta: PolicyMeta
    source: Source
    ledger: Ledger = field(default_factory=Ledger)


@dataclass(frozen=True, slots=True)
class Site:
    """site.toml. ``base_url`` ends with a slash; ``english_from`` is the percentage of a policy's clauses that must
    have English up to date before search engines are offered its English page. ``icp`` and ``public_security`` are the
    record numbers that sites in China show, as they were given. ``embeds``: other sites may show clauses on cards."""

    title_zh: str
    title_en: str
    base_url: str
    languages: tuple[str, ...]
    contact: str
    licence: str
    english_from: int = 50
    icp: str | None = None
    public_security: str | None = None
    embeds: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Everything editors wrote, before anything is made of it. ``jurisdictions``, by code, are the places that the project
    describes itself; ``terms`` are keyed by list (genre, form, status) and id; ``policies`` are sorted by slug, ``pages``
    by name and language; ``quality`` is what was measured of the program; ``left_out`` are the slugs of policies
    that could not be read, and of drafts that are not to be shown; ``addresses`` are those that were published,
    ``changes`` the log of what was published when."""

    site: Site
    jurisdictions: Mapping[str, Jurisdiction]
    policies: tuple[PolicyText, ...]
    vocabulary: Vocabulary
    terms: Mapping[tuple[str, str], Term]
    pages: tuple[EditorPage, ...]
    quality: Quality = field(default_factory=Quality)
    addresses: Addresses = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    changes: Log = field(default_factory=Log)


@dataclass(frozen=True, slots=True)
class Translation:
    """English of one clause. ``state``: reviewed | machine | stale. ``was_zh`` is the Chinese that
    a stale translation belongs to. Heading and text are apart, like in the clause."""

    heading: str | None
    text: str
    state: str
    was_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy with all that is known of it; mappings are keyed by clause id, but for ``names``: the English of its short
    titles, its issuers and the documents it names as related, by the Chinese in ``meta``; what has none is not in there.
    ``phrases`` are those of its facts and names that no word list has English for: translators are asked for it.

    ``silent`` are the kinds of provisions of which the whole text says nothing.

    ``problems`` are what the parser found odd in the text, and where it contradicts policy.toml;
    ``ledger`` holds every clause id that was ever published.
    """

    meta: PolicyMeta
    document: Document
    facts: Mapping[str, ClauseFacts]
    translations: Mapping[str, Translation]
    problems: tuple[Problem, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    keywords: Keywords = field(default_factory=Keywords)
    names: Mapping[str, Rendering] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything the pages are made from. ``jurisdictions`` are all there are, by code; ``policies`` are
    sorted by slug; ``terms`` name the ids of the closed lists (genre, form, status, instrument, unit,
    counter), keyed by list and id; ``pages`` are the editors' own, sorted by name and language;
    ``resolutions`` says, by slug and clause id, where each citation of a clause leads, in the order of
    ``ClauseFacts.citations``; ``matches`` are the clauses that correspond, ``theme_members`` the measures
    of each of the ``themes``, by its id, in the order of slugs and texts (themes that no policy has are ``unused_themes``), and
    ``families`` join themes of one area; ``comparisons`` are all that is said of
    measures beside each other; ``validity`` says of each policy, by its slug, whether it can be relied on. ``quality`` is
    what was measured on labelled texts, ``glossary`` the words of the field; by ``agencies`` bodies are known under short
    names, by ``search`` questions are read, ``estimate`` says what firms are asked for. ``addresses`` are those that were
    published, whether their pages still exist or not. ``copies``
    are near copies of other policies, by slug, each with the one that is compared in its place.
    ``changes`` is the log of what was published
    when."""

    site: Site
    jurisdictions: Mapping[str, Jurisdiction]
    policies: tuple[Policy, ...]
    terms: Mapping[tuple[str, str], Term] = field(default_factory=dict)
    pages: tuple[EditorPage, ...] = ()
    quality: Quality = field(default_factory=Quality, kw_only=True)
    glossary: Glossary = field(default_factory=Glossary, kw_only=True)
    agencies: AgencyWords = field(default_factory=lambda: AgencyWords((), (), ()), kw_only=True)
    search: SearchWords = field(default_factory=SearchWords, kw_only=True)
    estimate: EstimateWords = field(default_factory=EstimateWords, kw_only=True)
    resolutions: Mapping[str, Mapping[str, tuple[Resolution, ...]]] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    themes: tuple[Theme, ...] = ()
    unused_themes: tuple[Theme, ...] = field(default=(), kw_only=True)
    families: tuple[Family, ...] = field(default=(), kw_only=True)
    theme_members: Mapping[str, tuple[ThemeMember, ...]] = field(default_factory=dict)
    comparisons: Comparisons = field(default_factory=Comparisons)
    validity: Mapping[str, Validity] = field(default_factory=dict, kw_only=True)
    editions: Editions = field(default=NO_EDITIONS, kw_only=True)
    copies: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    addresses: Addresses = field(default_factory=dict, kw_only=True)
    changes: Log = field(default_factory=Log, kw_only=True)
    _replaced: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        replaced: dict[str, list[str]] = {}
        for slug, known in self.validity.items():
            for later in dict.fromkeys(known.by):
                replaced.setdefault(later, []).append(slug)
        object.__setattr__(self, "_replaced", {later: tuple(found) for later, found in replaced.items()})

    def validity_of(self, slug: str) -> Validity:
        """Whether a policy can be relied on; unknown where nothing was found out."""
        return self.validity.get(slug, _NOTHING_KNOWN)

    def newest_of(self, slug: str) -> tuple[str, ...]:
        """The texts that stand at the end of the chain of those that supersede a policy; none where nothing does."""
        found: dict[str, None] = {}
        seen, waiting = {slug}, [*self.validity_of(slug).by]
        while waiting:
            each = waiting.pop(0)
            if each not in seen:
                seen.add(each)
                later = self.validity_of(each).by
                waiting += later
                found |= {} if later else {each: None}
        return tuple(found)

    def replaced_by(self, slug: str) -> tuple[str, ...]:
        """The policies that a policy supersedes itself."""
        return self._replaced.get(slug, ())
