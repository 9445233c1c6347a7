"""The codes with A: files that are taken in as they were received."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Taking in files as they were received
    "A101": Code(
        "error",
        "This is {found}. Such files cannot be added.",
        "Open it in its program, and save the policy as .docx. Or copy its words alone into a UTF-8 text "
        "file.",
        "What can be added: web pages, .docx, .pdf with text, .ofd and plain text. LibreOffice converts "
        ".doc, .wps, .rtf and .odt. The content of a file decides, not its name.",
    ),
    "A102": Code(
        "error",
        "The file is locked with a password.",
        "Open it with its password, save it without one, and add that file.",
        "A file with a password is encrypted. Nothing in it can be read.",
    ),
    "A103": Code(
        "error",
        "The file is damaged or was cut off: {reason}.",
        "Fetch it again. If its program can open it, save it there under another name.",
        "A part that cannot be read could belong to the policy. An incomplete text is never published.",
    ),
    "A104": Code(
        "error",
        "The file looks like a trap and was not read: {reason}.",
        "Get it from its publisher again. Or open it in a safe environment, and copy the words into a text "
        "file.",
        "Some files are made to stop or misuse the program that opens them. They unpack to enormous sizes, "
        "nest very deep, declare entities, or name places outside themselves. Documents of office programs "
        "do none of this.",
    ),
    "A105": Code(
        "error",
        "Reading it took more than {seconds} seconds and was stopped.",
        "Split the file, or copy the words of the policy into a text file.",
        "The time for a file from outside is limited, so that it cannot stop the machine. A policy is read "
        "in one or two seconds.",
    ),
    "A106": Code(
        "error",
        "Reading it needed more than {limit} MB of memory and was stopped.",
        "Split the file, or copy the words of the policy into a text file.",
        "The memory for a file from outside is limited, so that it cannot stop the machine.",
    ),
    "A107": Code(
        "error",
        "The file cannot be read ({reason}).",
        "Open it in its program and save it as .docx, or copy the words of the policy into a text file.",
        "Its content does not match its format. The program reads files in a separate process, which ended "
        "here. Nothing was written.",
    ),
    "A108": Code(
        "error",
        "Files of this kind need the library {library}, which is not installed.",
        "Install it: `pip install 'policy-digest[add]'`.",
        "The libraries that read web pages and PDF files are large. They are only installed where files "
        "are added.",
    ),
    "A109": Code(
        "error",
        "This is {found}. Only LibreOffice can convert it, and it is not installed.",
        "Open the file in Word or WPS, save it as .docx, and add that file. Or install LibreOffice and try "
        "again.",
        "The old formats of Word and WPS are not documented well enough to read them without losses.",
    ),
    "A110": Code(
        "error",
        "This is {found}. LibreOffice could not convert it.",
        "Open the file in Word or WPS, save it as .docx, and add that file.",
        "LibreOffice did not make a file within a minute. The file may be damaged.",
    ),
    "A111": Code(
        "error",
        "It has no words.",
        "If the pages are pictures, have their text recognised (OCR) first, and check it against the "
        "pictures.",
        "A scanned policy consists of pictures. The program does not guess their words.",
    ),
    "A112": Code(
        "warning",
        "A tracked change was taken as accepted: {was} → {now}",
        "Compare with the text that was issued. If it rejects the change, correct source.txt.",
        "The file has two wordings, and only one of them is valid. The program takes the final one, as "
        "office programs show it.",
    ),
    "A113": Code(
        "warning",
        "Hidden words were left out: {text}",
        "If they belong to the policy, put them into source.txt.",
        "Word does not show or print them. Usually they are notes of the authors.",
    ),
    "A114": Code(
        "note",
        "Comments left out: {count}, the first: {text}",
        "Nothing to do.",
        "Comments in the margin do not belong to the policy.",
    ),
    "A115": Code(
        "note",
        "Headers and footers of pages were left out: {text}",
        "Nothing to do if the words are also in the text. Otherwise put them into source.txt.",
        "What a page layout prints on every page interrupts sentences.",
    ),
    "A116": Code(
        "note",
        "The words of a text box were put after the paragraph it belongs to: {text}",
        "Check that they appear where a reader expects them.",
        "A text box floats over the page. The file does not say where it belongs in the text.",
    ),
    "A117": Code(
        "warning",
        "What is shown here was not taken as it looks: {text}",
        "Compare with the original, and correct the line in source.txt.",
        "Formulas, pictures of characters and symbols of special fonts have no plain text.",
    ),
    "A118": Code(
        "warning",
        "The automatic number {number} has an unknown form ({form}). It was written in digits.",
        "Compare with the original, and correct the line in source.txt.",
        "Word has about sixty forms of numbers. All those of Chinese texts are known.",
    ),
    "A119": Code(
        "note",
        "This is {found}. LibreOffice converted it to .docx first.",
        "Compare numbers and tables with the original.",
        "Some content of the old format can be lost in the conversion.",
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
        "A Word file can have whole files inside its text. They are not opened.",
    ),
    # Taking in web pages and PDF files
    "A122": Code(
        "warning",
        "Struck-out words were left out: {text}",
        "If they are still valid, put them into source.txt.",
        "A line through words means that they no longer apply. A struck-out 800 before 1000 must not "
        "become 8001000.",
    ),
    "A131": Code(
        "error",
        "The page has no text.",
        "Open the page in a browser, wait for the text, and save the page again. Or copy the text alone "
        "and add it from the clipboard.",
        "Some sites load a text by a script. The saved page then has no text.",
    ),
    "A132": Code(
        "error",
        "The page is nested too deep, or one part of it is too large. It was not read.",
        "Select the text in a browser, copy it and add it from the clipboard.",
        "A page of a government site never has elements 256 deep, or ten million characters without a tag. "
        "Only a part of such a page could be read.",
    ),
    "A133": Code(
        "note",
        "The page has no text area of a known system. trafilatura found the text.",
        "Check whether the text begins and ends where it should. What was left out is among the changes.",
        "Pages of government sites usually mark the text by one of about ninety names. Without such a "
        "name, the structure of the page shows where the text is.",
    ),
    "A134": Code(
        "warning",
        "The text could not be separated from the rest of the page. The whole page was taken.",
        "Remove from source.txt what does not belong to the policy.",
        "Nothing in the page shows where the text begins. Words that do not belong are easier to see than "
        "words that are missing.",
    ),
    "A135": Code(
        "warning",
        "Pictures in the text: {count}. What they show was not taken.",
        "If a picture shows words, a table or a formula, type them there.",
        "Some sites publish tables, or whole pages, as pictures. Pictures have no text.",
    ),
    "A136": Code(
        "note",
        "Attached files: {count} ({names}). They were not taken.",
        "If one of them belongs to the policy, download it and add it, too.",
        "A saved page has links to its attachments, but not the attachments.",
    ),
    "A137": Code(
        "warning",
        "The page has only a short notice. The policy itself seems to be in the attachment ({names}).",
        "Download the attachment from the page and add it instead.",
        "Many notices only forward a policy, which is attached as a Word or PDF file.",
    ),
    "A138": Code(
        "warning",
        "Characters were lost before the file was saved: {text}",
        "Compare with the page, and type the right character in place of �.",
        "The sign � replaces a character that a program could not read. The file no longer has that "
        "character.",
    ),
    "A139": Code(
        "warning",
        "This is one of {count} pages of the text.",
        "Save the other pages, too, and put their text after this one.",
        "Some sites split a long text into pages.",
    ),
    "A140": Code(
        "warning",
        "The page has a second text, which was not taken: {begins}…",
        "If it is part of the policy, add it to source.txt.",
        "A page may contain a policy and its explanation, or a text in two parts.",
    ),
    "A141": Code(
        "error",
        "The page has no text. What it shows is in a frame: {address}",
        "Open that address in a browser, and save that page.",
        "A frame shows another page, which is not saved with this one.",
    ),
    "A142": Code(
        "error",
        "The PDF file has no text layer (pages: {pages}, characters: {count}).",
        "Have its text recognised (OCR) by another program and check every figure, or look for the same policy as a web page.",
        "A scanned policy consists of pictures. The program does not guess their words.",
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
        "Check that sentences continue where they should.",
        "A PDF file does not store the order in which its words are read.",
    ),
    "A145": Code(
        "warning",
        "Pages with a table without lines: {pages}. Its columns were found by the gaps.",
        "Compare the rows with the original, and correct them in source.txt.",
        "In a table without lines, words that are below each other are taken for a column.",
    ),
    "A146": Code(
        "warning",
        "Characters without a meaning: {count}. The file does not say which characters their shapes are.",
        "Compare these places with the original, and type what is printed there.",
        "A PDF file stores shapes. It says which characters they are only if the program that made it "
        "recorded them.",
    ),
    "A147": Code(
        "warning",
        "Another program recognised the text from pictures.",
        "Compare every figure and number with the pictures.",
        "A scan can have a hidden layer of text. Recognition takes 1 for l and 己 for 已.",
    ),
    "A148": Code(
        "warning",
        "The page has no end. It may have been cut off while it was saved.",
        "Compare the last lines with the page in a browser, or save it again.",
        "A complete page ends with </html>. Nothing shows what was after a cut.",
    ),
    "A149": Code(
        "warning",
        "The PDF file is damaged. It was read as far as possible.",
        "Fetch it again. Otherwise compare every page with the original.",
        "The list of its parts does not match the file. Parts may be missing.",
    ),
    # Adding a policy
    "A161": Code(
        "note",
        "There is no English title. English pages show the Chinese title.",
        'Translate the entry `title` of en.po (`digest i18n sync` makes it), or add title_en = "..." to policy.toml.',
        "A policy can be added and read before it is translated. An English title is never invented.",
    ),
    "A163": Code(
        "error",
        "This text exists already: {doc}. Nothing was written.",
        "See it with `digest show {doc}`. Replace it with a new text by `digest amend {doc} FILE`.",
        "Two copies would be compared with each other, and each clause would have two addresses.",
    ),
    "A164": Code(
        "error",
        "The text does not give a name for the folder: {missing}. Nothing was written.",
        "Give a name: small letters, digits and hyphens, as in `digest add {file} --as shenzhen-2024`.",
        "The name becomes part of permanent addresses, so the program does not guess it. It is the place "
        "in English and the year of the text.",
    ),
    "A165": Code(
        "warning",
        "This looks like another edition of {doc}. {percent} % of its words are the same.",
        "To replace that text, answer no (or use --dry-run), then run `digest amend {doc} FILE`. To keep "
        "both, add it, and state in the later one that it supersedes the other.",
        "When a text replaces a published one, its clauses keep their addresses. A policy of its own gets "
        "new addresses.",
    ),
    "A166": Code(
        "note",
        "This is nearly the text of {doc}, of another place. {percent} % of its words are the same.",
        "Nothing to do if it is a policy of its own. Such copies are compared with the earliest of them.",
        "Many local governments issue the same text with other figures and names.",
    ),
    "A167": Code(
        "error",
        "{doc} exists already. Nothing was written.",
        "Choose another name with --as, or replace the text with `digest amend {doc} FILE`.",
        "A policy that exists is never overwritten.",
    ),
    "A168": Code(
        "error",
        "There is no such file.",
        "Check its name and ending. The program looks in {folder}.",
        "The file named in the command does not exist. Its name is misspelt, or it is in another folder.",
    ),
}
