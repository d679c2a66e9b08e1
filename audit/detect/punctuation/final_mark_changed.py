"""PUN019 final-mark-changed: a question that became a statement, or the other way round."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.punctuation.final_marks import Ending, ending, has_question
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="PUN019",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="the source ends as {theirs}, this as {ours}",
    why="A question that is translated as a statement, or the other way round, says another thing.",
    examples=(
        Bad("The mayor left the town⟦.⟧", source=("Мер залишив місто?", "uk")),
        Bad("The mayor left the town⟦?⟧", source=("Мер залишив місто.", "uk")),
        Bad("Who left the ⟦town⟧", source=("Wer hat die Stadt verlassen?", "de")),
        Good("The mayor left the town.", source=("市长离开了城市。", "zh")),
        Good("Who left the town?", source=("誰が町を出たのですか。", "ja")),
        Good("誰が町を出たのですか。", lang="ja", source=("Who left the town?", "en")),
        Good("Ποιος έφυγε;", lang="el", source=("Who left?", "en")),
        Good("“Who left the town?” he asked.", source=("«Хто залишив місто?» — спитав він.", "uk")),
        Good("من غادر المدينة؟", lang="ar", source=("Who left the town?", "en")),
        Good("Mayor leaves town", source=("Мер залишив місто.", "uk")),
        Good("What a day!", source=("Oto był dzień…", "pl")),
    ),
)
def final_mark_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report passages of which one side alone ends in a question mark."""
    ours, theirs = ending(pair.text, pair.lang), ending(pair.source, pair.source_lang)
    if ours is None or theirs is None or ours.question == theirs.question:
        return
    if ours.asks or theirs.asks or _asks_within(pair, theirs):
        return
    yield Hit(
        document=document.id,
        at=pair.at(ours.start, ours.end),
        values=(("theirs", _word(theirs)), ("ours", _word(ours))),
        confidence=0.75,
        source=pair.passage(theirs.start, theirs.end),
    )


def _word(one: Ending) -> str:
    return "a question" if one.question else "a statement"


def _asks_within(pair: Aligned, theirs: Ending) -> bool:
    """Whether the side without a mark at its end has one further in: the speaker is named last."""
    if theirs.question:
        return has_question(pair.text, pair.lang)
    return has_question(pair.source, pair.source_lang)
