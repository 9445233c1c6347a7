"""What a finding says to do about it, done to the letter, cures it.

Each case breaks a copy of the good site, follows the hint and looks again. What only a comparison with the original
can answer ("Compare the two") has no case here.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from digest.cli.main import digest
from digest.model.problem import Problem
from digest.read.content import read_content
from digest.resources import starter_content
from digest.session import Session
from digest.translating import check_work, open_work
from site_cases import SITES, good_site

CITY, DISTRICT = "policies/city-2024/", "policies/district-2023/"
NUMBERED = ('[number]\nbasis = "unknown"', '[number]\nvalue = "示府〔2024〕1号"\nbasis = "printed"')
COUNTED = '[expires]\nvalue = "2025-12-31"\nbasis = "inferred"\nhow = "counted"\nsure = "medium"'
META, TEXT, ENGLISH = f"{CITY}policy.toml", f"{CITY}source.txt", f"{CITY}en.po"


@dataclass(frozen=True)
class Site:
    """A content folder to break and to cure."""

    content: Path

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.text(name)
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def add(self, name: str, more: str) -> None:
        self.write(name, self.text(name) + more)

    def top(self, name: str, more: str) -> None:
        self.write(name, more + self.text(name))

    def write(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")

    def text(self, name: str) -> str:
        return (self.content / name).read_text("utf-8")

    def remove(self, name: str) -> None:
        path = self.content / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def run(self, *arguments: str) -> str:
        """What a command prints; it must not fail."""
        ran = CliRunner().invoke(digest, [*arguments, "--content", str(self.content)], catch_exceptions=False)
        assert ran.exit_code == 0, ran.output
        return ran.output

    def problems(self, code: str) -> list[Problem]:
        """All of a code."""
        if code[0] == "R" and not "R220" <= code <= "R239":
            found = [*read_content(self.content, starter_content()).problems]
        else:
            found = [*Session(self.content, os.environ).check()]
        if code[0] == "T":
            found += check_work(open_work(self.content)).problems
        return [each for each in found if each.code == code]


@dataclass(frozen=True)
class Case:
    """``hint`` is a part of what the finding advises, which ``follow`` does."""

    code: str
    wrong: Callable[[Site], None]
    hint: str
    follow: Callable[[Site], None]
    name: str = ""


def edit(name: str, *pairs: tuple[str, str]) -> Callable[[Site], None]:
    def edited(site: Site) -> None:
        for old, new in pairs:
            site.edit(name, old, new)

    return edited


def add(name: str, more: str) -> Callable[[Site], None]:
    return lambda site: site.add(name, more)


def write(name: str, text: str) -> Callable[[Site], None]:
    return lambda site: site.write(name, text)


def remove(name: str) -> Callable[[Site], None]:
    return lambda site: site.remove(name)


def run(*arguments: str) -> Callable[[Site], None]:
    def done(site: Site) -> None:
        site.run(*arguments)

    return done


def nothing(_site: Site) -> None:
    """The good site has the finding already."""


def recode(before: str, after: str) -> Callable[[Site], None]:
    def recoded(site: Site) -> None:
        path = site.content / META
        path.write_bytes(path.read_bytes().decode(before).encode(after))

    return recoded


def rename(before: str, after: str) -> Callable[[Site], None]:
    def renamed(site: Site) -> None:
        (site.content / before).rename(site.content / after)

    return renamed


def restored(site: Site) -> None:
    shutil.copytree(SITES / "good" / CITY, site.content / CITY)


def copied(site: Site) -> None:
    shutil.copytree(site.content / CITY, site.content / "policies/city-2025")


def both(*steps: Callable[[Site], None]) -> Callable[[Site], None]:
    def done(site: Site) -> None:
        for step in steps:
            step(site)

    return done


SUM = "d37d2341ff037c79d2915c263a4be2fbec03e41581b3ca253297cedf627a87df"
STATUS = 'value = "issued"\nbasis = "external"\nhow = "press"\nsure = "medium"'

A, B = "c1dfdbbc", "c96a9dc9"  # of the two clauses about tape-out
TWO_PAGES = "".join(
    f"{number}、支持。对企业给予补贴，每家企业最高五十万元，资金由市财政局在年度预算中安\n某市公报\n排，并在年底前拨付。\n"
    for number in "一二"
)
GOOD = "Support for tape-out.\n\nA subsidy of 50% of the tape-out fee, up to RMB 3 million a year."


def clauses(line: str) -> Callable[[Site], None]:
    """The text of the city's policy with other clauses."""
    return write(TEXT, f"示例市支持智能传感器产业发展若干措施\n\n{line}\n")


