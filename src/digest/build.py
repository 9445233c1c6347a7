"""The build, read aloud: content is read, parsed, enriched, joined into a corpus, made into pages,
rendered, and published. Every stage returns its Problems; nothing is written while one is an error,
so a site that stands stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from digest.check.ledger import settle
from digest.crossref.citations import resolve_all
from digest.english import translations
from digest.enrich import find_facts
from digest.enrich.document_facts import check_facts, propose_facts
from digest.enrich.keywords import find_keywords
from digest.enrich.places import places_of
from digest.matching import Matched, match_policies, read_lore
from digest.model.corpus import Content, Corpus, Policy, PolicyText
from digest.model.facts import Resolutions
from digest.model.ledger import Ledger
from digest.model.problem import Problem, Severity, problem
from digest.model.progress import Progress, silent
from digest.pages.frame import Setting
from digest.pages.machine import Listed, listed_page, make_sitemap
from digest.pages.make import PAGES, PageKind, make_setting
from digest.pages.words import Words, read_words
from digest.parse import parse
from digest.processes import in_processes
from digest.publish.ledger import ledger_toml
from digest.publish.write import publish, write_file
from digest.read.content import read_content
from digest.read.ledger import FILE as LEDGER
from digest.read.ledger import read_ledger
from digest.render.assets import read_assets
from digest.render.markdown import check_pages
from digest.render.pages import environment, render
from digest.resources import starter_content, templates
from digest.text.urls import file_of
from digest.text.words import segmenter

_Done = tuple[Policy, tuple[Problem, ...]]

_WORTH_A_PROCESS = 12
"""From this many policies on, parsing in several processes is faster than in one."""


class Built(NamedTuple):
    """What a build did: pages made, files written (0 when an error stopped it), and every Problem."""

    pages: int
    written: int
    problems: tuple[Problem, ...]


class Loaded(NamedTuple):
    """A content folder as a corpus (None when it cannot be one), the ledgers by path, and the Problems."""

    corpus: Corpus | None
    ledgers: Mapping[Path, Ledger]
    problems: tuple[Problem, ...]


def build(content: Path, output: Path, *, jobs: int = 1, progress: Progress = silent) -> Built:
    """Build the site of a content folder into ``output``.

    Problems: those of every stage; B101-B103 when the output cannot be written.
    """
    loaded = _load(content, jobs, progress)
    folders = _template_folders(content)
    words, word_problems = read_words(folders)
    problems = (*loaded.problems, *word_problems)
    if loaded.corpus is None or _stops(problems):
        return Built(0, 0, problems)
    files = dict(_files(loaded.corpus, words, folders, jobs, progress))
    published, faults = publish(files, output)
    if not faults:
        faults = [fault for path, ledger in loaded.ledgers.items() for fault in _keep(path, ledger)]
    return Built(len(files), published.written, (*problems, *faults))


def check(content: Path, *, jobs: int = 1, progress: Progress = silent) -> tuple[Problem, ...]:
    """Everything ``build`` would report about the content, with nothing written."""
    loaded = _load(content, jobs, progress)
    return (*loaded.problems, *read_words(_template_folders(content))[1])


def load(content: Path) -> tuple[Corpus | None, tuple[Problem, ...]]:
    """The corpus of a content folder, for commands that only look."""
    loaded = _load(content, 1, silent)
    return loaded.corpus, loaded.problems


def _load(content: Path, jobs: int, progress: Progress) -> Loaded:
    read, problems = read_content(content, starter_content())
    if read is None:
        return Loaded(None, {}, problems)
    found = list(problems)
    policies = []
    for policy, more in _policies(read, jobs, progress):
        policies.append(policy)
        found += more
    ledgers = {}
    for at, policy in enumerate(policies):
        folder = content / "policies" / policy.meta.slug
        ledger, more = read_ledger(folder)
        found += more
        if ledger is not None:
            ledgers[folder / LEDGER], more = settle(policy.document, ledger, (folder / LEDGER).as_posix())
            found += more
        english, more = translations(folder, policy, ledger or Ledger())
        found += more
        kept = ledgers.get(folder / LEDGER, Ledger())
        policies[at] = replace(policy, translations=english, ledger=kept)
    found += check_pages(read.pages)
    resolutions = resolve_all(policies)
    matched, more = _match(content, read, policies, resolutions)
    found += more
    corpus = Corpus(
        read.site,
        read.jurisdictions,
        tuple(policies),
        read.terms,
        read.pages,
        resolutions,
        matched.matches,
        matched.themes,
        matched.members,
        quality=read.quality,
        glossary=read.vocabulary.glossary,
    )
    return Loaded(corpus, ledgers, tuple(found))


def _match(
    folder: Path, content: Content, policies: Sequence[Policy], resolutions: Resolutions
) -> tuple[Matched, tuple[Problem, ...]]:
    """The measures that correspond; none when a file of words is faulty."""
    lore, problems = read_lore(folder, starter_content(), content.vocabulary.glossary)
    if lore is None:
        return Matched((), (), {}, ()), problems
    matched, found = match_policies(policies, content.jurisdictions, resolutions, lore)
    return matched, (*problems, *found)


def _policies(content: Content, jobs: int, progress: Progress) -> Iterator[_Done]:
    """Each policy with what was found in it, in order; many of them in several processes."""
    total = len(content.policies)
    several = jobs if total >= _WORTH_A_PROCESS else 1
    for done, policy in enumerate(in_processes(partial(_policy, content), content.policies, several)):
        progress("parse", done, total)
        yield policy


def _policy(content: Content, text: PolicyText) -> _Done:
    """One policy from its text: clauses, facts, and what contradicts what its editor states."""
    document, problems = parse(text.source, text.meta.slug)
    places = places_of(text.meta.jurisdiction.value, content.jurisdictions.values())
    facts = find_facts(document, content.vocabulary, places, text.meta)
    proposed = propose_facts(document, content.vocabulary.documents)
    contradictions = check_facts(proposed, text.meta, text.source.name)
    found = (*problems, *contradictions)
    terms = tuple(term.zh for term in content.vocabulary.glossary.terms)
    keywords = find_keywords(document, segmenter(terms))
    return Policy(text.meta, document, facts, {}, found, keywords=keywords), found


def _files(
    corpus: Corpus, words: Mapping[str, Words], folders: Sequence[Path], jobs: int, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site. Each kind of page is made and rendered in one go, several at a time."""
    yield from read_assets(folders).items()
    templating = environment(folders)
    work = partial(_pages_of, make_setting(corpus, words), templating)
    entries: list[Listed] = []
    for done, (files, listed) in enumerate(in_processes(work, PAGES, jobs)):
        progress("render", done, len(PAGES))
        yield from files
        entries += listed
    sitemap = make_sitemap(entries)
    yield file_of(sitemap.path), render(sitemap, templating)


def _pages_of(
    setting: Setting, templating: Environment, kind: PageKind
) -> tuple[list[tuple[str, bytes]], list[Listed]]:
    """The files of one kind of page, and their entries in the sitemap."""
    files, entries = [], []
    for page in kind.make(setting):
        files.append((file_of(page.path), render(page, templating)))
        entries += [entry] if (entry := listed_page(page)) else []
    return files, entries


def _template_folders(content: Path) -> list[Path]:
    """A project's own templates, beside its content folder, win file by file over the program's."""
    return [content.parent / "templates", templates()]


def _keep(path: Path, ledger: Ledger) -> list[Problem]:
    """Write the ledger; B104 when it cannot be written."""
    try:
        write_file(path, ledger_toml(ledger).encode())
    except OSError as error:
        return [problem("B104", path.as_posix(), reason=error.strerror or error)]
    return []


def _stops(problems: Sequence[Problem]) -> bool:
    return any(found.severity is Severity.ERROR for found in problems)
