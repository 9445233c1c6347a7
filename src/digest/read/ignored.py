"""Files that systems and editors leave behind, which no message is about."""

import re
from pathlib import Path, PurePath

from digest.regex import regex

_IGNORED = regex(
    r"\..+|~\$.+|.+~|\#.+\#|Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX|.+\.(?:sw[a-p]|tmp|bak|orig|crdownload|part)",
    re.IGNORECASE,
)


def is_ignored(path: PurePath) -> bool:
    """Whether a path inside a project belongs to a system or an editor: ``.DS_Store``, ``~$policy.docx``, ``.git/config``."""
    return any(_IGNORED.fullmatch(part) for part in path.parts)


def own_files(folder: Path) -> tuple[str, ...]:
    """The files in a folder by their paths in it, but for those of systems and editors."""
    found = (
        path for path in folder.rglob("*") if path.is_file() and not is_ignored(path.relative_to(folder))
    )
    return tuple(sorted(path.relative_to(folder).as_posix() for path in found))
