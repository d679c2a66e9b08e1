"""Says in words how two spellings differ."""

from rapidfuzz.distance import Levenshtein

from audit.match.schemes import scheme
from audit.model.names import VariantKind


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
            return "two established names of one thing"
        case VariantKind.ROMANIZATION:
            return _romanization(found, expected)
        case VariantKind.SPELLING:
            return f"two spellings of one name ({_differing(found, expected)})"


def _spacing(found: str, expected: str) -> str:
    if found.casefold() == expected.casefold():
        return "the same letters with other capitals"
    if ("-" in found) != ("-" in expected):
        return "one is written with a hyphen, the other without"
    return "the same letters, joined and divided differently"


def _romanization(found: str, expected: str) -> str:
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
