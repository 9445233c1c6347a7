"""A whole content folder as one value."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from gettext import gettext
from itertools import pairwise
from pathlib import Path, PurePath
from typing import NamedTuple

from digest.model.addresses import Addresses
from digest.model.changes import Log
from digest.model.corpus import Content, Jurisdiction, PolicyText, Site, Term
from digest.model.page import EditorPage
from digest.model.problem import Problem, problem
from digest.model.quality import Quality
from digest.model.vocabulary import DocumentWords, Vocabulary
from digest.read.addresses import read_addresses
from digest.read.changes import read_log
from digest.read.ignored import is_ignored
from digest.read.jurisdictions import read_jurisdictions
from digest.read.policy import ReadPolicy, read_policy
from digest.read.policy_checks import KnownNames
from digest.read.quality import read_quality
from digest.read.site import LANGUAGES, read_site
from digest.read.source import Decoded, decode, read_bytes
from digest.read.word_lists import GENRES, read_vocabulary, read_words
from digest.regex import regex
from digest.text.places import Gazetteer
from digest.text.slugs import SLUG, proposed_slug
from digest.text.titles import title_key
from digest.text.urls import ALWAYS, HELP, OPEN

PAGE_NAME = regex(r"[^.]+(?:\.[^.]+)*\.[^.]+\.md")
"""How the files of editors' pages are called: ``about.zh.md``."""

MAX_PAGE = 200_000  # bytes; Markdown takes quadratic time on some texts


class Settings(NamedTuple):
    """What a content folder says besides its policies, None for what is faulty, and every problem found."""

    site: Site | None
    places: Mapping[str, Jurisdiction] | None
    vocabulary: Vocabulary | None
    documents: DocumentWords | None
    pages: tuple[EditorPage, ...]
    quality: Quality
    addresses: Addresses
    changes: Log
    problems: tuple[Problem, ...]


class ReadContent(NamedTuple):
    """The content, or None when a file that all policies rest on is faulty; and every problem found."""

    content: Content | None
    problems: tuple[Problem, ...]


def read_settings(content: Path, starter: Path) -> Settings:
    """What a content folder says besides its policies. ``starter`` holds the word lists for those it does not have, and
    the page for editors.

    Problems: those of ``read_site``, ``read_jurisdictions``, ``read_vocabulary``, ``read_addresses`` and ``read_log``;
    R210 a page in one language only (warning).
    """
    site, site_problems = read_site(content)
    places, place_problems = read_jurisdictions(content)
    vocabulary, word_problems = read_vocabulary(content, starter)
    documents, _ = read_words(content, starter, GENRES)
    pages, page_problems = _pages(content / "pages")
    pages = _with_help(pages, starter / "pages")
    quality, quality_problems = read_quality(starter)
    addresses, address_problems = read_addresses(content)
    changes, log_problems = read_log(content)
    problems = (
        *site_problems, *place_problems, *word_problems, *page_problems, *quality_problems, *address_problems,
        *log_problems,
    )  # fmt: skip
    return Settings(
        site, places, vocabulary, documents, pages, quality, addresses or {}, changes or Log(), problems
    )


def read_content(
    content: Path,
    starter: Path,
    *,
    settings: Callable[[Path, Path], Settings] = read_settings,
    policy: Callable[[Path, KnownNames], ReadPolicy] = read_policy,
) -> ReadContent:
    """Everything in a content folder that can be used.

    A policy with an error is left out and the others go on; without sound settings, places and word lists
    there is no content. ``starter`` holds the word lists for those the folder does not have. ``settings`` and
    ``policy`` read the parts: who reads again and again gives functions that remember.

    Problems: those of ``read_settings`` and ``read_policy``; R001 no folder, or no policies; R002 a file in place of policies/;
    R209 the same text twice, R243 the same number, R244 a page at an address of the program's (warnings).
    """
    if not content.is_dir():
        return ReadContent(
            None, (problem("R001", content.as_posix(), what=gettext("The content folder"), suggestion=""),)
        )
    found = settings(content, starter)
    folders = _folders(content / "policies")
    places = None if found.places is None else Gazetteer(found.places)
    words = found.vocabulary.agencies.place_words if found.vocabulary else None
    known = KnownNames(places, _ids(found.documents), [folder.name for folder in folders], words)
    policies, policy_problems = _policies(content / "policies", folders, known, policy)
    problems = (*found.problems, *policy_problems)
    if found.site is None or found.places is None or found.vocabulary is None:
        return ReadContent(None, problems)
    terms = _terms(found.vocabulary)
    read = Content(
        found.site,
        found.places,
        policies,
        found.vocabulary,
        terms,
        found.pages,
        found.quality,
        found.addresses,
        frozenset(folder.name for folder in folders) - {text.meta.slug for text in policies},
        found.changes,
    )
    return ReadContent(read, problems)


def _folders(root: Path) -> list[Path]:
    if root.is_symlink() or not root.is_dir():
        return []
    return sorted(each for each in root.iterdir() if each.is_dir() and not is_ignored(PurePath(each.name)))


