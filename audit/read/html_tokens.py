"""HTML as a flat run of tags and text with exact offsets, tokenized as browsers do.

The standard library's parser changed how it reads broken markup from release to release and knows
lines and columns only; this one follows the tokenizer of the WHATWG HTML standard (13.2.5) where
text can depend on it, takes time linear in the input and never fails.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from html.entities import html5

_OPENING = re.compile(r"<(?:(/?)([A-Za-z][^\t\n\f\r />]*)|(!--)|[!?/])")
"""What makes `<` the beginning of something; anywhere else it is text."""
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >]*+)))?"
)
_BETWEEN = "\t\n\f\r /"
"""What may stand between attributes, and behind the last one."""
_TAG_END = re.compile(r"[\t\n\f\r /]*+>")
_SHORT_COMMENT = re.compile(r"<!--(?:-)?>")
_COMMENT_END = re.compile(r"--!?>")
_RAW = ("iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp")
"""Elements in which nothing but their own end tag is markup; scripting counts as on."""
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW}
REFERENCE = re.compile(r"&(?:#[xX]([0-9A-Fa-f]++)|#([0-9]++)|([A-Za-z][A-Za-z0-9]{1,31}+));?")
"""A character reference, or what looks like one; the longest name of HTML has 32 letters."""
_MAX_DIGITS = 8
"""Digits beyond which a number is no code point, whatever it is."""


class TokenKind(StrEnum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    END = "end"
    RAW = "raw"
    """A whole raw element with its content; `start` and `end` enclose the content."""
    LOST = "lost"
    """Markup that the file never closes; all that follows it is taken for a part of it."""


@dataclass(slots=True)
class Token:
    """One token at `[start, end)`; `attributes` is their unparsed text, `name` in lower case.

    Not frozen: hundreds of thousands are made for a page, and none leaves the reader.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: str = ""

    @property
    def self_closing(self) -> bool:
        """Whether the tag ends in a slash."""
        return self.attributes.endswith("/")


def tokens(html: str) -> Iterator[Token]:
    """The tags and texts of `html` in order; comments, declarations and the like are left out.

    In a file that calls itself XML a tag that ends in a slash is followed by its end tag.
    """
    xml = html.startswith("<?xml")
    at = 0
    while opening := _OPENING.search(html, at):
        start, name = opening.start(), (opening[2] or "").lower()
        if at < start:
            yield Token(TokenKind.TEXT, at, start)
        if name:
            inside, at = _tag_end(html, opening.end())
        else:
            inside = at = _declaration_end(html, start, comment=bool(opening[3]))
        if inside < 0:
            yield Token(TokenKind.LOST, start, len(html), name)
            return
        if not name:
            continue
        kind = TokenKind.END if opening[1] else TokenKind.START
        tag = Token(kind, start, at, name, html[opening.end() : inside])
        if kind is TokenKind.END or name not in _RAW_END or (xml and tag.self_closing):
            yield tag
            if xml and tag.self_closing:
                yield Token(TokenKind.END, at, at, name)
            continue
        end = _RAW_END[name].search(html, at)
        yield Token(TokenKind.RAW, at, end.start() if end else len(html), name, tag.attributes)
        if not end:
            yield Token(TokenKind.LOST, start, len(html), name)
            return
        at = _tag_end(html, end.end())[1]
    if at < len(html):
        yield Token(TokenKind.TEXT, at, len(html))


def attributes_of(token: Token) -> Mapping[str, str]:
    """The attributes of a tag by name in lower case, values decoded; of two, the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(token.attributes.rstrip(_BETWEEN)):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), decoded(value))
    return found


def decoded(text: str) -> str:
    """`text` with its character references replaced."""
    if "&" not in text:
        return text
    parts: list[str] = []
    last = 0
    for match in REFERENCE.finditer(text):
        value, end = reference(match)
        parts += (text[last : match.start()], value)
        last = end
    return "".join((*parts, text[last:]))


def reference(match: re.Match[str]) -> tuple[str, int]:
    """The text that a match of `REFERENCE` stands for, and where it really ends.

    An ampersand that begins no reference stands for itself.
    """
    hexadecimal, number, name = match.groups()
    if name is None:
        digits = (hexadecimal or number).lstrip("0")
        sign = "x" if hexadecimal else ""
        value = "\ufffd" if len(digits) > _MAX_DIGITS else unescape(f"&#{sign}{digits or 0};")
        return value, match.end()
    if match[0].endswith(";") and f"{name};" in html5:
        return html5[f"{name};"], match.end()
    for size in range(len(name), 1, -1):
        if name[:size] in html5:  # old names stand without a semicolon too, as in "&ampA"
            return html5[name[:size]], match.start() + 1 + size
    return "&", match.start() + 1


def _declaration_end(html: str, start: int, *, comment: bool) -> int:
    """Where the comment, declaration or broken tag at `start` ends; -1 where it never does."""
    if comment:
        end = _SHORT_COMMENT.match(html, start) or _COMMENT_END.search(html, start + 4)
        return end.end() if end else -1
    return html.find(">", start + 2) + 1 or -1


def _tag_end(html: str, at: int) -> tuple[int, int]:
    """Where the attributes that begin at `at` end and where the tag does; -1 where it never does.

    A `>` within a quoted value does not end a tag.
    """
    end = html.find(">", at)
    if end >= 0 and '"' not in (inside := html[at:end]) and "'" not in inside:
        return end, end + 1
    while True:
        if end_match := _TAG_END.match(html, at):
            return end_match.end() - 1, end_match.end()
        attribute = _ATTRIBUTE.match(html, at)
        if not attribute:
            return -1, len(html)
        at = attribute.end()
