"""``digest match review``."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli.match import command
from digest.read.rulings import read_rulings
from running import Run

POLICIES = ("longhua-2024", "shenzhen-2022")

Review = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path, project: Path) -> Path:
    """The content of this repository with two of its policies, and no ruling yet."""
    others = [path.name for path in (project / "content" / "policies").iterdir() if path.name not in POLICIES]
    copied = Path(
        shutil.copytree(
            project / "content",
            tmp_path / "content",
            ignore=shutil.ignore_patterns("addresses.toml", "changes.toml", *others),
        )
    )
    rulings = copied / "rulings.toml"
    rulings.write_text(rulings.read_text("utf-8").split("[[ruling]]")[0], "utf-8")
    return copied


@pytest.fixture
def review(content: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """``digest match review`` with some keys, in a terminal of some width."""

    def reviewed(keys: str, *arguments: str, columns: int = 100) -> Result:
        monkeypatch.setattr("digest.cli.match.on_terminal", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))
        whole = ["review", "--content", str(content), "--who", "Editor", *arguments]
        return CliRunner().invoke(command, whole, input=keys)

    return reviewed


def verdicts(content: Path) -> list[tuple[str, str]]:
    return [(ruling.verdict, ruling.why) for ruling in read_rulings(content).rulings]


def counted(done: Result) -> list[str]:
    """The lines that say how far the review is."""
    return [line.strip("─ ") for line in done.output.splitlines() if "looked at" in line]


def test_one_key_a_pair_writes_rulings(content: Path, review: Review) -> None:
    """Same, different, a reason before comparable, next; then the end of the pairs."""
    done = review("sdwbecause\ncnq", "--most", "4")
    assert done.exit_code == 0, done.output
    assert (
        (content / "rulings.toml").read_text("utf-8").startswith("# Rulings of editors on pairs of clauses.")
    )
    assert verdicts(content) == [("same", ""), ("different", ""), ("comparable", "because")]
    assert all(len(ruling.a_hash) == len(ruling.b_hash) == 8 for ruling in read_rulings(content).rulings)
    assert "3 decided" in done.output
    total = int(counted(done)[0].split()[2])
    assert counted(done) == [
        f"{ruled} of {total} looked at, {total - ruled} left" for ruled in (0, 1, 2, 3, 3)
    ]


def test_the_last_verdict_can_be_taken_back_and_the_one_before(content: Path, review: Review) -> None:
    before = (content / "rulings.toml").read_text("utf-8")
    done = review("sduucq")
    assert [line.split(" of ")[0] for line in counted(done)] == ["0", "1", "2", "1", "0", "1"]
    assert verdicts(content) == [("comparable", "")]
    assert review("uq").exit_code == 0  # nothing was decided since
    assert verdicts(content) == [("comparable", "")]
    assert (content / "rulings.toml").read_text("utf-8").startswith(before)


def test_the_last_verdict_of_all_can_be_taken_back(content: Path, review: Review) -> None:
    review("sunq", "--most", "1")
    assert verdicts(content) == []


def test_ctrl_c_leaves_what_was_decided(content: Path, review: Review) -> None:
    done = review("s\x03")
    assert done.exit_code == 1  # click's own choice; the program has 130
    assert "1 decided" in done.output
    assert verdicts(content) == [("same", "")]


def test_what_was_ruled_is_not_asked_again_until_its_text_changes(
    content: Path, review: Review, run: Run
) -> None:
    """The place and the reason of the ruling stay when it is made again."""
    first = review("wgood\nsq", "--most", "1").output.splitlines()
    second = review("q").output.splitlines()
    assert first[2] != second[2]
    path = content / "rulings.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(read_rulings(content).rulings[0].a_hash, "0" * 8), "utf-8")
    third = review("q")
    assert third.output.splitlines()[2] == first[2]
    assert "Editor ruled on" in third.output
    assert "A text has changed since." in third.output
    assert counted(third)[0].startswith("0 of")
    code, out, _ = run("check", "--content", content)
    assert code == 0
    assert "X102" in out
    review("sq")
    assert verdicts(content) == [("same", "good")]
    assert "X102" not in run("check", "--content", content).out


def test_a_ruling_on_an_id_that_moved_is_kept_and_written_with_the_new_id(
    content: Path, review: Review
) -> None:
    """It counts as looked at, and a new verdict takes its place."""
    names = ("longhua-2024#art9", "shenzhen-2022#3.2")
    review("dq", *names)
    path = content / "rulings.toml"
    path.write_text(path.read_text("utf-8").replace("longhua-2024#art9", "longhua-2024#art99"), "utf-8")
    ledger = content / "policies" / "longhua-2024" / "ids.toml"
    moved = ledger.read_text("utf-8").replace("[aliases]\n", '[aliases]\nart99 = "art9"\n')
    ledger.write_text(moved, "utf-8")
    again = review("sq", *names)
    assert counted(again)[0].startswith("1 of ")
    assert [(ruling.a, ruling.verdict) for ruling in read_rulings(content).rulings] == [(names[0], "same")]


def test_any_two_clauses_can_be_looked_at(content: Path, review: Review) -> None:
    done = review("dq", "shenzhen-2022#3.2", "longhua-2024#art9")
    assert done.exit_code == 0, done.output
    assert "The rules do not pair these two." in done.output
    (ruling,) = read_rulings(content).rulings
    assert (ruling.a, ruling.b, ruling.verdict) == ("longhua-2024#art9", "shenzhen-2022#3.2", "different")
    again = review("cq", "longhua-2024#art9", "shenzhen-2022#3.2")
    assert f"Editor ruled on {ruling.day}: different." in again.output
    assert verdicts(content) == [("comparable", "")]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ("shenzhen-2022#3.2", "longhua-2024#art99"),
            "no clause art99. `digest show longhua-2024` lists its clauses.",
        ),
        (("shenzhen-2022#3.2", "longhua-2042#art9"), "no policy longhua-2042. Did you mean longhua-2024?"),
        (("shenzhen-2022#3.2", "shenzhen-2022#3.1"), "Both clauses are in shenzhen-2022."),
        (("shenzhen-2022#3.2",), "Name two clauses, or none."),
        (("shenzhen-2022", "longhua-2024#art9"), "Write shenzhen-2022 with a clause, as in shenzhen-2022#"),
    ],
)
def test_names_that_fit_nothing(review: Review, names: tuple[str, ...], said: str) -> None:
    done = review("", *names)
    assert done.exit_code == 2
    assert said in done.output


def test_texts_stand_side_by_side_or_one_below_the_other(review: Review) -> None:
    names = ("longhua-2024#art9", "shenzhen-2022#3.2")
    wide = review("q", *names, columns=100).output.splitlines()
    assert any(names[0] in line and names[1] in line for line in wide)
    narrow = review("q", *names, columns=60).output
    assert not any(names[0] in line and names[1] in line for line in narrow.splitlines())
    assert narrow.index(names[0]) < narrow.index(names[1])


def test_without_a_terminal_it_says_what_to_do(content: Path, run: Run) -> None:
    code, _, err = run("match", "review", "--content", content, "--who", "Editor")
    assert code == 2
    assert "Run the command in a terminal" in err
