"""The rows of the two overviews in the bulk data: themes by policies, and policies by policies."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, TypedDict

from digest.model.corpus import Corpus
from digest.model.page import Row
from digest.model.published import SLUG, Zh, at_least, one_of
from digest.pages.columns import columns_of
from digest.text import urls

Number = Annotated[int, at_least(0)]


class MatrixRow(TypedDict):
    """What a policy has of a theme."""

    theme: Annotated[str, "id of the theme", Zh("主题的代号"), SLUG]
    theme_zh: Annotated[str, "name of the theme", Zh("主题名称")]
    theme_en: Annotated[str, "the same in English", Zh("主题的英文名称")]
    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    jurisdiction_code: Annotated[str | None, "GB/T 2260", Zh("地区的行政区划代码（GB/T 2260）")]
    jurisdiction_zh: Annotated[str | None, "name of the jurisdiction", Zh("地区名称")]
    jurisdiction_en: Annotated[str | None, "the same in English", Zh("地区的英文名称")]
    measures: Annotated[Number, "measures of the policy with this theme", Zh("该政策属于本主题的措施数")]
    matched: Annotated[
        Number,
        "those of them that correspond to a measure of another policy",
        Zh("其中与其他政策的措施对应的"),
    ]
    verdict: Annotated[
        str,
        "recognised: it has measures; else as in comparisons: mentioned, open, not_recognised",
        Zh("recognised：有措施；其余同 comparisons 表：mentioned、open、not_recognised"),
        one_of("recognised", "mentioned", "open", "not_recognised"),
    ]


class PairRow(TypedDict):
    """How many clauses of two policies correspond."""

    a_doc: Annotated[str, "slug of the first policy", Zh("前一份政策的代号"), SLUG]
    b_doc: Annotated[str, "slug of the second policy", Zh("后一份政策的代号"), SLUG]
    likely: Annotated[Number, "pairs of clauses that likely correspond", Zh("很可能可比的条款对数")]
    possible: Annotated[Number, "pairs to be read with doubt", Zh("可能可比的条款对数")]
    same: Annotated[Number, "of both, those of grade 2", Zh("两者之中 grade 为 2 的")]
    comparable: Annotated[Number, "of both, those of grade 1", Zh("两者之中 grade 为 1 的")]
    reviewed: Annotated[Number, "of both, those an editor has ruled on", Zh("两者之中编者已审核的")]
    url_zh: Annotated[
        str | None,
        "address of the two beside each other; null where no page has them",
        Zh("两份政策对照页面的网址；没有这一页面的为空"),
        {"format": "uri"},
    ]
    url_en: Annotated[str | None, "the same in English", Zh("其英文页面的网址"), {"format": "uri"}]


MATRIX_COLUMNS = columns_of(MatrixRow)
PAIR_COLUMNS = columns_of(PairRow)


def matrix_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each theme and policy that has measures of it, or is known to have none; by themes, then by slugs."""
    metas = {policy.meta.slug: policy.meta for policy in corpus.policies}
    themes = {theme.id: theme for theme in corpus.themes}
    for found in corpus.comparisons.themes.values():
        theme = themes[found.theme]
        number = Counter(act.doc for act in found.acts)
        matched = Counter(act.doc for group in found.groups for act in group.acts)
        verdicts = {absence.doc: absence.verdict for absence in found.absences} | dict.fromkeys(
            number, "recognised"
        )
        for slug, verdict in sorted(verdicts.items()):
            place = corpus.jurisdictions.get(metas[slug].jurisdiction.value or "")
            yield MatrixRow(
                theme=theme.id,
                theme_zh=theme.zh,
                theme_en=theme.en,
                doc=slug,
                jurisdiction_code=metas[slug].jurisdiction.value,
                jurisdiction_zh=place.name_zh if place else None,
                jurisdiction_en=place.name_en if place else None,
                measures=number[slug],
                matched=matched[slug],
                verdict=verdict,
            )


def pair_rows(corpus: Corpus) -> Iterator[Row]:
    """A row for each two policies that have clauses in common or a page beside each other, by slugs."""
    found: dict[tuple[str, str], Counter[str]] = {pair: Counter() for pair in corpus.comparisons.pairs}
    for match in corpus.matches:
        counts = found.setdefault((match.a_doc, match.b_doc), Counter())
        counts[match.shown] += 1
        counts["same" if match.grade == 2 else "comparable"] += 1
        counts["reviewed"] += match.ruling is not None
    for (a, b), counts in sorted(found.items()):
        zh, en = (urls.absolute(corpus.site.base_url, urls.pair(each, a, b)) for each in urls.LANGUAGES)
        shown = (a, b) in corpus.comparisons.pairs
        yield PairRow(
            a_doc=a,
            b_doc=b,
            likely=counts["likely"],
            possible=counts["possible"],
            same=counts["same"],
            comparable=counts["comparable"],
            reviewed=counts["reviewed"],
            url_zh=zh if shown else None,
            url_en=en if shown else None,
        )
