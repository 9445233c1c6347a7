"""The rows of policies and clauses in the bulk data."""

from typing import Annotated, TypedDict

from digest.model.corpus import Corpus, PolicyMeta, Site, Translation
from digest.model.document import Clause, Kind
from digest.model.published import CLAUSE_ID, SLUG, Rules, Zh, at_least, one_of
from digest.pages.catalogue import LEVELS
from digest.pages.clauses import MISSING
from digest.text import ids, urls

_ADDRESS: Rules = {"format": "uri"}
_SHA256: Rules = {"pattern": "^[0-9a-f]{64}$"}
_DATE: Rules = {"pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_SHORTENED = "ISO 8601, shortened where day or month is not known"


class SiteRow(TypedDict):
    """What the site says of itself."""

    base_url: Annotated[
        str, "where it is; all addresses begin with it", Zh("本站网址，各项网址均以此开头"), _ADDRESS
    ]
    title_zh: Annotated[str, "title of the site", Zh("网站名称")]
    title_en: Annotated[str, "the same in English", Zh("网站的英文名称")]
    licence: Annotated[
        str,
        "of what the editors and the program wrote; the texts of policies are official documents, which have none",
        Zh("编者和程序所写内容的许可；政策原文是公文，不附加许可"),
    ]
    contact: Annotated[str, "where mistakes are reported", Zh("指正与联系方式")]


class DocumentRow(TypedDict):
    """A policy; values nobody knows are None."""

    id: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    title_zh: Annotated[
        str | None,
        "title as printed or, where policy.toml says so, inferred",
        Zh("标题；原文载明的，或 policy.toml 中注明系推断的"),
    ]
    title_en: Annotated[str | None, "the same in English", Zh("标题的英文")]
    genre: Annotated[str | None, "id of the genre, such as action_plan", Zh("体裁的代号，如 action_plan")]
    status: Annotated[
        str | None,
        "id of the status that its editor states, such as issued; it does not change when a period ends",
        Zh("编者填写的状态，如 issued；期限届满时不随之改变"),
    ]
    jurisdiction_code: Annotated[
        str | None,
        "GB/T 2260; 000000 stands for the nation",
        Zh("行政区划代码（GB/T 2260）；000000 表示全国"),
        {"pattern": "^[0-9]{6}$"},
    ]
    jurisdiction_zh: Annotated[str | None, "name of the jurisdiction", Zh("地区名称")]
    jurisdiction_en: Annotated[
        str | None,
        "the same in English; where the editors do not give it for a county or district, drafted by rule",
        Zh("地区的英文名称；编者没有填写的区县，按规则拟译"),
    ]
    level: Annotated[str | None, "level of the jurisdiction", Zh("地区的级别"), one_of(*LEVELS)]
    issuers: Annotated[
        list[str], "bodies that issued it, in the order of the text", Zh("制定机关，按原文顺序")
    ]
    number: Annotated[str | None, "document number (文号)", Zh("文号")]
    issued: Annotated[
        str | None,
        f"date it was made or, where unknown, published; {_SHORTENED}",
        Zh("成文日期；不详的，为发布日期；按 ISO 8601 书写，月或日不详的从略"),
        _DATE,
    ]
    effective: Annotated[
        str | None,
        f"first day in force; {_SHORTENED}",
        Zh("施行日期；按 ISO 8601 书写，月或日不详的从略"),
        _DATE,
    ]
    expires: Annotated[
        str | None,
        f"last day in force; {_SHORTENED}",
        Zh("有效期的最后一日；按 ISO 8601 书写，月或日不详的从略"),
        _DATE,
    ]
    url_zh: Annotated[str, "address of the Chinese page", Zh("中文页面的网址"), _ADDRESS]
    url_en: Annotated[str, "address of the English page", Zh("英文页面的网址"), _ADDRESS]
    source_sha256: Annotated[
        str, "of the source file, byte for byte", Zh("原始文件的 SHA-256 校验值，逐字节计算"), _SHA256
    ]
    period_start: Annotated[
        str | None,
        "first year, month or day of the period that a plan is for, which is no date of expiry",
        Zh("规划、计划实施期的起始年、月或日；不是失效日期"),
        _DATE,
    ]
    period_end: Annotated[
        str | None, "last year, month or day of that period", Zh("该实施期的最后一年、一月或一日"), _DATE
    ]
    until: Annotated[
        str | None,
        "last day on which it can be relied on: of its validity, else of its period, or the day before what supersedes it "
        "takes effect; null for drafts, for what is no longer in force whatever the day, and where nobody knows",
        Zh(
            "可以依据的最后一日：有效期的，没有的为实施期的，或者取代它的文件施行的前一日；草案、无论何日都已失效的以及不详的为空"
        ),
        {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    ]
    superseded_by: Annotated[
        list[str], "ids of the documents of this site that supersede it", Zh("本站取代它的文件的代号")
    ]


class ClauseRow(TypedDict):
    """A clause."""

    doc: Annotated[str, "slug of the policy", Zh("政策的代号"), SLUG]
    id: Annotated[str, "clause id, unique in the policy", Zh("条款的编号，在一份政策中不重复"), CLAUSE_ID]
    parent: Annotated[str | None, "id of the clause above", Zh("上一级条款的编号")]
    order: Annotated[int, "place in reading order", Zh("在全文中的顺序，从 0 数起"), at_least(0)]
    kind: Annotated[str, "what it is in its policy", Zh("条款的种类"), one_of(*(kind.value for kind in Kind))]
    label: Annotated[str | None, "as printed, such as （二）", Zh("原文的序号，如（二）")]
    heading_zh: Annotated[str | None, "heading as printed", Zh("标题，照录原文")]
    heading_en: Annotated[str | None, "the same in English", Zh("标题的英文")]
    text_zh: Annotated[
        str,
        "own text, verbatim, broken lines joined, without label, heading and the clauses below",
        Zh("条款自己的正文，一字不改，断开的行已连接，不含序号、标题和下级条款"),
    ]
    text_en: Annotated[str | None, "the same in English", Zh("正文的英文")]
    translation: Annotated[
        str,
        "state of the English: machine is a draft, stale is older than the Chinese",
        Zh("英文的状态：reviewed 为已审校，machine 为机器初译，stale 为待更新，missing 为尚未译出"),
        one_of("reviewed", "machine", "stale", MISSING),
    ]
    url: Annotated[str, "permanent address", Zh("永久地址"), _ADDRESS]
    hash: Annotated[
        str,
        "SHA-256 of text_zh after NFC and removal of white space; its first 8 digits pin a version",
        Zh("text_zh 经 NFC 规范化并去除空白后的 SHA-256 校验值；前 8 位代表文本版本"),
        _SHA256,
    ]
    lines: Annotated[
        list[Annotated[int, at_least(1)]],
        "first and last line in the source, from 1",
        Zh("在原始文件中的首行和末行，从 1 数起"),
        {"minItems": 2, "maxItems": 2},
    ]


def site_row(site: Site) -> SiteRow:
    """The row of the site."""
    return {
        "base_url": site.base_url,
        "title_zh": site.title_zh,
        "title_en": site.title_en,
        "licence": site.licence,
        "contact": site.contact,
    }


def document_row(corpus: Corpus, meta: PolicyMeta) -> DocumentRow:
    """The row of a policy."""
    place = corpus.jurisdictions.get(meta.jurisdiction.value or "")
    base_url = corpus.site.base_url
    validity = corpus.validity_of(meta.slug)
    first, _, last = (meta.period.value or "").partition("/")
    return {
        "id": meta.slug,
        "title_zh": meta.title_zh.value,
        "title_en": meta.title_en,
        "genre": meta.genre.value,
        "status": meta.status.value,
        "jurisdiction_code": meta.jurisdiction.value,
        "jurisdiction_zh": place.name_zh if place else None,
        "jurisdiction_en": place.name_en if place else None,
        "level": place.level if place else None,
        "issuers": list(meta.issuers.value or ()),
        "number": meta.number.value,
        "issued": meta.made.value or meta.published.value,
        "effective": meta.effective.value,
        "expires": meta.expires.value,
        "url_zh": urls.absolute(base_url, urls.policy("zh", meta.slug)),
        "url_en": urls.absolute(base_url, urls.policy("en", meta.slug)),
        "source_sha256": meta.source_sha256,
        "period_start": first or None,
        "period_end": last or first or None,
        "until": validity.last,
        "superseded_by": list(validity.by),
    }


def clause_row(doc: str, clause: Clause, translation: Translation | None, base_url: str) -> ClauseRow:
    """The row of a clause."""
    return {
        "doc": doc,
        "id": clause.id,
        "parent": clause.parent,
        "order": clause.order,
        "kind": clause.kind.value,
        "label": clause.label,
        "heading_zh": clause.heading,
        "heading_en": translation.heading if translation else None,
        "text_zh": clause.text,
        "text_en": translation.text if translation else None,
        "translation": translation.state if translation else MISSING,
        "url": urls.absolute(base_url, urls.clause(doc, clause.id)),
        "hash": ids.text_hash(clause.text),
        "lines": list(clause.lines),
    }
