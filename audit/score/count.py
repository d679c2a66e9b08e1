"""Which errors count: an identical one once, and of those that overlap the ones that weigh most.

ISO 5060 asks of every scoring scheme to say how it treats repeated errors. Here an error that
stands in several places of a document (same type, same text, same first fix) counts once.

Errors that stand once and overlap may not all count, for they are one fault seen twice. Counted
are those that do not overlap and together weigh most; where two choices weigh the same, the one
that covers more text: an outer error stands for lighter ones within it. So a further error can
never make a score better, which "the outermost span wins" alone does not hold to: a light error
around three grave ones would hide them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Counted:
    """One error that counts: its first finding, its points (thousandths), and its places."""

    finding: Finding
    points: int
    times: int = 1


@dataclass(frozen=True, slots=True)
class Count:
    """The errors of one document that count, in order of place, and how many stand under others."""

    errors: tuple[Counted, ...]
    enclosed: int


def count(weighed: Iterable[tuple[Finding, int]]) -> Count:
    """Count errors of one document, each given with its points; their order makes no difference."""
    kinds: dict[tuple[str, str, str | None], list[tuple[Finding, int]]] = {}
    for one in sorted(weighed, key=lambda pair: _place(pair[0])):
        kinds.setdefault(_identity(one[0]), []).append(one)
    merged = [_merged(places) for places in kinds.values()]
    single = [one for one in merged if one.times == 1]
    kept = _heaviest(single)
    chosen = [one for one in merged if one.times > 1] + kept
    chosen.sort(key=lambda one: _place(one.finding))
    return Count(tuple(chosen), len(single) - len(kept))


def _place(finding: Finding) -> tuple[int, int, str, str]:
    """A total order: by place, then by rule."""
    return finding.span.start, finding.span.end, finding.rule, finding.fingerprint


def _identity(finding: Finding) -> tuple[str, str, str | None]:
    """What makes two errors identical; letter case and blanks do not tell them apart."""
    fix = finding.fixes[0].replacement if finding.fixes else None
    return finding.mqm.value, _folded(finding.text), None if fix is None else _folded(fix)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _merged(places: Sequence[tuple[Finding, int]]) -> Counted:
    """One error of all its places, as heavy as the heaviest; two rules at one place are one."""
    spans = {finding.span for finding, _ in places}
    return Counted(places[0][0], max(points for _, points in places), len(spans))


def _heaviest(errors: Sequence[Counted]) -> list[Counted]:
    """The errors that do not overlap and together weigh most (weighted interval scheduling).

    Two errors at one point of no width, or side by side, do not overlap.
    """
    ordered = sorted(errors, key=lambda one: (one.finding.span.end, _place(one.finding)))
    ends = [one.finding.span.end for one in ordered]
    best = [(0, 0)]
    """Points and covered length of the best choice among the first n errors."""
    before = []
    """For each error, how many of those sorted before it end where it begins or earlier."""
    for index, one in enumerate(ordered):
        span = one.finding.span
        before.append(bisect_right(ends, span.start, hi=index))
        points, length = best[before[index]]
        best.append(max(best[index], (points + one.points, length + len(span))))
    kept = []
    index = len(ordered)
    while index:
        if best[index] == best[index - 1]:
            index -= 1
            continue
        kept.append(ordered[index - 1])
        index = before[index - 1]
    return kept
