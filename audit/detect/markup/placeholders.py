"""Placeholders: stretches of a text that a program fills or reads, in the usual syntaxes.

A placeholder has a key, the same on both sides of a sound translation. Sources of the syntaxes:
Python (PEP 3101; library reference, printf-style formatting), the printf family (ISO C 7.21.6.1
with the positions of POSIX), Apple's format specifiers, ICU MessageFormat, Ruby's format, the
templates of Mustache and Jinja, JavaScript template literals, HTML entities, emoji shortcodes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MARKS = re.compile(r"[{%$\\:&]")
"""Without one of these there is no placeholder."""

_PATTERN = re.compile(
    r"""
      (?P<twice>\{\{\s*+[^{}\s][^{}\n]{0,59}?\s*+\}\}|\{%[^{}\n]{1,80}?%\})      # {{x}}, {% x %}
    | (?P<dollar>[$\#]\{[^{}\n]{1,60}\})                                # ${x}, #{x}
    | (?P<brace>\{(?:[A-Za-z_][\w.\-]*|\d{1,2})?(?:\[[\w.]+\])?(?:![rsa])?
        (?::[^{}\s]{0,12})?\})                                          # {}, {name}, {0:.2f}
    | (?P<python>%\([A-Za-z_][\w.\-]*\)[-\#0+]*\d*(?:\.\d+)?[a-zA-Z])   # %(x)s
    | (?P<ruby>%[{<][A-Za-z_][\w.\-]*[}>][sdf]?)                        # %{x}
    | (?P<printf>(?<![\w%])%(?:\d+\$)?[-+\#0]*\d*(?:\.\d+)?
        (?:hh|h|ll|l|q|L|z|j|t)?[sdiufgxXcp@](?![A-Za-z%]))             # %s, %1$d, %.2f, %@
    | (?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});)
    | (?P<emoji>(?<![\w:]):[a-z][a-z0-9_+]{2,40}:(?![\w:]))             # :smile:
    | (?P<path>(?<!\w)[A-Za-z]:\\\S*)                                   # C:\new, no line break
    | (?P<escape>(?<!\\)\\(?:[nrt]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}))
    """,
    re.VERBOSE,
)

_ICU = re.compile(
    r"\{\s*([A-Za-z_]\w*|\d{1,2})\s*,\s*(plural|selectordinal|select|number|date|time)\b"
)
_BRANCH = re.compile(r"\s*(=\d+|\w+)\s*\{")
_DEEPEST = 8
"""Levels of braces that are followed; deeper ones are no message of anybody's."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder at `start:end`; `key` is what both sides must share."""

    key: str
    kind: str
    start: int
    end: int


@lru_cache(256)
def placeholders(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a text, in order; a message of ICU is one, with its branches inside."""
    if not _MARKS.search(text):
        return ()
    found: list[Placeholder] = []
    at = 0
    for message in _ICU.finditer(text):
        if message.start() < at:
            continue
        end = _closing(text, message.start())
        if end:
            found += _plain(text, at, message.start())
            found.append(_message(text, message, end))
            at = end
    found += _plain(text, at, len(text))
    return tuple(found)


def _plain(text: str, start: int, end: int) -> Iterator[Placeholder]:
    for match in _PATTERN.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind == "path":
            continue
        yield Placeholder(_key(match[0], kind), kind, *match.span())


def _key(written: str, kind: str) -> str:
    """A placeholder without what a translator may change: the blanks within double braces."""
    if kind == "twice":
        return "".join(written.split())
    return written


def _message(text: str, opening: re.Match[str], end: int) -> Placeholder:
    """A message of ICU. Which plural forms it has is a matter of language, what it selects is not.

    See Unicode CLDR, plural rules: Russian has four forms where English has two.
    """
    name, kind = opening[1], opening[2]
    key = f"{{{name}, {kind}}}"
    if kind == "select":
        branches = sorted(set(_branches(text, opening.end(), end)))
        key = f"{{{name}, select: {', '.join(branches)}}}"
    return Placeholder(key, "icu", opening.start(), end)


def _branches(text: str, start: int, end: int) -> Iterator[str]:
    """The selectors of a message."""
    at = start
    while found := _BRANCH.match(text, text.find(",", at) + 1 if at == start else at, end):
        yield found[1]
        at = _closing(text, found.end() - 1) or end


def _closing(text: str, start: int) -> int:
    """Behind the brace that closes the one at `start`; 0 where none does."""
    depth = 0
    for found in re.compile("[{}]").finditer(text, start):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
        if depth > _DEEPEST:
            return 0
    return 0
