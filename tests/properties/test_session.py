"""A build that uses what earlier ones made equals one that starts from nothing, whatever was edited between them."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.build import build, check, load
from digest.model.built import Built
from digest.model.problem import Severity
from digest.session import Session
from digest.text.ids import text_hash

Edit = Callable[[Path], None]


def replaced(path: str, old: str, new: str) -> Edit:
    """An edit that puts one text in the place of another, which must be there."""

    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{path} has no {old}"
        (root / path).write_text(text.replace(old, new, 1), "utf-8", newline="\n")

    return edit


def added(root: Path) -> None:
    shutil.copytree(root / "content/policies/longhua-2024", root / "content/policies/new-2025")
    replaced("content/policies/new-2025/source.txt", "智能", "人工智能")(root)


def removed(root: Path) -> None:
    shutil.rmtree(root / "content/policies/new-2025")
    (root / "content/rulings.toml").unlink()


ENGLISH = """msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "art3"
msgid "本措施自2024年1月1日起施行，有效期三年。"
msgstr "These Measures take effect on 1 January 2024 (500万元) and are valid for three years."
"""
"""Of the policy of a city in the small site."""


def ruled(root: Path) -> None:
    """An editor says of two clauses that they are not about the same, and of two others that they are."""
    corpus = load(root / "content").corpus
    assert corpus
    clauses = {policy.meta.slug: policy.document for policy in corpus.policies}
    written = ""
    for match, verdict in zip(corpus.matches, ("different", "same"), strict=False):
        rows = {"verdict": verdict, "who": "an editor", "day": "2026-11-27"}
        for side, doc, clause in (("a", match.a_doc, match.a_clause), ("b", match.b_doc, match.b_clause)):
            rows |= {side: f"{doc}#{clause}", f"{side}_hash": text_hash(clauses[doc].clause(clause).text)[:8]}
        written += "[[ruling]]\n" + "".join(f'{key} = "{value}"\n' for key, value in rows.items())
    (root / "content/rulings.toml").write_text(written, "utf-8")


def logged(root: Path) -> None:
    """The log of changes begins: a policy was published and amended, another one came."""
    entry = '[[change]]\nday = "2026-11-{day}"\npolicy = "{policy}"\nkind = "{kind}"\n'
    clauses = 'clauses = [{ how = "changed", clause = "art11", after = "7bfc4a28" }, { how = "added", clause = "art12" }]\n'
    (root / "content/changes.toml").write_text(
        'tag = "tag:digest.example.org,2026-11-01:"\n'
        '[[place]]\ncode = "440100"\nzh = "广州市"\nen = "Guangzhou"\n'
        + entry.format(day="01", policy="longhua-2024", kind="new")
        + entry.format(day="02", policy="longhua-2024", kind="amended")
        + clauses
        + entry.format(day="03", policy="new-2025", kind="new"),
        "utf-8",
    )


def own_template(root: Path) -> None:
    (root / "templates").mkdir()
    shutil.copyfile(Path(__file__).parents[2] / "templates/clause.html", root / "templates/clause.html")
    replaced("templates/clause.html", 'class="neighbours"', 'class="neighbours wide"')(root)


EDITS = {
    "nothing": lambda _: None,
    "a policy that comes": added,
    "a log of changes": logged,
    "a ruling": ruled,
    "the English of a phrase": replaced(
        "content/policies/longhua-2024/en.po",
        'msgstr "projects approved by the state',
        'msgstr "all projects approved by the state',
    ),
    "a figure in a text": replaced("content/policies/longhua-2024/source.txt", "500万元", "700万元"),
    "a clause that goes": replaced("content/policies/longhua-2024/source.txt", "。", ""),
    "a translation": replaced("content/policies/longhua-2024/en.po", 'msgstr "S', 'msgstr "All s'),
    "what an editor states": replaced(
        "content/policies/longhua-2024/policy.toml", "title", "# A title\ntitle"
    ),
    "the standing of a policy": replaced("content/policies/longhua-2024/policy.toml", 'en = "', 'en = "New '),
    "a word list": replaced("content/themes.toml", 'en = "', 'en = "Our '),
    "the words of a theme": replaced("content/themes.toml", "hints = [", 'hints = ["首轮流片", '),
    "how people ask": replaced("content/search.toml", '"房租", "场租", ', '"房租", "铺租", "流片", '),
    "a definition": replaced("content/glossary.toml", 'definition_en = "', 'definition_en = "Here: '),
    "a place": replaced("content/jurisdictions.toml", 'name_en = "Longhua', 'name_en = "New Longhua'),
    "the site": replaced("content/site.toml", 'title_en = "', 'title_en = "New '),
    "a page of the editors": replaced("content/pages/about.en.md", "# ", "# Everything "),
    "another edition": replaced(
        "content/policies/new-2025/policy.toml",
        'kind = "implements"\ntarget = "shenzhen-2022"',
        'kind = "supersedes"\ntarget = "longhua-2024"',
    ),
    "an entry of the log": replaced("content/changes.toml", '"7bfc4a28"', '"00000000"'),
    "a template": own_template,
    "a template again": replaced("templates/clause.html", "neighbours wide", "neighbours"),
    "a policy that goes": removed,
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Where the cache lies."""
    return {"XDG_CACHE_HOME": str(tmp_path / "caches")}


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """A project with one policy, of which nothing was published yet."""
    root = tmp_path / "project"
    others = shutil.ignore_patterns("ids.toml", "addresses.toml", "changes.toml", "rulings.toml")
    shutil.copytree(project / "content", root / "content", ignore=others)
    for folder in (root / "content/policies").iterdir():
        if folder.name != "longhua-2024":
            shutil.rmtree(folder)
    return root


