"""TRM003 untranslatable-changed: what is to be left as it is was translated or respelled."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.terms.advice import reason
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.terms import EVERY_LANGUAGE, Concept, Term, TermFate
from audit.model.text import Aligned, Document

_STARLINK = Concept(id="starlink", terms=(Term("Starlink", EVERY_LANGUAGE),), translate=False)
_WINDOWS = Concept(id="windows", terms=(Term("Windows", EVERY_LANGUAGE),), translate=False)


@pair_rule(
    id="TRM003",
    since="0.1",
    mqm=MQM.DO_NOT_TRANSLATE,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="“{source}” is to be left as it is, {what}{reason}",
    why="A name that is not to be translated is searched for, and known, in its own letters only.",
    examples=(
        Bad(
            "The terminals of ⟦StarLink⟧ failed.",
            source=("Терминалы Starlink отказали.", "ru"),
            fixed="The terminals of Starlink failed.",
            glossary=(_STARLINK,),
        ),
        Bad(
            "⟦Die neuen Fenster sind da.⟧",
            lang="de",
            source=("The new Windows is here.", "en"),
            glossary=(_WINDOWS,),
        ),
        Good(
            "Starlink-Terminals fielen aus.",
            lang="de",
            source=("Терминалы Starlink отказали.", "ru"),
            glossary=(_STARLINK,),
        ),
        Good(
            "Die Fenster gingen zu Bruch.",
            lang="de",
            source=("The windows broke.", "en"),
            glossary=(_WINDOWS,),
        ),
        Good(
            "STARLINK FAILS AGAIN",
            source=("Starlink снова отказал", "ru"),
            glossary=(_STARLINK,),
        ),
    ),
)
def untranslatable_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report what the target does not have as the source has it."""
    for one in document.term_renderings:
        kept = one.concept.translate and one.term.lang != EVERY_LANGUAGE
        if one.source.pair != pair.number or kept or one.fate is TermFate.USED:
            continue
        what, fixes = "but it is not here", list[Fix]()
        if one.rendered is not None:
            what = f"not “{one.rendered}”"
            because = f"the glossary ({one.concept.layer}) says so"
            fixes.append(Fix(one.expected, Applicability.UNSAFE, because))
        yield Hit(
            document=document.id,
            at=one.at,
            values=(
                ("source", one.expected),
                ("what", what),
                ("reason", reason(one.concept)),
            ),
            fixes=tuple(fixes),
            confidence=one.confidence,
            finding_class=FindingClass.ERROR if one.rendered else FindingClass.QUERY,
            source=one.source,
        )
