"""What is known of a model that takes part in an audit."""

from dataclasses import dataclass
from enum import StrEnum


class ModelKind(StrEnum):
    """What a model is asked for."""

    MENTIONS = "mentions"
    """Where names stand in a text."""
    FLUENCY = "fluency"
    """How well each word fits where it stands, by a masked language model."""
    ADEQUACY = "adequacy"
    """How near a text and its source are in meaning, by the vectors of sentences."""
    QUALITY = "quality"
    """How good a translation is beside its source, by a regression."""
    BACK_TRANSLATION = "back-translation"
    """A text put into another language, so that it can be laid beside its source."""
    JUDGE = "judge"
    """Errors as a large language model would mark them."""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Which model this is, so that whoever has the card can have the same one.

    `name` is short and holds no path. `origin` says where it came from: a distribution with its
    version, an id of the Hub, or "folder". `revision` is the commit or tag, where there is one.
    `digest` is of all files that bear on what the model says; `engine` is the library that computes
    it, with its version and, where they can differ, device and kind of numbers. `licence` is an
    SPDX expression or the words of its publisher; `languages` are BCP 47 tags; both are empty where
    nobody says. `size` is in bytes.
    """

    name: str
    kind: ModelKind
    origin: str
    digest: str
    engine: str
    revision: str | None = None
    licence: str = ""
    languages: tuple[str, ...] = ()
    size: int = 0

    def __str__(self) -> str:
        return f"{self.name}-{self.digest}({self.engine})"

    def knows(self, lang: str) -> bool:
        """Whether the model is said to read `lang`; where nobody says what it reads, it may."""
        return not self.languages or lang.partition("-")[0] in self.languages