@pytest.fixture
def clean(root: Path, tmp_path: Path) -> Callable[[], tuple[Built, dict[str, bytes]]]:
    """Builds from nothing, in one process; what is compared with it is made in two."""

    def make() -> tuple[Built, dict[str, bytes]]:
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        built = build(root / "content", tmp_path / "clean")
        return built, files_of(tmp_path / "clean")

    return make


@pytest.mark.slow
def test_a_rebuild_equals_a_clean_build(
    root: Path,
    environment: dict[str, str],
    clean: Callable[[], tuple[Built, dict[str, bytes]]],
    tmp_path: Path,
) -> None:
    """So does that of a session that goes on, whose site is changed in place."""
    resident = Session(root / "content", {"XDG_CACHE_HOME": str(tmp_path / "others")}, resident=True)
    for name, edit in EDITS.items():
        edit(root)
        expected, files = clean()
        assert expected.files, name
        problems = check(root / "content")
        assert Session(root / "content", environment).check() == problems, name
        built = Session(root / "content", environment).build(root / "site", jobs=2)
        assert built.problems == expected.problems, name
        assert built.files == expected.files, name
        assert files_of(root / "site") == files, name
        again = Session(root / "content", environment).build(root / "site")
        assert (again.written, again.files, again.problems) == (0, built.files, built.problems), name
        assert files_of(root / "site") == files, name
        served = resident.build(tmp_path / "served")
        assert (served.files, served.problems) == (expected.files, expected.problems), name
        assert files_of(tmp_path / "served") == files, name


def test_trials_leave_no_trace(root: Path, environment: dict[str, str]) -> None:
    """What an editor tries, and takes back, has changed nothing that goes into version control."""
    source = root / "content/policies/longhua-2024/source.txt"
    text, before = source.read_text("utf-8"), files_of(root / "content")
    for amount in ("600万元", "700万元"):
        source.write_text(text.replace("500万元", amount), "utf-8", newline="\n")
        assert Session(root / "content", environment).build(root / "site", drafts=True).written
    source.write_text(text, "utf-8", newline="\n")
    Session(root / "content", environment).build(root / "site", drafts=True)
    assert files_of(root / "content") == before


@pytest.fixture
def small(project: Path, tmp_path: Path) -> Path:
    """A tiny content folder."""
    shutil.copytree(project / "tests/sites/good", tmp_path / "project/content")
    return tmp_path / "project/content"


