"""What proves a name in Chinese.

Foreign names are written with a few hundred characters that carry their sound, their parts tied by
a middle dot. Chinese and Korean persons are known by their family name beside a title. Where a name
ends is the hard question: a mark, a title, a gloss or another place in the document must tell.
"""

import re
from collections import Counter

from audit.annotate.uncased.recurring import Proven
from audit.lang import data
from audit.lang.family_names import written_family
from audit.lang.transcription import transcription
from audit.model.names import Kind
from audit.model.text import Document

_SURE, _EVERYDAY = transcription().sure, transcription().everyday
_SOUND = f"[{''.join(sorted(_SURE | _EVERYDAY))}]"
_DOT = "[·•‧・]"
_TIED = re.compile(rf"{_SOUND}{{1,7}}(?: ?{_DOT} ?{_SOUND}{{1,7}})+")
_RUN = re.compile(rf"{_SOUND}{{2,8}}")
_GLOSS = re.compile(r" ?[（(] ?[A-Z][^\W\d_]*[a-z]")
"""A name in Latin letters in brackets."""
_SAYS = (
    "表示",
    "指出",
    "认为",
    "認為",
    "强调",
    "強調",
    "宣布",
    "透露",
    "告诉",
    "告訴",
    "称",
    "說",
    "说",
)
_HONORIFICS = ("先生", "女士", "小姐", "夫人", "太太")
_OPENS = frozenset(
    "的在对對和与與从從向由被把将將给給是及或而但令使据據跟同为為就后後时時前人国國市州省队隊员員手"
)
"""Characters before a single foreign name that are words of the sentence or end one."""
_DAYS = (
    "当日",
    "當日",
    "周日",
    "週日",
    "昨日",
    "今日",
    "近日",
    "明日",
    "同日",
    "次日",
    "翌日",
    "每日",
)
_MASK = "\uffff"
_HAN = re.compile(r"[\u3400-\u9fff]")
_PEOPLES = (
    "人",
    "语",
    "語",
    "国",
    "國",
    "市",
    "州",
    "省",
    "县",
    "縣",
    "队",
    "隊",
    "岛",
    "島",
    "湖",
    "河",
)


def chinese_names(document: Document) -> Proven:
    """The names in `document` that something proves."""
    text = "\n".join(segment.text for segment in document.segments)
    titles = sorted(data("zh").titles_person, key=len, reverse=True)
    proven = _foreign(text, titles)
    for name in _native(text, titles):
        proven.setdefault(name, Kind.PERSON)
    return proven


def _foreign(text: str, titles: list[str]) -> dict[str, Kind]:
    """Names written by their sound."""
    sure: dict[str, Kind] = {}
    open_ended: list[str] = []
    masked = _masked(text, titles)
    for found in _TIED.finditer(masked):
        name = found.group()
        kind = _titled(text, found.end(), titles)
        _collect(name, kind or Kind.NAME, _ends(text, found.end(), titles), sure, open_ended)
    for found in _RUN.finditer(masked):
        name, before = found.group(), masked[found.start() - 1 : found.start()]
        if _tied_to(text, found.start(), found.end()) or not _opens(before):
            continue
        glossed = bool(_GLOSS.match(text, found.end()))
        titled = _titled(text, found.end(), titles) or _title_before(text, found.start(), titles)
        says = text.startswith(_SAYS, found.end()) and len(name) > 2
        if (glossed or titled or says) and _sounds_foreign(name):
            _collect(name, titled or Kind.NAME, _ends(text, found.end(), titles), sure, open_ended)
    for name in open_ended:
        _settle(name, sure)
    _add_parts(text, sure)
    return sure


def _masked(text: str, titles: list[str]) -> str:
    """`text` with titles, days and verbs of speech blotted out: the 理 of 总理 begins no name."""
    words = sorted(
        {*titles, *_SAYS, *_DAYS, *data("zh").function_words}, key=lambda one: (-len(one), one)
    )
    pattern = re.compile("|".join(re.escape(word) for word in words if len(word) > 1))
    return pattern.sub(lambda found: _MASK * len(found.group()), text)


