"""Finds what is surely a name in one side of a pair: by its capitals, or by what stands around it.

Only sureness counts here: a name that is overlooked costs a finding, a word that is taken for a
name costs an editor's trust.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.annotate.bilingual.side import Side
from audit.annotate.words import Word, shouting
from audit.lang import data
from audit.lang.given import is_given_name
from audit.lang.lexicon import is_common, is_plain_word, is_unlisted

SHORTEST = 3
"""Letters below which a word is no sure name."""


@dataclass(frozen=True, slots=True)
class SureName:
    """A name at `start:end` of a text; `parts` are its longer words."""

    start: int
    end: int
    text: str
    parts: tuple[str, ...]
    person: bool = False
    """A given name leads it, so that it is copied or transcribed and never translated."""


def sure_names(side: Side) -> Iterator[SureName]:
    """The sure names of a text, in order."""
    if side.cased:
        yield from _by_capitals(side)
    elif side.lang == "ja":
        yield from _by_dots(side.text)
    yield from () if side.cased else _copied(side.text)


def _by_capitals(side: Side) -> Iterator[SureName]:
    if shouting(side.words):
        return
    run = list[Word]()
    for word in side.words:
        if run and not (word.joined and word.token.capital):
            yield from _of_run(run, side)
            run = []
        if word.token.capital:
            run.append(word)
    yield from _of_run(run, side)


def _of_run(run: Sequence[Word], side: Side) -> Iterator[SureName]:
    person = bool(run) and _is_person(run, side.lang)
    if data(side.lang).capitalises_nouns and not person:
        return
    if not any(_is_sure(word, side.lang) for word in run):
        return
    first, last = run[0].token, run[-1].token
    words = tuple(word.token.text for word in run if len(word.token.text) >= SHORTEST)
    yield SureName(first.start, last.end, side.text[first.start : last.end], words, person=person)


def _is_person(run: Sequence[Word], lang: str) -> bool:
    """Whether a given name leads the run and a word that is no plain one ends it."""
    first, last = run[0].token.text, run[-1].token.text
    return len(run) > 1 and is_given_name(first) and not is_common(last.lower(), lang)


def _is_sure(word: Word, lang: str) -> bool:
    """Whether a capitalised word can be nothing but a name, or a part of one."""
    token, language = word.token, data(lang)
    lowered = token.text.lower()
    if word.weak or len(token.text) < SHORTEST or not token.text.isalpha():
        return False
    if token.shouted or token.text[:-1].isupper():
        return False  # an acronym, which another language may spell anew
    if lowered in language.demonyms or lowered in language.languages:
        return False
    if lowered in language.month_words or lowered in language.weekday_words:
        return False
    if lowered in language.titles_person or f"{lowered}." in language.all_abbreviations:
        return False
    return is_unlisted(lowered, lang) and not any(
        is_plain_word(lowered[:-cut], lang) for cut in (1, 2) if len(lowered) - cut >= SHORTEST
    )


def likely_names(side: Side, *, opening: bool = False) -> Iterator[SureName]:
    """Words that are hardly anything but names or acronyms, where something else speaks for it.

    With `opening` also those that open a sentence, where no list has them: sound in English alone,
    whose lists have what begins sentences there.
    """
    language = data(side.lang)
    for word in side.words if side.cased and not shouting(side.words) else ():
        token = word.token
        lowered = token.text.lower()
        if not token.capital or not token.text.isalpha() or len(token.text) < 2:
            continue
        if lowered in language.demonyms or lowered in language.month_words | language.weekday_words:
            continue
        told = token.shouted or not word.weak or (opening and is_unlisted(lowered, side.lang))
        if told and not is_plain_word(lowered, side.lang):
            yield SureName(token.start, token.end, token.text, (token.text,))


_DOTTED = re.compile(r"(?<![ァ-ヺー])[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+")
_COPIED = re.compile(
    r"(?<![A-Za-z0-9.@/#])[A-Z][A-Za-z]{2,}(?:[ .][A-Z][A-Za-z]+)*(?![A-Za-z0-9@/])"
)


def _by_dots(text: str) -> Iterator[SureName]:
    """Foreign persons in Japanese, whose name parts are divided by dots."""
    for found in _DOTTED.finditer(text):
        parts = tuple(re.split("[・＝]", found[0]))
        yield SureName(found.start(), found.end(), found[0], parts, person=True)


def _copied(text: str) -> Iterator[SureName]:
    """Latin names amid another script, which a target in Latin letters copies."""
    for found in _COPIED.finditer(text):
        yield SureName(found.start(), found.end(), found[0], tuple(re.split(r"[ .]", found[0])))
