"""What cannot be kept in tests/sites: links, and folders that are not there."""

import re
import shutil
from pathlib import Path

import pytest

from digest.read.content import MAX_PAGE, read_content
from digest.read.word_lists import GENRES, TARGETS, THEMES, read_vocabulary, read_words
from digest.resources import starter_content, templates
from site_cases import good_site

STARTER = Path(__file__).parents[3] / "content"


@pytest.fixture
def content(tmp_path):
    good_site(tmp_path / "content")
    return tmp_path / "content"


def told(content):
    read, problems = read_content(content, STARTER)
    slugs = [each.meta.slug for each in read.policies] if read else None
    return slugs, [(each.code, Path(each.path).relative_to(content).as_posix()) for each in problems]


@pytest.mark.parametrize("name", ["source.txt", "policy.toml"])
def test_a_linked_file_is_not_published(content, name):
    path = content / "policies/city-2024" / name
    path.rename(content / name)
    path.symlink_to(content / name)
    assert told(content) == (["district-2023"], [("R009", f"policies/city-2024/{name}")])


def test_a_linked_policy_is_not_published(content):
    (content / "policies/city-2024").rename(content / "city-2024")
    (content / "policies/city-2024").symlink_to(content / "city-2024")
    assert told(content) == (["district-2023"], [("R009", "policies/city-2024")])


@pytest.mark.parametrize("name", ["policies", "pages"])
def test_a_linked_folder_is_not_read(content, name):
    (content / name).rename(content / "elsewhere")
    (content / name).symlink_to(content / "elsewhere")
    slugs, problems = told(content)
    assert problems == [("R009", name)]
    assert slugs == ([] if name == "policies" else ["city-2024", "district-2023"])


def test_a_linked_page_is_not_published(content):
    (content / "pages/secret.zh.md").symlink_to(content / "site.toml")
    _, problems = told(content)
    assert problems == [("R009", "pages/secret.zh.md")]


def test_a_page_must_have_a_name_for_addresses(content):
    (content / "pages/Über uns.zh.md").write_text("# x", "utf-8")
    (content / "pages/about.fr.md").write_text("# x", "utf-8")
    assert told(content)[1] == [("R205", "pages/about.fr.md"), ("R205", "pages/Über uns.zh.md")]


def test_no_name_is_proposed_that_is_taken(content):
    (content / "pages/About 副本.zh.md").write_text("# x", "utf-8")
    (content / "pages/常见问题.zh.md").write_text("# x", "utf-8")
    (content / "policies/city-2024 - 副本").mkdir()
    found = [each.hint for each in read_content(content, STARTER).problems if each.code == "R205"]
    examples = [hint.rpartition("such as ")[2] for hint in found]
    assert examples == ["about-2.zh.md.", "page.zh.md.", "city-2024-2."]


def test_a_policy_in_a_folder_of_a_folder_is_to_be_moved(content):
    (content / "policies/2023").mkdir()
    (content / "policies/city-2024").rename(content / "policies/2023/city-2024")
    shutil.copytree(content / "policies/district-2023", content / "policies/2023/old/district-2023")
    slugs, problems = told(content)
    assert (slugs, problems[0]) == (["district-2023"], ("R001", "policies/2023/policy.toml"))
    hint = read_content(content, STARTER).problems[0].hint
    assert "2023/city-2024 -> city-2024, 2023/old/district-2023 -> district-2023-2." in hint


def test_a_file_in_place_of_the_policies(content):
    shutil.rmtree(content / "policies")
    (content / "policies").write_text("x", "utf-8")
    (found,) = read_content(content, STARTER).problems
    assert found.message == "This cannot be read: it is a file, not a folder with policies."


def test_a_folder_in_place_of_a_file(content):
    (content / "site.toml").unlink()
    (content / "site.toml").mkdir()
    found = read_content(content, STARTER).problems[0]
    assert found.message == "This cannot be read: it is a folder, not a file."


