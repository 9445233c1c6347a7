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


def template_folders(content: Path) -> list[Path]:
    """The folders of templates for a content folder: a project's own, beside it, win file by file over the
    program's."""
    return [content.parent / "templates", templates()]


def has_own_templates(content: Path) -> bool:
    """Whether a project has templates of its own; those of a checkout are the program's."""
    own = template_folders(content)[0]
    return own.is_dir() and not own.samefile(templates())


def pandoc_filter() -> str:
    """The filter for pandoc that every site hands out."""
    return (package() / "reports" / "clauses.lua").read_text("utf-8")


def catalogue(language: str) -> str:
    """What the program says in another language than English, in the PO format."""
    return (package() / "locale" / language / "LC_MESSAGES" / "digest.po").read_text("utf-8")


def package() -> Path:
    """The folder of the program itself."""
    return Path(str(files("digest")))


def _folder(name: str) -> Path:
    packed = package() / "data" / name
    return packed if packed.is_dir() else package().parents[1] / name
