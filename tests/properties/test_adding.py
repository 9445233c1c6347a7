"""Whatever a file says of itself: the policy that is made of it is sound, and stands in its own folder."""

from shutil import rmtree
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.adding import Existing, carry_out, hindrances, plan_addition, read_existing
from digest.model.intake import Clue, ReceivedWords
from digest.model.problem import Severity
from digest.new_site import new_site
from digest.read.policy import read_policy
from digest.read.policy_checks import KnownNames
from digest.received import TEXT, Received
from odd_texts import ODD_TEXTS

HOSTILE = st.sampled_from([
    '"', "'''", '"""', "\\", "\n[status]\nvalue=1\n", "\u202e", "\x00", "\x7f", "\ud800", "]", "#", "{x}", "%s", "../..", "</title>",
])  # fmt: skip
WORDS = st.sampled_from([
    "某市", "深圳市龙华区", "朝阳区", "人民政府", "工业和信息化局", "关于印发", "《", "》", "的通知", "行动计划", "（2024—2026年）",
    "（试行）", "深府〔2024〕3号", "〔2024〕", "第12号", "2024-02-06", "2020年1月1日", "二〇二五年", "2024", "有效", "废止", "、", " ",
    "https://a.cn/1",
])  # fmt: skip
VALUES = st.lists(WORDS | HOSTILE | st.text(max_size=4), max_size=6).map("".join)
FIELDS = st.sampled_from(
    ["title_zh", "number", "issuers", "made", "published", "effective", "expires", "status", "source_url"]
)
ORIGINS = st.sampled_from(
    ["PubDate", "ContentSource", "发文字号", "成文日期", "h1", "docProps/core.xml: title"]
)
CLUES = st.lists(st.builds(Clue, FIELDS, VALUES, ORIGINS), max_size=8).map(tuple)
SLUGS = st.sampled_from(["", "policy-2024", "../evil", "a/b", "A", ".", "example-2024", "\x00"]) | VALUES
END = "\n第一条 本措施自2024年3月1日起施行，有效期至2020年12月31日。\n"


class Place(NamedTuple):
    """A site to add to; Hypothesis shows it by name alone."""

    existing: Existing

    def __repr__(self) -> str:
        return "place"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    existing, problems = read_existing(new_site(tmp_path_factory.mktemp("adding") / "site"))
    assert existing is not None, problems
    return Place(existing)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(ODD_TEXTS, CLUES, SLUGS, st.sampled_from(["html", "docx", "pdf", "ofd", "text"]))
def test_the_policy_is_sound_and_nothing_else_is_written(
    place: Place, text: str, clues: tuple[Clue, ...], slug: str, kind: str
) -> None:
    existing = place.existing
    root = existing.content / "policies"
    whole = text.encode(errors="replace").decode() + END
    received = Received("file.html", whole.encode(), ReceivedWords(kind, whole, clues, ()))
    addition, problems = plan_addition(existing, received, {"slug": slug})
    if addition is None:
        assert problems
        return
    hindered = {each.severity for each in hindrances(existing, addition)}
    if Severity.ERROR in hindered:
        return
    assert carry_out(existing, addition) == ()
    made = {path for path in root.parent.rglob("*") if path.is_dir()} - {
        root, root / "example-2024", root.parent / "pages",
    }  # fmt: skip
    folder = root / addition.meta.slug
    try:
        assert made == {folder}
        words = existing.vocabulary.documents
        terms = {"genre": words.genres, "form": words.forms, "status": words.statuses}
        ids = {name: {row.id: row.words for row in rows} for name, rows in terms.items()}
        read = read_policy(folder, KnownNames(existing.places, ids, ["example-2024", addition.meta.slug]))
        assert [each for each in read.problems if each.severity is Severity.ERROR] == []
        assert read.policy is not None
        assert read.policy.meta == addition.meta
        assert (folder / TEXT).read_bytes() == whole.encode()
        assert (folder / received.kept).read_bytes() == received.data
    finally:
        rmtree(folder)


def test_the_folder_of_content_is_known(place: Place) -> None:
    """Else the test above would look for new folders in the wrong place."""
    assert sorted(path.name for path in place.existing.content.iterdir() if path.is_dir()) == [
        "pages",
        "policies",
    ]
