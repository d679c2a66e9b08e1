"""SCR007 invisible-character: a character without a shape inside a word."""

import re
import unicodedata
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿͰ-ϿЀ-ԯ"
_WORD = re.compile(f"(?<![{_LETTER}])[{_LETTER}]+(?:[{_HIDDEN}]+[{_LETTER}]+)+")
_ANY = re.compile(f"[{_HIDDEN}]")
_SOFT_HYPHEN = "\u00ad"
_BLANKS = frozenset("\u200b\u2060\ufeff")
"""Characters that may stand where a blank was lost: only a person can tell."""


@segment_rule(
    id="SCR007",
    since="0.1",
    mqm=MQM.CHARACTER_ENCODING,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.ERROR,
    says="“{word}” holds an invisible character: {characters}",
    why="Nobody sees the character, but search, links and spell checkers stumble over it.",
    examples=(
        Bad("The mayor of ⟦Od\u200besa⟧ spoke.", fixed="The mayor of Odesa spoke."),
        Bad("Сказал ⟦Пе\u200dтров⟧ вчера.", lang="ru", fixed="Сказал Петров вчера."),
        Bad("Der ⟦Bun\u00addes\u00adtag⟧ tagt.", lang="de", fixed="Der Bundestag tagt."),
        Good("He sent a 👩\u200d👩\u200d👧 and went home.\u200b"),
        Good("می\u200cخواهم بروم.", lang="fa"),
        Good("The words \u200eKyiv\u200e and \u2066Odesa\u2069 stand apart."),
    ),
)
def invisible_character(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words that an invisible character cuts; a soft hyphen is worth knowing, no more."""
    text = segment.text
    if text.isascii() or not (is_latin(segment.lang) or is_cyrillic(segment.lang)):
        return
    if not _ANY.search(text):
        return
    for found in _WORD.finditer(text):
        hidden = dict.fromkeys(_ANY.findall(found[0]))
        soft = set(hidden) == {_SOFT_HYPHEN}
        unsure = bool(_BLANKS & set(hidden))
        yield Hit(
            document=document.id,
            at=segment.at(*found.span()),
            values=(
                ("word", _ANY.sub("", found[0])),
                ("characters", ", ".join(_named(char) for char in hidden)),
            ),
            fixes=(
                Fix(
                    _ANY.sub("", found[0]),
                    Applicability.UNSAFE if unsure else Applicability.SAFE,
                    "the same word without the invisible character",
                ),
            ),
            confidence=0.95,
            finding_class=FindingClass.INFO if soft else None,
        )


def _named(char: str) -> str:
    """A character by its code point and Unicode name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed').lower()}"
