"""Makes characters visible that a reader cannot see and that can turn text around.

Feed text may hold bidi overrides, zero-width letters, control characters or half of a surrogate
pair. None of them reaches the page: each is replaced by a small mark that names it. The same
pattern and the same names are handed to the page's script, so both draw alike.
"""

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = (
    (0x0000, 0x0008), (0x000B, 0x000C), (0x000E, 0x001F),  # C0 without tab and line ends
    (0x007F, 0x009F),  # DEL and C1
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B), (0x200E, 0x200F),  # zero-width space, direction marks
    (0x2028, 0x202E),  # separators, embeddings, overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated controls
    (0xD800, 0xDFFF),  # half of a surrogate pair: cannot be written as UTF-8
    (0xFEFF, 0xFEFF),  # byte order mark inside the text
    (0xFFF9, 0xFFFB),  # interlinear annotation
)  # fmt: skip
"""Ranges of code points that are never shown as themselves (Unicode categories Cc, Cf, Cs, Zl, Zp;
variation selectors stay, emoji need them)."""

JOINERS = r"(?<![\u0590-{last}])[\u200c\u200d]"
"""ZWNJ and ZWJ after a letter of a script that has no use for them. After Arabic, Indic and other
letters from U+0590 on, and after emoji, they are ordinary spelling and stay."""

QUOTED = "(“[^“”]*”)"
"""What a message quotes, quotation marks included; messages of rules are written with these."""

SHORT = {
    0x00AD: "SHY", 0x061C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM",
    0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
    0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
}  # fmt: skip
"""Usual abbreviations (Unicode NamesList); any other is shown by number."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of plain text, or, where `name` is set, the label of one invisible character."""

    text: str
    name: str | None = None


def pattern(last: str = r"\u{10ffff}") -> str:
    """The invisible characters as a regular expression, by default as JavaScript reads it.

    `last` is how the language writes the last code point; the rest is common to both.
    """
    ranges = "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in INVISIBLE)
    return f"[{ranges}]|{JOINERS.replace('{last}', last)}"


_QUOTED = re.compile(QUOTED)
_PATTERN = re.compile(pattern(r"\U0010ffff"))


def short_name(code: int) -> str:
    """The label of an invisible character: "RLO", or "U+0007"."""
    return SHORT.get(code, f"U+{code:04X}")


def full_name(code: int) -> str:
    """Number and Unicode name of a character: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    name = unicodedata.name(chr(code), "")
    return f"U+{code:04X} {name}".strip()


def named() -> dict[str, tuple[str, str]]:
    """Label and full name of each abbreviated character, by the character itself."""
    return {chr(code): (short, full_name(code)) for code, short in SHORT.items()}


def reveal(text: str) -> tuple[Bit, ...]:
    """Cut `text` into plain runs and marks."""
    bits: list[Bit] = []
    at = 0
    for found in _PATTERN.finditer(text):
        if found.start() > at:
            bits.append(Bit(text[at : found.start()]))
        code = ord(found.group())
        bits.append(Bit(short_name(code), full_name(code)))
        at = found.end()
    if at < len(text):
        bits.append(Bit(text[at:]))
    return tuple(bits)


def sentence(text: str) -> tuple[tuple[bool, tuple[Bit, ...]], ...]:
    """Cut a sentence of ours into what it quotes between “ and ” (True) and the rest (False).

    What is quoted may run the other way; it must not turn the sentence around.
    """
    parts = (part for part in _QUOTED.split(text) if part)
    return tuple((part[0] == "“" and part[-1] == "”", reveal(part)) for part in parts)


def inert(text: str) -> str:
    """`text` with each invisible character spelled out, for attributes, titles and options."""
    return _PATTERN.sub(lambda found: f"⟨{short_name(ord(found.group()))}⟩", text)
