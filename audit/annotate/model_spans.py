"""From a labelled stretch of text, as models give it, to a mention cut the way links need it."""

import re
from collections.abc import Mapping

from audit.lang import data
from audit.lang.language import LanguageData
from audit.model.names import Kind, Mention
from audit.model.text import Document, Segment
from audit.text import quotes

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("PER", "PERSON", "PERS", "PRS"), Kind.PERSON),
    **dict.fromkeys(("LOC", "GPE", "FAC", "LOCATION", "FACILITY", "PLACE"), Kind.PLACE),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), Kind.ORGANISATION),
}
"""The labels of the usual corpora (CoNLL-2003, OntoNotes 5, WikiNEuRal, factRuEval, NKJP).

Every other label (dates, money, nationalities, works, MISC) is no name that is linked.
"""

_EDGE = " \t\u00a0\n\"“”„«»‘’‚'()[]<>,;:!?…·*—–-"
_ARTICLE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:the|a|an)\s+", re.IGNORECASE),
    "fr": re.compile(r"(?:(?:les|la|le|du|des|de la)\s+|(?:l|d|qu)['’])", re.IGNORECASE),
    "de": re.compile(r"(?:der|die|das|dem|den|des)\s+", re.IGNORECASE),
    "es": re.compile(r"(?:la|los|las|del|el)\s+(?=[A-ZÁÉÍÓÚÑ])"),
    "it": re.compile(r"(?:(?:il|lo|la|gli|le|i)\s+|(?:l|dell|nell)['’])", re.IGNORECASE),
}
_POSSESSIVE = re.compile(r"['’](?:[sS]|(?<=[sS]['’]))$")


def mention(
    document: Document, segment: Segment, start: int, end: int, label: str
) -> Mention | None:
    """The mention that a model sees in `segment.text[start:end]`; None where that is no name.

    Articles, titles before a person, possessive endings and marks around it are no part of a name.
    """
    kind = KINDS.get(label.upper())
    if kind is None:
        return None
    start, end = trimmed(segment.text, start, end, segment.lang)
    text = segment.text[start:end]
    if not any(char.isalpha() for char in text) or _common(text, data(segment.lang)):
        return None
    return Mention(
        document=document.id,
        span=segment.at(start, end),
        text=text,
        kind=kind,
        lang=document.lang,
        sentence_start=start == 0,
        quoted=quotes.after(segment.text[:start], inside=False),
    )


def trimmed(text: str, start: int, end: int, lang: str) -> tuple[int, int]:
    """`text[start:end]` less what merely stands around the name; empty where nothing is left."""
    primary, language = lang.partition("-")[0], data(lang)
    while start < end:
        before = start, end
        start, end = _without_marks(text, start, end)
        if (article := _ARTICLE.get(primary)) and (found := article.match(text, start, end)):
            start = found.end()
        if primary == "en" and (ending := _POSSESSIVE.search(text[start:end])):
            end = start + ending.start()
        start = _after_title(text, start, end, language)
        if (start, end) == before:
            break
    return start, max(start, end)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _after_title(text: str, start: int, end: int, language: LanguageData) -> int:
    """Where the name begins behind a title of one or two words: Prime Minister | Olena X."""
    for words in (2, 1):
        pieces = text[start:end].split(" ", words)
        if len(pieces) > words:
            title = " ".join(pieces[:words])
            if title.casefold().rstrip(".") in language.titles_person:
                return start + len(title) + 1
    return start


def _common(text: str, language: LanguageData) -> bool:
    """Whether all there is of a name is a word that never is one: a title, a people, a pronoun."""
    folded = text.casefold()
    return (
        folded in language.titles_person
        or folded in language.demonyms
        or folded in language.function_words
    )
