"""The language of messages and help: English, or Chinese from the catalogue in locale/.

Words are looked up with gettext, in this program and in click alike. The catalogue is read only when Chinese is
asked for, so that nobody else waits for it.
"""

import copy
import inspect
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from gettext import bindtextdomain, gettext
from pathlib import Path

import click

LANGUAGES = ("en", "zh")
OPTION = "--lang"
VARIABLE = "DIGEST_LANG"

_DOMAIN = "messages"  # gettext's own default, which click uses, too
_CHOICE = "LANGUAGE"  # the variable by which gettext chooses


def asked_for(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """The language, and the arguments without the option: ``--lang`` (before or after the command), else
    DIGEST_LANG, else what the system speaks."""
    rest = list(arguments)
    for at, argument in enumerate(rest):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        following = rest[at + 1 : at + 2]
        if name == OPTION and (value if equals else following[0] if following else "") in LANGUAGES:
            return (value or following[0]), rest[:at] + rest[at + (1 if equals else 2) :]
    return _spoken(environment), rest


class _Help(click.HelpFormatter):
    """Headings with the colon of the language; click writes that of English."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, gettext("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        said = gettext("{heading}:").format(heading=heading)
        self.write(f"{'':>{self.current_indent}}{said}\n")


class _Context(click.Context):
    formatter_class = _Help


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let gettext answer in a language until the end of the block."""
    if language == "en":
        yield
        return
    import tempfile

    before = os.environ.get(_CHOICE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
        path.parent.mkdir(parents=True)
        path.write_bytes(_compiled(language))
        bindtextdomain(_DOMAIN, folder)
        os.environ[_CHOICE] = language
        try:
            yield
        finally:
            os.environ.pop(_CHOICE)
            os.environ.update({} if before is None else {_CHOICE: before})


def translated(command: click.Command) -> click.Command:
    """A command with its help, and that of its options and subcommands, in the language spoken."""
    said = copy.copy(command)
    said.context_class = _Context
    said.help = _said(command.help)
    said.short_help = _said(command.short_help)
    said.params = [_parameter(parameter) for parameter in command.params]
    if isinstance(command, click.Group) and isinstance(said, click.Group):
        said.commands = {name: translated(each) for name, each in command.commands.items()}
    return said


def _spoken(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for."""
    own = environment.get(VARIABLE, "")
    system = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "zh" if (own or system).lower().startswith("zh") else "en"


def _compiled(language: str) -> bytes:
    """The catalogue as gettext reads it."""
    import polib

    from digest.resources import catalogue

    compiled = polib.pofile(catalogue(language)).to_binary()
    return bytes(compiled)


def _parameter(parameter: click.Parameter) -> click.Parameter:
    said = copy.copy(parameter)
    if isinstance(parameter, click.Option) and isinstance(said, click.Option):
        said.help = _said(parameter.help)
        if isinstance(parameter.show_default, str):
            said.show_default = _said(parameter.show_default)
    return said


def _said(words: str | None) -> str | None:
    return gettext(inspect.cleandoc(words)) if words else words
