"""A neural model as a finder of names: stretches that it labels become mentions."""

from collections.abc import Iterator

from audit.annotate.model_spans import mention
from audit.model.names import Mention
from audit.model.text import Document
from audit.neural.answers import Kept
from audit.neural.base import Stretch, Text


class ModelFinder:
    """Finds names with a model of the kind `mentions`.

    `any_language` says that the user chose a model for the languages of the texts, whatever its
    card says: many a model is of use beyond the languages that it was made for.
    """

    def __init__(self, model: Kept[Text, tuple[Stretch, ...]], *, any_language: bool) -> None:
        self.id = str(model.card)
        self._model = model
        self._any_language = any_language

    def knows(self, lang: str) -> bool:
        """Whether the model reads `lang`."""
        return self._any_language or self._model.card.knows(lang)

    def mentions(self, document: Document) -> Iterator[Mention]:
        """The persons, places and organisations of each segment."""
        texts = [Text(segment.text, document.lang) for segment in document.segments]
        for segment, found in zip(document.segments, self._model.answers(texts), strict=True):
            for one in found:
                if made := mention(document, segment, one.start, one.end, one.label):
                    yield made
