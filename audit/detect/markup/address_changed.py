"""TAG006 address-changed: a URL, e-mail address or handle that the translation lacks or changes."""

from collections.abc import Iterator

from audit.detect.base import Bad, Good, NoOptions, pair_rule
from audit.detect.markup.addresses import Address, addresses
from audit.model.finding import Applicability, FindingClass, Fix, Hit, Severity
from audit.model.mqm import MQM
from audit.model.text import Aligned, Document


@pair_rule(
    id="TAG006",
    since="0.1",
    mqm=MQM.DO_NOT_TRANSLATE,
    severity=Severity.MAJOR,
    finding_class=FindingClass.ERROR,
    says="the source has the address {lost}, which the translation {fate}",
    why="An address that is changed in one letter leads nowhere, or somewhere else.",
    examples=(
        Bad(
            "See ⟦https://example.org/novyny/12⟧.",
            source=("Див. https://example.org/novosti/12.", "uk"),
            fixed="See https://example.org/novosti/12.",
        ),
        Bad("⟦Write to us.⟧", source=("Schreiben Sie an info@example.org.", "de")),
        Good("See www.example.org/en/12.", source=("Див. https://example.org/uk/12/.", "uk")),
        Good("Write to INFO@example.org!", source=("Schreiben Sie an info@example.org.", "de")),
        Good("They met @ noon.", source=("Sie trafen sich @ 12 Uhr.", "de")),
    ),
)
def address_changed(document: Document, pair: Aligned, options: NoOptions) -> Iterator[Hit]:  # noqa: ARG001
    """Report addresses that are missing, at the one in their place where there is one."""
    theirs = addresses(pair.source)
    if not theirs or not pair.text.strip():
        return
    ours = addresses(pair.text)
    lost = _without(theirs, ours)
    if not lost:
        return
    instead = [one for one in _without(ours, theirs) if one.kind == lost[0].kind]
    changed = len(lost) == len(instead) == 1
    right = pair.source[lost[0].start : lost[0].end]
    because = "the address of the source"
    at = pair.at(instead[0].start, instead[0].end) if changed else pair.span
    sure = lost[0].kind != "handle"
    yield Hit(
        document=document.id,
        at=at,
        values=(("lost", right), ("fate", "changes" if changed else "lacks")),
        fixes=(Fix(right, Applicability.UNSAFE, because),) if changed else (),
        confidence=0.92 if sure else 0.75,
        finding_class=None if sure else FindingClass.QUERY,
        source=pair.passage(lost[0].start, lost[0].end),
    )


def _without(some: tuple[Address, ...], others: tuple[Address, ...]) -> list[Address]:
    """The addresses that are not among others, in whatever language of their site."""
    known = {one.key for one in others} | {one.loose for one in others}
    return [one for one in some if one.key not in known and one.loose not in known]
