"""Pages become bytes: everything escaped, nothing undefined, projects may replace single templates."""

import gzip
import re

import jinja2
import pytest
from lxml import etree, html

from digest.model.page import Page
from digest.pages import machine
from digest.pages.make import make_pages
from digest.pages.strings import read_words
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import templates
from small_corpus import corpus


@pytest.fixture(scope="module")
def site():
    words = read_words([templates()])
    env = environment([templates()])
    return {page.path: render(page, env) for page in make_pages(corpus(), words)}


def test_nothing_from_the_corpus_becomes_a_script(site):
    for path, content in site.items():
        if path.endswith("/") or path in ("", "404.html"):
            tree = html.fromstring(content)
            for script in tree.iter("script"):
                assert script.get("src") or script.get("type") == "application/ld+json", path
            assert not list(tree.iter("style")), path
            assert not [
                name for each in tree.iter() for name in each.attrib if name in ("style", "onclick")
            ], path


def test_the_script_in_a_clause_is_shown_as_text(site):
    content = site["zh/policies/example-2022/"].decode()
    assert "&lt;script&gt;" in content
    assert "&lt;b&gt;特别&lt;/b&gt;&amp;amp;是" in content


def test_every_page_carries_the_policy_first(site):
    for path, content in site.items():
        if path.endswith("/") or path == "":
            head = html.fromstring(content).find("head")
            assert [each.tag for each in head][:2] == ["meta", "meta"]
            assert head[1].get("http-equiv") == "Content-Security-Policy"
            assert "unsafe" not in head[1].get("content")


def test_ids_are_unique_and_labels_exist(site):
    for path, content in site.items():
        if path.endswith("/") or path in ("", "404.html"):
            tree = html.fromstring(content)
            ids = tree.xpath("//@id")
            assert len(ids) == len(set(ids)), path
            assert set(tree.xpath("//@aria-labelledby | //@aria-controls")) <= set(ids), path


def test_chinese_on_an_english_page_says_so(site):
    tree = html.fromstring(site["en/policies/example-2022/"])
    for text in tree.xpath("//body//text()"):
        if re.search("[\u4e00-\u9fff]", text):
            lang = text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang")
            assert lang == ["zh-CN"], text


def test_the_sitemap_is_xml(site):
    tree = etree.fromstring(site["sitemap.xml"])
    assert len(tree) > 20


def test_many_pages_have_several_sitemaps(site, monkeypatch):
    monkeypatch.setattr(machine, "MOST_LISTED", 20)
    words = read_words([templates()])
    env = environment([templates()])
    several = {p.path: render(p, env) for p in make_pages(corpus(), words) if p.path.startswith("sitemap")}
    place = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    index = [each.text for each in etree.fromstring(several.pop("sitemap.xml")).iter(place)]
    assert index == [f"https://digest.example.org/{path}" for path in several]
    listed = [[each.text for each in etree.fromstring(xml).iter(place)] for xml in several.values()]
    assert len(listed) > 1
    assert all(len(each) == 20 for each in listed[:-1])
    assert [address for each in listed for address in each] == [
        each.text for each in etree.fromstring(site["sitemap.xml"]).iter(place)
    ]


def test_same_page_same_bytes(site):
    words = read_words([templates()])
    env = environment([templates()])
    again = {page.path: render(page, env) for page in make_pages(corpus(), words)}
    assert again == site


def test_a_project_replaces_a_template(tmp_path):
    (tmp_path / "robots.txt").write_text("User-agent: none\n{{ page.sitemap }}\n")
    words = read_words([templates()])
    page = next(page for page in make_pages(corpus(), words) if page.path == "robots.txt")
    assert render(page, environment([tmp_path, templates()])).startswith(b"User-agent: none\nhttps://")


@pytest.mark.parametrize(
    "text", ["{{ page.nothing }}", "{{ page.__class__.__mro__ }}", "{{ lipsum }}", "{% if x %}"]
)
def test_a_template_that_asks_for_more_than_its_page_fails(tmp_path, text):
    (tmp_path / "robots.txt").write_text(text)
    with pytest.raises(jinja2.TemplateError):
        render(Page("robots.txt", "robots.txt", object()), environment([tmp_path]))


PIECE = "{% macro piece(text) %}<i>{{ text }}</i>{% endmacro %}"


def rendered(folder, text, piece=PIECE):
    """A page made of a text that may use the macro ``piece``."""
    words = read_words([templates()])
    (folder / "piece.html").write_text(piece)
    (folder / "choice.html").write_text('{% from "piece.html" import piece %}' + text)
    page = next(page for page in make_pages(corpus(), words) if page.template == "choice.html")
    return render(page, environment([folder, templates()])).decode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{{ once(piece, "a<b") }}{{ once(piece, "a<b") }}', "<i>a&lt;b</i><i>a&lt;b</i>"),
        ('{{ once(piece, "<b>") }}{{ once(piece, "<b>" | safe) }}', "<i>&lt;b&gt;</i><i><b></i>"),
        ("{{ once(piece, 1) }}{{ once(piece, true) }}", "<i>1</i><i>True</i>"),
        ("{% for each in [1, 2] %}{% set n = each %}{{ once(piece, n) }}{% endfor %}", "<i>1</i><i>2</i>"),
    ],
)
def test_what_is_made_once_is_what_the_macro_makes(tmp_path, text, shown):
    assert rendered(tmp_path, text) == shown


