"""The built site as one file, to be sent, uploaded, or read without a server."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo, is_zipfile

from digest.model.problem import Problem, problem
from digest.publish.claim import is_inside
from digest.publish.manifest import read_manifest

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: the same site gives the same bytes."""


def pack(site: Path, content: Path, target: Path) -> tuple[Problem, ...]:
    """Put all files that the build has written into a ZIP file, which replaces an earlier one in one step.

    Problems: B111 when something else would be lost, or it would be among the content or the site; B101 when it cannot be
    written.
    """
    if is_inside(target, content) or is_inside(target, site) or (target.exists() and not is_zipfile(target)):
        return (problem("B111", str(target)),)
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
