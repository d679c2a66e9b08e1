"""NAM012: one acronym spelled out in two ways."""

from collections import Counter
from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.names.expansions import (
    Expansion,
    british_and_american,
    expansions,
    same_expansion,
)
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.text import Document

SPELLING, WORDING = 0.85, 0.75
"""Of a difference in spelling alone, and of one in words."""


@document_rule(
    id="NAM012",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.QUERY,
    says="{short} is “{found}” here and “{other}” elsewhere: {because}",
    why="An organisation has one name; the second was translated anew, and the reader meets two.",
    examples=(
        Bad(
            "The United Nations Development Programme (UNDP) paid.\n"
            "Later the ⟦United Nations Development Program⟧ (UNDP) left."
        ),
        Bad(
            "The Bureau of Mine Safety (BMS) came first.\n"
            "BMS (⟦Bureau of Mining Security⟧) then closed the shaft."
        ),
        Bad(
            "UNDP (United Nations Development Programme) paid.\n"
            "The ⟦UN Development Program⟧ (UNDP) left."
        ),
        Bad(
            "Федеральная служба безопасности (ФСБ) ответила.\n"
            "Позже ⟦Фонд социальной борьбы⟧ (ФСБ) промолчал.",
            lang="ru",
        ),
        Good(
            "Звіт Національного банку України (НБУ) вийшов.\n"
            "Його видав Національний банк України (НБУ).",
            lang="uk",
        ),
        Good(
            "The World Health Organization (WHO) met.\n"
            "The head of the world health organization (WHO) spoke."
        ),
        Good("Patients with the Norwegian flu (of which many died) came from Oslo (NO)."),
    ),
)
def two_expansions(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Point at each expansion that departs from the more frequent, or the first, of its acronym."""
    by_short: dict[str, list[Expansion]] = {}
    for one in expansions(document):
        by_short.setdefault(one.short, []).append(one)
    for short, found in by_short.items():
        counts = Counter(one.long for one in found)
        usual = max(counts, key=lambda long: counts[long])
        first = next(one for one in found if one.long == usual)
        for one in found:
            if not same_expansion(one.long, usual, document.lang):
                yield _hit(document, short, one, first)


def _hit(document: Document, short: str, one: Expansion, usual: Expansion) -> Hit:
    spelling = document.lang.startswith("en") and british_and_american(one.long, usual.long)
    because = "British and American spelling" if spelling else "its initials fit both"
    return Hit(
        document=document.id,
        at=one.at,
        values=(
            ("short", short), ("found", one.long), ("other", usual.long), ("because", because)
        ),
        related=(Related(document.id, usual.at, usual.long),),
        confidence=SPELLING if spelling else WORDING,
        finding_class=FindingClass.ERROR if spelling else FindingClass.QUERY,
    )  # fmt: skip