def test_of_a_day_that_does_not_exist_the_last_of_the_month_is_said(content):
    policy = content / "policies/city-2024/policy.toml"
    made = '[made]\nvalue = "2023-02-30"\nbasis = "printed"\n'
    policy.write_text(re.sub(r"\[made\]\n[^\[]*", made + "\n", policy.read_text("utf-8")), "utf-8")
    (found,) = read_content(content, STARTER).problems
    assert 'a day that exists (this month ends on 2023-02-28). It is "2023-02-30"' in found.message


def test_a_huge_page_is_refused(content):
    (content / "pages/about.zh.md").write_bytes(b"x" * (MAX_PAGE + 1))
    codes = [code for code, _ in told(content)[1]]
    assert codes == ["R007", "R210"]


def test_a_page_does_not_take_the_place_of_one_of_the_program(content):
    for name in ("changes", "data", "help"):
        for language in ("zh", "en"):
            (content / f"pages/{name}.{language}.md").write_text("# Ours\n")
    found = read_content(content, STARTER)
    assert [each.code for each in found.problems] == ["R244", "R244"]
    assert found.content
    assert {page.name for page in found.content.pages} == {"about", "data", "help"}


def test_hidden_folders_are_no_policies(content):
    (content / "policies/.cache").mkdir()
    assert told(content) == (["city-2024", "district-2023"], [])


def test_no_folder_at_all(tmp_path):
    content, (found,) = read_content(tmp_path / "nowhere", STARTER)
    assert content is None
    assert found.code == "R001"


def test_faults_everywhere_are_told_together(content):
    (content / "site.toml").write_text("x", "utf-8")
    (content / "jurisdictions.toml").write_text("[[jurisdiction]]", "utf-8")
    (content / "genres.toml").write_text("", "utf-8")
    (content / "policies/city-2024/source.txt").write_text("", "utf-8")
    slugs, problems = told(content)
    assert slugs is None
    assert problems == [
        ("R101", "site.toml"),
        *[("R102", "jurisdictions.toml")] * 4,
        *[("R102", "genres.toml")] * 4,
        ("R005", "policies/city-2024/source.txt"),
    ]


def test_lists_that_a_site_lacks_come_with_the_program(content):
    vocabulary, problems = read_vocabulary(content, starter_content())
    assert problems == ()
    assert vocabulary is not None
    assert any(row.zh == "行动计划" for row in vocabulary.documents.genres)
    assert "局" in vocabulary.agencies.organ_of


def test_a_list_of_the_site_goes_before(content):
    own = (STARTER / "targets.toml").read_text("utf-8")
    (content / "targets.toml").write_text(own.replace(">=", "≥", 1), "utf-8")
    words, (found,) = read_words(content, STARTER, TARGETS)
    assert words is None
    assert (found.code, Path(found.path).parent) == ("R105", content)


def test_what_a_list_of_the_site_leaves_out_comes_with_the_program(content):
    text = (STARTER / "genres.toml").read_text("utf-8")
    start = text.index("organs = [")
    (content / "genres.toml").write_text(text[:start] + text[text.index("]", start) + 1 :], "utf-8")
    words, problems = read_words(content, STARTER, GENRES)
    assert words is not None
    assert "政府" in words.organs
    assert problems == ()


def test_a_table_of_a_list_that_lacks_a_key_has_it_from_the_program(content):
    text = (STARTER / "genres.toml").read_text("utf-8")
    start = text.index("\n[page]\n")
    (content / "genres.toml").write_text(f'{text[:start]}\n[page]\nbuttons = ["朗读"]\n', "utf-8")
    words, problems = read_words(content, STARTER, GENRES)
    assert problems == ()
    assert words is not None
    assert words.page.buttons == ("朗读",)
    assert "发布日期" in words.page.facts


def test_the_programs_own_files_are_found():
    assert (starter_content() / "agencies.toml").is_file()
    assert (templates() / "base.html").is_file()