def _policies(
    root: Path, folders: list[Path], known: KnownNames, policy: Callable[[Path, KnownNames], ReadPolicy]
) -> tuple[tuple[PolicyText, ...], tuple[Problem, ...]]:
    if root.is_symlink():
        return (), (problem("R009", root.as_posix()),)
    if root.is_file():
        reason = gettext("it is a file, not a folder with policies")
        return (), (problem("R002", root.as_posix(), reason=reason),)
    if not folders:
        return (), (
            problem(
                "R001", root.as_posix(), what=gettext("A policy, in a folder of its own,"), suggestion=""
            ),
        )
    read = [policy(folder, known) for folder in folders]
    texts = tuple(each.policy for each in read if each.policy)
    found = (problem for each in read for problem in each.problems)
    return texts, (*found, *_same_texts(texts), *_same_numbers(texts))


def _same_texts(texts: tuple[PolicyText, ...]) -> Iterator[Problem]:
    by_sum: defaultdict[str, list[PolicyText]] = defaultdict(list)
    for text in texts:
        by_sum[text.source.sha256].append(text)
    for first, *others in by_sum.values():
        for other in others:
            yield problem("R209", other.source.name, other=first.meta.slug)


def _same_numbers(texts: tuple[PolicyText, ...]) -> Iterator[Problem]:
    """Policies with the number of another one that they do not explain."""
    by_number: defaultdict[str, list[PolicyText]] = defaultdict(list)
    for text in texts:
        if text.meta.number.value:
            by_number[title_key(text.meta.number.value)].append(text)
    for same in by_number.values():
        explained = {each.target for text in same for each in text.meta.relations if each.kind == "explains"}
        for first, other in pairwise(same):
            if explained.isdisjoint((first.meta.slug, other.meta.slug)):
                path = Path(other.source.name).with_name("policy.toml").as_posix()
                yield problem("R243", path, doc=first.meta.slug, number=other.meta.number.value)


def _pages(folder: Path) -> tuple[tuple[EditorPage, ...], tuple[Problem, ...]]:
    """The editors' own pages, ``<name>.<language>.md``."""
    if folder.is_symlink():
        return (), (problem("R009", folder.as_posix()),)
    pages: list[EditorPage] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.*.md")):
        name, language, _ = path.name.rsplit(".", 2)
        if language not in LANGUAGES or not SLUG.fullmatch(name):
            end = f".{language if language in LANGUAGES else LANGUAGES[0]}.md"
            taken = {each.name.removesuffix(end) for each in folder.iterdir() if each.name.endswith(end)}
            example = proposed_slug(name, taken, "page") + end
            problems.append(problem("R205", path.as_posix(), found=path.name, example=example))
        elif name in ALWAYS and name not in OPEN:
            example = f"our-{path.name}"
            problems.append(problem("R244", path.as_posix(), name=name, example=example))
        elif path.is_symlink():
            problems.append(problem("R009", path.as_posix()))
        else:
            source, found = _page_text(path)
            problems += found
            pages += [EditorPage(name, language, source.text)] if source else []
    have = {(page.name, page.language) for page in pages}
    for page in pages:
        for language in LANGUAGES:
            if (page.name, language) not in have:
                path = folder / f"{page.name}.{page.language}.md"
                problems.append(problem("R210", path.as_posix(), other=f"{page.name}.{language}.md"))
    return tuple(pages), tuple(problems)


def _with_help(pages: tuple[EditorPage, ...], starter: Path) -> tuple[EditorPage, ...]:
    """The pages, with the program's own for editors where a site has none of that name."""
    if any(page.name == HELP for page in pages):
        return pages
    shipped = (
        EditorPage(HELP, language, (starter / f"{HELP}.{language}.md").read_text("utf-8"))
        for language in LANGUAGES
    )
    return tuple(sorted((*pages, *shipped), key=lambda page: (page.name, page.language)))


def _page_text(path: Path) -> Decoded:
    data, problems = read_bytes(path, MAX_PAGE)
    return Decoded(None, problems) if data is None else decode(path.as_posix(), data)


def _ids(documents: DocumentWords | None) -> dict[str, dict[str, tuple[str, ...]]]:
    """The ids of each list that a policy chooses from, with what they are called; no list when it could not be read."""
    if documents is None:
        return {}
    lists = {"genre": documents.genres, "form": documents.forms, "status": documents.statuses}
    return {name: {row.id: (row.zh, row.en, *row.words) for row in rows} for name, rows in lists.items()}


def _terms(vocabulary: Vocabulary) -> dict[tuple[str, str], Term]:
    """The names of all ids of closed lists; a unit is called by its first printed form."""
    documents, instruments, counters = vocabulary.documents, vocabulary.instruments, vocabulary.targets
    lists = {"genre": documents.genres, "form": documents.forms, "status": documents.statuses}
    kinds = vocabulary.provisions.provision
    return {
        **{("provision", kind.id): Term(kind.zh, kind.en) for kind in kinds},
        **{(name, row.id): Term(row.zh, row.en) for name, rows in lists.items() for row in rows},
        **{("instrument", kind.id): Term(kind.name_zh, kind.name_en) for kind in instruments.kinds},
        **{("unit", unit.id): Term(unit.printed[0], unit.en or unit.id) for unit in instruments.units},
        **{("counter", zh): Term(zh, en) for zh, en in counters.counters_en.items()},
    }
