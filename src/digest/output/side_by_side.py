"""Two clauses side by side on a terminal, with the acts that correspond and the words in common marked.

Acts that correspond are green, the best pair of them bold; telling words that both texts print are underlined. On a
narrow terminal the second text follows below the first.
"""

from collections.abc import Collection, Iterator
from gettext import gettext

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from digest.model.document import Clause
from digest.model.matches import Act, Match, Ruling
from digest.output.visible import visible
from digest.text.entries import labelled

_NARROW = 80  # cells below which two columns would hold too few characters each
_BEST, _OTHER, _WORD, _QUIET = "bold green", "green", "underline", "dim"


def side_by_side(
    a: tuple[str, Clause],
    b: tuple[str, Clause],
    match: Match | None,
    words: Collection[str],
    *,
    width: int,
    colour: bool,
) -> str:
    """Both texts, each below its name and heading, and what the rules say. ``a`` and ``b`` are names
    (``slug#clause-id``) with their clauses; ``match`` has its policies in the same order; ``width`` is in cells."""
    console = Console(width=width, force_terminal=colour, no_color=not colour, highlight=False)
    acts = [(pair.a, pair.b) for pair in match.pairs] if match else []
    sides = [
        (_title(name, clause), _marked(clause, [each[at] for each in acts], words))
        for at, (name, clause) in enumerate((a, b))
    ]
    with console.capture() as captured:
        console.print(_stacked(sides) if width < _NARROW else _columns(sides))
        console.print(Text(" · ".join(_said(match)), style=_QUIET))
    return captured.get()


def ruled(ruling: Ruling, *, changed: bool) -> str:
    """One line about an earlier ruling on a pair."""
    verdict = verdict_name(ruling.verdict)
    said = gettext("{who} ruled on {day}: {verdict}.").format(who=ruling.who, day=ruling.day, verdict=verdict)
    more = (ruling.why, gettext("A text has changed since.") if changed else "")
    return visible(" ".join(filter(None, (said, *more))))


def verdict_name(verdict: str) -> str:
    """A verdict in the language of messages."""
    return {
        "same": gettext("same"),
        "comparable": gettext("comparable"),
        "different": gettext("different"),
    }[verdict]


def _columns(sides: list[tuple[Text, Text]]) -> Table:
    table = Table(box=None, expand=True, padding=(0, 1), show_header=True)
    for title, _ in sides:
        table.add_column(title, ratio=1, overflow="fold")
    table.add_row(*(text for _, text in sides))
    return table


def _stacked(sides: list[tuple[Text, Text]]) -> Group:
    return Group(*(part for title, text in sides for part in (title, text, Text())))


def _title(name: str, clause: Clause) -> Text:
    return Text(visible(f"{name} {labelled(clause.label, clause.heading or '')}").rstrip(), style="bold")


def _marked(clause: Clause, acts: list[Act], words: Collection[str]) -> Text:
    """The text of a clause, or its heading where it has none, line by line as it was written."""
    text = Text("\n".join(map(visible, (clause.text or clause.heading or "").split("\n"))))
    for style, marked in ((_OTHER, acts[1:]), (_BEST, acts[:1])):
        for act in marked:
            text.stylize(style, act.start, act.end)
    if words:
        text.highlight_words(sorted(words, key=lambda word: (-len(word), word)), _WORD, case_sensitive=False)
    return text


def _said(match: Match | None) -> Iterator[str]:
    """What the rules say: the grade, how sure they are, the theme, the reasons."""
    if match is None:
        yield gettext("The rules do not pair these two.")
        return
    yield verdict_name({2: "same", 1: "comparable"}[match.grade])
    if match.decided_by == "rule":
        yield f"{gettext('likely') if match.shown == 'likely' else gettext('possible')} {match.score:.2f}"
    if match.theme:
        yield gettext("theme {theme}").format(theme=match.theme)
    names = _reasons()
    yield from (names[reason] for reason in match.reasons)


def _reasons() -> dict[str, str]:
    """What each reason is called."""
    return {
        "near_text": gettext("nearly the same text"),
        "same_object": gettext("the same object"),
        "same_instrument": gettext("the same instrument"),
        "same_figures": gettext("figures in common"),
        "shared_wording": gettext("wording in common"),
    }
