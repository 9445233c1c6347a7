"""Who answers for a measure: responsibility brackets, 责任单位 lines, and 由X会同Y负责 in sentences.

（市工业和信息化局、发展改革委，各区政府按职责分工负责） names three bodies: a head printed once
(市) holds for the names after it, commas part tiers, and the words at the end of a tier give its role.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest.enrich.agency_names import AgencyName, name_agency
from digest.enrich.agency_sentences import mentions
from digest.enrich.places import Places
from digest.model.facts import AgencyRole
from digest.model.vocabulary import AgencyWords
from digest.regex import regex
from digest.text.rules import Rule, any_of


def find_agencies(text: str, places: Places, words: AgencyWords) -> tuple[AgencyRole, ...]:
    """The bodies a clause makes responsible, in the order of the text.

    The first named of each group leads it, unless another is printed with 牵头.
    """
    if not _HINT.search(text):
        return ()
    rows: list[AgencyRole] = []
    done = 0
    for group in sorted(_groups(text)):
        found = list(_members(group, text, places, words))
        if group.start >= done and _acceptable(found, group):
            rows += _roles([member for member in found if member.name is not None])
            done = group.end
    taken = [(row.start, row.end) for row in rows]
    for sentence in _SENTENCE.finditer(text):
        told = _told(sentence[0], sentence.start(), places, words)
        rows += _roles([each for each in told if not any(a < each.end and each.start < b for a, b in taken)])
    return tuple(sorted(rows, key=lambda row: row.start))


class _Group(NamedTuple):
    """A stretch of a text that lists bodies. ``sure``: its wording says that they are responsible."""

    start: int
    end: int
    sure: bool


class _Member(NamedTuple):
    """A part of a group; ``name`` is None when it is no body."""

    start: int
    end: int
    printed: str
    name: AgencyName | None
    role: str


_HINT = regex(
    r"由|解释权|负责|牵头|承担|统筹|做好|配合|协助|参与|会同|组织实施|办公室设|加强|进行|成员单位|主体|[要应][\u4e00-\u9fff]|[（(［][^（()）]{2,}[局委厅办部府会署][）)］]|(?:责任|牵头|配合|主办|协办|承办)(?:单位|部门)"
)
_TITLE = "(?:责任|牵头|配合|主办|协办|承办)(?:单位|部门)"  # before the names: 责任单位：市科技局
_ROLE_WORDS = regex(rf"负责|牵头|配合|参与|协同|协助|落实|分工|{_TITLE}")
_LINE = regex(rf"(?:^|(?<=[。；;\n]))\s*(?={_TITLE}\s*[：:])")
_LINE_END = regex(r"[。\n]|$")
_LABEL = regex(r"\s*(?P<role>责任|牵头|主办|承办|配合|协办|参与|参加)(?:单位|部门)?\s*[：:]")
TAIL_WORDS = (
    *(
        "按照",
        "按",
        "根据",
        "依据",
        "各自",
        "职责",
        "职能",
        "分工",
        "共同",
        "分别",
        "具体",
        "联合",
        "统筹",
        "负总责",
        "负责",
        "牵头",
    ),
    *(
        "抓好",
        "落实",
        "组织",
        "实施",
        "推进",
        "配合",
        "参与",
        "协同",
        "协助",
        "指导",
        "做好",
        "工作",
        "为",
        "单位",
        "部门",
        "的",
    ),
    *("和", "要求"),
)
"""What the end of a list is made of that says what its bodies do: 按职责分工负责."""

GOVERNING = (
    Rule(
        "an organ of government with its field or place",
        "^.{2,}(?:局|厅|署|管委会|管理委员会|人民政府)$",
        "市城市运行局",
    ),
    Rule("a commission of a place, short", "^[国省市区县州旗].委$", "市建委"),
    Rule("the Youth League", "^共青团.{2,}委(?:员会)?$", "共青团乙市委"),
    Rule(
        "an office or a commission of a place",
        "^[国省市区县州旗].{2,}(?:委|委员会|办|办公室|中心|部|办事处)$",
        "市数据中心",
        but=("数据中心",),
        why="of no place",
    ),
)
"""Names that the lists do not explain but that are of government, by their form."""

_TAIL = regex(f"(?:{'|'.join(TAIL_WORDS)})+$")
_OTHERS = regex(r"等(?=$|有|相|部|单|各|按|共|\d|多).*$")
_HEAD_WORDS = regex(r"^(?:由|会同|会商|商(?!务)|请|并|和|及|与|以及|其中|分别由)+")
_JOIN = regex(r"(?<=[局厅委办部院会署行府处司）)])(?:和|及|与|以及|会同|会商|商(?!务)|并会同|并商)(?=\S)")
_COLLECTIVE = regex(
    r"各(?:省|自治区|直辖市|市|州|盟|地|县|区|旗|地级以上市|设区市|设区的市|省辖市|地级市)(?:[（(].*[）)])?"
)
_ALIAS = regex(r"(?<=[局厅委办部署会])[（(][^（）()]*[）)]$")


def _groups(text: str) -> Iterator[_Group]:
    for start, end in _brackets(text):
        inside = text[start:end]
        if _ROLE_WORDS.search(inside):
            yield _Group(start, end, sure=True)
        elif _ends_clause(text, start, end):
            yield _Group(start, end, sure=False)
    for match in _LINE.finditer(text):
        stop = _LINE_END.search(text, match.end())
        yield _Group(match.end(), stop.start() if stop else len(text), sure=True)


def _told(sentence: str, at: int, places: Places, words: AgencyWords) -> Iterator[_Member]:
    """The bodies that a sentence makes responsible; names that the lists do not explain need an organ of
    government or a place in front."""
    head = ""
    for mention in mentions(sentence, words):
        stop = mention.start + len(_ALIAS.sub("", sentence[mention.start : mention.end]))
        printed = sentence[mention.start : stop]
        name = name_agency("".join(printed.split()), head, places, words)
        nobody = any(word in printed for word in words.not_bodies) and not _OF_FIRMS.search(printed)
        if name is None or nobody:
            continue
        elsewhere = places.own is not None and name.zh.startswith(
            _UNKNOWN_PLACE
        )  # 市财政局 in a province's text
        if elsewhere or not (name.known or _GOVERNS.search(printed)):
            continue
        head = name.head or head
        yield _Member(at + mention.start, at + stop, printed, name, mention.role)


_OF_FIRMS = regex("企业(?:发展|服务|上市|工作)?(?:局|办|厅)$")  # 市中小企业局
_UNKNOWN_PLACE = ("省", "市", "区", "县", "州", "旗")
_SENTENCE = regex(r"[^。；;\n]+")
_GOVERNS = any_of(GOVERNING)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The insides of the outermost brackets."""
    depth = start = 0
    for match in re.finditer(r"[（(）)［］\[\]〔〕【】]", text):
        if match[0] in "（(［[〔【":
            start = match.end() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.start()


