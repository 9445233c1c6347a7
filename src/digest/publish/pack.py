"""The built site as one file, to be sent, uploaded, or read without a server."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from digest.model.problem import Problem, problem
from digest.publish.manifest import read_manifest

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: the same site gives the same bytes."""


def pack(site: Path, target: Path) -> tuple[Problem, ...]:
    """Put all files that the build has written into a ZIP file, which replaces an earlier one in one step.

    Problems: B101 when it cannot be written.
    """
    new = target.with_name(target.name + ".new")
    try:
        with ZipFile(new, "w", ZIP_DEFLATED) as archive:
            for name in sorted(read_manifest(site) or ()):
                entry = ZipInfo(name, _BEGINNING)
                entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, (site / name).read_bytes())
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        return (problem("B101", str(target), reason=error.strerror or error),)
    return ()
