"""The comparisons of a site of many policies: columns by choice, bounded pages that count what they leave out, and a page
for each policy that leads to the rest."""

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from digest.build import Loaded
from digest.comparing import overview
from digest.model.addresses import PublishedPage
from digest.model.comparison import Comparisons, ThemeComparison
from digest.model.page import DataFile, Json
from digest.model.validity import Validity
from digest.pages.addresses import published_addresses
from digest.pages.compare.absences import absences_of
from digest.pages.compare.differences import ComparedValues, explain
from digest.pages.compare.excerpt import make_excerpt
from digest.pages.compare.limits import ALL, FEW, MANY, Limits
from digest.pages.compare.make import make_comparisons
from digest.pages.compare.values import Worded
from digest.pages.former import make_former
from digest.pages.make import make_pages, make_setting
from digest.pages.parts import pages_of
from digest.pages.strings import plain, read_words, run
from digest.render.assets import read_assets
from digest.render.pages import environment, render
from digest.resources import templates
from digest.text import urls
from many_compared import BLOCK, many_corpus
from many_compared import MANY as NUMBER
from small_matches import FIRST, compared_corpus

WORDS = read_words([templates()])


@pytest.fixture(scope="module")
def corpus():
    return many_corpus()


@pytest.fixture(scope="module")
def pages(corpus):
    return {page.path: page for page in make_pages(corpus, WORDS)}


def compared(corpus):
    """The pages of comparisons alone."""
    setting = make_setting(corpus, WORDS)
    return {page.path: page.value for page in pages_of(make_comparisons(setting), setting)}


def test_the_matrix_has_few_columns_and_says_how_many_policies_have_a_theme(pages):
    matrix = pages["en/compare/"].value
    assert [column.doc for column in matrix.columns] == ["city-01", "city-02", "city-03", FIRST]
    assert all(column.own.href.endswith(f"/{column.doc}/compare/index.html") for column in matrix.columns)
    lines = {plain(line.name): line for section in matrix.sections for line in section.lines}
    assert plain(lines["Tape-out"].count) == f"{NUMBER} policies"
    assert plain(lines["Platforms"].count) == "1 policy"
    assert [len(line.cells) for line in lines.values()] == [4, 4]
    assert matrix.pairs == ()


def test_the_policies_to_choose_from_have_place_and_title(pages):
    listed = pages["zh/compare/policies.json"].value
    assert isinstance(listed, Json)
    assert len(listed.value) == NUMBER
    assert listed.value["city-07"] == ("广东省", "第7市措施")
    assert list(listed.value)[-1] == FIRST  # a district after its province


def test_a_policy_lists_whom_it_is_beside_and_what_it_has(pages):
    page = pages["en/policies/city-01/compare/"].value
    assert len(page.beside) == BLOCK - 1
    (section, _) = page.sections
    (line,) = section.lines
    assert (line.theme, line.id) == ("tape-out", "of-tape-out")
    assert plain(line.cell.count.text) == "1 measure"
    assert [link.href for link in line.clauses] == ["../../../../p/city-01/2.1/index.html"]
    assert plain(page.rest.absence.said.text) == "No words of this theme"
    assert page.rest.absence.said.href == ""


def test_a_policy_names_the_themes_whose_words_it_uses(pages):
    page = pages["en/policies/city-01/compare/"].value
    line = page.sections[1].lines[0]
    assert (line.theme, line.cell.count, line.clauses) == ("platforms", None, ())
    assert line.cell.absence.verdict in ("open", "mentioned")
    assert line.cell.absence.said.href


def test_a_theme_shows_the_differences_first_and_counts_the_rest(pages):
    page = pages["en/compare/tape-out/"].value
    assert [plain(each) for each in page.summary] == [
        f"{NUMBER} policies",
        f"{NUMBER} measures",
        "5 groups of comparable measures",
    ]
    (offers,) = page.offers
    assert len(offers.first) + len(offers.folded) == MANY.offers
    assert plain(offers.more) == f"{NUMBER - 15} more support measures are in the downloadable table."
    group = page.groups[0]
    ceilings = [
        plain(cell.values[0].text) for row in group.table.rows if row.name == "cap" for cell in row.cells
    ]
    assert len(set(ceilings)) == len(ceilings) == MANY.columns  # of eight, three have one
    assert plain(group.more).startswith("3 more policies")
    (note,) = [note for note in group.table.notes if note.row == "cap"]
    assert plain(note.text).count(" vs ") == 6 - 1  # those of all eight


