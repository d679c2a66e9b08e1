"""Says in words how two spellings differ."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from audit.lang.romanization import Scheme, schemes_writing
from audit.lang.romanization.wade_giles import wade_giles
from audit.model.names import VariantKind
from audit.text.fold import roman, squeeze

# Letter groups that schemes write differently, each with who writes which. Longest first.
_SCHEMES: tuple[tuple[str, str, str], ...] = (
    ("shch", "sc", "BGN/PCGN writes щ as shch, ISO 9 as ŝ and some tables as sc"),
    ("kh", "h", "BGN/PCGN writes х as kh, ISO 9 and passport-like tables as h"),
    ("kh", "ch", "BGN/PCGN writes х as kh, German and Polish usage as ch"),
    ("zh", "z", "BGN/PCGN writes ж as zh, ISO 9 as ž"),
    ("zh", "j", "BGN/PCGN writes ж as zh, French usage as j"),
    ("ts", "c", "BGN/PCGN writes ц as ts, ISO 9 as c"),
    ("ts", "tz", "two usual ways to write ц"),
    ("ch", "c", "BGN/PCGN writes ч as ch, ISO 9 as č"),
    ("sh", "s", "BGN/PCGN writes ш as sh, ISO 9 as š"),
    ("ya", "ia", "BGN/PCGN writes я as ya, the passport and Ukrainian national tables as ia"),
    ("yu", "iu", "BGN/PCGN writes ю as yu, the passport and Ukrainian national tables as iu"),
    ("iy", "y", "BGN/PCGN writes -ий as -iy, press usage as -y"),
    ("yy", "y", "BGN/PCGN (1965) writes -ий as -yy, the press often as -y"),
    ("ye", "e", "BGN/PCGN writes е as ye at the start and after vowels, other tables as e"),
    ("yo", "e", "BGN/PCGN writes ё as yo, press usage as e"),
    ("w", "v", "German and Polish usage writes в as w, English tables as v"),
    ("h", "g", "г is h in Ukrainian and Belarusian names and g in Russian ones"),
    ("y", "i", "one table writes y where another writes i"),
    ("y", "j", "English tables write й as y, ISO 9 and German usage as j"),
    ("i", "j", "tables differ over i and j"),
    ("k", "c", "tables differ over k and c"),
    ("ks", "x", "tables differ over ks and x"),
    ("u", "ou", "English tables write у as u, French usage as ou"),
    ("f", "ph", "tables differ over f and ph"),
    ("t", "th", "tables differ over t and th"),
    ("q", "k", "romanizations of Arabic differ over q and k"),
)


def because(kind: VariantKind, found: str, expected: str) -> str:
    """One sentence on how `found` differs from `expected`."""
    match kind:
        case VariantKind.HYPHENATION:
            return _spacing(found, expected)
        case VariantKind.DIACRITICS:
            return f"the same letters with other marks ({_differing(found, expected)})"
        case VariantKind.NAME_ORDER:
            return "the same parts in another order"
        case VariantKind.INFLECTION:
            return "a case ending of the source language was left on the name"
        case VariantKind.MIXED_SCRIPT:
            return "the same name in two scripts; a reader takes them for two things"
        case VariantKind.EXONYM:
            return _chinese(found, expected) or "two established names of one thing"
        case VariantKind.ROMANIZATION:
            return _romanization(found, expected)
        case VariantKind.SPELLING:
            return f"two spellings of one name ({_differing(found, expected)})"


def by_schemes(found: str, expected: str, behind: Iterable[str], lang: str) -> str | None:
    """By which schemes a source word gives either of two spellings of one part of a name.

    `behind` are the nominatives that the source word in `lang` may stand for. None where no scheme
    of that language writes both of them so.
    """
    for word in sorted(behind):
        one, other = (schemes_writing(word, latin, lang) for latin in (found, expected))
        if one and other:
            return (
                f"{word.capitalize()} is {expected} by {_either(other)}, {found} by {_either(one)}"
            )
    return None


def _either(schemes: Sequence[Scheme]) -> str:
    return " or ".join(scheme.title for scheme in schemes[:SHOWN_SCHEMES])


SHOWN_SCHEMES = 2
"""Schemes that a reason names; more would bury it."""


def _spacing(found: str, expected: str) -> str:
    if found.casefold() == expected.casefold():
        return "the same letters with other capitals"
    if ("-" in found) != ("-" in expected):
        return "one is written with a hyphen, the other without"
    return "the same letters, joined and divided differently"


def _chinese(found: str, expected: str) -> str | None:
    """Which of two forms of a Chinese name is in Pinyin and which in Wade-Giles, if they are."""
    for pinyin, other in ((found, expected), (expected, found)):
        wade = wade_giles(pinyin)
        if wade != pinyin and squeeze(wade) == squeeze(other):
            return f"{pinyin} is Hanyu Pinyin, {other} Wade-Giles"
    return None


def _romanization(found: str, expected: str) -> str:
    if chinese := _chinese(found, expected):
        return chinese
    one, other = roman(found), roman(expected)
    for wide, narrow, reason in _SCHEMES:
        for a, b in ((wide, narrow), (narrow, wide)):
            if one != other and a in one and _swapped(one, other, a, b):
                return f"{a}/{b}: {reason}"
    return f"two romanizations of one name ({_differing(found, expected)})"


def _swapped(one: str, other: str, a: str, b: str) -> bool:
    """Whether writing `b` for one of the `a` in `one` brings it to `other`, or nearer to it."""
    apart = Levenshtein.distance(one, other)
    at = one.find(a)
    while at >= 0:
        if Levenshtein.distance(one[:at] + b + one[at + len(a) :], other) < apart:
            return True
        at = one.find(a, at + 1)
    return False


def _differing(found: str, expected: str) -> str:
    """The first stretch in which two strings differ, as "kh/h"; "–" stands for nothing."""
    for block in Levenshtein.opcodes(found, expected):
        if block.tag != "equal":
            one = found[block.src_start : block.src_end]
            other = expected[block.dest_start : block.dest_end]
            return f"{one or '–'}/{other or '–'}"
    return "–/–"
