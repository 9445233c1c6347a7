"""Invented policies to cite: one in force with number and day, a draft without number, one that the first supersedes, and one
that was repealed and of which nobody knows issuer or day."""

from dataclasses import replace

from digest.cite import clause_reference, comparison_reference, policy_reference
from digest.crossref.validity import find_validity
from digest.model.corpus import Corpus, Policy, Relation, Stated, Term
from digest.model.document import Clause, Document, Kind
from digest.model.reference import Reference
from digest.model.source import Source
from digest.model.vocabulary import StatusName
from small_corpus import corpus, in_a_tree, meta

UNKNOWN: Stated[str] = Stated(None, "unknown")
STATUSES = (
    StatusName("in_force", "现行有效", "in force", (), force="in_force"),
    StatusName("draft", "草案", "draft", (), force="draft"),
    StatusName("issued", "已印发", "issued", (), force="issued"),
    StatusName("repealed", "已废止", "repealed", (), force="ended"),
)


def _printed(value: str | None) -> Stated[str]:
    return Stated(value, "printed") if value else UNKNOWN


def _policy(
    slug: str,
    titles: tuple[str, str],
    issuers: tuple[str, ...],
    clauses: tuple[tuple[str, str | None, Kind, str, str, str], ...],
    *,
    status: str,
    number: str | None = None,
    made: str | None = None,
    published: str | None = None,
    effective: str | None = None,
    genre: str = "measures",
    supersedes: str | None = None,
) -> Policy:
    made_clauses = in_a_tree(
        Clause(name, parent, order, 1, kind, label, heading, text, (order + 1, order + 1))
        for order, (name, parent, kind, label, heading, text) in enumerate(clauses)
    )
    known = replace(
        meta(slug, titles[0]),
        title_en=titles[1],
        issuers=Stated(issuers, "printed") if issuers else Stated(None, "unknown"),
        number=_printed(number),
        made=_printed(made),
        published=_printed(published),
        effective=_printed(effective),
        genre=_printed(genre),
        status=_printed(status),
        relations=(Relation("supersedes", supersedes),) if supersedes else (),
    )
    return Policy(known, Document(slug, Source("source.txt", "", sha256="0" * 64), made_clauses, ()), {}, {})


def citable() -> Corpus:
    """The corpus of these policies."""
    policies = (
        _policy(
            "example-2016",
            ("示例市扶持夜间经济试点工作方案", "Pilot Plan of Example City for the Night-Time Economy"),
            (),
            (("1", None, Kind.CHAPTER, "一、", "总体要求", "先行先试。"),),
            status="repealed",
            genre="plan",
        ),
        _policy(
            "example-2019",
            (
                "示例市支持低空经济发展暂行办法",
                "Interim Measures of Example City for the Low-Altitude Economy",
            ),
            ("示例市发展和改革委员会", "示例市财政局", "示例市交通运输局", "示例市商务局"),
            (
                ("4", None, Kind.CHAPTER, "四、", "资金支持", ""),
                ("4.2", "4", Kind.SECTION, "（二）", "航线", "开通航线的，予以补贴。"),
                ("4.2.1", "4.2", Kind.ITEM, "1.", "货运", "按每条航线最高50万元予以补贴。"),
            ),
            status="issued",
            number="示发改〔2019〕12号",
            made="2019-05-20",
        ),
        _policy(
            "example-2022",
            (
                "示例市人民政府关于支持低空经济高质量发展的若干措施",
                "Several Measures of the Example City Government for the Low-Altitude Economy",
            ),
            ("示例市人民政府",),
            (
                ("ch2", None, Kind.CHAPTER, "第二章", "支持措施", ""),
                ("art7", "ch2", Kind.ARTICLE, "第七条", "航线补贴", "开通航线的，最高补贴100万元。"),
            ),
            status="in_force",
            number="示府〔2022〕1号",
            published="2022-06-06",
            effective="2022-07-01",
            supersedes="example-2019",
        ),
        _policy(
            "example-2026",
            (
                "示例市东区支持咖啡产业发展的意见",
                "Opinions of East District, Example City, on the Coffee Industry",
            ),
            ("示例市东区商务局",),
            (
                ("3", None, Kind.CHAPTER, "三、", "政策支持", ""),
                ("3.2", "3", Kind.SECTION, "（二）", "鼓励烘焙", "对烘焙企业给予奖励。"),
            ),
            status="draft",
            made="2026-03",
            genre="opinions",
        ),
    )
    terms = {("status", each.id): Term(each.zh, each.en) for each in STATUSES}
    terms |= {
        ("genre", "measures"): Term("措施", "measures"),
        ("genre", "plan"): Term("方案", "plan"),
        ("genre", "opinions"): Term("意见", "opinions"),
    }
    validity, _ = find_validity([policy.meta for policy in policies], STATUSES, "content/policies")
    small = corpus()
    site = replace(small.site, title_zh="示例政策汇览", title_en="Example Policy Digest")
    return replace(small, site=site, policies=policies, terms=terms, validity=validity, resolutions={})


def cited() -> dict[str, Reference]:
    """What is cited in the rule sheet, by name."""
    known = citable()
    by_slug = {policy.meta.slug: policy for policy in known.policies}

    def clause(slug: str, name: str) -> Reference:
        return clause_reference(known, by_slug[slug], by_slug[slug].document.clause(name))

    return {
        "in force": clause("example-2022", "art7"),
        "draft": clause("example-2026", "3.2"),
        "superseded": clause("example-2019", "4.2.1"),
        "repealed": policy_reference(known, by_slug["example-2016"]),
        "comparison": comparison_reference(
            known, "compare:routes", "zh/compare/routes/", "航线补贴政策对比", "Route subsidies compared"
        ),
    }
