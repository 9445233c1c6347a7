"""Published addresses, from the content folder to the site."""

import re
import shutil
from pathlib import Path

import pytest

from digest.build import build
from digest.new_site import new_site
from digest.publishing import publish_site

HANDBOOK = "第一条 编制琥珀修复操作手册。鼓励馆藏单位编制琥珀修复操作手册，每册给予不超过30万元奖励。\n"
TAPE_OUT = "第二条 支持首轮流片。对首轮流片给予不超过500万元补贴。\n"
TRIAL = "第二条 支持首轮试作。对首轮试作给予不超过500万元补贴。\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two policies with one measure in common, one of them with a theme; built and published."""
    content = new_site(tmp_path)
    (content / "policies/example-2024").rename(content / "policies/m-2024")
    policy(content, "m-2024", HANDBOOK + TAPE_OUT)
    policy(content, "z-2024", HANDBOOK)
    shutil.rmtree(content / "pages")
    site(content)
    published(content)
    return content


def policy(content: Path, slug: str, text: str) -> None:
    folder = content / "policies" / slug
    if not folder.exists():
        shutil.copytree(content / "policies/m-2024", folder, ignore=shutil.ignore_patterns("ids.toml"))
    (folder / "source.txt").write_text(f"{slug}若干措施\n\n{text}", "utf-8")


def site(content: Path) -> tuple[dict[str, str], list[str]]:
    """The pages of the site as it is after a build, and the codes of the errors."""
    output = content.parent / "site"
    problems = build(content, output).problems
    pages = {path.parent.relative_to(output).as_posix(): path for path in output.rglob("index.html")}
    errors = [each.code for each in problems if each.severity == "error"]
    return {name: path.read_text("utf-8") for name, path in pages.items()}, errors


def published(content: Path) -> None:
    built = publish_site(content, content.parent / "site", {}, "2026-11-27")
    assert not [each for each in built.problems if each.severity == "error"]


def test_a_theme_loses_its_last_measure(content: Path) -> None:
    assert "noindex" not in site(content)[0]["zh/compare/tape-out"]
    policy(content, "m-2024", HANDBOOK + TRIAL)
    pages, errors = site(content)
    assert errors == []
    for language, name in (("zh", "流片"), ("en", "Tape-out")):
        page = pages[f"{language}/compare/tape-out"]
        assert '<meta name="robots" content="noindex">' in page
        assert f"<h1>{name}</h1>" in page
        assert 'href="../index.html"' in page
    published(content)
    assert '"/compare/tape-out/" = { zh = "流片", en = "Tape-out" }' in (
        content / "addresses.toml"
    ).read_text("utf-8")
    policy(content, "m-2024", HANDBOOK + TAPE_OUT)
    assert "noindex" not in site(content)[0]["zh/compare/tape-out"]


def test_a_group_changes_its_smallest_member(content: Path) -> None:
    old, new = "g-m-2024-art1", "g-a-2024-art1"
    assert f"zh/compare/{old}" in site(content)[0]
    policy(content, "a-2024", HANDBOOK)
    pages, errors = site(content)
    assert errors == []
    assert f'href="../{new}/index.html"' in pages[f"zh/compare/{old}"]
    assert re.search(rf'rel="canonical" href="[^"]*/en/compare/{new}/"', pages[f"en/compare/{old}"])
    redirects = (content.parent / "site/_redirects").read_text("utf-8")
    assert f"/en/compare/{old}/ " in redirects


def test_a_published_policy_is_removed(content: Path) -> None:
    before, _ = site(content)
    kept = content.parent / "kept"
    (content / "policies/z-2024").rename(kept)
    assert site(content) == (before, ["I121"])
    kept.rename(content / "policies/z-2024")
    assert site(content) == (before, [])
