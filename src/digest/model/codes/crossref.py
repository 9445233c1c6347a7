"""The codes with X: cross-references, rulings, comparisons."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Cross-references: what editors ruled on matches
    "X101": Code(
        "error",
        "There is no clause {name}.",
        "Correct the id: `digest show {doc}` lists them. If a published clause has moved, `digest ids redirect OLD NEW` lets its "
        "address follow.",
        "A ruling that points nowhere decides nothing, and the pair would silently be what the rules say.",
    ),
    "X102": Code(
        "warning",
        "The text of {name} has changed since this pair was ruled {verdict}.",
        'Compare the two again. If the ruling still holds, write {key} = "{hash}" here; else change the verdict, too.',
        "The ruling holds, but it was made about another wording. A rate or a ceiling may be different now.",
    ),
    "X103": Code(
        "warning",
        "This pair was ruled before, in line {first}; that ruling holds.",
        "Remove one of the two.",
        "Two verdicts on one pair cannot both be right.",
    ),
    "X104": Code(
        "error",
        "Both clauses are in one policy.",
        "Name clauses of two policies.",
        "Measures are compared across policies; inside one, clauses refer to each other by citation.",
    ),
    "X105": Code(
        "warning",
        "`status` is {status}, but {other} supersedes this policy.",
        "Set the status to superseded; if only a part was replaced, state the relation in {other} as amends.",
        "Pages show this policy as superseded, since a reader must not take it for valid.",
    ),
    "X106": Code(
        "warning",
        "{a} and {b} are editions of one work; this ruling decides nothing.",
        "Remove the ruling; if one does not supersede the other, correct `relations` in its policy.toml.",
        "A policy and the one that supersedes it are shown as editions, clause beside clause by their wording. They are "
        "not compared as measures of two jurisdictions.",
    ),
    "X107": Code(
        "error",
        "This policy supersedes {other}, which supersedes this policy, itself or through others.",
        'Remove the relation with kind = "supersedes" from policy.toml of the older of them.',
        "Each of them would be shown as replaced by the other, and none as the newest text.",
    ),
    "X110": Code(
        "note",
        "The ruling is about {name}, which was published and is gone.",
        "It decides nothing any more; you may remove it.",
        "When a text is amended, rulings about clauses that it no longer has are left as they are, and not heard.",
    ),
    "X111": Code(
        "error",
        "This ruling does not say which text of {name} it is about.",
        'Write {key} = "{hash}" in this [[ruling]]: so the clause reads now. Compare the two before, if it may have changed since.',
        "When a clause is reworded later, the ruling on it is looked at again. That needs the hash of the text that was ruled on.",
    ),
    "X201": Code(
        "note",
        "{figure} in {clause} is in none of the facts of this clause, which is compared with others.",
        "See what `digest parse --facts --format json FILE` finds in the text; a word may be missing in "
        "content/instruments.toml.",
        "A comparison lists what the facts hold. Beside a figure that was not read, pages point to the text and do not "
        "say that anything is not stated.",
    ),
    "X202": Code(
        "note",
        "{clause} uses words of the theme {name} ({words}), but no measure of this policy was recognised for it.",
        "If the clause is such a measure, add a longer phrase of it (瞪羚企业, not 瞪羚) to the hints of `{theme}` in "
        "content/themes.toml, or take the word out of its `not`.",
        "Pages name these words there and link the clause; they say “no measure recognised” only where no clause uses a "
        "word of the theme.",
    ),
}
