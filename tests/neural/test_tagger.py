"""A trained model at work: by onnxruntime always, by torch where that is installed."""

import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import annotate
from audit.annotate.beside import Beside
from audit.annotate.choose import finder
from audit.config.schema import FinderRequest
from audit.errors import ConfigError, MissingExtraError
from audit.model.card import ModelKind
from audit.model.names import Kind
from audit.neural import extras
from audit.neural.answers import kept
from audit.neural.base import Text
from audit.neural.encoder import Head
from audit.neural.load import encoder
from audit.neural.registry import made
from audit.neural.request import Address, Device, ModelRequest, Precision, Runtime
from audit.neural.token_labels import TokenLabels
from audit.segment import segment
from tests import builders as make
from tests.neural.libraries import torch_or_skip

TAGGER = Path(__file__).parent / "tagger"
TEXT = "We met Zarnitsa in Dolmir. Rain fell near Korvatu on Tuesday. Oskar said it was old."


@pytest.fixture(autouse=True)
def nothing_is_kept() -> Iterator[None]:
    finder.cache_clear()
    kept.cache_clear()
    yield
    finder.cache_clear()
    kept.cache_clear()


def request(
    folder: Path = TAGGER, provider: str = "onnx", runtime: Runtime | None = None
) -> ModelRequest:
    address = Address(provider, str(folder))
    return ModelRequest(ModelKind.MENTIONS, address, runtime or Runtime())


def labelled(model: TokenLabels, text: str) -> list[tuple[str, str]]:
    (found,) = model.answers([Text(text, "en")])
    return [(text[one.start : one.end], one.label) for one in found]


def tagger(runtime: Runtime | None = None) -> TokenLabels:
    model = made(request(runtime=runtime))
    assert isinstance(model, TokenLabels)
    return model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The folder of the tagger, to be changed."""
    return Path(shutil.copytree(TAGGER, tmp_path / "tagger"))


def test_it_labels_names_it_has_never_seen() -> None:
    assert labelled(tagger(), TEXT) == [
        ("Zarnitsa", "PER"), ("Dolmir", "LOC"), ("Korvatu", "LOC"), ("Oskar", "PER"),
    ]  # fmt: skip


def test_as_a_finder_it_finds_mentions_of_kinds() -> None:
    document = segment(make.document(TEXT, lang="en"))
    both = annotate.finder(FinderRequest("onnx", str(TAGGER)))
    assert isinstance(both, Beside)
    kinds = {one.text: one.kind for one in both.model.mentions(document)}
    assert kinds["Zarnitsa"] is Kind.PERSON
    assert kinds["Dolmir"] is Kind.PLACE
    assert both.knows("sw")


def test_a_text_longer_than_a_window_is_read_to_its_end() -> None:
    names = ["Zarnitsa", "Dolmir", "Korvatu", "Oskar"]
    found = labelled(tagger(), " ".join([TEXT] * 9))
    assert [name for name, _ in found if name in names] == names * 9


def test_a_batch_labels_as_texts_alone_do() -> None:
    model = tagger()
    texts = [TEXT, "Rain fell.", TEXT[27:], "", "Lena smiled and came later."]
    together = model.answers([Text(one, "en") for one in texts])
    assert together == [model.answers([Text(one, "en")])[0] for one in texts]


def test_its_card_says_what_its_folder_says() -> None:
    card = tagger().card
    assert (card.name, card.kind, card.origin) == ("tagger", ModelKind.MENTIONS, "folder")
    assert (card.licence, card.languages, card.revision) == ("apache-2.0", ("en",), None)
    assert card.size == sum(one.stat().st_size for one in TAGGER.iterdir() if one.suffix != ".md")
    assert card.engine.startswith("onnxruntime-")
    assert str(card).startswith(f"tagger-{card.digest}(onnxruntime-")


def test_the_digest_is_of_content_not_of_place(copy: Path) -> None:
    before = made(request()).card.digest
    assert made(request(copy)).card.digest == before
    (copy / "config.json").write_bytes((copy / "config.json").read_bytes() + b"\n")
    assert made(request(copy)).card.digest != before


def test_without_safetensors_the_export_serves(copy: Path) -> None:
    (copy / "model.safetensors").unlink()
    assert made(request(copy, "transformers")).card.engine.startswith("onnxruntime-")


@pytest.mark.parametrize("revision", ["1f2e3d4c" * 5, "v1"])
def test_a_model_of_the_hub_is_taken_from_the_local_cache(
    revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the cache lies on disk: content by digest, a folder of links for each commit."""
    constants = pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    home, commit = tmp_path / "models--acme--tagger", "1f2e3d4c" * 5
    (home / "blobs").mkdir(parents=True)
    (home / "refs").mkdir()
    (home / "refs" / "v1").write_text(commit, encoding="utf-8")
    (home / "snapshots" / commit).mkdir(parents=True)
    for number, path in enumerate(sorted(TAGGER.iterdir())):
        shutil.copy(path, home / "blobs" / str(number))
        (home / "snapshots" / commit / path.name).symlink_to(f"../../blobs/{number}")
    model = made(request(Path(f"acme/tagger@{revision}")))
    assert (model.card.name, model.card.origin) == ("acme/tagger", "hub")
    assert model.card.revision == revision
    assert model.card.digest == tagger().card.digest
    assert model.answers([Text(TEXT, "en")]) == tagger().answers([Text(TEXT, "en")])