def test_an_edited_text_is_shown_before_it_is_compared(
    root: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session, site = Session(root / "content", environment, resident=True), root / "site"
    session.build(site)
    files = files_of(site)
    replaced("content/policies/longhua-2024/source.txt", "500万元", "700万元")(root)
    with monkeypatch.context() as patched:
        patched.setattr("digest.build.match_acts", None)
        with pytest.raises(TypeError):
            session.build(site)
    page = site / "zh/policies/longhua-2024/index.html"
    assert "700万元" in page.read_text("utf-8")
    replaced("content/policies/longhua-2024/source.txt", "700万元", "500万元")(root)
    session.build(site)
    assert files_of(site) == files
    replaced("content/policies/longhua-2024/source.txt", "500万元", "700万元")(root)
    session.build(site)
    build(root / "content", tmp_path / "clean")
    assert files_of(site) == files_of(tmp_path / "clean")


def test_a_text_with_an_error_is_not_shown(root: Path, environment: dict[str, str]) -> None:
    session, site = Session(root / "content", environment, resident=True), root / "site"
    session.build(site)
    files = files_of(site)
    replaced("content/policies/longhua-2024/source.txt", "500万元", "700万元")(root)
    replaced("content/policies/longhua-2024/policy.toml", "basis", "basic")(root)
    assert not session.build(site).files
    assert files_of(site) == files


@pytest.mark.parametrize("resident", [False, True])
@pytest.mark.parametrize(
    ("reads", "file"),
    [
        ("digest.build.read_content", "source.txt"),
        ("digest.incremental.inputs.read_policy", "source.txt"),
        ("digest.build.in_english", "en.po"),
    ],
)
def test_what_was_taken_back_during_a_build_is_not_remembered(
    small: Path,
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reads: str,
    file: str,
    resident: bool,  # pytest gives it by name
) -> None:
    """Somebody types before the text is read, and takes it back afterwards: names of contents alone do not tell."""
    session, site = Session(small, environment, resident=resident), tmp_path / "site"
    (small / "policies/city-2024/en.po").write_text(ENGLISH, "utf-8", newline="\n")
    session.build(site)
    text = small / "policies/city-2024" / file
    first = text.read_text("utf-8")
    saved, typed = first.replace("500万元", "600万元"), first.replace("500万元", "700万元")
    assert len({first, saved, typed}) == 3
    text.write_text(saved, "utf-8", newline="\n")
    module, _, name = reads.rpartition(".")
    read = getattr(sys.modules[module], name)

    def meanwhile(*given: object, **named: object) -> object:
        text.write_text(typed, "utf-8", newline="\n")
        try:
            return read(*given, **named)
        finally:
            text.write_text(saved, "utf-8", newline="\n")

    with monkeypatch.context() as patched:
        patched.setattr(reads, meanwhile)
        session.build(site)
    session.build(site)
    build(small, tmp_path / "clean")
    assert files_of(site) == files_of(tmp_path / "clean")


def test_a_template_that_was_taken_back_during_a_build_is_not_remembered(
    small: Path, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, site = Session(small, environment, resident=True), tmp_path / "site"
    template = small.parent / "templates/clause.html"
    template.parent.mkdir()
    shutil.copyfile(Path(__file__).parents[2] / "templates/clause.html", template)
    first = template.read_text("utf-8")
    session.build(site)
    saved, typed = (first.replace('class="neighbours"', f'class="neighbours {name}"') for name in "ab")
    template.write_text(saved, "utf-8", newline="\n")

    def meanwhile(*given: object) -> object:
        template.write_text(typed, "utf-8", newline="\n")
        try:
            return render(*given)
        finally:
            template.write_text(saved, "utf-8", newline="\n")

    render = sys.modules["digest.incremental.files"].render
    with monkeypatch.context() as patched:
        patched.setattr("digest.incremental.files.render", meanwhile)
        session.build(site)
    session.build(site)
    build(small, tmp_path / "clean")
    assert files_of(site) == files_of(tmp_path / "clean")


def test_a_search_finds_what_it_knows_again(
    small: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Session(small, environment).search()[2]
    monkeypatch.setattr("digest.search.find.make_searchable", None)
    assert Session(small, environment).search()[2]


def test_a_template_of_the_project_changes_pages_whose_texts_stay(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    Session(small, environment).build(site)
    own_template(small.parent)
    Session(small, environment).build(site)
    build(small, tmp_path / "clean")
    assert files_of(site) == files_of(tmp_path / "clean")


def test_a_spoilt_cache_changes_nothing(small: Path, environment: dict[str, str], tmp_path: Path) -> None:
    site = tmp_path / "site"
    Session(small, environment).build(site)
    Session(small, environment).build(site)
    files = files_of(site)
    for part in (slice(0), slice(-1), slice(None, None, -1)):
        for path in cache_files(tmp_path):
            path.write_bytes(path.read_bytes()[part])
        built = Session(small, environment).build(site)
        assert built.written == 0
        assert built.files == len(files) - 1
        assert files_of(site) == files


def test_a_page_somebody_changed_is_made_again(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        Session(small, environment).build(site)
    files = files_of(site)
    (site / "index.html").write_text("mine")
    (site / "zh/index.html").unlink()
    (site / "p/city-2024/art2/index.html").write_text("mine")
    assert Session(small, environment).build(site).written == 3
    assert files_of(site) == files


def test_a_cache_that_others_can_write_to_is_not_used(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "caches/digest").mkdir(parents=True)
    (tmp_path / "caches/digest").chmod(0o777)
    Session(small, environment).build(tmp_path / "site")
    assert not list((tmp_path / "caches/digest").iterdir())


def test_a_cache_that_cannot_be_kept_is_done_without(small: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("")
    for environment in ({}, {"XDG_CACHE_HOME": str(tmp_path / "a-file")}):
        assert Session(small, environment).build(tmp_path / "site").files
        assert Session(small, environment).check() == check(small)


def test_a_cache_holds_what_the_last_build_needed(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    Session(small, environment).build(tmp_path / "site")
    counts = []
    for number in range(4):
        replaced("policies/city-2024/source.txt", "。", f"，第{number}次。")(small)
        for _ in range(2):
            Session(small, environment).build(tmp_path / "site")
        # Which templates a build needs depends on the pages that an edit changes.
        counts.append(len([path for path in cache_files(tmp_path) if not path.name.startswith("template-")]))
    assert len(set(counts)) == 1


def test_the_cache_of_a_folder_that_is_gone_goes(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    Session(small, environment).build(tmp_path / "site")
    moved = small.with_name("moved")
    small.rename(moved)
    Session(moved, environment).build(tmp_path / "site")
    assert len(list((tmp_path / "caches/digest").iterdir())) == 1


def test_messages_come_in_the_language_that_is_spoken_now(
    small: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    from digest.cli.language import speaking

    site = tmp_path / "site"
    (small / "policies/third-2020").mkdir()
    for _ in range(2):
        english = Session(small, environment).build(site).problems
    with speaking("zh"):
        chinese = Session(small, environment).build(site).problems
        assert chinese == build(small, tmp_path / "other").problems
    assert english == build(small, tmp_path / "other").problems
    assert any(found.severity is Severity.ERROR for found in english)


def cache_files(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "caches").rglob("*") if path.is_file()]


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_who_looks_again_sees_what_stands_there_now(root: Path, environment: dict[str, str]) -> None:
    text = root / "content/policies/longhua-2024/source.txt"
    before = text.read_text("utf-8")
    for said in (before, before, before.replace("500万元", "700万元"), before):
        text.write_text(said, "utf-8", newline="\n")
        assert Session(root / "content", environment).load() == load(root / "content")


def test_what_was_seen_with_drafts_is_not_shown_without(root: Path, environment: dict[str, str]) -> None:
    replaced("content/policies/longhua-2024/policy.toml", "title", "draft = true\ntitle")(root)
    seen = [
        Session(root / "content", environment).load(drafts=drafts).corpus for drafts in (True, False, True)
    ]
    assert [len(corpus.policies) if corpus else None for corpus in seen] == [1, 0, 1]
