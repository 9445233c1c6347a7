"""What ``digest i18n`` does: the English of a content folder is brought up to date, counted, checked, handed out and
taken in. Facts are found for the phrases that they print; no pages are made.
"""

import shlex
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext
from pathlib import Path
from typing import NamedTuple

from digest.crossref.citations import catalogue, needed
from digest.english import English, read_english
from digest.model.corpus import Jurisdiction
from digest.model.problem import Problem, Severity, listed, problem
from digest.model.progress import Progress, silent
from digest.model.translation import Catalogue
from digest.policies import read_policy
from digest.publish.write import write_file
from digest.read.content import read_content
from digest.read.source import read_source
from digest.read.word_lists import TRANSLATION, read_words
from digest.resources import starter_content
from digest.text.places import Gazetteer
from digest.text.po import print_po
from digest.translate.check import (
    Checked,
    Exempted,
    check_entries,
    check_numbers,
    check_renderings,
    check_sentences,
    check_title,
    check_translations,
)
from digest.translate.drafts import answers, requests
from digest.translate.exchange import PARSERS, PRINTERS
from digest.translate.exchange.rows import ExchangeRow, by_document, rows, take
from digest.translate.gates.terminology import Terminology
from digest.translate.glossary import check_glossary
from digest.translate.memory import Filled, Memory
from digest.translate.phrases import shown
from digest.translate.states import STATES, coverage, phrase_coverage, share, state_problems
from digest.translate.sync import Changes

_PATIENCE = 3600  # seconds a drafting command may take


class EnglishTask(NamedTuple):
    """The English of every policy that could be read, the words to check it by (None when they are faulty), and
    the errors on the way; ``content`` is the folder."""

    content: Path
    english: tuple[English, ...]
    jurisdictions: Mapping[str, Jurisdiction]
    terminology: Terminology | None
    problems: tuple[Problem, ...]


class Coverage(NamedTuple):
    """How many clauses of a policy, of a jurisdiction or of all are in each state; and how many ``phrases`` of their facts
    and names."""

    name: str
    states: Mapping[str, int]
    phrases: Mapping[str, int]

    @property
    def share(self) -> float:
        """Percent of the clauses with English that is up to date; 100 where there is none to translate."""
        return share(self.states)


def open_work(content: Path, progress: Progress = silent) -> EnglishTask:
    """Everything the commands work on.

    Problems: the errors of reading content, ledgers, word lists and en.po; what is merely odd there is for
    ``digest check``.
    """
    read, problems = read_content(content, starter_content())
    words, word_problems = read_words(content, starter_content(), TRANSLATION)
    found = [*problems, *word_problems]
    terminology = (
        Terminology(words, read.vocabulary.glossary, read.vocabulary.agencies) if words and read else None
    )
    english = []
    if read is None:
        return EnglishTask(content, (), Gazetteer(), terminology, _errors(found))
    places = Gazetteer(read.jurisdictions)
    titles = catalogue(text.meta for text in read.policies)
    for done, text in enumerate(read.policies):
        progress("parse", done, len(read.policies))
        # What is odd in the text is for `digest check`.
        policy, _ = read_policy(text, read.vocabulary, places)
        each, more = read_english(content / "policies" / text.meta.slug, needed(policy, titles), text.ledger)
        found += more
        english += [each] if each else []
    return EnglishTask(content, tuple(english), places, terminology, _errors(found))


class Synced(NamedTuple):
    """What a sync did to a policy: what became of its entries, and what the English of all policies gave to those
    without."""

    slug: str
    changes: Changes
    filled: Filled


def sync_files(work: EnglishTask) -> tuple[tuple[Synced, ...], tuple[Problem, ...]]:
    """Bring every en.po up to date on disk, and fill in what all of them know; what changed, by policy.

    Problems: B101 a file cannot be written; T420 the same Chinese has different English (note).
    """
    catalogues = {each.policy.meta.slug: each.synced for each in work.english}
    kinds = {
        each.policy.meta.slug: {clause.id: clause.kind.value for clause in each.policy.document.clauses}
        for each in work.english
    }
    memory = Memory(catalogues, kinds)
    done, problems = [], []
    for each in work.english:
        slug = each.policy.meta.slug
        catalogue, filled = memory.fill(slug, each.synced)
        done.append(Synced(slug, each.changes, filled))
        problems += [
            problem("T420", catalogue.path, id=shown(context), places=listed(places))
            for context, places in filled.differing
        ]
        problems += _write(catalogue)
    return tuple(done), tuple(problems)


