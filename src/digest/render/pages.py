"""Page values become bytes.

Afterwards: every value was escaped, no name in a template was undefined, and the same page gave
the same bytes.
"""

import marshal
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from functools import lru_cache
from json import JSONEncoder
from pathlib import Path
from types import CodeType, MethodType
from typing import Any, NamedTuple

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from digest.model.page import DataFile, Json, JsonLines, Page, PlainText, ReferenceFile, Script, XmlElement
from digest.regex import regex
from digest.render.data import data_file, json_file, json_lines_file, script_file
from digest.render.markdown import to_html
from digest.render.references import reference_file
from digest.render.xml import legal_text, xml_file

PLAIN = ("_headers", "_redirects", "_redirects_nginx", "robots.txt")
"""Templates that are not markup."""

ENDINGS = (".html", ".xml", ".json")
"""What the names of the others end in."""


def environment(folders: Sequence[Path], compiled: BytecodeCache | None = None) -> "Templates":
    """The templates of some folders; a file of an earlier folder wins over one of a later. ``compiled`` keeps
    what Jinja2 made of them.

    Templates of a project are run in a sandbox: they see the page and nothing else.
    """
    return _environment(FileSystemLoader(folders), _Codes(compiled))


def render(page: Page, env: "Templates") -> bytes:
    """The bytes of a page. Raises jinja2.TemplateError for a template that does not fit its value."""
    match page.value:
        case DataFile() as data:
            return data_file(data)
        case ReferenceFile() as references:
            return reference_file(references)
        case Json() as json:
            return json_file(json.value)
        case JsonLines() as lines:
            return json_lines_file(lines)
        case PlainText() as plain:
            return plain.text.encode()
        case XmlElement() as root:
            return xml_file(root)
        case Script() as script:
            return script_file(script.name, script.value)
    frame = getattr(page.value, "frame", None)
    templates = env if frame is None else env.speaking(frame.lang, frame.words)
    text = templates.get_template(page.template).render(page=page.value)
    return (legal_text(text) if page.template.endswith(".xml") else text).encode()


def _environment(loader: BaseLoader, codes: "_Codes") -> "Templates":
    env = Templates(
        loader=loader,
        autoescape=_is_markup,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a build has one state of the templates; looking for another takes as long as a small page
        bytecode_cache=codes,
        optimized=False,  # our templates compute nothing that could be computed beforehand; looking for it takes a third
    )
    env.filters["markdown"] = to_html
    env.filters["filled"] = _filled
    env.policies["json.dumps_function"] = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    env.policies["json.dumps_kwargs"] = {}
    env.globals.clear()
    env.globals["once"] = env.once
    return env


def _is_template(name: str) -> bool:
    return name in PLAIN or name.endswith(ENDINGS)


def _is_markup(name: str | None) -> bool:
    return name not in PLAIN


class _Voice(NamedTuple):
    """What all pages of a language have in their frames."""

    lang: str
    words: Hashable


class _AnyPage(NamedTuple):
    """What a template that is imported without context knows of the page: what any other page of the language has, too."""

    frame: _Voice


