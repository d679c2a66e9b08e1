"""SCR004 replacement-character: a sign that stands for a character that was lost."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.scripts.plain_words import words_only
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_LOST = re.compile(
    r"(?<![^\W\d_])[^\W\d_]*+(?:\ufffd++[^\W\d_]*+)+"  # U+FFFD in its word
    r"|</?(?:unk|s|pad)>|\[UNK\]|@-@"  # what tokenizers of translation systems leave
    r"|\u2047+"  # "⁇", the unknown piece of SentencePiece
    r"|(?<=\w)\?{2,}(?=[a-zа-яёіїєґß-ÿ])"  # letters that an 8-bit code page could not hold
    r"|(?<![?!\w])\?{3,}(?: \?{3,})+(?![?!\w])"  # whole words of them
)

_SIGNS = ("\ufffd", "<", "[UNK]", "@-@", "\u2047", "??")


@document_rule(
    id="SCR004",
    since="0.1",
    mqm=MQM.CHARACTER_ENCODING,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{text}”: a character was lost here",
    why="A character could not be read or produced; what stood here must be looked up.",
    examples=(
        Bad("The mayor of ⟦M�nchen⟧ spoke."),
        Bad("The mayor of ⟦<unk>⟧ spoke, then ⟦⁇⟧ followed."),
        Bad("Deputy Abra⟦??⟧mov was silent."),
        Bad("He wrote ⟦????? ??????⟧ on the wall."),
        Good("Really?? What??? Nobody knows ???"),
        Good("What??No! He left."),
        Good("See example.org/?a=1&b=??x for the list."),
    ),
)
def replacement_character(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report replacement characters, unknown-token signs and question marks inside words.

    Looks at the document, for question marks in the place of letters end no sentence.
    """
    text = document.text
    if not any(sign in text for sign in _SIGNS):
        return
    for found in _LOST.finditer(words_only(text)):
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("text", found[0]),),
            confidence=0.95,
        )