def test_a_theme_names_the_policies_of_which_it_shows_no_measure(pages):
    page = pages["zh/compare/tape-out/"].value
    shown = {head.doc for group in page.groups for head in group.table.heads}
    assert len(page.others) == NUMBER - len(shown) == 15
    assert page.others[0].measures.href.endswith("/compare/index.html#of-tape-out")
    assert page.more_others == ()
    offering = {offer.doc for offers in page.offers for offer in (*offers.first, *offers.folded)}
    assert {pick.value for pick in page.places} == shown | offering


def test_policies_without_a_measure_are_counted_with_those_that_use_words_first(pages):
    page = pages["en/compare/platforms/"].value
    assert len(page.absences) == MANY.absences
    assert (
        plain(page.more_absences) == f"{NUMBER - 21} more documents have no measure listed under this theme."
    )
    assert all(each.document.href for each in page.absences)


def test_nothing_is_said_of_policies_that_were_not_compared(pages):
    lead = plain(pages["en/compare/tape-out/"].value.alone_lead)
    assert lead.startswith("Each policy is compared with the policies closest to it.")


def test_policies_of_one_place_are_told_apart_by_their_titles(pages):
    pair = pages["zh/compare/city-01/city-02/"].value
    assert plain(pair.title) == "第1市措施 – 第2市措施"
    assert [plain(side.name) for side in (pair.left, pair.right)] == ["广东省 第1市措施", "广东省 第2市措施"]
    (note,) = pair.same[0].notes
    assert plain(note.text).replace("\u00a0", "") == (
        "上限（每个项目）：最高100万元（广东省 第1市措施） vs 最高200万元（广东省 第2市措施）"
    )
    other = pages[f"zh/compare/city-33/{FIRST}/"].value
    assert plain(other.title) == "广东省 – 深圳市光明区"


def test_the_download_is_whole(pages):
    for form in ("csv", "xlsx"):
        table = pages[f"zh/compare/tape-out/tape-out.{form}"].value
        assert isinstance(table, DataFile)
        assert len(table.tables[0].rows) == NUMBER


def test_a_policy_leads_to_its_comparisons(pages):
    assert pages["zh/policies/city-01/"].value.compared.href == "compare/index.html"
    assert plain(pages["en/policies/city-01/both/"].value.compared.text) == "Compare with other policies"


def test_every_link_leads_to_a_page_and_an_anchor(pages):
    env = environment([templates()])
    made = {
        urls.file_of(path): render(page, env).decode()
        for path, page in pages.items()
        if "/compare/" in path and page.template
    }
    known = {urls.file_of(path) for path in pages} | read_assets([templates()]).keys()
    dead = []
    for file, text in made.items():
        ids = set(re.findall(r' id="([^"]+)"', text))
        for href in re.findall(r'(?:href|src|data-list)="([^"]+)"', text):
            if re.match(r"[a-z]+:", href):
                continue
            address, _, anchor = href.partition("#")
            name = address.partition("?")[0]
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), name)) if name else file
            anchors = ids if target == file else set(re.findall(r' id="([^"]+)"', made.get(target, "")))
            if target not in known or (anchor and target in made and unquote(anchor) not in anchors):
                dead.append((file, href))
    assert dead == []


def test_the_addresses_are_those_of_the_pages(corpus, pages):
    made = {urls.shared(path) for path in pages if path.endswith("/compare/") and "/policies/" in path}
    promised = {
        address
        for address in published_addresses(make_setting(corpus, WORDS))
        if (found := urls.find_page(address)) and found.kind == "own"
    }
    assert made == promised
    assert len(made) == NUMBER


def test_a_site_that_has_become_small_answers_for_the_pages_of_policies():
    small = compared_corpus()
    was = {f"/policies/{FIRST}/compare/": PublishedPage({"zh": "政策比较", "en": "Comparisons"})}
    found = {page.path: page for page in make_former(make_setting(replace(small, addresses=was), WORDS))}
    assert set(found) == {f"{language}/policies/{FIRST}/compare/" for language in urls.LANGUAGES}
    html = render(found[f"en/policies/{FIRST}/compare/"], environment([templates()])).decode()
    assert 'href="../../../compare/index.html"' in html
    assert 'href="../index.html"' in html


