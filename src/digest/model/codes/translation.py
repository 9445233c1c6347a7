"""The codes with T: the English of the policies."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Translations: reading en.po
    "T001": Code(
        "error",
        "This is not a PO file: {reason}.",
        "Correct the line, or save the file again with Poedit or another editor for PO files.",
        "The English of a policy is kept in the PO format of GNU gettext. If the file cannot be read, the "
        "English pages show Chinese.",
    ),
    "T002": Code(
        "error",
        "{id} has an entry already, in line {first}.",
        "Remove one of the two.",
        "A clause has one translation. With two, it is not clear which one is meant.",
    ),
    "T003": Code(
        "warning",
        "This file is empty.",
        "Run `digest i18n sync`, which writes its entries, or restore an earlier version.",
        "The English that was in it is gone. Its pages show Chinese.",
    ),
    # Translations: their states
    "T101": Code(
        "warning",
        "Translations that are out of date: {number} ({clauses}).",
        "Run `digest i18n sync`, correct the English of each clause, and remove its fuzzy mark.",
        "The Chinese of these clauses has changed since it was translated. The pages show the old English, "
        "marked as out of date, with what has changed.",
    ),
    "T102": Code(
        "note",
        "Entries without English yet: {number} ({clauses}).",
        "Translate them in en.po. `digest i18n draft` can ask a program for drafts.",
        "Readers of the English pages see the Chinese there, marked as untranslated.",
    ),
    "T103": Code(
        "note",
        "en.po does not match its policy: {changes}.",
        "Run `digest i18n sync`, and check the changes before you commit them.",
        "The site is built as if the command had been run. Until then, translators work on old Chinese.",
    ),
    # Translations: their form
    "T201": Code(
        "warning",
        "{id}: lines of the Chinese: {zh_parts}, of the English: {en_parts}. “{zh}” – “{en}”",
        "Give the English the same heading and paragraphs, each on its own line.",
        "Both languages are shown side by side, and compared paragraph by paragraph.",
    ),
    "T202": Code(
        "warning",
        "{id}: sentences here in the Chinese: {wanted}, in the English: {found}. “{zh}” – “{en}”",
        "Translate the missing sentence. If two were joined, separate them.",
        "Readers cannot see that a sentence is missing. Sentences are counted paragraph by paragraph.",
    ),
    "T203": Code(
        "warning",
        "{id}: the English is far too {how} for its Chinese. “{zh}” – “{en}”",
        "Compare the two. Something was left out or added, or is in the wrong entry.",
        "An English text has three to six characters for a Chinese one. What is far outside cannot be a "
        "translation.",
    ),
    "T204": Code(
        "warning",
        "{id}: Chinese characters or marks are left in the English: {characters} “{zh}” – “{en}”",
        "Translate them. Replace full-width marks by , . : ; ( ).",
        "An English page must be readable without Chinese. Full-width marks break its lines.",
    ),
    "T205": Code(
        "warning",
        "{id}: {pair} are not balanced. “{zh}” – “{en}”",
        "Close what is open, in the same paragraph.",
        "An open bracket or quotation mark changes the meaning of the sentence.",
    ),
    "T206": Code(
        "note",
        "English sentences of more than {limit} words: {number} ({clauses}).",
        "Split each into two where the meaning allows it.",
        "Chinese can join many clauses by commas, but English readers lose the thread. Cited titles and "
        "brackets are not counted.",
    ),
    # Translations: their figures
    "T301": Code(
        "error",
        "{id}: {figure} of the Chinese is missing in the English. “{zh}” – “{en}”",
        "Add the converted figure: 1000万元 is RMB 10 million, 90亿元 is RMB 9 billion.",
        "Readers quote figures. Each figure is converted and looked for, in digits or in words. In "
        "reviewed English a wrong figure is an error. In a machine draft, or in English that is out of "
        "date, it is a warning.",
    ),
    "T302": Code(
        "error",
        "{id}: {figure} is in the English only. “{zh}” – “{en}”",
        "Correct the figure; if the Chinese has none, remove it.",
        "A figure that is not in the Chinese is a slip of the translation.",
    ),
    "T303": Code(
        "warning",
        "{id}: {figure} is “{direction}” in the Chinese. The English says something else, or nothing. "
        "“{zh}” – “{en}”",
        "Translate it: up to, at least, more than, less than.",
        "If a cap reads like a minimum, the English promises something else.",
    ),
    "T304": Code(
        "error",
        "{id}: the unit of {figure} differs. “{zh}” – “{en}”",
        "Correct the unit.",
        "36个月 is three years; 36年 is thirty-six years.",
    ),
    # Translations: their terms and titles
    "T401": Code(
        "warning",
        "{id}: times that “{term}” appears here: {wanted}, its English “{rendering}”: {found}. “{zh}” – “{en}”",
        "Use “{rendering}”. If yours is as good, add it to `accepted` of the term in glossary.toml.",
        "A term has one English name, so that readers can search and compare. The glossary lists other "
        "good renderings.",
    ),
    "T402": Code(
        "warning",
        "{id}: “{words}” is a wrong rendering of “{term}”. “{zh}” – “{en}”",
        "Use “{rendering}”.",
        "The glossary lists wrong renderings that are common.",
    ),
    "T403": Code(
        "warning",
        "{id}: “{words}” is the English of “{term}”, but the Chinese does not have it. “{zh}” – “{en}”",
        "Compare the two. If another Chinese word has the same English, add a [[term]] with its `zh` and `en` to glossary.toml.",
        "A term in the English that is not in the Chinese was added, or belongs to another place.",
    ),
    "T404": Code(
        "warning",
        "{id}: the title 《{title}》 is not translated as in the glossary. “{zh}” – “{en}”",
        "Use “{english}”.",
        "A document has the same English title everywhere. Otherwise readers take it for two documents.",
    ),
    "T405": Code(
        "warning",
        "{id}: the document number {printed} is not kept. “{zh}” – “{en}”",
        "Write the short name of its issuer in pinyin, then [{year}] No. {number}.",
        "Documents are found by their number. It must stay recognisable.",
    ),
    "T406": Code(
        "warning",
        "{id}: the title 《{title}》 is not in the glossary. “{zh}” – “{en}”",
        "Add a [[title]] with `zh` and `en` to glossary.toml.",
        "The entry makes sure that two translators do not give one document two titles.",
    ),
    "T407": Code(
        "warning",
        "The English title differs from the one in {file}: “{here}” – “{there}”",
        "Make both the same.",
        "Lists show the title from policy.toml. Translators see the one in en.po.",
    ),
    "T408": Code(
        "warning",
        "{id}: {printed} is “{english}” here, but “{other}” in {where}.",
        "Use one spelling.",
        "Documents are found by their number. It must be the same everywhere.",
    ),
    "T412": Code(
        "warning",
        "{id}: “{words}” means {scope}, but the Chinese does not say so. “{zh}” – “{en}”",
        "Remove the word, or correct it.",
        "A size or level that is not in the Chinese changes which enterprises or bodies are eligible.",
    ),
    "T413": Code(
        "warning",
        "{id}: the English has nothing for “{mark}” ({scope}). “{zh}” – “{en}”",
        "Translate it.",
        "Without the size or level, the English promises support to more recipients than the policy names.",
    ),
    "T414": Code(
        "warning",
        "{id}: “{body}” reads like a national body. In the Chinese, “{mark}” before the list also applies "
        "to {printed}. “{zh}” – “{en}”",
        "Name the place before each body. Or begin the list with: the municipal (provincial, district) "
        "departments.",
        "In Chinese, the place before the first body applies to the whole list. In English it only applies "
        "to the first body.",
    ),
    "T415": Code(
        "note",
        "{id}: “{chinese}” is “{english}” here, but “{other}” in {where}.",
        "Give both the same English, or make sure that they mean different things.",
        "Readers compare the same heading or sentence in two policies. Two renderings look like two rules.",
    ),
    # Translations: the glossary itself
    "T416": Code(
        "warning",
        "“{words}”, a rendering of “{term}”, is wider or narrower than the term: {scope}.",
        "Remove it from `en` or `accepted`.",
        "A rendering listed here is accepted in every policy. One of another size or level would hide an "
        "error.",
    ),
    "T417": Code(
        "note",
        "“{term}” and “{other}” have the same preferred English: “{english}”.",
        "Give each a rendering of its own. If both mean the same, give them the same `definition_zh`.",
        "Readers of the English cannot distinguish two concepts that have one name.",
    ),
    # Translations: entries that belong to nothing
    "T410": Code(
        "warning",
        "The policy has no clause {id}. Its English does not appear anywhere.",
        "{suggestion}Correct the id. If the clause no longer exists, `digest i18n sync` sets the entry "
        "aside.",
        "An entry belongs to the clause that its `msgctxt` names. With a misspelt id the English does not "
        "appear, and the clause counts as untranslated.",
    ),
    "T411": Code(
        "warning",
        "The header says charset {found}, but the file is in UTF-8.",
        "Write charset=UTF-8 in the line `Content-Type` of the header.",
        "Translation tools rely on the header. If it names another character set, the Chinese appears as "
        "garbage and may be saved so.",
    ),
    # Translations: handed out and taken in
    "T420": Code(
        "note",
        "The Chinese of {id} has different English elsewhere ({places}). Nothing was filled in.",
        "Write the one that fits here into en.po. Where the others mean the same, give them the same "
        "English.",
        "`digest i18n sync` fills in English only where all translations of the same Chinese agree.",
    ),
    "T801": Code(
        "warning",
        "The English of {id} was not imported: its Chinese has changed, or there is no such entry.",
        "Export again, and translate the present Chinese.",
        "English belongs to the Chinese it was made from. With another text it would say something that "
        "the policy does not say.",
    ),
    "T802": Code(
        "note",
        "The reviewed English of {id} was kept. The imported one is a draft.",
        "Mark it as final in the tool you use, or change en.po itself.",
        "A draft never replaces English that was reviewed against the Chinese.",
    ),
    "T803": Code(
        "warning",
        "This does not answer the request: {answer}",
        "The program must print one JSON object per line, with doc, id and en.",
        "A program that translates gets one JSON object per line and answers in the same way. Anything "
        "else is ignored.",
    ),
    "T804": Code(
        "error",
        "The file cannot be imported: {reason}.",
        "Export a file in the same format to see what is expected: .csv, .tmx, .xlf or .xliff.",
        "Each format has its own layout. What does not follow it is ignored.",
    ),
    # Translations: what translators allow
    "T901": Code(
        "warning",
        "{id}: this comment is not an exemption: {comment}",
        "Write: # digest: allow T303 because ... (the reason is required).",
        "If the English is right in spite of the finding, the next translator needs to know why.",
    ),
    "T902": Code(
        "warning",
        "{id}: nothing needs the exemption from {exempted}.",
        "Remove the comment.",
        "An exemption that is no longer needed would hide the next real finding.",
    ),
}
