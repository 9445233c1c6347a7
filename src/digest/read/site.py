"""site.toml."""

import re
from pathlib import Path
from typing import NamedTuple

from digest.model.corpus import Site
from digest.model.problem import Problem
from digest.read.schema import Key, Shape, TextRule, check
from digest.read.toml import read_toml
from digest.regex import regex

LANGUAGES = ("zh", "en")

_BASE = regex(r"https?://[^\s/?#\"<>]+/(?:[^\s?#\"<>]*/)?")
_ADDRESS = TextRule(
    _BASE,
    "an address with http:// or https:// that ends with a slash",
    '"https://policies.example.org/"',
    lambda found: next((each for each in (f"{found}/", f"https://{found}") if _BASE.fullmatch(each)), None),
)
_CONTACT = TextRule(
    regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*|https?://[^\s/?#\"<>]+(?:[/?#][^\s\"<>]*)?"),
    "a mail address, or an address with http:// or https://",
    '"editors@policies.example.org"',
)
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘陇青宁新"
_ICP = TextRule(
    regex(rf"[{_PROVINCES}]ICP[备证]\d{{6,10}}号(?:-\d{{1,3}})?", re.ASCII),
    "an ICP record number as it was given, such as 粤ICP备12345678号-1",
    '"粤ICP备12345678号-1"',
)
_PUBLIC_SECURITY = TextRule(
    regex(rf"[{_PROVINCES}]公网安备 ?\d{{10,14}}号", re.ASCII),
    "a record number of the public security authority as it was given, such as 粤公网安备 44030902001234号",
    '"粤公网安备 44030902001234号"',
)

SITE = (
    Key("title_zh"),
    Key("title_en"),
    Key("base_url", rule=_ADDRESS),
    Key("languages", Shape.TEXTS, choices=LANGUAGES),
    Key("contact", rule=_CONTACT),
    Key("licence"),
    Key("english_from", Shape.WHOLE, required=False, most=100),
    Key("icp", required=False, rule=_ICP),
    Key("public_security", required=False, rule=_PUBLIC_SECURITY),
    Key("embeds", Shape.FLAG, required=False),
)


class ReadSite(NamedTuple):
    """What the site says about itself, or None with the reasons."""

    site: Site | None
    problems: tuple[Problem, ...]


def read_site(content: Path) -> ReadSite:
    """``site.toml`` of a content folder. Problems: those of ``read_toml`` and ``check``."""
    file, problems = read_toml(content / "site.toml")
    if file is None:
        return ReadSite(None, problems)
    if problems := check(file, SITE):
        return ReadSite(None, problems)
    data = dict(file.data)
    return ReadSite(Site(**data | {"languages": tuple(data["languages"])}), ())
