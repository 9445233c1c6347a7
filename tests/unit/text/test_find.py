"""Words in a text."""

from digest.text.find import starts


def test_a_word_is_found_wherever_it_stands_but_not_inside_itself():
    assert list(starts("流片", "流片和流片")) == [0, 3]
    assert list(starts("哈哈", "哈哈哈哈哈")) == [0, 2]
    assert list(starts("掩模", "流片")) == []
    assert list(starts("", "ab")) == [0, 1, 2]
