"""How ``digest serve`` ends. What it shows is tested in Chromium."""

import os
import signal
import time

import pytest

from digest.cli import serve


class Dropped:
    """A value with something to do when it is dropped. Python ignores what is raised then."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)


def test_a_request_to_end_that_python_ignores_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    ignored: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", lambda hint: ignored.append(hint.exc_type))
    monkeypatch.setattr(serve, "_PATIENCE", 0.1)
    before = {
        each: signal.getsignal(each)
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
    }
    try:
        with serve._until_asked_to_end():
            Dropped()
            assert ignored == [KeyboardInterrupt]
            time.sleep(60)
            pytest.fail("It went on.")
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
