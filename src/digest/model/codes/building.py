"""The codes with B: the site as it is built."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Building: writing the site
    "B101": Code(
        "error",
        "This cannot be written: {reason}.",
        "Check the permissions and the free space, and run the command again. A site can go into another folder with "
        "--output.",
        "A site takes the place of the old one in one step, so the site is as it was. Of the files of a policy, the ledger "
        "is written last.",
    ),
    "B102": Code(
        "error",
        "Something else is where the site needs a file or a folder.",
        "Move it away, or name another folder with --output.",
        "The build follows no links and replaces only files that an earlier build has written, so it can lose nothing "
        "of yours and write nowhere else. The site is as it was.",
    ),
    "B103": Code(
        "error",
        "This is no path inside the output folder.",
        "Rename the policy or page it comes from.",
        "Every file of the site stays inside the output folder.",
    ),
    "B104": Code(
        "error",
        "The ledger of published clause ids cannot be written: {reason}.",
        "Make the file and its folder writable, and run the command again.",
        "Without its ledger a later build could lose a published clause unnoticed.",
    ),
    "B105": Code(
        "error",
        "This folder cannot be replaced: {reason}.",
        "Name a folder inside it: `--output {inside}`.",
        "The new site takes the place of the old folder in one step, so that nobody ever sees half a site. "
        "That needs a folder that can be renamed. The site is as it was.",
    ),
    "B106": Code(
        "error",
        "No site can be built in this folder: {reason}.",
        "Name a folder that is new or empty: `--output {free}`.",
        "The output folder belongs to the build, which replaces it as a whole. It may be new, empty (but for "
        ".gitignore), or hold the site of an earlier build, with files of yours beside it.",
    ),
    # Building: the workers of a build
    "B107": Code(
        "error",
        "A worker was lost before its work was done: {reason}.",
        "The machine may be short of memory: run the command again with `--jobs 1`, or see what the workers of the "
        "cluster report.",
        "The site is made whole or not at all, so what stood before is as it was.",
    ),
    "B108": Code(
        "error",
        "This cluster cannot be used: {reason}.",
        "Check that `dask scheduler` and at least one `dask worker` run, and that this machine reaches the address. "
        "Without --scheduler the site is built here.",
        "A scheduler gives the work to its workers; this build has none of its own.",
    ),
    "B109": Code(
        "error",
        "--scheduler needs the package `distributed`, which is not installed.",
        "Install it: `pip install 'policy-digest[dask]'`.",
        "Most sites are built on one machine, so it is not installed with the program.",
    ),
    "B110": Code(
        "error",
        "The workers of this cluster run other versions: {different}.",
        "Install the same versions on all machines, and start the workers again.",
        "Another version may make other pages. A site is the same wherever it is built.",
    ),
    "B111": Code(
        "error",
        "The site is not packed into this file: it is something else than a ZIP file, or lies in the content or in the site.",
        "Name a file beside the site, such as `--zip site.zip`.",
        "Packing replaces the file. Only an earlier ZIP file is replaced, so that nothing of yours is lost.",
    ),
    # Building: words, templates and pages
    "B302": Code(
        "warning",
        "The word `{key}` is not used by any page.",
        "{suggestion}Rename it, or remove it. The program's own words file lists every key.",
        "A misspelt key would be ignored silently, and the page would keep the old word.",
    ),
    "B303": Code(
        "error",
        "The page has {length} characters; at most {limit} are allowed.",
        "Split it into several pages.",
        "Markdown takes quadratic time on some texts, so the size of a page is limited.",
    ),
    "B311": Code(
        "error",
        "This template cannot be used: {reason}.",
        "{remedy}",
        "A template of the project takes the place of the program's own of the same name. It is written in Jinja "
        "(jinja.palletsprojects.com); to begin again, remove the file, or copy the program's.",
    ),
    "B312": Code(
        "warning",
        "Nothing uses this file.",
        "{remedy}",
        "In templates/, a file takes the place of the program's file of the same name, or is included by such a file. "
        "Another name changes nothing on the pages. What is in templates/assets/ goes to the site as it is.",
    ),
    "B313": Code(
        "warning",
        "This does not do what it looks like: {reason}.",
        "{remedy}",
        "A template that extends another fills the blocks of that one; all else in it is dropped without a word. Signs "
        "that are no tags are printed.",
    ),
    "B314": Code(
        "warning",
        "Browsers refuse this on the pages: {what}.",
        "{remedy}",
        "All pages have a strict Content-Security-Policy, so that nothing foreign can run in them: scripts and styles "
        "come from files of the site itself.",
    ),
    "B315": Code(
        "error",
        "The word `{key}` names {found}, which no page fills in.",
        "{suggestion}Remove it, or write what this word may name: {known}.",
        "Names in braces are filled in when a page is made; each word has its own. One that is not filled in could only be "
        "printed as it is.",
    ),
    "B316": Code(
        "error",
        "This style sheet is broken: {reason}.",
        "{remedy}",
        "A browser drops what it cannot read, and with an open bracket, quote or comment all that follows, without a word.",
    ),
    "B317": Code(
        "warning",
        "There is no file {name} in templates/.",
        "{remedy}",
        "A style sheet names files by their way from its own folder; what is not there leaves a gap on the pages.",
    ),
}