class TestRefused:
    @pytest.mark.parametrize(
        ("gone", "message"),
        [
            ("model.onnx", "has no ONNX export"),
            ("tokenizer.json", "has no tokenizer.json"),
            ("config.json", "does not say its labels"),
        ],
    )
    def test_a_folder_that_lacks_a_file(self, copy: Path, gone: str, message: str) -> None:
        (copy / gone).unlink()
        with pytest.raises(ConfigError, match=message):
            made(request(copy))

    @pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
    def test_a_damaged_file(self, copy: Path, name: str) -> None:
        (copy / name).write_bytes(b'{"torn')
        with pytest.raises(ConfigError, match=r"“tagger”.* cannot be (loaded|read)"):
            made(request(copy))

    def test_a_device_that_is_not_here(self) -> None:
        library = pytest.importorskip("onnxruntime")
        if "CUDAExecutionProvider" in library.get_available_providers():
            pytest.skip("there is a graphics processor")
        with pytest.raises(ConfigError, match="device = “cuda”"):
            tagger(Runtime(Device.CUDA))
        assert ",cpu" in tagger(Runtime(Device.AUTO)).card.engine

    def test_numbers_that_an_export_cannot_be_given(self) -> None:
        with pytest.raises(ConfigError, match="dtype = “float16”"):
            tagger(Runtime(precision=Precision.FLOAT16))

    @pytest.mark.parametrize(
        ("provider", "install"), [("onnx", "onnx"), ("transformers", "neural")]
    )
    def test_a_missing_package_names_the_command(
        self, provider: str, install: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(extras, "find_spec", lambda _name: None)
        with pytest.raises(MissingExtraError, match=rf"pip install 'mtaudit\[{install}\]'"):
            made(request(provider=provider))

    @pytest.mark.parametrize("provider", ["onnx", "transformers"])
    def test_a_model_of_the_hub_without_its_revision(self, provider: str) -> None:
        with pytest.raises(ConfigError, match=f"{provider}:some/model@REVISION"):
            made(request(Path("some/model"), provider))

    def test_a_model_of_the_hub_that_is_not_here_is_not_fetched(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        constants = pytest.importorskip("huggingface_hub.constants")
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
        with pytest.raises(ConfigError, match="hf download some/model --revision abc"):
            made(request(Path("some/model@abc")))

    def test_neither_a_folder_nor_an_id(self) -> None:
        with pytest.raises(ConfigError, match="no folder “no/such/folder”"):
            made(request(Path("no/such/folder")))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection is a failure of the test."""

    def refused(*_: object) -> None:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("model", [str(TAGGER), "some/model@abc"])
def test_nothing_is_looked_for_on_the_network(model: str) -> None:
    if model == str(TAGGER):
        assert labelled(tagger(), TEXT)
        return
    with pytest.raises(ConfigError, match="downloads nothing"):
        made(request(Path(model)))


@pytest.mark.extra
class TestTorch:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        torch_or_skip()

    @pytest.mark.usefixtures("no_network")
    def test_nothing_is_looked_for_on_the_network(self) -> None:
        assert made(request(provider="transformers")).answers([Text(TEXT, "en")])

    def test_weights_that_are_not_there_are_not_made_up(self) -> None:
        with pytest.raises(ConfigError, match=r"was not made for this: it has no .*MaskedLM needs"):
            encoder(request(provider="transformers"), Head.WORDS)
        assert encoder(request(provider="transformers"), Head.VECTORS)

    def test_a_tokenizer_is_made_of_a_vocabulary(self, copy: Path) -> None:
        whole = json.loads((copy / "tokenizer.json").read_text(encoding="utf-8"))
        pieces = sorted(whole["model"]["vocab"].items(), key=lambda one: int(one[1]))
        (copy / "vocab.txt").write_text("".join(f"{piece}\n" for piece, _ in pieces), "utf-8")
        (copy / "tokenizer.json").unlink()
        said = {"tokenizer_class": "BertTokenizer", "do_lower_case": False, "model_max_length": 48}
        (copy / "tokenizer_config.json").write_text(json.dumps(said), encoding="utf-8")
        texts = [Text(TEXT, "en")]
        made_of_vocabulary = made(request(copy, "transformers"))
        assert made_of_vocabulary.answers(texts) == made(request()).answers(texts)

    def test_both_libraries_say_the_same(self) -> None:
        texts = [Text(TEXT, "en"), Text("Lena smiled and came later.", "en")]
        torch = made(request(provider="transformers"))
        assert torch.answers(texts) == made(request()).answers(texts)
        assert "torch-" in torch.card.engine
        assert torch.card.digest == made(request()).card.digest

    @pytest.mark.parametrize("precision", [Precision.BFLOAT16, Precision.FLOAT16])
    def test_shorter_numbers_are_named(self, precision: Precision) -> None:
        model = made(request(provider="transformers", runtime=Runtime(precision=precision)))
        assert model.card.engine.endswith(f",cpu,{precision}")
        assert model.answers([Text(TEXT, "en")])

    def test_a_device_that_is_not_here(self) -> None:
        torch, _ = torch_or_skip()
        if torch.cuda.is_available():
            pytest.skip("there is a graphics processor")
        with pytest.raises(ConfigError, match="device = “cuda”"):
            made(request(provider="transformers", runtime=Runtime(Device.CUDA)))
        auto = made(request(provider="transformers", runtime=Runtime(Device.AUTO)))
        assert ",cpu," in auto.card.engine