def coverages(work: EnglishTask) -> tuple[tuple[Coverage, ...], tuple[Coverage, ...], Coverage]:
    """By policy, by jurisdiction, and of all."""
    policies = [
        Coverage(each.policy.meta.slug, coverage(each.synced), phrase_coverage(each.synced))
        for each in work.english
    ]
    places: dict[str, list[Coverage]] = {}
    for english, counted in zip(work.english, policies, strict=True):
        code = english.policy.meta.jurisdiction.value or ""
        place = work.jurisdictions.get(code)
        name = (place.name_zh if gettext("en") == "zh" else place.name_en) if place else gettext("unknown")
        places.setdefault(name, []).append(counted)
    by_place = tuple(_together(name, counted) for name, counted in sorted(places.items()))
    return tuple(policies), by_place, _together(gettext("all"), policies)


def check_work(work: EnglishTask) -> Checked:
    """All gates over all policies, and what compares them. Problems: those of the gates and of ``translate.check``, T101 and T102."""
    if work.terminology is None:
        return Checked((), ())
    problems: list[Problem] = []
    exempted: list[Exempted] = []
    for each in work.english:
        checked = check_translations(each.synced, work.terminology)
        policy_toml = (Path(each.synced.path).parent / "policy.toml").as_posix()
        problems += [*state_problems(each.synced), *checked.problems]
        known = [clause.id for clause in each.policy.document.clauses]
        problems += check_entries(each.stored, [*known, *each.ledger.aliases])
        problems += check_title(each.synced, each.policy.meta.title_en, policy_toml)
        problems += check_sentences(each.synced)
        exempted += checked.exempted
    problems += check_numbers(each.synced for each in work.english)
    problems += check_renderings(each.synced for each in work.english)
    terminology, path = work.terminology, (work.content / "glossary.toml").as_posix()
    problems += check_glossary(terminology.glossary, terminology.words, path)
    return Checked(tuple(problems), tuple(exempted))


def export_text(work: EnglishTask, form: str) -> str:
    """The English of all policies in a format of ``PRINTERS``."""
    return PRINTERS[form](_rows(work))


def import_file(work: EnglishTask, path: Path) -> tuple[int, tuple[Problem, ...]]:
    """Take the English in from a file; how many entries changed.

    Problems: those of ``read_source``; T804 not in its format, T801 the Chinese has changed, T802 a draft
    for reviewed English; B101.
    """
    source, problems = read_source(path)
    if source is None:
        return 0, problems
    parser = PARSERS.get(path.suffix.lower())
    if parser is None:
        return 0, (problem("T804", path.as_posix(), reason=gettext("its ending is not known")),)
    try:
        incoming = parser(source.text)
    except ValueError as error:
        return 0, (problem("T804", path.as_posix(), reason=error),)
    return _taken_in(work, incoming, path.as_posix())


def draft(work: EnglishTask, command: str) -> tuple[int, tuple[Problem, ...]]:
    """Ask a command for the English that is missing, and store its answers as machine drafts.

    The command gets JSON lines on its standard input and prints JSON lines (see ``translate.drafts``). Raises
    OSError when it cannot be run or fails, ValueError when it is no command. Problems: T803; B101.
    """
    asked = tuple(_rows(work))
    glossary = work.terminology.glossary.terms if work.terminology else ()
    lines = list(requests(asked, glossary))
    if not lines:
        return 0, ()
    done = subprocess.run(  # noqa: S603 # the command is the user's own
        shlex.split(command),
        input="\n".join(lines) + "\n",
        stdout=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode:
        raise OSError(
            done.returncode, gettext("it ended with exit code {number}").format(number=done.returncode)
        )
    drafts, problems = answers(done.stdout.split("\n"), asked, command)
    number, more = _taken_in(work, drafts, command)
    return number, (*problems, *more)


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def _rows(work: EnglishTask) -> Iterable[ExchangeRow]:
    return (row for each in work.english for row in rows(each.synced, each.policy.meta.slug))


def _taken_in(
    work: EnglishTask, incoming: Sequence[ExchangeRow], path: str
) -> tuple[int, tuple[Problem, ...]]:
    """Write the English of rows into the PO files they belong to."""
    waiting = dict(by_document(incoming))
    number, problems = 0, []
    for english in work.english:
        doc = english.policy.meta.slug
        catalogue, outcome = take(english.synced, waiting.pop(doc, []))
        problems += [problem("T801", path, id=f"{doc}#{each}") for each in outcome.refused]
        problems += [problem("T802", path, id=f"{doc}#{each}") for each in outcome.kept]
        number += len(outcome.taken)
        if outcome.taken:
            problems += _write(catalogue)
    problems += [problem("T801", path, id=f"{row.doc}#{row.id}") for left in waiting.values() for row in left]
    return number, tuple(problems)


def _write(catalogue: Catalogue) -> list[Problem]:
    try:
        write_file(Path(catalogue.path), print_po(catalogue).encode())
    except OSError as error:
        return [problem("B101", catalogue.path, reason=error.strerror or error)]
    return []


def _together(name: str, counted: Sequence[Coverage]) -> Coverage:
    return Coverage(name, _sum(each.states for each in counted), _sum(each.phrases for each in counted))


def _sum(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    every = tuple(counts)
    return {state: sum(each[state] for each in every) for state in STATES}
