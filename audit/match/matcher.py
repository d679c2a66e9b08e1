"""Judges whether two names are one name respelled."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.match.schemes import scheme
from audit.model.names import Kind

BATCH = 4096
"""Pairs judged together: enough for speed, few enough for the processor's cache."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two names are one name respelled.

    `probability` is calibrated: of pairs that are given 0.8, four of five are one name, among pairs
    as hard as those that it was learned from. A `veto` says why the two are different names
    whatever their letters say; the probability is then 0.
    """

    first: str
    second: str
    kind: Kind
    probability: float
    veto: str | None = None

    @property
    def reason(self) -> str:
        """In words: the contradiction, or the schemes that the spellings come from."""
        if self.veto:
            return self.veto
        if self.first == self.second:
            return "the same name"
        return scheme(self.first, self.second) or "no table tells the two spellings apart"


def match(first: str, second: str, kind: Kind = Kind.NAME) -> Match:
    """Judge one pair; for more than one, `match_many` is many times faster."""
    return match_many([(first, second)], [kind])[0]


def match_many(pairs: Sequence[tuple[str, str]], kinds: Sequence[Kind]) -> list[Match]:
    """Judge pairs of whole names, each of a kind; the order in a pair does not matter.

    Names in other scripts than Latin are romanized first, without knowledge of the language. For
    `Kind.NAME` the less favourable of person and place counts.
    """
    from audit.match.judge import judge  # noqa: PLC0415 - loads numpy, which takes 0.1 s

    found: list[Match] = []
    for begin in range(0, len(pairs), BATCH):
        chunk, kind = pairs[begin : begin + BATCH], kinds[begin : begin + BATCH]
        chances, vetoes = judge([one for one, _ in chunk], [other for _, other in chunk], kind)
        found += [
            Match(one, other, kind_, chance, veto)
            for (one, other), kind_, chance, veto in zip(chunk, kind, chances, vetoes, strict=True)
        ]
    return found


def match_parts(pairs: Sequence[tuple[str, str]], kinds: Sequence[Kind]) -> list[Match]:
    """Judge pairs of single parts of names: a family name, a given name, the name of a place.

    Hyphens and spaces inside a part do not part it: Jae-in and Jaein are one part.
    """
    solid = [(_solid(one), _solid(other)) for one, other in pairs]
    return [
        Match(one, other, found.kind, found.probability, found.veto)
        for (one, other), found in zip(pairs, match_many(solid, kinds), strict=True)
    ]


def _solid(part: str) -> str:
    return "".join(char for char in part if char not in " -‐‑")
