"""Which part of a person's name is the family's, and which the person's own.

Chinese, Korean, Vietnamese, Japanese and Hungarian names put the family first at home; what a
translation does with them differs by house and by name. Icelanders have no family name but a
patronymic; East Slavic names have one between the given and the family name.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from audit.lang.given import is_given_name
from audit.lang.language import entries
from audit.text.fold import bare


class Order(StrEnum):
    """How the parts of a name follow one another."""

    FAMILY_FIRST = "family-first"
    FAMILY_LAST = "family-last"
    PATRONYMIC_LAST = "patronymic-last"
    """Guðbjörg Bjarnadóttir: daughter of Bjarni; there is no family name."""
    PATRONYMIC_AMID = "patronymic-amid"
    """Vladimir Vladimirovich Sorokin."""


@dataclass(frozen=True, slots=True)
class NameOrder:
    """The order of a name's parts, and the languages its family name or ending is usual in.

    `family` and `patronymic` are indices into the parts; None where there is none.
    """

    order: Order
    langs: tuple[str, ...]
    family: int | None
    patronymic: int | None = None


def name_order(parts: tuple[str, ...]) -> NameOrder | None:
    """How the parts of a person's name follow one another; None where nothing is known of it.

    `parts` are the words of the name as written, particles left out, hyphens kept. A name is read
    family first where its first part is a family name of a people that writes so, and its last
    part is not; where both ends could be the family's, a known given name decides.
    """
    if len(parts) < 2:
        return None
    if found := _with_patronymic(parts):
        return found
    first, last = family_name_langs(parts[0]), family_name_langs(parts[-1])
    if first and last:
        first_given, last_given = is_given_name(parts[0]), is_given_name(parts[-1])
        if first_given == last_given:
            return None
        first, last = ((), last) if first_given else (first, ())
    if first:
        return NameOrder(Order.FAMILY_FIRST, first, 0)
    if last:
        return NameOrder(Order.FAMILY_LAST, last, len(parts) - 1)
    return None


def family_name_langs(word: str) -> tuple[str, ...]:
    """The languages in which `word` is a frequent family name of a people that puts it first."""
    return _families().get(bare(word), ())


def patronymic_langs(word: str) -> tuple[str, ...]:
    """The languages in which `word` says whose child a person is."""
    folded = word.casefold()
    return tuple(
        lang
        for lang, endings in _patronymics().items()
        if any(folded.endswith(end) and len(folded) > len(end) + 1 for end in endings)
    )


def written_family(text: str, lang: str) -> int:
    """How many characters of `text`, in its own script, are a family name; 0 for none.

    `text` begins with a name in the script of `lang` ("zh", "ko", "ja"); the longest entry counts.
    An everyday word that begins with the character of a family name has none (任命, to appoint).
    """
    if text[:2] in _words(lang):
        return 0
    known = _scripts().get(lang, frozenset())
    return next((size for size in (3, 2, 1) if text[:size] in known and len(text) >= size), 0)


def _with_patronymic(parts: tuple[str, ...]) -> NameOrder | None:
    if len(parts) == 3 and (langs := patronymic_langs(parts[1])) and "is" not in langs:
        return NameOrder(Order.PATRONYMIC_AMID, langs, 2, 1)
    if "is" in (langs := patronymic_langs(parts[-1])) and _icelandic(parts):
        return NameOrder(Order.PATRONYMIC_LAST, ("is",), None, len(parts) - 1)
    return None


def _icelandic(parts: tuple[str, ...]) -> bool:
    """Whether -son is a patronymic: -dóttir always is, but Jackson and Larsson look like one.

    The letters of Icelandic that its neighbours lack tell, or the genitive in -ar (Sigurðarson).
    """
    last = parts[-1].casefold()
    if re.search("d[óo]tt[iu]r$", last):
        return True
    letters = set("".join(parts).casefold())
    return not letters.isdisjoint("ðþæáíúý") or last.endswith("arson")


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files(__package__).joinpath("data", "name_order.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lang, table in _table().items():
        for name in dict.fromkeys(bare(one) for one in entries(table.get("family", ""))):
            found[name] = (*found.get(name, ()), lang)
    return found


@cache
def _patronymics() -> dict[str, tuple[str, ...]]:
    return {lang: entries(t["patronymic"]) for lang, t in _table().items() if "patronymic" in t}


@cache
def _words(lang: str) -> frozenset[str]:
    """Two-character words that begin like a family name."""
    return frozenset(entries(_table().get(lang, {}).get("words", "")))


@cache
def _scripts() -> dict[str, frozenset[str]]:
    """Family names in Han and Hangul by language; Japanese ones have several characters."""
    found = {"ja": frozenset(entries(_table()["ja"]["han"]))}
    for lang, key in (("zh", "han"), ("ko", "hangul")):
        found[lang] = frozenset("".join(_table()[lang][key].split()))
    return found
