"""Says in words how two spellings differ."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from audit.lang.romanization import Scheme, schemes_writing
from audit.lang.romanization.wade_giles import wade_giles
from audit.match.schemes import scheme
from audit.model.names import VariantKind
from audit.text.fold import squeeze


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
    return scheme(found, expected) or (
        f"two romanizations of one name ({_differing(found, expected)})"
    )


def _differing(found: str, expected: str) -> str:
    """The first stretch in which two strings differ, as "kh/h"; "–" stands for nothing."""
    for block in Levenshtein.opcodes(found, expected):
        if block.tag != "equal":
            one = found[block.src_start : block.src_end]
            other = expected[block.dest_start : block.dest_end]
            return f"{one or '–'}/{other or '–'}"
    return "–/–"
