"""TRM004 term-in-two-renderings: one term of the source comes out as two accepted terms."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.detect.base import Bad, Good, NoOptions, feed_rule
from audit.model.finding import FindingClass, Hit, Related, Severity
from audit.model.mqm import MQM
from audit.model.terms import Concept, Term, TermFate, TermRendering, TermStatus, TermType
from audit.model.text import Document

_ICEBREAKER = Concept(
    id="patrol-boat",
    terms=(
        Term("patrol boat", "en"),
        Term("coastal cutter", "en", TermStatus.ADMITTED),
        Term("сторожевой катер", "ru"),
    ),
)
_FLEET = Concept(
    id="black-sea-fleet",
    terms=(
        Term("Black Sea Fleet", "en"),
        Term("fleet", "en", TermStatus.ADMITTED, TermType.SHORT),
        Term("Черноморский флот", "ru"),
    ),
)


@dataclass(frozen=True, slots=True)
class _Use:
    document: Document
    rendering: TermRendering


@feed_rule(
    id="TRM004",
    since="0.1",
    mqm=MQM.INCONSISTENT_TERM,
    severity=Severity.MINOR,
    finding_class=FindingClass.INFO,
    says="“{source}” is “{here}” here and “{usual}” elsewhere",
    why="Readers take two terms for two things; one term of the source should stay one.",
    examples=(
        Bad(
            "Two ⟦coastal cutters⟧ sank.\nA patrol boat was new.\nPatrol boats.",
            source=(
                "Утонули сторожевые катера.\nСторожевой катер был новым.\nСторожевые катера.",
                "ru",
            ),
            glossary=(_ICEBREAKER,),
        ),
        Bad(
            "A patrol boat sank.\nThe ⟦coastal cutter⟧ was new.",
            source=("Сторожевой катер затонул.\nСторожевой катер был новым.", "ru"),
            glossary=(_ICEBREAKER,),
        ),
        Good(
            "The Black Sea Fleet left.\nThe fleet is at sea.",
            source=("Черноморский флот вышел.\nЧерноморский флот в море.", "ru"),
            glossary=(_FLEET,),
        ),
        Good(
            "A patrol boat sank.\nThe patrol boats were new.",
            source=("Сторожевой катер затонул.\nСторожевые катера были новыми.", "ru"),
            glossary=(_ICEBREAKER,),
        ),
    ),
)
def term_in_two_renderings(documents: Sequence[Document], options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report the uses of every accepted term but the usual one, for one term of the source."""
    groups: dict[tuple[str, str, str], list[_Use]] = defaultdict(list)
    for document in documents:
        for one in document.term_renderings:
            if one.fate is TermFate.USED and one.rendered and one.concept.translate:
                lang = document.lang.partition("-")[0]
                groups[one.concept.id, one.term.text, lang].append(_Use(document, one))
    for _, uses in sorted(groups.items()):
        yield from _departures(uses)


def _departures(uses: Sequence[_Use]) -> Iterator[Hit]:
    """The uses that do not have the usual term; the usual one is preferred by the glossary."""
    listed = [str(use.rendering.rendered) for use in uses]
    expected = uses[0].rendering.expected
    usual = expected if expected in listed else max(sorted(set(listed)), key=listed.count)
    first = uses[listed.index(usual)]
    for use, term in zip(uses, listed, strict=True):
        if term == usual or _is_short(use.rendering.concept, term, usual):
            continue
        at, there = use.rendering.at, first.rendering.at
        yield Hit(
            document=use.document.id,
            at=at,
            values=(
                ("source", use.rendering.source.text),
                ("here", use.document.cut(at)),
                ("usual", usual),
            ),
            related=(Related(first.document.id, there, first.document.cut(there)),),
            confidence=0.7,
            source=use.rendering.source,
        )


def _is_short(concept: Concept, term: str, usual: str) -> bool:
    """Whether one of two terms is a short form of the other, as second mentions have it."""
    short = {one.text for one in concept.terms if one.type is TermType.SHORT}
    if term in short or usual in short:
        return True
    a, b = (re.sub(r"\W", " ", text.casefold()).split() for text in (term, usual))
    if len(a) > 1 or len(b) > 1:
        return set(a) <= set(b) or set(b) <= set(a)
    return a == b or (not term.isascii() and (term in usual or usual in term))
