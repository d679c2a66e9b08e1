"""PUN005 doubled-mark: two marks where one can stand."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.punctuation.brands import EXCLAIMED
from audit.detect.scripts.plain_words import prose_only
from audit.lang.scripts import is_cyrillic, is_latin
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_DOUBLED = re.compile(
    r"(?<=[\w)\]”\"»%])(?:"
    r"(?P<comma>(?:, ?)+,|;,|,;|:,|,:|, ?[.](?![\d.])|;[.])"
    r"|(?P<end>[?!][.](?![.\w])|[?!],(?=\s))"
    r"|(?P<stop>(?<![.])[.](?: [.](?! ?[.\w])|[.](?! ?[.]|[\w/?!\\])))"
    r"|(?P<semi>;;|:: )"
    r"|(?P<dots>……+|[.]{6,}(?= ?\w))"
    r")"
    r"|(?<=[^.][.])(?P<quoted>[”\"»][.])(?![.\w])"
)
_PLACE = re.compile(r"[,;:?!.…”\"»](?=[ ,;:.…])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 24
_FIRST = {"comma": ",", "dots": "…"}


@document_rule(
    id="PUN005",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{marks}” are two marks for one",
    why="One mark divides or ends; a second is left over from the source or from an edit.",
    examples=(
        Bad("He came⟦,,⟧ saw and left⟦..⟧", fixed="He came, saw and left."),
        Bad("Will he come⟦?.⟧ Nobody knows⟦. .⟧", fixed="Will he come? Nobody knows."),
        Bad("“He left.⟦”.⟧ Then it rained.", fixed="“He left.” Then it rained."),
        Bad("Він прийшов⟦,,⟧ а потім пішов.", lang="uk", fixed="Він прийшов, а потім пішов."),
        Good("He waited... and waited. . . What?! No!!"),
        Good("It was Acme Inc., e.g., etc.; see ../folder and a::b."),
        Good("He saw ,,Dom'' and paid 1,.5"),
        Good("Er sagte: „Ich komme.“.", lang="xx"),
        Good("¡Vamos!, dijo. ¿Viene?, preguntó.", lang="es"),
        Good("He read Jeopardy!, oOh!, and Yahoo!, too."),
    ),
)
def doubled_mark(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs of marks of which one is too many."""
    if not (is_latin(document.lang) or is_cyrillic(document.lang)):
        return
    text = prose_only(document.text)
    for found in filter(None, (_DOUBLED.match(text, at.start()) for at in _PLACE.finditer(text))):
        kind, marks = found.lastgroup or "", found[0]
        if kind == "end" and _is_one(text, found.start(), marks, document.lang):
            continue
        right = _FIRST.get(kind, marks[0])
        if kind == "comma" and marks[-1] in ".:":
            right = marks[-1]
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("marks", marks),),
            fixes=(Fix(right, Applicability.UNSAFE, "one mark"),),
            confidence=0.9,
        )


def _is_one(text: str, at: int, marks: str, lang: str) -> bool:
    """Whether a loud mark before another belongs to a name, or a comma follows as in Spanish."""
    before = _LAST_WORD.search(text, max(0, at - _LONGEST_WORD), at)
    named = before is not None and before[0].lower() in EXCLAIMED
    return named or (marks[1] == "," and lang.partition("-")[0] == "es")
