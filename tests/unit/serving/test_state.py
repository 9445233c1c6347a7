"""What open pages are told of a failed build."""

import json

from digest.model.problem import Problem, problem
from digest.output.frame import frame
from digest.serving.state import State, failure_by, failure_of, message

KEY = (("key", "titel"), ("where", ""), ("suggestion", ""), ("known", "`title`"))
ERROR = Problem("R103", "content/site.toml", 2, 3, 8, "  titel = 1", KEY)


def test_only_errors_are_a_failure() -> None:
    assert failure_of([]) is None
    assert failure_of([problem("R006", "a.txt", encoding="GBK")]) is None


def test_a_failure_says_what_check_says() -> None:
    failure = failure_of([problem("R006", "a.txt", encoding="GBK"), ERROR])
    assert failure
    assert failure.title == "The site could not be built: 1 error"
    (framed,) = failure.frames
    assert (framed.gutter, framed.before, framed.marked, framed.after) == ("2", "  ", "titel", " = 1")
    assert frame(ERROR).splitlines() == [
        framed.head,
        "2 |   titel = 1",
        "  |   ^^^^^",
        f"  hint: {framed.hint}",
    ]


def test_of_very_many_errors_some_are_shown() -> None:
    failure = failure_of([ERROR] * 23)
    assert failure
    assert len(failure.frames) == 20
    assert failure.more == "3 more errors are shown in the terminal."


def test_a_message_is_one_line() -> None:
    said = message(State("run-1", failure_by(ValueError("one\ntwo"))))
    assert "\n" not in said
    assert json.loads(said)["failure"]["title"] == "The site could not be built: ValueError"
