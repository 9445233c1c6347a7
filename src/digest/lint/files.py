"""Files in a content folder that nothing reads: a name that is nearly right, a place that is wrong."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from gettext import gettext
from pathlib import Path

from digest.model.problem import Problem, problem
from digest.read.content import PAGE_NAME
from digest.read.ignored import is_ignored
from digest.text.urls import LANGUAGES

SETTINGS = (
    "site.toml", "jurisdictions.toml", "addresses.toml", "changes.toml", "rulings.toml", "agencies.toml", "estimate.toml",
    "genres.toml", "glossary.toml", "instruments.toml", "keywords.toml", "matching.toml", "places.toml", "provisions.toml",
    "search.toml", "targets.toml", "themes.toml", "translation.toml", "quality.toml",
)  # fmt: skip
FOLDERS = ("pages", "policies")
TEMPLATES = "templates"
OF_POLICY = ("policy.toml", "source.txt", "en.po", "ids.toml")
_READ_BY_PEOPLE = ("readme", "licence", "license", "changelog", "contributing")


def check_files(content: Path) -> tuple[Problem, ...]:
    """Problems: R230 a file or folder that nothing reads, and whose name or place is nearly that of one that is read
    (warning), R231 any other one (note)."""
    return (
        *_beside(content),
        *_at_top(content),
        *_of_pages(content / "pages"),
        *_of_policies(content / "policies"),
    )


def _beside(content: Path) -> Iterator[Problem]:
    """What looks like the folder of the templates, beside content/: a folder Template or templates2, a file templates."""
    for path in _listed(content.parent):
        if path.name == TEMPLATES and not path.is_dir():
            yield _misplaced(path, gettext("Make a folder of this name, and put the templates into it."))
        if path.is_dir() and path.name != TEMPLATES and _near(path.name, (TEMPLATES,)):
            yield _unread(path, (TEMPLATES,))


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if not is_ignored(each.relative_to(folder)))
    except OSError:  # it is not there, or the stage that reads it says why it cannot be read
        return []


def _at_top(content: Path) -> Iterator[Problem]:
    for path in _listed(content):
        if path.name in (*SETTINGS, *FOLDERS) or path.stem.lower() in _READ_BY_PEOPLE:
            continue
        if path.is_dir() and any((path / name).exists() for name in OF_POLICY[:2]):
            yield _misplaced(path, gettext("Move it to {place}.").format(place=f"policies/{path.name}"))
        elif path.name == TEMPLATES:
            place = (content.parent / TEMPLATES).as_posix()
            yield _misplaced(path, gettext("Move it to {place}.").format(place=place))
        elif path.suffix == ".md":
            yield _misplaced(path, gettext("Move it to {place}.").format(place=f"pages/{path.name}"))
        else:
            yield _unread(path, FOLDERS if path.is_dir() else SETTINGS)


def _of_pages(folder: Path) -> Iterator[Problem]:
    for path in _listed(folder):
        if PAGE_NAME.fullmatch(path.name) or path.stem.lower() in _READ_BY_PEOPLE:
            continue
        name = re.sub(r"(?:\.(?:md|markdown|txt))+$", "", path.name.lower())
        language = name.rpartition(".")[2]
        text = ".md" in path.name.lower() or path.suffix.lower() in (".txt", ".markdown")
        if path.is_dir() or not text:
            yield problem("R231", path.as_posix())
        else:
            stem = name.removesuffix(f".{language}") if language in LANGUAGES else name
            meant = f"{stem}.{language if language in LANGUAGES else LANGUAGES[0]}.md"
            yield _misplaced(path, gettext("Rename it to {name}.").format(name=meant))


def _of_policies(folder: Path) -> Iterator[Problem]:
    for path in _listed(folder):
        if not path.is_dir():
            yield _unread(path, ())
            continue
        names = [each.name for each in _listed(path)]
        for name in names:
            lacking = [each for each in OF_POLICY if each not in names]
            if name not in OF_POLICY and (near := _near(name, lacking)):
                yield _misplaced(path / name, gettext("Rename it to {name}.").format(name=near))


def _near(name: str, known: Sequence[str], least: float = 0.8) -> str:
    """The name that is meant, so alike at ``least``; empty where none is."""
    same = [each for each in known if each.lower() == name.lower()]
    return next(iter(same or get_close_matches(name.lower(), known, 1, least)), "")


def _unread(path: Path, known: Sequence[str]) -> Problem:
    near = _near(path.name, known, 0.7 if path.is_dir() else 0.8)
    if near and (path.parent / near).exists():
        return _misplaced(path, gettext("Move its content into {name}, or remove it.").format(name=near))
    if near:
        return _misplaced(path, gettext("Rename it to {name}.").format(name=near))
    return problem("R231", path.as_posix())


def _misplaced(path: Path, remedy: str) -> Problem:
    return problem("R230", path.as_posix(), remedy=remedy)
