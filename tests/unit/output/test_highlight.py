"""Policy texts with colours for a terminal."""

import re

from digest.output.highlight import highlighted


def test_colours_stand_around_what_stands_out():
    shown = highlighted("给予最高500万元。")
    assert re.search("\x1b\\[[0-9;]+m500万元\x1b\\[", shown)


def test_the_text_itself_is_kept():
    text = "第七条 《办法》，最高30%，\n\n到2025年。"
    assert re.sub("\x1b\\[[0-9;]*m", "", highlighted(text)) == text
