"""Every code a Problem can carry, with the words for it.

The first letter names the stage (``STAGES``). A code, once released, keeps its meaning.
"""

from typing import NamedTuple


class Code(NamedTuple):
    """``message`` and ``hint`` are templates filled from ``Problem.values``; ``why`` explains the
    rule to an editor who asks ``digest explain CODE``."""

    severity: str
    message: str
    hint: str
    why: str


STAGES = {
    "A": "Taking in files (A)",
    "R": "Reading texts and settings (R)",
    "P": "Parsing texts (P)",
    "I": "Published addresses (I)",
    "F": "Document details (F)",
    "X": "Cross-references and rulings (X)",
    "T": "Translations (T)",
    "B": "Building the site (B)",
}
"""The stages by the first letter of their codes, in their order."""

CODES: dict[str, Code] = {
    # Taking in files as they were received
    "A101": Code(
        "error",
        "This is {found}; such files are not taken in.",
        "Open it in its program, and save the policy as .docx; or copy its words alone into a UTF-8 text file.",
        "What is taken in: web pages, .docx, .pdf with text, .ofd, plain text; .doc, .wps, .rtf and .odt through LibreOffice. "
        "The kind is found by content, whatever the name says.",
    ),
    "A102": Code(
        "error",
        "The file is locked with a password.",
        "Open it with its password, save it without one, and add that file.",
        "A locked file is encrypted: nothing in it can be read.",
    ),
    "A103": Code(
        "error",
        "The file is damaged or was cut off: {reason}.",
        "Fetch it again. If its program can still open it, save it there under another name.",
        "A part that cannot be read could be a part of the policy; half a text is never published.",
    ),
    "A104": Code(
        "error",
        "The file is built like a trap: {reason}.",
        "Get it from its publisher again; or open it where it does no harm, and copy the words into a text file.",
        "Files that unpack to much more than they are, nest very deep, declare entities or name places outside themselves "
        "are made to stop or to misuse the program that opens them. Documents of office programs do none of this.",
    ),
    "A105": Code(
        "error",
        "Reading it took more than {seconds} seconds and was stopped.",
        "Split the file, or copy the words of the policy into a text file.",
        "A file from strangers gets little time, so that none can stop the machine. Policies are read in one or two seconds.",
    ),
    "A106": Code(
        "error",
        "Reading it needed more than {limit} MB of memory and was stopped.",
        "Split the file, or copy the words of the policy into a text file.",
        "A file from strangers gets little memory, so that none can stop the machine.",
    ),
    "A107": Code(
        "error",
        "The file cannot be read ({reason}).",
        "Open it in its program and save it as .docx, or copy the words of the policy into a text file.",
        "Its content is not what its format promises. Files are read in a process of their own, which ended here; nothing "
        "was written.",
    ),
    "A108": Code(
        "error",
        "Files of this kind need the library {library}, which is not installed.",
        "Install it: `pip install 'policy-digest[add]'`.",
        "What reads web pages and PDF files is large, and is installed only where files are taken in.",
    ),
    "A109": Code(
        "error",
        "This is {found}; only LibreOffice can convert it, and it is not installed.",
        "Open the file in Word or WPS, save it as .docx, and add that file; or install LibreOffice and try again.",
        "The old formats of Word and WPS are not documented well enough to be read without losses.",
    ),
    "A110": Code(
        "error",
        "This is {found}; LibreOffice could not convert it.",
        "Open the file in Word or WPS, save it as .docx, and add that file.",
        "LibreOffice was called and made no file within a minute. The file may be damaged.",
    ),
    "A111": Code(
        "error",
        "There are no words in it.",
        "If it holds pictures of pages, have their text recognised first, and check it against the pictures.",
        "A scanned policy is a row of pictures. Their words are not guessed at.",
    ),
    "A112": Code(
        "warning",
        "A tracked change was taken as accepted: {was} → {now}",
        "Compare with the text that was issued; if the change was rejected there, correct it in source.txt.",
        "The file holds two wordings, of which one is law. The final one is taken, as programs show it by default.",
    ),
    "A113": Code(
        "warning",
        "Hidden words were left out: {text}",
        "If they belong to the policy, put them into source.txt.",
        "Word does not show or print them. They are mostly remarks of those who wrote the text.",
    ),
    "A114": Code(
        "note",
        "Comments left out: {count}, the first: {text}",
        "Nothing to do.",
        "Comments in the margin are no part of the policy.",
    ),
    "A115": Code(
        "note",
        "Headers and footers of pages were left out: {text}",
        "Nothing to do if the words are also in the text; else put them into source.txt.",
        "What a page layout prints on every page interrupts sentences.",
    ),
    "A116": Code(
        "note",
        "The words of a text box were put after the paragraph that it is fixed to: {text}",
        "Check that they are where a reader expects them.",
        "A text box floats over the page; where it belongs in the text is not stored.",
    ),
    "A117": Code(
        "warning",
        "What is shown here was not taken in as it looks: {text}",
        "Compare with the original, and correct the line in source.txt.",
        "Formulas, pictures of characters and symbols of special fonts have no plain text.",
    ),
    "A118": Code(
        "warning",
        "The automatic number {number} has a form that is not known ({form}); it was written in digits.",
        "Compare with the original, and correct the line in source.txt.",
        "Word has some sixty forms of numbers. Those of Chinese texts are all known.",
    ),
    "A119": Code(
        "note",
        "This is {found}; LibreOffice converted it to .docx first.",
        "Compare numbers and tables with the original.",
        "A conversion can lose what the old format says in its own way.",
    ),
    "A120": Code(
        "note",
        "Pictures left out: {count}.",
        "If one shows a table or words of the policy, type them into source.txt.",
        "Words in pictures are not read.",
    ),
    "A121": Code(
        "warning",
        "Another document is embedded here and was not read.",
        "Open the file in Word or WPS, copy what is missing, and put it into source.txt.",
        "Word can carry whole files inside a text. They are not opened.",
    ),
    # Taking in web pages and PDF files
    "A122": Code(
        "warning",
        "Words struck out were left out: {text}",
        "If they are still valid, put them into source.txt.",
        "A line through words says that they no longer hold; a struck 800 before 1000 must not become 8001000.",
    ),
    "A131": Code(
        "error",
        "The page holds no text.",
        "Open the page in a browser, wait until the text is shown, and save the page again; or copy the text alone "
        "and add it from the clipboard.",
        "Some sites load a text by a script. What was saved then is the page without it.",
    ),
    "A132": Code(
        "error",
        "The page is nested too deep or holds too much in one piece; it was not read.",
        "Select the text in a browser, copy it and add it from the clipboard.",
        "No page of a government site has elements 256 deep, or ten million characters without a tag. Of such a page "
        "only a part could be read.",
    ),
    "A133": Code(
        "note",
        "The text was found by trafilatura: the page has no container of a known system.",
        "See whether the text begins and ends where it should; what was left out is among the changes.",
        "Pages of government sites mostly mark the text by one of some ninety names. Without one, it is found by how the page is built.",
    ),
    "A134": Code(
        "warning",
        "The text could not be told from the page around it; the whole page was taken.",
        "Remove from source.txt what is not of the policy.",
        "Nothing in the page shows where the text begins, and a word too many is found more easily than one too few.",
    ),
    "A135": Code(
        "warning",
        "Pictures in the text: {count}. What they show was not taken.",
        "If a picture shows words, a table or a formula, type them where it is.",
        "Some sites publish tables, or whole pages, as pictures. There is no text in them.",
    ),
    "A136": Code(
        "note",
        "Attached files: {count} ({names}). They were not taken.",
        "If one of them is part of the policy, fetch it and add it, too.",
        "A saved page holds links to its attachments, not the attachments.",
    ),
    "A137": Code(
        "warning",
        "The page holds a short notice only; the policy itself seems to be in the attachment ({names}).",
        "Fetch the attachment from the page and add it instead.",
        "Many notices hand on a policy that is attached as a Word or PDF file.",
    ),
    "A138": Code(
        "warning",
        "Characters were lost before the file was saved: {text}",
        "Compare with the page, and type what belongs in the place of \ufffd.",
        "The sign \ufffd is put where a program could not read a character. What it was is not in the file.",
    ),
    "A139": Code(
        "warning",
        "This is one of {count} pages of the text.",
        "Save the other pages, too, and put their text behind this one.",
        "Some sites part a long text into pages.",
    ),
    "A140": Code(
        "warning",
        "The page holds a second text, which was not taken: {begins}…",
        "If it is part of the policy, add it to source.txt.",
        "A page may hold a policy and its explanation, or a text in two parts.",
    ),
    "A141": Code(
        "error",
        "The page holds no text; what it shows is in a frame: {address}",
        "Open that address in a browser, and save that page.",
        "A frame shows another page, which is not saved with this one.",
    ),
    "A142": Code(
        "error",
        "The PDF file has no text layer (pages: {pages}, characters: {count}).",
        "Have its text recognised (OCR) by another program and check every figure, or look for the same policy as a web page.",
        "A scanned policy is a row of pictures. Their words are not guessed at.",
    ),
    "A143": Code(
        "warning",
        "Pages that are pictures: {pages}. Their words were not taken.",
        "Type what they say where it belongs, or have those pages recognised (OCR).",
        "A page of a PDF file can be a scan between pages of text, such as a signed annex.",
    ),
    "A144": Code(
        "warning",
        "Pages set in two columns: {pages}. The left one was read before the right one.",
        "Check that sentences go on where they should.",
        "A PDF file does not store in which order its words are read.",
    ),
    "A145": Code(
        "warning",
        "Pages with a table without lines: {pages}. Its columns were told by the gaps.",
        "Compare the rows with the original, and correct them in source.txt.",
        "Where no line parts the cells, words that stand below each other are taken for a column.",
    ),
    "A146": Code(
        "warning",
        "Characters without a meaning: {count}. The file does not say what their shapes stand for.",
        "Compare these places with the original, and type what is printed.",
        "A PDF file stores shapes. It says which characters they are only if its maker took care of it.",
    ),
    "A147": Code(
        "warning",
        "The text was recognised from pictures by another program.",
        "Compare every figure and number with the pictures.",
        "A scan can have a layer of text that is not drawn. Recognition takes 1 for l and 己 for 已.",
    ),
    "A148": Code(
        "warning",
        "The page has no end; it may have been cut off while it was saved.",
        "Compare the last lines with the page in a browser, or save it again.",
        "A whole page ends with </html>. What comes after a cut is missing without a trace.",
    ),
    "A149": Code(
        "warning",
        "The PDF file is damaged; it was read as far as possible.",
        "Fetch it again. Otherwise compare every page with the original.",
        "The list of its parts does not fit the file. Parts can be missing.",
    ),
    # Adding a policy
    "A161": Code(
        "note",
        "There is no English title; English pages show the Chinese one.",
        'Translate the entry `title` of en.po (`digest i18n sync` makes it), or add title_en = "..." to policy.toml.',
        "A policy can be added and read before it is translated. An English title is never made up.",
    ),
    "A163": Code(
        "error",
        "This text is there already: {doc}. Nothing was written.",
        "See it with `digest show {doc}`. A new text of it goes in with `digest amend {doc} FILE`.",
        "The same text twice would be compared with itself, and its clauses would have two addresses.",
    ),
    "A164": Code(
        "error",
        "No name for the folder follows from this text: {missing}. Nothing was written.",
        "Give one: small letters, digits and hyphens, as in `digest add FILE --as shenzhen-2024`.",
        "The name becomes part of permanent addresses, so it is not made up. It is the place in English and the "
        "year of the text.",
    ),
    "A165": Code(
        "warning",
        "This looks like another edition of {doc}: {percent} % of its words are there.",
        "To put it in the place of that text, answer no (or use --dry-run), then `digest amend {doc} FILE`. To have both, "
        "add it, and let the later one state that it supersedes the other.",
        "When a text replaces a published one, its clauses keep their addresses. A policy of its own gets new ones.",
    ),
    "A166": Code(
        "note",
        "This is nearly the text of {doc}, of another place: {percent} % of its words are there.",
        "Nothing to do, if it is a policy of its own. Such copies are compared with the earliest of them.",
        "Many places issue one text with other figures and names.",
    ),
    "A167": Code(
        "error",
        "{doc} is there already. Nothing was written.",
        "Choose another name with --as, or put a new text in its place with `digest amend {doc} FILE`.",
        "A policy that is there is never overwritten.",
    ),
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
    # Parsing texts: repairs
    "P101": Code(
        "note",
        "A broken line was joined to the one before.",
        "Nothing to do if both lines are one sentence; else end the first with its full stop.",
        "A line that does not end a sentence, followed by one that starts none, was broken by a page or a "
        "converter. The source stays as it is; only the clause's text is joined.",
    ),
    "P102": Code(
        "warning",
        "{label} begins inside a line; it was taken as a clause of its own.",
        "Compare with the original. If a line begins here, put it on its own line in source.txt and run `digest amend POLICY`; "
        "else there is nothing to do.",
        "Converters lose line breaks. A start inside a line is believed only when its number is the next of "
        "its sequence and no word makes it a reference.",
    ),
    "P103": Code(
        "note",
        "Residue of a converter was set aside: {text}",
        "Nothing to do.",
        "Marks such as [bookmark: …] or Markdown signs are no part of the policy. They stay in the source "
        "and are listed as artefacts.",
    ),
    "P104": Code(
        "note",
        "A page number was set aside: {text}",
        "Nothing to do if it is one; else add to the end of policy.toml: [[lines]], and below it number = {number} and rule = "
        '"keep".',
        "What a page layout prints on every page interrupts sentences; it stays in the source as an artefact.",
    ),
    "P105": Code(
        "warning",
        "Words of a web page around the text were set aside: {text}",
        "Nothing to do if they are none of the policy's words; else add to the end of policy.toml: [[lines]], and below it "
        'number = {number} and rule = "keep"; the same for each further line.',
        "Navigation, addresses, counters and what a crawler writes above a page are no part of the policy. It is better "
        "to paste the policy alone.",
    ),
    "P106": Code(
        "warning",
        "What pages repeat was set aside: {text} ({count} times)",
        "Nothing to do if it is none of the policy's words; else add to the end of policy.toml: [[lines]], and below it "
        'text = "{text}" and rule = "keep".',
        "A running header or footer interrupts sentences. It is set aside only where page numbers, page breaks, a "
        "browser's print, the title inside a sentence or even distances show the pages.",
    ),
    "P107": Code(
        "warning",
        "This line interrupts a sentence and may be a running header or a page number; it was kept: {text}",
        'Add to the end of policy.toml: [[lines]], and below it number = {number} and rule = "cut", or "keep" if the policy '
        "says it.",
        "Nothing in the text shows where its pages end, and words of a policy are never cut on a guess.",
    ),
    "P108": Code(
        "note",
        "A line was set aside as policy.toml says: {text}",
        "Nothing to do.",
        "A rule under [[lines]] cuts it. It stays in the source as an artefact.",
    ),
    "P109": Code(
        "warning",
        "This is a table of {rows} rows and {columns} columns; figures are taken only from columns whose head says support.",
        "Compare its figures yourself; the words of each row are kept together.",
        "A row of cells is no sentence. Read as one, a cap of one row becomes the rate of another.",
    ),
    "P110": Code(
        "warning",
        "{lines} lines from here on look like cells of a table, but which make a row is not sure; no figures are taken.",
        "Fetch the text again with its tables, a row per line and a tab between two cells.",
        "Tables that are pasted cell by cell lose their rows. A guess would pair the wrong figures.",
    ),
    # Parsing texts: numbering
    "P201": Code(
        "warning",
        "{label} appears where number {expected} was expected: at least one clause is missing.",
        "Compare with the original: a clause may be lost. If it prints the same, there is nothing to do.",
        "Numbers of one level follow each other. A gap is how a lost clause shows.",
    ),
    "P202": Code(
        "warning",
        "{label} appears here for a second time; {expected} was expected.",
        "Nothing to do if the original prints it twice; the clause's id ends in -2.",
        "Real texts do number twice alike. Both clauses are kept, and their ids differ.",
    ),
    "P203": Code(
        "warning",
        "{label} goes back; {expected} was expected.",
        "Compare with the original: a heading before it may be lost. If it prints the same, there is nothing to do.",
        "A number lower than the one before on the same level means a lost heading or a mistake of the source.",
    ),
    "P204": Code(
        "warning",
        "“{heading}” has no number where number {expected} is missing; it was taken as that clause's heading.",
        "Nothing to do if that is right. Automatic numbers are often lost when a Word file is converted.",
        "A heading without a number appears exactly where one number of the sequence is missing.",
    ),
    "P205": Code(
        "note",
        "The sequence starts at {label}, not at {expected}.",
        "Nothing to do if the text is an excerpt.",
        "Excerpts and drafting explanations reproduce only a part of a text.",
    ),
    "P206": Code(
        "warning",
        "The text says “{stated}”, but {found} were found.",
        "Compare with the original: a clause may be lost. If it prints the same, there is nothing to do.",
        "Some texts announce how many articles a part has. The count is checked.",
    ),
    "P207": Code(
        "warning",
        "{label} holds a character that only looks like a numeral; it was read as one.",
        "Nothing to do; the source stays as it is.",
        "Dashes, letters and kana stand for 一, 二 and 〇 in texts that were typed or recognised from a scan.",
    ),
    "P208": Code(
        "warning",
        "{label} has another mark behind its number than 、; it was read as one.",
        "Nothing to do if that is right; the source stays as it is.",
        "Typists and scans give a comma, a space or 丶 for 、. After a comma or a space a number is believed only where "
        "its sequence needs it.",
    ),
    # Parsing texts: parts without content
    "P301": Code(
        "note",
        "No numbered clause was found.",
        "Check that the file holds the whole policy, one paragraph per line. If it has no numbers, there is nothing to do.",
        "Texts without any number exist, but mostly the numbers were lost on the way.",
    ),
    "P302": Code(
        "note",
        "The title was joined from {lines} lines.",
        "Nothing to do if the title is right.",
        "Long titles are broken over lines by their layout.",
    ),
    "P303": Code(
        "note",
        "This only describes a part that is not here: {text}",
        "Nothing to do; the clause is not compared with others.",
        "Explanations summarise general provisions without reproducing them.",
    ),
    "P304": Code(
        "warning",
        "{label} has no words.",
        "Compare with the original: its text may be lost. If it prints the same, there is nothing to do.",
        "An article without heading, text or items says nothing.",
    ),
    # Parsing texts: characters
    "P401": Code(
        "warning",
        "Characters that turn the direction of writing are hidden here ({characters}).",
        "Remove them unless the original needs them; they can make a text read differently than it is.",
        "Direction marks have been used to disguise words.",
    ),
    "P402": Code(
        "warning",
        "Invisible characters in the text: {count}, the first here ({characters}); they were read over.",
        "Nothing to do; the source stays as it is.",
        "Web editors leave zero-width characters behind. They are kept in the source.",
    ),
    "P403": Code(
        "warning",
        "A private character appears here ({characters}); what it means depends on a font.",
        "Compare with the original: it may be a decimal point or a rare character.",
        "Some fonts put signs where Unicode has none. A lost decimal point changes a figure by ten.",
    ),
    "P404": Code(
        "warning",
        "Radicals or variants used for characters: {count}, the first here ({characters}); read as {read}.",
        "Nothing to do if that is right; the source stays as it is.",
        "Some PDF readers give Kangxi radicals and compatibility forms, which look alike but are other characters: no "
        "search finds them, and no number is read in them.",
    ),
    "P405": Code(
        "warning",
        "The figure {printed} holds a sign that is no digit, or two sums run together; no value is read from it.",
        "Compare with the original and correct the source: l00 may be 100, two sums may be cells of a table.",
        "No value is better than a wrong one.",
    ),
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
    # Facts: what policy.toml states and what the text prints
    "F101": Code(
        "warning",
        "`{field}` is {stated} here, but the text prints {printed}.",
        'Compare the two. If the text is right, change policy.toml; else write how = "differs" in [{field}], and say why in '
        "`how_zh` and `how_en`.",
        "Readers cite these facts. A value that contradicts the printed one is a slip, or needs a reason.",
    ),
    "F102": Code(
        "note",
        "`{field}` is left open here, but the text prints {printed}.",
        'If that is right, write value = "{printed}" and basis = "printed" in [{field}]; else how = "differs", and say why in '
        "`how_zh` and `how_en`.",
        "What the text itself says needs no research, and a page without it looks less certain than it is.",
    ),
    "F103": Code(
        "note",
        "`{field}` is left open here; the text says {words}, which gives {value}.",
        'If that is right, write in [{field}]: value = "{value}", basis = "inferred", how = "counted", sure = "medium"; else '
        'how = "differs", and say why in `how_zh` and `how_en`.',
        "A text often says 有效期5年 and no last day. Readers need the day, and to know how it was counted.",
    ),
    "F104": Code(
        "warning",
        "{printed} is named here, but the text has no such clause.",
        "Compare with the original. If it prints so, there is nothing to do; else correct source.txt.",
        "A reference to a clause that does not exist is a slip of the text, or a sign that a number was lost or misread.",
    ),
    # Translations: reading en.po
    "T001": Code(
        "error",
        "This is no PO file: {reason}.",
        "Correct the line, or save the file again with Poedit or another editor for PO files.",
        "The English of a policy is kept in the PO format of GNU gettext, which every translation tool "
        "opens. A file that cannot be read would silently turn the English pages Chinese.",
    ),
    "T002": Code(
        "error",
        "{id} has an entry already, in line {first}.",
        "Remove one of the two.",
        "One clause has one translation; with two nobody knows which one is meant.",
    ),
    # Translations: their states
    "T101": Code(
        "warning",
        "Translations older than their Chinese: {number} ({clauses}).",
        "Run `digest i18n sync`, correct the English of each, and remove its fuzzy mark.",
        "The Chinese of these clauses has changed since it was translated. The pages show the old English, "
        "marked as out of date, with what has changed.",
    ),
    "T102": Code(
        "note",
        "Entries without English yet: {number} ({clauses}).",
        "Translate them in en.po; `digest i18n draft` can ask a program for drafts.",
        "Readers of the English pages see the Chinese there, marked as untranslated.",
    ),
    "T103": Code(
        "note",
        "en.po does not match its policy: {changes}.",
        "Run `digest i18n sync` and look at the difference before you commit it.",
        "The site is built as if the command had been run; until it is, translators work on old Chinese.",
    ),
    # Translations: their form
    "T201": Code(
        "warning",
        "{id}: lines of the Chinese: {zh_parts}, of the English: {en_parts}. “{zh}” – “{en}”",
        "Give the English the same heading and paragraphs, each on its own line.",
        "Both languages are shown side by side, paragraph by paragraph, and compared in the same way.",
    ),
    "T202": Code(
        "warning",
        "{id}: sentences here in the Chinese: {wanted}, in the English: {found}. “{zh}” – “{en}”",
        "Translate the sentence that is missing; where two were joined, part them.",
        "A dropped sentence is the error readers cannot see. Sentences are counted paragraph by paragraph.",
    ),
    "T203": Code(
        "warning",
        "{id}: the English is far too {how} for its Chinese. “{zh}” – “{en}”",
        "Compare the two; something was left out, added or put into the wrong entry.",
        "English takes three to six characters for a Chinese one; what lies far outside is no translation.",
    ),
    "T204": Code(
        "warning",
        "{id}: Chinese characters or marks are left in the English: {characters} “{zh}” – “{en}”",
        "Translate them; use , . : ; ( ) for the full-width marks.",
        "An English page must be readable without Chinese, and full-width marks break its lines.",
    ),
    "T205": Code(
        "warning",
        "{id}: {pair} are not balanced. “{zh}” – “{en}”",
        "Close what was opened, in the same paragraph.",
        "An open bracket or quotation mark changes what the sentence says.",
    ),
    # Translations: their figures
    "T301": Code(
        "error",
        "{id}: {figure} of the Chinese is missing in the English. “{zh}” – “{en}”",
        "Put the figure in, converted: 1000万元 is RMB 10 million, 90亿元 is RMB 9 billion.",
        "Readers quote figures. Each one is converted and looked for, in digits or in words. In English that is reviewed a wrong "
        "figure is an error; in a machine draft, and in English older than its Chinese, a warning.",
    ),
    "T302": Code(
        "error",
        "{id}: {figure} is in the English only. “{zh}” – “{en}”",
        "Correct the figure; if the Chinese has none, remove it.",
        "A figure that the Chinese does not have is a slip of the translation.",
    ),
    "T303": Code(
        "warning",
        "{id}: {figure} is “{direction}” in the Chinese; the English says otherwise, or nothing. “{zh}” – “{en}”",
        "Say it: up to, at least, more than, less than.",
        "A ceiling that reads like a floor promises the wrong thing.",
    ),
    "T304": Code(
        "error",
        "{id}: the unit of {figure} differs. “{zh}” – “{en}”",
        "Correct the unit.",
        "36个月 is three years, 36年 is a working life.",
    ),
    # Translations: their terms and titles
    "T401": Code(
        "warning",
        "{id}: times that “{term}” appears here: {wanted}, its English “{rendering}”: {found}. “{zh}” – “{en}”",
        "Use “{rendering}”; if yours is as good, add it to `accepted` of the term in glossary.toml.",
        "One term has one English name, so that readers can search and compare. Other good renderings are listed in the glossary.",
    ),
    "T402": Code(
        "warning",
        "{id}: “{words}” is a wrong rendering of “{term}”. “{zh}” – “{en}”",
        "Use “{rendering}”.",
        "The glossary lists renderings that are often met and wrong.",
    ),
    "T403": Code(
        "warning",
        "{id}: “{words}” is the English of “{term}”, of which the Chinese has no trace. “{zh}” – “{en}”",
        "Compare the two. If another Chinese word has the same English, add a [[term]] with its `zh` and `en` to glossary.toml.",
        "A term in the English that the Chinese does not mention was put into the wrong place, or added.",
    ),
    "T404": Code(
        "warning",
        "{id}: the title 《{title}》 is not translated as in the glossary. “{zh}” – “{en}”",
        "Use “{english}”.",
        "A document has the same English title everywhere, or readers take it for two.",
    ),
    "T405": Code(
        "warning",
        "{id}: the document number {printed} is not kept. “{zh}” – “{en}”",
        "Write its issuer in pinyin and [{year}] No. {number}.",
        "Documents are found by their number, so it must stay recognisable.",
    ),
    "T406": Code(
        "warning",
        "{id}: the title 《{title}》 is not in the glossary. “{zh}” – “{en}”",
        "Add a [[title]] with `zh` and `en` to glossary.toml.",
        "Without an entry nobody sees that two translators gave one document two titles.",
    ),
    "T407": Code(
        "warning",
        "The English title differs from the one in {file}: “{here}” – “{there}”",
        "Make both the same.",
        "Lists show the title from policy.toml, translators see the one in en.po.",
    ),
    "T408": Code(
        "warning",
        "{id}: {printed} is “{english}” here, but “{other}” in {where}.",
        "Spell it in one way.",
        "Documents are found by their number, so it must be the same everywhere.",
    ),
    # Translations: entries that belong to nothing
    "T410": Code(
        "warning",
        "The policy has no clause {id}, so that its English is shown nowhere.",
        "{suggestion}Correct the id; if the clause is gone, `digest i18n sync` sets the entry aside.",
        "An entry belongs to the clause that its `msgctxt` names. English under a misspelt id is lost on the pages, and "
        "its clause is shown as untranslated.",
    ),
    "T411": Code(
        "warning",
        "The header says charset {found}, but the file is in UTF-8.",
        "Write charset=UTF-8 in the line `Content-Type` of the header.",
        "Translation tools believe the header: one that names another character set shows the Chinese as garbage and may save it so.",
    ),
    # Translations: handed out and taken in
    "T420": Code(
        "note",
        "The Chinese of {id} has different English elsewhere ({places}); none was filled in.",
        "Write the one that fits here into en.po; where the others mean the same, give them one English.",
        "`digest i18n sync` fills in English only where all that there is for the same Chinese agrees.",
    ),
    "T801": Code(
        "warning",
        "The English of {id} was not taken: its Chinese is another one now, or there is no such entry.",
        "Export again, and translate what is there today.",
        "English goes with the Chinese it was made from. Taken for another text it would say something the "
        "policy does not.",
    ),
    "T802": Code(
        "note",
        "The reviewed English of {id} was kept; what came in is a draft.",
        "Mark it as final in the tool you use, or change en.po itself.",
        "A draft never replaces what somebody has read against the Chinese.",
    ),
    "T803": Code(
        "warning",
        "This is no answer to what was asked: {answer}",
        "Let the command print one JSON object per line, with doc, id and en.",
        "A command that drafts gets JSON lines and answers in the same way; anything else is left out.",
    ),
    "T804": Code(
        "error",
        "The file cannot be taken in: {reason}.",
        "Export a file in the same format to see what is expected: .csv, .tmx, .xlf or .xliff.",
        "Each format has its own layout; what does not follow it is not guessed at.",
    ),
    # Translations: what translators allow
    "T901": Code(
        "warning",
        "{id}: this comment is no exemption: {comment}",
        "Write: # digest: allow T303 because ... (the reason is needed).",
        "A finding that is still right needs a reason that the next translator can judge.",
    ),
    "T902": Code(
        "warning",
        "{id}: nothing needs the exemption from {exempted}.",
        "Remove the comment.",
        "An exemption that is left over would hide the next real finding.",
    ),
}
