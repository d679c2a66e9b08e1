"""SPL001 misspelled-word: a word that nobody knows, one slip of the hand from a common one."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs, places
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.candidates import LONGEST, meant, two_slips
from audit.detect.spelling.lexicon import lexicon
from audit.lang import data, known_languages
from audit.lang.frequency import counts
from audit.lang.lexicon import is_common
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WORD = re.compile(r"(?<![\w.'’@#/&*_・‑-])[A-Za-z][a-z]+(?![\w'’@/&*_‑-]|\.\w)")

_SHAPE = re.compile(r"[A-Za-z][a-z]+")

_FEWEST_COUNTS = {2: 10**9, 3: 5 * 10**7, 4: 10**7, 5: 10**7, 6: 2 * 10**6, 7: 10**6}
_COUNTS_OF_LONG = 200_000
"""Count that a word must have to be what was meant, by length of the misspelled word: the shorter
a word, the more of its neighbours are words, too."""

_COUNTS_OF_NAME = 30_000_000
"""The same for a capitalised word, which may be a name."""

_COUNTS_OF_MADE = 3_000_000
"""The same for a word that could be made of an affix or of two words ("untill")."""

_SHORT = 4
"""Letters up to which an unknown word is mostly an abbreviation, or a word of another language."""

_NAME = 6
"""Letters from which a capitalised word is compared with common words."""

_LONG = 8
"""Letters from which two slips are looked for where one gives nothing."""

_COUNTS_OF_SHORTER = 1_000_000_000

_RIVAL = 20
"""A second candidate this many times rarer is no rival."""

_PART = 4
"""Letters that either part of a closed compound has at least."""

_COMMON_PART = 2_000_000


@document_rule(
    id="SPL001",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.MINOR,
    finding_class=FindingClass.ERROR,
    says="“{word}” is no word; “{right}” is",
    why="The word is in no word list and one letter away from a common word, so a letter was lost"
    " or swapped.",
    languages=frozenset({"en"}),
    examples=(
        Bad("Their ⟦reasearch⟧ was late.", fixed="Their research was late."),
        Bad("⟦Acording⟧ to him it was ⟦thier⟧ plan.", fixed="According to him it was their plan."),
        Bad("The ⟦adminitration⟧ met ⟦wtih⟧ the mayor."),
        Good("The colour of the organisation was grey; they livestreamed it."),
        Good("The siloviki and the oblast met in a dacha."),
        Good("The xylar and another xylar were found."),
        Good("The anti-tank, antitank and reinspected parts; see exmaple.com."),
        Bad("The ⟦Minstry⟧ of Defense sent a ⟦sattelite⟧ up."),
        Good("Mayor Vetween met Thier in Soem."),
    ),
)
def misspelled_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report unknown words with a common neighbour, in small letters or heading a sentence."""
    text = prose_only(document.text)
    unknown = places(_WORD, text, unknown_words(text, document.lang))
    if not unknown:
        return
    times = Counter(found[0].lower() for found in unknown)
    heads = {segment.span.start for segment in document.segments}
    for found in unknown:
        word, capital = found[0].lower(), found[0][0].isupper()
        if times[word] > 1 or _is_no_prose(text, found):
            continue
        guessed = guess(word, document.lang)
        if guessed is None or _is_foreign(word, document.source_lang):
            continue
        right, sure = guessed
        if capital:
            if not _may_be_word(text, found, heads, right, document.lang):
                continue
            right, sure = right.capitalize(), sure and found.start() in heads
        yield Hit(
            document=document.id,
            at=Span(*found.span()),
            values=(("word", found[0]), ("right", right)),
            fixes=(Fix(right, Applicability.UNSAFE, "the common word one letter away"),),
            confidence=0.92 if sure else 0.75,
            finding_class=None if sure else FindingClass.QUERY,
        )


_NO_PROSE = "(\"“«‘'"
"""What stands before abbreviations and words of other languages."""

_UNIT = 5
"""Letters up to which an unknown word behind a number is mostly a unit."""

_CACHE = 1 << 16


