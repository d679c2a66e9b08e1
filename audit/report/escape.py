"""Text of strangers made fit for a terminal: what is shown cannot move, colour or reorder.

Feed text is hostile. A terminal obeys escape sequences in it, and bidirectional controls make one
line read as another ("Trojan Source", CVE-2021-42574).
"""

import re
import unicodedata

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement (ECMA-48, 5.4)
    # OSC, DCS, SOS, PM, APC; a payload ends where another could begin, which keeps this linear
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x1b\\|\x07|\x9c)"
    r"|\x1b[ -/]*[0-~]"  # the other escape sequences
)
"""Whole terminal sequences; what is left of a cut one loses its control characters below."""

_BLANK = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
"""What ends lines or moves to columns becomes one space, so that words stay apart."""

_JOINERS = "\u200c\u200d"
"""Zero-width joiners are letters' business in Persian, Indic scripts and emoji, and harmless."""

_UNJOINED_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Zs"})
"""Letters of the scripts that have case (Latin, Cyrillic, Greek …) never join by a joiner."""

_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
"""Controls, format characters (all bidirectional ones, tags, zero width) and lone surrogates."""


def printable(text: str) -> str:
    """`text` on one line, without terminal sequences, control, format and bidi characters."""
    if text.isascii() and text.isprintable():
        return text
    bare = _SEQUENCE.sub("", text).translate(_BLANK)
    return "".join(
        one
        for one in bare
        if one in _JOINERS or unicodedata.category(one) not in _DROPPED_CATEGORIES
    )


def revealed(text: str) -> str:
    """`text` on one line with what `printable` would take away named instead: `Ky<U+202E>iv`.

    For passages that a reader must see exactly, hidden characters included.
    """
    if text.isascii() and text.isprintable():
        return text
    flat = text.translate(_BLANK)
    return "".join(
        one if printable(one) and not _idle(one, before) else f"<U+{ord(one):04X}>"
        for before, one in zip(f" {flat}", flat, strict=False)
    )


def _idle(one: str, before: str) -> bool:
    """Whether `one` is a joiner that joins nothing: after a letter with case, or a blank."""
    return one in _JOINERS and unicodedata.category(before) in _UNJOINED_CATEGORIES
