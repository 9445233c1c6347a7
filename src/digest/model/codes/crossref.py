"""The codes with X: cross-references, rulings, comparisons."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Cross-references: what editors ruled on matches
    "X101": Code(
        "error",
        "There is no clause {name}.",
        "Correct the id: `digest show {doc}` lists all ids. If a published clause has moved, `digest ids "
        "redirect OLD NEW` redirects its address.",
        "A ruling about a clause that does not exist has no effect. The rules alone would decide the pair.",
    ),
    "X102": Code(
        "warning",
        "The text of {name} has changed since this pair was ruled {verdict}.",
        'Compare the two again. If the ruling is still right, write {key} = "{hash}" here. Otherwise also '
        "change the verdict.",
        "The ruling applies, but it was made for an earlier wording. A rate or a cap may be different now.",
    ),
    "X103": Code(
        "warning",
        "This pair has a ruling already, in line {first}. That ruling applies.",
        "Remove one of the two.",
        "Two verdicts on one pair cannot both be right.",
    ),
    "X104": Code(
        "error",
        "Both clauses are in one policy.",
        "Name clauses of two policies.",
        "Measures are compared across policies. Clauses of one policy refer to each other by citation.",
    ),
    "X105": Code(
        "warning",
        "`status` is {status}, but {other} supersedes this policy.",
        "Set the status to superseded. If only a part was replaced, state the relation in {other} as amends.",
        "Pages show this policy as superseded, because readers must not take it for valid.",
    ),
    "X106": Code(
        "warning",
        "{a} and {b} are editions of one policy. This ruling has no effect.",
        "Remove the ruling. If one does not supersede the other, correct `relations` in its policy.toml.",
        "A policy and the one that supersedes it are shown as editions, clause by clause. They are not "
        "compared as measures of two places.",
    ),
    "X107": Code(
        "error",
        "This policy supersedes {other}, and {other} supersedes this policy, directly or through others.",
        'Remove the relation with kind = "supersedes" from policy.toml of the older one.',
        "Each of them would appear as replaced by the other, and none as the newest text.",
    ),
    "X110": Code(
        "note",
        "The ruling is about {name}, which was published and no longer exists.",
        "It has no effect any more. You may remove it.",
        "After an amendment, rulings about clauses that no longer exist stay in the file but have no effect.",
    ),
    "X111": Code(
        "error",
        "This ruling does not say which text of {name} it refers to.",
        'Write {key} = "{hash}" in this [[ruling]]. It belongs to the present text of the clause. If the '
        "text may have changed since the ruling, compare the two first.",
        "When a clause is reworded later, its ruling must be checked again. That needs the hash of the "
        "text at the time of the ruling.",
    ),
    "X112": Code(
        "error",
        "{number} rulings name clauses that are not in {doc}: {names}.",
        "If its folder was renamed or its text replaced, restore them. Otherwise correct the ids: `digest show {doc}` "
        "lists all. If published clauses have moved, `digest ids redirect OLD NEW` redirects their addresses.",
        "A ruling about a clause that does not exist has no effect. The rules alone would decide the pair.",
    ),
    "X201": Code(
        "note",
        "{figure} in {clause} is in none of the facts of this clause, which is compared with others.",
        "See what `digest parse --facts --format json FILE` finds in the text. Perhaps a word is missing "
        "in content/instruments.toml.",
        "A comparison shows the facts. If a figure was not read, the pages point to the text. They do not "
        "say that nothing is stated.",
    ),
    "X202": Code(
        "note",
        "{clause} uses words of the theme {name} ({words}), but no measure of this policy was recognised for it.",
        "If the clause is such a measure, add a longer phrase of it (瞪羚企业, not 瞪羚) to the hints of "
        "`{theme}` in content/themes.toml. Or remove the word from its `not`.",
        "Pages name these words there and link the clause. They only say “does not use the words of this theme” "
        "where no clause uses one.",
    ),
}
