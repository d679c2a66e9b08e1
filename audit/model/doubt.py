"""What a model has against a passage: the answers of neural models as rules see them."""

from dataclasses import dataclass

from audit.model.card import ModelKind
from audit.model.place import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that a model finds suspicious.

    `score` is what the model answered, on its own scale, the lower the more suspicious; `rate` the
    share of sound passages that score no better, None where that was not measured. `confidence` is
    the probability that something is wrong, which follows from the rate. `model` is the name of the
    model. `expected` is the word it had expected; `says` is what a judge says, `mqm` its type of
    error. `pair` is the index of the pair in `Document.pairs` that was compared.
    """

    kind: ModelKind
    span: Span
    model: str
    score: float
    rate: float | None = None
    confidence: float = 0.0
    pair: int | None = None
    expected: str = ""
    says: str = ""
    mqm: str = ""