def ruling(a: str, b: str) -> Callable[[Site], None]:
    def ruled(site: Site) -> None:
        path = site.content / "rulings.toml"
        before = path.read_text("utf-8") if path.exists() else ""
        more = f'[[ruling]]\na = "{a}"\nb = "{b}"\nverdict = "same"\nwho = "me"\nday = "2024-05-31"\n'
        site.write("rulings.toml", f'{before}{more}a_hash = "{A}"\nb_hash = "{B}"\n\n')

    return ruled


def supersedes(folder: str, target: str) -> Callable[[Site], None]:
    return add(f"{folder}policy.toml", f'\n[[relations]]\nkind = "supersedes"\ntarget = "{target}"\n')


def publication(address: str) -> Callable[[Site], None]:
    def known(site: Site) -> None:
        path = site.content / "addresses.toml"
        before = path.read_text("utf-8") if path.exists() else "[pages]\n"
        site.write("addresses.toml", f'{before}"{address}" = {{ zh = "题", en = "Title" }}\n')

    return known


def published(site: Site) -> None:
    site.run("publish", "--output", str(site.content.parent / "site"))


def glossary(more: str) -> Callable[[Site], None]:
    return write("glossary.toml", f'[[term]]\nzh = "流片"\nen = "tape-out"\n{more}\n')


def english(context: str, words: str, note: str = "") -> Callable[[Site], None]:
    """An en.po with the English of one clause."""

    def written(site: Site) -> None:
        if (site.content / ENGLISH).exists():
            site.remove(ENGLISH)
        site.run("i18n", "sync")
        catalogue = polib.pofile(str(site.content / ENGLISH))
        entry = next(each for each in catalogue if each.msgctxt == context)
        entry.msgstr, entry.tcomment = words, note
        catalogue.save()

    return written


PAGE, SHEET, WORDS = (
    "../templates/editorial.html",
    "../templates/assets/site.css",
    "../templates/words.zh.toml",
)
ABOUT = "pages/about.zh.md"


def page(block: str) -> Callable[[Site], None]:
    """A template of the project with something in its main block."""
    return write(PAGE, f'{{% extends "base.html" %}}\n{{% block main %}}{block}{{% endblock %}}\n')


