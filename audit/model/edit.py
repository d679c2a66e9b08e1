"""Changes to a document, on their way back into the file it was read from."""

from dataclasses import dataclass

from audit.model.place import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in place of `span` in the text of the document `document` (its id)."""

    document: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An edit that was not made, and why, in words that end a sentence."""

    edit: Edit
    because: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new bytes of a file, the edits that were made, in order of place, and the others."""

    data: bytes
    made: tuple[Edit, ...]
    refused: tuple[Refusal, ...]
