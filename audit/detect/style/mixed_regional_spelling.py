"""STY001 mixed-regional-spelling: two national spellings in one text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs
from audit.detect.quoted import is_quoted
from audit.detect.style.spellings import LANGUAGES, Spelling, standards
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document
from audit.text.words import words


@dataclass(frozen=True, slots=True)
class _Seen:
    """A telling word at its place."""

    span: Span
    text: str
    spelling: Spelling


@document_rule(
    id="STY001",
    since="0.1",
    mqm=MQM.INCONSISTENT_STYLE,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="“{word}” is {side} spelling, “{first}” in the same text is {other}",
    why="A text keeps to one standard; which one is a matter of the house.",
    languages=LANGUAGES,
    examples=(
        Bad(
            "The harbour was closed and its colour changed.\nThe ⟦center⟧ was empty.",
            fixed="The harbour was closed and its colour changed.\nThe centre was empty.",
        ),
        Bad("They organised a fair and ⟦recognized⟧ nobody."),
        Bad("Die Straße war gesperrt. ⟦Schliesslich⟧ kam Hilfe.", lang="de"),
        Bad("O prêmio foi entregue. A ⟦académica⟧ agradeceu.", lang="pt"),
        Good("The harbour was closed; the World Trade Center and the Department of Defense, too."),
        Good("“My favorite color is gray,” he wrote.\nThe colour of the harbour was grey."),
        Good("They organized a fair in the harbour and realized its value."),
        Good("Die Masse der Leute trank in Maßen.", lang="de"),
    ),
)
def mixed_regional_spelling(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report once a document and axis that both sides stand in it, at the first of the rarer."""
    known = standards(document.lang.partition("-")[0])
    if not _may_be_mixed(document.text, known.words):
        return
    seen = list(_seen(document))
    for number, sides in enumerate(known.axes):
        both = [
            [one for one in seen if (one.spelling.axis, one.spelling.side) == (number, side)]
            for side in (0, 1)
        ]
        if not all(both):
            continue
        usual, rare = sorted(both, key=lambda found: (-len(found), found[0].span))
        yield _hit(document, rare[0], usual[0], sides)


def _seen(document: Document) -> Iterator[_Seen]:
    """The telling words outside quotations and names."""
    spellings = standards(document.lang.partition("-")[0]).words
    nouns = document.lang.startswith("de")
    for segment in document.segments:
        if segment.lang.partition("-")[0] != document.lang.partition("-")[0]:
            continue
        for start, end in words(segment.text):
            word = segment.text[start:end]
            form = word if word in spellings else word.lower()
            if form not in spellings or (word != form and not (nouns and start == 0)):
                continue
            at = segment.at(start, end)
            if not is_quoted(document.text, at.start, at.end):
                yield _Seen(at, word, spellings[form])


def _may_be_mixed(text: str, spellings: Mapping[str, Spelling]) -> bool:
    """Whether words of both sides of an axis may stand in `text`; all are single runs of letters.

    A word ends at a footnote mark (“colour²”), a run does not, so such a text may be mixed.
    """
    runs, known = letter_runs(text), spellings.keys()
    told = [spellings[word] for word in (known & runs) | (known & set(map(str.lower, runs)))]
    sides = {(one.axis, one.side) for one in told}
    return len(sides) > len({axis for axis, _ in sides}) or not all(map(str.isalpha, runs))


def _hit(document: Document, rare: _Seen, usual: _Seen, sides: tuple[str, str]) -> Hit:
    other = rare.spelling.other
    fixes = (
        (Fix(other, Applicability.UNSAFE, "the spelling of the rest of the text"),) if other else ()
    )
    return Hit(
        document=document.id,
        at=rare.span,
        values=(
            ("word", rare.text),
            ("side", sides[rare.spelling.side]),
            ("first", usual.text),
            ("other", sides[usual.spelling.side]),
        ),
        related=(Related(document.id, usual.span, usual.text),),
        fixes=fixes,
        confidence=0.85,
    )
