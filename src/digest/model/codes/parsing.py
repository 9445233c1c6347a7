"""The codes with P: texts as they are parsed."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Parsing texts: repairs
    "P101": Code(
        "note",
        "A broken line was joined to the one before.",
        "Nothing to do if both lines are one sentence. Otherwise end the first line with its full stop.",
        "A page break or a converter broke the line: it does not end a sentence, and the next line does "
        "not begin one. The source does not change. Only the clause's text is joined.",
    ),
    "P102": Code(
        "warning",
        "{label} begins inside a line. It was taken as a clause of its own.",
        "Compare with the original. If a line begins here, put it on its own line in source.txt and run "
        "`digest amend POLICY`. Otherwise there is nothing to do.",
        "Converters lose line breaks. The program accepts a start inside a line only when its number is "
        "the next of its sequence, and no word makes it a reference.",
    ),
    "P103": Code(
        "note",
        "Leftover marks of a converter were left out: {text}",
        "Nothing to do.",
        "Marks such as [bookmark: …] or Markdown signs do not belong to the policy. They stay in the "
        "source and are listed as artefacts.",
    ),
    "P104": Code(
        "note",
        "A page number was left out: {text}",
        "Nothing to do if it is a page number. Otherwise add to the end of policy.toml: [[lines]], and "
        'below it number = {number} and rule = "keep".',
        "What a page layout prints on every page interrupts sentences. It stays in the source and is "
        "listed as an artefact.",
    ),
    "P105": Code(
        "warning",
        "Words of a web page around the text were set aside: {text}",
        "Nothing to do if these words are not the policy's. Otherwise add to the end of policy.toml: "
        '[[lines]], and below it number = {number} and rule = "keep". Do the same for each further line.',
        "Navigation, addresses, counters and the lines that a crawler adds do not belong to the policy. It "
        "is better to paste the policy alone.",
    ),
    "P106": Code(
        "warning",
        "Words that pages repeat were left out: {text} ({count} times)",
        "Nothing to do if these words are not the policy's. Otherwise add to the end of policy.toml: "
        '[[lines]], and below it text = "{text}" and rule = "keep".',
        "A running header or footer interrupts sentences. It is left out only where something shows the "
        "pages. Such signs are page numbers, page breaks, a browser's print, the title inside a sentence, "
        "or even distances.",
    ),
    "P107": Code(
        "warning",
        "This line interrupts a sentence and may be a running header or a page number. It was kept: {text}",
        'Add to the end of policy.toml: [[lines]], and below it number = {number} and rule = "cut". If the '
        'policy says it, write rule = "keep".',
        "Nothing in the text shows where its pages end. Words of a policy are never left out on a guess.",
    ),
    "P108": Code(
        "note",
        "A line was left out, as policy.toml says: {text}",
        "Nothing to do.",
        "A rule under [[lines]] leaves it out. It stays in the source and is listed as an artefact.",
    ),
    "P109": Code(
        "warning",
        "This is a table of {rows} rows and {columns} columns. Figures are only taken from columns whose "
        "heading names support.",
        "Compare its figures yourself. The words of each row are kept together.",
        "A row of cells is not a sentence. Read as a sentence, the cap of one row could become the rate of "
        "another.",
    ),
    "P110": Code(
        "warning",
        "{lines} lines from here on look like cells of a table, but their rows are not certain. No figures "
        "are taken.",
        "Fetch the text again with its tables: one row per line, and a tab between two cells.",
        "Tables that are pasted cell by cell lose their rows. A guess could pair the wrong figures.",
    ),
    # Parsing texts: numbering
    "P201": Code(
        "warning",
        "{label} appears where number {expected} was expected. At least one clause is missing.",
        "Compare with the original: a clause may be lost. If the original is the same, there is nothing to "
        "do.",
        "Numbers of one level follow each other. A gap means that a clause may be lost.",
    ),
    "P202": Code(
        "warning",
        "{label} appears here for a second time; {expected} was expected.",
        "Nothing to do if the original prints it twice. The clause's id ends in -2.",
        "Some texts do repeat a number. Both clauses are kept, and their ids differ.",
    ),
    "P203": Code(
        "warning",
        "{label} is lower than the number before it; {expected} was expected.",
        "Compare with the original: a heading before it may be lost. If the original is the same, there is "
        "nothing to do.",
        "When a number is lower than the one before on the same level, a heading is lost or the source has "
        "a mistake.",
    ),
    "P204": Code(
        "warning",
        "“{heading}” has no number where number {expected} is missing. It was taken as that clause's "
        "heading.",
        "Nothing to do if that is right. A converter often loses the automatic numbers of a Word file.",
        "A heading without a number appears exactly where one number of the sequence is missing.",
    ),
    "P205": Code(
        "note",
        "The sequence starts at {label}, not at {expected}.",
        "Nothing to do if the text is an excerpt.",
        "Excerpts and drafting explanations only contain a part of a text.",
    ),
    "P206": Code(
        "warning",
        "The text says “{stated}”, but {found} were found.",
        "Compare with the original: a clause may be lost. If the original is the same, there is nothing to "
        "do.",
        "Some texts say how many articles a part has. The program compares that number.",
    ),
    "P207": Code(
        "warning",
        "{label} has a character that only looks like a numeral. It was read as one.",
        "Nothing to do. The source does not change.",
        "In typed or recognised texts, dashes, letters and kana replace 一, 二 and 〇.",
    ),
    "P208": Code(
        "warning",
        "{label} has another mark after its number than 、. It was read as 、.",
        "Nothing to do if that is right. The source does not change.",
        "Typists and scans write a comma, a space or 丶 for 、. After a comma or a space, a number counts "
        "only where its sequence needs it.",
    ),
    # Parsing texts: parts without content
    "P301": Code(
        "note",
        "No numbered clause was found.",
        "Check that the file contains the whole policy, one paragraph per line. If the policy has no "
        "numbers, there is nothing to do.",
        "Texts without any number exist, but usually the numbers were lost in a conversion.",
    ),
    "P302": Code(
        "note",
        "The title was joined from {lines} lines.",
        "Nothing to do if the title is right.",
        "A long title runs over several lines in its layout.",
    ),
    "P303": Code(
        "note",
        "This only describes a part that is not here: {text}",
        "Nothing to do. The clause is not compared with others.",
        "Explanations summarise general provisions without their words.",
    ),
    "P304": Code(
        "warning",
        "{label} has no words.",
        "Compare with the original: its text may be lost. If the original is the same, there is nothing to "
        "do.",
        "An article without heading, text or items has no content.",
    ),
    # Parsing texts: characters
    "P401": Code(
        "warning",
        "Hidden characters here turn the direction of writing ({characters}).",
        "Remove them unless the original needs them. They can make a text look different from what it is.",
        "Direction marks have been used to hide what a text says.",
    ),
    "P402": Code(
        "warning",
        "Invisible characters in the text: {count}, the first here ({characters}). They were ignored.",
        "Nothing to do. The source does not change.",
        "Web editors leave invisible characters of zero width. They stay in the source.",
    ),
    "P403": Code(
        "warning",
        "A character of private use appears here ({characters}). Its meaning depends on a font.",
        "Compare with the original: it may be a decimal point or a rare character.",
        "Some fonts have signs where Unicode has none. Without its decimal point, a figure is ten times "
        "too large.",
    ),
    "P404": Code(
        "warning",
        "Radicals or variants instead of characters: {count}, the first here ({characters}). They were "
        "read as {read}.",
        "Nothing to do if that is right. The source does not change.",
        "Some PDF readers give Kangxi radicals and compatibility forms. They look the same but are other "
        "characters. Searches do not find them, and numbers are not recognised.",
    ),
    "P405": Code(
        "warning",
        "The figure {printed} has a sign that is not a digit, or two sums were joined. No value is read "
        "from it.",
        "Compare with the original and correct the source. l00 may be 100; two sums may be cells of a table.",
        "A missing value is better than a wrong one.",
    ),
    "P406": Code(
        "warning",
        "The day {printed} does not exist. It was not read as a date.",
        "Compare with the original and correct the source, or state the date in policy.toml.",
        "A day that does not exist is a slip of the author or of a converter, such as 30 February or month "
        "13.",
    ),
}
