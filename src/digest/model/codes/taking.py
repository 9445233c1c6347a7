"""The codes with A: files that are taken in as they were received."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
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
        "Give one: small letters, digits and hyphens, as in `digest add {file} --as shenzhen-2024`.",
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
    "A168": Code(
        "error",
        "There is no such file.",
        "Check its name and ending; it is looked for in {folder}.",
        "The file that a command names is not there: its name is misspelt, or it is in another folder.",
    ),
}
