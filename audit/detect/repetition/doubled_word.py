"""REP001 doubled-word: the same word twice in a row."""

from collections.abc import Iterator
from re import Match

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.repetition.lexicon import LANGUAGES, doubles
from audit.detect.repetition.words import words_of
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_LOOP = 4
"""From four times on a word is a loop, and REP002 speaks of it."""

_LATIN_ENDINGS = ("us", "is", "ii", "i", "um", "ensis", "a")


@segment_rule(
    id="REP001",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” stands {times} in a row",
    why="A doubled word is a slip of the decoder or of an edit; readers stumble over it.",
    languages=LANGUAGES,
    examples=(
        Bad("It was ⟦the the⟧ end of the war.", fixed="It was the end of the war."),
        Bad("⟦The the⟧ minister left.", fixed="The minister left."),
        Bad("They crossed the ⟦bridge bridge⟧ at dawn."),
        Bad("Er kam ⟦am am⟧ Montag.", lang="de", fixed="Er kam am Montag."),
        Bad("Він жив ⟦на на⟧ сході.", lang="uk", fixed="Він жив на сході."),
        Bad("On ⟦się się⟧ spóźnił.", lang="pl", fixed="On się spóźnił."),
        Good("He had had enough, and he said that that was all."),
        Good("Duran Duran played in Bora Bora and in New York, New York."),
        Good("They counted Passer domesticus domesticus and other birds."),
        Good("It was a very very long way. The. The end."),
        Good("Das ist die Frau, die die Tür öffnete.", lang="de"),
        Good("Nous nous levons, vous vous levez.", lang="fr"),
        Good("Setkal se se svým bratrem.", lang="cs"),
        Good("Он его его словами и ударил, чуть-чуть.", lang="ru"),
        Good("In 2022 2022 people came; row 5 5 5 is blank."),
    ),
)
def doubled_word(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report doubled words: surely where the word never doubles, as a question elsewhere."""
    words = words_of(segment.text)
    lists = doubles(segment.lang)
    at = 0
    while at + 1 < len(words):
        end = at + 1
        while end < len(words) and _same(segment.text, words[end - 1], words[end]):
            end += 1
        word = words[at][0].lower()
        meant = word in lists.meant or word in lists.cries or _is_species(words, at)
        if 1 < end - at < _LOOP and not meant:
            sure = word in lists.never
            yield Hit(
                document=document.id,
                at=segment.at(words[at].start(), words[end - 1].end()),
                values=(("word", words[at][0]), ("times", "twice" if end - at == 2 else "thrice")),
                fixes=(_fix(words[at][0], sure),),
                confidence=0.95 if sure else 0.7,
                finding_class=None if sure else FindingClass.QUERY,
            )
        at = end


def _same(text: str, first: Match[str], second: Match[str]) -> bool:
    """Whether two neighbours are one word doubled; two capitals are a name ("Duran Duran")."""
    if first[0].lower() != second[0].lower() or second[0][0].isupper():
        return False
    between = text[first.end() : second.start()]
    if not between or not between.isspace():
        return False
    return first[0] == second[0] or not text[: first.start()].strip(" \t\"'“”„«»‘’—–-")


def _is_species(words: list[Match[str]], at: int) -> bool:
    """Whether a doubled word is the name of a subspecies: "Gorilla gorilla gorilla"."""
    return at > 0 and words[at - 1][0][0].isupper() and words[at][0].endswith(_LATIN_ENDINGS)


def _fix(word: str, sure: bool) -> Fix:
    """Leave the word standing once."""
    return Fix(
        word,
        Applicability.SAFE if sure else Applicability.UNSAFE,
        "the word once" if sure else "the word once, unless it was doubled on purpose",
    )
