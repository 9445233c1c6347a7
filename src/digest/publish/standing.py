"""The files of a site that stands, for those that are to stand as they are."""

from collections.abc import Mapping
from pathlib import Path

from digest.fingerprint import fingerprint


def fingerprints(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """By which files are known."""
    return {name: fingerprint(content) for name, content in files.items()}


def read_standing(output: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes] | None:
    """The contents of some files, known by their fingerprints; None unless all stand there as they were."""
    found = {}
    try:
        for name, known in files.items():
            path = output / name
            content = path.read_bytes() if path.is_file() else b""
            if fingerprint(content) != known:
                return None
            found[name] = content
    except OSError:
        return None
    return found
