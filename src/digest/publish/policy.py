"""A policy's settings as the text of policy.toml, in the order in which people read one."""

from collections.abc import Iterator, Mapping, Sequence

from digest.model.corpus import PolicyMeta, Stated
from digest.publish.toml import quoted

TABLES = (
    *(
        "title_zh",
        "issuers",
        "number",
        "made",
        "published",
        "effective",
        "expires",
        "period",
        "genre",
        "form",
    ),
    *("status", "jurisdiction"),
)
_OPTIONAL = "period"


def policy_toml(meta: PolicyMeta, remarks: Mapping[str, Sequence[str]]) -> str:
    """The file. ``remarks`` are comments, by the table they are written above; those of ``""`` open the file. What is in
    them stays a comment, whatever it is."""
    stated: Mapping[str, Stated[object]] = {name: getattr(meta, name) for name in TABLES}
    head = {"title_en": meta.title_en, "short_titles": list(meta.short_titles), "draft": meta.draft}
    head |= {"review_zh": meta.review_zh, "review_en": meta.review_en}
    origin = {name: getattr(meta, name) for name in ("source_file", "source_sha256", "source_url")}
    lines = [*_remarks(remarks.get("", ())), *_keys(head), "", *_keys(origin)]
    for name, value in stated.items():
        if name != _OPTIONAL or value.value is not None:
            lines += ["", *_remarks(remarks.get(name, ())), f"[{name}]", *_table(value)]
    for relation in meta.relations:
        lines += ["", "[[relations]]", *_keys({"kind": relation.kind, "target": relation.target})]
    for rule in meta.lines:
        row = {"text": rule.text, "number": rule.line, "rule": "keep" if rule.keep else "cut"}
        lines += ["", "[[lines]]", *_keys(row)]
    return "\n".join(lines).strip("\n") + "\n"


def _table(stated: Stated[object]) -> Iterator[str]:
    value = list(stated.value) if isinstance(stated.value, tuple) else stated.value
    rest = {name: getattr(stated, name) for name in ("basis", "how", "how_zh", "how_en", "sure")}
    yield from _keys({"value": value, **rest})


def _keys(row: Mapping[str, object]) -> Iterator[str]:
    yield from (f"{name} = {quoted(value)}" for name, value in row.items() if value)


def _remarks(remarks: Sequence[str]) -> Iterator[str]:
    for remark in remarks:
        yield f"# {quoted(remark)[1:-1]}".replace('\\"', '"')
