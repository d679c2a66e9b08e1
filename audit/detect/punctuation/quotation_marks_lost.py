"""PUN022 quotation-marks-lost: a quotation of the source that is none in the translation."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.quoted import quotations
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_FEWEST_WORDS = 5
"""Words of a quotation that is speech; shorter ones are titles, which languages mark in other ways."""
_FEWEST_CHARACTERS = 15
"""The same where words have no blanks between them."""
_ANY_MARK = re.compile(r"[\"“”„«»‟「」『』‘’‚‹›*_']|--|[—–]\s")


@pair_rule(
    id="PUN022",
    since="0.1",
    mqm=MQM.PUNCTUATION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source quotes somebody, the translation has no quotation marks",
    why="What somebody said stands as if the paper said it.",
    examples=(
        Bad(
            "⟦We will leave the town on Monday, the mayor said.⟧",
            source=("«Ми залишимо місто в понеділок», — сказав мер.", "uk"),
        ),
        Bad(
            "⟦We will leave the town on Monday, the mayor said.⟧",
            source=("市长说：“我们将在星期一离开这座城市，不再回来。”", "zh"),
        ),
        Good("She sang Carmen.", source=("Вона співала «Кармен».", "uk")),
        Good(
            "'We will leave on Monday,' the mayor said.",
            source=("«Ми поїдемо звідси в понеділок», — сказав мер.", "uk"),
        ),
        Good(
            "The mayor said:\n— We will leave on Monday.",
            source=("Мер сказав: «Ми поїдемо звідси в понеділок».\nМи поїдемо.", "uk"),
        ),
    ),
)
def quotation_marks_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report pairs whose source alone has marks, around something that is as long as speech."""
    if not pair.text.strip() or _ANY_MARK.search(pair.text):
        return
    for start, end in quotations(pair.source):
        said = pair.source[start + 1 : end - 1]
        spaced = " " in said.strip()
        if len(said.split()) >= _FEWEST_WORDS or (not spaced and len(said) >= _FEWEST_CHARACTERS):
            yield Hit(
                document=document.id,
                at=pair.span,
                confidence=0.75,
                source=pair.passage(start, end),
            )
            return
