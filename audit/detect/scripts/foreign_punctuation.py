"""SCR006 foreign-punctuation: marks of another script's typesetting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.detect.base import Bad, Good, segment_rule
from audit.detect.scripts.plain_words import words_only
from audit.lang import data
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment
from audit.text.scripts import script_of

_MARKS = {
    "、": ",",
    "。": ".",
    "，": ",",
    "．": ".",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "％": "%",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "｡": ".",
    "､": ",",
    "／": "/",
    "＆": "&",
}
_OPENING_QUOTES = "「『《〈｢＂"
_CLOSING_QUOTES = "」』》〉｣"
_LABELS = frozenset("《》〈〉")

_FOREIGN = re.compile(
    f"(?P<mark>[{''.join(_MARKS)}{_OPENING_QUOTES}{_CLOSING_QUOTES}])(?P=mark)*|[０-９Ａ-Ｚａ-ｚ]+"
)
_FULL_WIDTH = 0xFEE0
"""Distance of the full-width forms (U+FF01 to U+FF5E) from ASCII."""

_EAST = frozenset({"Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Arabic", "Syriac"})
_NEAR = 2
"""Characters to either side in which a letter of the mark's own script excuses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of SCR006."""

    labels: bool = False
    """Report 《》 and 〈〉, too. Human translators of shop pages keep these around labels in most
    places (docs/rules-measured.md)."""


@segment_rule(
    options=Options,
    id="SCR006",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{mark}” is a mark of another script",
    why="Full-width and Arabic marks come from the source's typesetting and look broken here.",
    examples=(
        Bad("He came⟦，⟧and left⟦。⟧", fixed="He came, and left."),
        Bad("The film ⟦「⟧Home⟦」⟧ opens in May.", fixed="The film “Home” opens in May."),
        Bad("In ⟦２０２３⟧ the fee was 3⟦％⟧.", fixed="In 2023 the fee was 3%."),
        Bad("Он приехал⟦、⟧и уехал.", lang="ru", fixed="Он приехал, и уехал."),
        Bad("Il est venu⟦،⟧ puis reparti.", lang="fr", fixed="Il est venu, puis reparti."),
        Bad("Well⟦、、、⟧ perhaps tomorrow."),
        Good("他来了，又走了。", lang="zh"),
        Good("《Summer menu》 Soup of the day"),
        Good("The phrase 他来了，又走了。 was painted on the wall."),
        Good("Good night (´・ω・`)。 (＾＾)！"),
    ),
)
def foreign_punctuation(document: Document, segment: Segment, options: Options) -> Iterator[Hit]:
    """Report East Asian and Arabic marks in text of Latin or Cyrillic letters."""
    text = segment.text
    if text.isascii() or not (is_latin(segment.lang) or is_cyrillic(segment.lang)):
        return
    for found in _FOREIGN.finditer(words_only(text)):
        if found["mark"] in _LABELS and not options.labels:
            continue
        if not _is_excused(text, *found.span()):
            yield Hit(
                document=document.id,
                at=segment.at(*found.span()),
                values=(("mark", found[0]),),
                fixes=(_fix(text, found, segment.lang),) if _is_single(found) else (),
                confidence=0.95,
            )


def _is_excused(text: str, start: int, end: int) -> bool:
    """Whether the mark belongs to foreign words or to a smiley rather than to the sentence."""
    around = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
    if any(script_of(char) in _EAST for char in around):
        return True
    return not any(char.isalnum() for char in around + text[start:end])


def _is_single(found: re.Match[str]) -> bool:
    """Whether a mark stands once; "、、、" is a pause that each language writes in its own way."""
    return found["mark"] is None or len(found[0]) == 1


def _fix(text: str, found: re.Match[str], lang: str) -> Fix:
    """The mark of this script; a blank is put where the wide mark brought its own."""
    mark, end = found[0], found.end()
    pairs = data(lang).quotes
    before = text[found.start() - 1] if found.start() else " "
    after = text[end] if end < len(text) else " "
    if mark in _OPENING_QUOTES or mark in _CLOSING_QUOTES:
        side = 0 if mark in _OPENING_QUOTES else 1
        right = pairs[0][side] if pairs else '"'
        return Fix(right, Applicability.UNSAFE, "the quotation mark of this language")
    if mark not in _MARKS:
        right = "".join(chr(ord(char) - _FULL_WIDTH) for char in mark)
        return Fix(right, Applicability.SAFE, "the same characters in normal width")
    right = _MARKS[mark]
    if right in ",.;:!?)]" and after.isalpha():
        right += " "
    elif right in "([" and before.isalnum():
        right = f" {right}"
    return Fix(right, Applicability.SAFE, "the same mark of this script")