CASES = [
    Case("R001", remove("site.toml"), "`digest new FOLDER`", lambda site: starter(site, "site.toml")),
    Case(
        "R001",
        remove(DISTRICT + "source.txt"),
        "Put it there",
        write(DISTRICT + "source.txt", "甲市行动计划\n"),
    ),
    Case(
        "R241",
        edit(META, ('source_file = "source.txt"', 'source_file = "sourse.txt"')),
        "Did you mean `source.txt`?",
        edit(META, ("sourse.txt", "source.txt")),
    ),
    Case(
        "R241",
        edit(META, ('source_file = "source.txt"', 'source_file = "正文.docx"')),
        "In the folder: source.txt.",
        edit(META, ("正文.docx", "source.txt")),
        "far",
    ),
    Case(
        "R003",
        write(TEXT, "<!DOCTYPE html><html><body><p>一</p></body></html>"),
        "save them as UTF-8 text",
        write(TEXT, "示例市支持智能传感器产业发展若干措施\n\n第一条 支持研发。\n"),
    ),
    Case(
        "R005",
        write(TEXT, "\n"),
        "Put the words into it",
        write(TEXT, "示例市若干措施\n\n第一条 支持研发。\n"),
    ),
    Case(
        "R005",
        write("pages/about.zh.md", " "),
        "remove the page",
        both(remove("pages/about.zh.md"), remove("pages/about.en.md")),
    ),
    Case(
        "R010",
        write(
            TEXT, "示例市若干措施\n\n<<<<<<< HEAD\n第一条 支持研发。\n=======\n第一条 支持流片。\n>>>>>>> b\n"
        ),
        "Keep the side that is right",
        write(TEXT, "示例市若干措施\n\n第一条 支持研发。\n"),
    ),
    Case(
        "R101",
        edit("site.toml", ('["zh", "en"]', '["zh"，"en"]')),
        "Replace ， with ,",
        edit("site.toml", ('["zh"，"en"]', '["zh", "en"]')),
        "full width",
    ),
    Case(
        "R101",
        add(META, '\n[status]\nbasis = "unknown"\n'),
        "remove the second",
        edit(META, ('\n[status]\nbasis = "unknown"\n', "")),
        "twice",
    ),
    Case(
        "R101",
        edit(META, ('value = "2024"', "value = 2024年7月")),
        'Write "2024-07"',
        edit(META, ("2024年7月", '"2024-07"')),
        "day",
    ),
    Case(
        "R220",
        add(ABOUT, "\n[x](../polices/)\n"),
        "`../policies/`",
        edit(ABOUT, ("../polices/", "../policies/")),
    ),
    Case(
        "R222",
        add(ABOUT, "\n![x](icon.svg)\n"),
        "write ../../assets/icon.svg",
        edit(ABOUT, ("(icon.svg)", "(../../assets/icon.svg)")),
    ),
    Case("R223", add(ABOUT, "\n<font>x\n"), "remove it", edit(ABOUT, ("<font>x", "x"))),
    Case(
        "R224",
        add(ABOUT, "\n[x]（../policies/）\n"),
        "[text](address)",
        edit(ABOUT, ("（../policies/）", "(../policies/)")),
    ),
    Case("R225", write(ABOUT, "x\n"), "a line `# Title`", write(ABOUT, "# 关于本站\n\nx\n")),
    Case(
        "R230",
        write("pages/cite.en.txt", "# x\n"),
        "Rename it to cite.en.md.",
        rename("pages/cite.en.txt", "pages/cite.en.md"),
    ),
    Case(
        "B302",
        write(WORDS, '[frame]\nhoem = "首页"\n'),
        "`frame.home`",
        write(WORDS, '[frame]\nhome = "首页"\n'),
    ),
    Case("B311", page("{{ page.body | markdwn }}"), "`markdown`", page("{{ page.body | markdown }}")),
    Case("B311", page("{{ page.titel }}"), "`title`", page("{{ page.title }}"), "attribute"),
    Case(
        "B312", write("../templates/hom.html", "x"), "Rename it to home.html", remove("../templates/hom.html")
    ),
    Case("B313", page("{ { page.title }}"), "both of its signs", page("{{ page.title }}")),
    Case("B314", page('<p style="x">'), "Give the element a class", page('<p class="x">')),
    Case("B315", write(WORDS, '[frame]\nhome = "{x}"\n'), "Remove it", write(WORDS, '[frame]\nhome = "x"\n')),
    Case("B316", write(SHEET, "a { b: c"), "Write } where it ends", write(SHEET, "a { b: c }")),
    Case("B317", write(SHEET, "a { b: url(icn.svg) }"), "`icon.svg`", write(SHEET, "a { b: url(icon.svg) }")),
    Case("R100", recode("utf-8", "gb18030"), "Save it as UTF-8", recode("gb18030", "utf-8")),
    Case(
        "R102",
        edit(META, ('source_file = "source.txt"\n', "")),
        'source_file = "source.txt" at the top of the file, above the first [table]',
        lambda site: site.top(META, 'source_file = "source.txt"\n'),
    ),
    Case(
        "R102",
        edit(META, (f'source_sha256 = "{SUM}"\n', "")),
        f'source_sha256 = "{SUM}"',
        lambda site: site.top(META, f'source_sha256 = "{SUM}"\n'),
    ),
    Case(
        "R102",
        edit(META, ('[made]\nvalue = "2024"\nbasis = "inferred"\n', '[made]\nvalue = "2024"\n')),
        'basis = "printed" in the line below this one',
        edit(META, ("[made]\n", '[made]\nbasis = "printed"\n')),
    ),
    Case(
        "R102",
        edit(META, ('[number]\nbasis = "unknown"\n', "")),
        'number = { basis = "unknown" }',
        lambda site: site.top(META, 'number = { basis = "unknown" }\n'),
    ),
    Case(
        "R102",
        edit(META, ('[number]\nbasis = "unknown"\n', "")),
        'number = { basis = "unknown" }',
        lambda site: site.top(META, 'number = { basis = "unknown" }\n'),
        "a table",
    ),
    Case(
        "R103",
        edit(META, ("title_en", "tilte_en")),
        "Did you mean `title_en`?",
        edit(META, ("tilte_en", "title_en")),
    ),
    Case(
        "R103",
        add(META, 'source_url = "https://example.org/a"\n'),
        "Move it to the top of the file",
        both(
            edit(META, ('source_url = "https://example.org/a"\n', "")),
            lambda site: site.top(META, 'source_url = "https://example.org/a"\n'),
        ),
        "a root key below a table",
    ),
    Case(
        "R103",
        edit(META, ("short_titles", "comment = 1\nshort_titles")),
        "or remove it",
        edit(META, ("comment = 1\n", "")),
    ),
    Case(
        "R104",
        edit(META, ('value = "2024"', "value = 2024-01-01")),
        'value = "2024-01-01"',
        edit(META, ("value = 2024-01-01", 'value = "2024-01-01"')),
    ),
    Case(
        "R104",
        edit(META, ('value = "2024"', "value = 2024")),
        'value = "2024"',
        edit(META, ("value = 2024", 'value = "2024"')),
        "a number",
    ),
    Case(
        "R104",
        edit(META, ('["市若干措施"]', '"市若干措施"')),
        'short_titles = ["市若干措施"]',
        edit(META, ('= "市若干措施"', '= ["市若干措施"]')),
    ),
    Case(
        "R104",
        edit(
            META,
            ('[number]\nbasis = "unknown"', ""),
            ("short_titles", 'number = "示发〔2024〕1号"\nshort_titles'),
        ),
        'number = { value = "示发〔2024〕1号", basis = "printed" }',
        edit(
            META, ('number = "示发〔2024〕1号"', 'number = { value = "示发〔2024〕1号", basis = "printed" }')
        ),
        "a text for a table",
    ),
    Case(
        "R105",
        edit(META, ('basis = "external"', 'basis = "externl"')),
        "Did you mean `external`?",
        edit(META, ("externl", "external")),
    ),
    Case(
        "R105",
        edit(DISTRICT + "policy.toml", ('kind = "cites"', 'kind = "replaces"')),
        "Did you mean `supersedes`?",
        edit(DISTRICT + "policy.toml", ('kind = "replaces"', 'kind = "supersedes"')),
    ),
    Case(
        "R106",
        edit(META, ('value = "2024"', 'value = "2024年1月9日"')),
        'Write it like "2024-01-09"',
        edit(META, ("2024年1月9日", "2024-01-09")),
    ),
    Case(
        "R106",
        edit("site.toml", ("org/digest/", "org/digest")),
        'like "https://policies.example.org/digest/"',
        edit("site.toml", ("org/digest", "org/digest/")),
    ),
    Case("R106", edit(META, (SUM, "1234")), f'like "{SUM}"', edit(META, ("1234", SUM))),
    Case(
        "R107",
        edit("jurisdictions.toml", ('code = "990101"', 'code = "990100"')),
        "Give each one its own",
        edit(
            "jurisdictions.toml",
            ('code = "990100"\nname_zh = "示例市东区"', 'code = "990101"\nname_zh = "示例市东区"'),
        ),
    ),
    Case(
        "R203",
        edit(
            "jurisdictions.toml",
            ('level = "province"\nparent = "000000"', 'level = "province"\nparent = "990100"'),
        ),
        "Correct one of the parents",
        edit(
            "jurisdictions.toml",
            ('level = "province"\nparent = "990100"', 'level = "province"\nparent = "000000"'),
        ),
    ),
    Case(
        "R204",
        edit(TEXT, ("500万元", "600万元")),
        "`digest amend city-2024`",
        run("amend", "city-2024", "--yes"),
    ),
    Case("R205", rename(CITY, "policies/City 2024"), "such as city-2024", rename("policies/City 2024", CITY)),
    Case(
        "R206",
        edit(META, ('how = "press"\n', "")),
        '`how = "text"` to [status]',
        edit(META, ('basis = "external"\n', 'basis = "external"\nhow = "text"\n')),
    ),
    Case(
        "R206",
        edit(META, ('sure = "medium"\n', "")),
        '`sure = "medium"` to [status]',
        edit(META, ('how = "press"\n', 'how = "press"\nsure = "medium"\n')),
        "sure",
    ),
    Case(
        "R206",
        edit(META, ('[number]\nbasis = "unknown"', '[number]\nvalue = "示发〔2024〕1号"\nbasis = "unknown"')),
        "Remove `value` from [number]",
        edit(META, ('value = "示发〔2024〕1号"\n', "")),
        "unknown",
    ),
    Case(
        "R206",
        edit(META, ('[number]\nbasis = "unknown"', '[number]\nbasis = "printed"')),
        "or change the basis",
        edit(META, ('[number]\nbasis = "printed"', '[number]\nbasis = "unknown"')),
        "printed",
    ),
    Case(
        "R207",
        edit(META, ('value = "measures"', 'value = "若干措施"')),
        "Did you mean `measures`?",
        edit(META, ('value = "若干措施"', 'value = "measures"')),
    ),
    Case(
        "R208",
        edit(DISTRICT + "policy.toml", ('target = "city-2024"', 'target = "national-2024"')),
        "the Chinese title of a document",
        edit(DISTRICT + "policy.toml", ('target = "national-2024"', 'target = "国家行动计划"')),
    ),
    Case("R209", copied, "Remove the folder of one", remove("policies/city-2025")),
    Case(
        "R210",
        remove("pages/about.en.md"),
        "Write about.en.md",
        write("pages/about.en.md", "# About\n\nAn example.\n"),
    ),
    Case(
        "R211",
        edit(META, ('[expires]\nbasis = "unknown"', '[expires]\nvalue = "2023"\nbasis = "printed"')),
        "correct the wrong one",
        edit(META, ('value = "2023"', 'value = "2026"')),
    ),
    Case(
        "R212",
        add(META, '\n[[lines]]\nrule = "cut"\n'),
        "number = 12",
        edit(META, ("[[lines]]\n", "[[lines]]\nnumber = 3\n")),
    ),
    Case(
        "R213",
        add(META, '\n[[lines]]\nrule = "cut"\nnumber = 99\n'),
        "or remove the rule",
        edit(META, ('\n[[lines]]\nrule = "cut"\nnumber = 99\n', "")),
    ),
    Case(
        "R240",
        edit(META, ('how = "press"', 'how = "A report says so."')),
        "Rename the key to `how_en`",
        edit(META, ('how = "A report', 'how_en = "A report')),
    ),
    Case(
        "R240",
        edit(META, ('how = "press"', 'how = "pres"')),
        "Did you mean `press`?",
        edit(META, ('"pres"', '"press"')),
        "misspelt",
    ),
    Case(
        "F101",
        edit(META, ("智能传感器产业发展若干措施", "传感器产业发展若干措施")),
        'write how = "differs" in [title_zh]',
        edit(
            META,
            (
                'basis = "printed"\n\n[issuers]',
                'basis = "printed"\nhow = "differs"\nhow_zh = "网页"\n\n[issuers]',
            ),
        ),
    ),
    Case(
        "R242",
        edit(META, ('title_en = "Several', 'title_en = "若干 Several')),
        "Write all of it in English",
        edit(META, ("若干 Several", "Several")),
    ),
    Case(
        "R243",
        both(edit(META, NUMBERED), edit(f"{DISTRICT}policy.toml", NUMBERED)),
        "correct the wrong one",
        edit(META, ("〕1号", "〕2号")),
    ),
    Case(
        "R244",
        write("pages/changes.en.md", "# Changes\n\nOurs.\n"),
        "such as our-changes.en.md",
        both(
            remove("pages/changes.en.md"),
            *(write(f"pages/our-changes.{each}.md", "# Changes\n\nOurs.\n") for each in ("zh", "en")),
        ),
    ),
    Case("T003", write(ENGLISH, "\n"), "Run `digest i18n sync`", run("i18n", "sync")),
    Case(
        "F105",
        both(
            edit(TEXT, ("若干措施\n\n", "若干措施\n示府〔2024〕1号\n\n")),
            edit(META, (NUMBERED[0], NUMBERED[1].replace("〔2024〕", "[2024]"))),
        ),
        'value = "示府〔2024〕1号" in [number]',
        edit(META, ("[2024]", "〔2024〕")),
    ),
    Case(
        "F106",
        edit(META, ('[expires]\nbasis = "unknown"', COUNTED)),
        'value = "2026-12-31" in [expires]',
        edit(META, ("2025-12-31", "2026-12-31")),
    ),
    Case(
        "F102",
        nothing,
        'value = "2024-01-01" and basis = "printed" in [effective]',
        edit(
            META, ('[effective]\nbasis = "unknown"', '[effective]\nvalue = "2024-01-01"\nbasis = "printed"')
        ),
    ),
    Case(
        "F103",
        nothing,
        'value = "2026-12-31", basis = "inferred", how = "counted", sure = "medium"',
        edit(
            META,
            (
                '[expires]\nbasis = "unknown"',
                '[expires]\nvalue = "2026-12-31"\nbasis = "inferred"\nhow = "counted"\nsure = "medium"',
            ),
        ),
    ),
    Case(
        "F103",
        nothing,
        'how = "differs"',
        edit(
            META,
            (
                '[expires]\nbasis = "unknown"',
                '[expires]\nbasis = "unknown"\nhow = "differs"\nhow_zh = "另有规定。"',
            ),
        ),
        "differs",
    ),
    Case(
        "P104",
        clauses("第一条 支持研发，对研发项目按实际投\n- 1 -\n入的30%给予资助，最高不超过500万元。"),
        "number = 4 and rule = ",
        add(META, '\n[[lines]]\nnumber = 4\nrule = "keep"\n'),
    ),
    Case(
        "P102",
        clauses("第一条 支持研发。给予资助。第二条 支持流片。给予补贴。"),
        "put it on its own line in source.txt",
        both(edit(TEXT, ("资助。第二条", "资助。\n第二条")), run("amend", "city-2024", "--yes")),
    ),
    Case(
        "F104",
        clauses("第一条 支持研发。依照第九条给予资助。"),
        "Otherwise correct source.txt",
        edit(TEXT, ("第九条", "第一条")),
    ),
    Case(
        "X101",
        ruling("city-2024#art9", "district-2023#2.2"),
        "`digest show city-2024`",
        edit("rulings.toml", ("art9", "art2")),
    ),
    Case(
        "X112",
        both(*(ruling(f"city-2024#x{at}", "district-2023#2.2") for at in range(9))),
        "`digest show city-2024`",
        remove("rulings.toml"),
    ),
    Case(
        "X111",
        both(
            ruling("city-2024#art2", "district-2023#2.2"),
            edit("rulings.toml", (f'a_hash = "{A}"\n', "")),
        ),
        f'Write a_hash = "{A}" in this',
        add("rulings.toml", f'a_hash = "{A}"\n'),
    ),
    Case(
        "X102",
        both(
            ruling("city-2024#art2", "district-2023#2.2"),
            edit("rulings.toml", (f'a_hash = "{A}"', 'a_hash = "00000000"')),
        ),
        f'write a_hash = "{A}" here',
        edit("rulings.toml", ("00000000", A)),
    ),
    Case(
        "X103",
        both(ruling("city-2024#art2", "district-2023#2.2"), ruling("city-2024#art2", "district-2023#2.2")),
        "Remove one of the two",
        lambda site: site.write(
            "rulings.toml", site.text("rulings.toml")[: len(site.text("rulings.toml")) // 2]
        ),
    ),
    Case(
        "X104",
        ruling("city-2024#art1", "city-2024#art2"),
        "Name clauses of two policies",
        edit("rulings.toml", ("city-2024#art1", "district-2023#2.2")),
    ),
    Case(
        "X105",
        both(edit(META, ('value = "issued"', 'value = "in_force"')), supersedes(DISTRICT, "city-2024")),
        "Set the status to superseded",
        edit(META, ('value = "in_force"', 'value = "superseded"')),
    ),
    Case(
        "X106",
        both(ruling("city-2024#art2", "district-2023#2.2"), supersedes(DISTRICT, "city-2024")),
        "Remove the ruling",
        remove("rulings.toml"),
    ),
    Case(
        "X107",
        both(supersedes(DISTRICT, "city-2024"), supersedes(CITY, "district-2023")),
        'kind = "supersedes"',
        edit(META, ('\n[[relations]]\nkind = "supersedes"\ntarget = "district-2023"\n', "")),
    ),
    Case(
        "T001",
        write(ENGLISH, 'msgid "a\nmsgstr "b"\n'),
        "Correct the line",
        english("art2", "Support tape-out."),
    ),
    Case(
        "T002",
        both(
            english("art2", "Support tape-out."),
            lambda site: site.write(ENGLISH, site.text(ENGLISH) + site.text(ENGLISH).split("\n\n", 1)[1]),
        ),
        "Remove one of the two",
        english("art2", "Support tape-out."),
    ),
    Case(
        "T410",
        both(english("art2", GOOD), edit(ENGLISH, ('"art2"', '"atr2"'))),
        "Did you mean `art2`",
        edit(ENGLISH, ('"atr2"', '"art2"')),
    ),
    Case(
        "T103",
        both(english("art2", GOOD), edit(TEXT, ("300万元", "400万元"))),
        "Run `digest i18n sync`",
        run("i18n", "sync"),
    ),
    Case(
        "T301",
        english("art2", GOOD.replace("RMB 3", "RMB 30")),
        "1000万元 is RMB 10 million",
        english("art2", GOOD),
    ),
    Case("T303", english("art2", GOOD.replace("up to ", "")), "up to", english("art2", GOOD)),
    Case(
        "T303",
        english("art2", GOOD.replace("up to ", "")),
        "up to",
        english(
            "art2", GOOD.replace("up to ", ""), "digest: allow T303 because the Chinese means the whole sum"
        ),
        "allowed",
    ),
    Case(
        "T401",
        english("art2", GOOD.replace("tape-out", "silicon run")),
        "Use “tape-out”",
        english("art2", GOOD),
    ),
    Case(
        "T407",
        english("title", "Another Title"),
        "Make both the same",
        english("title", "Several Measures of Example City"),
    ),
    Case(
        "T901",
        english("art2", "Support.", "digest: allow T303"),
        "# digest: allow T303 because ...",
        english("art2", "Support.", "digest: allow T303 because ..."),
    ),
    Case(
        "T902",
        english("art2", GOOD, "digest: allow T303 because it is so"),
        "Remove the comment",
        english("art2", GOOD),
    ),
    Case(
        "I101",
        both(
            published, edit(TEXT, ("第二条 支持流片。按流片费用的50%给予资助，每年最高不超过300万元。\n", ""))
        ),
        "`digest amend city-2024`",
        run("amend", "city-2024", "--yes"),
    ),
    Case(
        "I102",
        both(published, edit(f"{CITY}ids.toml", ("[aliases]\n", '[aliases]\nart7 = "art9"\n'))),
        "Run `digest amend city-2024`",
        run("amend", "city-2024", "--yes"),
    ),
    Case(
        "I103",
        both(published, add(f"{CITY}ids.toml", '\n[tombstones.art1]\nwhy = "gone"\n')),
        "Run `digest amend city-2024`",
        run("amend", "city-2024", "--yes"),
    ),
    Case(
        "I104",
        both(
            published,
            edit(
                TEXT,
                (
                    "支持流片。按流片费用的50%给予资助，每年最高不超过300万元。",
                    "本办法由市工业和信息化局负责解释。",
                ),
            ),
        ),
        "Run `digest amend city-2024`",
        run("amend", "city-2024", "--yes"),
    ),
    Case(
        "I121",
        both(published, remove(CITY)),
        "Restore the folder",
        restored,
    ),
    Case(
        "I128",
        both(*(publication(f"/policies/other-{at}/") for at in range(9))),
        "delete addresses.toml",
        remove("addresses.toml"),
    ),
    Case(
        "I122",
        both(published, edit(META, ("short_titles", "draft = true\nshort_titles"))),
        "Remove `draft = true`",
        edit(META, ("draft = true\n", "")),
    ),
    Case(
        "I123",
        both(published, remove("pages/about.en.md"), remove("pages/about.zh.md")),
        'add `ended = "why"`',
        edit("addresses.toml", ('en = "About this site" }', 'en = "About this site", ended = "why" }')),
    ),
    Case(
        "I124",
        both(published, edit("addresses.toml", ("/policies/city-2024/", "/policy/city-2024/"))),
        "Correct it",
        edit("addresses.toml", ("/policy/city-2024/", "/policies/city-2024/")),
    ),
    Case(
        "I126",
        both(published, rename(f"{CITY}ids.toml", "kept.toml")),
        "Restore ids.toml from",
        rename("kept.toml", f"{CITY}ids.toml"),
    ),
    Case(
        "I127",
        both(
            published,
            add("changes.toml", '\n[[change]]\nday = "2024-05-31"\npolicy = "ctiy-2024"\nkind = "new"\n'),
        ),
        "If the name is misspelt, correct it",
        edit("changes.toml", ("ctiy-2024", "city-2024")),
    ),
    Case(
        "R008",
        lambda site: site.add(TEXT, "字" * 120_000),
        "Otherwise there is nothing to do",
        edit(TEXT, ("字" * 120_000, "字。\n" * 400)),
    ),
    Case(
        "R009",
        both(
            rename("site.toml", "real.toml"),
            lambda site: (site.content / "site.toml").symlink_to("real.toml"),
        ),
        "Put a copy of the file",
        both(remove("site.toml"), rename("real.toml", "site.toml")),
    ),
    Case(
        "P107",
        clauses(TWO_PAGES),
        'number = 4 and rule = "cut"',
        add(META, '\n[[lines]]\nnumber = 4\nrule = "cut"\n'),
    ),
    Case(
        "P105",
        write(TEXT, "当前位置：首页\n示例市若干措施\n一、目标\n规模扩大。\n"),
        'number = 1 and rule = "keep"',
        add(META, '\n[[lines]]\nnumber = 1\nrule = "keep"\n'),
    ),
    Case(
        "T204",
        english("art2", GOOD.replace("tape-out fee", "流片 fee")),
        "Translate them",
        english("art2", GOOD),
    ),
    Case("T203", english("art2", "Tape-out.\n\nSubsidy."), "Compare the two", english("art2", GOOD)),
    Case(
        "T402",
        both(glossary('forbidden = ["flow sheet"]'), english("art2", GOOD.replace("tape-out", "flow sheet"))),
        "Use “tape-out”",
        english("art2", GOOD),
    ),
    Case(
        "T401",
        both(
            glossary('accepted = ["silicon run"]'), english("art2", GOOD.replace("tape-out", "shuttle run"))
        ),
        "add it to `accepted`",
        edit("glossary.toml", ('accepted = ["silicon run"]', 'accepted = ["silicon run", "shuttle run"]')),
        "accepted",
    ),
    Case(
        "T101",
        both(english("art2", GOOD), edit(TEXT, ("300万元", "400万元")), run("i18n", "sync")),
        "remove its fuzzy mark",
        english("art2", GOOD.replace("RMB 3", "RMB 4")),
    ),
]


def starter(site: Site, name: str) -> None:
    """Copy a file from a new site."""
    folder = site.content.parent / "new"
    assert CliRunner().invoke(digest, ["new", str(folder)]).exit_code == 0
    shutil.copy(folder / "content" / name, site.content / name)


@pytest.fixture(scope="module", autouse=True)
def _one_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code} {case.name}".strip() for case in CASES])
def test_a_remedy_cures(case: Case, tmp_path: Path) -> None:
    site = Site(tmp_path / "content")
    good_site(site.content)
    case.wrong(site)
    found = site.problems(case.code)
    first = next((each for each in found if case.hint in each.hint), None)
    assert first, [each.hint for each in found]
    case.follow(site)
    after = site.problems(case.code)
    assert not [each for each in after if (each.path, each.hint) == (first.path, first.hint)]
