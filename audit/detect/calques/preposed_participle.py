"""CAL008 preposed-participle: a participle with all it governs between article and noun."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, document_rule
from audit.detect.calques.hits import hits
from audit.detect.calques.lexicon import Kind
from audit.model.finding import FindingClass, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Document


@document_rule(
    id="CAL008",
    since="0.1",
    mqm=MQM.GRAMMAR,
    severity=Severity.MAJOR,
    finding_class=FindingClass.QUERY,
    says="“{phrase}” stands before its noun; English puts it behind",
    why="Slavic languages, German and Turkish put a whole participle clause before the noun.",
    languages=frozenset({"en"}),
    examples=(
        Bad("Boats sailed to ⟦the separated from the rest of the coast⟧ and silent region."),
        Bad("They tried ⟦a specially created by the ministry⟧ plough."),
        Bad("They entered ⟦the occupied by Russia⟧ territories on foot."),
        Good("Aid is vital for the isolated, and for the displaced from the coast."),
        Good("The algorithm developed by the company is used in the planned by-pass."),
        Good("The wounded by the roadside were carried to the church."),
        Good("The proposed by-law was read to the annexed villages."),
    ),
)
def preposed_participle(document: Document, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report participle clauses before their noun, where a closed list leaves no doubt."""
    yield from hits(document, Kind.PARTICIPLE, "behind the noun")
