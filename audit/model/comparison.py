"""How translations of the same text measure against a reference, and how far each is consistent.

This is the classical measurement of machine translation; what findings of rules amount to is a
`Score` (see `audit.model.score`).
"""

from dataclasses import dataclass
from enum import StrEnum


class MetricName(StrEnum):
    """A metric of `sacrebleu`, by the word that users write for it."""

    BLEU = "bleu"
    CHRF = "chrf"
    """chrF2: character n-grams."""
    CHRF_PLUS = "chrf++"
    """chrF2++: character n-grams and word n-grams."""
    TER = "ter"
    """Translation edit rate; the only one of which less is better."""

    @property
    def less_is_better(self) -> bool:
        """Whether the best translation has the lowest value."""
        return self is MetricName.TER


class Test(StrEnum):
    """How the difference of two systems is tested."""

    BOOTSTRAP = "bootstrap"
    """Paired bootstrap resampling (Koehn 2004)."""
    RANDOMIZATION = "randomization"
    """Paired approximate randomization (Riezler and Maxwell 2005)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One metric of one system.

    `value` is that of the whole corpus. `mean` and `margin` are of the bootstrap: half of the
    resamples' 95 % interval lies to either side; None where none was asked for. `p_value` is the
    probability of so large a difference from the baseline by chance; None for the baseline itself.
    """

    metric: MetricName
    value: float
    mean: float | None = None
    margin: float | None = None
    p_value: float | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of several things are in order; nothing where there are none."""

    good: int
    total: int

    @property
    def rate(self) -> float | None:
        """The share, 0 to 1; None where there is nothing to take it of."""
        return self.good / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Consistency:
    """How far one system renders one thing in one way; no reference is needed for it.

    `names` are entities that stand at least twice, good where no mention departs. `terms` are terms
    of the glossary that the source of the feed has at least twice, good where they came out as one
    term. `words` are words of a source document that stand in it at least twice and were aligned
    with the target, good where all came out alike. `ltcr` is the lexical translation consistency
    ratio over these: of all pairs of places of one word in one document, how many agree (Lyu et
    al. 2021). Terms and words need a source.
    """

    names: Share
    terms: Share
    words: Share
    ltcr: Share


@dataclass(frozen=True, slots=True)
class SystemResult:
    """What was measured of one system: against the reference, if there is one, and by itself."""

    name: str
    measures: tuple[Measure, ...]
    consistency: Consistency


@dataclass(frozen=True, slots=True)
class Comparison:
    """Translations of one text side by side, in the order of the inputs.

    `segments` is the number of segments with a reference. `signatures` are those of sacrebleu by
    metric: with them a value can be reproduced. The first system is the baseline of `test`; None
    where only one system was measured. `notes` say what a reader must know, in full sentences.
    """

    segments: int
    systems: tuple[SystemResult, ...]
    signatures: tuple[tuple[MetricName, str], ...] = ()
    test: Test | None = None
    notes: tuple[str, ...] = ()
