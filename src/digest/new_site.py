"""A new site: the word lists that every site can start from, settings, and one invented policy."""

from importlib.resources import files
from pathlib import Path
from shutil import copytree, ignore_patterns

from digest.resources import starter_content

_OF_ONE_SITE = ignore_patterns("policies", "pages", "rulings.toml")  # what belongs to a checkout's own site


def new_site(folder: Path) -> Path:
    """Write ``content/`` into a folder, which is made when it is missing, and give back its path.

    FileExistsError when there is a ``content`` already, other OSErrors as they come.
    """
    content = folder / "content"
    content.mkdir(parents=True)
    copytree(starter_content(), content, ignore=_OF_ONE_SITE, dirs_exist_ok=True)
    copytree(str(files("digest") / "starter"), content, dirs_exist_ok=True)
    return content
