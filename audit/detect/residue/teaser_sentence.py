"""BOI009 teaser-sentence: “Read also: …” within a paragraph."""

import re
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.residue.lexicon import Kind, key_of, lexicon
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document, Segment

_LEAD = re.compile(r"[«“\"(\[]?\s*+([^:：\n]{4,60}?)\s*+[:：]")


@document_rule(
    id="BOI009",
    since="0.1",
    mqm=MQM.PAGE_RESIDUE,
    severity=Severity.NEUTRAL,
    finding_class=FindingClass.CHROME,
    of_articles=True,
    says="“{lead}:” leads to another article",
    why="The teaser was a link on its page; here it stands in the middle of the story.",
    examples=(
        Bad(
            "Two roads stay closed. ⟦Read also: Five villages cut off.⟧ More rain is due.",
            fixed="Two roads stay closed.  More rain is due.",
        ),
        Bad("Дві дороги закрито. ⟦Читайте також: П'ять сіл відрізано⟧", lang="uk"),
        Good("Two roads stay closed. He read also: five letters were lost."),
        Good("Two roads stay closed.\nRead also: Five villages cut off"),
        Good("Related: the brothers are not. See also the annex: it lists all bridges."),
    ),
)
def teaser_sentence(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report sentences within paragraphs that only lead to other articles."""
    leads = lexicon().leads
    for segment in document.segments:
        if ":" not in segment.text and "：" not in segment.text:
            continue
        found = _LEAD.match(segment.text)
        if not found or not _is_inside(document, segment):
            continue
        entry = leads.get(key_of(found[1]))
        if entry and entry.kind is Kind.RELATED and " " in found[1]:
            yield Hit(
                document=document.id,
                at=segment.span,
                values=(("lead", found[1]),),
                fixes=(Fix("", Applicability.UNSAFE, "the sentence leads to another article"),),
                confidence=0.9,
            )


def _is_inside(document: Document, segment: Segment) -> bool:
    """Whether something stands before a segment on its line; whole lines are BOI001's."""
    line = document.text[: segment.span.start].rpartition("\n")[2]
    return bool(line.strip())
