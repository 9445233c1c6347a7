"""What things are called in the language of a page: in English with the Chinese beside it, where both are known."""

from collections.abc import Sequence

from digest.model.corpus import Policy
from digest.model.facts import Citation
from digest.model.phrases import Rendering
from digest.pages.frame import Setting
from digest.pages.strings import (
    MARK,
    QUOTED,
    TAGS,
    UNTRANSLATED,
    Run,
    Runs,
    Words,
    joined,
    original,
    run,
    translated,
)
from digest.regex import regex


def beside(english: str | None, chinese: str, language: str) -> Runs:
    """A name: in English with the Chinese beside it, in Chinese alone on a Chinese page."""
    name = translated(english, chinese, language)
    return joined((name, original(chinese))) if language == "en" and english else name


def printed_name(setting: Setting, policy: Policy, name: str, language: str) -> Runs:
    """A name that a policy states: an issuer, a short title, the title of a related document; marked where its English is a
    draft."""
    known = policy.names.get(name)
    said = beside(known.en if known else None, name, language)
    return joined((said, drafted(setting.words[language]))) if language == "en" and _is_draft(known) else said


def cited_title(citation: Citation, language: str) -> Runs:
    """The title of a document beyond this site that is cited, without its Chinese on an English page."""
    return translated(citation.title_en, f"《{citation.title}》", language)


def number(words: Words, printed: str) -> Runs:
    """A document number; in English its year and number, and beside them as it is printed: [2020] No. 8 国发〔2020〕8号."""
    if words.lang == TAGS["zh"]:
        return run(printed, "zh")
    found = _NUMBER.search(printed)
    if found is None:
        return run(printed, "zh", UNTRANSLATED)
    return joined((words.fill("policy.number_said", year=found[1], number=found[2]), original(printed)))


def terms(setting: Setting, words: Sequence[str], language: str) -> Runs:
    """Words of the texts in a row; in English as the glossary renders them, each with its Chinese beside it. Those that it does
    not have are quoted, where it has none of them."""
    if language == "zh" or not words:
        return run("、".join(words), "zh") if words else ()
    glossary = setting.corpus.glossary
    rendered = [(english, word) for word in words if (english := glossary.english(word))]
    if not rendered:
        return setting.words["en"].weave("compare.in_chinese", words=run("、".join(words), "zh", QUOTED))
    return joined((beside(english, word, "en") for english, word in rendered), ", ")


def drafted(words: Words) -> Runs:
    """What says of English words that nobody has reviewed them."""
    return (Run(words.plain("translation.machine"), words.lang, MARK),)


def _is_draft(name: Rendering | None) -> bool:
    return name is not None and name.state == "machine"


_NUMBER = regex(r"((?:19|20)\d\d)\D{1,3}?(\d+)\s*号")
