"""PUN021 brackets-lost: a bracket that the source has, and the translation does not."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_BRACKETS = re.compile(r"[(（\[［【][^()（）\[\]［］【】]{1,200}[)）\]］】]")
_OPEN = re.compile(r"[(（\[［【]")
_LATIN_LETTERS = re.compile(r"[A-Za-z]{2,}")


@pair_rule(
    id="PUN021",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    default_on=False,
    says="the source has {lost} in brackets, the translation no brackets",
    why="What stood in brackets may have been left out; translators also work it into the text.",
    examples=(
        Bad("⟦The mayor left.⟧", source=("Мер (він хворів) поїхав.", "uk")),
        Bad("⟦The club won.⟧", source=("俱乐部（去年的冠军）赢了。", "zh")),
        Good("The mayor (he was ill) left.", source=("Мер (він хворів) поїхав.", "uk")),
        Good("The club [last year's winner] won.", source=("俱乐部（去年的冠军）赢了。", "zh")),
        Good("The World Bank (WB) paid.", source=("Світовий банк (СБ) заплатив.", "uk")),
        Good("Guterres left.", source=("古特雷斯（Guterres）离开了。", "zh")),
    ),
)
def brackets_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs whose source alone has brackets, glosses in another script left out."""
    if not pair.text.strip() or _OPEN.search(pair.text):
        return
    lost = [one for one in _BRACKETS.finditer(pair.source) if not _LATIN_LETTERS.search(one[0])]
    if lost:
        yield Hit(
            document=document.id,
            at=pair.span,
            values=(("lost", lost[0][0][1:-1]),),
            confidence=0.6,
            source=pair.passage(*lost[0].span()),
        )
