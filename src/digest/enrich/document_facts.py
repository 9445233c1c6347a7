"""What a text says of itself: title, issuers, number, dates, genre, status, and what it explains.

Proposals only: an editor confirms them in policy.toml, and a contradiction is a Problem.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from digest.enrich.citations import Names, collect_names
from digest.enrich.document_dates import BODY, dates_of, signature_dates
from digest.enrich.document_head import head_fields
from digest.enrich.document_record import DocumentRecord, record_of
from digest.enrich.document_titles import Titles, printed_number, titles_of
from digest.model.corpus import PolicyMeta, ProposedFacts, Relation, Stated
from digest.model.document import Clause, Document, Kind
from digest.model.problem import Problem, problem
from digest.model.vocabulary import DocumentWords, StatusName, TypeName
from digest.regex import regex
from digest.text.rules import Rule, any_of
from digest.text.titles import (
    explained_title,
    period_of,
    printed_titles,
    title_key,
    without_status,
    without_years,
)
from digest.text.units import fold


def propose_facts(document: Document, words: DocumentWords) -> ProposedFacts:
    """The facts a document prints about itself. Values without evidence are unknown."""
    front = [clause for clause in document.clauses if clause.kind in {Kind.FRONT, Kind.PREAMBLE}]
    titles = titles_of(front, words)
    named = titles.inner or titles.full
    head = head_fields(document, words)
    explained = explained_title(titles.full or "")
    record = record_of(document)
    dates = dates_of(document, front, head, record, [t for t in (titles.full, titles.inner) if t])
    return ProposedFacts(
        title=_stated(titles.full, "title"),
        inner_title=_stated(titles.inner, "notice", titles.inner_how),
        explained=explained,
        short_titles=_short_titles(document, [t for t in (titles.full, titles.inner, explained) if t]),
        issuers=_issuers(document, front, titles, record, head),
        addressee=_stated(_addressee(front), "text"),
        number=_number(titles, front, record, head),
        made=dates.made,
        published=dates.published,
        effective=dates.effective,
        expires=dates.expires,
        genre=_genre(document, named, words),
        form=_of_title(titles.full, words.forms),
        status=_status(document, titles, words),
        relations=_relations(document, explained),
        period=_stated(period_of(explained or named or ""), "title"),
    )


def names_of(document: Document, facts: ProposedFacts, meta: PolicyMeta | None = None) -> Names:
    """What titles mean in a document: its own, the explained one, and its abbreviations."""
    own = [facts.title.value, facts.inner_title.value, meta.title_zh.value if meta else None]
    stated = [r.target for r in meta.relations if r.kind == "explains"] if meta else []
    explained = [*stated, *([facts.explained] if facts.explained else [])]
    texts = (part for clause in document.clauses for part in (clause.heading, clause.text) if part)
    return collect_names(texts, dict.fromkeys(t for t in own if t), dict.fromkeys(explained))


def kind_of(title: str, rows: Iterable[TypeName]) -> str | None:
    """The genre or the form (the id of a row) that a title names at its end."""
    row = _ending(_core(title), rows)
    return row.id if row else None


class NamedStatus(NamedTuple):
    """A status by its id, and the word in a title that says it."""

    id: str
    word: str


def status_of(title: str, rows: Iterable[StatusName]) -> NamedStatus | None:
    """What a title says in brackets of how far its text has come: （征求意见稿）."""
    for row in rows:
        for word in row.words:
            if re.search(rf"[（(](?:公开)?{word}[^（）()]{{0,6}}[）)]", title):
                return NamedStatus(row.id, word)
    return None


def year_written(facts: ProposedFacts, meta: PolicyMeta | None = None) -> int | None:
    """The year in which a text was made or published, as its editor or it says, at least by its number."""
    stated = (meta.made, meta.published) if meta else ()
    for date in (*stated, facts.made, facts.published):
        if date.value:
            return int(date.value[:4])
    number = _NUMBER_YEAR.search(facts.number.value or (meta.number.value if meta else None) or "")
    return int(number[1]) if number else None


def check_facts(facts: ProposedFacts, meta: PolicyMeta, path: str) -> tuple[Problem, ...]:
    """Where policy.toml and the text disagree (F101), and what it leaves open though it is printed (F102) or
    follows from what is printed (F103), a number with other brackets (F105), and what was counted and is now counted otherwise (F106).
    Nothing where the editor says that the text ``differs``."""
    problems: list[Problem] = []
    titles = {title_key(t.value) for t in (facts.title, facts.inner_title) if t.value}
    stated = meta.title_zh.value if meta.title_zh.how != "differs" else None
    if stated and titles and title_key(stated) not in titles:
        printed = facts.title.value or facts.inner_title.value
        problems.append(problem("F101", path, field="title_zh", printed=printed, stated=stated))
    for field in ("number", "made", "published", "effective", "expires", "period", "genre", "form"):
        problems += _compare(field, getattr(facts, field), getattr(meta, field), path)
    return tuple(problems)


_NUMBER_YEAR = regex(r"[〔\[［（(]((?:19|20)\d\d)[〕\]］）)]")
_DATES = ("effective", "expires")
_COLLECTED = 400
_FIRST = 12
_TAIL = 8
_LONGEST_SIGNATURE = 500
NO_ADDRESSEES = (
    Rule(
        "a field of a page head",
        "^(?:发布|发文|主题|索引|文号|名称|来源|失效|生效|成文|文件|有效)",
        "发文机关：",
    ),
    Rule("an annex", "^附", "附件："),
    Rule("a list that follows", "如下|以下", "现将有关事项通知如下："),
    Rule("a sentence", "。", "请认真执行。联系人："),
    Rule("a number", "[0-9]{3}", "电话12345："),
)
"""Lines that end with a colon and name nobody to whom the text goes."""

ISSUES = (
    Rule("to those who are addressed", "印发给你们", "现将《办法》印发给你们，请认真执行。"),
    Rule("hereby", "现予(?:以)?(?:公布|发布|印发)|现(?:予)?印发", "《办法》已经审议通过，现予发布。"),
    Rule("it is made known", "予以公布", "《办法》已经审议通过，予以公布。"),
)
"""Words with which a text is issued."""

# 特制定本措施。现提出如下意见：
_SELF = regex(
    r"(?:特?制[定订](?:如下|本)|现?提出(?:如下|以下)|制[定订]以下)(?P<what>[\u4e00-\u9fff]{2,10}?)[。：:，]"
)
_NO_ADDRESSEE, _ISSUED = any_of(NO_ADDRESSEES), any_of(ISSUES)
_BASIS = regex(r"(?:贯彻落实|落实|依据|根据|按照|依照)(?:(?![，。；]).){0,12}?(?=《)")
_ONLY_BODIES = regex(rf"{BODY}(?:[\s　]+{BODY})*")
_BODY_BEFORE = regex(rf"(?P<bodies>{BODY}(?:[\s　]+{BODY}){{0,9}})(?=关于|印发|令$)")
_DRAFTED = regex(r"(?P<body>[\u4e00-\u9fff]{2,12}[局委厅办部])牵头(?:编制|起草|制定|研究制定)了?")


def _stated(value: str | None, how: str, quoted: str | None = None) -> Stated[str]:
    return Stated(value, "printed", how, how_zh=quoted) if value else Stated(None, "unknown")


def _number(
    titles: Titles, front: list[Clause], record: DocumentRecord, head: Mapping[str, str]
) -> Stated[str]:
    of_title = titles.number if titles.number and titles.number not in record.words else None
    printed = _stated(of_title or printed_number(front), "number_line")
    printed = printed if printed.value else _stated(record.number, "text", record.words)
    return printed if printed.value else _stated(head.get("number"), "page_head")


def _addressee(front: list[Clause]) -> str | None:
    """主送机关: the first line that ends with a colon."""
    for clause in front:
        text = clause.text.strip()
        if clause.kind is Kind.FRONT and text.endswith(("：", ":")) and not _NO_ADDRESSEE.search(text):
            return text
    return None


def _issuers(
    document: Document, front: list[Clause], titles: Titles, record: DocumentRecord, head: Mapping[str, str]
) -> Stated[tuple[str, ...]]:
    """The signature, else the body named in the title, below it, in the head of the page, or the one that says it drafted
    the text."""
    if titles.site_body:
        return Stated((titles.site_body,), "printed", "site_name")
    for clause in front:
        text = clause.text.strip()
        if clause.kind is Kind.FRONT and len(text) <= _LONGEST_SIGNATURE and _ONLY_BODIES.fullmatch(text):
            return Stated(tuple(re.split(r"[\s　]+", text)), "printed", "signature")
    signed = signature_dates(document, front)
    if signed is not None and signed.bodies:
        return Stated(signed.bodies, "printed", "signature")
    for text in [titles.full or "", *(clause.text.strip() for clause in front)]:
        match = _BODY_BEFORE.match(text)
        if match:
            return Stated(tuple(match["bodies"].split()), "printed", "title")
    if record.issuers:
        return Stated(record.issuers, "printed", "text", how_zh=record.words)
    if "issuers" in head:
        return Stated((head["issuers"],), "printed", "page_head")
    return _drafter(document)


def _drafter(document: Document) -> Stated[tuple[str, ...]]:
    """The body that says it drafted the text."""
    for clause in document.clauses[:_FIRST]:
        match = _DRAFTED.search(clause.text) if "牵头" in clause.text else None
        if match:
            return Stated((match["body"],), "inferred", "text", "medium", match[0])
    return Stated(None, "unknown")


def _short_titles(document: Document, titles: list[str]) -> tuple[str, ...]:
    keys = {title_key(without_status(title)) for title in titles}
    names = collect_names(clause.text for clause in document.clauses)
    return tuple(
        short
        for short, full in names.abbreviations.items()
        if full and title_key(without_status(full)) in keys
    )


def _genre(document: Document, title: str | None, words: DocumentWords) -> Stated[str]:
    found = _of_title(title, words.genres)
    if found.value is not None:
        return found
    for clause in document.clauses:
        match = _SELF.search(clause.text) if "制" in clause.text or "提出" in clause.text else None
        row = _ending(match["what"], words.genres) if match else None
        if match and row:
            return Stated(row.id, "inferred", "text", "medium", match[0])
    return Stated(None, "unknown")


def _of_title(title: str | None, rows: Iterable[TypeName]) -> Stated[str]:
    bare = _core(title or "")
    row = _ending(bare, rows)
    return Stated(row.id, "printed", "title", how_zh=bare[-_TAIL:]) if row else Stated(None, "unknown")


def _core(title: str) -> str:
    """A title without the brackets at its end."""
    bare = without_years(without_status(title))
    return re.sub(r"[（(][^（）()]*[）)]$", "", without_status(bare)).rstrip("》")


def _ending(text: str, rows: Iterable[TypeName]) -> TypeName | None:
    """The row with the longest word that ends a text, also one set wide (扶持 办 法) or in traditional characters (補助辦法)."""
    plain = fold("".join(text.split()))
    fitting = [(len(word), row) for row in rows for word in row.words if plain.endswith(word)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _status(document: Document, titles: Titles, words: DocumentWords) -> Stated[str]:
    found = status_of(f"{titles.full or ''}{titles.inner or ''}", words.statuses)
    if found:
        return Stated(found.id, "printed", "title", how_zh=found.word)
    for clause in document.clauses[:_FIRST]:
        match = _ISSUED.search(clause.text)
        if match:
            return Stated("issued", "printed", "text", how_zh=match[0])
    return Stated(None, "unknown")


def _relations(document: Document, explained: str | None) -> tuple[Relation, ...]:
    """What the text explains, and the documents that its opening says it carries out."""
    relations = [Relation("explains", explained)] if explained else []
    for clause in document.clauses[:_FIRST]:
        match = _BASIS.search(clause.text) if "《" in clause.text else None
        if match is None:
            continue
        passage = clause.text[match.end() : match.end() + _COLLECTED]
        end = _end_of_list(passage)
        targets = [t.title for t in printed_titles(passage[:end]) if t.title != explained]
        return (*relations, *(Relation("implements", title) for title in dict.fromkeys(targets)))
    return tuple(relations)


def _end_of_list(passage: str) -> int:
    """Where a list of titles ends: at the first comma or full stop outside 《》."""
    depth = 0
    for at, sign in enumerate(passage):
        depth += (sign == "《") - (sign == "》")
        if depth == 0 and sign in "，。；":
            return at
    return len(passage)


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space."""
    return "".join(one.split()) == "".join(other.split())


def _compare(field: str, found: Stated[str], stated: Stated[str], path: str) -> list[Problem]:
    if found.value is None or stated.how == "differs":
        return []
    if (
        found.basis != "printed"
    ):  # counted from other dates: offered, and held only against what was counted, too
        words, value = found.how_zh or "", found.value
        if stated.how == "counted" and stated.value not in (None, value):
            return [problem("F106", path, field=field, stated=stated.value, value=value, words=words)]
        counted = stated.value is None and field in _DATES
        return [problem("F103", path, field=field, value=value, words=words)] if counted else []
    if stated.value is None:
        return [problem("F102", path, field=field, printed=found.value)]
    one, other = title_key(found.value), title_key(stated.value)
    if (
        field == "number"
        and one == other
        and "〔" not in stated.value
        and not _same(found.value, stated.value)
    ):
        return [problem("F105", path, printed=found.value, stated=stated.value)]
    if one.startswith(other) or other.startswith(one):
        return []
    return [problem("F101", path, field=field, printed=found.value, stated=stated.value)]
