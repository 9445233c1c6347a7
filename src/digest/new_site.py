"""A new site: the word lists that every site can start from, settings, and one invented policy."""

from gettext import gettext
from importlib.resources import files
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

from digest.resources import starter_content

# What belongs to a checkout's own site, and the figures of the program itself, which a copy would make stale.
_NOT_COPIED = ignore_patterns(
    "policies",
    "pages",
    "jurisdictions.toml",
    "rulings.toml",
    "addresses.toml",
    "changes.toml",
    "quality.toml",
)

_CHINESE = "README.zh.md"
"""What README.md says, in Chinese."""


def new_site(folder: Path) -> Path:
    """Write ``content/`` into a folder, which is made when it is missing, and give back its path. Its README is in the language of
    the command line.

    FileExistsError when there is a ``content`` already, other OSErrors as they come.
    """
    content = folder / "content"
    content.mkdir(parents=True)
    copytree(starter_content(), content, ignore=_NOT_COPIED, dirs_exist_ok=True)
    starter = Path(str(files("digest") / "starter"))
    copytree(starter, content, ignore=ignore_patterns(_CHINESE), dirs_exist_ok=True)
    if gettext("en") == "zh":
        copy(starter / _CHINESE, content / "README.md")
    return content
