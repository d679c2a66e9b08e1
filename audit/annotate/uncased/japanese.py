"""What proves a name in Japanese.

Foreign names are written in katakana, their parts tied by a middle dot, but so are loanwords: a
single run is a name only where an honorific, a title or the word for a kind of place follows it.
Japanese, Chinese and Korean persons are known by their family name before an honorific.
"""

import re

from audit.annotate.uncased.recurring import Proven
from audit.lang import data
from audit.lang.family_names import written_family
from audit.model.names import Kind
from audit.model.text import Document

_RUN = r"[ァ-ヺー]{2,}"
_TIED = re.compile(rf"(?<![ァ-ヺー]){_RUN}(?:[・＝=]{_RUN})+")
_SINGLE = re.compile(rf"(?<![ァ-ヺー・＝=]){_RUN}(?![ァ-ヺー・＝=])")
_HAN = re.compile(r"(?<![\u3400-\u9fff々])[\u3400-\u9fff々]{2,8}")
_AFTER_NAME = ("元", "前", "新", "副", "故")
"""What may stand between a name and its title: 岸田文雄元首相."""
_HONORIFICS = ("氏", "さん", "様", "君", "容疑者", "被告", "夫人", "先生")
_PLACES = (
    "市",
    "州",
    "県",
    "郡",
    "島",
    "諸島",
    "半島",
    "湖",
    "川",
    "山脈",
    "海峡",
    "空港",
    "地区",
    "町",
    "村",
)
"""The words for places that follow a name; others (国, 海, 通り) end loanwords as often."""
_KANJI = re.compile(r"[\u3400-\u9fff]")
_LONGEST_GIVEN = 3
_MOST_PARTS = 4
"""Parts of a tied name; more of them are a list."""


def japanese_names(document: Document) -> Proven:
    """The names in `document` that something proves, and their parts that are met alone."""
    titles = sorted(data("ja").titles_person, key=len, reverse=True)
    proven: dict[str, Kind] = {}
    for segment in document.segments:
        text = segment.text
        for found in _TIED.finditer(text):
            if found.group().count("・") < _MOST_PARTS:
                kind = _titled(text, found.end(), titles) or Kind.NAME
                _add(proven, found.group(), kind)
        for found in _SINGLE.finditer(text):
            if told := _titled(text, found.end(), titles) or _place(text, found.end()):
                _add(proven, found.group(), told)
        for found in _HAN.finditer(text):
            if name := _east_asian(found.group(), titles, text[found.end() : found.end() + 2]):
                _add(proven, name, Kind.PERSON)
    alone = {run for segment in document.segments for run in _SINGLE.findall(segment.text)}
    for name in [name for name in proven if "・" in name]:
        for part in name.split("・"):
            if part not in proven and part in alone:
                proven[part] = proven[name]
    return proven


def _titled(text: str, at: int, titles: list[str]) -> Kind | None:
    """What an honorific or title at `text[at:]` says: of whom, or only that there is a name.

    A title is also held by a country: ポーランド首相.
    """
    rest = text[at : at + 8]
    if rest.startswith(_HONORIFICS):
        return Kind.PERSON
    for prefix in ("", *_AFTER_NAME):
        if rest.startswith(tuple(prefix + title for title in titles)):
            return Kind.NAME
    return None


def _place(text: str, at: int) -> Kind | None:
    """Whether the word for a kind of place stands at `text[at:]` and is not part of another."""
    for word in _PLACES:
        if text.startswith(word, at) and not _KANJI.match(text, at + len(word)):
            return Kind.PLACE
    return None


def _east_asian(run: str, titles: list[str], following: str) -> str | None:
    """The person at the start of a run of Han: 岸田文雄首相 -> 岸田文雄, 岸田 before さん."""
    family = max(written_family(run, lang) for lang in ("ja", "zh"))
    if not family:
        return None
    if (
        following.startswith(("さん", "さま", "くん", "ちゃん"))
        and len(run) <= family + _LONGEST_GIVEN
    ):
        return run if len(run) >= 2 else None
    for size in range(family, min(len(run), family + _LONGEST_GIVEN) + 1):
        rest = run[size:]
        for prefix in ("", *_AFTER_NAME):
            if size >= 2 and any(rest == prefix + title for title in titles):
                return run[:size]
    return None


def _add(proven: dict[str, Kind], name: str, kind: Kind) -> None:
    """Note a name; a kind that something tells goes before one that nothing does."""
    if proven.get(name, Kind.NAME) is Kind.NAME:
        proven[name] = kind
