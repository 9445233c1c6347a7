"""Findings that are known are not reported again, wherever they have moved to; new ones are, and errors always."""

from dataclasses import replace
from pathlib import Path

from digest.baseline import KnownFinding, baseline_toml, compare, read_baseline
from digest.model.problem import problem, problem_at
from digest.model.source import Source, Span

CONTENT = Path("content")
SOURCE = Source("content/policies/x/source.txt", "一、目标\n三、“措施”\n三、其他\n")
GAP = problem_at("P201", SOURCE, Span(5, 7), label="三、", expected=2)
SAME = replace(GAP, line=9)
OTHER = problem_at("P201", SOURCE, Span(0, 2), label="一、", expected=2)
NOTE = problem("P301", "content/policies/x/source.txt")
ERROR = problem("R001", "content/site.toml", what="site.toml", suggestion="")
WORDY = problem("R210", "content/pages/a.zh.md", other='a.en.md "x"\\')


def written(folder: Path, *problems):
    path = folder / "known.toml"
    path.write_text(baseline_toml(problems, CONTENT), "utf-8")
    listed, faulty = read_baseline(path)
    assert faulty == ()
    return listed


def test_known_findings_are_left_out_and_new_ones_stay(tmp_path):
    listed = written(tmp_path, GAP, WORDY, NOTE, ERROR)
    compared = compare([SAME, WORDY, OTHER, NOTE, ERROR], listed, CONTENT)
    assert compared.new == (OTHER, NOTE, ERROR)
    assert (compared.known, compared.fixed) == (2, ())


def test_one_more_of_the_same_is_new(tmp_path):
    listed = written(tmp_path, GAP)
    assert compare([GAP, SAME], listed, CONTENT).new == (SAME,)
    assert compare([GAP, SAME], written(tmp_path, GAP, SAME), CONTENT).new == ()


def test_what_is_fixed_is_named(tmp_path):
    listed = written(tmp_path, GAP, WORDY)
    assert compare([GAP], listed, CONTENT).fixed == (
        KnownFinding("R210", "content/pages/a.zh.md", 'a.en.md "x"\\'),
    )


def test_a_project_that_is_somewhere_else(tmp_path):
    listed = written(tmp_path, GAP)
    there = replace(GAP, path="/srv/site/content/policies/x/source.txt")
    assert compare([there], listed, Path("/srv/site/content")).new == ()


def test_a_file_that_is_none(tmp_path):
    (tmp_path / "known.toml").write_text("[[known]]\ncod = 1\n")
    listed, problems = read_baseline(tmp_path / "known.toml")
    assert listed is None
    assert {each.code for each in problems} == {"R102", "R103"}
