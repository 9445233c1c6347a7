"""The permanent page of a clause: both languages, its place in the text, its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.page import Page
from digest.pages.clauses import MISSING, Spoken, ancestors, english_label, name_of, spoken
from digest.pages.frame import Frame, Link, Setting, Standing, make_frame
from digest.pages.particulars import policy_title
from digest.pages.prose import shortened
from digest.pages.words import TAGS, Run, Runs, plain, run
from digest.text import ids, urls


@dataclass(frozen=True, slots=True)
class Side:
    """A clause in one language: the language's name, a note on its standing, the way to the full text.
    ``said`` is None, and ``excuse`` stands instead, where there is no translation."""

    name: Runs
    note: Runs
    state: str
    said: Spoken | None
    excuse: Runs
    full_text: str
    full_text_name: Runs


@dataclass(frozen=True, slots=True)
class ClausePage:
    """What clause.html receives. ``version`` are the first 8 hex digits of the text's hash."""

    frame: Frame
    title: Runs
    kind: Runs
    document: tuple[Link, ...]
    sides: tuple[Side, ...]
    place: tuple[Link, ...]
    parts: tuple[Link, ...]
    address: str
    version: str
    lines: Runs
    placeholder: Runs | None
    before: Link | None
    after: Link | None


def make_clauses(setting: Setting) -> Iterator[Page]:
    """One page for each clause, the same for both languages."""
    for policy in setting.corpus.policies:
        clauses = policy.document.clauses
        parts: dict[str | None, list[Clause]] = {}
        for clause in clauses:
            parts.setdefault(clause.parent, []).append(clause)
        for at, clause in enumerate(clauses):
            around = (clauses[at - 1] if at else None, clauses[at + 1] if at + 1 < len(clauses) else None)
            yield _page(setting, policy, clause, parts.get(clause.id, []), around)


def _page(
    setting: Setting,
    policy: Policy,
    clause: Clause,
    parts: list[Clause],
    around: tuple[Clause | None, Clause | None],
) -> Page:
    slug = policy.meta.slug
    here = urls.clause(slug, clause.id)
    both = setting.words["both"]

    def link(other: Clause) -> Link:
        return Link(_name(setting, policy, other), urls.relative(here, urls.clause(slug, other.id)))

    place = tuple(link(above) for above in ancestors(policy.document, clause))
    versions = {language: (urls.policy(language, slug), clause.id) for language in urls.LANGUAGES}
    documents = tuple(
        Link(policy_title(policy, each), urls.relative(here, urls.policy(each, slug)), TAGS[each])
        for each in urls.LANGUAGES
    )
    title = _title(setting, policy, clause)
    before, after = around
    value = ClausePage(
        frame=make_frame(
            setting,
            Standing("both", here, versions, "policies"),
            (Run(f"{title[0].text} – {policy_title(policy, 'zh')[0].text}", title[0].lang),),
            trail=(documents[0], *place),
            description=shortened(clause.text or plain(title), 120),
        ),
        title=title,
        kind=both[f"kind.{clause.kind}"],
        document=documents,
        sides=tuple(_side(setting, policy, clause, language) for language in urls.LANGUAGES),
        place=place,
        parts=tuple(link(part) for part in parts),
        address=setting.absolute(here),
        version=ids.text_hash(clause.text)[:8],
        lines=both.fill(
            "clause.line" if clause.lines[0] == clause.lines[1] else "clause.lines",
            first=clause.lines[0],
            last=clause.lines[1],
        ),
        placeholder=both["clause.placeholder"] if clause.placeholder else None,
        before=link(before) if before else None,
        after=link(after) if after else None,
    )
    return Page(here, "clause.html", value)


def _side(setting: Setting, policy: Policy, clause: Clause, language: str) -> Side:
    words = setting.words[language]
    said = spoken(policy, clause, language)
    note = words["clause.prevails" if language == "zh" else f"translation.{said.state}"]
    return Side(
        name=words["clause.original" if language == "zh" else "clause.english"],
        note=note,
        state=said.state or "original",
        said=None if said.state == MISSING else said,
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


def _name(setting: Setting, policy: Policy, clause: Clause) -> Runs:
    """A short name for links."""
    return name_of(setting, policy, clause, "zh")
