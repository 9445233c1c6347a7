"""The codes with B: the site as it is built."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Building: writing the site
    "B101": Code(
        "error",
        "This cannot be written: {reason}.",
        "Check the permissions and the free space, and run the command again. With --output a site goes "
        "into another folder.",
        "A site replaces the old one in one step, so the site is as it was. Of the files of a policy, the "
        "ledger is written last.",
    ),
    "B102": Code(
        "error",
        "Something else is in the place of a file or folder of the site.",
        "Move it elsewhere, or name another folder with --output.",
        "The build follows no links, and replaces only files of an earlier build. It does not touch your "
        "files or other folders. The site is as it was.",
    ),
    "B103": Code(
        "error",
        "This path is not inside the output folder.",
        "Rename the policy or the page that it comes from.",
        "Every file of the site stays inside the output folder.",
    ),
    "B104": Code(
        "error",
        "The ledger of published clause ids cannot be written: {reason}.",
        "Make the file and its folder writable, and run the command again.",
        "Without its ledger, a later build could lose a published clause.",
    ),
    "B105": Code(
        "error",
        "This folder cannot be replaced: {reason}.",
        "Name a folder inside it: `--output {inside}`.",
        "The new site replaces the old folder in one step, so that readers never see an incomplete site. "
        "The folder must allow renaming. The site is as it was.",
    ),
    "B106": Code(
        "error",
        "No site can be built in this folder: {reason}.",
        "Name a folder that is new or empty: `--output {free}`.",
        "The build replaces the output folder as a whole. It may be new, empty (except for .gitignore), or "
        "have the site of an earlier build, with your own files beside it.",
    ),
    # Building: the workers of a build
    "B107": Code(
        "error",
        "A worker was lost before its work was done: {reason}.",
        "The machine may be short of memory. Run the command again with `--jobs 1`, or see what the "
        "workers of the cluster report.",
        "A site is written completely or not at all. The earlier site is as it was.",
    ),
    "B108": Code(
        "error",
        "This cluster cannot be used: {reason}.",
        "Check that `dask scheduler` and at least one `dask worker` run, and that this machine reaches the address. "
        "Without --scheduler the site is built here.",
        "A scheduler gives the work to its workers. This build does none of the work itself.",
    ),
    "B109": Code(
        "error",
        "--scheduler needs the package `distributed`, which is not installed.",
        "Install it: `pip install 'policy-digest[dask]'`.",
        "Most sites are built on one machine, so this package is not installed with the program.",
    ),
    "B110": Code(
        "error",
        "The workers of this cluster run other versions: {different}.",
        "Install the same versions on all machines, and start the workers again.",
        "Another version may make other pages. A site is the same wherever it is built.",
    ),
    "B111": Code(
        "error",
        "The site is not packed into this file: it is not a ZIP file, or it is inside the content or the "
        "site folder.",
        "Name a file beside the site, such as `--zip site.zip`.",
        "Packing replaces the file. Only an earlier ZIP file is replaced, so that you do not lose another "
        "file.",
    ),
    # Building: words, templates and pages
    "B302": Code(
        "warning",
        "The word `{key}` is not used by any page.",
        "{suggestion}Rename it, or remove it. The program's own words file lists every key.",
        "A misspelt key has no effect, and the page would keep the old word.",
    ),
    "B303": Code(
        "error",
        "The page has {length} characters. At most {limit} are allowed.",
        "Split it into several pages.",
        "Markdown needs very long for some large texts, so the size of a page is limited.",
    ),
    "B311": Code(
        "error",
        "This template cannot be used: {reason}.",
        "{remedy}",
        "A template of the project replaces the program's template of the same name. It is written in "
        "Jinja (jinja.palletsprojects.com). To start again, remove the file or copy the program's template.",
    ),
    "B312": Code(
        "warning",
        "No page uses this file.",
        "{remedy}",
        "A file in templates/ replaces the program's file of the same name, or such a file includes it. A "
        "file with another name changes nothing. Files in templates/assets/ go to the site unchanged.",
    ),
    "B313": Code(
        "warning",
        "This has no effect: {reason}.",
        "{remedy}",
        "A template that extends another fills the blocks of that one. Everything outside the blocks is "
        "dropped. Signs that are not tags appear on the page.",
    ),
    "B314": Code(
        "warning",
        "Browsers do not allow this on the pages: {what}.",
        "{remedy}",
        "All pages have a strict Content-Security-Policy, so that no foreign script can run. Scripts and "
        "styles come from files of the site itself.",
    ),
    "B315": Code(
        "error",
        "The word `{key}` names {found}, which no page fills in.",
        "{suggestion}Remove it, or write a name of this word: {known}.",
        "A page fills in the names in braces, and each word has its own names. A name that is not filled "
        "in would appear as it is.",
    ),
    "B316": Code(
        "error",
        "This style sheet is broken: {reason}.",
        "{remedy}",
        "Browsers drop what they cannot read, without a message. After an open bracket, quotation mark or "
        "comment they drop all that follows.",
    ),
    "B317": Code(
        "warning",
        "There is no file {name} in templates/.",
        "{remedy}",
        "A style sheet names files relative to its own folder. A missing file leaves a gap on the pages.",
    ),
}
