"""The codes with R: texts and settings as they are read."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Reading files
    "R001": Code(
        "error",
        "{what} is missing.",
        "{suggestion}Put it there. `digest new FOLDER` writes a small working site as an example, `digest "
        "add FILE` writes the folder of a policy.",
        "A site needs this file. Without it there is nothing to show or to publish.",
    ),
    "R002": Code(
        "error",
        "This cannot be read: {reason}.",
        "Check the name and the permissions of the file.",
        "The operating system did not allow reading the file, or the path is not an ordinary file.",
    ),
    "R003": Code(
        "error",
        "This is {found}, not plain text.",
        "`digest add FILE` reads web pages, Word and PDF files. Or open the file in its program, copy the "
        "words of the policy, and save them as UTF-8 text, one paragraph per line.",
        "The clauses are read from plain text. In other formats, bytes or tags would be published as words "
        "of the policy.",
    ),
    "R004": Code(
        "error",
        "The text is neither UTF-8 nor GB18030: byte {byte} (counted from 1) fits neither.",
        "Save the file as UTF-8. If it was cut off in transfer, fetch it again.",
        "Text is decoded strictly. A guess, or a replacement character, would change what the policy says.",
    ),
    "R005": Code(
        "error",
        "The file is empty.",
        "Put the words into it, or remove the page or policy.",
        "An empty text has no clauses. Usually a download failed.",
    ),
    "R006": Code(
        "note",
        "The text is in {encoding}, not in UTF-8. It was read in that encoding.",
        "Nothing to do. The file does not change, and the site is in UTF-8.",
        "Many government sites still use GB2312 or GBK, both parts of GB18030. Some editors save UTF-16. "
        "If characters look wrong on the page, the encoding may be the reason.",
    ),
    "R007": Code(
        "error",
        "The file has {size} bytes. At most {limit} are read.",
        "Split it, or check that it is the text you want.",
        "No policy is that large. The limit protects the memory of the machine from a wrong file.",
    ),
    "R008": Code(
        "warning",
        "This line has {length} characters.",
        "If its paragraphs were joined by mistake, fetch the text again with its line breaks. Otherwise "
        "there is nothing to do.",
        "The text is still read. But in a line this long, line breaks were probably lost, and with them "
        "most headings.",
    ),
    "R009": Code(
        "error",
        "This is a link to another place, and links are not followed.",
        "Put a copy of the file or folder here in its place.",
        "Many people work on the content. A link could publish any file of the machine that builds the site.",
    ),
    "R010": Code(
        "error",
        "This is a merge conflict of git. Both sides are in the file, between lines of <<<<<<<, ======= "
        "and >>>>>>>.",
        "{remedy}",
        "git could not decide which of two changes is right, and kept both. The file has no valid value "
        "until an editor decides.",
    ),
    # Reading settings (TOML)
    "R100": Code(
        "error",
        "The file is not in UTF-8: {found}.",
        "Save it as UTF-8. In Notepad choose “Save as” and the encoding UTF-8, in other editors “Save with "
        "encoding”.",
        "Settings files are TOML, and TOML must be UTF-8. The policy texts may be in GB18030.",
    ),
    "R101": Code(
        "error",
        "This is not valid TOML: {reason}.",
        "{remedy}",
        "All settings files are in TOML. Its rules are at toml.io, on two pages.",
    ),
    "R102": Code(
        "error",
        "The key `{key}` is missing{where}.",
        "Write {key} = {example} {place}.",
        "Without this key, a page would have to invent something.",
    ),
    "R103": Code(
        "error",
        "The key `{key}` is not known{where}.",
        "{suggestion}Rename it to a known key, or remove it. Known here: {known}.",
        "A misspelt key has no effect, and the page would lack what you wrote.",
    ),
    "R104": Code(
        "error",
        "`{key}` must be {expected}. It is {found}.",
        "Write {name} = {example}.",
        "Each key takes one kind of value.",
    ),
    "R105": Code(
        "error",
        "`{key}` is {found}, which is not a known value.",
        "{suggestion}Known: {known}.",
        "Only values of a fixed list are allowed, so that tables and filters can rely on them.",
    ),
    "R106": Code(
        "error",
        "`{key}` must be {expected}. It is {found}.",
        "Write it like {example}.",
        "The value has a fixed form, so that it can be sorted, compared and put into an address.",
    ),
    "R107": Code(
        "error",
        "`{key}` = {found} appears twice; it was first used in line {first}.",
        "Give each one its own, or remove one of the two.",
        "The value must name one thing. With two of the same name it is not clear which is meant.",
    ),
    # Reading: what belongs together
    "R201": Code(
        "error",
        "No place has the code {found}.",
        "{remedy} For a zone or another place without a code, add a [[jurisdiction]] to "
        'jurisdictions.toml. It needs name_zh, name_en, level = "zone", parent (the code of the governing '
        "place) and code. The code has six digits, is the same here, and belongs to no other place.",
        "The place of a policy gives its level and its parents. The program knows the places of GB/T 2260 "
        "and those of jurisdictions.toml.",
    ),
    "R202": Code(
        "error",
        "No place has the code {found}, which is given as the parent of {name}.",
        "Take the code of the place above {name} from GB/T 2260, or add a [[jurisdiction]] with the code {found} here.",
        "Every place except the nation belongs to a higher one. That is a place of GB/T 2260, or one "
        "described here.",
    ),
    "R203": Code(
        "error",
        "{name} is its own parent: {way}.",
        "Correct one of the parents.",
        "Places form a tree. A ring has no top place.",
    ),
    "R204": Code(
        "warning",
        "{file} is not the text that policy.toml names. Its SHA-256 is {actual}.",
        "If you changed it on purpose, `digest amend {doc}` puts the new value here. Otherwise restore the "
        "file as you received it.",
        "The sum proves that the site has the text as it was received, byte for byte. The site is built "
        "from the present text and prints its own sum.",
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
        "A page shows what the text prints and what an editor concluded, with basis and confidence. "
        "`printed` needs a value. `inferred` and `external` need a value, `sure`, and `how`, `how_zh` or "
        "`how_en`. `unknown` has no value.",
    ),
    "R207": Code(
        "error",
        "The {list} {found} is not in {file}.",
        "{suggestion}Known: {known}. For a new one, add a [[{list}]] with `id`, `zh`, `en` and `words` to "
        "{file}.",
        "The value gets its names in both languages from that list.",
    ),
    "R208": Code(
        "warning",
        "There is no policy {found} for this relation.",
        "{suggestion}Write the name of a folder in policies/, or the Chinese title of a document that is not on this site.",
        "A relation to a policy of this site becomes a link. It must name a folder in policies/.",
    ),
    "R209": Code(
        "warning",
        "The text is the same as that of {other}.",
        "Remove the folder of one of the two. If one was published, remove the other one.",
        "Two copies of one text would match in every clause and hide the other matches.",
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
        "By these dates the pages say whether a policy is in force. If it ends before it was made, takes "
        "effect or begins, it would always appear as expired.",
    ),
    "R212": Code(
        "error",
        "Rule {number} under [[lines]] must name its line by `text` or by `number`, one of the two.",
        'Write text = "..." (the whole line, wherever it is) or number = 12.',
        "A rule keeps or leaves out a line that a page layout may have printed. It must say which line.",
    ),
    "R213": Code(
        "warning",
        "A rule under [[lines]] names a line that {file} does not have: {line}.",
        "Copy the whole line from the text, or remove the rule.",
        "The text may have been fetched again. A rule for a line that no longer exists has no effect.",
    ),
    "R214": Code(
        "warning",
        "The code {found} is that of {name}, but {words} in `{field}` is {meant}.",
        'Write value = "{other}" for {meant}. If the policy is of {name}, check `{field}`.',
        "The place of a policy decides where it is listed, and what 市 and 区 in it mean.",
    ),
    # Reading: the editors' own pages
    "R220": Code(
        "warning",
        "This link does not work: {reason}.",
        "{remedy}",
        "A page <name>.zh.md is at zh/<name>/ of the site, and links start from there. A reader who "
        "follows a broken link loses trust in the others.",
    ),
    "R221": Code(
        "warning",
        "This link leads to a clause that has moved or does not exist, {id}: {reason}.",
        "{remedy}",
        "The old address still works and says what happened to the clause. A page of your own should use "
        "its present name.",
    ),
    "R222": Code(
        "warning",
        "This picture is not shown: {reason}.",
        "{remedy}",
        "Pictures come from the site itself, because browsers refuse others. A picture of another host "
        "would also show that host who reads the page.",
    ),
    "R223": Code(
        "warning",
        "This does not reach the page: {what}.",
        "Write it in Markdown, or remove it.",
        "Of the HTML in a page, only what cannot run or change the layout is kept. Scripts, styles, "
        "classes and frames are removed.",
    ),
    "R224": Code(
        "warning",
        "This appears on the page as it is.",
        "{remedy}",
        "Markdown only knows half-width signs. Pages have no head between lines of ---.",
    ),
    "R225": Code(
        "warning",
        "The page has no title. Its name {name} is shown.",
        "Begin the file with a line `# Title`.",
        "The title is shown at the top of the page, in the tabs of browsers and in lists of results.",
    ),
    # Reading: word lists and file names
    "R226": Code(
        "warning",
        "“{word}” appears twice in this list, first in line {line}.",
        "Remove one of the two.",
        "The second one has no effect. An editor who changes it would not see why.",
    ),
    "R227": Code(
        "warning",
        "“{word}” can never apply: {reason}.",
        "{remedy}",
        "A word without effect looks as if it had one, and editors would rely on it.",
    ),
    "R228": Code(
        "note",
        "Nothing on this site uses the {table} {id}.",
        "Nothing to do if it is meant for policies to come. Otherwise compare its words with the texts.",
        "An id of your own that no policy uses may be misspelt in one of two places.",
    ),
    "R230": Code(
        "warning",
        "The program does not read this file.",
        "{remedy}",
        "Files are found by name and place. Capitals and endings matter. A file with another name is "
        "ignored.",
    ),
    "R231": Code(
        "note",
        "The program does not read this file.",
        "Nothing to do if it is for your own use.",
        "The program only reads certain files of a content folder. ARCHITECTURE.md lists them.",
    ),
    "R232": Code(
        "warning",
        "The policy has no Chinese title.",
        "State the title as the text prints it, or what the policy is called, with its basis.",
        "Lists, links and pages in both languages show a policy by its title. Without a title they can "
        "only show its folder.",
    ),
    "R233": Code(
        "warning",
        "This relation leads from the policy to itself ({found}).",
        "Name the other document, or remove the relation.",
        "A relation connects two documents. A relation to itself has no meaning.",
    ),
    "R240": Code(
        "warning",
        "`how` of [{field}] is not a known code for the basis: {found}. It is read as free text.",
        "{suggestion}{remedy} The codes: {known}.",
        "Pages are in two languages. A code has words in both. Your own words go into `how_zh` and "
        "`how_en`, with or without a code.",
    ),
    "R241": Code(
        "error",
        "There is no file {name} beside policy.toml.",
        "{suggestion}Correct source_file, or put the file there. In the folder: {known}.",
        "source_file names the file with the text of the policy. Without it there is nothing to show.",
    ),
    "R242": Code(
        "warning",
        "`title_en` has Chinese characters: {found}.",
        "Write all of it in English, or remove the key until there is an English title.",
        "English pages, lists and links show this title.",
    ),
    "R243": Code(
        "warning",
        "{doc} has the same document number, {number}.",
        "Compare both with their texts and correct the wrong one. If one notice issued both, there is "
        "nothing to do.",
        "A document number (文号) belongs to one document. A reader who searches for it would find two.",
    ),
    "R244": Code(
        "warning",
        "This page is not shown: the program has a page of its own at this address, /{name}/.",
        "Give the file another name, such as {example}, and correct the links to it.",
        "Two pages cannot have one address. You may use three names of the program's pages: `quality` and "
        "`data` introduce its page, `help` replaces it.",
    ),
}
