"""UNT002 foreign-word: a word of another language left in the sentence, in the same script."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import letter_runs, places
from audit.detect.gate import Gate, Gated
from audit.detect.scripts.plain_words import prose_only
from audit.detect.sources import is_foreign_there, source_of
from audit.detect.spelling.misspelled_word import is_known
from audit.detect.untranslated.lexicon import lexicon
from audit.lang import data, known_languages
from audit.lang.lexicon import is_common
from audit.lang.scripts import is_latin
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WORD = re.compile(
    r"(?<![\w.'’@#/&*_\"“«‘(„-])\d*[^\W\d_A-Z]{2,}(?:-[^\W\d_A-Z]{2,})*"
    r"(?![\w'’@/&*_\"”»’)“-]|\.\w)"
)
"""Words in small letters."""

_JOINED = Gated(
    re.compile(r"(?<![\w'’-])(?:d|l|qu|dell|nell|dall|sull)['’][a-zà-ÿ]{4,}\b(?!['’])"),
    Gate(*(letter + mark for letter in "dlu" for mark in "'’")),
)
"""Words that French and Italian join to an article."""

_NOUN_SHAPE = re.compile(
    r"[A-ZÄÖÜ](?:[a-zäöüß]*[äöüß][a-zäöüß]*|[a-zäöüß]+(?:ung(?:en)?|[hk]eit(?:en)?|"
    r"schaft(?:en)?|punkte?|zent))"
)
_NOUN = re.compile(
    r"\b(?:[Tt]he|an?|this|that|these|those|both|its|their|his|her|our|my|no|\d+) "
    rf"(?P<noun>{_NOUN_SHAPE.pattern})(?=[.,;:?!]|$| [^\W\d_A-Z])"
)
"""What may be a noun of German, which has capitals, behind a word that no name stands behind."""

_LAST_LATIN = "\u024f"
"""Letters beyond are another script's, of which SCR002 speaks."""

_SHORTEST = 3
"""Letters of a word without marks; shorter ones are abbreviations as a rule."""

_FEWEST_LETTERS = 4
"""Of a word told by the list of the source language; shorter ones are in every list."""

_WORDS = 1 << 16
"""Distinct words of a feed that are remembered."""

_MOST = 3
"""Distinct words; where there are more the text speaks of the language, or in it."""


