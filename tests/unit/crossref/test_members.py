"""Which measures belong to a theme: those that grant are also of what their heading and their title name."""

import pytest

from digest.crossref.gist import gists_of, read_acts
from digest.crossref.members import theme_members, themes_of_title
from unit.crossref.policies import policy, reader

PAYS = "对列入计划的项目，给予生产资助，最高500万元。"
FIRST_SETS = "范围|支持企业研制首台套装备。"


def members(theme, *articles, titles=()):
    read = reader()
    acts = gists_of(read_acts([policy("a", *articles)], read))
    found = theme_members(acts, read.themes.themes, {"a": titles})
    return {each.clause for each in found.get(theme, ())}


def test_what_a_heading_names_is_granted_below_it():
    assert members("scale-up", f"支持小微企业升规|{PAYS}") == {"art1"}


def test_what_a_title_names_and_the_text_is_about_is_granted_in_it():
    assert members("first-sets", FIRST_SETS, f"资助|{PAYS}", titles=["first-sets"]) == {"art1", "art2"}
    assert members("first-sets", FIRST_SETS, f"资助|{PAYS}") == {"art1"}
    assert members("listing", FIRST_SETS, f"资助|{PAYS}", titles=["listing"]) == set()


@pytest.mark.parametrize(
    ("title", "themes"),
    [
        ("首台（套）装备管理办法", {"first-sets"}),
        ("首台（套）装备、首批次新材料和首版次软件管理办法", {"first-sets"}),
        ("某区总部企业和小微企业扶持办法", set()),
        ("产业政策导引：外贸、跨境电子商务和跨国公司总部", set()),
        ("某区总部企业及其高管扶持办法", {"headquarters"}),
    ],
)
def test_a_title_that_lists_several_subjects_names_what_all_of_them_are(title, themes):
    assert themes_of_title(title, reader().themes) == themes
