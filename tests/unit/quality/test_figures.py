"""Counts become figures; the figures on the site are those that are measured."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from digest.model.quality import NAMES, Confusion, MatchingField, MeasuredFigure, Quality, Reliability
from digest.pages.strings import read_words
from digest.quality.compare import KeyPair
from digest.quality.labels import read_labels
from digest.quality.measure import ComparedText, summarize
from digest.quality.printing import figures_table, figures_toml, misses
from digest.quality.results import measure_folder
from digest.read.quality import read_quality
from digest.resources import templates

ROOT = Path(__file__).parents[3]
LABELLED = ROOT / "tests" / "labelled"


def pair(labelled: str, found: str) -> KeyPair:
    return KeyPair(Counter((x,) for x in labelled), Counter((x,) for x in found))


def test_the_site_shows_what_is_measured() -> None:
    measured = measure_folder(LABELLED, ROOT / "content")
    assert measured.problems == ()
    assert measured.quality is not None
    shown = (ROOT / "content" / "quality.toml").read_text("utf-8")
    assert figures_toml(measured.quality) == shown, (
        "the quality page would not say what is measured; `make quality` measures again"
    )


def test_enough_is_labelled() -> None:
    labels, problems = read_labels(LABELLED)
    assert problems == ()
    assert labels is not None
    assert len(labels.supports) >= 20
    assert min(len(labels.targets), len(labels.agencies), len(labels.citations)) >= 15
    assert len(labels.outlines) >= 8
    assert all(300 <= len(label.text) <= 900 for label in labels.outlines)


def test_figures_add_up_over_texts() -> None:
    quality = summarize(
        [ComparedText("", {"goals": pair("aab", "abc")}), ComparedText("", {"goals": pair("", "x")})]
    )
    (figure,) = quality.figures
    assert figure == MeasuredFigure("goals", 2, 3, 4, 2)
    assert (figure.precision, figure.recall) == (0.5, 2 / 3)
    assert figure.f1 == pytest.approx(2 * 0.5 * (2 / 3) / (0.5 + 2 / 3))


def test_nothing_found_and_nothing_labelled_is_no_division_by_zero() -> None:
    empty = MeasuredFigure("goals", 1, 0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1) == (0, 0, 0)


def test_confusions_pair_what_agrees_in_all_but_the_kind() -> None:
    labelled = Counter([(1, "reward"), (1, "reward"), (2, "loan"), (3, "fund")])
    found = Counter([(1, "subsidy"), (1, "subsidy"), (2, "equity"), (4, "fund")])
    (figure,) = summarize([ComparedText("", {"kinds": KeyPair(labelled, found)})]).figures
    assert figure.confusions == (Confusion("reward", "subsidy", 2), Confusion("loan", "equity", 1))


def test_the_file_reads_back_to_the_same_figures(tmp_path: Path) -> None:
    quality = Quality(
        (MeasuredFigure("kinds", 2, 8, 6, 3, confusions=(Confusion("reward", "subsidy", 2),)),),
        (
            MatchingField("sensors", 85, 80, 60, 0.62, 0.51, 0.53, 0.5, 0.525, zh="传感器"),
            MatchingField("drones", 20, 15, 14, 0.4, 0.41, 0.32, 0.4, 0.3, held_out=True),
        ),
        (Reliability(0.0, 0.25, 4, 0), Reliability(0.5, 0.75, 12, 7)),
    )
    (tmp_path / "quality.toml").write_text(figures_toml(quality), "utf-8")
    assert read_quality(tmp_path) == (quality, ())


def test_a_figure_nobody_knows_is_reported(tmp_path: Path) -> None:
    text = figures_toml(Quality((MeasuredFigure("goals", 1, 1, 1, 1),))).replace("goals", "gaols")
    (tmp_path / "quality.toml").write_text(text, "utf-8")
    quality, problems = read_quality(tmp_path)
    assert quality == Quality()
    assert [found.code for found in problems] == ["R105"]


def test_every_figure_has_its_words() -> None:
    words = read_words([templates()])
    assert all(words["both"][f"quality.{part}.{name}"] for name in NAMES for part in ("figure", "about"))


def test_the_table_and_the_misses() -> None:
    table = figures_table(Quality((MeasuredFigure("goals", 1, 4, 2, 1),)))
    assert table.splitlines()[1].split() == [
        "goals",
        "1",
        "4",
        "2",
        "1",
        "0.500",
        "0.250",
        "0.333",
    ]
    compared = [
        ComparedText("甲\n乙", {"goals": pair("ab", "bc")}),
        ComparedText("丙", {"goals": pair("a", "a")}),
    ]
    assert misses(compared) == "甲 乙\n  goals missed: a\n  goals wrong:  c\n"


def test_a_faulty_label_is_reported_with_its_place(tmp_path: Path) -> None:
    for path in LABELLED.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "targets.toml").write_text('[[text]]\ntext = "甲"\ngaol = []\n', "utf-8")
    labels, problems = read_labels(tmp_path)
    assert labels is None
    assert [(found.code, found.line) for found in problems] == [("R103", 3)]


def test_labelled_kinds_are_those_of_the_word_list() -> None:
    rows = tomllib.loads((LABELLED / "supports.toml").read_text("utf-8"))["text"]
    words = tomllib.loads((ROOT / "content" / "instruments.toml").read_text("utf-8"))
    kinds = {kind["id"] for kind in words["kinds"]}
    assert {support["kind"] for row in rows for support in row.get("support", [])} <= kinds