def _ends_clause(text: str, start: int, end: int) -> bool:
    """True when a bracket closes a paragraph or stands between sentences."""
    after = text[end + 1 : end + 3].lstrip("。 　")
    return not after or after[0] == "\n" or text[: start - 1].rstrip().endswith(("。", "；"))


def _members(group: _Group, text: str, places: Places, words: AgencyWords) -> Iterator[_Member]:
    head = ""
    parts = _split(text, group.start, group.end, "，,；;。")
    tiers = [tier for a, b in parts for tier in _labelled(text, a, b)]
    roles = _tier_roles([text[a:b] for a, b in tiers])
    for (start, end), role in zip(tiers, roles, strict=True):
        label = _LABEL.match(text, start, end)
        at = label.end() if label else start
        stop = at + len(_TAIL.sub("", _OTHERS.sub("", text[at:end].rstrip())))
        for a, b in _names(text, at, stop):
            name = name_agency("".join(text[a:b].split()), head, places, words)
            head = (name.head if name else "") or head
            yield _Member(a, b, text[a:b], name, role)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the single names of a tier stand: 、 and 和 part them, 各市、县（区）政府 is one."""
    pending: int | None = None
    for a, b in _split(text, start, end, "、"):
        first = a if pending is None else pending
        if (
            _COLLECTIVE.fullmatch(text[a:b].strip())
            and text[b : b + 1] == "、"
            and _place_word(text[b + 1 :])
        ):
            pending = first
            continue
        pending = None
        cuts = [first, *(m.end() for m in _JOIN.finditer(text, first, b)), b]
        ends = [*(m.start() for m in _JOIN.finditer(text, first, b)), b]
        for c, d in zip(cuts, ends, strict=False):
            lead = _HEAD_WORDS.match(text[c:d].lstrip())
            skip = len(text[c:d]) - len(text[c:d].lstrip()) + (lead.end() if lead else 0)
            stop = c + len(_ALIAS.sub("", _OTHERS.sub("", text[c:d]).rstrip()))
            if c + skip < stop:
                yield c + skip, stop


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a tier in which spaces part one label from the next: 牵头单位：省科技厅　责任单位：省财政厅."""
    for match in _NEXT_LABEL.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


_NEXT_LABEL = regex(rf"(?<=\S)\s+(?=(?:{_TITLE}|参与(?:单位|部门))\s*[：:])")


def _place_word(rest: str) -> bool:
    return bool(re.match(r"(?:自治)?[市县区旗州盟]|[（(]", rest))


def _split(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int]]:
    """The parts of a stretch between marks that stand outside brackets."""
    depth, first = 0, start
    for at in range(start, end):
        sign = text[at]
        if sign in "（(":
            depth += 1
        elif sign in "）)":
            depth -= 1
        elif depth == 0 and sign in marks:
            yield first, at
            first = at + 1
    yield first, end


def _tier_roles(tiers: list[str]) -> list[str]:
    """The role of each tier: by its label, else by the next wording after its names."""
    roles = ["responsible"] * len(tiers)
    following = "responsible"
    for index in range(len(tiers) - 1, -1, -1):
        tail = _TAIL.search(tiers[index].strip())
        if tail:
            following = _role(tail[0])
        roles[index] = following
    current = None
    for index, tier in enumerate(tiers):
        label = _LABEL.match(tier)
        current = _role(label["role"]) if label else current
        roles[index] = current or roles[index]
    return roles


def _role(words: str) -> str:
    if "牵头" in words:
        return "lead"
    return "support" if re.search(r"配合|参与|参加|协", words) else "responsible"


def _acceptable(found: list[_Member], group: _Group) -> bool:
    """Whether a group names bodies: one at least in a bracket that says 负责; a bare bracket must hold bodies only."""
    known = sum(member.name is not None and member.name.known for member in found)
    if group.sure or not known:
        return known > 0
    return all(member.name for member in found) and 2 * known >= len(found)


def _roles(found: list[_Member]) -> Iterator[AgencyRole]:
    lead = next((m for m in found if m.role == "lead"), found[0] if found else None)
    for member in found:
        if member.name is None:
            continue
        yield AgencyRole(
            role=member.role,
            printed=member.printed,
            name_zh=member.name.zh,
            name_en=member.name.en,
            lead=member is lead,
            start=member.start,
            end=member.end,
        )
