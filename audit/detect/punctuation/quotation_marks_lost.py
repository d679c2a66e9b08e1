"""PUN022 quotation-marks-lost: a quotation of the source that is none in the translation."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.quoted import quotations
from audit.lang import data
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document

_FEWEST_WORDS = 5
"""Words of a quotation that is speech; shorter ones are titles, marked in other ways."""
_OPENER = re.compile(r"[\"“„«»‘]")
_ENDS = ".!?…"
"""Marks at the end of speech; a few words of somebody's inside a sentence have none."""
_ANY_MARK = re.compile(
    r"[\"“”„«»‟「」『』‘’‚‹›*_']|&quot;|--|[—–―]|(?:^|\s)-\s|<unk>", re.MULTILINE
)
"""Also the hyphen that stands for a dash before speech, and the mark of a system that lacks one."""


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
            source=("„Am Montag werden wir die Stadt verlassen“, sagte der Bürgermeister.", "de"),
        ),
        Good(
            "The mayor said that they would leave the town for good.",
            source=("市长说：“我们将在星期一离开这座城市，不再回来。”", "zh"),
        ),
        Good(
            "The ship named after the admiral of the fleet left.",
            source=("Корабль «Адмирал флота Советского Союза Горшков» ушел.", "ru"),
        ),
        Good(
            "- Мы уедем отсюда в понедельник, - сказал мэр.",
            lang="ru",
            source=("“We will leave here on Monday,” the mayor said.", "en"),
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
    if not _OPENER.search(pair.source) or _ANY_MARK.search(pair.text) or not pair.text.strip():
        return
    if not data(pair.source_lang).has_case:
        return
    for start, end in quotations(pair.source):
        words = pair.source[start + 1 : end - 1].split()
        small = sum(word[0].islower() for word in words)
        before = pair.source[:start].rstrip()
        leads = not before or before.endswith(":")
        whole = leads or pair.source[end - 2 : end - 1] in _ENDS
        if len(words) >= _FEWEST_WORDS and 2 * small > len(words) and whole:
            yield Hit(
                document=document.id,
                at=pair.span,
                confidence=0.75,
                source=pair.passage(start, end),
            )
            return
