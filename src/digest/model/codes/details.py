"""The codes with F: document details."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
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
    "F105": Code(
        "warning",
        "The number is {stated} here and {printed} in the text: only the brackets differ.",
        'Write value = "{printed}" in [number].',
        "Whoever copies the number searches for it as it is written. Official documents print the year in 〔〕.",
    ),
    "F106": Code(
        "warning",
        "`{field}` is {stated} here, counted from the text; but {words} gives {value}.",
        'Write value = "{value}" in [{field}]; if that is wrong, write how = "differs", and say why in `how_zh` and `how_en`.',
        "A day that was counted changes with the one from which it was counted.",
    ),
}
