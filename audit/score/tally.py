"""The tally of one document: all that its score is made of, in whole numbers that add up."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress

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
from audit.score.resample import Resamples, ResampleSum, resample, without_points

_NO_GAUGES = Gauges()
_NOT_DRAWN = Resamples()
_NO_ERRORS = ((0, 0),) * len(Dimension)


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
    by_dimension: tuple[tuple[int, int], ...] = _NO_ERRORS
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


class TallySum:
    """Adds up the tallies of many documents."""

    def __init__(self) -> None:
        self._words = self._expected = self._repeats = self._enclosed = self._unsure = 0
        self._by_dimension = [(0, 0)] * len(Dimension)
        self._chrome_lines = self._chrome_words = self._style_findings = 0
        self._resamples = ResampleSum()

    def add(self, one: Tally) -> None:
        """Add one more."""
        self._words += one.words
        self._expected += one.expected
        self._repeats += one.repeats
        self._enclosed += one.enclosed
        self._unsure += one.unsure
        if one.by_dimension != _NO_ERRORS:
            both = zip(self._by_dimension, one.by_dimension, strict=True)
            self._by_dimension = [(a + c, b + d) for (a, b), (c, d) in both]
        self._chrome_lines += one.gauges.chrome_lines
        self._chrome_words += one.gauges.chrome_words
        self._style_findings += one.gauges.style_findings
        self._resamples.add(one.resamples)

    @property
    def total(self) -> Tally:
        """What all added so far amount to."""
        return Tally(
            words=self._words,
            expected=self._expected,
            repeats=self._repeats,
            enclosed=self._enclosed,
            unsure=self._unsure,
            by_dimension=tuple(self._by_dimension),
            gauges=Gauges(self._chrome_lines, self._chrome_words, self._style_findings),
            resamples=self._resamples.total,
        )


def tally(
    document: Document, findings: Sequence[Finding], words: Words, weights: Mapping[str, float]
) -> tuple[Tally, tuple[Counted, ...]]:
    """The tally of `document`, which has so many `words`, and the errors it counts.

    What stands in a line of page residue goes with it: neither its words nor its errors count.
    """
    standing = [one for one in findings if is_open(one)]
    if not standing:
        inner, nothing = Body(document, (), words.all, 0), Count((), 0)
        return Tally(inner.words, resamples=_resampled(inner, words, nothing)), ()
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
    if not counted.errors:
        return _NO_ERRORS
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
    if words.drawn and not inner.chrome and not counted.errors:
        return without_points(words.segments, words.drawn)
    document = inner.document
    sizes, spans = words.segments, [segment.span for segment in document.segments]
    if inner.chrome:
        held = list(map(inner.holds, spans))
        sizes, spans = tuple(compress(sizes, held)), list(compress(spans, held))
    if not sizes:
        return Resamples()
    points = [0] * len(sizes)
    if counted.errors:
        starts = [span.start for span in spans]
        for one in counted.errors:
            points[max(0, bisect_right(starts, one.finding.span.start) - 1)] += one.points
    drawn = b"" if inner.chrome else words.drawn
    return resample(seed_of(document), zip(sizes, points, strict=True), drawn)
