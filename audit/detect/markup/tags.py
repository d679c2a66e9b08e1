"""Tags of HTML and XML, and the numbered ones of translation tools, as they stand in a text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]{0,30}|\d{1,3})(?P<rest>(?:\s+[\w:.-]+=[^<>]*|\s*))(?P<self>/?)>"
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements of HTML that have no end (HTML Living Standard, 13.1.2)."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; `key` is its name with its kind: `<b>`, `</b>`, `<br/>`.

    A tag of the text is what stands at `start:end`. An `inline` tag of a bilingual file stands
    before the code point `at`, and `start:end` is the text to look at. A `free` one may cross
    others.
    """

    name: str
    key: str
    text: str
    start: int
    end: int
    at: int
    inline: bool = False
    free: bool = False


@lru_cache(256)
def tags(text: str) -> tuple[Tag, ...]:
    """The tags of a text, in order; `<3` and `a < b` are none."""
    if "<" not in text:
        return ()
    return tuple(_found(text))


def _found(text: str) -> Iterator[Tag]:
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        alone = bool(match["self"]) or match["rest"].endswith("/") or name in _VOID
        key = f"<{name}/>" if alone else f"<{match['close']}{name}>"
        yield Tag(name, key, match[0], *match.span(), at=match.start())


def surplus(one: Sequence[Tag], other: Sequence[Tag]) -> list[Tag]:
    """The tags of one text that the other does not have, the last of equal ones.

    The end of an inline tag goes with its beginning.
    """
    if not one:
        return []
    extra = Counter(tag.key for tag in one) - Counter(tag.key for tag in other)
    found = []
    for tag in reversed(one):
        if extra[tag.key] > 0:
            extra[tag.key] -= 1
            found.append(tag)
    begun = {tag.key for tag in found if tag.inline}
    return [tag for tag in reversed(found) if not (tag.inline and _beginning(tag.key) in begun)]


def _beginning(key: str) -> str:
    """The key of what a closing tag closes; empty for any other."""
    return f"<{key[2:]}" if key.startswith("</") else ""


def misnested(found: Sequence[Tag]) -> Tag | None:
    """The first tag that closes what is not the last one open; None where all is in order."""
    opened: list[str] = []
    free: list[str] = []
    for tag in found:
        if tag.key.endswith("/>"):
            continue
        stack = free if tag.free else opened
        if not tag.key.startswith("</"):
            stack.append(tag.name)
        elif tag.free and tag.name in free:
            free.remove(tag.name)
        elif not stack or stack.pop() != tag.name:
            return tag
    return None
