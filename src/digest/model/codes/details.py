"""The codes with F: document details."""

from collections.abc import Mapping

from digest.model.codes.code import Code

CODES: Mapping[str, Code] = {
    # Facts: what policy.toml states and what the text prints
    "F101": Code(
        "warning",
        "`{field}` is {stated} here, but the text prints {printed}.",
        'Compare the two. If the text is right, change policy.toml. Otherwise write how = "differs" in '
        "[{field}], and give the reason in `how_zh` and `how_en`.",
        "Readers cite these details. A value that contradicts the text is a slip, or needs a reason.",
    ),
    "F102": Code(
        "note",
        "`{field}` is not given here, but the text prints {printed}.",
        'If that is right, write value = "{printed}" and basis = "printed" in [{field}]. Otherwise write '
        'how = "differs", and give the reason in `how_zh` and `how_en`.',
        "What the text itself states needs no research. Without it, a page looks less certain than it is.",
    ),
    "F103": Code(
        "note",
        "`{field}` is not given here. The text says {words}, which gives {value}.",
        'If that is right, write in [{field}]: value = "{value}", basis = "inferred", how = "counted", '
        'sure = "medium". Otherwise write how = "differs", and give the reason in `how_zh` and `how_en`.',
        "A text often says 有效期5年 without the last day. Readers need that day, and how it was counted.",
    ),
    "F104": Code(
        "warning",
        "{printed} is named here, but the text has no such clause.",
        "Compare with the original. If the original is the same, there is nothing to do. Otherwise correct "
        "source.txt.",
        "Either the text has a slip, or a number was lost or misread.",
    ),
    "F105": Code(
        "warning",
        "The number is {stated} here and {printed} in the text. Only the brackets differ.",
        'Write value = "{printed}" in [number].',
        "Readers copy the number and search for it. Official documents print the year in 〔〕.",
    ),
    "F106": Code(
        "warning",
        "`{field}` is {stated} here, counted from the text. But {words} gives {value}.",
        'Write value = "{value}" in [{field}]. If that is wrong, write how = "differs", and give the '
        "reason in `how_zh` and `how_en`.",
        "A day that was counted from another day changes with it.",
    ),
}
