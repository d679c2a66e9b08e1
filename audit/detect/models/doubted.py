"""What a model doubts, as hits: the same for every kind of model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from audit.model.card import ModelKind
from audit.model.doubt import Doubt
from audit.model.finding import FindingClass, Hit, SourcePassage
from audit.model.text import Document


@dataclass(frozen=True, slots=True)
class Options:
    """How rare a score must be on sound text to be told."""

    false_alarms: float = 0.005
    """Share of sound passages that may be told by mistake; 0.001, 0.002, 0.005, 0.01, 0.02 and
    0.05 are measured."""


def doubted(document: Document, kind: ModelKind, options: Options) -> Iterator[Hit]:
    """A hit for each doubt of a kind that is as rare as the options ask."""
    for doubt in document.doubts:
        if doubt.kind is kind and doubt.rate is not None and doubt.rate <= options.false_alarms:
            yield told(document, doubt)


def told(document: Document, doubt: Doubt) -> Hit:
    """The hit of a doubt, with the values that messages show."""
    values = [("model", doubt.model), ("score", f"{doubt.score:g}")]
    if doubt.rate is not None:
        values.append(("rate", f"{100 * doubt.rate:g} %"))
    return Hit(
        document=document.id,
        at=doubt.span,
        values=tuple(values),
        confidence=round(doubt.confidence, 2),
        source=None if doubt.pair is None else _source(document, doubt.pair),
    )


def as_information(hit: Hit) -> Hit:
    """The same hit as something worth knowing, with nothing to do."""
    return replace(hit, finding_class=FindingClass.INFO)


def _source(document: Document, pair: int) -> SourcePassage:
    text = document.pairs[pair].source
    return SourcePassage(pair, 0, len(text), text)
