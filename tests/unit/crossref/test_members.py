"""Which measures belong to a theme: those that grant are also of what their heading and their title name."""

from digest.crossref.gist import gists_of, read_acts
from digest.crossref.members import theme_members
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
