"""SPL005 unknown-word: a word that is in no list and near no other."""

import re
from collections import Counter
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.distinct_words import places
from audit.detect.scripts.plain_words import prose_only
from audit.detect.spelling.misspelled_word import guess, unknown_words
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.place import Span
from audit.model.text import Document

_WORD = re.compile(r"(?<![\w.'’@#/&*_-])[a-z]{4,}(?![\w'’@/&*_-]|\.\w)")


@document_rule(
    id="SPL005",
    since="0.1",
    mqm=MQM.SPELLING,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.INFO,
    says="“{word}” is in no word list",
    why="Words that a system made up or left as they stood look like this; so do new words.",
    languages=frozenset({"en"}),
    examples=(
        Bad("The ⟦zbrojovka⟧ was closed on Monday."),
        Bad("A ⟦kommersantish⟧ tone was heard."),
        Good("The zbrojovka was closed; the zbrojovka was old."),
        Good("The Zbrojovka plant was closed on Monday."),
        Good("The mayor livestreamed it from the oblast."),
    ),
)
def unknown_word(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report words in small letters, said once, that nothing is known of."""
    text = prose_only(document.text)
    found = places(_WORD, text, unknown_words(text, document.lang))
    times = Counter(each[0] for each in found)
    for each in found:
        if times[each[0]] == 1 and guess(each[0], document.lang) is None:
            yield Hit(
                document=document.id,
                at=Span(*each.span()),
                values=(("word", each[0]),),
                confidence=0.5,
            )
