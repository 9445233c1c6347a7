"""What the pages for readers say about reports works as it is written there."""

import re
import shlex
import subprocess

import pypandoc
import pytest
from markdown import markdown

from digest.build import load
from digest.new_site import new_site
from small_report import site_file


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A new site, with the two files that writers download from it."""
    folder = tmp_path_factory.mktemp("site")
    made, _ = load(new_site(folder))
    assert made
    for name in ("clauses-index.json", "clauses.lua"):
        (folder / name).write_bytes(site_file(name, made))
    return folder


def blocks(folder, language, kind):
    """The blocks of code of the page."""
    page = (folder / f"content/pages/cite.{language}.md").read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def pinned(folder, language):
    """The address of the page, which pins a wording, without the site."""
    return blocks(folder, language, "text")[0].strip().partition("/p/")[2]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_links_and_the_command_for_pandoc(folder, language):
    _, links, _ = blocks(folder, language, "text")
    (folder / "report.md").write_text(links, "utf-8")
    program, *arguments = shlex.split(blocks(folder, language, "sh")[0])
    assert program == "pandoc"
    command = [pypandoc.get_pandoc_path(), *arguments, "--fail-if-warnings"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    as_html = [pypandoc.get_pandoc_path(), "report.docx", "--to", "html"]
    html = subprocess.run(as_html, cwd=folder, capture_output=True, text=True, check=True).stdout
    assert html.count(pinned(folder, language)) == 6  # two links, and two footnotes with address and link


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_links_in_markdown(folder, language, monkeypatch, caplog):
    monkeypatch.chdir(folder)
    (settings,) = blocks(folder, language, "yaml")
    values = dict(re.findall(r"^ +(\w+): (\S+)$", settings, re.MULTILINE))
    assert set(values) == {"index", "language"}
    name = "digest.reports.markdown"
    text = blocks(folder, language, "text")[2]
    html = markdown(text, extensions=[name], extension_configs={name: values})
    assert html.count(f'{pinned(folder, language)}"') == 3
    assert not caplog.records


def test_this_sites_page_says_the_same(folder, project):
    for language in ("zh", "en"):
        ours = (project / f"content/pages/cite.{language}.md").read_text("utf-8")
        theirs = (folder / f"content/pages/cite.{language}.md").read_text("utf-8")
        same = theirs.replace("example-2024", "longhua-2024").replace("art2", "art7")
        same = re.sub(r"https://[^/]*/", "https://digest.example.org/", same)
        same = same.replace("228fe9d2", "1db1ba27")
        assert set(same.splitlines()) <= set(ours.splitlines())