def _is_no_prose(text: str, found: re.Match[str]) -> bool:
    """Whether a word stands where units, abbreviations and words of other languages do."""
    before = text[: found.start()].rstrip(" ")[-1:]
    if before.isdigit():
        return len(found[0]) <= _UNIT
    return before != "" and before in _NO_PROSE


def _may_be_word(text: str, found: re.Match[str], heads: set[int], right: str, lang: str) -> bool:
    """Whether a capitalised word is a misspelled common word rather than a name."""
    word = found[0].lower()
    if counts(lang)[right] < _COUNTS_OF_NAME or right[0] != word[0]:
        return False
    if found.start() not in heads:
        return len(word) >= _NAME and right in lexicon(lang).capitals
    swapped = sorted(word) == sorted(right)
    behind = text[found.end() + 1 : found.end() + 2]
    return behind.islower() and (swapped or len(word) >= _NAME)


@lru_cache(4)
def unknown_words(text: str, lang: str) -> tuple[str, ...]:
    """The distinct words in small letters of ASCII, the first of any size, that are not known.

    Several rules ask for the same document, one after another.
    """
    return tuple(filter(_is_unknown(lang), letter_runs(text)))


@cache
def _is_unknown(lang: str) -> Callable[[str], bool]:
    """Whether a run of letters is such a word; asked once of each."""

    @lru_cache(_CACHE)
    def is_unknown(run: str) -> bool:
        return _SHAPE.fullmatch(run) is not None and not is_known(run.lower(), lang)

    return is_unknown


@lru_cache(_CACHE)
def is_known(word: str, lang: str) -> bool:
    """Whether a word is right: in the lists, or made of words that are and near no common one.

    What is too long for a word is none that could be wrong.
    """
    if len(word) > LONGEST:
        return True
    lists = lexicon(lang)
    if word in lists.words or word in counts(lang):
        return word not in lists.slips
    if len(word) <= _SHORT:
        return word in lists.short or word in lists.phrases
    if word in lists.slips:
        return False
    if is_common(word, lang):
        return True
    return _is_made(word, lang) and not _is_near(word, lang, _COUNTS_OF_MADE)


def _is_near(word: str, lang: str, fewest: int) -> bool:
    found = meant(word, counts(lang))
    return bool(found) and found[0][0] >= fewest


@cache
def _small_words() -> frozenset[str]:
    """The function words of all languages but English."""
    every = (data(lang).function_words for lang in known_languages() if lang != "en")
    return frozenset().union(*every)


def _is_foreign(word: str, source: str | None) -> bool:
    """Whether a word may be meant as one of another language."""
    return word in _small_words() or (source is not None and is_common(word, source))


def _is_made(word: str, lang: str) -> bool:
    """Whether a word is a known one with an affix, or two common ones in one."""
    lists, known = lexicon(lang), counts(lang)
    for cut in range(2, len(word) - 2):
        head, tail = word[:cut], word[cut:]
        if len(tail) >= _PART and head in lists.prefixes and tail in known:
            return True
        if len(head) >= _PART and tail in lists.suffixes and head in known:
            return True
        if len(head) >= _PART <= len(tail) and all(
            known.get(part, 0) >= _COMMON_PART for part in (head, tail)
        ):
            return True
    return False


@lru_cache(_CACHE)
def guess(word: str, lang: str) -> tuple[str, bool] | None:
    """The word that was meant, and whether it is surely that one; None where there is none."""
    found = meant(word, counts(lang))
    if len(word) <= _SHORT:
        # A letter lost or two swapped; a letter too many only in a word like "tyhe".
        found = [
            (count, right)
            for count, right in found
            if len(right) > len(word)
            or sorted(right) == sorted(word)
            or (len(right) < len(word) > 3 and count > _COUNTS_OF_SHORTER)
        ]
    if found and found[0][0] >= _FEWEST_COUNTS.get(len(word), _COUNTS_OF_LONG):
        alone = len(found) == 1 or found[0][0] > _RIVAL * found[1][0]
        return found[0][1], alone and len(word) > _SHORT
    if len(word) >= _LONG and not found:
        right = two_slips(word, lang)
        return (right, False) if right else None
    return None