def test_a_list_that_is_nowhere(content, tmp_path):
    words, (found,) = read_words(content, tmp_path, TARGETS)
    assert words is None
    assert found.code == "R001"


def test_a_theme_names_a_family_that_there_is(content):
    own = (STARTER / "themes.toml").read_text("utf-8")
    (content / "themes.toml").write_text(own.replace('family = "settle"', 'family = "setle"', 1), "utf-8")
    words, (found,) = read_words(content, STARTER, THEMES)
    assert words is None
    assert (found.code, Path(found.path).parent) == ("R105", content)
    assert "settle" in dict(found.values)["suggestion"]


def test_themes_of_an_earlier_version_need_no_family(content):
    row = {"id": "x", "zh": "甲", "en": "A", "about": "A.", "side": "supply"}
    text = "".join(f'{key} = "{value}"\n' for key, value in row.items())
    (content / "themes.toml").write_text(f'[[theme]]\n{text}hints = ["甲乙"]\nweak = []\n', "utf-8")
    words, problems = read_words(content, STARTER, THEMES)
    assert problems == ()
    assert words is not None
    assert [(theme.family, theme.focus) for theme in words.themes] == [("", 1.0)]
    assert any(family.id == "settle" for family in words.families)


def test_a_site_without_places_of_its_own(content):
    (content / "jurisdictions.toml").unlink()
    for code, policy in (("440300", "city-2024"), ("440309", "district-2023")):
        file = content / "policies" / policy / "policy.toml"
        file.write_text(re.sub('"99010[01]"', f'"{code}"', file.read_text("utf-8")), "utf-8")
    assert told(content) == (["city-2024", "district-2023"], [])


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("深圳市龙华区若干措施", "“深圳市龙华区” is 深圳市龙华区: its code is 440309."),
        ("苏州工业园区若干措施", "“苏州工业园区” has no code of its own. 苏州市 governs it: 320500."),
        ("龙华区若干措施", "Take the code of the place that issued the text from GB/T 2260."),
    ],
)
def test_what_to_do_with_an_unknown_code(content, title, said):
    file = content / "policies/city-2024/policy.toml"
    text = file.read_text("utf-8").replace("示例市支持智能传感器产业发展若干措施", title)
    file.write_text(text.replace('"990100"', '"440399"'), "utf-8")
    _, problems = read_content(content, STARTER)
    (found,) = problems
    assert found.code == "R201"
    assert dict(found.values)["remedy"] == said
    # The remedy, followed to the letter.
    zone = 'code = "440399"\nname_zh = "某区"\nname_en = "Some Zone"\nlevel = "zone"\nparent = "440300"\n'
    with (content / "jurisdictions.toml").open("a", encoding="utf-8") as places:
        places.write(f"\n[[jurisdiction]]\n{zone}")
    assert "R201" not in [each.code for each in read_content(content, STARTER).problems]
    if code := re.search("[0-9]{6}", said):
        file.write_text(text.replace('"990100"', f'"{code[0]}"'), "utf-8")
        assert told(content) == (["city-2024", "district-2023"], [])


def test_a_zone_may_have_policies_of_the_city_that_governs_it(content):
    with (content / "jurisdictions.toml").open("a", encoding="utf-8") as places:
        for code, level in (("990109", "zone"), ("990108", "county")):
            names = f'name_zh = "示例市{level}"\nname_en = "Some"\nlevel = "{level}"\nparent = "990100"\n'
            places.write(f'\n[[jurisdiction]]\ncode = "{code}"\n{names}')
    file = content / "policies/city-2024/policy.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('"990100"', '"990109"'), "utf-8")
    assert told(content) == (["city-2024", "district-2023"], [])
    file.write_text(text.replace('"990100"', '"990108"'), "utf-8")
    assert told(content)[1] == [("R214", "policies/city-2024/policy.toml")]
