"""The words above a list of bare sums that say that they are support: 补贴标准, 按以下标准给予奖励：."""

from collections.abc import Mapping

from digest.enrich.instruments.grammar import Grammar
from digest.model.document import Clause


def lead_of(clause: Clause, clauses: Mapping[str, Clause], rules: Grammar) -> str | None:
    """What the sums of a clause are read under: its heading, or the words of a clause above that announce a list.

    A clause above is passed over where it only leads to its items (C类人才，其中：), so that 补贴标准 above it counts.
    ``clauses`` are those of the document by id.
    """
    own = clause.heading or ""
    if rules.heads_none.search(own) or heads_list(own, rules):
        return clause.heading
    above = clauses.get(clause.parent or "")
    while above is not None:
        text = above.text.rstrip()
        leads = text.endswith(_COLONS)
        wording = text.rstrip("：:").rpartition("。")[2] if leads else ""
        for printed in (wording, above.heading or ""):
            if rules.heads_none.search(printed):
                return clause.heading
            if heads_list(printed, rules):
                return printed
        if text and not leads:
            break
        above = clauses.get(above.parent or "")
    return clause.heading


def heads_list(printed: str, rules: Grammar) -> bool:
    """Whether words announce sums, and no conditions."""
    words = printed.rstrip("：:").rpartition("，")[2]
    return bool(rules.heads_list.search(words)) and not rules.heads_none.search(printed)


_COLONS = ("：", ":")
