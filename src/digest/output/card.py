"""One policy or one clause as a card to read in a terminal."""

from collections.abc import Callable, Iterator
from gettext import gettext

from rich.cells import cell_len

from digest.cite.locators import label_zh
from digest.model.corpus import Corpus, Policy, Stated
from digest.model.document import Clause
from digest.model.reasons import REASONS
from digest.output.names import bases, confidences, field_names, kind_name, state_names
from digest.output.tree import tree
from digest.output.visible import visible
from digest.text.entries import beginning, labelled
from digest.text.ids import short_hash
from digest.text.urls import clause as clause_path

_FIRST = 16  # code points of a clause's text that name it


def policy_card(policy: Policy, corpus: Corpus, validity: str) -> str:
    """What is known of a policy, on what basis, and its clause tree; ``validity`` says whether it is in force
    today. Names are those of the language of the command line."""
    meta, names = policy.meta, field_names()
    rows = [
        (names["title_zh"], _stated(meta.title_zh)),
        (gettext("English title"), meta.title_en or gettext("unknown")),
        (names["issuers"], _stated(meta.issuers)),
        (names["number"], _stated(meta.number)),
        (names["made"], _stated(meta.made)),
        (names["effective"], _stated(meta.effective)),
        (names["expires"], _stated(meta.expires)),
        (names["period"], _stated(meta.period)),
        (names["genre"], _stated(meta.genre, _term(corpus, "genre", meta.genre.value))),
        (names["status"], _stated(meta.status, _term(corpus, "status", meta.status.value))),
        (gettext("today"), validity),
        (names["jurisdiction"], _stated(meta.jurisdiction, _place(corpus, meta.jurisdiction.value))),
        (gettext("source file"), meta.source_file),
        ("SHA-256", policy.document.source.sha256),
    ]
    return f"{meta.slug}\n{_table(rows)}\n{tree(policy.document)}"


def clause_card(policy: Policy, clause: Clause, validity: str, paint: Callable[[str], str] = str) -> str:
    """A clause: its place in the tree, its text and English, whether its policy holds, its address and the hash that
    pins it.

    ``paint`` may colour the Chinese text.
    """
    english = policy.translations.get(clause.id)
    rows = [
        (gettext("kind"), kind_name(clause.kind)),
        (gettext("today"), validity),
        (gettext("lines of the source"), "-".join(str(line) for line in sorted(set(clause.lines)))),
        (gettext("address"), f"/{clause_path(policy.meta.slug, clause.id)}"),
        (gettext("hash"), short_hash(clause.text)),
        (gettext("English"), state_names()[english.state if english else "missing"]),
    ]
    steps = [*_above(policy, clause), clause]
    place = "".join(f"{'  ' * depth}{_name(step)}\n" for depth, step in enumerate(steps))
    chinese = [paint(visible(line)) for line in clause.text.split("\n")]
    words = [english.heading or "", *english.text.split("\n")] if english else []
    shown = "".join(f"\n{line}\n" for line in (*chinese, *map(visible, words)) if line)
    return f"{policy.meta.slug}#{clause.id}\n{place}{shown}\n{_table(rows)}"


def _above(policy: Policy, clause: Clause) -> Iterator[Clause]:
    """The clauses a clause hangs below, the topmost first."""
    if clause.parent is not None:
        parent = policy.document.clause(clause.parent)
        yield from _above(policy, parent)
        yield parent


def _name(clause: Clause) -> str:
    """Label and heading; the first words, in quotation marks, of what has neither."""
    name = labelled(label_zh(clause.label, clause.kind), clause.heading or "")
    first = clause.text.partition("\n")[0]
    return visible(name or f"“{beginning(first, _FIRST)}…”")


def _stated(stated: Stated[str] | Stated[tuple[str, ...]], name: str = "") -> str:
    """The value, or the name it has in a list, and, unless it is printed in the text, how it is known."""
    value = stated.value
    if value is None:
        return gettext("unknown")
    text = name or (value if isinstance(value, str) else "、".join(value))
    own = (stated.how_zh, stated.how_en) if gettext("en") == "zh" else (stated.how_en, stated.how_zh)
    how = gettext(REASONS[stated.how]) if stated.how else own[0] or own[1]
    sure = confidences()[stated.sure] if stated.sure else ""
    known = gettext(", ").join(filter(None, (bases()[stated.basis], sure, how)))
    return text if stated.basis == "printed" else gettext("{value} ({known})").format(value=text, known=known)


def _term(corpus: Corpus, kind: str, value: str | None) -> str:
    """What a list calls a value."""
    term = corpus.terms.get((kind, value or ""))
    return (term.name_zh if gettext("en") == "zh" else term.name_en) if term else ""


def _place(corpus: Corpus, code: str | None) -> str:
    """A place by its name and code."""
    place = corpus.jurisdictions.get(code or "")
    if not place:
        return ""
    name = place.name_zh if gettext("en") == "zh" else place.name_en
    return gettext("{value} ({known})").format(value=name, known=code)


def _table(rows: list[tuple[str, str]]) -> str:
    width = max(cell_len(name) for name, _ in rows) + 2
    return "".join(f"{name}{' ' * (width - cell_len(name))}{visible(value)}\n" for name, value in rows)
