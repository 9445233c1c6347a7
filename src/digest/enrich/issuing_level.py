"""How high a cited document stands: whether the nation, a province, a city or a district issued it, where its title or its number
says so. What says nothing of it has no level."""

from digest.enrich.places import Places
from digest.model.corpus import Jurisdiction
from digest.regex import regex
from digest.text.places import bare_name


def issuing_level(title: str, number: str | None, places: Places) -> str | None:
    """The level of who issued a document: nation | province | prefecture | county | zone; None where nothing shows it."""
    name = _CARRIER.sub("", title)
    if _NATION.match(name) or _NATION_NUMBER.match(number or ""):
        return "nation"
    return _of_title(name, places) or _of_number(number or "", places)


def _of_title(name: str, places: Places) -> str | None:
    """The level of the place that a title begins with: one of the text's own line, else the only one so called."""
    if _NAMED_AFTER.match(name):
        return None
    for place in places.chain:
        names = (place.name_zh, _own_name(place), bare_name(_own_name(place)))
        if name.startswith(tuple(each for each in names if len(each) > 1)):
            return place.level
    for size in range(min(len(name), _LONGEST), 1, -1):
        codes = places.all.called(name[:size]) if size > 2 else ()
        codes = codes or places.all.called_shortly(name[:size])
        levels = {places.all[code].level for code in codes}
        if levels:
            return levels.pop() if len(levels) == 1 else None
    return None


def _of_number(number: str, places: Places) -> str | None:
    """The level of the place of the text's own line by whose character a number begins: 粤府函, 深府规."""
    for place in places.chain[:-1]:
        bare = bare_name(_own_name(place))
        if number.startswith(bare[0]) or f" {number[:1]}{bare} " in _SIGNS:
            return place.level
    return None


def _own_name(place: Jurisdiction) -> str:
    """A district without its city: 光明区 of 深圳市光明区."""
    _, city, district = place.name_zh.partition("市")
    return district if city and len(district) > 1 else place.name_zh


_CARRIER = regex("^(?:关于|印发|转发|《|中共(?!中央))+")
_NATION = regex(
    "国务院|中共中央|中央|全国|国家|中华人民共和国|最高人民|"
    "(?:外交|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源(?:和)?社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理|工信)部"
)
_NATION_NUMBER = regex("国[发办函务]|中[发办]|国令|(?:财政|商务|工业和信息化|科学技术|科技)部")
_NAMED_AFTER = regex("中国[（(]")
"""中国（大连）跨境电子商务综合试验区 is the name of a zone, whose plans the nation or its province issues."""
_LONGEST = 8
_SIGNS = (
    " 京北京 津天津 冀河北 晋山西 蒙内蒙古 辽辽宁 吉吉林 黑黑龙江 沪上海 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北 湘湖南 "
    "粤广东 桂广西 琼海南 渝重庆 川四川 黔贵州 贵贵州 滇云南 云云南 藏西藏 陕陕西 甘甘肃 青青海 宁宁夏 新新疆 "
)
"""The characters by which provinces are called in numbers of their documents, each before the name of its province."""
