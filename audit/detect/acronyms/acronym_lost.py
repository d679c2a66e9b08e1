"""ACR004 acronym-lost: the acronym of a well-known body that nothing in the translation renders."""

from collections.abc import Iterator

from audit.detect.acronyms.bodies import by_acronym
from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="ACR004",
    since="0.1",
    mqm=MQM.OMISSION,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="the source has “{acronym}” ({usual}), for which nothing stands here",
    why="Readers do not learn which body did it, or another body stands in its place.",
    examples=(
        Bad("⟦The council met on Monday.⟧", source=("Совет МАГАТЭ собрался в понедельник.", "ru")),
        Bad("⟦The OSCE met on Monday.⟧", source=("В понедельник собралась ООН.", "ru")),
        Good("The UN met on Monday.", source=("В понедельник собралась ООН.", "ru")),
        Good("The United Nations met.", source=("Собралась ООН.", "ru")),
        Good("L'ONU s'est réunie.", lang="fr", source=("The UN met.", "en")),
        Good("The alliance met.", source=("Рада НАТО зібралася.", "uk")),
    ),
)
def acronym_lost(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the first body whose acronym, name and like names the translation lacks."""
    theirs, ours = pair.source_lang.partition("-")[0], pair.lang.partition("-")[0]
    pattern, found = by_acronym(theirs)
    if pattern is None or theirs == ours or not pair.text.strip():
        return
    for match in pattern.finditer(pair.source):
        body = found[match[0]]
        forms = body.acronyms.get(ours, ())
        if forms and not body.stands_in(pair.text, ours) and match[0] not in pair.text:
            yield Hit(
                document=document.id,
                at=pair.span,
                values=(("acronym", match[0]), ("usual", forms[0])),
                confidence=0.75,
                source=pair.passage(*match.span()),
            )
            return
