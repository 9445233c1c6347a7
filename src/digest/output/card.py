"""One policy or one clause as a card to read in a terminal."""

from collections.abc import Callable, Iterator
from gettext import gettext

from digest.cite.locators import label_zh
from digest.model.corpus import Policy, Stated
from digest.model.document import Clause
from digest.model.reasons import REASONS
from digest.output.tree import tree
from digest.output.visible import visible
from digest.text.entries import beginning, labelled
from digest.text.ids import short_hash
from digest.text.urls import clause as clause_path

_LABEL_WIDTH = 13
_FIRST = 16  # code points of a clause's text that name it


def policy_card(policy: Policy, validity: str) -> str:
    """What is known of a policy, with its standing, and its clause tree; ``validity`` says whether it
    holds today."""
    meta = policy.meta
    rows = [
        ("title", _stated(meta.title_zh)),
        ("title (en)", meta.title_en or "unknown"),
        ("issuers", _stated(meta.issuers)),
        ("number", _stated(meta.number)),
        ("made", _stated(meta.made)),
        ("effective", _stated(meta.effective)),
        ("expires", _stated(meta.expires)),
        ("period", _stated(meta.period)),
        ("genre", _stated(meta.genre)),
        ("status", _stated(meta.status)),
        ("validity", validity),
        ("jurisdiction", _stated(meta.jurisdiction)),
        ("source", f"{meta.source_file}, SHA-256 {policy.document.source.sha256}"),
    ]
    return f"{meta.slug}\n{_table(rows)}\n{tree(policy.document)}"


def clause_card(policy: Policy, clause: Clause, validity: str, paint: Callable[[str], str] = str) -> str:
    """A clause: its place in the tree, its text and English, whether its policy holds, its address and the hash that
    pins it.

    ``paint`` may colour the Chinese text.
    """
    english = policy.translations.get(clause.id)
    rows = [
        ("kind", str(clause.kind)),
        ("validity", validity),
        ("lines", "-".join(str(line) for line in sorted(set(clause.lines)))),
        ("address", f"/{clause_path(policy.meta.slug, clause.id)}"),
        ("hash", short_hash(clause.text)),
        ("translation", english.state if english else "missing"),
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


def _stated(stated: Stated[str] | Stated[tuple[str, ...]]) -> str:
    """The value and, unless it is printed in the text, how it is known."""
    value = stated.value
    if value is None:
        return "unknown"
    text = value if isinstance(value, str) else "、".join(value)
    sure = f", {stated.sure} confidence" if stated.sure else ""
    how = gettext(REASONS[stated.how]) if stated.how else stated.how_zh or stated.how_en
    return text if stated.basis == "printed" else f"{text} ({stated.basis}{sure}{f'; {how}' if how else ''})"


def _table(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{name:<{_LABEL_WIDTH}}{visible(value)}\n" for name, value in rows)
