"""What became of a name of the source in the target text."""

from dataclasses import dataclass
from enum import StrEnum

from audit.model.place import Span


class Fate(StrEnum):
    """What became of a name on its way from the source to the target."""

    LEFT_OUT = "left-out"
    """The source has the name, the target has nothing that could render it."""
    REPLACED = "replaced"
    """The target has another name in its place."""
    PUT_IN = "put-in"
    """The target has a name that nothing in the source could be."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A name of the source that the target does not render, or one that the source does not have.

    `at` is where an editor should look: the name that stands there by mistake, the gap that a name
    left, or the whole passage. `source` is the name as the source writes it, empty for `PUT_IN`;
    `expected` the forms that would render it, the usual one first, empty where none is known;
    `because` the ground in words, `confidence` 0..1.
    """

    fate: Fate
    at: Span
    source: str
    expected: tuple[str, ...]
    because: str
    confidence: float
