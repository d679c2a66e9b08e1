"""REP001 doubled-word: the same word twice in a row."""

import re
from collections.abc import Iterator
from operator import eq
from re import Match

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.repetition.lexicon import LANGUAGES, doubles
from audit.detect.repetition.words import small_words_of, words_of
from audit.detect.sources import doubles_a_word, source_of
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
        Good("She wanted a coffee coffee then.", source=("Вона хотіла кави кави.", "uk")),
        Good("He had had enough, and he said that that was all."),
        Good("Duran Duran played in Bora Bora and in New York, New York."),
        Good("They counted Passer domesticus domesticus and other birds."),
        Good("It was a very very long way. The. The end."),
        Good("Das ist die Frau, die die Tür öffnete.", lang="de"),
        Good("Nous nous levons, vous vous levez.", lang="fr"),
        Good("Setkal se se svým bratrem.", lang="cs"),
        Good("Он его его словами и ударил, чуть-чуть.", lang="ru"),
        Good("In 2022 2022 people came; row 5 5 5 is blank."),
        Bad("They went to ⟦Spain Spain⟧."),
        Bad("He left on July ⟦13 13⟧."),
        Good("They went to Bora Bora. The pair lives in Wagga Wagga."),
    ),
)
def doubled_word(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report doubled words: surely where the word never doubles, as a question elsewhere."""
    folded = small_words_of(segment.text)
    if any(map(eq, folded, folded[1:])):
        yield from _in_the_midst(document, segment, words_of(segment.text), folded)
    if _may_end_doubled(segment.text):
        yield from _at_end(document, segment, words_of(segment.text))


def _in_the_midst(
    document: Document, segment: Segment, words: list[Match[str]], folded: list[str]
) -> Iterator[Hit]:
    """Report doubled words before others; `folded` are the words in small letters."""
    lists = doubles(segment.lang)
    at = 0
    while at + 1 < len(words):
        word, end = folded[at], at + 1
        while (
            end < len(words)
            and folded[end] == word
            and _same(segment.text, words[end - 1], words[end])
        ):
            end += 1
        if end - at == 1:
            at = end
            continue
        meant = word in lists.meant or word in lists.cries or _is_species(words, at)
        here = segment.at(words[at].start(), words[end - 1].end())
        sure = word in lists.never
        meant = meant or (not sure and doubles_a_word(source_of(document, here)))
        if end - at < _LOOP and not meant:
            yield Hit(
                document=document.id,
                at=here,
                values=(("word", words[at][0]), ("times", "twice" if end - at == 2 else "thrice")),
                fixes=(_fix(words[at][0], sure),),
                confidence=0.95 if sure else 0.7,
                finding_class=None if sure else FindingClass.QUERY,
            )
        at = end


def _may_end_doubled(text: str) -> bool:
    """Whether what stands before the last blank ends in what is behind it but for a mark or two."""
    *before, last = text.rsplit(" ", 2)
    return bool(before) and before[-1].endswith((last[:-1], last[:-2]))


def _at_end(document: Document, segment: Segment, words: list[Match[str]]) -> Iterator[Hit]:
    """Report a doubled last word that was let pass above."""
    found = _doubled_end(segment.text, words, doubles(segment.lang).cries)
    if found is None:
        return
    word = found["word"]
    lists = doubles(segment.lang)
    told = word[0].islower() and word.isalpha() and word not in lists.meant
    if told or (word[0].islower() and _is_species(words, len(words) - 2)):
        return
    yield Hit(
        document=document.id,
        at=segment.at(*found.span()),
        values=(("word", word), ("times", "twice")),
        fixes=(_fix(word, False),),
        confidence=0.75,
        finding_class=FindingClass.QUERY,
    )


_END = re.compile(r"(?<![\w/-])(?P<word>[\w/'’-]{2,40}) (?P=word)(?=[.!?][\"”»']?$|[\"”»)][.!?]$)")
"""A word, or number, that stands twice at the end of a sentence."""


def _doubled_end(text: str, words: list[Match[str]], meant: frozenset[str]) -> Match[str] | None:
    """A doubled last word that the rules for the midst of a sentence let pass.

    Grammar doubles words before others ("what it is is late"), not at the end; and of names and
    numbers those are told that stand in the text once more, or that everybody knows.
    """
    found = _END.search(text, max(0, len(text) - _TAIL))
    if found is None or found["word"].lower() in meant or found["word"] in _DOUBLE_NAMES:
        return None
    word = found["word"]
    if word.lower() in _DOUBLED_AT_END or (word[0].isupper() and len(word) < _NAME):
        return None
    thrice = len(words) > 2 and words[-3][0] == word
    return None if thrice else found


_TAIL = 90
"""Characters that hold two of the longest words."""

_DOUBLED_AT_END = frozenset(("so", "now", "later", "well", "yes", "ok", "again", "forever"))
_NAME = 4
"""Letters of the shortest name that is told; Chinese given names are short and often doubled."""

_DOUBLE_NAMES = frozenset(
    (
        *("Baden", "Bora", "Boutros", "Chow", "Duran", "Galle", "Gong", "Lang", "Ling", "Ming"),
        *("Pago", "Ping", "Sing", "Sirhan", "Tintin", "Wagga", "Walla", "Yang", "Ylang"),
    )
)
"""Names that are a word doubled. Short Chinese names are, too, but these have no list."""


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
