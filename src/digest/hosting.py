"""What ``digest new --host`` writes beside the content: the files that a kind of web host needs, and what is left to do."""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from gettext import gettext
from importlib import metadata
from pathlib import Path
from shlex import quote
from typing import NamedTuple
from urllib.parse import urlsplit

from digest import DISTRIBUTION, __version__
from digest.pages.headers import TYPE, HeaderRule, header_rules
from digest.read.site import read_site
from digest.resources import package

HOSTS: Mapping[str, Mapping[str, str]] = {
    "github": {
        ".github/workflows/site.yml": "github/site.yml",
        ".gitattributes": "github/gitattributes",
        ".gitignore": "github/gitignore",
        "requirements.txt": "github/requirements.txt",
    },
    "nginx": {"nginx.conf": "nginx/nginx.conf"},
    "zip": {"UPLOAD.md": "zip/UPLOAD.md"},
}
"""The files of each kind of host, by their paths in a project, and where the program has them."""


class Prepared(NamedTuple):
    """The files that were written, those that were there already and stay as they are, and what to do next."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    next_step: str


class Origin(NamedTuple):
    """How another machine installs this program: a line of requirements.txt. Where that names a file, ``source`` is what
    the file is made of on this machine."""

    requirement: str
    source: str = ""


def prepare(folder: Path, host: str) -> Prepared:
    """Write the files of a host of ``HOSTS`` into the folder that holds ``content/``. Raises OSError."""
    origin = origin_of(_direct_url())
    values = {"@DIGEST@": origin.requirement, **_of_site(folder / "content")}
    written, kept = [], []
    for name, shipped in HOSTS[host].items():
        text = (package() / "hosts" / shipped).read_text("utf-8")
        for mark, value in values.items():
            text = text.replace(mark, value)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            written.append(path)
        except FileExistsError:
            kept.append(path)
    return Prepared(tuple(written), tuple(kept), _next_step(folder, host, origin))


def origin_of(direct_url: Mapping[str, object] | None) -> Origin:
    """Where this program can be installed from, by what its installer noted (PEP 610); None where it came from an index
    of packages."""
    if direct_url is None:
        return Origin(f"{DISTRIBUTION}=={__version__}")
    address, version = str(direct_url.get("url", "")), direct_url.get("vcs_info")
    if isinstance(version, Mapping):
        return Origin(f"{DISTRIBUTION} @ {version.get('vcs')}+{address}@{version.get('commit_id')}")
    if address.startswith("https://"):
        return Origin(f"{DISTRIBUTION} @ {address}")
    wheel = f"{DISTRIBUTION.replace('-', '_')}-{__version__}-py3-none-any.whl"
    return Origin(f"./{wheel}", address)


def _direct_url() -> Mapping[str, object] | None:
    """What the installer noted; the checkout where this is none that was installed."""
    with suppress(metadata.PackageNotFoundError):
        noted = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
        found: Mapping[str, object] | None = json.loads(noted) if noted else None
        return found
    return {"url": package().parents[1].as_uri()}


def _of_site(content: Path) -> Mapping[str, str]:
    """Host and path of the address in site.toml, and the headers; those of the starter where it cannot be read."""
    site = read_site(content).site or read_site(package() / "starter").site
    if site is None:
        raise AssertionError
    address, (maps, headers) = urlsplit(site.base_url), _headers(header_rules(site))
    return {"@HOST@": address.hostname or "", "@PATH@": address.path, "@MAPS@": maps, "@HEADERS@": headers}


def _headers(rules: Sequence[HeaderRule]) -> tuple[str, str]:
    """The rules of ``_headers``, as nginx says them: a header that not all addresses have alike is looked up in a map, and
    is not sent where the map says nothing. (What is added in a location takes the place of all others; a map does not.)
    Types are no added headers there; the template has them."""
    whole, *narrower = rules
    values = dict(whole.headers)
    own: dict[str, list[str]] = {}
    for rule in narrower:
        for name, value in rule.headers:
            if name != TYPE:
                own.setdefault(name, []).append(f'    "~^{_pattern(rule.path)}$" "{value}";')
    maps = (
        "\n".join((f"map $uri ${_variable(name)} {{", f'    default "{values.get(name, "")}";', *lines, "}"))
        for name, lines in own.items()
    )
    said = {name: f"${_variable(name)}" if name in own else f'"{values[name]}"' for name in (*values, *own)}
    added = (f"    add_header {name} {value} always;" for name, value in said.items())
    return "\n".join(maps), "\n".join(added)


def _variable(header: str) -> str:
    return "digest_" + header.lower().replace("-", "_")


def _pattern(path: str) -> str:
    """The regular expression of the addresses of a rule."""
    parts = (
        ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part)
        for part in path.split("/")
    )
    return "/".join(parts)


def _next_step(folder: Path, host: str, origin: Origin) -> str:
    if host == "github" and origin.source:
        return gettext(
            "Next: pip wheel --no-deps --wheel-dir {folder} {source} puts the program beside the content, "
            "and GitHub installs it from there. The other steps are at the top of "
            ".github/workflows/site.yml."
        ).format(folder=quote(str(folder)), source=quote(origin.source))
    files = {"github": ".github/workflows/site.yml", "nginx": "nginx.conf", "zip": "UPLOAD.md"}
    return gettext("Next: {file} has the other steps.").format(file=folder / files[host])
