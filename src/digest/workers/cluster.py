"""Workers of a Dask cluster: its scheduler gives out the blocks, and gives those of a lost worker to another."""

import pickle
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from gettext import gettext
from importlib import metadata
from importlib.util import find_spec
from platform import python_version
from typing import TYPE_CHECKING, Any

from digest import DISTRIBUTION, resources
from digest.incremental.fingerprint import fingerprint_of_folder
from digest.model.problem import problem
from digest.model.raised import describe
from digest.workers.seam import Sent, Workers, WorkersFailed

if TYPE_CHECKING:
    from distributed import Client, Future

TIMEOUT = 10
"""Seconds for which a scheduler may keep silent, and be without workers."""


@contextmanager
def open_cluster(address: str) -> Iterator[Workers]:
    """The workers of the cluster whose scheduler has an address (``tcp://host:8786``). Raises WorkersFailed: B108 it does
    not answer or has no workers, B109 ``distributed`` is not installed here, B110 the workers run other versions."""
    if find_spec("distributed") is None:
        raise WorkersFailed(problem("B109"))
    client = _connected(address)
    try:
        if different := _differences(client):
            raise WorkersFailed(problem("B110", address, different=different))
        with client.get_executor() as executor:
            yield Workers(
                executor,
                lambda value: _made_there(client, pickle.dumps(value, protocol=5)),
                lambda: sum(client.nthreads().values()),
            )
    finally:
        client.close()


class _Packed(Sent):
    """A pickled value in the memory of a worker. Workers pass it on to each other as it has come, and unpickle it once, for
    their first call."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def load(self) -> Any:
        return self._value

    @cached_property
    def _value(self) -> Any:
        return pickle.loads(self._packed)  # noqa: S301 # the builder has sent it

    def __reduce__(self) -> tuple[Any, ...]:
        return _Packed, (self._packed,)


def _made_there(client: "Client", packed: bytes) -> "Future":
    """A value as the result of a task. The scheduler can make it again when the workers that hold it are lost, which it
    cannot do for scattered data. It warns of tasks as large as this one, unless told not to."""
    import dask

    with dask.config.set({"distributed.admin.large-graph-warning-threshold": sys.maxsize}):
        return client.submit(_Packed, packed, pure=False)


def _connected(address: str) -> "Client":
    from distributed import Client

    try:
        client = Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:  # a time that is over is an OSError, too
        raise WorkersFailed(problem("B108", address, reason=_last_line(error))) from error
    try:
        client.wait_for_workers(1, timeout=TIMEOUT)
    except TimeoutError as error:
        client.close()
        raise WorkersFailed(problem("B108", address, reason=gettext("it has no workers"))) from error
    return client


def _last_line(error: Exception) -> str:
    return describe(error).summary.partition(": ")[2] or type(error).__name__


def _differences(client: "Client") -> str:
    """What workers run in other versions than this process, in words; empty when all are the same."""
    here = installed()
    try:
        found = client.run(installed).values()
    except Exception as error:  # noqa: BLE001 # mostly that digest is not installed there; how that is said depends on Dask
        return describe(error).summary
    different = {
        f"{name} {there.get(name, '–')} ≠ {here.get(name, '–')}"
        for there in found
        for name in here.keys() | there.keys()
        if there.get(name) != here.get(name)
    }
    return ", ".join(sorted(different))


def installed() -> Mapping[str, str]:
    """The versions of all that a site is made with: Python, the files of this program, and the packages it needs."""
    source = fingerprint_of_folder(resources.package(), "__pycache__") or b""
    versions = {"Python": python_version(), "digest": source.hex()[:8]}
    for needed in metadata.requires(DISTRIBUTION) or ():
        name = re.match(r"[\w.-]+", needed)
        if name and "extra ==" not in needed:
            versions[name[0]] = metadata.version(name[0])
    return versions
