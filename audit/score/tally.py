"""The tally of one document: all that its score is made of, in whole numbers that add up."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audit.model.finding import Finding, FindingClass
from audit.model.mqm import Dimension
from audit.model.score import Gauges
from audit.model.text import Document
from audit.score.body import Body, Words, body, seed_of
from audit.score.count import Count, Counted, count
from audit.score.points import (
    enters,
    expected_points,
    is_expected,
    is_open,
    is_unsure,
    points,
)
from audit.score.resample import Resamples, resample

_NO_GAUGES = Gauges()
_NOT_DRAWN = Resamples()


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums over one document or several; points in thousandths.

    `by_dimension` holds errors and points of each MQM dimension in the order of `Dimension`.
    """

    words: int = 0
    expected: int = 0
    repeats: int = 0
    enclosed: int = 0
    unsure: int = 0
    by_dimension: tuple[tuple[int, int], ...] = ((0, 0),) * len(Dimension)
    gauges: Gauges = _NO_GAUGES
    resamples: Resamples = field(default=_NOT_DRAWN, repr=False)

    @property
    def errors(self) -> int:
        """Errors that count."""
        return sum(errors for errors, _ in self.by_dimension)

    @property
    def points(self) -> int:
        """The absolute penalty total."""
        return sum(points for _, points in self.by_dimension)

    def __add__(self, other: "Tally") -> "Tally":
        both = zip(self.by_dimension, other.by_dimension, strict=True)
        return Tally(
            words=self.words + other.words,
            expected=self.expected + other.expected,
            repeats=self.repeats + other.repeats,
            enclosed=self.enclosed + other.enclosed,
            unsure=self.unsure + other.unsure,
            by_dimension=tuple((a + c, b + d) for (a, b), (c, d) in both),
            gauges=Gauges(
                self.gauges.chrome_lines + other.gauges.chrome_lines,
                self.gauges.chrome_words + other.gauges.chrome_words,
                self.gauges.style_findings + other.gauges.style_findings,
            ),
            resamples=self.resamples + other.resamples,
        )


def tally(
    document: Document, findings: Sequence[Finding], words: Words, weights: Mapping[str, float]
) -> tuple[Tally, tuple[Counted, ...]]:
    """The tally of `document`, which has so many `words`, and the errors it counts.

    What stands in a line of page residue goes with it: neither its words nor its errors count.
    """
    standing = [one for one in findings if is_open(one)]
    chrome = (one.span for one in standing if one.finding_class is FindingClass.CHROME)
    inner = body(document, words.all, chrome)
    inside = [one for one in standing if inner.holds(one.span)]
    sure = count((one, points(one, weights)) for one in inside if enters(one))
    likely = count((one, expected_points(one, weights)) for one in inside if is_expected(one))
    made = Tally(
        words=inner.words,
        expected=sum(one.points for one in likely.errors),
        repeats=sum(one.times - 1 for one in sure.errors),
        enclosed=sure.enclosed,
        unsure=sum(map(is_unsure, inside)),
        by_dimension=_by_dimension(sure),
        gauges=Gauges(
            chrome_lines=len(inner.chrome),
            chrome_words=inner.chrome_words,
            style_findings=sum(one.mqm.dimension is Dimension.STYLE for one in inside),
        ),
        resamples=_resampled(inner, words, sure),
    )
    return made, sure.errors


def _by_dimension(counted: Count) -> tuple[tuple[int, int], ...]:
    sums = dict.fromkeys(Dimension, (0, 0))
    for one in counted.errors:
        dimension = one.finding.mqm.dimension
        errors, total = sums[dimension]
        sums[dimension] = (errors + 1, total + one.points)
    return tuple(sums.values())


def _resampled(inner: Body, words: Words, counted: Count) -> Resamples:
    """Resamples of the segments of the body, each with the points of the errors that begin in it.

    What begins between two segments belongs to the one before, so that no point is lost.
    """
    document = inner.document
    segments = [
        (segment.span.start, size)
        for segment, size in zip(document.segments, words.segments, strict=True)
        if inner.holds(segment.span)
    ]
    if not segments:
        return Resamples()
    starts = [start for start, _ in segments]
    sums = [0] * len(segments)
    for one in counted.errors:
        sums[max(0, bisect_right(starts, one.finding.span.start) - 1)] += one.points
    sizes = (size for _, size in segments)
    drawn = b"" if inner.chrome else words.drawn
    return resample(seed_of(document), zip(sizes, sums, strict=True), drawn)
