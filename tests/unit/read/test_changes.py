"""The log of changes: read, added to, and what may be wrong in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from digest.model.changes import Change, ClauseChange, Earlier, Log, PromisedPlace
from digest.publish.changes import log_addition
from digest.read.changes import read_log
from digest.resources import starter_content
from small_log import logged

NEW = '[[change]]\nday = "2026-01-01"\npolicy = "city-2024"\nkind = "new"\n'
TAG = 'tag = "tag:digest.example.org,2026-01-01:"\n'


def read(folder: Path, text: str):
    (folder / "changes.toml").write_text(text, "utf-8")
    return read_log(folder)


def test_no_file_no_log(tmp_path):
    assert read_log(tmp_path) == (Log(), ())


def test_what_is_written_is_read(tmp_path):
    log = replace(
        logged().changes,
        earlier=(Earlier("city-2024", ("art1", "3.2"), ("old-2020",), ended=True), Earlier("b", ended=True)),
        places=(PromisedPlace("440300", {"zh": "深圳市", "en": 'Shenzhen "SZ"'}),),
    )
    text = log_addition(Log(), log)
    assert read(tmp_path, text) == (log, ())
    assert '  { how = "moved", clause = "3.1", to = "2.1", before = ' in text  # a line a clause


def test_what_is_there_stays_as_people_have_it(tmp_path):
    text = TAG + "\n# A remark.\n" + NEW
    log, _ = read(tmp_path, text)
    more = Change("2026-02-01", "city-2024", "amended", (ClauseChange("gone", "art1"),))
    longer = replace(log, changes=(*log.changes, more))
    added = log_addition(log, longer)
    assert added.startswith("\n[[change]]\n")
    assert read(tmp_path, text + added) == (longer, ())
    assert log_addition(longer, longer) == ""


def test_the_log_of_this_site():
    log, problems = read_log(starter_content())
    assert problems == ()
    assert log
    assert {each.kind for each in log.changes} == {"new"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ('day = "2026-13-01"', "R106"),
        ('day = "2026-02-30"', "R106"),
        ("day = 2026-02-03", "R104"),
        ('day = "2026-01-01"\nwhen = "now"', "R103"),
        ('day = "2026-01-01"\nclauses = [{ how = "lost", clause = "art1" }]', "R105"),
        ('day = "2026-01-01"\nclauses = [{ how = "moved", clause = "art1" }]', "R102"),
        ('day = "2026-01-01"\nclauses = [{ how = "changed", clause = "Article 1" }]', "R106"),
    ],
)
def test_a_wrong_entry_is_left_out_and_stops_nothing(tmp_path, wrong, code):
    log, (problem,) = read(tmp_path, TAG + NEW + NEW.replace('day = "2026-01-01"', wrong) + NEW)
    assert (problem.code, problem.severity) == (code, "warning")
    assert problem.line >= 7
    assert len(log.changes) == 2


def test_a_day_that_no_calendar_has_is_called_so(tmp_path):
    _, (problem,) = read(tmp_path, TAG + NEW.replace("2026-01-01", "2026-02-30"))
    assert 'a day that exists. It is "2026-02-30"' in problem.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NEW, "R102"),
        ('tag = "digest.example.org"\n' + NEW, "R106"),
        (TAG + 'change = "none"\n', "R104"),
        (TAG + "[[changes]]\n", "R103"),
        (TAG + '[[place]]\ncode = "4403"\nzh = "深圳"\nen = "Shenzhen"\n', "R106"),
        (f"{TAG}<<<<<<< HEAD\n{NEW}=======\n{NEW}>>>>>>> other\n", "R010"),
        (TAG + "[[change\n", "R101"),
    ],
)
def test_a_file_that_cannot_be_understood_is_an_error(tmp_path, text, code):
    log, problems = read(tmp_path, text)
    assert log is None
    assert (problems[0].code, problems[0].severity) == (code, "error")
    assert problems[0].path == (tmp_path / "changes.toml").as_posix()
