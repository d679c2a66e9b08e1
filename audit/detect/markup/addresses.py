"""Addresses: URLs, e-mail addresses and the handles of social networks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_ANY = re.compile(r"://|www\.|@")
_ADDRESS = re.compile(
    r"(?P<url>(?:https?://|ftp://|www\.)[^\s<>\"“”«»()\[\]{}|、。，；（）「」\u3040-\u30ff\u4e00-\u9fff]+)"
    r"|(?P<mail>(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<handle>(?<![\w/.@])@[A-Za-z0-9_]{3,30}(?![\w@.]*@))"
)
_ENDS = ".,;:!?'’…*_"
_SCHEME = re.compile(r"^(?:https?|ftp)://")
_LANGUAGE = re.compile(r"(?<![a-z])[a-z]{2}(?:[-_][a-z]{2})?(?=[./]|$)")


@dataclass(frozen=True, slots=True)
class Address:
    """One address at `start:end`; `key` is what it leads to, `loose` that in any language."""

    kind: str
    key: str
    loose: str
    start: int
    end: int


@lru_cache(256)
def addresses(text: str) -> tuple[Address, ...]:
    """The addresses of a text, in order."""
    return tuple(_found(text)) if _ANY.search(text) else ()


def _found(text: str) -> Iterator[Address]:
    for match in _ADDRESS.finditer(text):
        written = match[0].rstrip(_ENDS)
        kind = match.lastgroup or ""
        key = _SCHEME.sub("", written.casefold()).removeprefix("www.").rstrip("/")
        if key:
            loose = _LANGUAGE.sub("", key) if kind == "url" else key
            yield Address(kind, key, loose, match.start(), match.start() + len(written))
