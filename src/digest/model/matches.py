"""Measures of different jurisdictions that correspond, and the words and weights that tell it.

A measure is a clause that acts; an act is the part of it with a verb and an object of its own. Acts are
matched, clauses are paired. Offsets are code points in ``Clause.text`` (in ``Clause.heading`` for a box
without text); ``evidence`` is what stands there, verbatim.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from digest.model.published import CLAUSE_ID, NOT_EMPTY, SHARE, SLUG, Zh, one_of
from digest.model.source import Place, Span

Reason = Annotated[
    str,
    one_of(
        "near_text",
        "same_object",
        "same_instrument",
        "same_figures",
        "shared_wording",
    ),
]
"""Why two measures correspond: nearly the same text; the same thing is supported, named by a noun phrase that both print; both do
what one instrument-level theme names; figures in common; telling words in common."""

Shown = Annotated[
    str,
    "how pages show it; possible: folded, to be read with doubt",
    Zh("页面如何显示：likely 为可比或可能可比，possible 为可比的可能性较小（折叠，须对照原文判断）"),
    one_of("likely", "possible"),
]
"""How sure a pair is for readers. What an editor joined is likely."""

Words = Annotated[
    tuple[str, ...],
    "telling words that both print, the most telling first",
    Zh("双方共有的关键词语，最能说明问题的在前"),
    {"maxItems": 6},
]


@dataclass(frozen=True, slots=True)
class Family:
    """Themes of one area: a row of content/themes.toml."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What measures are about: a row of content/themes.toml, where the keys are explained. ``family`` is the id of a
    Family, empty for a theme that has none."""

    id: str
    zh: str
    en: str
    about: str
    hints: tuple[str, ...]
    weak: tuple[str, ...]
    side: str
    stip: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    family: str = ""
    focus: float = 1.0


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """content/themes.toml."""

    themes: tuple[Theme, ...]
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """The figures of content/matching.toml, explained there. Words weigh their rarity (0 to 5.3)."""

    genre: float
    listed: float
    damping: float
    subject_words: int


@dataclass(frozen=True, slots=True)
class MatchingWords:
    """content/matching.toml: the words that cut a clause into acts, those who get support, and the weights of a match,
    explained there. ``actions`` are keyed by class of action; each value is a list of verbs joined by spaces."""

    context_headings: tuple[str, ...]
    leading: tuple[str, ...]
    permissive: tuple[str, ...]
    adverbial: tuple[str, ...]
    norms: tuple[str, ...]
    paying: tuple[str, ...]
    formula: tuple[str, ...]
    genre: tuple[str, ...]
    actions: Mapping[str, str]
    weights: Weights
    firms: tuple[str, ...] = ("企业", "厂商", "公司")
    firm_words: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a measure: ``start`` to ``end`` in its clause. ``in_heading`` says that the offsets count
    in the clause's heading, because it has no text of its own."""

    doc: str
    clause: str
    start: int
    end: int
    text: str
    in_heading: bool = False


class ActKey(NamedTuple):
    """What tells acts apart. A box without text acts in its heading: from 0 to 0."""

    doc: str
    clause: str
    start: int
    end: int


def key_of(act: Act) -> ActKey:
    """The key of an act."""
    start, end = (0, 0) if act.in_heading else (act.start, act.end)
    return ActKey(act.doc, act.clause, start, end)


@dataclass(frozen=True, slots=True)
class ActPair:
    """Two acts that correspond, with the same fields as the ``Match`` of their clauses."""

    a: Act
    b: Act
    grade: int
    shown: Shown
    score: float
    wording: float
    theme: str | None
    reasons: tuple[Reason, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Match:
    """Two clauses of different policies that correspond; ``a`` is the policy that stands first by slug.

    ``pairs`` are their acts, the best first (empty where an editor joined what no rule had found).
    ``ruling`` is that of the editor who joined them.
    """

    a_doc: Annotated[str, "slug of the first policy", Zh("前一份政策的代号"), SLUG]
    a_clause: Annotated[str, "id of the clause", Zh("其条款的编号"), CLAUSE_ID]
    b_doc: Annotated[str, "slug of the second policy", Zh("后一份政策的代号"), SLUG]
    b_clause: Annotated[str, "id of the clause", Zh("其条款的编号"), CLAUSE_ID]
    grade: Annotated[
        int,
        "2: at least one complete measure is the same instrument or nearly the same text; 1: comparable",
        Zh("2：至少有一项完整措施的支持方式相同或文字基本相同；1：可比"),
        one_of(1, 2),
    ]
    shown: Shown
    score: Annotated[
        float,
        "the probability that an analyst would put both in one row",
        Zh("分析人员认为两条可比的概率，0 至 1"),
        SHARE,
    ]
    theme: Annotated[str | None, "id of the theme both share most", Zh("双方最接近的共同主题的代号")]
    reasons: Annotated[
        tuple[Reason, ...],
        "why they correspond; none only where an editor joined what no rule had found",
        Zh("对应的理由；只有编者认定、规则没有找到的，才没有理由"),
        {"uniqueItems": True},
    ]
    words: Words
    evidence_a: Annotated[
        str,
        "the act of the first clause, verbatim (its heading where it has no text)",
        Zh("前一条款中的措施，照录原文（没有正文的，为其标题）"),
        NOT_EMPTY,
    ]
    evidence_b: Annotated[
        str, "the act of the second clause, verbatim", Zh("后一条款中的措施，照录原文"), NOT_EMPTY
    ]
    decided_by: Annotated[
        str, "who joined them", Zh("由谁认定：rule 为规则，editor 为编者"), one_of("rule", "editor")
    ]
    wording: Annotated[
        float, "the share of wording that they have in common", Zh("共同文字的比例，0 至 1"), SHARE
    ]
    relation: Annotated[
        str,
        "whether one policy says, or by citing it shows, that it carries out the other; peers: neither is known to",
        Zh("一方是否写明落实另一方，或者从引用可以看出；peers：未发现一方落实另一方"),
        one_of("peers", "a_implements_b", "b_implements_a"),
    ]
    pairs: tuple[ActPair, ...] = ()
    ruling: "Ruling | None" = None


@dataclass(frozen=True, slots=True)
class ThemeMember:
    """A measure with a theme. The theme is its own where its heading or most of its acts name it; ``spans`` are the
    acts in its text that name it."""

    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    clause: Annotated[str, "id of the clause", Zh("条款的编号"), CLAUSE_ID]
    grade: Annotated[
        int,
        "2: the measure's own theme; 1: one of several",
        Zh("2：该措施自己的主题；1：若干主题之一"),
        one_of(1, 2),
    ]
    score: Annotated[float, "how clearly it names the theme", Zh("该措施与主题的相符程度，0 至 1"), SHARE]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's verdict on a pair: same | comparable | different. ``a`` and ``b`` are
    ``slug#clause-id``; ``a_hash`` and ``b_hash`` the hashes of the texts the editor saw, or their first 8 digits, empty where
    the ruling says none; ``who_zh`` is ``who`` for Chinese readers, where that is another word;
    ``day`` ISO 8601; ``places`` where content/rulings.toml names a and b."""

    a: str
    b: str
    verdict: str
    who: str
    who_zh: str = field(default="", kw_only=True)
    day: str
    why: str
    a_hash: str
    b_hash: str
    places: tuple[Place, Place] = field(default=(Place(0, 1), Place(0, 1)), compare=False)

    @property
    def line(self) -> int:
        """The line of content/rulings.toml."""
        return self.places[0].line
