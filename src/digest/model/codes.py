"""Every code a Problem can carry, with the words for it.

The first letter names the stage: R read, P parse, I ids, F facts, X cross-references,
T translation, B build and publish. A code, once released, keeps its meaning.
"""

from typing import NamedTuple


class Code(NamedTuple):
    """``message`` and ``hint`` are templates filled from ``Problem.values``; ``why`` explains the
    rule to an editor who asks ``digest explain CODE``."""

    severity: str
    message: str
    hint: str
    why: str


CODES: dict[str, Code] = {
    # Reading files
    "R001": Code(
        "error",
        "{what} is missing.",
        "Create it; `digest new` writes a small working site to copy from.",
        "A site needs this file: without it there is nothing to say, or nothing to publish.",
    ),
    "R002": Code(
        "error",
        "This cannot be read: {reason}.",
        "Check the name and the permissions of the file.",
        "The operating system refused to hand out the file, or the path is no ordinary file.",
    ),
    "R003": Code(
        "error",
        "This is {found}, not plain text.",
        "Take the text out of it first and save that as UTF-8, one paragraph a line.",
        "A clause tree needs characters. A binary format holds them in another way, and reading its bytes "
        "as text would publish rubbish.",
    ),
    "R004": Code(
        "error",
        "The text is neither UTF-8 nor GB18030: byte {byte} (counted from 1) fits neither.",
        "Save the file as UTF-8; if it was cut off on its way, fetch it again.",
        "Text is decoded strictly: a guess, or a replacement character, would change what the policy says.",
    ),
    "R005": Code(
        "error",
        "The file is empty.",
        "Put the text into it, or remove it.",
        "An empty text has no clauses. Mostly it is a download that failed.",
    ),
    "R006": Code(
        "note",
        "The text is in {encoding}, not in UTF-8; it was read as such.",
        "Nothing to do: the file stays as it is, the site is in UTF-8.",
        "Many government sites still send GB2312 or GBK, both parts of GB18030; some editors save UTF-16. "
        "If the characters look wrong on the page, this is where to look.",
    ),
    "R007": Code(
        "error",
        "The file has {size} bytes; at most {limit} are read.",
        "Split it, or check that it is the text you meant.",
        "No policy has that size; the limit keeps a wrong file from eating the memory of the machine.",
    ),
    "R008": Code(
        "warning",
        "This line has {length} characters.",
        "If its paragraphs were run together on the way, fetch the text again with its line breaks.",
        "The text is read all the same, but a line this long mostly means that line breaks were lost, and "
        "with them most headings.",
    ),
    "R009": Code(
        "error",
        "This is a link to another place, and links are not followed.",
        "Copy the file to where the link stands.",
        "Content comes from many hands. A link could publish any file of the machine that builds the site.",
    ),
    # Reading settings (TOML)
    "R101": Code(
        "error",
        "This is not valid TOML: {reason}.",
        "Correct the line; often a quote, an equals sign or a bracket is missing just before it.",
        "TOML is the format of every settings file here; see toml.io for its rules on two pages.",
    ),
    "R102": Code(
        "error",
        "The key `{key}` is missing{where}.",
        "Add it: {key} = {example}.",
        "Without this key a page would have to invent something.",
    ),
    "R103": Code(
        "error",
        "The key `{key}` is not known{where}.",
        "{suggestion}Known here: {known}.",
        "A misspelt key would be ignored silently, and the page would lack what you wrote.",
    ),
    "R104": Code(
        "error",
        "`{key}` must be {expected}; found {found}.",
        "Write {key} = {example}.",
        "Each key holds one kind of value.",
    ),
    "R105": Code(
        "error",
        "`{key}` is {found}, which is none of the known values.",
        "{suggestion}Known: {known}.",
        "The value is taken from a closed list, so that tables and filters can rely on it.",
    ),
    "R106": Code(
        "error",
        "`{key}` must be {expected}; found {found}.",
        "Write it like {example}.",
        "The value has a fixed form, so that it can be sorted, compared and put into an address.",
    ),
    "R107": Code(
        "error",
        "`{key}` = {found} stands twice; it was first used in line {first}.",
        "Give each its own, or remove one of the two.",
        "The value names one thing; with two of the same name nobody knows which is meant.",
    ),
    # Reading: what belongs together
    "R201": Code(
        "error",
        "The jurisdiction {found} is not in jurisdictions.toml.",
        "{suggestion}Or add a [[jurisdiction]] with this code to jurisdictions.toml.",
        "The place of a policy gives its level and its parents; a place nobody described has neither.",
    ),
    "R202": Code(
        "error",
        "The parent {found} of {name} is not in this file.",
        "{suggestion}Or add a [[jurisdiction]] with this code.",
        "Every place but the nation hangs below another one that is described here.",
    ),
    "R203": Code(
        "error",
        "{name} stands above itself: {path}.",
        "Correct one of the parents.",
        "Places form a tree. A ring has no top, and a page that walks up would never end.",
    ),
    "R204": Code(
        "error",
        "{file} has changed: its SHA-256 is {actual}.",
        "If the change is right, put the new value here; else restore the file as it was received.",
        "The sum proves that the text on the site is the text that was received, byte for byte.",
    ),
    "R205": Code(
        "error",
        "{found} cannot be part of an address.",
        "Rename the folder: small letters a-z, digits and hyphens, such as {example}.",
        "The name of the folder is part of every permanent address of the policy, in both languages.",
    ),
    "R206": Code(
        "error",
        "{found} is not the name of a file in this folder.",
        "Put the text beside policy.toml and give its plain name, such as source.txt.",
        "A policy is one folder. A path that leaves it could publish any file of the machine that builds the "
        "site.",
    ),
    "R207": Code(
        "error",
        "`{field}` says basis = {basis}, but {trouble}.",
        "{remedy}",
        "A page tells readers what is printed in the text and what somebody concluded, from what, and how "
        "surely. `printed` needs a value; `inferred` and `external` need value, how and sure; `unknown` has "
        "no value.",
    ),
    "R208": Code(
        "error",
        "The {list} {found} is not in {file}.",
        "{suggestion}Or add it to {file}.",
        "The value gets its names in both languages from that list.",
    ),
    "R209": Code(
        "warning",
        "There is no policy {found} to which this relation could point.",
        "{suggestion}A document outside this site is named by its Chinese title.",
        "A relation to a policy of this site becomes a link, so it must name a folder in policies/.",
    ),
    "R210": Code(
        "warning",
        "The text is the same as that of {other}.",
        "Remove one of the two policies.",
        "Two copies of one text would match each other in every clause and hide the real matches.",
    ),
    "R211": Code(
        "warning",
        "This page has no counterpart {other}.",
        "Write it, so that readers of the other language find it, too.",
        "The language switch of a page leads to its counterpart.",
    ),
    # Word lists
    "R301": Code(
        "error",
        "{where}: {trouble}.",
        "Compare it with the rows beside it; the head of the file says what each may hold.",
        "Facts are found with these words. A row that is misspelt, or a word that stands twice, would "
        "change what the site says without anyone noticing.",
    ),
}
