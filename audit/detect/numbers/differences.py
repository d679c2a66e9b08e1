"""The hits of the rules NUM013 to NUM020: what a comparison of numbers says, as findings."""

from collections.abc import Iterator

from audit.detect.numbers.comparison import Difference, Slip, differences
from audit.model.finding import FindingClass, Hit
from audit.model.text import Aligned, Document

_CONFIDENCE = {
    Slip.MISSING: 0.7,
    Slip.ADDED: 0.7,
    Slip.CHANGED: 0.9,
    Slip.SCALE: 0.95,
    Slip.DATE: 0.9,
    Slip.CLOCK: 0.9,
    Slip.UNIT: 0.9,
    Slip.PERCENT: 0.8,
}
"""Shares of hits that a reader found right; docs/numbers.md says how many were read."""

_SPELLED = 0.7
"""The same where a spelled-out number is on one side."""


def hits(document: Document, pair: Aligned, slip: Slip) -> Iterator[Hit]:
    """What `slip` befell the numbers of `pair`, one hit each.

    A hit stands on the number of the translation; where there is none, on all of its text.
    """
    for difference in differences(document, pair):
        if difference.slip is slip:
            yield _hit(document, pair, difference)


def _hit(document: Document, pair: Aligned, difference: Difference) -> Hit:
    source, target = difference.source, difference.target
    sure = difference.sure or difference.slip in (Slip.UNIT, Slip.PERCENT)
    text = pair.text.strip()
    start = pair.text.index(text)
    at = (target.start, target.end) if target else (start, start + len(text))
    return Hit(
        document=document.id,
        at=pair.at(*at),
        values=(
            ("source", pair.source[source.start : source.end] if source else ""),
            ("target", pair.text[at[0] : at[1]]),
            *_scale(difference),
        ),
        confidence=_CONFIDENCE[difference.slip] if sure or not (source and target) else _SPELLED,
        finding_class=None if sure else FindingClass.QUERY,
        source=pair.passage(source.start, source.end) if source else None,
    )


def _scale(difference: Difference) -> tuple[tuple[str, str], ...]:
    """How many times too large or too small, for the slips of scale."""
    source, target = difference.source, difference.target
    if difference.slip is not Slip.SCALE or not source or not target:
        return ()
    ratio = target.value / source.value
    factor = ratio if ratio > 1 else 1 / ratio
    return (("factor", f"{float(factor):,.0f}"), ("way", "large" if ratio > 1 else "small"))