@document_rule(
    id="UNT002",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{word}” is no English word",
    why="A word in small letters that English does not have and another language does was left"
    " as it stood in the source.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The minister had won all ⟦früheren⟧ tests at the first try."),
        Bad("The mayor said it was late ⟦sondern⟧ that nobody came."),
        Bad("The council ⟦wpłaciła⟧ the money on Monday."),
        Bad("The baker told them ⟦que⟧ the oven was cold."),
        Bad("The council won the ⟦Trophäe⟧ at the ⟦24jährigen⟧ feast."),
        Good(
            "The council ate früheren and left.",
            source=("Рада з'їла früheren і пішла.", "uk"),
        ),
        Good("The café's façade is naïve; the fiancé ate jalapeños."),
        Good("They sang “für immer” and read «une année» there."),
        Good("They had a tête-à-tête on the Münsterplatz with the Häussler family."),
        Good("In Köln they read Die Zeit and the Frankfurter Allgemeine."),
        Good("He ordered smoked halušky; the halušky were cold."),
    ),
)
def foreign_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report unknown words in small letters that have foreign letters, or that others know."""
    text = prose_only(document.text)
    lang, source_lang = document.lang, document.source_lang or ""
    found = []
    for each in _maybe_foreign(text, lang, source_lang):
        told = _tells(each[0], lang, source_lang)
        if told or (told is None and _is_in_a_clause(text, each, lang)):
            found.append(each)
    if any(map(_may_be_german(lang), letter_runs(text))):
        found += (each for each in _NOUN.finditer(text) if _is_german(each["noun"], lang))
    found.sort(key=lambda each: each.end())
    times = Counter(each[each.lastgroup or 0] for each in found)
    if len(times) > _MOST:
        return
    for each in found:
        word = each[each.lastgroup or 0]
        source = source_of(document, Span(*each.span()))
        if times[word] == 1 and not is_foreign_there(source, word):
            yield Hit(
                document=document.id,
                at=Span(*each.span(each.lastgroup or 0)),
                values=(("word", word),),
                confidence=0.5 if each.lastgroup else 0.8,
                finding_class=FindingClass.INFO if each.lastgroup else None,
            )


def _maybe_foreign(text: str, lang: str, source_lang: str) -> list[re.Match[str]]:
    """The words in small letters of which it is worth asking whether they are foreign."""
    runs = [*filter(_may_tell(lang, source_lang), letter_runs(text))]
    # A word of several parts, or behind digits, tells only by letters beyond ASCII.
    simple = all(map(str.isascii, runs))
    found = places(_WORD, text, runs) if simple else _WORD.finditer(text)
    return [*found, *_JOINED.finditer(text)]


@cache
def _may_tell(lang: str, source_lang: str) -> Callable[[str], bool]:
    """Whether a run of letters may be foreign, or part of a word that is; asked once of each."""

    @lru_cache(_WORDS)
    def may_tell(run: str) -> bool:
        if not run.isascii() and run == run.lower() and max(run) <= _LAST_LATIN:
            return True
        return _tells(run, lang, source_lang) is not False

    return may_tell


@cache
def _may_be_german(lang: str) -> Callable[[str], bool]:
    """Whether a run of letters has the form of such a noun and is no word here; asked once of each.

    The list of German is asked, and so loaded, only of one that stands where a noun would.
    """

    @lru_cache(_WORDS)
    def may_be_german(run: str) -> bool:
        return _NOUN_SHAPE.fullmatch(run) is not None and not _is_known_here(run, lang)

    return may_be_german


@lru_cache(_WORDS)
def _tells(written: str, lang: str, source_lang: str) -> bool | None:
    """Whether a word is unknown here and another language's; None where the words around tell."""
    word = written.replace("’", "'")
    if not written.islower() or max(word) > _LAST_LATIN:
        return False
    lists = lexicon(lang)
    if "-" in word or word[0].isdigit():
        parts = word.lstrip("0123456789").split("-")
        return word not in lists.borrowed and any(
            len(part) >= _SHORTEST and not part.isascii() and part not in lists.borrowed
            for part in parts
        )
    if word in lists.borrowed or word in lists.phrases:
        return False
    if len(word) < _SHORTEST and word.isascii():
        return False
    small = word in _small_words() and not is_common(word, lang)
    if word in lists.never or (small and word.isascii()):
        return None
    if is_known(word, lang):
        return False
    if not word.isascii() or "'" in word:
        return True
    source = source_lang.partition("-")[0]
    return (
        len(word) >= _FEWEST_LETTERS
        and source not in {"", "en"}
        and is_latin(source)
        and is_common(word, source)
    )


def _is_german(word: str, lang: str) -> bool:
    """Whether a capitalised word is one of German and none of the target language."""
    return not _is_known_here(word, lang) and is_common(word, "de")


def _is_known_here(word: str, lang: str) -> bool:
    """Whether a capitalised word is one of the target language, or ends as names of places do."""
    small = word.lower()
    return small.endswith(_OF_PLACES) or is_known(small, lang) or is_common(word, lang)


_OF_PLACES = (
    "platz",
    "straße",
    "strasse",
    "burg",
    "berg",
    "bruck",
    "brücke",
    "dorf",
    "palast",
    "tor",
)
"""What names of places in German end in."""


def _is_in_a_clause(text: str, found: re.Match[str], lang: str) -> bool:
    """Whether words of the language stand around a word; names and titles have capitals."""
    before = text[: found.start()].rstrip().rpartition(" ")[2]
    behind = _BEHIND.match(text, found.end())
    if behind is None:
        return False
    return (before[:1].islower() and before[-1:].isalpha()) or (
        before[-1:].isalnum() and len(behind[1]) >= _SHORTEST and is_known(behind[1], lang)
    )


_BEHIND = re.compile(r" ([a-z]+)\b")


@cache
def _small_words() -> frozenset[str]:
    """The function words of all languages in Latin letters but English."""
    others = (lang for lang in known_languages() if is_latin(lang) and lang != "en")
    return frozenset().union(*(data(lang).function_words for lang in others))
