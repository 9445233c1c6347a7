"""What ``digest publish`` does: the site is built, then the ledgers learn what it promises."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digest.model.built import Built
from digest.model.problem import Severity, problem
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
    day: str,
    *,
    jobs: "Jobs" = 1,
    progress: Progress = silent,
    waiting: Callable[[], None] = lambda: None,
) -> Built:
    """Build the site as published on a ``day`` (ISO 8601), and record in the log and the ledgers what is new in it;
    ``records`` of the result are those written.

    The site comes first: a build that fails promises nothing. Then comes the log, which tells what is new from the ledgers
    as they were; where one file cannot be written, those after it are not, and the next call writes them.

    Problems: those of ``Session.build``; B104 a ledger cannot be written.
    """
    with claimed(output, content, waiting) as problems:
        if problems:
            return Built(0, 0, problems)
        built = Session(content, environment).build_claimed(
            output, jobs, progress, drafts=False, frozen=False, day=day
        )
        if any(found.severity is Severity.ERROR for found in built.problems):
            return built._replace(records=())
        for done, each in enumerate(built.records):
            try:
                write_file(Path(each.path), each.content)
            except OSError as error:
                fault = problem("B104", each.path, reason=error.strerror or error)
                return built._replace(problems=(*built.problems, fault), records=built.records[:done])
        return built
