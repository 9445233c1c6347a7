"""The glossary is sound: its renderings have the size and level of their terms, and each concept has its own English."""

from gettext import gettext

from digest.model.problem import Problem, problem
from digest.model.vocabulary import Glossary, GlossaryTerm, TranslationWords
from digest.translate.gates.scopes import differences
from digest.translate.gates.terminology import alike


def check_glossary(glossary: Glossary, words: TranslationWords, path: str) -> tuple[Problem, ...]:
    """Problems: T416 a rendering of another size or level than its term; T417 (note) two terms with the same preferred English."""
    problems = [
        problem("T416", path, words=rendering, term=term.zh, scope=gettext(each.scope))
        for term in glossary.terms
        for rendering in (term.en, *term.accepted)
        for each in differences(term.zh, rendering, words.scopes)
    ]
    first: dict[str, GlossaryTerm] = {}
    for term in glossary.terms:
        other = first.setdefault(alike(term.en), term)
        if other is not term and not _same_concept(term, other):
            problems.append(problem("T417", path, term=term.zh, other=other.zh, english=term.en))
    return tuple(problems)


def _same_concept(term: GlossaryTerm, other: GlossaryTerm) -> bool:
    """One is short for the other (封测, 封装测试), or they are defined alike."""
    short, full = sorted((term.zh, other.zh), key=len)
    rest = iter(full)
    return all(character in rest for character in short) or bool(
        term.definition_zh and term.definition_zh == other.definition_zh
    )
