"""Scores of documents that were worked out before, each by all that it depends on.

Of the document that is what `Words.key` stands for, of its findings every field that scoring looks
at, and the weights. Whoever keeps scores from run to run keeps them for one version of the program.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Protocol

from audit.model.finding import Finding
from audit.model.score import Score
from audit.score.body import Words
from audit.score.resample import Lanes, Resamples
from audit.score.tally import Tally

_QUESTION_BYTES = 16


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of a document and its tally, which lacks the resamples: they lie beside it.

    `words` and `points` are their lanes; no words are those that `Words.drawn` has.
    """

    score: Score
    bare: Tally
    words: bytes
    points: bytes
    bounds: tuple[int, int]
    drawn_from: int

    def tally(self, words: Words) -> Tally:
        """The tally, whole, of a document of these `words`."""
        sums = Lanes.of(self.words or words.drawn, self.bounds[0])
        points = Lanes.of(self.points, self.bounds[1])
        return replace(self.bare, resamples=Resamples(sums, points, self.drawn_from))


class Memory(Protocol):
    """What keeps scores."""

    def get(self, question: bytes) -> Scored | None:
        """The answer that was kept, if one was."""
        ...

    def put(self, question: bytes, scored: Scored) -> None:
        """Keep an answer."""
        ...


def scored(score: Score, tally: Tally, words: Words) -> Scored:
    """A score and the tally that it was made of, to be kept."""
    drawn = tally.resamples
    sums = drawn.words.packed()
    return Scored(
        score=score,
        bare=replace(tally, resamples=Resamples()),
        words=b"" if sums == words.drawn else sums,
        points=drawn.points.packed(),
        bounds=(drawn.words.bound, drawn.points.bound),
        drawn_from=drawn.segments,
    )


def question_of(words: Words, findings: Iterable[Finding], weights: Mapping[str, float]) -> bytes:
    """All that the score of a document depends on, as a digest."""
    said = [f"{words.all}", *(f"{name}={weights[name]!r}" for name in sorted(weights))]
    for one in findings:
        fix = one.fixes[0].replacement if one.fixes else ""
        at, about, sizes = one.span, one.entity is not None, (len(one.text), len(fix))
        said += (
            f"{at.start} {at.end} {one.confidence!r} {about:d} {bool(one.fixes):d} {sizes}",
            one.fingerprint,
            one.rule,
            one.finding_class,
            one.severity,
            one.mqm,
            one.state,
            one.text,
            fix,
        )
    whole = "\x1f".join(said).encode("utf-8", "surrogatepass")
    return blake2b(whole, key=words.key, digest_size=_QUESTION_BYTES).digest()
