"""Work is done again after a change, and only then."""

from pathlib import Path

import pytest

from digest.live import watch


class StopError(Exception):
    """Ends the watching, which has no end of its own."""


def test_each_change_is_noticed_once(tmp_path: Path) -> None:
    text = tmp_path / "content/policy/source.txt"
    text.parent.mkdir(parents=True)
    text.write_text("one")
    template = tmp_path / "templates/page.html"
    seen: list[list[str]] = []

    def change() -> None:
        text.write_text("one more")

    def add() -> None:
        template.parent.mkdir()
        template.write_text("<p>")

    changes = [change, add, text.unlink]

    def work() -> None:
        seen.append([path.name for path in (text, template) if path.exists()])
        if len(seen) > len(changes):
            raise StopError
        changes[len(seen) - 1]()

    with pytest.raises(StopError):
        watch([tmp_path / "content", tmp_path / "templates"], work, pause=0)
    assert seen == [["source.txt"], ["source.txt"], ["source.txt", "page.html"], ["page.html"]]
