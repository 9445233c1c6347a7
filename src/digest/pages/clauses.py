"""What a clause says in each language, and how pages name it."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from digest.cite.locators import label_en, label_zh, locator_en, locator_zh
from digest.model import ledger
from digest.model.corpus import Policy
from digest.model.document import Clause, Kind
from digest.pages.frame import Setting
from digest.pages.prose import Paragraph, mixed, paragraphs, shortened
from digest.pages.strings import ID, QUOTED, TAGS, UNTRANSLATED, Run, Runs, for_readers, joined
from digest.text import urls
from digest.text.entries import labelled
from digest.text.pairing import same_words, wording_of

MISSING = "missing"
"""The state of a clause nobody has translated; the others are those of ``Translation``."""


class ClauseWording(NamedTuple):
    """What a clause says in one language; the fields are those of ``Spoken``."""

    lang: str
    label: str | None
    heading: str | None
    text: str
    state: str | None

    @property
    def beginning(self) -> str:
        """The first paragraph."""
        return self.text.partition("\n")[0]


class Spoken(NamedTuple):
    """A clause in one language of the site.

    ``lang`` is the tag of what is really shown: Chinese where English is missing. ``state`` is that
    of the translation (reviewed | machine | stale | missing), None for the original.
    """

    lang: str
    label: str | None
    heading: str | None
    paragraphs: tuple[Paragraph, ...]
    state: str | None

    @property
    def headline(self) -> Paragraph:
        """The heading, its figures set apart."""
        return paragraphs(self.heading)[0] if self.heading else ()

    @property
    def beginning(self) -> str:
        """The first paragraph as plain text."""
        return "".join(segment.text for segment in self.paragraphs[0]) if self.paragraphs else ""


def spoken(policy: Policy, clause: Clause, language: str) -> Spoken:
    """A clause as a page in ``language`` shows it."""
    said = wording(policy, clause, language)
    return Spoken(said.lang, said.label, said.heading, paragraphs(said.text), said.state)


def wording(policy: Policy, clause: Clause, language: str) -> ClauseWording:
    """A clause in a language, not yet laid out."""
    translation = policy.translations.get(clause.id) if language == "en" else None
    if translation is not None:
        label = label_en(clause.label, clause.kind) or clause.label
        return ClauseWording(TAGS["en"], label, translation.heading, translation.text, translation.state)
    state = MISSING if language == "en" else None
    return ClauseWording(TAGS["zh"], clause.label, clause.heading, clause.text, state)


def reads_on(policy: Policy, old: str) -> bool:
    """Whether the clause to which a former id leads still reads as that of the id was published. What was merged into
    another clause, or was led there by an editor, does not."""
    last = policy.ledger.last(old)
    return last is None or same_words(wording_of(policy.document.clause(policy.ledger.end(old))), last)


def state_of(policy: Policy, clause: Clause) -> str:
    """The state of a clause's translation: reviewed | machine | stale | missing."""
    translation = policy.translations.get(clause.id)
    return MISSING if translation is None else translation.state


def states(policy: Policy) -> Counter[str]:
    """How many clauses of a policy are in each state of translation."""
    return Counter(state_of(policy, clause) for clause in policy.document.clauses)


def up_to_date(policy: Policy) -> float:
    """Percent of the clauses with English that belongs to the Chinese as it is; 100 where there is none to translate."""
    counts, total = states(policy), len(policy.document.clauses)
    return 100 * (counts["reviewed"] + counts["machine"]) / total if total else 100.0


def name_of(setting: Setting, policy: Policy, clause: Clause, language: str, length: int = 28) -> Runs:
    """A short name for links: label and heading, else the label and the first words, else the kind of clause and the first
    words in quotation marks."""
    kind = setting.words[language][f"kind.{clause.kind}"]
    return _named(wording(policy, clause, language), clause.label, clause.kind, kind, length)


@lru_cache(maxsize=4096)  # a pure function; pages name a clause many times
def _named(said: ClauseWording, printed: str | None, kind: Kind, kind_name: Runs, length: int) -> Runs:
    mark = UNTRANSLATED if said.state == MISSING else ""
    label = label_en if said.lang == TAGS["en"] else label_zh
    shown = label(printed, kind)
    if said.heading:
        text = labelled(shown, said.heading)
        return (Run(shortened(text, length * (1 if said.lang == TAGS["zh"] else 3)), said.lang, mark),)
    if shown:
        return (Run(shortened(labelled(shown, said.beginning), length), said.lang, mark),)
    if not said.beginning:
        return kind_name
    return joined((kind_name, (Run(_quoted(said.beginning, length), said.lang, mark),)))


def locator(policy: Policy, clause: Clause, language: str) -> Runs:
    """Where a clause stands, as its text prints it: 三、（二）, Section III (2). What prints nothing is named by its id."""
    zh, en = locator_zh(clause), locator_en(clause, policy.translations.get(clause.id))
    said = mixed((en if language == "en" else zh) or "", language)
    if not said:
        return name_of_id(policy.meta.slug, clause.id)
    return tuple(each if each.lang == TAGS[language] else each._replace(kind=QUOTED) for each in said)


def name_of_former(policy: Policy, old: str, language: str, length: int = 28) -> Runs:
    """The name of a clause that moved or is gone, as it was printed when it was last published, else its id."""
    last = policy.ledger.last(old)
    return (name_of_wording(last, language, length) if last else ()) or name_of_id(policy.meta.slug, old)


def name_of_id(doc: str, clause: str) -> Runs:
    """An id, where nothing else is known of a clause: with its policy, as code, so that it is not read as a number of the
    text."""
    return (Run(f"{doc}#{clause}", TAGS["en"], ID),)


def name_of_wording(said: ledger.Wording, language: str, length: int) -> Runs:
    """The name of a clause as it was printed once; nothing where it printed nothing."""
    label, first = label_zh(said.label), said.heading or said.text.partition("\n")[0]
    name = shortened(labelled(label, first), length) if label else _quoted(first, length) if first else ""
    return (Run(name, TAGS["zh"], UNTRANSLATED if language == "en" else ""),) if name else ()


def _quoted(text: str, length: int) -> str:
    """The first words of a text, as a name for what has none."""
    return f"“{shortened(text, length)}”"


def names_of(setting: Setting, policy: Policy, clause: Clause, length: int = 28) -> Runs:
    """The name of a clause in each language, for pages that speak both."""
    return for_readers(
        {language: name_of(setting, policy, clause, language, length) for language in urls.LANGUAGES}
    )


def ancestors(by_id: Mapping[str, Clause], clause: Clause) -> tuple[Clause, ...]:
    """The clauses above a clause, the top one first."""
    chain: list[Clause] = []
    above = clause.parent
    while above is not None:
        chain.append(by_id[above])
        above = by_id[above].parent
    return tuple(reversed(chain))


def has_head(clause: Clause) -> bool:
    """Whether a clause stands under a line of its own: a heading, or the label of a chapter, section
    or article. Other labels run into the text."""
    headed = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.BOX)
    return bool(clause.heading) or (clause.label is not None and (clause.kind in headed or not clause.text))
