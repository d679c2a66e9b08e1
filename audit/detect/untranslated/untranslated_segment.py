"""UNT003 untranslated-segment: a passage that is its source, word for word."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.untranslated.copied import folded, foreign_letters, foreign_small_words, words
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_FEWEST_WORDS = 4
"""Words of a passage in the script of both languages; shorter ones may be the same in both."""
_FEWEST_SMALL = 2
"""Small words of the source language among them."""
_MOST_CAPITALS = 0.6
"""Share of words with a capital up to which a passage is no title and no list of names."""


@pair_rule(
    id="UNT003",
    since="0.1",
    mqm=MQM.UNTRANSLATED,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="this stands as in the source, in {language}",
    why="The passage was not translated at all.",
    examples=(
        Bad("⟦Мер залишив місто в понеділок.⟧", source=("Мер залишив місто в понеділок.", "uk")),
        Bad(
            "⟦Der Bürgermeister hat die Stadt nicht verlassen.⟧",
            source=("Der Bürgermeister hat die Stadt nicht verlassen.", "de"),
        ),
        Good("Frankfurter Allgemeine Zeitung", source=("Frankfurter Allgemeine Zeitung", "de")),
        Good("Der Spiegel, Die Welt, Bild", source=("Der Spiegel, Die Welt, Bild", "de")),
        Good("iPhone 15 Pro, 128 GB", source=("iPhone 15 Pro, 128 GB", "zh")),
        Good("Reuters, 12.05.2023", source=("Reuters, 12.05.2023", "ru")),
        Good("Taxi, Hotel, Restaurant", source=("Taxi, Hotel, Restaurant", "de")),
        Good("Мэр уехал.", lang="ru", source=("Мэр уехал.", "ru")),
    ),
)
def untranslated_segment(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report passages that are the same as their source and surely in its language."""
    if pair.lang.partition("-")[0] == pair.source_lang.partition("-")[0]:
        return
    if pair.text[:1] != pair.source[:1] and pair.text[:1].isalpha() and pair.source[:1].isalpha():
        return  # the quickest sign; most passages end here
    text = pair.text.strip()
    if not text or text[0] not in pair.source or folded(text) != folded(pair.source):
        return
    if _is_foreign(text, pair):
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("language", pair.source_lang),),
            confidence=0.95,
            source=pair.passage(0, len(pair.source)),
        )


def _is_foreign(text: str, pair: Aligned) -> bool:
    letters = sum(map(str.isalpha, text))
    if 2 * foreign_letters(text, pair.lang) > letters:
        return True
    found = words(text)
    if len(found) < _FEWEST_WORDS:
        return False
    capitals = sum(word[0].isupper() for word in found)
    if data(pair.source_lang).has_case and capitals > _MOST_CAPITALS * len(found):
        return False
    return foreign_small_words(found, pair.source_lang, pair.lang) >= _FEWEST_SMALL
