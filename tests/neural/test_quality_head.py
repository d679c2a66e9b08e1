"""Heads of quality are read as their publishers' own programs read them; others are refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import TextPair
from audit.neural.quality_head import METRICX_PIECE, METRICX_WORST
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from tests.neural.libraries import torch_or_skip
from tests.neural.tiny import bert_config, save_tokenizer

pytestmark = pytest.mark.extra

WORDS = ("le", "maire", "part", "the", "mayor", "leaves", "source", ":", "candidate")
PAIRS = (
    TextPair("le maire part", "the mayor leaves", "fr", "en"),
    TextPair("le maire", "the", "fr", "en"),
)


def request(folder: Path) -> ModelRequest:
    return ModelRequest(ModelKind.QUALITY, Address("transformers", str(folder)))


def classifier(folder: Path, labels: int) -> Any:
    torch, transformers = torch_or_skip()
    torch.manual_seed(1)
    save_tokenizer(folder, WORDS, 16)
    model = transformers.BertForSequenceClassification(bert_config(WORDS, 16, num_labels=labels))
    with torch.no_grad():  # fresh weights are so small that everything scores alike
        model.classifier.weight.mul_(100)
    model.eval().save_pretrained(folder)
    return model


def test_a_classifier_of_one_label_gives_its_number(tmp_path: Path) -> None:
    torch, transformers = torch_or_skip()
    model = classifier(tmp_path, 1)
    tokenizer = transformers.AutoTokenizer.from_pretrained(tmp_path)
    types = {"return_token_type_ids": True}
    with torch.inference_mode():
        own = [
            model(**tokenizer(one.source, one.target, return_tensors="pt", **types)).logits.item()
            for one in PAIRS
        ]
    found = made(request(tmp_path)).answers(PAIRS)
    assert found == pytest.approx(own, abs=1e-4)
    assert found[0] != found[1]


def test_a_classifier_of_two_labels_is_refused(tmp_path: Path) -> None:
    classifier(tmp_path, 2)
    with pytest.raises(ConfigError, match="gives no number for a translation"):
        made(request(tmp_path))


def metricx(folder: Path, pieces: int) -> Any:
    """An mT5 saved as the regression models of MetricX are: same weights, another class named."""
    torch, transformers = torch_or_skip()
    torch.manual_seed(2)
    save_tokenizer(folder, WORDS, 64, ends=True)
    config = transformers.MT5Config(
        vocab_size=pieces, d_model=8, d_kv=4, d_ff=16, num_layers=1, num_decoder_layers=1,
        num_heads=2, tie_word_embeddings=False, decoder_start_token_id=0, pad_token_id=0,
        eos_token_id=3, dropout_rate=0.0,
    )  # fmt: skip
    model = transformers.MT5ForConditionalGeneration(config)
    with torch.no_grad():  # large, so that scores spread over the range and beyond
        model.lm_head.weight[-min(pieces, 250112 - METRICX_PIECE) :].mul_(20)
    model.eval().save_pretrained(folder)
    path = folder / "config.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**said, "architectures": ["MT5ForRegression"]}), encoding="utf-8")
    return model


def test_metricx_is_the_logit_of_one_piece_at_the_first_step(tmp_path: Path) -> None:
    torch, transformers = torch_or_skip()
    model = metricx(tmp_path, 250112)
    tokenizer = transformers.AutoTokenizer.from_pretrained(tmp_path)
    own = []
    for pair in PAIRS:
        text = f"source: {pair.source} candidate: {pair.target}"
        ids = torch.tensor([tokenizer(text)["input_ids"][:-1]])
        with torch.inference_mode():
            encoded = model.encoder(input_ids=ids)[0]
            decoded = model.decoder(input_ids=torch.tensor([[0]]), encoder_hidden_states=encoded)[0]
            own.append(float(model.lm_head(decoded)[0, 0, METRICX_PIECE]))
    found = made(request(tmp_path)).answers(PAIRS)
    clipped = [-min(max(one, 0.0), METRICX_WORST) for one in own]
    assert found == pytest.approx(clipped, abs=1e-4)


def test_an_mt5_of_few_pieces_is_no_metricx(tmp_path: Path) -> None:
    metricx(tmp_path, 100)
    with pytest.raises(ConfigError, match="too few pieces"):
        made(request(tmp_path))


def test_nothing_asked_nothing_answered(tmp_path: Path) -> None:
    classifier(tmp_path, 1)
    assert made(request(tmp_path)).answers([]) == []
