"""PUN011 missing-inverted-mark: a Spanish question or exclamation without its opening mark."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.scripts.plain_words import words_only
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_OPENING = {"?": "¿", "!": "¡"}


@segment_rule(
    id="PUN011",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{mark}” has no “{opening}” before it",
    why="Spanish opens a question and an exclamation with an inverted mark.",
    languages=frozenset({"es"}),
    references=("Ortografía de la lengua española (2010), III.3.4.9",),
    examples=(
        Bad("Cuándo viene el alcalde⟦?⟧", lang="es"),
        Bad("Viene el alcalde⟦!⟧ Nadie lo sabía.", lang="es"),
        Good("¿Cuándo viene el alcalde? ¡Ahora!", lang="es"),
        Good("Pero ¿cuándo viene?, preguntó.", lang="es"),
        Good("Lo vio en Yahoo! y en example.org/?q=1.", lang="es"),
        Good("Jeopardy! volvió (?) en 1990.", lang="es"),
    ),
)
def missing_inverted_mark(
    document: Document,
    segment: Segment,
    options: NoOptions,  # noqa: ARG001
) -> Iterator[Hit]:
    """Report the first closing mark of a sentence whose opening mark is nowhere before it."""
    text = segment.text
    if "?" not in text and "!" not in text:
        return
    before = document.text[: segment.span.start].rpartition("\n")[2]
    text = words_only(text)
    for closing, opening in _OPENING.items():
        at = text.rstrip("\"'”») ").rfind(closing)
        if at < 1 or at + 1 < len(text.rstrip("\"'”») !?")) or not text[at - 1].isalpha():
            continue
        if any(mark in text[:at] for mark in "¿¡") or before.count(opening) > before.count(closing):
            continue
        if len(text[:at].split()) < 2:
            continue
        yield Hit(
            document=document.id,
            at=segment.at(at, at + 1),
            values=(("mark", closing), ("opening", opening)),
            confidence=0.9,
        )
        return
