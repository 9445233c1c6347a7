"""A new text of a policy that was published, as an editor puts it in."""

import json
import shutil
from pathlib import Path

import pytest

from digest.read.translations import read_translations
from docx_files import docx
from running import Run

BEFORE = """\
示例市支持智能传感器产业发展若干措施

第一条 支持冷库建设。对新建公共冷库的企业，按照设备投资的20%给予补助，最高不超过300万元。

第二条 支持人才。对引进的高层次人才，给予一次性奖励50万元。

第三条 支持平台。对公共检测平台，按照购置费用的30%给予资助，最高不超过1000万元。
"""
AFTER = """\
示例市支持智能传感器产业发展若干措施

第一条 支持冷库建设。对新建公共冷库的企业，按照设备投资的20%给予补助，最高不超过500万元。

第二条 支持标准。对主导制定国家标准的企业，给予一次性奖励100万元。

第三条 支持人才。对引进的高层次人才，给予一次性奖励50万元。
"""


@pytest.fixture(scope="module")
def before(run_before: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a policy that was published."""
    project = tmp_path_factory.mktemp("published") / "project"
    assert run_before("new", project).code == 0
    folder = project / "content/policies/example-2024"
    (folder / "source.txt").write_text(BEFORE, "utf-8")
    assert run_before("amend", "example-2024", "--yes", "--content", folder.parents[1]).code == 0
    assert published(run_before, folder).code == 0
    return project


@pytest.fixture
def policy(before: Path, tmp_path: Path) -> Path:
    """The folder of a policy that was published."""
    (tmp_path / "after.txt").write_text(AFTER, "utf-8")
    return Path(shutil.copytree(before, tmp_path / "project")) / "content/policies/example-2024"


def published(run: Run, folder: Path):
    return run("publish", "--content", folder.parents[1], "--output", folder.parents[2] / "site")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def page(folder: Path, clause: str) -> str:
    return (folder.parents[2] / f"site/p/example-2024/{clause}/index.html").read_text("utf-8")


def test_every_address_follows_its_clause(run: Run, policy: Path, tmp_path: Path) -> None:
    arguments = ("amend", "example-2024", tmp_path / "after.txt", "--content", policy.parents[1])
    code, out, _ = run(*arguments, "--yes")
    assert code == 0
    assert [line.split("\t")[:2] for line in out.splitlines()] == [
        ["kept", "1"],
        ["reworded", "art1"],
        ["moved", "art2 -> art3-2"],
        ["new", "art2-2"],
        ["gone", "art3"],
    ]
    assert "300万元 -> 500万元" in out
    assert published(run, policy).code == 0
    assert "支持人才" in page(policy, "art2")
    assert "../art3-2/" in page(policy, "art2")
    assert "购置费用的" in page(policy, "art3")
    assert "支持标准" in page(policy, "art2-2")
    assert "一次性奖励" in page(policy, "art3-2")
    text = (policy.parents[2] / "site/zh/policies/example-2024/index.html").read_text("utf-8")
    assert 'id="art2"' in text
    assert 'id="art3"' in text
    assert run("build", "--frozen", "--content", policy.parents[1], "--output", tmp_path / "out").code == 0


def test_a_text_put_in_place_of_another_is_an_error_until_it_is_amended(run: Run, policy: Path) -> None:
    (policy / "source.txt").write_text(AFTER, "utf-8")
    code, _, err = published(run, policy)
    assert code == 1
    assert "I104" in err
    assert "digest amend example-2024" in err
    assert "一次性奖励50" in page(policy, "art2").replace("\u2060", "")
    assert run("amend", "example-2024", "--yes", "--content", policy.parents[1]).code == 0
    assert published(run, policy).code == 0


def test_nothing_is_written_before_somebody_agrees(run: Run, policy: Path, tmp_path: Path) -> None:
    before = files(policy)
    arguments = ("amend", "example-2024", tmp_path / "after.txt", "--content", policy.parents[1])
    assert run(*arguments, "--dry-run").code == 0
    code, _, err = run(*arguments)
    assert code == 2
    assert "--yes" in err
    assert files(policy) == before


def test_the_plan_for_programs(run: Run, policy: Path, tmp_path: Path) -> None:
    arguments = ("amend", "example-2024", tmp_path / "after.txt", "--content", policy.parents[1])
    plan = json.loads(run(*arguments, "--dry-run", "--json").out)
    assert plan["new"] == ["art2-2"]
    assert plan["gone"] == ["art3"]
    assert [each["figures"] for each in plan["clauses"] if each["old"] == "art1"] == [
        [["300万元", "500万元"]]
    ]


def test_an_editor_decides_otherwise(run: Run, policy: Path, tmp_path: Path) -> None:
    arguments = ("amend", "example-2024", tmp_path / "after.txt", "--content", policy.parents[1], "--yes")
    code, out, _ = run(*arguments, "--same", "art3=art2-2", "--gone", "art1")
    assert code == 0
    assert "moved, reworded ?\tart3 -> art2-2" in out
    assert "gone\tart1" in out
    assert published(run, policy).code == 0
    for wrong in (["--same", "art9=art1"], ["--same", "art1=art99"], ["--gone", "art99"]):
        assert "I106" in run(*arguments, *wrong).err
    assert run(*arguments, "--same", "art1").code == 2


def test_a_text_that_comes_back_finds_its_addresses(run: Run, policy: Path, tmp_path: Path) -> None:
    content = ("--content", policy.parents[1], "--yes")
    (tmp_path / "before.txt").write_text(BEFORE, "utf-8")
    for text in ("after.txt", "before.txt"):
        assert run("amend", "example-2024", tmp_path / text, *content).code == 0
        assert published(run, policy).code == 0
    assert "支持人才" in page(policy, "art2")
    assert "支持平台" in page(policy, "art3")
    assert "../art2/" in page(policy, "art3-2")


def test_english_follows_its_clause_through_two_amendments(run: Run, policy: Path, tmp_path: Path) -> None:
    content = ("--content", policy.parents[1])
    assert run("i18n", "sync", *content).code == 0
    english = policy / "en.po"
    talent = '"对引进的高层次人才，给予一次性奖励50万元。"\nmsgstr "'
    english.write_text(english.read_text("utf-8").replace(talent, talent + "A one-off reward."), "utf-8")
    later = AFTER.replace(
        "第三条 支持人才", "第三条 支持会展。举办展会的，补贴场租的一半。\n\n第四条 支持人才"
    )
    for text in (AFTER, later.replace("50万元", "60万元")):
        (tmp_path / "after.txt").write_text(text, "utf-8")
        assert run("amend", "example-2024", tmp_path / "after.txt", *content, "--yes").code == 0
    catalogue, _ = read_translations(policy)
    assert catalogue is not None
    assert [(each.context, each.state) for each in catalogue.entries if each.en == "A one-off reward."] == [
        ("art4", "stale")
    ]


@pytest.mark.parametrize("name", ["nothing-2024", "../example-2024"])
def test_a_policy_that_is_not_there(run: Run, policy: Path, name: str) -> None:
    assert "I106" in run("amend", name, "--content", policy.parents[1], "--yes").err


def test_a_file_that_is_no_text(run: Run, policy: Path, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7 ...")
    before = files(policy)
    code, _, err = run("amend", "example-2024", tmp_path / "scan.pdf", "--content", policy.parents[1])
    assert code == 1
    assert "error A1" in err
    assert files(policy) == before


def test_a_new_text_may_come_as_a_word_file(run: Run, policy: Path, tmp_path: Path) -> None:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in AFTER.split("\n") if line)
    (tmp_path / "after.docx").write_bytes(docx(paragraphs))
    arguments = ("amend", "example-2024", tmp_path / "after.docx", "--content", policy.parents[1])
    code, out, err = run(*arguments, "--yes")
    assert code == 0, err
    assert "moved\tart2 -> art3-2" in out
    assert files(policy)["source.docx"] == (tmp_path / "after.docx").read_bytes()
    assert "最高不超过500万元" in files(policy)["source.txt"].decode()
    assert published(run, policy).code == 0
