"""Where the names that something proves stand in a document, evidence beside them or not."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from audit.model.names import Kind, Mention
from audit.model.text import Document
from audit.text import quotes

Proven: TypeAlias = Mapping[str, Kind]
"""The names that something in the document proves, with what it says of their kind."""

_KATAKANA = "ァ-ヺー"


def recurring(document: Document, proven: Proven) -> Iterator[Mention]:
    """Every place of every proven name, the longest first where several begin at one place.

    A name in katakana, Latin, Arabic letters or Hangul must stand as a whole run of its letters,
    Korean particles apart; one in Han characters is bounded by nothing.
    """
    if not proven:
        return
    longest_first = sorted(proven, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(_bounded(name) for name in longest_first))
    for segment in document.segments:
        for found in pattern.finditer(segment.text):
            start, end = found.span()
            yield Mention(
                document=document.id,
                span=segment.at(start, end),
                text=found.group(),
                kind=proven[found.group()],
                lang=document.lang,
                sentence_start=start == 0,
                quoted=quotes.after(segment.text[:start], inside=False),
            )


def _bounded(name: str) -> str:
    """The pattern of a name where it stands whole."""
    first, last = name[0], name[-1]
    before = f"(?<![{_KATAKANA}])" if re.match(f"[{_KATAKANA}]", first) else ""
    after = f"(?![{_KATAKANA}])" if re.match(f"[{_KATAKANA}]", last) else ""
    if "\u0600" <= first <= "\u06ff":
        before, after = r"(?<!\w)", r"(?!\w)"
    elif "\uac00" <= first <= "\ud7a3":
        before, after = r"(?<!\w)", ""
    return before + re.escape(name) + after
