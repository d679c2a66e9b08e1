"""UNT004 source-words-left: a run of words of the source that stands in the translation."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.quoted import is_quoted
from audit.detect.untranslated.copied import folded, foreign_small_words, in_a_name, shared_words
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_RUN = 4
"""Words of the shortest run that is told."""
_FEWEST_SMALL = 2
"""Small words of the source language in it."""
_LEAST_LOWER = 0.6
"""Share of its words without a capital; titles and names have fewer."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@pair_rule(
    id="UNT004",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{words}” stands as in the source",
    why="The translator gave up in the midst of the sentence and went on in the source.",
    examples=(
        Bad(
            "The mayor said that ⟦er die Stadt nicht verlassen wird⟧.",
            source=("Der Bürgermeister sagte, dass er die Stadt nicht verlassen wird.", "de"),
        ),
        Bad(
            "The council ⟦hat die Brücke gestern nicht geöffnet⟧ because of rain.",
            source=(
                "Der Rat hat die Brücke gestern nicht geöffnet, weil es regnete.",
                "de",
            ),
        ),
        Good(
            "She sang “Ich bin von Kopf bis Fuß auf Liebe eingestellt” again.",
            source=(
                "Sie sang wieder „Ich bin von Kopf bis Fuß auf Liebe eingestellt“.",
                "de",
            ),
        ),
        Good(
            "The bank paid the Caisse de dépôts et consignations (CDC).",
            source=("La banque a payé la Caisse de dépôts et consignations (CDC).", "fr"),
        ),
        Good(
            "He read Die Zeit and Der Spiegel in Bad Homburg vor der Höhe.",
            source=("Er las Die Zeit und Der Spiegel in Bad Homburg vor der Höhe.", "de"),
        ),
    ),
)
def source_words_left(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report runs of words outside quotations that the source has in this order."""
    if pair.lang.partition("-")[0] == pair.source_lang.partition("-")[0]:
        return
    shared = shared_words(pair)
    if len(shared) < _RUN - 2 or not any(map(str.islower, shared)):
        return  # marks hang on some of the words of a run, but not on all
    ours = list(_WORD.finditer(pair.text))
    theirs = [word.lower() for word in _WORD.findall(pair.source)]
    if len(set(theirs).intersection(word[0].lower() for word in ours)) < _RUN:
        return
    if folded(pair.text) == folded(pair.source):
        return  # UNT003 speaks of it
    for start, end in _runs([word[0].lower() for word in ours], theirs):
        run = [word[0] for word in ours[start:end]]
        if foreign_small_words(run, pair.source_lang, pair.lang) < _FEWEST_SMALL or sum(
            word[0].islower() for word in run
        ) < _LEAST_LOWER * len(run):
            continue
        at = (ours[start].start(), ours[end - 1].end())
        named = _is_name(pair.text, *at) or in_a_name(pair, *at)
        if not named and not is_quoted(pair.text, *at):
            yield Hit(
                document=document.id,
                at=pair.at(*at),
                values=(("words", pair.text[slice(*at)]),),
                confidence=0.85,
            )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a run is the name of a body, led by a capital or glossed, or stands in brackets."""
    before, within = text[:start].rstrip(), text[start:end]
    leads = within[0].isupper() and before[-1:].isalnum()
    return leads or before.endswith(("(", "[")) or "(" in within


def _runs(ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int]]:
    """The longest stretches of `ours`, of `_RUN` words at least, that `theirs` has, in order."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(theirs) - _RUN + 1):
        places.setdefault(tuple(theirs[number : number + _RUN]), []).append(number)
    at = 0
    while at + _RUN <= len(ours):
        longest = 0
        for there in places.get(tuple(ours[at : at + _RUN]), ()):
            length = _RUN
            while (
                ours[at + length : at + length + 1]
                == theirs[there + length : there + length + 1]
                != []
            ):
                length += 1
            longest = max(longest, length)
        if longest:
            yield at, at + longest
        at += longest or 1
