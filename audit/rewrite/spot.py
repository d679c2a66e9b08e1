"""Where an edit meets its file, and what a syntax makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from audit.model.place import Span, Syntax


class RefusedError(ValueError):
    """An edit that cannot be written; its text is the reason, in words that end a sentence."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Put `text` in place of `at`, code points of the decoded file."""

    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one edit: `text` is to stand at `at` in `file`, written in its syntax.

    `unit` is where the text of the unit that holds the place stands: a cell, a target; None for
    files without units.
    """

    file: str
    at: Span
    text: str
    syntax: Syntax
    encoding: str
    unit: Span | None = None

    @property
    def raw(self) -> str:
        """What stands at the place now."""
        return self.file[self.at.start : self.at.end]

    def encodable(self, char: str) -> bool:
        """Whether the encoding of the file has a character."""
        try:
            char.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def check(self, written: str) -> None:
        """Raise `RefusedError` where the encoding lacks a character of what is to be written."""
        missing = next((char for char in written if not self.encodable(char)), None)
        if missing is not None:
            reason = f"the encoding {self.encoding} has no {missing} (U+{ord(missing):04X})"
            raise RefusedError(reason)

    def checked(self, written: str) -> list[Patch]:
        """The patch that puts `written` here; refused where the encoding lacks a character."""
        self.check(written)
        return [Patch(self.at, written)]


Writer = Callable[[Spot], list[Patch]]
"""Makes the patches of one edit; raises `RefusedError`."""

CROSSES_MARKUP = "it would run over markup"
"""The reason for refusing an edit that holds more than text."""
LEAVES_UNIT = "it would run over the end of a text in the file"
"""The reason for refusing an edit that is not within one string, cell or unit."""
