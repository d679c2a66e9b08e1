"""Token classification models: labelled stretches of a text, read through windows."""

from collections.abc import Sequence
from typing import Any

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import Stretch, Text
from audit.neural.encoder import Encoder, Floats, Head
from audit.neural.load import encoder
from audit.neural.request import ModelRequest
from audit.neural.windows import Piece, joined, stretches


class TokenLabels:
    """Labels stretches with one loaded token classifier."""

    def __init__(self, model: Encoder) -> None:
        """Raises `ConfigError` for a model whose files do not say what its labels are."""
        self.card = model.card(ModelKind.MENTIONS)
        self._model = model
        labels = model.settings.get("id2label")
        if not isinstance(labels, dict) or not labels:
            raise ConfigError(f"the model “{self.card.name}” does not say its labels (id2label)")
        self._labels = {int(number): str(label) for number, label in labels.items()}

    def answers(self, asked: Sequence[Text]) -> list[tuple[Stretch, ...]]:
        """The labelled stretches of each text."""
        windows = [self._model.tokens.windows(one.text) for one in asked]
        every = [window for those in windows for window in those]
        rows = iter(self._model.outputs(every))
        return [
            tuple(stretches(one.text, joined([self._pieces(w, next(rows)) for w in those])))
            for one, those in zip(asked, windows, strict=True)
        ]

    def _pieces(self, window: Any, scores: Floats) -> list[Piece]:
        """The pieces of a window with their best labels, special ones left out."""
        places = zip(window.offsets, window.special_tokens_mask, scores.argmax(-1), strict=True)
        return [
            Piece(start, end, self._labels.get(int(label), "O"))
            for (start, end), special, label in places
            if not special
        ]


def token_labels(request: ModelRequest) -> TokenLabels:
    """The token classifier that `request` names; raises as `load.encoder` does."""
    return TokenLabels(encoder(request, Head.LABELS))
