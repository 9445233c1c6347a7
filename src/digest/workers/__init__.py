"""Work that is done elsewhere: in other processes of this machine (``processes``), or by a Dask cluster (``cluster``).

Both are reached through an executor of the shape of ``concurrent.futures.Executor`` and receive the same calls: a function
of a module, a value that all calls share, and a block of items. All of it is pickled, nothing relies on memory that
processes share, and results come in the order of the blocks; so the outcome is the same wherever the work is done.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from digest.workers.seam import Shared, Workers, WorkersFailed, in_blocks

__all__ = ["Jobs", "Shared", "Workers", "WorkersFailed", "in_blocks", "open_workers"]


Jobs = int | str
"""Who does the work of a build: so many processes, or the Dask cluster whose scheduler has this address."""


@contextmanager
def open_workers(jobs: Jobs = 1, *, at_once: bool = True) -> Iterator[Workers]:
    """The workers of a build, until the end of the block. With one job, or where no processes can be started, this process
    does the work itself.

    A process begins with a copy of this one's memory, so whoever will hold much lets them begin ``at_once``; else they begin
    when there is work for them. Raises WorkersFailed when a cluster cannot be used (B108-B110).
    """
    if isinstance(jobs, str):
        from digest.workers.cluster import open_cluster

        with open_cluster(jobs) as workers:
            yield workers
    elif jobs > 1:
        from digest.workers.processes import open_processes

        with open_processes(jobs, at_once=at_once) as workers:
            yield workers
    else:
        yield Workers()
