"""Why a text is otherwise than its file, in the words of ``Change.why``."""

NUMBER = "automatic number"
HIDDEN = "hidden words"
STRUCK = "words struck out"
CONTROL = "button or form field"
RAISED = "raised figure"
NOTE = "note, put where it is referred to"
MERGED = "merged cell, repeated"
AROUND = "page around the text"
BESIDE = "date, source, buttons and links beside the text"
RADICAL = "radical, read as the character it resembles"
RUNNING = "header, footer or number of a page"
TURNED = "words in another direction"
TRACKED = "tracked change"
PAGE = "page number of a table of contents"
FIELD = "inside of a field"
SYMBOL = "sign of a special font"
FORMULA = "formula"
PROMPT = "prompt of an empty form field"

WHYS = (
    *(NUMBER, HIDDEN, STRUCK, CONTROL, RAISED, NOTE, MERGED, AROUND, BESIDE, RADICAL, RUNNING, TURNED),
    *(TRACKED, PAGE, FIELD, SYMBOL, FORMULA, PROMPT),
)
