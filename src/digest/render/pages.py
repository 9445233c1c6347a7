"""Page values become bytes.

Afterwards: every value was escaped, no name in a template was undefined, and the same page gave
the same bytes.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from digest.model.page import DataFile, Element, Json, Page, Script
from digest.render.data import data_file, json_file, script_file
from digest.render.markdown import to_html
from digest.render.xml import xml_file

PLAIN = ("_headers", "_redirects", "robots.txt")
"""Templates that are not markup."""


def environment(folders: Sequence[Path], compiled: BytecodeCache | None = None) -> Environment:
    """The templates of some folders; a file of an earlier folder wins over one of a later. ``compiled`` keeps
    what Jinja2 made of them.

    Templates of a project are run in a sandbox: they see the page and nothing else.
    """
    env = _Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=lambda name: name not in PLAIN,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
        optimized=False,  # our templates compute nothing that could be computed beforehand; looking for it takes a third
    )
    env.filters["markdown"] = to_html
    env.globals.clear()
    return env


def compile_all(env: Environment) -> None:
    """Compile the templates before work begins in several processes, each of which would do it again. One that is
    faulty says so when it is used."""
    for name in env.list_templates(extensions=["html", "xml"]):
        with suppress(TemplateSyntaxError):
            env.get_template(name)


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
    """Jinja2's sandbox, without asking twice what it has decided. Its verdict on an attribute depends on the
    type and the name only; a field of our own values is data, no method that would have to be watched; and
    a macro is made of the template's own text. Together that is half the time of a page."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}
        self._fields: dict[type, set[str]] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if attribute in self._fields.get(kind, ()):
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if _is_field(kind, attribute) and self.is_safe_attribute(obj, attribute, value):
            self._fields.setdefault(kind, set()).add(attribute)
        return value

    def call(self, context: Context, obj: Any, /, *args: Any, **values: Any) -> Any:
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **values)
        for meant_for_others in ("_loop_vars", "_block_vars"):
            values.pop(meant_for_others, None)
        return obj(context.eval_ctx, *args, **values)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = (type(obj), attr)
        if key not in self._verdicts:
            self._verdicts[key] = super().is_safe_attribute(obj, attr, value)
        return self._verdicts[key]


def _is_field(kind: type, name: str) -> bool:
    """Whether a name is a field of a dataclass or a NamedTuple."""
    return name in getattr(kind, "__dataclass_fields__", ()) or name in getattr(kind, "_fields", ())
