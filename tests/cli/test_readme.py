"""The commands that README and CONTRIBUTING name exist, with these options."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from digest.cli.main import digest

ROOT = Path(__file__).parents[2]


def commands(name: str) -> list[str]:
    """The lines of the shell blocks of a page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_the_pages_name_commands() -> None:
    assert len([line for line in commands("README.md") if line.startswith("digest ")]) > 5


@pytest.mark.parametrize("line", [x for x in commands("README.md") if x.startswith("digest ")])
def test_digest_command_is_understood(line: str) -> None:
    _, name, *arguments = shlex.split(line.partition(" #")[0])  # the rest is a comment
    digest.commands[name].make_context(name, arguments)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_make_target_is_defined(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / page).read_text("utf-8"))) - {"and"}:
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), f"make {target}"


def every(command: click.Command) -> Iterator[click.Command]:
    """A command and all below it."""
    yield command
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        yield from every(each)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_command_or_option_named_in_passing_exists(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for name in re.findall(r"`digest ([a-z][a-z0-9]+)", text):
        assert name in digest.commands
    known = {option for command in every(digest) for x in command.params for option in x.opts}
    assert set(re.findall(r"`(--[a-z][a-z-]*)", text)) <= known


def test_the_picture_and_the_pages_linked_are_there() -> None:
    for target in re.findall(r"\]\(([^):]+)\)", (ROOT / "README.md").read_text("utf-8")):
        assert (ROOT / target).is_file(), target
