"""From a file as it was received to a policy, as a newcomer does it."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from digest.cli.add import command
from digest.new_site import new_site
from running import Run

TEXT = """\
济南市人民政府办公厅关于印发《济南市支持光电产业发展若干措施》的通知

济政办发〔2024〕6号

各区县人民政府，各有关单位：

现将《济南市支持光电产业发展若干措施》印发给你们，请认真执行。

济南市人民政府办公厅

2024年5月18日

济南市支持光电产业发展若干措施

第一条 支持冷库建设。对新建公共冷库的企业，按照设备投资的20%给予补助，最高不超过300万元。

第二条 支持人才。对引进的高层次人才，给予一次性奖励50万元。

第四条 支持平台。对公共检测平台，按照购置费用的30%给予资助，最高不超过1000万元。

第五条 本措施自2024年6月1日起施行，有效期三年。
"""
UNTITLED = "第一条 支持研发。给予最高300万元资助。\n第二条 支持流片。给予最高500万元资助。\n"

Add = Callable[..., Result]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return new_site(tmp_path / "site")


@pytest.fixture
def policies(content: Path) -> Path:
    return content / "policies"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def add(content: Path, monkeypatch: pytest.MonkeyPatch) -> Add:
    """``digest add`` on a terminal, with what somebody types."""

    def added(typed: str, *arguments: str | Path) -> Result:
        monkeypatch.setattr("digest.cli.add.on_terminal", lambda: True)
        return CliRunner().invoke(command, [*map(str, arguments), "--content", str(content)], input=typed)

    return added


def names(policies: Path) -> set[str]:
    return {path.name for path in policies.iterdir()} - {"example-2024"}


def test_two_answers_make_a_policy_that_is_sound(add: Add, run: Run, policies: Path, text: Path) -> None:
    done = add("\ny\n", text)
    assert done.exit_code == 0, done.output
    assert names(policies) == {"jinan-2024"}
    folder = policies / "jinan-2024"
    assert (folder / "source.txt").read_bytes() == text.read_bytes()
    data = tomllib.loads((folder / "policy.toml").read_text("utf-8"))
    assert {name: table["value"] for name, table in data.items() if "value" in table} == {
        "title_zh": "济南市支持光电产业发展若干措施",
        "issuers": ["济南市人民政府办公厅"],
        "number": "济政办发〔2024〕6号",
        "made": "2024-05-18",
        "effective": "2024-06-01",
        "expires": "2027-05-31",
        "genre": "measures",
        "form": "notice",
        "status": "issued",
        "jurisdiction": "370100",
    }
    code, out, err = run("check", "--content", policies.parent)
    assert code == 0
    assert "jinan-2024/policy.toml: note A161" in out + err
    for said in ("digest serve --content", "digest publish --content", "Not known: published"):
        assert said in done.output


def test_what_is_shown_before_anything_is_written(add: Add, text: Path, policies: Path) -> None:
    done = add("", text, "--dry-run")
    assert done.exit_code == 0, done.output
    lines = done.output.splitlines()
    assert any("art1" in line and "支持冷库建设" in line for line in lines)
    assert any(line.strip().startswith("! L") and "P2" in line for line in lines)  # 第三条 is missing
    assert "Sums of money (3): 300万元、50万元、1000万元" in lines
    assert "Percentages and shares (2): 20%、30%" in lines
    assert any(line.startswith("jurisdiction") and "济南市 (370100)" in line for line in lines)
    assert max(map(cell_len, lines)) <= 82
    assert names(policies) == set()


@pytest.mark.parametrize("typed", ["\nn\n", "\n\n"])
def test_who_does_not_say_yes_writes_nothing(add: Add, text: Path, policies: Path, typed: str) -> None:
    done = add(typed, text)
    assert done.exit_code == 0
    assert names(policies) == set()


def test_what_is_missing_is_asked_for_until_it_is_understood(
    add: Add, tmp_path: Path, policies: Path
) -> None:
    (tmp_path / "bare.txt").write_text(UNTITLED, "utf-8")
    typed = "支持芯片若干措施\n某地\n济南市\n去年\n2024年3月1日\nNot A Slug\n\ny\n"
    done = add(typed, tmp_path / "bare.txt")
    assert done.exit_code == 0, done.output
    data = tomllib.loads((policies / "jinan-2024/policy.toml").read_text("utf-8"))
    assert data["title_zh"]["value"] == "支持芯片若干措施"
    assert data["made"]["value"] == "2024-03-01"
    assert data["jurisdiction"]["value"] == "370100"
    assert {data[name]["basis"] for name in ("title_zh", "made", "jurisdiction")} == {"external"}
    assert "R205" in done.output


@pytest.mark.parametrize("options", [[], ["--json"], ["--as", "jinan-2024"]])
def test_without_a_terminal_nothing_is_written_unless_somebody_says_so(
    run: Run, content: Path, text: Path, policies: Path, options: list[str]
) -> None:
    code, out, err = run("add", text, *options, "--content", content)
    assert (code, out, names(policies)) == (2, "", set())
    assert "There is no terminal for the question. Look with --dry-run, then write with --yes." in err


def test_a_pipe_is_no_terminal_to_ask_on(add: Add, policies: Path) -> None:
    done = add(TEXT, "-")
    assert (done.exit_code, names(policies)) == (2, set())
    assert "then write with --yes" in done.output


def test_a_name_that_says_nothing_is_not_proposed(run: Run, content: Path, text: Path) -> None:
    code, _, err = run("add", text, "--yes", "--as", "2019年2月31日", "--content", content)
    assert code == 1
    assert "such as jinan-2024." in err


def test_each_finding_is_printed_once(run: Run, content: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_bytes(TEXT.replace("设备投资", "设备投资" * 30_000).encode("gb18030"))
    _, _, err = run("add", text, "--dry-run", "--content", content)
    assert (err.count("R006"), err.count("R008")) == (1, 1)


def test_what_cannot_be_known_is_asked_for_by_an_option(
    run: Run, content: Path, tmp_path: Path, policies: Path
) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text(UNTITLED, "utf-8")
    code, _, err = run("add", bare, "--yes", "--content", content)
    assert (code, names(policies)) == (1, set())
    assert "A164" in err
    assert "its place and its year are not known" in err
    assert f"`digest add {bare.as_posix()} --as " in err
    code, _, err = run("add", bare, "--yes", "--as", "chips-2024", "--content", content)
    assert code == 0, err
    assert names(policies) == {"chips-2024"}
    assert run("check", "--content", content).code == 0


def test_a_name_that_is_taken_gets_a_number_and_nothing_is_replaced(
    run: Run, content: Path, text: Path, tmp_path: Path, policies: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        TEXT.replace("光电", "海洋").replace("冷库", "码头").replace("人才", "船员")[:-40], "utf-8"
    )
    assert run("add", text, "--yes", "--content", content).code == 0
    code, _, err = run("add", other, "--yes", "--content", content, "--as", "jinan-2024")
    assert code == 1
    assert "A167" in err
    assert run("add", other, "--yes", "--content", content).code == 0
    assert names(policies) == {"jinan-2024", "jinan-2024-2"}
    assert (policies / "jinan-2024/source.txt").read_text("utf-8") == TEXT


@pytest.mark.parametrize("slug", ["../evil", "a/b", "Upper", "", "-", ".hidden", "名字"])
def test_no_name_leads_out_of_the_folder(run: Run, content: Path, text: Path, slug: str) -> None:
    before = sorted(content.parent.rglob("*"))
    code, _, _ = run("add", text, "--yes", "--as", slug, "--content", content)
    assert code == (0 if not slug else 1)
    if slug:
        assert sorted(content.parent.rglob("*")) == before


def test_no_policy_is_written_through_a_link(run: Run, content: Path, text: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (content / "policies").rename(elsewhere)
    (content / "policies").symlink_to(elsewhere)
    code, _, err = run("add", text, "--yes", "--content", content)
    assert code == 1
    assert "R009" in err
    assert names(elsewhere) == set()


def test_the_same_text_is_not_added_twice(run: Run, content: Path, text: Path, policies: Path) -> None:
    assert run("add", text, "--yes", "--content", content).code == 0
    text.write_bytes(TEXT.replace("\n", "\r\n").encode("gb18030"))
    code, _, err = run("add", text, "--yes", "--content", content)
    assert code == 1
    assert "A163" in err
    assert "jinan-2024" in err
    assert names(policies) == {"jinan-2024"}


def test_another_edition_is_pointed_out(run: Run, content: Path, text: Path) -> None:
    assert run("add", text, "--yes", "--content", content).code == 0
    text.write_text(TEXT.replace("300万元", "500万元").replace("2024", "2026"), "utf-8")
    code, out, err = run("add", text, "--dry-run", "--json", "--content", content)
    assert code == 0
    assert "A165" in err
    assert "digest amend jinan-2024" in err
    assert [(each["doc"], each["kind"]) for each in json.loads(out)["near"]] == [("jinan-2024", "edition")]
    assert run("amend", "jinan-2024", text, "--yes", "--content", content).code == 0  # as the message says


def test_the_copy_of_another_place(run: Run, content: Path, text: Path) -> None:
    assert run("add", text, "--yes", "--content", content).code == 0
    text.write_text(TEXT.replace("济南", "青岛").replace("济政", "青政"), "utf-8")
    code, out, _ = run("add", text, "--yes", "--json", "--content", content)
    assert code == 0
    assert [(each["doc"], each["kind"]) for each in json.loads(out)["near"]] == [("jinan-2024", "copy")]


def test_each_file_is_a_policy_and_a_failing_one_stops_none(
    run: Run, content: Path, text: Path, tmp_path: Path, policies: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    code, out, err = run("add", tmp_path / "none.txt", empty, text, "--yes", "--json", "--content", content)
    rows = json.loads(out)
    assert code == 1
    assert [row["written"] for row in rows] == [False, False, True]
    assert {"A168", "R005"} <= {each["code"] for row in rows for each in row["problems"]}
    assert "There is no such file." in err
    assert names(policies) == {"jinan-2024"}
    assert run("add", text, empty, "--as", "x", "--content", content).code == 2


def test_what_programs_get(run: Run, content: Path, text: Path) -> None:
    code, out, _ = run("add", text, "--dry-run", "--json", "--content", content)
    row = json.loads(out)
    assert code == 0
    assert row["policy"] == "jinan-2024"
    assert row["files"] == ["source.txt", "policy.toml"]
    number = row["fields"]["number"]
    assert (number["value"], number["basis"], number["how"]) == (
        "济政办发〔2024〕6号",
        "printed",
        "number_line",
    )
    assert (number["sure"], number["origin"], number["others"]) == (None, None, [])
    assert row["figures"]["money"] == ["300万元", "50万元", "1000万元"]
    assert row["unknown"] == ["published"]
    assert not row["written"]


def test_warnings_count_when_strict(run: Run, content: Path, text: Path) -> None:
    assert run("add", text, "--dry-run", "--content", content).code == 0
    assert run("add", text, "--dry-run", "--strict", "--content", content).code == 1  # 第三条 is missing


def test_a_page_that_contradicts_its_text(run: Run, content: Path, policies: Path, tmp_path: Path) -> None:
    """The text wins; what the page says stays visible, before it is written and in the file."""
    page = tmp_path / "page.html"
    lines = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    page.write_text(
        '<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="济南市光电产业十条">'
        '<meta name="PubDate" content="2024-05-22 09:12"><meta name="ContentSource" content="市政府办公厅">'
        f'</head><body><div class="TRS_Editor">{lines}</div></body></html>',
        "utf-8",
    )
    code, out, err = run("add", page, "--yes", "--content", content)
    assert code == 0, err
    assert "not taken: 济南市光电产业十条 (ArticleTitle)" in out
    text = (policies / "jinan-2024/policy.toml").read_text("utf-8")
    assert "# not taken: 济南市光电产业十条 (ArticleTitle)\n[title_zh]" in text
    data = tomllib.loads(text)
    assert data["title_zh"]["value"] == "济南市支持光电产业发展若干措施"
    assert data["published"] == {
        "value": "2024-05-22", "basis": "external", "how": "meta_tag", "how_zh": "PubDate", "sure": "high",
    }  # fmt: skip
    assert "市政府办公厅" not in text  # a short name of who signed
    assert (policies / "jinan-2024/source.html").read_bytes() == page.read_bytes()
    assert "第四条" in (policies / "jinan-2024/source.txt").read_text("utf-8")


def test_a_text_from_a_pipe(content: Path, policies: Path) -> None:
    done = CliRunner().invoke(command, ["-", "--content", str(content), "--yes"], input=TEXT.encode())
    assert done.exit_code == 0, done.output
    assert (policies / "jinan-2024/source.txt").read_text("utf-8") == TEXT


def test_without_a_site_the_way_to_one_is_said(run: Run, text: Path) -> None:
    code, _, err = run("add", text, "--yes")
    assert code == 1
    assert "digest new" in err


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_is_ended_halfway_leaves_nothing(
    add: Add, text: Path, policies: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    written = Path.write_bytes

    def write(self: Path, data: bytes) -> int:
        if self.name == "policy.toml":
            raise fault
        return written(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    done = add("\ny\n", text)
    assert done.exit_code == 1
    assert names(policies) == set()


def test_each_finding_is_told_once(run: Run, content: Path, text: Path) -> None:
    run("add", text, "--yes", "--content", content)
    text.write_text(TEXT.replace("300万元", "500万元"), "utf-8")
    added = run("add", text, "--yes", "--content", content)
    assert (added.out + added.err).count("A165") == 1
    assert (added.out + added.err).count("P201") == 1
