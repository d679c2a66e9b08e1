"""UNT001 foreign-sentence: a sentence in another language than the document."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.prose import BODY
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment
from audit.text.quotes import after as quoted_after

_FEWEST_LETTERS = 20
_MOST_CAPITALS = 0.5
"""Share of words with a capital from which on a sentence may be a title or a list of names."""

_MOST_FOREIGN = 0.3
"""Share of foreign segments from which on the document is in two languages on purpose."""

_QUOTES = "\"'“”„«»‘’「『"


@document_rule(
    id="UNT001",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="this sentence is in another language ({language})",
    why="The sentence was passed over and stands as it stood in the source.",
    examples=(
        Bad(
            "The mayor left the town on Monday. He took the train to the coast.\n"
            "⟦Der Bürgermeister hat die Stadt am Montag verlassen und kommt nicht wieder.⟧\n"
            "Nobody in the town hall knows why he did so."
        ),
        Bad(
            "Мэр уехал из города в понедельник. Он сел на поезд.\n"
            "⟦The mayor left the town on Monday and nobody knows why he did so.⟧\n"
            "Никто в мэрии не знает почему.",
            lang="ru",
        ),
        Good(
            "The mayor left the town on Monday.\n"
            "“Der Bürgermeister hat die Stadt am Montag verlassen”, the paper wrote.\n"
            "Nobody knows why."
        ),
        Good("He saw Die Frau ohne Schatten, La Traviata and Le nozze di Figaro in Vienna."),
        Good(
            "The mayor left the town on Monday.\n"
            "Der Bürgermeister hat die Stadt am Montag verlassen."
        ),
    ),
)
def foreign_sentence(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report segments that another language is surely told of, quotations and titles left out."""
    foreign = [segment for segment in document.segments if segment.lang != document.lang]
    if not foreign or len(foreign) > _MOST_FOREIGN * len(document.segments):
        return
    for segment in foreign:
        if _is_prose(segment) and not _is_quoted(document, segment):
            yield Hit(
                document=document.id,
                at=segment.span,
                values=(("language", segment.lang),),
                confidence=0.92,
            )


def _is_prose(segment: Segment) -> bool:
    """Whether a segment is a sentence with the small words of its language."""
    if segment.kind not in BODY or sum(map(str.isalpha, segment.text)) < _FEWEST_LETTERS:
        return False
    words = [word for word in segment.text.split() if word[:1].isalpha()]
    known = data(segment.lang)
    if not known.has_case:
        return True
    capitals = sum(word[0].isupper() for word in words)
    small = sum(word.lower().strip(".,:;!?") in known.function_words for word in words)
    return capitals <= _MOST_CAPITALS * len(words) and (not known.function_words or small >= 2)


def _is_quoted(document: Document, segment: Segment) -> bool:
    """Whether a segment holds or stands within quotation marks or brackets."""
    if any(mark in segment.text for mark in '"“”„«»「『('):
        return True
    line = document.text[: segment.span.start].rpartition("\n")[2]
    return quoted_after(line, inside=False) or segment.text[:1] in _QUOTES
