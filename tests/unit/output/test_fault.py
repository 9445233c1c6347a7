"""An exception names its place in the program."""

import operator
import traceback
from collections.abc import Callable

from digest.output.fault import fault
from digest.workers import open_workers


def raised(work: Callable[[], object]) -> Exception:
    try:
        work()
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError("nothing was raised")


def test_a_mistake_of_the_program() -> None:
    said = fault(raised(lambda: dict[str, str]()["key"]))
    assert "KeyError: 'key'\n  at test_fault.py, line " in said
    assert "This is a fault of the program" in said


def test_a_mistake_of_the_program_in_another_process() -> None:
    with open_workers(2) as workers:
        error = raised(lambda: list(workers.map(operator.truediv, workers.share(1), [1, 0, 1])))
    assert "ZeroDivisionError: division by zero\n  at seam.py, line " in fault(error)
    assert "Traceback" in "".join(traceback.format_exception(error))
