"""On a graphics processor models say what they say on the processor; skipped without one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audit.model.card import ModelKind
from audit.neural.base import Text, TextPair
from audit.neural.registry import made
from audit.neural.request import Address, Device, ModelRequest, Precision, Runtime
from tests.neural.libraries import torch_or_skip
from tests.neural.tiny import SPECIAL, bert_config, save_tokenizer

pytestmark = pytest.mark.extra

TAGGER = Path(__file__).parent / "tagger"
WORDS = ("le", "maire", "part", "dort", "the", "mayor", "leaves", "sleeps")
LONGEST = 24
TEXTS = (
    Text("the mayor leaves", "en", "fr"),
    Text(" ".join(["the mayor sleeps"] * 9), "en", "fr"),
    Text("mayor", "en", "fr"),
)
PAIRS = tuple(TextPair("le maire part", one.text, "fr", "en") for one in TEXTS)


@pytest.fixture(autouse=True)
def graphics() -> None:
    torch, _ = torch_or_skip()
    if not torch.cuda.is_available():
        pytest.skip("no graphics processor")


def encoder(folder: Path, head: str, **more: Any) -> Any:
    _, transformers = torch_or_skip()
    save_tokenizer(folder, WORDS, LONGEST)
    return getattr(transformers, head)(bert_config(WORDS, LONGEST, **more))


def translator(folder: Path) -> Any:
    _, transformers = torch_or_skip()
    save_tokenizer(folder, WORDS, LONGEST, ends=True)
    end = SPECIAL.index("[SEP]")
    return transformers.BartForConditionalGeneration(
        transformers.BartConfig(
            vocab_size=len(SPECIAL) + len(WORDS), d_model=32, encoder_layers=1, decoder_layers=1,
            encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=64,
            decoder_ffn_dim=64, max_position_embeddings=LONGEST, pad_token_id=0,
            bos_token_id=SPECIAL.index("[CLS]"), eos_token_id=end, decoder_start_token_id=end,
        )
    )  # fmt: skip


def answers(
    kind: ModelKind, folder: Path, asked: Sequence[Any], runtime: Runtime
) -> tuple[Sequence[Any], str]:
    """What a model says, asked twice, and the engine that it names."""
    model = made(ModelRequest(kind, Address("transformers", str(folder)), runtime))
    first = model.answers(asked)
    assert model.answers(asked) == first, "the same call gets the same answers"
    return first, model.card.engine


def numbers(found: Sequence[Any]) -> list[float]:
    """All numbers of some answers, places left out."""
    return [
        number
        for one in found
        for number in (
            [one]
            if isinstance(one, float)
            else [n for fit in one for n in (fit.log_probability, fit.best_log_probability)]
        )
    ]


@pytest.mark.parametrize(
    ("kind", "head", "asked"),
    [
        (ModelKind.FLUENCY, "BertForMaskedLM", TEXTS),
        (ModelKind.QUALITY, "BertForSequenceClassification", PAIRS),
        (ModelKind.ADEQUACY, "BertModel", PAIRS),
    ],
)
def test_numbers_are_those_of_the_processor(
    tmp_path: Path, kind: ModelKind, head: str, asked: Sequence[Any]
) -> None:
    torch, _ = torch_or_skip()
    torch.manual_seed(5)
    encoder(tmp_path, head, num_labels=1).eval().save_pretrained(tmp_path)
    here, named = answers(kind, tmp_path, asked, Runtime(Device.CPU))
    there, engine = answers(kind, tmp_path, asked, Runtime(Device.CUDA))
    assert np.allclose(numbers(there), numbers(here), atol=1e-3)
    assert len(numbers(here)) >= len(asked)
    assert (",cpu," in named, ",cuda," in engine) == (True, True)
    assert answers(kind, tmp_path, asked, Runtime(Device.AUTO)) == (there, engine)
    short, _ = answers(kind, tmp_path, asked, Runtime(Device.CUDA, precision=Precision.BFLOAT16))
    assert np.allclose(numbers(short), numbers(here), atol=0.1)


def test_names_are_those_of_the_processor() -> None:
    texts = [Text("We met Zarnitsa in Dolmir. Rain fell near Korvatu on Tuesday.", "en")]
    here, _ = answers(ModelKind.MENTIONS, TAGGER, texts, Runtime(Device.CPU))
    for precision in Precision:
        runtime = Runtime(Device.CUDA, precision=precision)
        there, engine = answers(ModelKind.MENTIONS, TAGGER, texts, runtime)
        assert there == here
        assert engine.endswith(f",cuda,{precision}")
    assert here[0]


def test_texts_come_back_as_on_the_processor(tmp_path: Path) -> None:
    torch, _ = torch_or_skip()
    torch.manual_seed(7)
    translator(tmp_path).eval().save_pretrained(tmp_path)
    kind = ModelKind.BACK_TRANSLATION
    here, _ = answers(kind, tmp_path, TEXTS, Runtime(Device.CPU))
    there, engine = answers(kind, tmp_path, TEXTS, Runtime(Device.CUDA))
    assert there == here
    assert any(here)
    assert ",cuda," in engine
