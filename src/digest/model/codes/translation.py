"""The codes with T: the English of the policies."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
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
    "T003": Code(
        "warning",
        "This file is empty.",
        "Run `digest i18n sync`, which writes its entries, or bring back an earlier version.",
        "The English that was in it is gone, and its pages show Chinese.",
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
    "T206": Code(
        "note",
        "English sentences of more than {limit} words: {number} ({clauses}).",
        "Make two of each where the meaning allows it.",
        "Chinese strings clauses together with commas; a reader of English loses the thread. Cited titles and brackets are not "
        "counted.",
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
    "T412": Code(
        "warning",
        "{id}: “{words}” says {scope}, of which the Chinese has no trace. “{zh}” – “{en}”",
        "Take the word out, or correct it.",
        "A size or level that the Chinese does not have makes other enterprises or bodies eligible than the policy does.",
    ),
    "T413": Code(
        "warning",
        "{id}: the English has nothing for “{mark}” ({scope}). “{zh}” – “{en}”",
        "Say it.",
        "Without its size or level a support is promised to more than the policy names.",
    ),
    "T414": Code(
        "warning",
        "{id}: “{body}” reads like a body of the nation; in the Chinese “{mark}” before the list is of {printed}, too. “{zh}” – “{en}”",
        "Name the place before each body, or begin the list with: the municipal (provincial, district) departments.",
        "In Chinese the place before the first body holds for the whole list; in English it holds for the first one only.",
    ),
    "T415": Code(
        "note",
        "{id}: “{chinese}” is “{english}” here, but “{other}” in {where}.",
        "Give both the same English, or make sure that they mean different things.",
        "The same heading or sentence in two policies is compared by readers; two renderings look like two rules.",
    ),
    # Translations: the glossary itself
    "T416": Code(
        "warning",
        "“{words}”, a rendering of “{term}”, is wider or narrower than the term: {scope}.",
        "Take it out of `en` or `accepted`.",
        "What is accepted here passes in every policy: a rendering of another size or level hides a wrong promise.",
    ),
    "T417": Code(
        "note",
        "“{term}” and “{other}” have the same preferred English: “{english}”.",
        "Give each a rendering of its own; where both mean the same, give them the same `definition_zh`.",
        "Two concepts under one name cannot be told apart in the English.",
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
