"""What a finder of names is."""

from collections.abc import Iterator
from typing import Protocol

from audit.model.names import Mention
from audit.model.text import Document


class MentionFinder(Protocol):
    """Finds names in segmented documents; holds no state from one document to the next."""

    @property
    def id(self) -> str:
        """Name and version of all that decides what is found; goes into the report's signature."""
        ...

    def knows(self, lang: str) -> bool:
        """Whether names are looked for in texts of the language `lang` (BCP 47)."""
        ...

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The names in `document`, whose language is known; same document, same names."""
        ...
