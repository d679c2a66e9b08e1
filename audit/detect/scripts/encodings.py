"""Undoes text that was read in the wrong encoding, by doing the mistake backwards."""

import re
from functools import cache

_UNDEFINED_IN_1252 = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Browsers show these bytes as the control characters of Latin-1 (WHATWG Encoding Standard)."""


@cache
def table(codec: str) -> dict[str, int]:
    """The byte that each character of an 8-bit code page stands for."""
    found: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        try:
            char = bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            char = _UNDEFINED_IN_1252.get(byte, "")
        if char:
            found[char] = byte
    if codec == "cp1252":
        found |= {chr(byte): byte for byte in range(0x80, 0xA0)}  # read as Latin-1 proper
    return found


@cache
def utf8_sequences(codec: str) -> re.Pattern[str]:
    """Characters of a code page that are, byte by byte, whole UTF-8 sequences of 2 to 4 bytes."""
    bytes_of = table(codec)

    def chars(first: int, last: int) -> str:
        return "".join(re.escape(c) for c, b in sorted(bytes_of.items()) if first <= b <= last)

    rest = f"[{chars(0x80, 0xBF)}]"
    two = f"[{chars(0xC2, 0xDF)}]{rest}"
    three = f"[{chars(0xE0, 0xEF)}]{rest}{{2}}"
    four = f"[{chars(0xF0, 0xF4)}]{rest}{{3}}"
    return re.compile(f"(?:{four}|{three}|{two})+")


def as_utf8(text: str, codec: str) -> str | None:
    """What `text` was before its UTF-8 bytes were read as `codec`; None where it was not."""
    bytes_of = table(codec)
    try:
        return bytes(bytes_of[char] for char in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
