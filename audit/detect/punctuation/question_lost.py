"""PUN019 question-lost: a question of the source that ends as a statement."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.punctuation.final_marks import ending, has_question
from audit.detect.punctuation.lexicon import lexicon
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_ASK_BY_WORDS = frozenset({"ja", "ko", "th", "zh"})
"""Languages that put question marks behind what others say indirectly, and leave them out."""
_FULL_STOPS = frozenset(".۔।")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_WORD = re.compile(r"[^\W\d_]+")


@pair_rule(
    id="PUN019",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="the source asks, this states",
    why="A question that is translated as a statement says another thing.",
    examples=(
        Bad(
            "The mayor left the town⟦.⟧",
            source=("Мер залишив місто?", "uk"),
            fixed="The mayor left the town?",
        ),
        Bad("Wer hat die Stadt verlassen⟦.⟧", lang="de", source=("Who left the town?", "en")),
        Good("The mayor left the town?", source=("Мер залишив місто.", "uk")),
        Good("Who left the town", source=("Wer hat die Stadt verlassen?", "de")),
        Good("I wonder if the mayor left the town.", source=("Чи виїхав мер із міста?", "uk")),
        Good("Will you be quiet!", source=("Ви замовкнете?", "uk")),
        Good("I wonder who left the town.", source=("誰が町を出たのでしょうか？", "ja")),
        Good("誰が町を出たのですか。", lang="ja", source=("Who left the town?", "en")),
        Good("Ποιος έφυγε;", lang="el", source=("Who left?", "en")),
        Good("“Who left the town?” he asked.", source=("Він спитав: «Хто залишив місто?»", "uk")),
        Good("من غادر المدينة؟", lang="ar", source=("Who left the town?", "en")),
    ),
)
def question_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report passages that end in a full stop, and ask nowhere, where the source ends asking.

    The other way round says little: writers leave out question marks that translators set.
    """
    if pair.source_lang.partition("-")[0] in _ASK_BY_WORDS:
        return
    if not has_question(pair.source, pair.source_lang):
        return
    theirs = ending(pair.source, pair.source_lang)
    if theirs is None or not theirs.question or pair.lang.partition("-")[0] in _ASK_BY_WORDS:
        return
    ours = ending(pair.text, pair.lang)
    if ours is None or not ours.statement or has_question(pair.text, pair.lang):
        return
    mark = pair.text[ours.start : ours.end]
    if mark in _FULL_STOPS and not _asks_indirectly(pair.text[: ours.start], pair.lang):
        right = {"el": ";", "ar": "؟", "fa": "؟", "ur": "؟"}.get(pair.lang.partition("-")[0], "?")
        yield Hit(
            document=document.id,
            at=pair.at(ours.start, ours.end),
            fixes=(Fix(right, Applicability.UNSAFE, "the source asks"),),
            confidence=0.75,
            source=pair.passage(theirs.start, theirs.end),
        )


def _asks_indirectly(text: str, lang: str) -> bool:
    """Whether the last sentence of a text reports a question: "I wonder if …"."""
    asking = lexicon(lang).asking
    last = _SENTENCE_END.split(text)[-1]
    return any(word in asking for word in _WORD.findall(last.lower()))
