"""The codes with P: texts as they are parsed."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
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
    "P406": Code(
        "warning",
        "There is no such day as {printed}; it is read as no date.",
        "Compare with the original and correct the source, or state the date in policy.toml.",
        "A day that does not exist is a slip of the pen or of a converter: 30 February, month 13.",
    ),
}
