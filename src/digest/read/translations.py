"""en.po, the English of a policy."""

from pathlib import Path
from typing import NamedTuple

from digest.model.problem import Problem, problem, problem_at
from digest.model.source import Span
from digest.model.translation import Catalogue
from digest.read.source import decode_utf8, read_bytes
from digest.text.po import PoError, parse_po

FILE = "en.po"
MAX_BYTES = 16_000_000


class ReadTranslations(NamedTuple):
    """The English (an empty catalogue where there is no file yet), or None with the reasons."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def read_translations(folder: Path) -> ReadTranslations:
    """The English of a policy's folder.

    Problems: those of ``read_bytes``; R009 a link, R100 not UTF-8, T001 no PO file, T002 an entry twice, T003 an empty file
    (warning).
    """
    path = folder / FILE
    if path.is_symlink():
        return ReadTranslations(None, (problem("R009", path.as_posix()),))
    if not path.exists():
        return ReadTranslations(Catalogue(path.as_posix()), ())
    data, problems = read_bytes(path, MAX_BYTES)
    if data is not None and not data.strip():
        return ReadTranslations(Catalogue(path.as_posix()), (problem("T003", path.as_posix()),))
    return ReadTranslations(None, problems) if data is None else decode_translations(path.as_posix(), data)


def decode_translations(name: str, data: bytes) -> ReadTranslations:
    """The bytes of a PO file. Problems: R100, T001, T002."""
    source, undecoded = decode_utf8(name, data)
    if source is None:
        return ReadTranslations(None, undecoded)
    try:
        catalogue = parse_po(source.text.replace("\r\n", "\n"), name)
    except PoError as error:
        span = (
            Span(*source.line_span(error.line)) if 0 < error.line <= len(source.line_starts) else Span(0, 0)
        )
        return ReadTranslations(None, (problem_at("T001", source, span, reason=error.reason),))
    problems = _twice(catalogue)
    return ReadTranslations(None if problems else catalogue, problems)


def _twice(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Live entries for one clause that follow an earlier one."""
    first: dict[str, int] = {}
    return tuple(
        problem("T002", catalogue.path, line=entry.line, id=entry.context, first=line)
        for entry in catalogue.entries
        if not entry.obsolete and (line := first.setdefault(entry.context, entry.line)) != entry.line
    )
