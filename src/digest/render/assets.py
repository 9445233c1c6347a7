"""Files that go to the site as they are: styles, scripts, pictures, data schemas."""

from collections.abc import Sequence
from pathlib import Path

from digest.text import urls


def read_assets(folders: Sequence[Path]) -> dict[str, bytes]:
    """Site path -> bytes of all files in ``assets/`` and ``schemas/`` of the folders, the first folder
    winning. Hidden files and links to other places are left out."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        for name, address in (("assets", urls.asset), ("schemas", urls.data)):
            for path in sorted((folder / name).glob("*")):
                if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                    found[address(path.name)] = path.read_bytes()
    return found