def test_few_policies_have_all_columns_and_no_pages_of_their_own():
    found = compared(many_corpus(number=FEW))
    assert len(found["zh/compare/"].columns) == FEW
    assert found["zh/compare/"].choice is None
    assert not any("/policies/" in path or path.endswith(".json") for path in found)
    theme = found["zh/compare/tape-out/"]
    assert max(len(group.table.heads) for group in theme.groups) == BLOCK
    assert len(theme.summary) == FEW + 1
    assert theme.others == ()


def test_more_policies_make_the_matrix_and_a_theme_no_larger(pages):
    more = compared(many_corpus(number=NUMBER + BLOCK))
    env = environment([templates()])
    for path in ("zh/compare/", "zh/compare/platforms/"):
        before = render(pages[path], env)
        after = render(pages[path]._replace(value=more[path]), env)
        assert abs(len(after) - len(before)) < 100


def test_a_superseded_policy_is_no_choice(corpus):
    superseded = replace(
        corpus,
        validity={**corpus.validity, "city-05": Validity("issued", "issued", "printed", by=("city-06",))},
    )
    found = compared(superseded)
    assert "city-05" not in found["zh/compare/policies.json"].value
    (replaced,) = found["zh/compare/"].replaced
    assert replaced.document.href == "../policies/city-05/compare/index.html"
    assert found["zh/policies/city-05/compare/"].rest is None


def test_counterparts_of_one_place_are_told_apart_by_their_titles(pages):
    shown = pages["p/city-01/2.1/"].value.counterparts
    assert len({each.place for each in shown}) == len(shown) > 1
    assert plain(shown[0].place).startswith("广东省")


def test_an_excerpt_counts_what_it_leaves_out(corpus):
    found = corpus.comparisons.themes["tape-out"]
    docs = [policy.meta.slug for policy in corpus.policies]
    rank = {doc: at for at, doc in enumerate(docs)}
    whole = make_excerpt(found, docs, rank, ALL)
    assert whole.found == replace(found, best={})
    assert (whole.more_groups, whole.more_offers, whole.more_possible) == (0, (0,), 0)
    assert (whole.others, whole.more_absences) == ((), 0)
    few = make_excerpt(
        found, [*docs, "silent"], rank, Limits(groups=2, columns=3, offers=1, shelves=1, others=4)
    )
    assert (few.more_groups, few.more_offers, len(few.in_columns)) == (3, (39,), 6)
    assert (len(few.others), few.more_others) == (4, NUMBER - 6 - 4)
    assert [absence.verdict for absence in few.found.absences] == ["not_recognised"]


def test_a_policy_that_a_comparison_does_not_name_uses_none_of_its_words():
    (absence,) = absences_of(ThemeComparison("tape-out"), ["silent"])
    assert (absence.doc, absence.verdict) == ("silent", "not_recognised")


def test_the_overview_names_some_policies_without_a_measure_and_counts_the_others(corpus):
    silent = Comparisons({"tape-out": ThemeComparison("tape-out")})
    told = overview(Loaded(replace(corpus, comparisons=silent), ()), "text").text
    assert told is not None
    named = ", ".join(policy.meta.slug for policy in corpus.policies[:8])
    assert told.endswith(f": {named} and {len(corpus.policies) - 8} more\n")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "Cap: 1 (a1) vs 2 (a2)"),
        (30, "Cap: 1 (a1) vs 2 (a2) vs 3 (a3) vs 4 (a4) vs 5 (a5); and 25 other values"),
    ],
)
def test_a_sentence_names_some_of_many_values(corpus, number, said):
    row = corpus.comparisons.themes["tape-out"].groups[0].rows
    cap = next(each for each in row if each.name == "cap")
    columns = [
        ComparedValues(run(f"a{at}", "en"), at, (Worded(run(str(at), "en")),)) for at in range(1, number + 1)
    ]
    assert plain(explain(WORDS["en"], cap, columns)) == said


def test_a_sentence_names_some_of_many_places(corpus):
    row = corpus.comparisons.themes["tape-out"].groups[0].rows
    cap = next(each for each in row if each.name == "cap")
    columns = [
        ComparedValues(run(f"a{at}", "en"), at > 1, (Worded(run(str(at > 1), "en")),)) for at in range(1, 32)
    ]
    assert plain(explain(WORDS["en"], cap, columns)) == (
        "Cap: False (a1) vs True (a2; a3; a4; a5; a6 and 25 other policies)"
    )