class _Printing(CodeGenerator):
    """Lets templates escape what they print with ``escaped``."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        known = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if known and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _escaped(value: str) -> str:
    """What ``escape`` makes of a value. Most of what is printed is markup already, or short and with nothing to escape:
    to mark that as markup, for which nothing printed is ever asked, takes four times as long as to see it."""
    kind = type(value)
    if kind is Markup or (kind is str and len(value) < _SHORT and not _SPECIAL(value)):
        return value
    return escape(value)


def _filled(text: str, marks: tuple[str, ...], values: Iterable[str]) -> str:
    """A text with each value in the place of its mark."""
    places = dict(zip(marks, map(escape, values), strict=True))
    pieces = [places.get(piece, piece) for piece in _pieces(_escaped(text), marks)]
    return Markup("".join(pieces))  # noqa: S704 # all were escaped


@lru_cache(maxsize=64)  # a pure function; all clauses of a policy have the same text to be filled in
def _pieces(text: str, marks: tuple[str, ...]) -> tuple[str, ...]:
    """A text cut at the marks, with them."""
    return tuple(re.split(f"({'|'.join(map(re.escape, marks))})", text))


_SHORT = 100
_SPECIAL = regex("[&<>\"']").search


class Templates(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, without asking twice what it has decided. Its verdict on an attribute depends on the
    type and the name only; a field of our own values is data, no method that would have to be watched, and a method of
    theirs is the program's; a macro is made of the template's own text. Together that is half the time of a page.

    ``once(macro, values)`` in a template is what the macro makes of the values, made for the first page that asks and
    kept for the others.

    They can be pickled: other processes receive the text of each template, the file it comes from, and what Jinja2 has made
    of it, and need neither the files nor the time to compile them.
    """

    code_generator_class = _Printing
    escaped = staticmethod(_escaped)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._verdicts: dict[tuple[type, str], bool] = {}
        self._fields = defaultdict[type, set[str]](set)
        self._methods: set[Callable[..., Any]] = set()
        self._speaking: dict[_Voice, Templates] = {}
        # Typed, since True is 1, and text that is markup already equals the same text that is not.
        self.once = lru_cache(_KEPT, typed=True)(_made)

    def __reduce__(self) -> tuple[Any, ...]:
        loader, codes = self.loader, self.bytecode_cache
        if loader is None or not isinstance(codes, _Codes):
            raise TypeError
        texts = {}
        for name in self.list_templates(filter_func=_is_template):
            with suppress(
                TemplateSyntaxError, UnicodeDecodeError
            ):  # one that is faulty says so when it is used
                self.get_template(name)
            with suppress(TemplateNotFound, UnicodeDecodeError):
                texts[name] = loader.get_source(self, name)[:2]
        return _received, (texts, codes.packed())

    def speaking(self, lang: str, words: Hashable) -> "Templates":
        """The same templates for the pages of a language: what they import without context is read once for all."""
        voice = _Voice(lang, words)
        if voice not in self._speaking:
            env = self._speaking[voice] = self.overlay()
            env.globals = {**self.globals, "page": _AnyPage(voice)}
        return self._speaking[voice]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # Nothing is added later, and Jinja2's own layers of globals take long to be looked through.
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if attribute in self._fields[kind]:
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if _is_field(kind, attribute) and self.is_safe_attribute(obj, attribute, value):
            self._fields[kind].add(attribute)
        return value

    def call(self, context: Context, obj: Any, /, *args: Any, **values: Any) -> Any:
        kind = type(obj)
        method = kind is MethodType and obj.__func__ in self._methods
        if not (method or kind is Macro or obj is self.once):
            if kind is MethodType and _fields_of(type(obj.__self__)) and self.is_safe_callable(obj):
                self._methods.add(obj.__func__)
            return super().call(context, obj, *args, **values)
        if values:  # Jinja2 adds two that are meant for others
            values.pop("_loop_vars", None)
            values.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **values) if kind is Macro else obj(*args, **values)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        key = (type(obj), attr)
        if key not in self._verdicts:
            self._verdicts[key] = super().is_safe_attribute(obj, attr, value)
        return self._verdicts[key]


_KEPT = 4096
"""So many results of macros are kept; those of a policy of a thousand clauses are among them."""


def _made(macro: Any, *values: Hashable) -> str:
    """What a macro makes of some values."""
    if type(macro) is not Macro:
        raise SecurityError(f"once() is for macros, not for {macro!r}")
    made: str = macro(*values)
    return made


def _received(texts: Mapping[str, tuple[str, str]], codes: bytes) -> Templates:
    """Templates that have come from another process, by the text and the file of each."""

    def text_of(name: str) -> tuple[str, str, None]:
        if name not in texts:
            raise TemplateNotFound(name, f"{name!r} not found in the folders of templates")
        return (*texts[name], None)

    return _environment(FunctionLoader(text_of), _Codes(None, marshal.loads(codes)))  # noqa: S302 # of this build


class _Codes(BytecodeCache):
    """What Jinja2 made of templates, once for all languages; ``kept`` has that of earlier builds."""

    def __init__(
        self, kept: BytecodeCache | None, codes: dict[tuple[str, str], CodeType] | None = None
    ) -> None:
        self._kept = kept
        self._codes = codes or {}

    def packed(self) -> bytes:
        """All of it, for a process that runs the same Python."""
        return marshal.dumps(self._codes)

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._codes.get((bucket.key, bucket.checksum)):
            bucket.code = code
        elif self._kept:
            self._kept.load_bytecode(bucket)
            self._keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._keep(bucket)
        if self._kept:
            self._kept.dump_bytecode(bucket)

    def _keep(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def _is_field(kind: type, name: str) -> bool:
    """Whether a name is a field of one of our own values, or a property, which is as good as one."""
    return name in _fields_of(kind) or isinstance(getattr(kind, name, None), property)


def _fields_of(kind: type) -> Collection[str]:
    """The fields of a dataclass or a NamedTuple; none of another type."""
    return getattr(kind, "__dataclass_fields__", ()) or getattr(kind, "_fields", ())
