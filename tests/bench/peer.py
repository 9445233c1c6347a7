"""What people would take instead of digest: a site by Hugo with a search by Pagefind, of the same texts."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from bench.cost import Cost, cost

OTHERS = Path(__file__).with_name("search") / "others"
PAGEFIND = OTHERS / "node_modules" / ".bin" / "pagefind"
"""The command as people call it."""
HEADING = re.compile(
    r"^(第[零〇一二三四五六七八九十百千\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])"
)
SETTINGS = 'baseURL = "https://example.org/"\nlanguageCode = "zh"\nhasCJKLanguage = true\ndisableKinds = ["RSS", "taxonomy", "term"]\n'
LAYOUTS = {
    "baseof": "<!doctype html><html lang=zh><meta charset=utf-8><title>{{ .Title }}</title><a href=/>Home</a>"
    '{{ block "main" . }}{{ end }}</html>',
    "single": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}'
    "<main data-pagefind-body>{{ .Content }}</main>{{ end }}",
    "list": '{{ define "main" }}{{ range .RegularPages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a>'
    "{{ end }}{{ end }}",
}


class Peer:
    """The site, one page a text with an anchor for each article."""

    def __init__(self, folder: Path, texts: Sequence[str]) -> None:
        self._folder, self._public = folder, folder / "public"
        for name, layout in LAYOUTS.items():
            _write(folder / "layouts" / "_default" / f"{name}.html", layout)
        _write(folder / "config.toml", SETTINGS)
        for number, text in enumerate(texts):
            _write(folder / "content" / "texts" / f"{number}.md", _markdown(text))

    def site(self) -> Cost:
        """What the pages take, from nothing."""
        shutil.rmtree(self._public, ignore_errors=True)
        return cost(["hugo", "--quiet", "--source", self._folder])[0]

    def search(self) -> Cost:
        """What the index takes, when the pages are there."""
        shutil.rmtree(self._public / "pagefind", ignore_errors=True)
        return cost([PAGEFIND, "--quiet", "--site", self._public])[0]

    def build(self) -> Cost:
        """What both take; their memory is not held at the same time."""
        site, search = self.site(), self.search()
        return Cost(site.seconds + search.seconds, site.clock + search.clock, max(site.memory, search.memory))

    @property
    def index(self) -> Path:
        """The folder of the index."""
        return self._public / "pagefind"


def _markdown(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = "\n\n".join(HEADING.sub(r"### \1\n\n", line) for line in lines)
    return f"---\ntitle: {json.dumps(lines[0], ensure_ascii=False)}\n---\n{body}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
