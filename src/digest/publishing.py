"""What ``digest publish`` does: the site is built, then the ledgers learn what it promises."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digest.model.built import Built
from digest.model.problem import Problem, Severity, problem
from digest.model.progress import Progress, silent
from digest.publish.claim import claimed
from digest.publish.write import write_file
from digest.session import Session

if TYPE_CHECKING:
    from digest.workers import Jobs


def publish_site(
    content: Path,
    output: Path,
    environment: Mapping[str, str],
    *,
    jobs: "Jobs" = 1,
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Build the site, and record in the ledgers what is new in it; ``records`` of the result are those written.

    The site comes first: a build that fails promises nothing, and a ledger that lags behind is written by the next
    call. Problems: those of ``Session.build``; B104 a ledger cannot be written.
    """
    with claimed(output, content, waiting) as problems:
        if problems:
            return Built(0, 0, problems)
        built = Session(content, environment).build_claimed(
            output, jobs, progress, drafts=False, frozen=False
        )
        if any(found.severity is Severity.ERROR for found in built.problems):
            return built._replace(records=())
        faults = [fault for each in built.records for fault in _written(Path(each.path), each.content)]
        return built._replace(problems=(*built.problems, *faults))


def _written(path: Path, content: bytes) -> list[Problem]:
    try:
        write_file(path, content)
    except OSError as error:
        return [problem("B104", path.as_posix(), reason=error.strerror or error)]
    return []
