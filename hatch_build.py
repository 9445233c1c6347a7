"""Puts the templates and the starter content into the wheel.

``templates/`` and ``content/`` stand at the root of the repository, where editors look for them. A wheel
carries them as ``digest/data/``, without the policies of this repository: those are an example of
use, not part of the program. An editable install reads them in place.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OWN = {
    "policies",
    "pages",
    "jurisdictions.toml",
    "rulings.toml",
    "addresses.toml",
}  # this site's, not every site's


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds files at build time."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Map each folder or file to its place in the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        build_data["force_include"][str(root / "templates")] = "digest/data/templates"
        for path in sorted((root / "content/pages").glob("help.*.md")):  # every site has it
            build_data["force_include"][str(path)] = f"digest/data/content/pages/{path.name}"
        for path in sorted((root / "content").iterdir()):
            if path.name not in OWN:
                build_data["force_include"][str(path)] = f"digest/data/content/{path.name}"
