"""How a value is known: a code, words in two languages, and the free words of older files."""

import pytest

from digest.model.corpus import Stated
from digest.read.content import read_content
from digest.resources import starter_content
from site_cases import good_site


def stated(folder, lines):
    """The status of the good site's policy with other lines for how it is known, and the Problems."""
    good_site(folder / "content")
    file = folder / "content/policies/city-2024/policy.toml"
    file.write_text(file.read_text("utf-8").replace('how = "press"', lines), encoding="utf-8")
    content, problems = read_content(folder / "content", starter_content())
    assert content is not None
    found = next(policy for policy in content.policies if policy.meta.slug == "city-2024").meta.status
    return found, problems


@pytest.mark.parametrize(
    ("lines", "how", "zh", "en"),
    [
        ('how = "title"', "title", None, None),
        ('how = "title"\nhow_zh = "征求意见稿"', "title", "征求意见稿", None),
        ('how_zh = "见新闻报道。"', None, "见新闻报道。", None),
        ('how_en = "A report says so."', None, None, "A report says so."),
    ],
)
def test_a_code_or_words_or_both(tmp_path, lines, how, zh, en):
    assert stated(tmp_path, lines) == (Stated("issued", "external", how, "medium", zh, en), ())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The title: 征求意见稿.", "how_en"),
        ("A news page says so.", "how_en"),
        ("（十五）附则 says that the measures state their period of validity.", "how_en"),
        ("现将…印发给你们", "how_zh"),
        ("见来源网页 source_url", "how_zh"),
        ("据 GB/T 2260", "how_zh"),
        ("见 https://www.gov.cn/zhengce/content.htm", "how_zh"),
    ],
)
def test_free_words_of_older_files_are_read_and_the_remedy_cures(tmp_path, words, name):
    found, (problem,) = stated(tmp_path / "old", f'how = "{words}"')
    assert (problem.code, getattr(found, name), found.how) == ("R240", words, None)
    assert f"Rename the key to `{name}`" in problem.hint
    assert stated(tmp_path / "new", f'{name} = "{words}"') == (found, ())


def test_a_misspelt_code_is_named_with_the_nearest(tmp_path):
    _, (problem,) = stated(tmp_path, 'how = "titel"')
    assert problem.hint.startswith("Did you mean `title`? ")
