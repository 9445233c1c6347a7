"""Files that systems and editors leave behind, about which nobody is told."""

import re
from pathlib import PurePath

_IGNORED = re.compile(
    r"\..+|~\$.+|.+~|\#.+\#|Thumbs\.db|ehthumbs\.db|desktop\.ini|__MACOSX|.+\.(?:sw[a-p]|tmp|bak|orig|crdownload|part)",
    re.IGNORECASE,
)


def is_ignored(path: PurePath) -> bool:
    """Whether a path inside a project belongs to a system or an editor: ``.DS_Store``, ``~$policy.docx``, ``.git/config``."""
    return any(_IGNORED.fullmatch(part) for part in path.parts)
