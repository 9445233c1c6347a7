"""A Dask cluster makes the same site as one process, even when a worker is lost."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from digest.build import build, check
from digest.model.progress import Stage
from digest.workers.cluster import open_cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    """Two workers in processes of their own."""
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address="127.0.0.1:0",  # a free port: the usual one may be another cluster's
        local_directory=str(tmp_path_factory.mktemp("dask")),
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the five policies, made by one process."""
    output = tmp_path_factory.mktemp("expected") / "site"
    build(project / "content", output)
    return files_of(output)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_cluster_makes_the_same_site(
    cluster: LocalCluster, project: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    built = build(project / "content", tmp_path / "site", jobs=cluster.scheduler_address)
    assert built.written == len(expected) - 1
    assert files_of(tmp_path / "site") == expected


@pytest.mark.slow
def test_a_lost_worker_is_made_good(
    cluster: LocalCluster, project: Path, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        processes = list(client.run(os.getpid).values())
    killed: list[int] = []

    def kill(stage: Stage, done: int, _: int) -> None:
        if stage == "render" and done > 50 and not killed:
            killed.append(processes[0])
            os.kill(processes[0], signal.SIGKILL)

    built = build(project / "content", tmp_path / "site", jobs=cluster.scheduler_address, progress=kill)
    assert killed
    assert not [each for each in built.problems if each.code.startswith("B1")]
    assert files_of(tmp_path / "site") == expected


def test_a_shared_value_is_made_good(cluster: LocalCluster) -> None:
    with (
        Client(cluster.scheduler_address, set_as_default=False) as client,
        open_cluster(cluster.scheduler_address) as workers,
    ):
        shared = workers.share([40, 2])
        assert list(workers.map(_sum, shared, [1, 2, 3])) == [43, 44, 45]
        for process in client.run(os.getpid).values():
            os.kill(process, signal.SIGKILL)
        assert list(workers.map(_sum, shared, [4, 5, 6])) == [46, 47, 48]


def _sum(shared: list[int], block: int) -> int:
    return sum(shared) + block


def test_where_no_scheduler_answers(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.workers.cluster.TIMEOUT", 1)
    [problem] = check(project / "content", jobs="tcp://127.0.0.1:9")
    assert (problem.code, problem.path) == ("B108", "tcp://127.0.0.1:9")


def test_an_address_that_is_none(project: Path) -> None:
    [problem] = check(project / "content", jobs="nonsense://here")
    assert problem.code == "B108"


def test_workers_of_other_versions(
    project: Path, monkeypatch: pytest.MonkeyPatch, cluster: LocalCluster
) -> None:
    def run(_: Client, asked: Callable[[], Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
        return {"tcp://one": asked(), "tcp://two": {**asked(), "jinja2": "2.0", "digest": "0"}}

    monkeypatch.setattr(Client, "run", run)
    [problem] = check(project / "content", jobs=cluster.scheduler_address)
    assert (problem.code, problem.path) == ("B110", cluster.scheduler_address)
    assert "jinja2 2.0 ≠ " in problem.message
    assert "digest 0 ≠ " in problem.message
    assert "click" not in problem.message


def test_workers_without_digest(
    project: Path, monkeypatch: pytest.MonkeyPatch, cluster: LocalCluster
) -> None:
    def run(*_: object) -> None:
        raise RuntimeError("ModuleNotFoundError(\"No module named 'digest'\")")

    monkeypatch.setattr(Client, "run", run)
    [problem] = check(project / "content", jobs=cluster.scheduler_address)
    assert problem.code == "B110"
    assert "No module named 'digest'" in problem.message


def test_dask_is_not_installed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.workers.cluster.find_spec", lambda _: None)
    [problem] = check(project / "content", jobs="tcp://127.0.0.1:8786")
    assert problem.code == "B109"
    assert "policy-digest[dask]" in problem.hint
