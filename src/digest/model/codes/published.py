"""The codes with I: ids and addresses that were published."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Clause ids
    "I101": Code(
        "error",
        "Clauses were published that the text no longer has: {ids}.",
        "Restore them, or let their addresses follow. `digest amend {doc}` shows what happened to each, "
        "and asks.",
        "Reports link to published clauses for years. Nothing is published while such a link would stop "
        "working.",
    ),
    "I102": Code(
        "error",
        "The alias {id} leads to {target}, which is not a clause.",
        "Run `digest amend {doc}`, or name the clause that it became.",
        "An alias keeps old links working, so the clause it leads to must exist.",
    ),
    "I103": Code(
        "error",
        "{id} is listed as moved or gone, but a clause has this id.",
        "Run `digest amend {doc}`. It restores the id if the clause is the old one, and gives another id "
        "if it is not.",
        "Once published, an id is never used for another clause.",
    ),
    "I104": Code(
        "error",
        "Published addresses would show other clauses: {ids}.",
        "Run `digest amend {doc}`. It shows which clause is which, and asks. If a clause is the old one in "
        "quite other words, confirm it with `digest ids adopt {doc}#ID`.",
        "A reader who follows a link in a report must find the clause that was cited. Its words may "
        "change, but another clause may not replace it.",
    ),
    "I105": Code(
        "error",
        "These addresses show content that is not published yet: {names}.",
        "Run `digest publish`, commit the ledgers, and build again.",
        "`build --frozen` is for automatic deployment. What goes online must be recorded first, or its "
        "addresses could be lost.",
    ),
    "I106": Code(
        "error",
        "There is no {name}.",
        "A policy is named by its folder. `digest show` with this name lists its clauses. ids.toml in the "
        "folder lists all that were published.",
        "A decision about published clauses needs their exact names: policy#clause.",
    ),
    "I121": Code(
        "error",
        "The policy {doc} was published, but its folder does not exist any more.",
        "{advice}Restore the folder under this name from git or a backup. `git log -- {folder}` lists the "
        "commits with it. To end a policy, keep its folder and change the `status` in policy.toml.",
        "Reports link to the pages of a policy and to its clauses for years. Its folder also has the list "
        "of its clause ids. A policy that is no longer in force stays on the site, with that status. If "
        "you copied your content folder from another site, delete addresses.toml. Its addresses do not "
        "belong to your site.",
    ),
    "I128": Code(
        "error",
        "{number} policies were published, but their folders do not exist any more: {names}.",
        "If you copied your content folder from another site, delete addresses.toml. Its addresses do not belong to "
        "your site. Otherwise restore the folders under these names from git or a backup.",
        "Reports link to the pages of a policy and to its clauses for years. Its folder also has the list of its "
        "clause ids.",
    ),
    "I122": Code(
        "error",
        "The policy {doc} was published, but is now marked as a draft.",
        "Remove `draft = true` from its policy.toml. To end a policy, change its `status`. All its pages "
        "then show the new status.",
        "A draft is not published, so all links to the policy and its clauses would stop working.",
    ),
    "I126": Code(
        "error",
        "The policy {doc} was published, but ids.toml, which keeps its addresses, is missing or empty.",
        "Restore ids.toml from version control (`git checkout`), or from a copy of the folder.",
        "Without this file it is unknown which clause an address was published for. It could show another "
        "clause.",
    ),
    "I123": Code(
        "error",
        "The page {address} was published, but its file does not exist any more.",
        'Restore the file under this name from git or a backup. If the page has ended, add `ended = "why"` '
        "to its line in addresses.toml. Its address then shows this reason.",
        "Links to the pages of a site last as long as the site. Nothing is published while such a link "
        "would stop working.",
    ),
    "I124": Code(
        "error",
        "“{found}” is not the address of a page that depends on the content.",
        "{suggestion}An entry is the part after the language in the address of a policy, a comparison or "
        'an editors\' page. Examples: "/policies/city-2024/", "/compare/tape-out/", "/about/". Correct it, '
        "or restore the line from git.",
        "`digest publish` writes addresses.toml, so that every published address works. A misspelt entry "
        "would keep a wrong address and lose the right one.",
    ),
    "I125": Code(
        "error",
        "This address names the policy {name}, which is not listed in addresses.toml.",
        "{suggestion}Correct it, or restore the line from git.",
        "A published comparison compares policies that were published.",
    ),
    "I127": Code(
        "warning",
        "This entry of the log names the policy {doc}, which does not exist.",
        "If the name is misspelt, correct it. Otherwise restore the folder of the policy.",
        "The site is built without the entry. changes.toml records what was published on which day. It "
        "never changes, even when a policy gets another title or place.",
    ),
}
