"""Where the program's own files are: the templates and the content a new site starts with.

A wheel carries them as ``digest/data/``; in a checkout they are the folders ``templates/`` and
``content/`` at the root of the repository.
"""

from importlib.resources import files
from pathlib import Path


def starter_content() -> Path:
    """The folder with the word lists, jurisdictions and pages that every site can start from."""
    return _folder("content")


def templates() -> Path:
    """The folder with the templates, and the styles and scripts beside them."""
    return _folder("templates")


def _folder(name: str) -> Path:
    package = Path(str(files("digest")))
    packed = package / "data" / name
    return packed if packed.is_dir() else package.parents[1] / name
