"""SPL007 unlikely-word: a word out of place where one letter more would give the usual one."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import islice

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.lexicon import lexicon
from audit.detect.spelling.lost_letters import wholes
from audit.lang import data
from audit.lang.frequency import counts, log_chance
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]")

_TIMES_RARER = 50
"""How much rarer the word must be than the one that was meant; two common words are a choice."""

_LIKELIER = 10.0
"""How much likelier, in natural logarithms, the other must be between its neighbours."""

_LIKELIER_FUNCTION = 5.0
"""The same for function words, whose neighbours tell more."""

_CACHE = 1 << 16
"""Distinct words of a feed that are remembered."""

_COUNTS_OF_SHORT = 10_000_000
"""Taken for right words that the counts do not have ("ad")."""


@document_rule(
    id="SPL007",
    since="0.2",
    mqm=MQM.SPELLING,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{word}” is an unlikely word here; “{right}” would be usual",
    why="A letter that was lost can leave another word, which no word list tells from a right one.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The mayor has ⟦bee⟧ elected and said ⟦hat⟧ the town was late."),
        Bad("They want ⟦hat⟧ the house had."),
        Good("A bee sat on his hat, and the hat was red."),
        Good("He was ill, and they fell off a cliff by the sea."),
    ),
)
def unlikely_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words said once that are rarer, and less at home, than what one letter more gives."""
    lang = document.lang
    text = prose_only(document.text)
    rarer = frozenset(filter(_is_much_rarer(lang), letter_runs(text)))
    if not rarer:
        return
    words = _WORD.findall(text)
    times = Counter(map(str.lower, words))
    for index, word in enumerate(words):
        if word not in rarer or times[word] > 1:
            continue
        before = _neighbour(words, index - 1, lang)
        behind = _neighbour(words, index + 1, lang)
        right = _likelier(word, before, behind, lang)
        if right:
            found = next(islice(_WORD.finditer(text), index, None))
            yield Hit(
                document=document.id,
                at=Span(*found.span()),
                values=(("word", word), ("right", right)),
                fixes=(Fix(right, Applicability.UNSAFE, "the usual word here"),),
                confidence=0.4,
            )


def _neighbour(words: list[str], index: int, lang: str) -> str | None:
    """The word at `index` in lower case; None where there is none, or nothing is known of it."""
    word = words[index].lower() if 0 <= index < len(words) else ""
    return word if word in counts(lang) else None


def _likelier(word: str, before: str | None, behind: str | None, lang: str) -> str | None:
    """The one of the words that `word` may be a rest of which is much likelier here."""
    if before is None and behind is None:
        return None
    if word not in counts(lang) and before in data(lang).function_words:
        return None  # "an ad"
    others = _much_more_common(word, lang)
    best = max(others, key=lambda other: (_chance(before, other, behind, lang), other))
    gain = _chance(before, best, behind, lang) - _chance(before, word, behind, lang)
    function = best in data(lang).function_words
    return best if gain >= (_LIKELIER_FUNCTION if function else _LIKELIER) else None


@cache
def _is_much_rarer(lang: str) -> Callable[[str], bool]:
    """Whether a word is much rarer than one that it may be a rest of; asked once of each."""
    rests = wholes(lang)
    return lru_cache(_CACHE)(lambda word: word in rests and bool(_much_more_common(word, lang)))


@lru_cache(_CACHE)
def _much_more_common(word: str, lang: str) -> tuple[str, ...]:
    """The words that `word` may be a rest of and that are much more common than it is."""
    known = counts(lang)
    if word not in known and word not in lexicon(lang).short:
        return ()
    count = known.get(word, _COUNTS_OF_SHORT)
    return tuple(
        other
        for other in wholes(lang)[word]
        if known[other] >= _TIMES_RARER * count and not _inflects(word, other)
    )


def _inflects(word: str, other: str) -> bool:
    """Whether two words are forms of one, or two spellings of it; that is a matter of grammar."""
    return other in {f"{word}s", f"{word}d"} or other.replace("our", "or") == word


def _chance(before: str | None, word: str, behind: str | None, lang: str) -> float:
    """The logarithm of the chance of a word between its neighbours."""
    chance = log_chance(before, word, lang, _COUNTS_OF_SHORT)
    return chance + (log_chance(word, behind, lang, _COUNTS_OF_SHORT) if behind else 0.0)
