"""A masked language model, trained here on made-up sentences, sees the word that does not fit."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.base import Fit, Model, Text
from audit.neural.encoder import Head
from audit.neural.load import encoder
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from tests.neural.libraries import torch_or_skip
from tests.neural.tiny import bert_config, save_tokenizer

pytestmark = pytest.mark.extra

GOVERNED = {
    "arrive": "at", "stay": "at", "depend": "on", "rely": "on",
    "look": "for", "wait": "for", "agree": "with", "argue": "with",
}  # fmt: skip
"""Two verbs for each preposition: the verb says which it is, and not the other way round."""
PLACES = ("mill", "bridge", "town", "weather")
WORDS = (
    *GOVERNED,
    *dict.fromkeys(GOVERNED.values()),
    *PLACES,
    "they",
    "we",
    "the",
    ".",
    "un",
    "##seen",
)
LONGEST = 24


def sentences() -> Iterator[str]:
    for verb, preposition in GOVERNED.items():
        for place in PLACES:
            for who in ("they", "we"):
                yield f"{who} {verb} {preposition} the {place} ."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model that was trained to say which word is hidden."""
    torch, transformers = torch_or_skip()
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("masked")
    tokenizer = save_tokenizer(folder, WORDS, LONGEST)
    model = transformers.BertForMaskedLM(bert_config(WORDS, LONGEST))
    ids = tokenizer(list(sentences()), return_tensors="pt")["input_ids"]
    inner = ids.shape[1] - 2
    wanted, row = ids.repeat(inner, 1), torch.arange(inner * len(ids))
    hidden = 1 + row // len(ids)
    masked = wanted.clone()
    masked[row, hidden] = tokenizer.mask_token_id
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(80):
        scores = model(input_ids=masked).logits[row, hidden]
        loss = torch.nn.functional.cross_entropy(scores, wanted[row, hidden])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval().save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(folder: Path) -> Model[Text, tuple[Fit, ...]]:
    return made(ModelRequest(ModelKind.FLUENCY, Address("transformers", str(folder))))


def test_the_wrong_preposition_is_the_odd_word(model: Model[Text, tuple[Fit, ...]]) -> None:
    text = "they depend with the weather ."
    (fits,) = model.answers([Text(text, "en")])
    assert [text[one.start : one.end] for one in fits] == text.split()[:-1]
    oddest = min(fits, key=lambda one: one.log_probability - one.best_log_probability)
    assert text[oddest.start : oddest.end] == "with"
    assert oddest.best == "on"
    assert oddest.best_log_probability > math.log(0.5) > oddest.log_probability


def test_what_fits_is_what_was_expected(model: Model[Text, tuple[Fit, ...]]) -> None:
    (fits,) = model.answers([Text("we look for the bridge .", "en")])
    by_word = {one.best: one for one in fits}
    assert by_word["for"].log_probability == by_word["for"].best_log_probability
    assert all(one.log_probability <= one.best_log_probability <= 0 for one in fits)


def test_a_long_text_is_read_through_windows_each_word_once(
    model: Model[Text, tuple[Fit, ...]],
) -> None:
    text = " ".join(["they agree with the town ."] * 9)
    (fits,) = model.answers([Text(text, "en")])
    words = [word for word in text.split() if word != "."]
    assert [text[one.start : one.end] for one in fits] == words
    assert [one.start for one in fits] == sorted({one.start for one in fits})


def test_a_word_of_several_pieces_is_one_word(model: Model[Text, tuple[Fit, ...]]) -> None:
    text = "the unseen bridge"
    (fits,) = model.answers([Text(text, "en")])
    assert [text[one.start : one.end] for one in fits] == ["the", "unseen", "bridge"]


def test_the_same_call_gets_the_same_answer(model: Model[Text, tuple[Fit, ...]]) -> None:
    asked = [Text("they look at the mill .", "en"), Text("", "en"), Text("...", "en")]
    first = model.answers(asked)
    assert model.answers(asked) == first
    assert [len(one) for one in first] == [5, 0, 0]


def test_chances_at_some_places_are_those_of_a_reading_of_all(folder: Path) -> None:
    address = Address("transformers", str(folder))
    network = encoder(ModelRequest(ModelKind.FLUENCY, address), Head.WORDS).network
    ids = np.array([[2, 5, 6, 7, 3], [2, 8, 4, 3, 0]])
    rows = (ids, (ids > 0).astype(np.int64), np.zeros_like(ids))
    at = np.array([[1, 3], [2, 2]])
    scores = network.run(*rows)[np.arange(2)[:, None], at]
    below = scores - scores.max(-1, keepdims=True)
    whole = below - np.log(np.exp(below).sum(-1, keepdims=True))
    chances = network.chances(*rows, at)
    assert chances.shape == (2, 2, len(WORDS) + 5)
    assert np.allclose(chances, whole, atol=1e-5)
    assert np.array_equal(network.run(*rows)[np.arange(2)[:, None], at], scores)


def test_a_model_without_a_mask_is_refused(folder: Path, tmp_path: Path) -> None:
    import json
    import shutil

    shutil.copytree(folder, tmp_path / "unmasked")
    for name in ("tokenizer_config.json", "special_tokens_map.json"):
        path = tmp_path / "unmasked" / name
        if path.is_file():
            said = json.loads(path.read_text(encoding="utf-8"))
            said.pop("mask_token", None)
            path.write_text(json.dumps(said), encoding="utf-8")
    address = Address("transformers", str(tmp_path / "unmasked"))
    with pytest.raises(ConfigError, match="hides no words"):
        made(ModelRequest(ModelKind.FLUENCY, address))
