"""Files that go to the site beside its pages: styles, scripts, pictures."""

import re
from collections.abc import Sequence
from pathlib import Path

from rjsmin import jsmin

from digest.text import urls


def read_assets(folders: Sequence[Path]) -> dict[str, bytes]:
    """Site path -> bytes of all files in ``assets/`` of the folders, the first folder winning.

    The scripts of a folder within ``assets/`` become one, in the order of their names; comments and white space are
    taken out of scripts. Hidden files and links to other places are left out.
    """
    assets = _files(folders, "assets", "*")
    parts = _files(folders, "assets", "*/*.js")
    for folder in {name.partition("/")[0] for name in parts}:
        own = (parts[name] for name in sorted(parts) if name.startswith(f"{folder}/"))
        assets[f"{folder}.js"] = b"{\n" + b"".join(own) + b"}\n"
    return {urls.asset(name): jsmin(own) if name.endswith(".js") else own for name, own in assets.items()}


def _files(folders: Sequence[Path], name: str, pattern: str) -> dict[str, bytes]:
    """The files within a folder of each of the folders, by their paths in it."""
    found = {}
    for folder in reversed(folders):
        root = folder / name
        for path in sorted(root.glob(pattern)):
            own = path.relative_to(root).as_posix()
            stays = path.resolve().is_relative_to(root.resolve()) and not re.search(r"(?:^|/)\.", own)
            if stays and path.is_file():
                found[own] = path.read_bytes()
    return found
