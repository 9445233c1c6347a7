"""The codes with R: texts and settings as they are read."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Reading files
    "R001": Code(
        "error",
        "{what} is missing.",
        "{suggestion}Put it there. `digest new FOLDER` writes a small working site to copy from, `digest add FILE` the folder of a policy.",
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
        "`digest add FILE` takes the words out of web pages, Word and PDF files. Else open it in its program, copy the words "
        "of the policy alone, and save them as UTF-8 text, one paragraph per line.",
        "A clause tree needs the words and nothing else. A format holds them in another way: its bytes or its tags "
        "would be published as law.",
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
        "Put the words into it, or remove the page or policy.",
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
        "If its paragraphs were run together on the way, fetch the text again with its line breaks; else there is nothing "
        "to do.",
        "The text is still read, but a line this long mostly means that line breaks were lost, and "
        "with them most headings.",
    ),
    "R009": Code(
        "error",
        "This is a link to another place, and links are not followed.",
        "Put a copy of the file or folder here in its place.",
        "Content comes from many hands. A link could publish any file of the machine that builds the site.",
    ),
    "R010": Code(
        "error",
        "This is a merge conflict of git: both sides of a merge are in the file, between lines of <<<<<<<, ======= and >>>>>>>.",
        "{remedy}",
        "git could not decide which of two changes is right, and left both in the file. It holds neither the one nor the other "
        "until somebody decides.",
    ),
    # Reading settings (TOML)
    "R100": Code(
        "error",
        "The file is not in UTF-8: {found}.",
        "Save it as UTF-8: in Notepad choose “Save as” and the encoding UTF-8, in other editors “Save with encoding”.",
        "Settings are TOML, and TOML is UTF-8 by its standard. (The policy texts may be in GB18030.)",
    ),
    "R101": Code(
        "error",
        "This is not valid TOML: {reason}.",
        "{remedy}",
        "TOML is the format of every settings file here; see toml.io for its rules on two pages.",
    ),
    "R102": Code(
        "error",
        "The key `{key}` is missing{where}.",
        "Write {key} = {example} {place}.",
        "Without this key a page would have to invent something.",
    ),
    "R103": Code(
        "error",
        "The key `{key}` is not known{where}.",
        "{suggestion}Rename it to a known key, or remove it. Known here: {known}.",
        "A misspelt key would be ignored silently, and the page would lack what you wrote.",
    ),
    "R104": Code(
        "error",
        "`{key}` must be {expected}; found {found}.",
        "Write {name} = {example}.",
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
        "`{key}` = {found} appears twice; it was first used in line {first}.",
        "Give each its own, or remove one of the two.",
        "The value names one thing. Of two with the same name it is not clear which is meant.",
    ),
    # Reading: what belongs together
    "R201": Code(
        "error",
        "No place with the code {found} is known.",
        "{remedy} For a zone or another place without a code, add a [[jurisdiction]] to jurisdictions.toml: code (six digits "
        'that no other place has, the same here), name_zh, name_en, level = "zone", parent (the code of the place that governs it).',
        "The place of a policy gives its level and its parents. The program knows the places of GB/T 2260, and those "
        "that jurisdictions.toml describes.",
    ),
    "R202": Code(
        "error",
        "No place with the code {found} is known; it is stated as the parent of {name}.",
        "Take the code of the place above {name} from GB/T 2260, or add a [[jurisdiction]] with the code {found} here.",
        "Every place but the nation hangs below another one: one of GB/T 2260, or one that is described here.",
    ),
    "R203": Code(
        "error",
        "{name} is among the places above itself: {way}.",
        "Correct one of the parents.",
        "Places form a tree. A ring has no top, and a page that walks up would never end.",
    ),
    "R204": Code(
        "warning",
        "{file} is not the text that policy.toml names: its SHA-256 is {actual}.",
        "If you changed it on purpose, `digest amend {doc}` puts the new value here; else restore the file as it was "
        "received.",
        "The sum proves that the text on the site is the text that was received, byte for byte. The site is "
        "built from the text as it is now and prints its own sum.",
    ),
    "R205": Code(
        "error",
        "{found} cannot be part of an address.",
        "Rename it: small letters a-z, digits and hyphens, such as {example}.",
        "The name of the folder is part of every permanent address of the policy, in both languages.",
    ),
    "R206": Code(
        "error",
        "`{field}` says basis = {basis}, but {trouble}.",
        "{remedy}",
        "A page tells readers what is printed in the text and what somebody concluded, from what, and how "
        "surely. `printed` needs a value; `inferred` and `external` need a value, `sure`, and `how`, `how_zh` or `how_en`; "
        "`unknown` has no value.",
    ),
    "R207": Code(
        "error",
        "The {list} {found} is not in {file}.",
        "{suggestion}Known: {known}. For another one, add a [[{list}]] with `id`, `zh`, `en` and `words` to {file}.",
        "The value gets its names in both languages from that list.",
    ),
    "R208": Code(
        "warning",
        "There is no policy {found} to which this relation could point.",
        "{suggestion}Write the name of a folder in policies/, or the Chinese title of a document that is not on this site.",
        "A relation to a policy of this site becomes a link, so it must name a folder in policies/.",
    ),
    "R209": Code(
        "warning",
        "The text is the same as that of {other}.",
        "Remove the folder of one of the two; if one was published, of the other.",
        "Two copies of one text would match each other in every clause and hide the real matches.",
    ),
    "R210": Code(
        "warning",
        "This page has no counterpart {other}.",
        "Write {other}, so that readers of the other language find it, too.",
        "The language switch of a page leads to its counterpart.",
    ),
    "R211": Code(
        "error",
        "`{field}` ends in {ends}, before `{other}` begins in {begins}.",
        "Compare both with the text and correct the wrong one.",
        "Pages say by these dates whether a policy still holds. One that ends before it was made, takes "
        "effect or begins would be shown as over on every day.",
    ),
    "R212": Code(
        "error",
        "Rule {number} under [[lines]] must name its line by `text` or by `number`, one of the two.",
        'Write text = "..." (the whole line, wherever it is) or number = 12.',
        "A rule keeps or cuts a line that a page layout may have printed; it must be clear which.",
    ),
    "R213": Code(
        "warning",
        "A rule under [[lines]] names a line that {file} does not have: {line}.",
        "Copy the whole line from the text, or remove the rule.",
        "The text may have been fetched again; a rule for a line that is gone does nothing.",
    ),
    "R214": Code(
        "warning",
        "The code {found} is that of {name}, but {words} in `{field}` is {meant}.",
        'Write value = "{other}" for {meant}; if the policy is of {name}, check `{field}`.',
        "The place of a policy decides where it is listed, and what 市 and 区 in it mean.",
    ),
    # Reading: the editors' own pages
    "R220": Code(
        "warning",
        "This link leads to nothing: {reason}.",
        "{remedy}",
        "A page <name>.zh.md is at zh/<name>/ of the site, and links are relative to that. Readers who follow a dead link lose "
        "trust in all others.",
    ),
    "R221": Code(
        "warning",
        "This link leads to a clause that is elsewhere or gone, {id}: {reason}.",
        "{remedy}",
        "The old address still answers and says what became of the clause; a page of your own should name it as it is today.",
    ),
    "R222": Code(
        "warning",
        "This picture is not shown: {reason}.",
        "{remedy}",
        "Pictures come from the site itself: browsers refuse others, and a page that loads them tells another host who reads it.",
    ),
    "R223": Code(
        "warning",
        "This does not reach the page: {what}.",
        "Write it in Markdown, or leave it out.",
        "Of the HTML in a page only what cannot run or change the layout is kept: no scripts, styles, classes or frames.",
    ),
    "R224": Code(
        "warning",
        "This is printed on the page as it is.",
        "{remedy}",
        "Markdown knows its signs in half-width characters only, and pages have no head between lines of ---.",
    ),
    "R225": Code(
        "warning",
        "The page has no title; its name {name} is shown.",
        "Begin the file with a line `# Title`.",
        "The title is shown at the top of the page, in the tabs of browsers and in lists of results.",
    ),
    # Reading: word lists and file names
    "R226": Code(
        "warning",
        "“{word}” is in this list twice, first in line {line}.",
        "Remove one of the two.",
        "The second does nothing, and whoever changes one of them will wonder.",
    ),
    "R227": Code(
        "warning",
        "“{word}” can never apply: {reason}.",
        "{remedy}",
        "A word that does nothing looks as if it did: somebody will rely on it.",
    ),
    "R228": Code(
        "note",
        "Nothing in this site has the {table} {id}.",
        "Nothing to do if it is meant for policies to come; else compare its words with the texts.",
        "An id of your own without any policy may be misspelt in one of the two places.",
    ),
    "R230": Code(
        "warning",
        "Nothing reads this file.",
        "{remedy}",
        "Files are found by their names and places; capitals and endings count. One with another name is left out without a word.",
    ),
    "R231": Code(
        "note",
        "Nothing reads this file.",
        "Nothing to do if it is for your own use.",
        "Of a content folder only files with certain names are read; see ARCHITECTURE.md for them.",
    ),
    "R232": Code(
        "warning",
        "The policy has no Chinese title.",
        "State the title as the text prints it, or what the policy is called, with its basis.",
        "Lists, links and the pages of both languages call a policy by its title; without one they can only show its folder.",
    ),
    "R233": Code(
        "warning",
        "This relation leads from the policy to itself ({found}).",
        "Name the other document, or remove the relation.",
        "A relation is between two documents; one to itself tells readers nothing.",
    ),
    "R240": Code(
        "warning",
        "`how` of [{field}] is no code for how a value is known: {found}. It is read as free words.",
        "{suggestion}{remedy} The codes: {known}.",
        "Pages are in two languages. A code has its words in both; words of your own go into `how_zh` and `how_en`, beside "
        "the code or without one.",
    ),
    "R241": Code(
        "error",
        "There is no file {name} beside policy.toml.",
        "{suggestion}Correct source_file, or put the file there. In the folder: {known}.",
        "source_file names the file with the text of the policy; without it there is nothing to show.",
    ),
    "R242": Code(
        "warning",
        "`title_en` has Chinese characters: {found}.",
        "Write all of it in English, or remove the key until there is an English title.",
        "English pages, lists and links call the policy by this title.",
    ),
    "R243": Code(
        "warning",
        "{doc} has the same document number, {number}.",
        "Compare both with their texts and correct the wrong one. If one notice carries both, there is nothing to do.",
        "A document number (文号) stands for one document; whoever looks for it would find two.",
    ),
    "R244": Code(
        "warning",
        "This page is not shown: every site has a page of the program at its address, /{name}/.",
        "Give the file another name, such as {example}, and correct the links to it.",
        "Two pages cannot have one address. Only `quality`, `data` and `help` are names for pages of yours as well: the first "
        "two introduce the page of the program, the third takes its place.",
    ),
}
