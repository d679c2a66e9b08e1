"""UNT005 source-word-left: a word of the source that the language of the translation lacks."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.quoted import is_quoted
from audit.detect.untranslated.copied import (
    folded,
    foreign_letters,
    foreign_small_words,
    in_a_name,
    shared_words,
)
from audit.detect.untranslated.lexicon import lexicon
from audit.lang import data
from audit.lang.lexicon import is_common, is_unlisted
from audit.lang.scripts import LATIN, is_latin
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document
from audit.text.scripts import main_script

_WORD = re.compile(r"(?<![\w@#/.&’'-])[^\W\d_]{4,}(?![\w@/&’'-]|\.\w)")
"""Whole words of four letters and more; shorter ones are in every list, or abbreviations."""

_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,60}$")
_INTERNATIONAL = "en"
"""Of the words that all languages borrow this one has most."""


@pair_rule(
    id="UNT005",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{word}” stands as in the source and is no word of this language",
    why="The word was passed over: it is the source's, and readers will not know it.",
    examples=(
        Bad(
            "The council paid for the ⟦früheren⟧ tests.",
            source=("Der Rat zahlte für die früheren Tests.", "de"),
        ),
        Bad("Рада ⟦закрыла⟧ міст.", lang="uk", source=("Совет закрыл мост и закрыла его.", "ru")),
        Bad("Der Rat zahlte ⟦with⟧ Geld.", lang="de", source=("The council paid with cash.", "en")),
        Good(
            "He ate a bratwurst in Heidelberg.",
            source=("Er aß eine Bratwurst in Heidelberg.", "de"),
        ),
        Good("They call it “feierabend” there.", source=("Sie nennen es „feierabend“.", "de")),
        Good("There are two genders (femininum).", source=("Es gibt zwei (femininum).", "de")),
        Good(
            "Er leitet die Autorité des marchés financiers.",
            lang="de",
            source=("Il dirige l'Autorité des marchés financiers.", "fr"),
        ),
        Good(
            "Česká televize оголосила про це у вівторок.",
            lang="uk",
            source=("Česká televize to oznámila v úterý.", "cs"),
        ),
        Good("Jedli muffin.", lang="cs", source=("They ate a muffin.", "en")),
        Good("The hotel was modern.", source=("Das Hotel war modern.", "de")),
    ),
)
def source_word_left(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words in small letters that both sides have and only the source language knows."""
    ours, theirs = pair.lang.partition("-")[0], pair.source_lang.partition("-")[0]
    if ours == theirs or not shared_words(pair):
        return
    within = {one for one in _WORD.findall(pair.text) if one in pair.source and one.islower()}
    shared = within.intersection(_WORD.findall(pair.source)) if within else within
    left = {word for word in shared if _is_theirs(word, theirs, ours)}
    if not left or folded(pair.text) == folded(pair.source):
        return  # of what was copied whole UNT003 speaks
    for found in _WORD.finditer(pair.text):
        word = found[0]
        if word not in left:
            continue
        before = pair.text[max(0, found.start() - 60) : found.start()]
        if _IN_BRACKETS.search(before) or in_a_name(pair, *found.span()):
            continue
        if not is_quoted(pair.text, *found.span()):
            yield Hit(
                document=document.id,
                at=pair.at(*found.span()),
                values=(("word", word),),
                confidence=0.8,
            )


def _is_theirs(word: str, theirs: str, ours: str) -> bool:
    """Whether a word is one of the source language and none of the target's, borrowed or not.

    Of words in another script SCR002 speaks.
    """
    if word in data(ours).function_words or foreign_letters(word, ours):
        return False
    if foreign_small_words([word], theirs, ours):
        return is_unlisted(word, ours)
    if not is_latin(ours) and main_script(word) == LATIN:
        return False  # firms and stations keep their names in their own letters
    if theirs == _INTERNATIONAL or word in lexicon(ours).borrowed:
        return False
    known = is_common(word, theirs) and is_unlisted(word, ours)
    return known and (ours == _INTERNATIONAL or is_unlisted(word, _INTERNATIONAL))