def _opens(before: str) -> bool:
    """Whether a name can begin behind the character `before`."""
    return not before or not _HAN.match(before) or before in _OPENS


def _collect(
    name: str, kind: Kind, ends: bool, sure: dict[str, Kind], open_ended: list[str]
) -> None:
    """Note a name whose end is known as sure; one that may have swallowed a word as open-ended."""
    if ends or name[-1] in _SURE:
        if sure.get(name, Kind.NAME) is Kind.NAME:
            sure[name] = kind
    else:
        open_ended.append(name)


def _settle(name: str, sure: dict[str, Kind]) -> None:
    """Leave a name whose last characters may be words of the sentence to what is known elsewhere.

    Where nothing is, and only one everyday character ends it, the name stays silent.
    """
    shorter = name
    while shorter and shorter[-1] in _EVERYDAY:
        shorter = shorter[:-1]
        if shorter in sure:
            return


def _sounds_foreign(name: str) -> bool:
    """Whether most characters of a run are hardly met outside names, its edges among them."""
    return sum(char in _SURE for char in name) * 2 > len(name) and name[0] in _SURE


def _ends(text: str, at: int, titles: list[str]) -> bool:
    """Whether something at `text[at:]` shows that a name ends there."""
    if at >= len(text) or not _HAN.match(text[at]):
        return True
    return bool(_titled(text, at, titles)) or text.startswith(_SAYS, at)


def _tied_to(text: str, start: int, end: int) -> bool:
    return bool(re.match(_DOT, text[end : end + 1]) or re.match(_DOT, text[start - 1 : start]))


def _titled(text: str, at: int, titles: list[str]) -> Kind | None:
    """What a title behind a name says; one of an office may also be a country's: 俄罗斯总统."""
    rest = text[at : at + 8]
    if rest.startswith(_HONORIFICS):
        return Kind.PERSON
    return Kind.NAME if rest.startswith(tuple(titles)) else None


def _title_before(text: str, at: int, titles: list[str]) -> Kind | None:
    return Kind.PERSON if text[max(0, at - 8) : at].endswith(tuple(titles)) else None


def _add_parts(text: str, sure: dict[str, Kind]) -> None:
    """The last part of a tied name, where it is met alone: 约翰逊 of 鲍里斯·约翰逊."""
    for name in [name for name in sure if re.search(_DOT, name)]:
        last = re.split(_DOT, name)[-1].strip()
        if len(last) >= 2 and last not in sure and _sounds_foreign(last):
            alone = re.compile(rf"(?<![·•‧・ ]){re.escape(last)}(?!{_SOUND}|{'|'.join(_PEOPLES)})")
            if alone.search(text):
                sure[last] = sure[name]


def _native(text: str, titles: list[str]) -> set[str]:
    """Chinese and Korean persons: family name and one or two characters beside a title."""
    beside = "|".join(map(re.escape, titles))
    found = set[str]()
    for title in re.finditer(rf"(?:{beside})(?=[\u3400-\u9fff]{{2}})", text):
        rest = text[title.end() : title.end() + 4]
        if written_family(rest, "zh") and (name := _given_end(text, rest)):
            found.add(name)
    for match in re.finditer(rf"(?<![\u3400-\u9fff])([\u3400-\u9fff]{{2,3}})(?:{beside})", text):
        if written_family(match[1], "zh") and text.count(match[1]) > 1:
            found.add(match[1])
    return found


def _given_end(text: str, rest: str) -> str | None:
    """Where a native name ends: at a mark, or where the document always goes on the same way."""
    two, three = rest[:2], rest[:3]
    counts = Counter({two: text.count(two), three: text.count(three)})
    if len(three) == 3 and _HAN.match(three[2]) and counts[three] > 1:
        return three if counts[three] == counts[two] else two
    if len(rest) > 2 and not _HAN.match(rest[2]):
        return two
    if len(rest) > 3 and (not _HAN.match(rest[3]) or text.startswith(_SAYS, text.find(three) + 3)):
        return three
    return None