def test_what_is_made_once_is_not_made_again(tmp_path):
    """Pages of one language share it; others have their own."""
    words = read_words([templates()])
    frame = (templates() / "frame.html").read_text()
    counted = frame.replace("{% macro dark(words) -%}", "{% macro dark(words) -%}{{ words | counted }}")
    (tmp_path / "frame.html").write_text(counted)
    env, count = environment([tmp_path, templates()]), []

    def counting(words):
        count.append(words.lang)
        return ""

    env.filters["counted"] = counting
    pages = [page for page in make_pages(corpus(), words) if page.template == "policy.html"]
    for page in pages:
        render(page, env)
    assert len(pages) > 2
    assert sorted(count) == ["en", "zh-CN"]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ('{{ once("a".upper) }}', PIECE),  # a method, not a macro
        ("{{ piece(1) }}", "{% macro piece(text) %}{{ page.doors }}{% endmacro %}"),  # of another page
        ("{{ piece(1) }}", "{% macro piece(text) %}{{ page.frame.title }}{% endmacro %}"),
    ],
)
def test_pieces_know_their_values_and_the_language_and_no_more(tmp_path, text, piece):
    with pytest.raises(jinja2.TemplateError):
        rendered(tmp_path, text, piece)


def test_what_is_filled_in_is_escaped(tmp_path):
    text = '{{ piece("1 2") | filled(("1", "2"), ("<", "&" | safe)) }}{{ "<1" | filled("1", "a") }}'
    assert rendered(tmp_path, text) == "<i>&lt; &</i>&lt;a"


def test_pieces_know_the_words_of_the_page(tmp_path):
    piece = '{% macro piece(text) %}{{ page.frame.lang }} {{ page.frame.words.plain("kind.article") }}{% endmacro %}'
    assert rendered(tmp_path, "{{ once(piece, 1) }}", piece) == "zh-CN 条 · Article"


def test_templates_that_import_pieces_with_the_page_make_the_same_pages(tmp_path, site):
    """As those do that projects have copied from earlier releases."""
    for path in templates().glob("*.html"):
        text = re.sub(r"( import [^%]+) %}", r"\1 with context %}", path.read_text())
        (tmp_path / path.name).write_text(re.sub(r"once\((\w+)(?:, )?", r"\1(", text))
    words = read_words([templates()])
    env = environment([tmp_path, templates()])
    assert {page.path: render(page, env) for page in make_pages(corpus(), words)} == site


def test_assets_of_a_project_win(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("p { color: red }")
    (tmp_path / "assets" / "link.css").symlink_to("/etc/hostname")
    found = read_assets([tmp_path, templates()])
    assert found["assets/site.css"] == b"p { color: red }"
    assert "assets/icon.svg" in found
    assert "assets/link.css" not in found


def test_scripts_of_a_folder_become_one_without_comments(tmp_path):
    own = tmp_path / "assets" / "search"
    own.mkdir(parents=True)
    (own / "6-box.js").write_text("// mine\nconst mine = 1;\n")
    (tmp_path / "assets" / "elsewhere").symlink_to(templates() / "assets" / "search")
    found = read_assets([tmp_path, templates()])
    script = found["assets/search.js"].decode()
    assert (script[0], script.rstrip()[-1]) == ("{", "}")
    assert script.index("digestSearch=") < script.index("const spelt=") < script.index("const mine=1")
    assert "listbox" not in script
    assert "mine\n" not in script
    assert "assets/elsewhere.js" not in found


def test_the_search_scripts_are_small():
    """The first one comes with any search box, the second with the search page."""
    assets = read_assets([templates()])
    assert len(gzip.compress(assets["assets/search.js"])) < 9_000
    assert len(gzip.compress(assets["assets/results.js"])) < 5_100


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("zh/policies/example-2022/", 8 * 1024),
        ("p/example-2022/2.1/", 8 * 1024),
        ("zh/instruments/", 10.5 * 1024),
        ("en/citations/", 10.5 * 1024),
    ],
)
def test_pages_carry_few_scripts(site, path, limit):
    scripts = html.fromstring(site[path]).xpath("//script/@src")
    found = read_assets([templates()])
    assert len(scripts) >= 2
    assert sum(len(found["assets/" + script.rpartition("/")[2]]) for script in scripts) <= limit


def test_the_script_for_citing_comes_when_it_is_needed_and_is_small(site):
    tree = html.fromstring(site["p/example-2022/2.1/"])
    assert not tree.xpath("//script[contains(@src, 'cite.js')]")
    assert tree.xpath("//details[@class='cite']/@data-script") == ["../../../assets/cite.js"]
    assert len(gzip.compress(read_assets([templates()])["assets/cite.js"])) <= 3.5 * 1024
