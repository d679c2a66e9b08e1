"""Quality: one number for a translation beside its source, by a trained regression.

Two published families are read, told apart by what the `config.json` of the model says:

- MetricX-24, hybrid, asked without a reference (Juraska et al., WMT 2024): an mT5 that reads
  "source: … candidate: …" and gives an error score of 0 to 25, which is answered with a minus.
- MonoTransQuest (Ranasinghe et al., COLING 2020): a sequence classifier of one label that reads
  source and target as a pair; its number is answered as it is.

Such numbers put the sentences of a feed in an order in which to read them. They cannot say which of
two translations of a sentence is the better one: see docs/neural.md.
"""

from collections.abc import Sequence

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import Model, TextPair
from audit.neural.encoder import Encoder, Head
from audit.neural.encoder_decoder import EncoderDecoder, encoder_decoder
from audit.neural.extras import imported
from audit.neural.load import encoder, files_of
from audit.neural.request import ModelRequest

DIGITS = 4
"""Decimal places of an answer: more differ between processors and mean nothing."""

METRICX_PIECE = 250089
"""The piece of mT5 (`<extra_id_10>`) whose logit MetricX was trained to give its score as."""
METRICX_WORST = 25.0
"""The score of the worst translation; one without an error has 0."""
METRICX_LONGEST = 1536
"""Pieces that the published models were trained on at most."""


class MetricX:
    """Answers with a model of MetricX-24."""

    def __init__(self, model: EncoderDecoder) -> None:
        """Raises `ConfigError` for a model with too small a vocabulary."""
        self.card = model.card(ModelKind.QUALITY)
        self._model = model
        if model.model.config.vocab_size <= METRICX_PIECE:
            raise ConfigError(f"the model “{self.card.name}” has too few pieces for a MetricX")

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        """Minus the error score of each pair: 0 is best, -25 worst."""
        if not asked:
            return []
        torch = imported("torch")
        given = self._model.filled([self._pieces(pair) for pair in asked])
        start = torch.zeros((len(asked), 1), dtype=torch.long, device=given["input_ids"].device)
        with torch.inference_mode():
            logits = self._model.model(**given, decoder_input_ids=start).logits
        scores = logits[:, 0, METRICX_PIECE].float().clamp(0, METRICX_WORST).tolist()
        return [0.0 - round(score, DIGITS) for score in scores]

    def _pieces(self, pair: TextPair) -> Sequence[int]:
        text = f"source: {pair.source} candidate: {pair.target}"
        cut = self._model.tokenizer(text, truncation=True, max_length=METRICX_LONGEST)
        ids: list[int] = cut["input_ids"]
        return ids[:-1]  # the models were trained without the mark of the end


class TransQuest:
    """Answers with a sequence classifier of one label."""

    def __init__(self, model: Encoder) -> None:
        self.card = model.card(ModelKind.QUALITY)
        self._model = model

    def answers(self, asked: Sequence[TextPair]) -> list[float]:
        """The number of each pair, greater is better; what is too long is cut at the end."""
        encodings = [self._model.tokens.cut(pair.source, pair.target) for pair in asked]
        return [round(float(row[0]), DIGITS) for row in self._model.outputs(encodings)]


def quality_head(request: ModelRequest) -> Model[TextPair, float]:
    """The regression that `request` names.

    Raises as `load.encoder` does, and `ConfigError` for a model of neither family.
    """
    files = files_of(request)
    settings = files.settings()
    named = " ".join(settings.get("architectures") or ())
    if settings.get("model_type") in ("mt5", "t5") and "Regression" in named:
        # Its weights bear the names of the generating mT5, whose scores of pieces are wanted.
        return MetricX(encoder_decoder(request, "MT5ForConditionalGeneration"))
    # A configuration without labels means two of them.
    if "ForSequenceClassification" in named and len(settings.get("id2label") or ()) == 1:
        return TransQuest(encoder(request, Head.SCORE))
    raise ConfigError(
        f"the model “{files.name}” gives no number for a translation: it is {named or 'unknown'}, "
        "no MT5ForRegression and no sequence classifier of one label"
    )
