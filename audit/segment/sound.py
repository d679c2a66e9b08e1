"""Which beads of an alignment are to be believed, and which are better joined or left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.lang.lengths import Expansion
from audit.segment.beads import Bead, Passage

FITS = 2.5
"""Standard deviations up to which two lengths go together."""
FITS_WELL = 2.0
"""The same for the neighbours of a passage that is said to have no counterpart."""
FITS_ANCHORED = 3.2
"""The same where the two sides share an anchor."""


def sound(
    beads: Sequence[Bead], source: Sequence[Passage], target: Sequence[Passage], lengths: Expansion
) -> tuple[Bead, ...]:
    """The beads that are to be believed.

    A passage without a counterpart is believed to have none where its neighbours fit without it
    and would not with it; otherwise it goes to the neighbour that it fits best with. What does not
    fit even so is left out.
    """
    return tuple(bead for bead in _joined(beads, source, target, lengths) if _fits(bead))


def _fits(bead: Bead) -> bool:
    limit = FITS_ANCHORED if bead.shared else FITS
    return bead.one_sided or abs(bead.departure) < limit


def _joined(
    beads: Sequence[Bead], source: Sequence[Passage], target: Sequence[Passage], lengths: Expansion
) -> Iterator[Bead]:
    """The beads, one-sided ones joined to a neighbour or shown to stand alone, or left out."""
    done: list[Bead] = []
    waiting: list[Bead] = list(reversed(beads))
    while waiting:
        bead = waiting.pop()
        if not bead.one_sided:
            done.append(bead)
            continue
        before = done[-1] if done and not done[-1].one_sided else None
        behind = waiting[-1] if waiting and not waiting[-1].one_sided else None
        choices = [
            (abs(whole.departure), whole, other is before)
            for other in (before, behind)
            if other is not None
            for whole in (_union(bead, other, source, target, lengths),)
        ]
        if not choices:
            continue
        departure, whole, backward = min(choices, key=lambda one: one[0])
        well = all(other is None or abs(other.departure) < FITS_WELL for other in (before, behind))
        if departure > FITS and well and before is not None and behind is not None:
            done.append(bead)
        elif departure < FITS:
            if backward:
                done[-1] = whole
            else:
                waiting[-1] = whole
    yield from done


def _union(
    one: Bead, other: Bead, source: Sequence[Passage], target: Sequence[Passage], lengths: Expansion
) -> Bead:
    """Two neighbouring beads as one."""
    first, last = sorted((one, other), key=lambda bead: (bead.source_start, bead.target_start))
    whole = replace(first, source_end=last.source_end, target_end=last.target_end)
    ours = sum(each.letters for each in source[whole.source_start : whole.source_end])
    theirs = sum(each.letters for each in target[whole.target_start : whole.target_end])
    departure = lengths.departure(ours + 1, theirs + 1)
    return replace(whole, departure=departure, shared=max(one.shared, other.shared))
