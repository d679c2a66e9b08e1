"""Finds the names of ships, which stand behind the kind of ship: MV Olha, USS Mason."""

import re
from collections.abc import Iterator

from audit.model.names import Kind, Mention
from audit.model.place import Span
from audit.model.text import Document

_SHIP = re.compile(r"\b(?:MV|SS|USS|HMS) (\w+(?: [A-Z]\w+)?)")


class Ships:
    """Finds ships in English texts."""

    id = "ships-1"

    def knows(self, lang: str) -> bool:
        """English only."""
        return lang.partition("-")[0] == "en"

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The name of each ship, without the kind of ship."""
        for found in _SHIP.finditer(document.text):
            yield Mention(document.id, Span(*found.span(1)), found[1], Kind.NAME, document.lang)


def ships(model: str | None) -> Ships:
    """Make the finder; there is but one, so nothing may stand behind a colon."""
    if model:
        raise ValueError("ships has no models")
    return Ships()
