"""Where the comparisons and the texts disagree: found by the build, not by a reader.

A comparison is only as good as the facts and themes it is made from. What it would get wrong silently is reported to
the editor, who can add a word to a list or rule on a pair.
"""

from collections.abc import Iterable, Iterator

from digest.crossref.compare.silence import unread_figures
from digest.model.comparison import Comparisons
from digest.model.corpus import Policy
from digest.model.document import Clause
from digest.model.facts import ClauseFacts
from digest.model.matches import ActKey, Theme
from digest.model.measures import Measures
from digest.model.problem import Problem, problem_at
from digest.model.source import Span


def contradictions(
    comparisons: Comparisons, policies: Iterable[Policy], themes: Iterable[Theme]
) -> tuple[Problem, ...]:
    """Problems: X201 a compared clause prints a figure that is in none of its facts (note), X202 a clause uses words
    of a theme of which its policy has no recognised measure (note)."""
    measures = Measures.of(policies)
    names = {theme.id: theme for theme in themes}
    found = [*_unread(comparisons, measures), *_mentions(comparisons, measures, names)]
    return tuple(sorted(found, key=lambda each: (each.path, each.line, each.column, each.code, each.values)))


def _compared(comparisons: Comparisons) -> Iterator[ActKey]:
    """The measures that stand in a table."""
    for theme in comparisons.themes.values():
        yield from (key for group in theme.groups for key in group.acts)
    for pair in comparisons.pairs.values():
        yield from (key for aligned in pair.aligned for key in (aligned.tie.a, aligned.tie.b))


def _unread(comparisons: Comparisons, measures: Measures) -> Iterator[Problem]:
    for doc, name in sorted({(key.doc, key.clause) for key in _compared(comparisons)}):
        clause, policy = measures.clauses[doc, name], measures.policies[doc]
        for figure in unread_figures(clause, policy.facts.get(name, _NO_FACTS)):
            printed = clause.text[figure.start : figure.end]
            at = clause.text.index(printed)
            yield _at("X201", policy, clause, at, at + len(printed), figure=printed)


def _mentions(comparisons: Comparisons, measures: Measures, themes: dict[str, Theme]) -> Iterator[Problem]:
    for theme in comparisons.themes.values():
        for absence in theme.absences:
            for mention in absence.mentions[:1]:
                policy, clause = measures.policies[absence.doc], measures.clauses[absence.doc, mention.clause]
                word = mention.words[0].partition("…")[0]
                at = max(clause.text.find(word), 0)
                yield _at(
                    "X202",
                    policy,
                    clause,
                    at,
                    at + len(word),
                    theme=theme.theme,
                    name=themes[theme.theme].zh,
                    words="、".join(mention.words),
                )


def _at(code: str, policy: Policy, clause: Clause, start: int, end: int, **values: str) -> Problem:
    source = policy.document.source
    if not clause.pieces:  # the heading says it
        start_of_line = source.line_span(clause.lines[0])[0]
        return problem_at(code, source, Span(start_of_line, start_of_line + 1), clause=clause.id, **values)
    return problem_at(code, source, clause.source_span(start, end), clause=clause.id, **values)


_NO_FACTS = ClauseFacts()
