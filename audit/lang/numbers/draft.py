"""A number that is being read, and the text it is read from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from audit.lang.numbers.fold import fold
from audit.lang.numbers.quantity import Kind, Quantity, Written
from audit.lang.numbers.vocabulary import Vocabulary


@dataclass(slots=True)
class Draft:
    """A `Quantity` to be; `factor` is what its scale word multiplied it by."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    unit: str = ""
    written: Written = Written.DIGITS
    parts: tuple[Fraction, ...] = ()
    named: bool = False
    factor: Fraction = Fraction(1)

    def done(self) -> Quantity:
        """The finished value, each reading once."""
        values = tuple(dict.fromkeys(self.values))
        return Quantity(
            *(self.start, self.end, values, self.kind, self.unit, self.written),
            *(self.parts, self.named),
        )


@dataclass(slots=True)
class Reading:
    """A text under reading: what was found, and which characters belong to something already."""

    raw: str
    known: Vocabulary
    text: str = ""
    found: list[Draft] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.text = fold(self.raw)
        self.taken = bytearray(len(self.text))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has been read at `start..end` yet."""
        return not any(self.taken[start:end])

    def take(self, start: int, end: int) -> None:
        """Let nothing else be read at `start..end`."""
        self.taken[start:end] = b"\1" * (end - start)

    def add(self, *drafts: Draft) -> None:
        """Keep what was read, and its place."""
        for draft in drafts:
            self.found.append(draft)
            self.take(draft.start, draft.end)

    def open_matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of `pattern` where nothing has been read yet."""
        return (m for m in pattern.finditer(self.text) if self.free(*m.span()))


def alternatives(phrases: Iterable[str], unspaced: bool = False) -> str:
    """A pattern for any of `phrases`, the longest first, that ends where a word ends.

    In languages without blanks only Latin phrases need an end.
    """
    inner = r"(?![a-z])" if unspaced else r"(?!\w)"
    rows = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(
        re.escape(row)
        + (inner if row[-1].isalpha() and (not unspaced or row[-1] < "\u2e80") else "")
        for row in rows
    )
