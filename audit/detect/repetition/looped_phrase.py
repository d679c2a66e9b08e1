"""REP002 looped-phrase: a word or phrase again and again, where a decoder ran in a circle."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from audit.detect.base import Bad, Good, NoOptions, segment_rule
from audit.detect.repetition.lexicon import doubles
from audit.detect.repetition.words import small_words_of, words_of
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_FEWEST_OF_A_PHRASE = 3
_FEWEST_OF_A_WORD = 4
_LONGEST_PHRASE = 30
"""Words; longer circles come out as repeated sentences (REP003)."""

_SHORT_WORD = 3
"""Letters up to which a word said often is a cry or a song ("la la la", "no, no, no")."""

_WITHOUT_SPACES = frozenset({"zh", "ja", "th", "my", "lo", "km"})
_CIRCLE = re.compile(r"([^\W\d_]{4,20}?)(?:[、，,]?\1){2,}")
"""Scripts without spaces: four to twenty letters three times; "ハハハハ" is shorter."""

_GAP = re.compile(r"[\s,;:.!?…–—-]*[\s,;]")
"""What stands between the turns of a circle: no digits, no strokes ("BX10A/BX20A")."""

_AND = frozenset(("and", "und", "et", "y", "e", "i", "a", "и", "і", "й", "та", "en", "ed"))
"""Between words of a phrase of two it makes an emphatic chain: "again and again and again"."""

_QUOTES = '"“”„«»‘’「」'


@segment_rule(
    id="REP002",
    since="0.1",
    mqm=MQM.UNINTELLIGIBLE,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{phrase}” stands {times} times in a row",
    why="Translation systems sometimes run in a circle; what the source said next is missing here.",
    examples=(
        Bad(
            "He spoke ⟦of the end of the end of the end⟧ of the war.",
            fixed="He spoke of the end of the war.",
        ),
        Bad("It was ⟦really really really really⟧ cold."),
        Bad("Він казав ⟦про зміни, про зміни, про зміни⟧ щодня.", lang="uk"),
        Bad("代表团访问了⟦北京大学北京大学北京大学⟧。", lang="zh", fixed="代表团访问了北京大学。"),
        Good("La la la, la la la, she sang; no, no, no, he said."),
        Good("The crowd shouted “We want peace, we want peace, we want peace”."),
        Good("Day by day by train, more and more and more and more."),
        Good("ハハハハハハハハハハハハハハ、と笑った。", lang="ja"),
        Good("The pumps BX10A/BX20A/BX30A were sold."),
        Good("Goals: 2 1 2 1 2 1 2 1."),
    ),
)
def looped_phrase(document: Document, segment: Segment, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report phrases that stand three times in a row, and words that do so four times."""
    spaced = segment.lang.partition("-")[0] not in _WITHOUT_SPACES
    for start, phrase_end, end, times in _loops(segment) if spaced else _circles(segment.text):
        phrase = segment.text[start:phrase_end]
        yield Hit(
            document=document.id,
            at=segment.at(start, end),
            values=(("phrase", phrase), ("times", str(times))),
            fixes=(Fix(phrase, Applicability.UNSAFE, "the phrase once; something may be missing"),),
            confidence=0.9,
        )


def _circles(text: str) -> Iterator[tuple[int, int, int, int]]:
    for found in _CIRCLE.finditer(text):
        if len(set(found[1])) > 1:
            yield found.start(), found.end(1), found.end(), len(found[0]) // len(found[1])


def _loops(segment: Segment) -> Iterator[tuple[int, int, int, int]]:
    """Places of loops: start, end of the first turn, end, turns; shortest circles first."""
    folded = small_words_of(segment.text)
    if not _may_turn(folded):
        return
    words = words_of(segment.text)

    def joined(index: int) -> bool:
        """Whether a word goes on to the next as the turns of a circle do."""
        gap = words[index].end(), words[index + 1].start()
        return _GAP.fullmatch(segment.text, *gap) is not None

    at = 0
    while at < len(folded):
        period, turns = _circle_at(folded, joined, at)
        if not period:
            at += 1
            continue
        last = at + period * turns
        start, end = words[at].start(), words[last - 1].end()
        if not _is_meant(segment, folded[at : at + period], start, end):
            yield start, words[at + period - 1].end(), end, turns
        at = last


def _may_turn(words: list[str]) -> bool:
    """Whether a word stands three times at equal distances, as the turns of a circle do."""
    if len(words) - len(set(words)) < _FEWEST_OF_A_PHRASE - 1:
        return False
    for word, times in Counter(words).items():
        if times >= _FEWEST_OF_A_PHRASE:
            places = [at for at, other in enumerate(words) if other == word]
            every = frozenset(places)
            for number, at in enumerate(places, 1):
                near = places[number : number + _LONGEST_PHRASE]
                if any(2 * next_ - at in every for next_ in near):
                    return True
    return False


def _circle_at(words: list[str], joined: Callable[[int], bool], at: int) -> tuple[int, int]:
    """Length and turns of the shortest circle that begins at a word; zeros where none does."""
    longest = min(_LONGEST_PHRASE, (len(words) - at) // _FEWEST_OF_A_PHRASE)
    if words[at] not in words[at + 1 : at + 1 + longest]:
        return 0, 0
    for period in range(1, longest + 1):
        if words[at] != words[at + period] or not joined(at + period - 1):
            continue
        turns = 1
        phrase = words[at : at + period]
        while words[at + period * turns : at + period * (turns + 1)] == phrase and joined(
            at + period * turns - 1
        ):
            turns += 1
        if turns >= (_FEWEST_OF_A_WORD if period == 1 else _FEWEST_OF_A_PHRASE):
            return period, turns
    return 0, 0


def _is_meant(segment: Segment, phrase: list[str], start: int, end: int) -> bool:
    """Whether people say it so: cries, songs, and chants that fill a quotation."""
    cries = doubles(segment.lang).cries
    if all(word in cries for word in phrase) or (
        len(phrase) == 1 and len(phrase[0]) <= _SHORT_WORD
    ):
        return True
    if len(phrase) == 2 and _AND & set(phrase):
        return True
    text = segment.text
    before = text[:start].rstrip()
    return bool(before) and before[-1] in _QUOTES and text[end:].lstrip(",.!… ")[:1] in _QUOTES
