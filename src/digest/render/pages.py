"""Page values become bytes.

Afterwards: every value was escaped, no name in a template was undefined, and the same page gave
the same bytes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from digest.model.page import DataFile, Element, Json, Page, Script
from digest.render.data import data_file, json_file, script_file
from digest.render.markdown import to_html
from digest.render.xml import xml_file

PLAIN = ("_headers", "_redirects", "robots.txt")
"""Templates that are not markup."""


def environment(folders: Sequence[Path]) -> Environment:
    """The templates of some folders; a file of an earlier folder wins over one of a later.

    Templates of a project are run in a sandbox: they see the page and nothing else.
    """
    env = _Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=lambda name: name not in PLAIN,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["markdown"] = to_html
    env.globals.clear()
    return env


def render(page: Page, env: Environment) -> bytes:
    """The bytes of a page. Raises jinja2.TemplateError for a template that does not fit its value."""
    match page.value:
        case DataFile() as data:
            return data_file(data)
        case Json() as json:
            return json_file(json.value)
        case Element() as root:
            return xml_file(root)
        case Script() as script:
            return script_file(script.name, script.value)
    return env.get_template(page.template).render(page=page.value).encode()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox. Its verdict on an attribute depends on the type and the name only, so each
    pair is judged once; that halves the time of a page."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = (type(obj), attr)
        if key not in self._verdicts:
            self._verdicts[key] = super().is_safe_attribute(obj, attr, value)
        return self._verdicts[key]
