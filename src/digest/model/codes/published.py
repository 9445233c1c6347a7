"""The codes with I: ids and addresses that were published."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Clause ids
    "I101": Code(
        "error",
        "Clauses were published that the text no longer has: {ids}.",
        "Restore them; or let their addresses follow: `digest amend {doc}` shows what became of each, and asks.",
        "Reports link to published clauses for years. Nothing is published while a link would die.",
    ),
    "I102": Code(
        "error",
        "The alias {id} leads to {target}, which is no clause.",
        "Run `digest amend {doc}`; or name the clause that it became.",
        "An alias keeps old links alive, so its end must exist.",
    ),
    "I103": Code(
        "error",
        "{id} is listed as moved or gone, but a clause has this id.",
        "Run `digest amend {doc}`: it gives the id back if the clause is the old one, and another id if it is not.",
        "An id, once published, is never used for another clause.",
    ),
    "I104": Code(
        "error",
        "Published addresses would show other clauses: {ids}.",
        "Run `digest amend {doc}`: it shows which clause is which, and asks. If a clause is the old one in quite "
        "other words, `digest ids adopt {doc}#ID` says so.",
        "Who follows a link in a report must find the clause that was cited. Its words may change, but another "
        "clause may not take its place.",
    ),
    "I105": Code(
        "error",
        "What these addresses show is not published yet: {names}.",
        "Run `digest publish` and commit the ledgers, then build again.",
        "`build --frozen` is for machines that deploy: what goes online must be recorded first, or its addresses "
        "could be lost unnoticed.",
    ),
    "I106": Code(
        "error",
        "There is no {name}.",
        "A policy has the name of its folder. `digest show` with this name lists its clauses; ids.toml in the folder, "
        "all that were published.",
        "A decision about published clauses names them exactly: policy#clause.",
    ),
    "I121": Code(
        "error",
        "The policy {doc} was published, and its folder is gone.",
        "{advice}Bring the folder back under this name, from git or a backup: `git log -- {folder}` lists the commits "
        "that had it. To end a policy, keep its folder and change the `status` in policy.toml.",
        "Reports link to the pages of a policy and to its clauses for years, and the list of its clause ids is in that "
        "folder. A policy that is no longer in force stays on the site and says so. If your content folder began as a copy of "
        "another site's, delete addresses.toml: its addresses were never yours.",
    ),
    "I122": Code(
        "error",
        "The policy {doc} was published, and is marked as a draft now.",
        "Remove `draft = true` from its policy.toml. To end a policy, change its `status`: all its pages then say so.",
        "A draft is not published, so that all links to the policy and its clauses would lead nowhere.",
    ),
    "I126": Code(
        "error",
        "The policy {doc} was published, but ids.toml, which keeps its addresses, is missing or empty.",
        "Take ids.toml from version control (`git checkout`), or from a copy of the folder.",
        "Without it nobody can tell which clause an address was published for; it would show another.",
    ),
    "I123": Code(
        "error",
        "The page {address} was published, and its file is gone.",
        'Bring the file back under this name, from git or a backup. If the page has ended, add `ended = "why"` to its '
        "line in addresses.toml: its address then says so.",
        "Links to the pages of a site are as old as the site. Nothing is published while one would lead nowhere.",
    ),
    "I124": Code(
        "error",
        "“{found}” is no address of a page that depends on the content.",
        "{suggestion}An entry is what follows the language in the address of a policy, a comparison or an editors' page: "
        '"/policies/city-2024/", "/compare/tape-out/", "/about/". Correct it, or take the line from git again.',
        "`digest publish` writes addresses.toml, so that no address that was published leads nowhere. A misspelt entry "
        "would keep an address that never was, and not the one that it was meant for.",
    ),
    "I125": Code(
        "error",
        "This address names the policy {name}, which is not listed in addresses.toml.",
        "{suggestion}Correct it, or take the line from git again.",
        "A comparison that was published names policies that were published.",
    ),
    "I127": Code(
        "warning",
        "This entry of the log names the policy {doc}, which is not there.",
        "If the name is misspelt, correct it; else bring the folder of the policy back.",
        "The site is built without the entry. changes.toml says what was published on which day; it stays as it is even "
        "when a policy gets another title or another place.",
    ),
}
