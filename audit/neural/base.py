"""What a model is: it is asked many things at once and answers each.

| kind | asked | answers |
|---|---|---|
| `mentions` | `Text` | `tuple[Stretch, ...]`: labelled stretches, in order and apart |
| `fluency` | `Text` | `tuple[Fit, ...]`: the words in order, each with how well it fits |
| `adequacy` | `TextPair` | `float`: nearness in meaning, -1 to 1, comparable within one model |
| `quality` | `TextPair` | `float`: greater is better; the scale is the model's |
| `back-translation` | `Text` | `str`: the text in the language `Text.into` |
| `judge` | `TextPair` | `tuple[Judgement, ...]`: errors that it marks in the target |

Places are code points of the text that was asked about. Numbers are plain Python numbers. A model
holds no state from one question to the next: what is asked in one call may be computed together,
and the same call gets the same answers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from audit.model.card import ModelCard, ModelKind
from audit.model.finding import Severity

Asked_contra = TypeVar("Asked_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)


class Model(Protocol[Asked_contra, Answer_co]):
    """A model that is loaded."""

    @property
    def card(self) -> ModelCard:
        """Which model this is; goes into the report's signature."""
        ...

    def answers(self, asked: Sequence[Asked_contra]) -> Sequence[Answer_co]:
        """One answer for each question, in the order of the questions."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the language `lang` (BCP 47); `into` is the language it is to be put into.

    Lone surrogates, which no tokenizer takes, become U+FFFD; places stay as they are.
    """

    text: str
    lang: str
    into: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _encodable(self.text))


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text (`target`) beside what it translates; lone surrogates as in `Text`."""

    source: str
    target: str
    source_lang: str
    target_lang: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", _encodable(self.source))
        object.__setattr__(self, "target", _encodable(self.target))


def _encodable(text: str) -> str:
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` with the label of what it names, its prefix (B-, I-) taken off."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well `text[start:end]` fits between its neighbours.

    `log_probability` is the natural logarithm of the probability that the model gives the word
    there, `best` the word it expected most and `best_log_probability` what it gives that one.
    """

    start: int
    end: int
    log_probability: float
    best: str
    best_log_probability: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """An error in `target[start:end]`: its MQM path, how heavy it is, why; how sure, 0 to 1."""

    start: int
    end: int
    mqm: str
    severity: Severity
    says: str
    confidence: float


ANSWERS: Mapping[ModelKind, Any] = {
    ModelKind.MENTIONS: tuple[Stretch, ...],
    ModelKind.FLUENCY: tuple[Fit, ...],
    ModelKind.ADEQUACY: float,
    ModelKind.QUALITY: float,
    ModelKind.BACK_TRANSLATION: str,
    ModelKind.JUDGE: tuple[Judgement, ...],
}
"""What each kind of model answers, as a type that can be kept."""
