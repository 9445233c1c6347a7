"""What ``digest new --host`` writes beside the content: the files that a kind of web host needs, and what is left to do."""

import json
from collections.abc import Mapping
from contextlib import suppress
from gettext import gettext
from importlib import metadata
from pathlib import Path
from shlex import quote
from typing import NamedTuple
from urllib.parse import urlsplit

from digest import DISTRIBUTION, __version__
from digest.pages.machine import HEADERS
from digest.read.site import read_site
from digest.render.pages import environment
from digest.resources import package, templates
from digest.text import urls

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
    values = {"@DIGEST@": origin.requirement, **_place(folder / "content"), "@HEADERS@": _headers()}
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


def _place(content: Path) -> Mapping[str, str]:
    """Host and path of the address in site.toml; those of the starter where it cannot be read."""
    site, _ = read_site(content)
    address = urlsplit(site.base_url if site else "https://policies.example.org/")
    return {"@HOST@": address.hostname or "", "@PATH@": address.path}


def _headers() -> str:
    """The headers of ``_headers``, as nginx says them."""
    printed = environment([templates()]).get_template(urls.HEADERS).render(page=HEADERS)
    named = (line.strip().partition(": ") for line in printed.splitlines() if ": " in line)
    return "\n".join(f'    add_header {name} "{value}" always;' for name, _, value in named)


def _next_step(folder: Path, host: str, origin: Origin) -> str:
    if host == "github" and origin.source:
        return gettext(
            "Next: pip wheel --no-deps --wheel-dir {folder} {source} puts the program beside the content; GitHub installs "
            "it from there. The head of .github/workflows/site.yml says what else to do."
        ).format(folder=quote(str(folder)), source=quote(origin.source))
    files = {"github": ".github/workflows/site.yml", "nginx": "nginx.conf", "zip": "UPLOAD.md"}
    return gettext("Next: {file} says what else to do.").format(file=folder / files[host])
